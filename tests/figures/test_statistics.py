"""Groups, intervals, adjustments and falls stand in the words of a figure, and in columns of their own."""

import re
from pathlib import Path

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.charts.canvas import SIZES
from indicators.charts.series import series_of
from indicators.charts.statistical_values import series_names
from indicators.combine.compare import compare
from indicators.export import figure_table
from indicators.figures import summary
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.figure_fields import figure_fields
from indicators.figures.summary import full_title
from indicators.render import figure_card, figure_picture, source_card
from indicators.render import figure_table as table_of_figures
from indicators.ui.parts import operands
from tests.support.blanks import plain
from tests.support.edits import Edited
from tests.support.places import JOBS
from tests.support.release import make_release


@pytest.fixture(scope="module")
def jobs() -> Catalogue:
    return load(JOBS)


def _figure(catalogue: Catalogue, identity: str) -> Figure:
    (figure,) = figures_of(catalogue, catalogue.rows(identity))
    return figure


def test_the_groups_stand_in_the_title_and_among_the_fields(jobs: Catalogue) -> None:
    figure = _figure(jobs, "gain-care")
    assert (figure.title, figure.measure) == ("Change in jobs: Care (of Services)", "Change in jobs")
    fields = {field.label: field.text for field in figure_fields(figure)}
    assert (fields["Group"], fields["Statistic"]) == ("Care (of Services)", "change of Jobs")
    assert fields["Adjustment"] == "adjusted for the season"


def test_an_interval_stands_with_its_number_and_is_no_bound(jobs: Catalogue) -> None:
    figure = _figure(jobs, "infected-first")
    assert figure.phrase == "41,000 persons (95 % credible interval 31,000 to 56,000)"
    assert (figure.amount, figure.qualifier) == ("41,000 persons", "unqualified")
    assert "95 % credible interval 31,000 to 56,000" in plain(figure_card.card([figure]))
    for size in SIZES:
        picture = figure_picture.svg(figure, scheme="light", size=size, address="").decode()
        assert " ".join(re.findall("<text[^>]*>([^<]+)</text>", picture)).count(figure.interval) == 1
    row = figure_table.table(jobs, jobs.rows("infected-first")).iloc[0]
    assert (row["lower"], row["upper"]) == (41000, 41000)
    assert (row["interval_lower"], row["interval_upper"]) == (31000, 56000)
    assert (row["interval_kind"], row["interval_level"]) == ("credible", 95)


def test_a_change_below_zero_is_a_fall(jobs: Catalogue) -> None:
    figure = _figure(jobs, "gain-retail")
    assert (figure.phrase, figure.parts) == ("a fall of 15 jobs", ("a fall of", "15"))


def test_a_vintage_is_told_with_what_the_value_was_revised_to(jobs: Catalogue) -> None:
    assert [_figure(jobs, name).vintage for name in ("gain-january-first", "gain-january", "gain-march")] == [
        "first published, revised to 481 jobs",
        "revised",
        "",
    ]


def test_of_several_revisions_the_last_counts(edited: Edited) -> None:
    def twice(csv: str) -> str:
        row = next(line for line in csv.splitlines() if line.startswith("gain-january,")).replace("2024-01", "2024-03")
        once = row.replace("gain-january-first", "gain-march").replace("gain-january,", "once,", 1)
        again = (
            row.replace("gain-january-first", "once").replace("gain-january,", "again,", 1).replace(",481,", ",-20,")
        )
        return f"{csv}{once}\n{again}\n"

    revised = edited(JOBS, "observations.csv", twice)
    assert [_figure(revised, name).vintage for name in ("gain-march", "once", "again")] == [
        "revised to a fall of 20 jobs",
        "revised, later to a fall of 20 jobs",
        "revised",
    ]


def test_two_values_of_one_thing_never_look_alike(jobs: Catalogue, shipped: Catalogue) -> None:
    assert full_title(_figure(jobs, "gain-january")) == "Change in jobs (revised)"
    titles = [full_title(_figure(shipped, f"containers-2024-{month}")) for month in ("03", "08")]
    assert titles[0] == f"{titles[1]} (later figure: 13,000 containers)"
    rows = jobs.rows("gain-january-first", "gain-january")
    table = plain(table_of_figures.table(jobs, rows, "printed", None, record=False, figure_address=str))
    source = plain(source_card.card(jobs, rows, "bureau", "printed"))
    for figure in figures_of(jobs, rows):
        title = full_title(figure)
        assert f"</strong>\N{EM SPACE}{title} <" in source
        assert f'<td data-name="What it measures">{title}</td>' in table
        assert f"<h1>{title}</h1>" in plain(figure_card.in_full(figure))
        assert f"<h3>{title}</h3>" in plain(figure_card.card([figure]))
        assert summary.title(figure).endswith(f": {title}")
        assert title in operands.operand_names(jobs, [figure.id])[figure.id]


def test_values_that_are_adjusted_otherwise_never_look_alike(tmp_path: Path) -> None:
    indicators = [
        {"id": "growth", "title": "Growth", "statistic": "percent_change"},
        {"id": "sales", "title": "Sales", "statistic": "total"},
    ]
    growth = {"indicator": "growth", "unit": "percent", "value": "3", "period": "2024-03"}
    real = {**growth, "prices": "real", "price_base": "2020"}
    rows = [
        {**growth, "id": "nominal", "prices": "nominal"},
        {**real, "id": "real"},
        {**real, "id": "yearly", "annualised": "yes"},
        {"id": "sales", "indicator": "sales", "value": "9", "period": "2024-03", "season": "adjusted"},
    ]
    release = make_release(tmp_path / "release", indicators, rows)
    assert [full_title(figure) for figure in figures_of(release, release.figures)] == [
        "Growth (in nominal terms)",
        "Growth (in real terms at prices of 2020)",
        "Growth (in real terms at prices of 2020, annualised)",
        "Sales",
    ]
    assert series_names(release, series_of(release, release.observations(release.figures)[:3])) == [
        "Nominal",
        "Real at prices of 2020",
        "Real at prices of 2020, annualised",
    ]


def test_a_card_of_several_groups_is_headed_by_what_is_measured(jobs: Catalogue) -> None:
    card = figure_card.card(figures_of(jobs, jobs.rows("rate-men", "rate-women")))
    assert "<h3>Unemployment rate</h3>" in card


def test_compare_says_which_time_its_choices_and_groups_are_of(jobs: Catalogue) -> None:
    names = operands.operand_names(jobs, ["participation-2020", "rate-men"])
    assert names["participation-2020"] == "63.4 percent, Participation rate, February 2020 (Bureau)"
    meaning = compare(jobs, "rate-men", "minus", "rate-women").meaning
    assert meaning == "How two groups compare at one time, March 2024; no change."
