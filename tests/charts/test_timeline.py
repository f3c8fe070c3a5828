"""The chart of periods and dates of issue."""

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from indicators.catalogue.model import Catalogue
from indicators.charts import axes, build, timeline, typeface
from indicators.charts.axes import DAY
from indicators.charts.chart import Chart
from indicators.charts.drawn_period import drawn_period
from indicators.figures.selection import Selection, select
from indicators.measure.period import parse
from indicators.measure.span import Span
from tests.support.edits import Edited, repeat_row
from tests.support.places import WARDS

ASSUMED_KEY = "“Assumed”: by the editor, not printed; of a period it may be one end alone."


def span(text: str) -> Span:
    ends = parse(pd.Series([text])).iloc[0][["start_first", "start_last", "end_first", "end_last"]]
    return Span(**ends.to_dict(), text=text)


def strip_of(catalogue: Catalogue, rows: pd.DataFrame | None = None, *, record: bool = False) -> Chart:
    chosen = select(catalogue, Selection(record=record)) if rows is None else rows
    strip = timeline.strip(catalogue, chosen)
    assert strip is not None
    return strip


def data(strip: Chart, kind: str, **look: Any) -> list[dict[str, Any]]:
    """The data of the marks of this kind with this look."""
    return [
        value
        for layer in strip.spec["layer"]
        if layer["mark"]["type"] == kind and look.items() <= layer["mark"].items()
        for value in strip.spec["datasets"][layer["data"]["name"]]
    ]


def labels(strip: Chart, *, wide: bool) -> list[str]:
    """The label of each row, its lines joined."""
    lines: dict[float, list[str]] = {}
    for value in data(strip, "text"):
        if value.get("wide") is wide:
            lines.setdefault(value["y"], []).append(value["text"])
    return [" ".join(each) for _, each in sorted(lines.items())]


@pytest.mark.parametrize("wide", [True, False], ids=["wide", "phone"])
def test_a_label_is_whole_and_says_who_says_the_number(wide: bool, shipped: Catalogue) -> None:
    strip = strip_of(shipped, record=True)
    shown = labels(strip, wide=wide)
    for figure in strip.figures:
        assert any(label.startswith(f"{figure.phrase}: {figure.title}") for label in shown)
        assert any(f"· {figure.source_short}" in label for label in shown)
    most = 560 if wide else 310
    assert all(typeface.width(value["text"], 12) <= most for value in data(strip, "text") if value.get("wide") is wide)


def test_a_day_of_issue_is_a_diamond_and_a_month_a_line_below_its_bar(shipped: Catalogue) -> None:
    strip = strip_of(shipped, record=True)
    days = {value["id"]: value for value in data(strip, "point", shape="diamond")}
    months = {value["id"]: value for value in data(strip, "rule", strokeWidth=2)}
    bars = {value["id"]: value for value in data(strip, "bar")}
    assert {"containers-2024-03", "containers-2024-08"} <= months.keys()
    assert months["containers-2024-03"]["issued_end"] - months["containers-2024-03"]["issued_start"] == 31 * DAY
    assert "troops-mobilized" in days
    assert not days.keys() & months.keys()
    assert days.keys() & bars.keys()
    assert all(said["offset"] > bars[name]["offset"] for name, said in (days | months).items() if name in bars)


def test_a_bar_ends_when_it_was_said_and_what_is_expected_is_a_dashed_line(shipped: Catalogue) -> None:
    strip = strip_of(shipped, record=True)
    bars = {value["id"]: value for value in data(strip, "bar")}
    total = bars["us-total-2024-10"]
    assert total["end"] == total["issued_end"], "it covers the time up to October, and was said in October"
    assert bars["munitions-shipped"]["end"] == pd.Timestamp("2024-02-01").timestamp() * 1000
    (planned,) = (value for value in data(strip, "rule", strokeWidth=3) if value["id"] == "nis-10000-by-december")
    assert planned["id"] not in bars
    assert planned["end"] > planned["issued_end"], "a plan is for days that have not come"
    assert not total["named"]
    assert "Hollow: the source is not named." in strip.key


def test_no_two_labels_read_alike_where_the_publication_tells_what_it_counts(shipped: Catalogue) -> None:
    shown = [label for label in labels(strip_of(shipped, record=True), wide=True) if label.startswith("1,500 troops")]
    assert len(shown) > 1
    assert len(set(shown)) == len(shown)


def test_many_figures_of_one_time_share_a_row(shipped: Catalogue, edited: Edited) -> None:
    assert not [label for label in labels(strip_of(shipped, record=True), wide=True) if " figures: " in label]
    many = strip_of(edited(WARDS, "observations.csv", lambda csv: repeat_row(csv, "daily-officials", 12)))
    (shared,) = (label for label in labels(many, wide=True) if " figures: " in label)
    assert int(shared.split()[0]) > 10
    assert len(many.figures) > 12


@pytest.mark.parametrize("days", [1, 30, 200, 500, 1200, 5000, 63_000])
def test_each_line_of_the_grid_has_its_date_on_a_phone(days: int) -> None:
    times = [0.0, float(days * DAY)]
    channel = axes.time_with_few_dates("start", times).to_dict()
    ticks = channel["axis"]["values"]
    first, last = channel["scale"]["domain"]
    assert channel["axis"]["labelOverlap"] is False
    assert 2 <= len(ticks) <= 6
    assert all(first <= tick <= last for tick in ticks)
    # A label is at most 72 pixels wide, and the plot of a phone 310.
    assert min(after - before for before, after in pairwise(ticks)) / (last - first) * 310 > 50


def test_a_tall_chart_has_its_dates_above_the_rows_too(shipped: Catalogue) -> None:
    assert data(strip_of(shipped, record=True), "text", baseline="top")
    assert not data(strip_of(shipped, shipped.rows("munitions-shipped")), "text", baseline="top")


def test_dates_that_the_editor_assumed_are_said_in_each_chart_that_shows_them(shipped: Catalogue) -> None:
    charts = {chart.name: chart for chart in build.charts(shipped, select(shipped, Selection()))}
    (line,) = (line for line in charts["issued-containers-arms"].key if line.startswith("Assumed by the editor"))
    assert line == "Assumed by the editor: the year of the date of issue of Containers North Korea delivered to Russia."
    # It shows no date.
    assert not [line for line in charts["stages-troops-troops"].key if line.startswith("Assumed")]


def test_a_label_says_which_dates_of_its_own_figure_are_assumed(wards: Catalogue) -> None:
    rows = wards.rows("beds-planned", "oxygen-2023", "record-oxygen", "record-died")
    shown = {label.partition(":")[0]: label for label in labels(strip_of(wards, rows), wide=True)}
    assert len(shown) == 4
    assert [label.endswith("period assumed") for label in shown.values()].count(True) == 2
    assert shown["150 beds"].endswith(" · planned · start of the period assumed")
    assert strip_of(wards, rows).key.count(ASSUMED_KEY) == 1
    assert not [line for line in strip_of(wards, wards.rows("record-died")).key if "ssumed" in line]


def test_a_row_says_how_firmly_it_is_said_unless_all_are_said_alike(wards: Catalogue) -> None:
    several = strip_of(wards, wards.rows("record-died", "season-forecast"))
    assert [label.rpartition(" · ")[2] for label in labels(several, wide=True)] == ["reported", "forecast"]
    assert not [line for line in several.key if line.startswith("Status")]
    alike = strip_of(wards, wards.rows("record-died", "month-2023-09"))
    assert not any(label.endswith("reported") for label in labels(alike, wide=True))
    assert "Status of all: reported." in alike.key


def test_who_says_a_number_is_marked_where_nobody_is_named(wards: Catalogue) -> None:
    (label,) = labels(strip_of(wards, wards.rows("daily-officials")), wide=True)
    assert "(unnamed)" in label


@pytest.mark.parametrize(
    ("text", "solid", "vague"),
    [
        ("2024-01/2024-06", (0, 182), []),
        ("2024-01~/2024-06", (12.6, 182), [(0, 12.6)]),
        ("2024-01/2024-06?", (0, 169.4), [(169.4, 182)]),
        ("2024-03~", None, [(60, 91)]),
        ("/2024-06", None, [(156.8, 182)]),
        ("2024-01/", None, [(0, 25.2)]),
        ("../2024-06", (-60, 182), []),
    ],
)
def test_an_end_that_is_approximate_or_not_stated_is_not_drawn_sharp(
    text: str, solid: tuple[float, float] | None, vague: list[tuple[float, float]]
) -> None:
    """On an axis of 360 days, of which a piece is 25.2; it was said in September."""
    start = pd.Timestamp("2024-01-01").timestamp() * 1000
    drawn = drawn_period(span(text), span("2024-09"), (start - 60 * DAY, start + 300 * DAY), observed=True)

    def days(ends: tuple[float, float]) -> tuple[float, float]:
        return tuple(round((end - start) / DAY, 1) for end in ends)  # type: ignore[return-value]

    assert (drawn.solid and days(drawn.solid)) == solid
    assert [days(piece) for piece in drawn.vague] == vague


def test_a_plan_without_a_stated_start_is_a_short_line(wards: Catalogue, edited: Edited) -> None:
    planned = edited(WARDS, "observations.csv", lambda csv: csv.replace("planned,,,,,2024/..", "planned,,,,,/2024"))
    strip = strip_of(planned)
    (line,) = (value for value in data(strip, "rule", strokeWidth=3) if value["id"] == "beds-planned")
    assert line["no_start"]
    assert line["end"] - line["start"] < (line["end"] - min(value["start"] for value in data(strip, "bar"))) / 3
