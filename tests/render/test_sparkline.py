"""The card of a series: its latest value, and its values as a small drawing."""

import re
from pathlib import Path

import pytest

from indicators.catalogue.model import Catalogue
from indicators.charts.build import charts
from indicators.charts.series import segments
from indicators.combine.compare import compare
from indicators.figures.build import figures_of
from indicators.figures.selection import Selection, select
from indicators.figures.statistics import interval_words
from indicators.render.headlines import headline_cards
from tests.support.blanks import plain
from tests.support.release import Row, make_release


def release(folder: Path, statistic: str, *values: tuple[str, str, str]) -> Catalogue:
    """A release of one indicator, with number, period and groups of each value."""
    rows: list[Row] = [
        {"indicator": "things", "value": number, "period": period, "groups": groups}
        for number, period, groups in values
    ]
    groups = [{"id": "men", "dimension": "sex", "title": "Men"}, {"id": "women", "dimension": "sex", "title": "Women"}]
    indicators = [{"id": "things", "title": "Things", "statistic": statistic, "order": "1"}]
    return make_release(folder / "release", indicators, rows, groups)


def card(catalogue: Catalogue) -> str:
    (only,) = headline_cards(catalogue, select(catalogue, Selection()), "printed")
    return plain(only.html)


def test_a_series_shows_its_latest_value_its_period_and_bars_both_ways_from_zero(tmp_path: Path) -> None:
    shown = card(
        release(
            tmp_path,
            "change",
            ("-40", "2024-01", ""),
            ("60", "2024-02", ""),
            ("20", "2024-04", ""),
            ("9", "2024-04", "men"),
        )
    )
    assert re.findall(r'class="number">([^<]*)', shown) == ["20"]
    assert "Period: April 2024" in shown
    assert "3 values, January 2024 to April 2024; lowest −40, highest 60, latest 20." in shown
    # From -40 to 60 in 80 percent of the height, 8 percent from the foot: zero at 40, and January hangs from it.
    assert 'class="zero" style="left:0%;bottom:40%;width:100%;"' in shown
    bars = re.findall(r'class="column ?(\w*)" style="left:([\d.]+)%;bottom:([\d.]+)%;height:([\d.]+)%;"', shown)
    assert [(look, bottom, height) for look, _, bottom, height in bars] == [
        ("", "8", "32"), ("", "40", "48"), ("latest", "40", "16"),
    ]  # fmt: skip
    left = [float(place) for _, place, _, _ in bars]
    assert left[2] - left[1] > 1.9 * (left[1] - left[0])


def test_groups_without_a_value_for_all_show_the_latest_of_each(tmp_path: Path) -> None:
    shown = card(
        release(tmp_path, "level", ("5", "2024-01", "men"), ("6", "2024-02", "men"), ("7", "2024-02", "women"))
    )
    assert re.findall(r'class="number">([^<]*)', shown) == ["6", "7"]
    assert 'class="spark"' not in shown


@pytest.mark.parametrize(
    ("value", "phrase"),
    [
        ("0.0161290322580645", "1 in 62"),
        ("0.00001", "1 in 100,000"),
        ("0.666666666666667", "2 in 3"),
        ("0.3", "3 in 10"),
    ],
)
@pytest.mark.parametrize("statistic", ["ratio", "share"])
def test_a_ratio_and_a_share_of_one_read_as_people_print_them(
    statistic: str, value: str, phrase: str, tmp_path: Path
) -> None:
    folder = tmp_path / "release"
    rows = [{"indicator": "things", "value": value, "unit": "one", "as_printed": phrase}]
    catalogue = make_release(folder, [{"id": "things", "title": "Things", "statistic": statistic}], rows)
    (figure,) = figures_of(catalogue, catalogue.figures)
    assert figure.phrase == phrase


def test_the_ends_of_a_series_have_the_digits_of_their_numbers(tmp_path: Path) -> None:
    rows = [
        {"indicator": "things", "value": value, "period": f"2024-0{month}", "significant_figures": "3"}
        for month, value in ((1, "1.2"), (2, "1.35"))
    ]
    catalogue = make_release(
        tmp_path / "release", [{"id": "things", "title": "Things", "statistic": "mean", "order": "1"}], rows
    )
    shown = card(catalogue)
    assert "January 2024: 1.20" in shown
    assert "lowest 1.20, highest 1.35, latest 1.35." in shown


def test_an_index_is_in_points_of_its_base_and_no_percentage(tmp_path: Path) -> None:
    index = {"id": "index", "title": "Prices", "statistic": "index", "base": "2015", "order": "1"}
    rows = [
        {"id": f"in-{month}", "indicator": "index", "value": value, "unit": "percent", "period": f"2024-0{month}"}
        for month, value in ((4, "131.4"), (5, "131.8"))
    ]
    catalogue = make_release(tmp_path / "release", [index], rows)
    assert figures_of(catalogue, catalogue.figures)[1].phrase == "131.8 index points (2015 = 100)"
    assert compare(catalogue, "in-5", "minus", "in-4").answer == "0.4 index points"
    drawn = charts(catalogue, catalogue.figures, "printed")
    assert {chart.unit for chart in drawn} == {"index points (2015 = 100)"}


def test_the_ends_of_an_interval_are_printed_to_one_place(tmp_path: Path) -> None:
    interval = {"interval_lower": "0.6", "interval_upper": "3", "interval_kind": "confidence", "interval_level": "90"}
    rows = [{"indicator": "things", "value": "1.8", "period": "2024", **interval}]
    catalogue = make_release(tmp_path / "release", [{"id": "things", "title": "Things", "statistic": "level"}], rows)
    assert "0.6 to 3.0" in interval_words(catalogue, catalogue.observations(catalogue.figures)[0])


@pytest.mark.parametrize(
    ("years", "runs"),
    [
        ([1850, 1880, 1910, 1940], [4]),
        ([2001, 2002, 2004], [2, 1]),
        ([1990, 2000], [1, 1]),
        ([2000, 2010, 2040], [1] * 3),
    ],
)
def test_values_at_equal_steps_follow_each_other(years: list[int], runs: list[int], tmp_path: Path) -> None:
    catalogue = release(tmp_path, "level", *(("5", str(year), "") for year in years))
    assert [len(run) for run in segments(catalogue.observations(catalogue.figures))] == runs
