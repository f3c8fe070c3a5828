"""A wording to copy of an indicator with a clause is a sentence that a newspaper could print."""

import re

import pytest

from indicators.catalogue.model import Catalogue
from indicators.figures.clauses import clause_words
from indicators.figures.quotable import quotable_lines
from tests.support.edits import Edited
from tests.support.places import ROOT, WARDS

EDITORS_WORDS = re.compile(r"assumed|editor|not stated|[{}]|  | [,.]")


CATALOGUES = pytest.mark.parametrize("catalogue", ["shipped", "jobs", "infections"], indirect=True)
"""Those that have clauses."""


@CATALOGUES
def test_no_wording_has_words_of_the_editor_or_an_empty_mark(catalogue: Catalogue) -> None:
    for figure in catalogue.figure_ids:
        assert not EDITORS_WORDS.search(quotable_lines(catalogue, figure).medium), figure


@CATALOGUES
def test_every_figure_but_a_revision_has_a_clause(catalogue: Catalogue) -> None:
    figures = map(catalogue.observation, catalogue.figure_ids)
    assert {one.indicator for one in figures if not clause_words(catalogue, one)} <= {"revision"}


@pytest.mark.parametrize(
    ("catalogue", "figure", "wording"),
    [
        (
            "shipped",
            "containers-2024-08",
            "In August, unnamed South Korean military officials estimated that North Korea had delivered "
            "13,000 containers to Russia through the port in Rason.",
        ),
        (
            "shipped",
            "containers-2024-03",
            "In March, unnamed South Korean military officials estimated that North Korea had delivered "
            "7,000 containers to Russia, an earlier estimate, since replaced by 13,000 in August.",
        ),
        ("shipped", "losses-daily", "Reportedly, Russia lost about 1,200 personnel a day in September."),
        (
            "shipped",
            "nyt-daily-2024-09",
            "On 10 October 2024, unnamed US and British military analysts said that Russia lost more than 1,200 "
            "personnel a day in September 2024.",
        ),
        (
            "shipped",
            "troops-training",
            "South Korea's National Intelligence Service claimed that 3,000 North Korean troops were already "
            "training in Russia.",
        ),
        (
            "shipped",
            "troops-pending",
            "The article by Daniel DePetris says that the deployment of “thousands of North Korean foot soldiers”"
            " to Russia is pending.",
        ),
        (
            "shipped",
            "distance",
            "The article by Daniel DePetris says that North Korea is more than 4,200 miles away from the war.",
        ),
        (
            "shipped",
            "nis-10000-by-december",
            "On 23 October 2024, South Korea's National Intelligence Service said that 10,000 North Korean troops"
            " were planned to be in Russia by December 2024.",
        ),
        (
            "jobs",
            "gain-manufacturing",
            "On 10 May 2024, the Statistics Office of Halvern said that the number of payroll jobs "
            "(manufacturing) fell by 600 in April 2024, adjusted for the season.",
        ),
        (
            "jobs",
            "pay-year-real",
            "On 10 May 2024, the Statistics Office of Halvern said that mean hourly pay rose by 1.1 percent from "
            "April 2023 to April 2024, adjusted for the season, in real terms at prices of 2020.",
        ),
        (
            "infections",
            "infected-06-02",
            "On 17 May 2024, the Valley Health Service forecast that between 18,000 and 31,000 people would have "
            "reed fever from 27 May to 2 June 2024.",
        ),
        (
            "infections",
            "ratio-north",
            "On 17 May 2024, the Valley Health Service estimated that about 1 in 48 people (North Valley) in "
            "private households had reed fever (95 % credible interval 1 in 61 to 1 in 38) from 6 to 12 May "
            "2024.",
        ),
    ],
    indirect=["catalogue"],
)
def test_a_wording_is_a_sentence_of_speaker_verb_and_clause(catalogue: Catalogue, figure: str, wording: str) -> None:
    assert quotable_lines(catalogue, figure).medium == wording


def test_an_indicator_without_a_clause_is_told_by_its_title(wards: Catalogue) -> None:
    assert quotable_lines(wards, "beds-staffed").short.startswith("The Northvale Health Board put ")


@pytest.mark.parametrize(
    ("value", "wording"),
    [
        ("-600", "fell by 600 in "),
        ("0", "put the gain of payroll jobs (manufacturing) at 0 jobs in "),
    ],
)
def test_a_change_has_the_clause_of_its_direction(value: str, wording: str, edited: Edited) -> None:
    def edit(table: str) -> str:
        return table.replace(",-600,", f",{value},")

    jobs = edited(ROOT / "examples/jobs", "observations.csv", edit)
    assert wording in quotable_lines(jobs, "gain-manufacturing").short


def test_groups_without_a_mark_stand_in_brackets_with_the_interval(edited: Edited) -> None:
    def edit(table: str) -> str:
        return table.replace("{} of people {groups} in private households had reed fever", "the share was {}", 1)

    short = quotable_lines(edited(ROOT / "examples/infections", "indicators.csv", edit), "share-children").short
    assert "the share was 2.4 percent (under 16; 95 % credible interval 1.7 to 3.2) from 6 to 12 May" in short


def test_a_clause_that_names_its_unit_has_no_words_for_a_magnitude(edited: Edited) -> None:
    def edit(table: str) -> str:
        return table.replace("the deployment of {} to Russia is pending", "{number} troops are to be sent", 1)

    short = quotable_lines(edited(ROOT / "data", "indicators.csv", edit), "troops-pending").short
    assert " gave North Korean foot soldiers whose deployment is pending as “thousands" in short


def test_a_clause_that_names_its_unit_takes_the_number_alone(edited: Edited) -> None:
    def edit(table: str) -> str:
        return table.replace(
            "for which there is staff on duty.,", "for which there is staff on duty.,{number} beds had staff", 1
        )

    catalogue = edited(WARDS, "indicators.csv", edit)
    assert quotable_lines(catalogue, "beds-staffed").short.startswith(
        "The Northvale Health Board said that exactly 1,240 beds had staff"
    )
