"""Charts: a bound looks like a bound, and every chart says in words what it shows."""

from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import pytest

from indicators.catalogue.model import Catalogue
from indicators.charts import axes, build, timeline, typeface
from indicators.charts.chart import Chart
from indicators.figures.build import figures_of
from indicators.figures.selection import Selection, select
from indicators.render import figure_card
from tests.support.edits import Edited, repeat_row
from tests.support.effort import part
from tests.support.places import WARDS


@pytest.fixture(scope="module")
def drawn(shipped: Catalogue) -> dict[str, Chart]:
    """Every chart that has an address by its title, also those of one figure, which no page shows."""
    rows = select(shipped, Selection())
    charts = (build.chart(shipped, rows, name) for name in build.chart_names(shipped, rows))
    return {one.title: one for one in charts if one}


def marks(drawing: Chart, kind: str) -> list[dict[str, Any]]:
    return [layer for layer in drawing.spec["layer"] if layer["mark"]["type"] == kind]


def test_charts_come_in_the_order_of_the_cards_where_there_is_something_to_compare(shipped: Catalogue) -> None:
    shown = list(build.charts(shipped, select(shipped, Selection())))
    assert [one.title for one in shown] == ["Containers North Korea delivered to Russia", "Troop deployment, by stage"]
    assert all(len(one.figures) > 1 for one in shown)


def test_the_key_says_what_the_labels_have_no_room_for(drawn: dict[str, Chart]) -> None:
    key = drawn["Containers North Korea delivered to Russia"].key
    assert "Source: South Korean military officials (unnamed), estimate." in key
    stages = drawn["Troop deployment, by stage"]
    assert not [line for line in stages.key if line.startswith("Source")], "its labels say so"
    assert any("must not be added" in line for line in stages.key)


def test_a_figure_and_its_update_are_joined_by_a_step_and_by_no_slope(drawn: dict[str, Chart]) -> None:
    joins = [layer["encoding"] for layer in marks(drawn["Containers North Korea delivered to Russia"], "rule")]
    assert [{"x2", "y2"} & set(encoding) for encoding in joins] == [{"x2"}, {"y2"}, {"x2"}]


def test_every_chart_is_valid_vega_lite(shipped: Catalogue) -> None:
    strip = timeline.strip(shipped, shipped.figures)
    assert strip
    for one in [*part(build.charts(shipped, shipped.figures), 5), strip]:
        alt.LayerChart.from_dict(one.spec)


def test_a_lower_bound_has_an_arrow_and_a_bare_number_has_none(drawn: dict[str, Chart]) -> None:
    def arrows(title: str) -> list[str]:
        points = marks(drawn[title], "point")
        return [layer["mark"]["shape"] for layer in points if "triangle" in layer["mark"].get("shape", "")]

    assert arrows("North Korean munitions shipped to Russian ports") == ["triangle-up"]
    assert arrows("Russian dead and wounded") == ["triangle-right"]
    assert arrows("Containers North Korea delivered to Russia") == []


def test_an_approximation_has_a_dashed_edge(drawn: dict[str, Chart]) -> None:
    (edge,) = marks(drawn["Russian personnel losses a day"], "rule")
    assert edge["mark"]["strokeDash"] == [4, 3]
    (edge,) = marks(drawn["North Korean munitions shipped to Russian ports"], "rule")
    assert edge["mark"]["strokeDash"] == [1, 0]


def test_a_source_without_a_name_is_drawn_pale(drawn: dict[str, Chart]) -> None:
    (block,) = marks(drawn["Russian personnel losses a day"], "rect")
    assert block["encoding"]["opacity"] == {"condition": {"test": "datum.named", "value": 0.6}, "value": 0.2}
    values = drawn["Russian personnel losses a day"].spec["datasets"][block["data"]["name"]]
    assert [value["named"] for value in values] == [False]


def test_what_is_only_conditional_is_not_drawn_like_a_claim(drawn: dict[str, Chart]) -> None:
    stages = drawn["Troop deployment, by stage"]
    squares = [layer for layer in marks(stages, "point") if layer["mark"].get("shape") == "square"]
    dashed = [layer for layer in marks(stages, "rule") if layer["mark"]["strokeDash"] != [1, 0]]
    for layers in (squares, dashed):
        (values,) = (stages.spec["datasets"][layer["data"]["name"]] for layer in layers)
        assert [value["id"] for value in values] == ["troops-considered"]
    assert "Square on a dashed line: a forecast, a plan, or under a condition." in stages.key


def test_the_key_names_the_look_that_is_in_the_chart(drawn: dict[str, Chart]) -> None:
    assert {
        "Hollow: the source is not named.",
        "Bar across a point: no day is stated, only that time.",
    } < {*drawn["Containers North Korea delivered to Russia"].key}
    assert "Faint: the source is not named." in drawn["Russian dead and wounded"].key


@pytest.mark.parametrize(
    ("text", "most", "found"),
    [
        ("one two three four", 80.0, ["one two", "three four"]),
        ("a very-long-word-alone", 60.0, ["a", "very-long-", "word-alone"]),
        ("short", 80.0, ["short"]),
        ("about ten · of them", 60.0, ["about ten ·", "of them"]),
        ("", 80.0, []),
    ],
)
def test_lines_of_a_label_are_about_equally_long(text: str, most: float, found: list[str]) -> None:
    assert [*typeface.even_lines(text, 12, most)] == found


def test_axis_titles_carry_units_and_tooltips_carry_source_and_caveats(
    drawn: dict[str, Chart],
) -> None:
    layer = drawn["North Korean munitions shipped to Russian ports"].spec["layer"][0]
    assert layer["encoding"]["y"]["title"] == "metric tons"
    assert layer["mark"]["tooltip"]["expr"] == (
        "{figure: datum.figure, what: datum.what, qualifier: datum.qualifier, source: datum.source, "
        "status: datum.status, covers: datum.covers, issued: datum.issued, caveats: datum.caveats}"
    )


def test_every_chart_says_in_words_what_it_shows(drawn: dict[str, Chart]) -> None:
    assert drawn["Russian dead and wounded"].alt == (
        "Chart in dead and wounded. Russian dead and wounded: more than 600,000 dead and wounded, US officials "
        "(government, unnamed), provisional, covers up to October 2024, its start not stated, issued not stated."
    )


def test_the_units_of_the_reader_are_those_of_the_axis(shipped: Catalogue) -> None:
    rows = shipped.rows("munitions-shipped")
    drawing = build.chart(shipped, rows, "period-munitions-mass-arms", "us")
    assert drawing is not None
    assert drawing.unit == "short tons"
    assert "more than 81,000 short tons" in drawing.alt


def test_the_strip_draws_what_is_dated_and_counts_what_is_not(shipped: Catalogue) -> None:
    strip = timeline.strip(shipped, select(shipped, Selection()))
    assert strip is not None
    assert "14 more figures state neither and cannot be drawn." in strip.key
    assert timeline.strip(shipped, shipped.rows("distance")) is None


def test_a_selection_without_figures_has_no_chart(shipped: Catalogue) -> None:
    assert list(build.charts(shipped, shipped.figures.head(0))) == []


def test_labels_of_figures_of_one_month_stand_in_lines_of_their_own(wards: Catalogue) -> None:
    one = {each.title: each for each in build.charts(wards, select(wards, Selection()))}["Admissions a day"]
    labels = [layer for layer in marks(one, "text") if "stroke" not in layer["mark"]]
    shown = [one.spec["datasets"][layer["data"]["name"]] for layer in labels]
    assert [[value["short"] for value in values] for values in shown] == [
        ["about 90 admissions a day"],
        ["91 admissions a day"],
    ]
    lines = [layer["mark"]["dy"] for layer in labels]
    assert lines[0] - lines[1] >= 16


def test_a_line_that_is_not_drawn_is_not_explained(wards: Catalogue) -> None:
    one = {each.title: each for each in build.charts(wards, select(wards, Selection()))}
    assert not [line for line in one["Admissions since the season began"].key if line.startswith("Dashed line")]


def test_only_a_figure_and_its_update_have_an_arrow_between_them(wards: Catalogue) -> None:
    season = wards.figures[(wards.figures["indicator"] == "admissions-season") & (wards.figures["role"] == "subject")]
    assert len(season) > 2
    assert figure_card.card(figures_of(wards, season)).count("→") == 1


def test_numbers_that_have_no_room_are_not_written_and_the_key_says_so(edited: Edited) -> None:
    crowded = edited(WARDS, "observations.csv", lambda csv: repeat_row(csv, "daily-officials", 12))
    (chart,) = [
        chart for chart in build.charts(crowded, select(crowded, Selection())) if chart.title == "Admissions a day"
    ]
    written = [value for layer in marks(chart, "text") for value in chart.spec["datasets"][layer["data"]["name"]]]
    assert 0 < len(written) < len(chart.figures)
    assert "Where numbers would cover one another some are not written." in chart.key


def test_a_day_among_decades_and_the_first_of_1970_have_a_mark(edited: Edited) -> None:
    def dated(csv: str) -> str:
        csv = csv.replace(",planned,,,,,2024/..,,period,", ",planned,,,,,1901/2024,1970-01-01,,")
        return csv.replace(",conditional,,,,,,,source,", ",conditional,,,,,2023-12-04,,,")

    catalogue = edited(WARDS, "observations.csv", dated)
    rows = catalogue.rows("beds-planned", "beds-if-frost")
    strip = timeline.strip(catalogue, rows)
    assert strip is not None
    # Both are expected: lines that are thicker than those of months of issue.
    wide, narrow = [layer for layer in marks(strip, "rule") if layer["mark"]["strokeWidth"] == 3]
    assert "xOffset" not in wide["mark"]
    assert (narrow["mark"]["xOffset"], narrow["mark"]["x2Offset"]) == (-1.5, 1.5)
    (drawn_day,) = strip.spec["datasets"][narrow["data"]["name"]]
    assert drawn_day["id"] == "beds-if-frost"
    diamonds = [layer for layer in marks(strip, "point") if layer["mark"]["shape"] == "diamond"]
    assert [value["issued_start"] for value in strip.spec["datasets"][diamonds[0]["data"]["name"]]] == [0]


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "0001-12-31"), ("0001-01-01", "9999-12-31")])
def test_a_time_axis_has_at_most_nine_ticks_within_the_years_that_a_calendar_has(first: str, last: str) -> None:
    times = [pd.Timestamp(np.datetime64(day, "s")).timestamp() * 1000 for day in (first, last)]
    ticks = axes.time("start", None, times).to_dict()["axis"]["values"]
    assert 0 < len(ticks) <= 9
    assert max(ticks) >= times[1] or last.startswith("9999"), "the axis goes on to a tick at or beyond the last mark"
    months = np.array(ticks, np.int64).astype("M8[ms]").astype("M8[M]")
    assert np.datetime64("0001-01") <= months.min() <= months.max() <= np.datetime64("9999-12")


def test_ticks_of_a_long_time_are_round_years() -> None:
    times = [pd.Timestamp(f"{year}-01-01").timestamp() * 1000 for year in (1850, 2024)]
    ticks = axes.time("start", None, times).to_dict()["axis"]["values"]
    assert [pd.Timestamp(tick, unit="ms").year for tick in ticks] == [1850, 1900, 1950, 2000, 2050]


@pytest.mark.parametrize("days", range(1, 60))
def test_a_time_axis_of_days_has_at_most_seven_ticks_as_their_labels_are_long(days: int) -> None:
    labels = axes.time("start", None, [day * axes.DAY for day in (0.0, float(days))]).to_dict()["axis"]
    assert "%-d" not in labels["labelExpr"] or 0 < len(labels["values"]) <= 7
