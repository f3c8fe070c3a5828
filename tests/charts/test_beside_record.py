"""Charts of figures of the subject beside those of the public record."""

from typing import Any

import pytest

from indicators.catalogue.model import Catalogue
from indicators.charts import build, typeface
from indicators.charts.chart import MOST, Chart
from indicators.figures.selection import Selection, select
from tests.support.edits import Edited, repeat_row
from tests.support.places import DATA


def drawing(shipped: Catalogue, topic: str, title: str) -> Chart:
    rows = select(shipped, Selection(topic=(topic,), record=True))
    return {one.title: one for one in build.charts(shipped, rows)}[title]


def cells(drawn: Chart) -> dict[str, dict[str, Any]]:
    """The data of the mark of each figure."""
    data = (value for values in drawn.spec["datasets"].values() for value in values)
    # The line from zero to the marks of a row has the data of the first of them.
    return {value["id"]: value for value in reversed([*data]) if "id" in value}


def headings(drawn: Chart) -> list[object]:
    data = (value for values in drawn.spec["datasets"].values() for value in values)
    return list(dict.fromkeys(value["heading"] for value in data if "heading" in value))


def label_lines(drawn: Chart, *, wide: bool = True) -> list[tuple[str, str]]:
    """The lines of the labels and what stands beside them, from top to bottom, in a wide chart or on a phone."""
    data = {
        (value["y"], value["dy"]): (value["text"], value["beside"])
        for values in drawn.spec["datasets"].values()
        for value in values
        if value.get("wide") is wide
    }
    return [data[place] for place in sorted(data)]


def test_containers_have_a_panel_for_each_government_in_which_every_number_says_since_when_it_counts(
    shipped: Catalogue,
) -> None:
    drawn = drawing(shipped, "arms", "Arms transfers: containers, with what others published")
    assert headings(drawn) == ["South Korea", "United States"]  # first the one with figures of the article
    assert label_lines(drawn) == [
        ("about 5,000 · since Oct 2023", "29 Dec 2023"),
        ("South Korean minister · reported", ""),
        ("about 6,700 · since Jul 2023", "26 Feb 2024"),
        ("South Korean minister · reported", ""),
        ("7,000 · start not stated · printed here", "Mar 2024 (year assumed)"),
        ("South Korean military (unnamed) · estimate", ""),
        ("Probably the same figure, published elsewhere: about 7,000 ·", "18 Mar 2024"),
        ("since 2023 (period assumed) · South Korean minister · reported", ""),
        ("at least 10,000 · start not stated", "14 Jun 2024"),
        ("South Korean minister · estimate", ""),
        ("13,000 · start not stated · printed here", "Aug 2024 (year assumed)"),
        ("South Korean military (unnamed) · estimate", ""),
        ("Probably the same figure, published elsewhere: more than 13,000 ·", "27 Aug 2024"),
        ("since about Jun 2022 · South Korean DIA · estimate", ""),
        ("more than 1,000 · start not stated", "13 Oct 2023"),
        ("US NSC · reported", ""),
        ("more than 10,000 · since Sep 2023", "23 Feb 2024"),
        ("US State Department · reported", ""),
        ("more than 11,000 · since Sep 2023", "Jun 2024 (assumed)"),
        ("US State Department · reported", ""),
    ]  # fmt: skip


def test_what_is_most_likely_one_publication_is_one_line_with_two_marks(shipped: Catalogue) -> None:
    drawn = drawing(shipped, "losses", "Losses and casualties: dead and wounded together, with what others published")
    stems = [layer for layer in drawn.spec["layer"] if layer["mark"]["type"] == "rule"]
    lines = [value["id"] for layer in stems for value in drawn.spec["datasets"][layer["data"]["name"]] if "id" in value]
    assert lines == ["casualties-total", "uk-total-2024-09", "uk-total-2024-10", "ua-total-2024-10"]
    here, elsewhere = (cells(drawn)[one] for one in ("casualties-total", "us-total-2024-10"))
    assert here["y"] == elsewhere["y"]
    assert here["offset"] < elsewhere["offset"]
    assert "probably the same publication" in drawn.alt


def test_totals_of_one_kind_stand_under_those_who_counted(shipped: Catalogue) -> None:
    drawn = drawing(shipped, "losses", "Losses and casualties: dead and wounded together, with what others published")
    assert headings(drawn) == ["Count of US officials and US assessments", "Count of Ukrainian General Staff"]
    assert any(line.startswith("Each heading is another count") for line in drawn.key)
    rows = select(shipped, Selection(topic=("losses",), record=True))
    alone = rows[~rows["source"].isin(["uk-mod", "ua-military"])]
    assert all(not headings(one) for one in build.charts(shipped, alone) if one.name.startswith("level"))


def test_one_publication_alone_is_nothing_to_compare(shipped: Catalogue) -> None:
    rows = select(shipped, Selection(topic=("arms",), record=True))
    assert [one.name for one in build.charts(shipped, rows)] == ["issued-containers-arms"]


@pytest.mark.parametrize("wide", [True, False], ids=["wide", "phone"])
def test_no_label_stands_beyond_its_line(wide: bool, shipped: Catalogue, edited: Edited) -> None:
    long = edited(
        DATA, "observations.csv", lambda csv: csv.replace(",13000,,,,,,more_than", ",130013001300130,,,,,,more_than")
    )
    for catalogue in (shipped, long):
        drawn = drawing(catalogue, "arms", "Arms transfers: containers, with what others published")
        widths = [typeface.width(f"{text} {beside}", 12) for text, beside in label_lines(drawn, wide=wide)]
        assert max(widths) <= (560 if wide else 310)


@pytest.mark.parametrize(
    ("country", "panels"),
    [("", ["South Korea", "US NSC", "US State Department"]), ("South Korea", [])],
    ids=["a source without a country has its own panel", "a single panel has no heading"],
)
def test_panels_are_those_of_countries_and_of_sources_without_one(
    country: str, panels: list[str], edited: Edited
) -> None:
    catalogue = edited(DATA, "sources.csv", lambda csv: csv.replace(",United States,", f",{country},"))
    assert headings(drawing(catalogue, "arms", "Arms transfers: containers, with what others published")) == panels


def test_rates_of_two_kinds_stand_under_headings_of_their_own(shipped: Catalogue) -> None:
    title = "Losses and casualties: personnel losses a day, and dead and wounded a day, with what others published"
    drawn = drawing(shipped, "losses", title)
    assert set(cells(drawn)) == {
        "losses-daily", "nyt-daily-2024-09",
        "uk-daily-2024-05", "uk-daily-2024-07", "uk-daily-2024-08", "uk-daily-2024-09",
    }  # fmt: skip
    assert headings(drawn) == ["Personnel losses a day", "Dead and wounded a day"]
    assert drawn.unit == "", "each heading names the unit of its numbers"
    assert drawn.alt.startswith("Chart in personnel losses a day, and dead and wounded a day.")
    assert any("not the same thing" in line for line in drawn.key)
    assert drawn.key[-2:] == (
        "Personnel losses a day: Whether a loss means dead, wounded, missing or captured is not stated.",
        "Dead and wounded a day: It relays the counting of a party to the war.",
    )


def test_a_tally_shows_its_parts(shipped: Catalogue) -> None:
    drawn = drawing(shipped, "losses", "Losses and casualties: dead and wounded together, with what others published")
    assert ("at most 615,000 = 115,000 killed + 500,000 wounded · since Feb 2022", "") in label_lines(drawn)
    (bars,) = (layer for layer in drawn.spec["layer"] if layer["mark"]["type"] == "bar")
    segments = drawn.spec["datasets"][bars["data"]["name"]]
    assert [(value["name"], value["low"], value["value"]) for value in segments] == [
        ("killed", 0, 115_000),
        ("wounded", 115_000, 615_000),
    ]


def test_troops_say_their_stage_in_the_order_of_their_dates(shipped: Catalogue) -> None:
    drawn = drawing(shipped, "troops", "Troop deployment: troops, with what others published")
    values = cells(drawn)
    assert (values["western-range"]["low"], values["western-range"]["value"]) == (2000, 12000)
    lines = [text for text, _ in label_lines(drawn)]
    assert "1,500 · A further 1,500, in Russia" in lines
    assert "NIS · 23 Oct 2024 · planned" in lines
    leads = [value for value in values.values() if value["row"] == value["id"]]
    order = [value["id"] for value in sorted(leads, key=lambda value: value["y"])]
    # A figure without a date stands where the same publication has one.
    assert order == [
        "troops-mobilized", "western-range", "nis-1500", "troops-considered", "nis-1500-more", "troops-training",
        "nis-10000-by-december",
    ]  # fmt: skip
    assert drawn.alt.count("published elsewhere") == 7
    assert drawn.key[-1] == "Troop numbers at different stages may count the same people; they must not be added."


def test_a_chart_may_leave_out_the_figures_that_are_printed_here(edited: Edited) -> None:
    # More figures than a chart shows, all of them of an earlier day than those printed.
    catalogue = edited(DATA, "observations.csv", lambda csv: repeat_row(csv, "rok-containers-2023-12", MOST))
    rows = select(catalogue, Selection(topic=("arms",), record=True))
    (chart,) = [chart for chart in build.charts(catalogue, rows) if chart.name == "issued-containers-arms"]
    assert len(chart.figures) == MOST
    assert not {figure.id for figure in chart.figures} & {"containers-2024-03", "containers-2024-08"}
