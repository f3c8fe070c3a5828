"""Charts of series and groups: where each mark is, what its label says, and what is left out."""

from typing import Any

import altair as alt
import pandas as pd
import pytest

from indicators.catalogue.model import Catalogue
from indicators.charts import axes, build, build_statistics, scale, timeline, typeface
from indicators.charts.axes import AXIS, Domain
from indicators.charts.chart import Chart
from indicators.charts.scale import NUMBER_FIELDS
from indicators.figures.selection import Selection, select
from tests.support.charted_release import make_charted_release


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return make_charted_release(tmp_path_factory.mktemp("charts") / "release")


@pytest.fixture(scope="module")
def charts(release: Catalogue) -> dict[str, Chart]:
    return {chart.name: chart for chart in build.charts(release, select(release, Selection()))}


def values_in(chart: Chart, kind: str) -> list[dict[str, Any]]:
    """The data of all marks of a kind."""
    layers = [layer for layer in chart.spec["layer"] if layer["mark"]["type"] == kind]
    return [datum for layer in layers for datum in chart.spec["datasets"][layer["data"]["name"]]]


def test_the_fields_of_an_indicator_say_which_charts_it_has(release: Catalogue, charts: dict[str, Chart]) -> None:
    assert list(charts) == [
        "groups-fallen.region", "series-rolling", "series-gain", "groups-gain.industry", "series-planned.sex",
        "series-sixty",
        "series-thirty.region",
        "groups-thirty.region", "groups-named.occupation", "series-centuries", "series-days", "values-alone",
        "groups-season", "groups-season.sex", "series-expected", "series-outlook",
        "groups-nothing.sex",
    ]  # fmt: skip
    rows = select(release, Selection())
    assert set(build.chart_names(release, rows)) == {*charts, timeline.STRIP}
    assert build.chart(release, rows, "series-gain") == charts["series-gain"]


def test_charts_are_the_same_however_many_values_are_read_at_once(
    release: Catalogue, charts: dict[str, Chart], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_statistics, "_READ_AT_ONCE", 1)
    assert list(build.charts(release, select(release, Selection()))) == list(charts.values())


def test_a_chart_of_each_kind_is_valid_vega_lite(charts: dict[str, Chart]) -> None:
    for name in ("groups-gain.industry", "values-alone", "series-gain", "series-sixty", "series-thirty.region"):
        # The schema says nothing of data; checking each datum takes most of the time.
        alt.LayerChart.from_dict({**charts[name].spec, "datasets": {}})


def test_no_number_lies_outside_its_axis(charts: dict[str, Chart]) -> None:
    for chart in charts.values():
        axis = "x" if chart.name.startswith(("groups", "values")) else "y"
        domain = next(
            layer["encoding"][axis]["scale"]["domain"]
            for layer in chart.spec["layer"]
            if "scale" in layer["encoding"].get(axis, {})
        )
        numbers = [
            datum[field]
            for data in chart.spec["datasets"].values()
            for datum in data
            for field in NUMBER_FIELDS
            if datum.get(field) is not None
        ]
        assert numbers
        assert domain[0] <= min(numbers) <= max(numbers) <= domain[1], chart.name


def test_a_fall_is_a_bar_on_the_other_side_of_zero(charts: dict[str, Chart]) -> None:
    (bar,) = (layer for layer in charts["groups-gain.industry"].spec["layer"] if layer["mark"]["type"] == "bar")
    assert bar["encoding"]["x"]["field"] == "value"
    assert bar["encoding"]["x2"] == {"datum": 0}
    assert min(datum["value"] for datum in values_in(charts["groups-gain.industry"], "bar")) == -15000


def test_a_label_says_the_group_and_fits_on_a_phone_and_the_title_says_the_period_of_all(
    charts: dict[str, Chart],
) -> None:
    for name in ("groups-gain.industry", "groups-thirty.region", "groups-named.occupation", "series-thirty.region"):
        labels = labels_of(charts[name])
        assert len(set(labels)) == len(labels) > 1
        for label in labels:
            lines = label.split("\n")
            assert max(typeface.width(line, 12) for line in lines) <= 310
    assert "Retail trade: a fall of 15,000 things" in labels_of(charts["groups-gain.industry"])
    season = charts["groups-season"]
    assert season.title.endswith(", by seasonal adjustment, April 2024")
    assert labels_of(season) == ["Not adjusted for the season: 431 things", "Adjusted for the season: 412 things"]


def test_the_lines_of_a_label_end_above_their_own_mark_nearer_than_to_the_row_before(charts: dict[str, Chart]) -> None:
    layers = charts["groups-named.occupation"].spec["layer"]
    (mark,) = {layer["mark"]["yOffset"] for layer in layers if layer["mark"]["type"] == "point"}
    lines = [layer["mark"] for layer in layers if layer["mark"]["type"] == "text"]
    assert len(lines) > 1
    assert {(line["baseline"], mark - line["dy"]) for line in lines} == {
        ("bottom", 15 + 15 * n) for n in range(len(lines))
    }
    named = charts["groups-named.occupation"]
    row = (named.spec["height"] - AXIS) / len(labels_of(named))
    assert row - 15 * len(lines) - 12 > 12


def labels_of(chart: Chart) -> list[str]:
    """The label of each row, once for all of its lines."""
    return list({datum.get("id", datum.get("top")): datum["label"] for datum in values_in(chart, "text")}.values())


def test_groups_are_ordered_by_value_and_a_part_follows_its_whole(charts: dict[str, Chart]) -> None:
    names = [label.partition(":")[0] for label in labels_of(charts["groups-gain.industry"])]
    assert names == ["All", "Health care", "Retail trade", "Furniture shops (of Retail trade)"]


def test_groups_stand_beside_the_whole_of_the_same_adjustment(charts: dict[str, Chart]) -> None:
    assert labels_of(charts["groups-season.sex"]) == ["All: 412 things", "Men: 5 things"]


def test_an_interval_lies_around_its_value_and_one_value_is_drawn_for_it(charts: dict[str, Chart]) -> None:
    (datum,) = values_in(charts["values-alone"], "point")
    (interval,) = values_in(charts["values-alone"], "rule")
    assert (interval["interval_low"], datum["value"], interval["interval_high"]) == (11900, 14200, 16800)
    assert charts["values-alone"].key == ("Line around a value: 95 % credible interval, as published.",)


def test_a_line_has_gaps_where_values_are_missing(charts: dict[str, Chart]) -> None:
    line = values_in(charts["series-sixty"], "line")
    assert len({datum["segment"] for datum in line}) == 4
    assert len({datum["segment"] for datum in values_in(charts["series-sixty"], "area")}) == 3
    assert "A gap in a line: no value for that time." in charts["series-sixty"].key


def test_growth_over_overlapping_years_is_a_line_whose_points_stand_at_their_ends(charts: dict[str, Chart]) -> None:
    chart = charts["series-rolling"]
    ends = [pd.Timestamp(datum["middle"], unit="ms").strftime("%Y-%m") for datum in values_in(chart, "line")]
    assert ends == ["2023-10", "2024-07", "2024-10"], "what is left out of a leap year is no other length"
    assert "A point stands at the end of its period." in chart.key
    assert values_in(chart, "rect") == []


def test_a_first_publication_is_told_apart_and_what_is_printed_twice_counts_once(charts: dict[str, Chart]) -> None:
    chart = charts["series-gain"]
    assert [datum["value"] for datum in values_in(chart, "rect")] == [472000, 326000, 236000]
    assert [datum["value"] for datum in values_in(chart, "point")] == [504000]
    assert chart.spec["title"]["text"] == [
        "Latest, March 2024: 236,000 things",
        "Highest, January 2024: 472,000 things",
    ]
    assert chart.key == ("Diamond: the value first published, since revised.",)
    axes_across = [layer["encoding"].get("x", {}).get("axis") for layer in chart.spec["layer"]]
    first, *_ = next(axis["values"] for axis in axes_across if axis)
    assert pd.Timestamp(first, unit="ms").month == 1, "the month of the first bar has its label"


def test_a_value_that_no_line_reaches_has_a_point_among_however_many(charts: dict[str, Chart]) -> None:
    points = values_in(charts["series-sixty"], "point")
    alone = [datum["when"] for datum in values_in(charts["series-sixty"], "line") if datum["alone"]]
    assert alone == ["February 2019"]
    assert set(alone) < {datum["when"] for datum in points}
    assert len(points) < 10


def test_a_forecast_is_not_joined_to_what_was_observed(charts: dict[str, Chart]) -> None:
    chart = charts["series-expected"]
    assert [datum["value"] for datum in values_in(chart, "line")] == [30, 31]
    assert [(datum["low"], datum["high"]) for datum in values_in(chart, "rect")] == [(30, 40)]
    assert chart.spec["title"]["text"] == ["Latest, April 2024: 31 things"]
    (block,) = [layer["mark"] for layer in chart.spec["layer"] if layer["mark"]["type"] == "rect"]
    assert block["strokeDash"]
    assert "Dashed edge: a forecast, a plan, or under a condition." in chart.key


def test_scenarios_stand_below_what_was_observed_on_one_scale(charts: dict[str, Chart]) -> None:
    chart = charts["series-outlook"]
    assert chart.title == "Outlook, by scenario, over time"
    labels = [datum["label"] for datum in values_in(chart, "text")]
    assert labels == ["Observed, 2024: 412 things", "Stated policies, 2030: 486 things", "Net zero, 2050: 798 things"]


def test_one_series_of_a_group_is_titled_with_it_and_the_last_forecast_is_not_the_latest(
    charts: dict[str, Chart],
) -> None:
    (chart,) = (each for name, each in charts.items() if name.startswith("series-planned"))
    assert chart.title == "Planned: Men, over time"
    assert chart.spec["title"]["text"] == ["Last, 2050: 9 things"]


def test_hollow_and_pale_mean_a_source_that_is_not_named_in_every_chart(charts: dict[str, Chart]) -> None:
    channels = ("fillOpacity", "opacity")
    encodings = [layer["encoding"] for chart in charts.values() for layer in chart.spec["layer"]]
    conditions = [each[channel]["condition"] for each in encodings for channel in channels if channel in each]
    assert {condition["test"] for condition in conditions} == {"datum.named"}


def test_a_chart_says_how_many_groups_it_leaves_out(charts: dict[str, Chart]) -> None:
    assert len(labels_of(charts["series-thirty.region"])) == 12
    assert "The first 12 of 30 groups are drawn." in charts["series-thirty.region"].key
    assert len(labels_of(charts["groups-thirty.region"])) == 30


def test_an_axis_that_does_not_begin_at_zero_says_so(charts: dict[str, Chart], jobs: Catalogue) -> None:
    known = {**charts, **{chart.name: chart for chart in build.charts(jobs, select(jobs, Selection()))}}
    said = {name for name, chart in known.items() if "The axis does not begin at zero." in chart.key}
    assert {"series-rate", "series-participation"} <= said
    assert not said & {"groups-gain.industry", "groups-nothing.sex", "series-gain", "groups-thirty.region"}


@pytest.mark.parametrize(
    ("marks", "ticks"),
    [
        ((0.0, 13_000.0), [0, 5_000, 10_000, 15_000]),
        ((0.0, 600_000.0), [0, 200_000, 400_000, 600_000]),
        ((-5_300.0, 21_400.0), [-10_000, 0, 10_000, 20_000, 30_000]),
        ((4.8, 5.1), [4.8, 4.9, 5.0, 5.1]),
    ],
)
def test_an_axis_has_a_tick_at_or_beyond_its_outermost_marks(marks: Domain, ticks: list[float]) -> None:
    axis = scale.up(axes.with_ticks(marks, 0.01)).to_dict()
    assert axis["axis"]["values"] == pytest.approx(ticks)
    first, last = axis["scale"]["domain"]
    assert first <= ticks[0]
    assert ticks[-1] <= last


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ((62.95, 63.25), ["63.0", "63.2"]),
        ((0.0, 3_000_000.0), ["0", "3,000,000"]),
        ((-145.0, 61.0), ["−100", "50"]),
    ],
)
def test_ticks_of_one_axis_have_the_same_decimals(ends: Domain, words: list[str]) -> None:
    assert list(scale.outer_ticks(ends).values()) == words


def test_a_chart_is_planned_with_the_title_that_it_gets(release: Catalogue, charts: dict[str, Chart]) -> None:
    planned = build.planned_charts(release, select(release, Selection()), "printed")
    assert [(each.name, each.title) for each in planned] == [(chart.name, chart.title) for chart in charts.values()]
