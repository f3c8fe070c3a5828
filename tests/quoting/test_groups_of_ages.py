"""Groups whose names have numbers, as ages do: these part no statements, and *and over* is no bound."""

import pytest

from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES
from tools.drafts import catalogue_in

JOBS, FEVER = "examples/jobs", "examples/infections"
OFFICE, WEEK = "the Statistics Office says", "in the week to 12 May 2024, the Valley Health Service says"

QUIET = [
    (JOBS, f"Unemployment in Halvern in April 2024, {OFFICE}: those aged 15 to 24 11.6 percent, those aged 55 and over "
     "3.2 percent."),
    (FEVER, f"Among children under 16 the share of people with reed fever was 2.4% {WEEK}; among people aged 16 to 64 "
     "1.5%."),
]  # fmt: skip
WRONG = [
    (JOBS, f"Among those aged 15 to 24 the unemployment rate was 4.1 percent in April 2024, {OFFICE}, while "
     "among those aged 25 to 54 it was 4.1 percent.", ["population", ""]),
    (JOBS, f"{OFFICE}: the unemployment rate in April 2024 was highest among men, at 5.6 percent, and lowest among "
     "women, at 4.7 percent.", ["value", ""]),
    (FEVER, f"Among children under 16, the share of people with reed fever was 2.1% {WEEK}.", ["value"]),
]  # fmt: skip
OTHERS = [
    # an age, a sort and a place that the catalogue has no figure of
    (JOBS, f"Among those aged 20 to 24 the unemployment rate was 10.1 percent in April 2024, {OFFICE}."),
    (JOBS, f"Among those aged 65 and over the unemployment rate was 2.5 percent in April 2024, {OFFICE}."),
    (JOBS, f"Among women aged 25 to 54 the unemployment rate was 4.4 percent in April 2024, {OFFICE}."),
    (JOBS, f"Among those aged 25 to 54 with children the unemployment rate was 3.8 percent in April 2024, {OFFICE}."),
    (JOBS, f"The unemployment rate was 4.8 percent in April 2024, {OFFICE}, and highest among men in the south, at 6.1 "
     "percent."),
    (FEVER, f"Among children under 5 the share of people with reed fever was 3.1% {WEEK}."),
]  # fmt: skip


@pytest.mark.parametrize(("folder", "text"), OTHERS)
def test_a_number_of_another_age_is_no_wrong_one(folder: str, text: str) -> None:
    assert not [finding for finding in check(catalogue_in(folder), text) if finding.verdict in ACCUSES]


@pytest.mark.parametrize(("folder", "text"), QUIET)
def test_a_group_of_an_age_is_told_by_its_numbers(folder: str, text: str) -> None:
    findings = check(catalogue_in(folder), text)
    assert [finding.verdict for finding in findings if finding.figure] == ["whole", "whole"]
    assert not [finding for finding in findings if finding.verdict in ACCUSES]


@pytest.mark.parametrize(("folder", "text", "lost"), WRONG)
def test_another_value_of_a_group_of_an_age_is_found(folder: str, text: str, lost: list[str]) -> None:
    findings = [finding for finding in check(catalogue_in(folder), text) if finding.figure]
    assert [" ".join(finding.loses) for finding in findings] == lost
