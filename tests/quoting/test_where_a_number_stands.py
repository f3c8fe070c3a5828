"""A number is checked alike wherever its line stands: in a list, behind another text, beside another statement."""

import pytest

from indicators.figures.selection import Selection
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES
from indicators.render import report
from tests.quoting.test_own_texts import plain
from tools.drafts import ROOT, catalogue_in

WEEK = "in the week to 12 May, the Valley Health Service says."
OFFICE = "the Statistics Office of Halvern says."


@pytest.mark.parametrize("folder", ["examples/jobs", "examples/infections"])
def test_the_report_of_an_example_loses_nothing_where_its_passages_begin_elsewhere(folder: str) -> None:
    catalogue = catalogue_in(ROOT / folder)
    text = "-" * 700 + "\n\n" + plain(report.page(catalogue, Selection(record=True)))
    assert not [finding.message for finding in check(catalogue, text, record=True) if finding.verdict in ACCUSES]


@pytest.mark.parametrize(
    ("folder", "text", "lost"),
    [
        pytest.param(
            "data",
            "in the days and weeks to come | Time ahead in which arguments are to grow | The author | forecast | 2",
            set(),
            id="the and of a number joins nothing",
        ),
        pytest.param(
            "data", "Russian losses per day in September: approx. 1,200 (reportedly)", set(), id="whose losses are told"
        ),
        pytest.param(
            "examples/jobs",
            "Jobs in hotels and restaurants in April were still 12,400 below their number of February 2020; in retail "
            f"trade 5,300 went in April alone, {OFFICE}",
            set(),
            id="alone behind a semicolon",
        ),
        pytest.param(
            "examples/jobs",
            f"Jobs in hotels were 12,400 below their number of February 2020 in April alone, {OFFICE}",
            {"hotels-since-2020"},
            id="alone",
        ),
        pytest.param(
            "examples/jobs",
            "The Statistics Office of Halvern expects jobs to grow by 1.9 percent this year, 2024, and by 1.6 percent "
            "next year.",
            set(),
            id="next year behind a year",
        ),
        pytest.param(
            "examples/jobs",
            "The Statistics Office of Halvern expects jobs to grow by 1.6 percent next year, in 2026.",
            {"growth-2025"},
            id="another year",
        ),
        pytest.param(
            "data",
            "A provisional United Nations tally counts more than 600,000 Russian dead and wounded since the conflict "
            "started; another army lost 18,000 in 1950.",
            {"casualties-total"},
            id="an old year behind a semicolon",
        ),
        pytest.param(
            "examples/infections",
            "Aged 65 or older: 1 percent (95 % credible interval 0.7 to 1.5) had reed fever " + WEEK,
            set(),
            id="an end of an interval is not the share of another group",
        ),
        pytest.param(
            "examples/infections",
            "Aged 65 or older: 1.5 percent had reed fever " + WEEK,
            {"share-16-64"},
            id="the share of another group",
        ),
    ],
)
def test_what_stands_beside_a_number_is_not_of_it(folder: str, text: str, lost: set[str]) -> None:
    found = check(catalogue_in(ROOT / folder), text, record=True)
    assert {finding.figure for finding in found if finding.verdict in ACCUSES} == lost
