"""Numbers so rare, with the day or the month to which they belong, that hardly anything else can be meant."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES, Finding


def _accused(catalogue: Catalogue, text: str) -> list[Finding]:
    return [finding for finding in check(catalogue, text) if finding.verdict in ACCUSES]


def test_an_estimate_of_a_week_without_a_speaker_loses_its_source(infections: Catalogue) -> None:
    (found,) = _accused(infections, "Read this on a wall: about 11,600 of us had reed fever in the week to 5 May.")
    assert (found.figure, found.loses) == ("infected-05-05", ("source",))


def test_jobs_told_as_people_are_found_where_the_source_stands_in_a_line_of_its_own(jobs: Catalogue) -> None:
    (found,) = _accused(jobs, "26,600 people went into work in Halvern in March. (Source: Statistics Office)")
    assert (found.figure, found.loses) == ("gain-2024-03", ("kind",))


def test_a_difference_that_is_worth_something_is_a_result(jobs: Catalogue) -> None:
    levels = "In April 412,000 persons were unemployed in Halvern, and 431,000 without the adjustment for the season"
    (found,) = _accused(jobs, f"{levels}, says the Statistics Office. Put differently, the season is worth 19,000.")
    assert (found.words, found.verdict) == ("19,000", "unsound")


@pytest.mark.parametrize(
    "text",
    [
        "In the week to 12 May 14,200 people visited the fair.",
        "In the week to 12 May 104 people tested positive for flu.",
        "In the week to 12 May there were 9 patients with flu at the clinic of Ostrand.",
        "In Chile 9,100 people had measles in the week to 28 April.",
    ],
)
def test_the_same_number_of_something_else_in_the_same_week_is_not_accused(infections: Catalogue, text: str) -> None:
    assert not _accused(infections, text)


@pytest.mark.parametrize(
    "text",
    [
        "In April 21,400 people found new homes in Halvern. The unemployment rate was 4.8 percent",
        "In April 24,700 people moved to Halvern for work. The unemployment rate was 4.8 percent",
    ],
)
def test_people_with_the_number_of_jobs_beside_their_source_are_not_accused(jobs: Catalogue, text: str) -> None:
    assert not _accused(jobs, f"{text}, the Statistics Office says.")


def test_the_people_of_an_office_are_its_source_and_those_of_another_are_not(jobs: Catalogue) -> None:
    rate = "say that the unemployment rate of Halvern was 4.8 percent in April."
    assert not _accused(jobs, f"Halvern's statisticians {rate}")
    assert _accused(jobs, f"Halvern's economists {rate}")


def test_a_figure_of_one_industry_told_of_all_loses_its_population(jobs: Catalogue) -> None:
    said = "Factories in Halvern had 600 fewer jobs in April, the Statistics Office says"
    (found,) = _accused(jobs, f"{said}, and overtime in the whole economy was 2.8 hours.")
    assert (found.figure, found.loses) == ("overtime", ("population",))
    assert not _accused(jobs, f"{said}, and overtime in manufacturing was 2.8 hours.")


@pytest.mark.parametrize(
    "text",
    [
        "Hospitals throughout the country admitted 9 patients with reed fever in the week to 12 May",
        "In the week to 12 May 1.61% of the pupils of the Marsh Valleys had reed fever",
    ],
)
def test_a_figure_told_of_a_whole_country_or_of_some_people_loses_its_population(
    infections: Catalogue, text: str
) -> None:
    (found,) = _accused(infections, f"{text}, the Valley Health Service says.")
    assert found.loses == ("population",)


@pytest.mark.parametrize(
    "text",
    [
        "In the week to 12 May the hospital admitted 9 patients with reed fever, and nationwide there were 80",
        "Hospitals nationwide were full. Port Ellan's admitted 9 patients with reed fever in the week to 12 May",
        "In the week to 12 May an estimated 14,200 people across the country had reed fever",
        "In the week to 12 May 2.4% of children under 16 had reed fever",
    ],
)
def test_a_figure_beside_others_of_the_country_or_of_its_own_group_is_whole(infections: Catalogue, text: str) -> None:
    assert not _accused(infections, f"{text}, the Valley Health Service says.")
