"""Other values of a figure that has siblings: of other months and quarters, of other groups, of other statistics."""

import pytest

from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES
from tools.drafts import catalogue_in

MEALS, RENTS = "tests/catalogues/meals", "tests/catalogues/rents"
SERVICE, OFFICE = "the School Meals Service says", "the Housing Office says"

WRONG = [
    # the words of a date, and the unit of the number, name nothing else
    (RENTS, f"The median monthly rent was 904 crowns in the first quarter of 2025, {OFFICE}.", "904", "rent-q1"),
    (RENTS, f"The median wait for a home of the city was 19 months in the first quarter of 2025, {OFFICE}.",
     "19", "wait"),
    # a word for all of a catalogue is no hint at a group whose name has it
    (RENTS, f"Bailiffs evicted 1,430 households in Lorvane in the first quarter of 2025, {OFFICE}.", "1,430",
     "evicted-q1"),
    # each number of a change has its own time, and an item of a list has the title of its heading
    (MEALS, f"Uptake went from 62.9 percent in March 2024 to 61.4 percent in March 2025, {SERVICE}.", "62.9",
     "uptake-2024-03"),
    (MEALS, f"Uptake was 61.4 percent in March 2025 (March 2024: 62.9 percent), {SERVICE}.", "62.9", "uptake-2024-03"),
    (MEALS, "Uptake of school meals, by the School Meals Service:\n- March 2024: 62.9 percent\n- March 2025: "
     "61.4 percent",
     "62.9", "uptake-2024-03"),
    # the quarter before, and of several titles the one that is told most of
    (RENTS, f"The vacancy rate was 3.1 percent in the first quarter of 2025, {OFFICE}, and 4.2 percent in the previous "
     "quarter.", "4.2", "vacancy-q4"),
    (RENTS, f"The median monthly rent was 940 crowns in the first quarter of 2025, {OFFICE}, whereas in the fourth "
     "quarter of 2024 it had been 990 crowns.", "990", "rent-q4"),
    # a group that opens the sentence holds for its numbers
    (MEALS, f"In the Uplands uptake rose from 70.1 percent in February 2025 to 73.1 percent in March, "
     f"{SERVICE}.", "73.1",
     "uptake-uplands"),
]  # fmt: skip
QUIET = [
    (RENTS, f"In the first quarter of 2025, {OFFICE}, half of all tenants paid at most 940 crowns a month, "
     "after 915 in the "
     "quarter before."),
    (RENTS, f"A tenth of the households waited at least 39 months for a home of the city in early 2025, "
     f"{OFFICE}, in the "
     "first quarter."),
    (RENTS, "In Erley, which is not part of Lorvane, 3.8 percent of shops stood empty in the first quarter of 2025."),
    # a group that has no figure of its own for that time
    (MEALS, f"In the Uplands uptake was 70.1 percent in February 2025, {SERVICE}, and 68.0 percent in March 2024."),
    ("examples/jobs", "For women, the unemployment rate in Halvern was 4.7 percent in April 2024 and 5.3 "
     "percent in April "
     "2023, according to the Statistics Office."),
    # two groups together, all but one, and those who are not counted
    (MEALS, f"Uptake in the Uplands and the North Coast together was 68.0 percent in March 2025, {SERVICE}."),
    (MEALS, f"Outside the Capital District uptake was 66.0 percent in March 2025, {SERVICE}."),
    (MEALS, f"The share of pupils who do not eat the school meal was 38.6 percent in March 2025, {SERVICE}."),
    # some days, some roads
    (MEALS, f"Uptake on Fridays was 55.0 percent in March 2025, {SERVICE}."),
    ("tests/catalogues/roads", "The number of people killed on Kellmark's motorways was 455 in 2024, the Road "
     "Safety Board "
     "says."),
    # a time without a figure
    ("examples/jobs", "The unemployment rate in Halvern went from 5.2 percent in December 2023 to 4.8 percent in April "
     "2024, the Statistics Office says."),
    # another statistic, another adjustment
    (RENTS, f"The mean monthly rent was 1,010 crowns in the first quarter of 2025, {OFFICE}."),
    (RENTS, f"The lower quartile of monthly rents was 720 crowns in the first quarter of 2025, {OFFICE}."),
    ("examples/jobs", "Unadjusted, the unemployment rate in Halvern was 5.0 percent in April 2024, the "
     "Statistics Office "
     "says."),
    # expected, or told at first
    (RENTS, "The Housing Office had expected the vacancy rate in Lorvane to be 2.8 percent in the first quarter "
     "of 2025."),
    (RENTS, "The Housing Office first put the vacancy rate in Lorvane at 3.3 percent for the first quarter of 2025."),
]  # fmt: skip


@pytest.mark.parametrize(("folder", "text", "words", "figure"), WRONG)
def test_another_value_of_a_sibling_is_found(folder: str, text: str, words: str, figure: str) -> None:
    findings = check(catalogue_in(folder), text)
    assert [(finding.figure, finding.loses) for finding in findings if finding.words == words] == [(figure, ("value",))]
    assert [finding.words for finding in findings if finding.verdict in ACCUSES] == [words]


@pytest.mark.parametrize(("folder", "text"), QUIET)
def test_a_number_that_may_be_of_something_else_is_not_accused(folder: str, text: str) -> None:
    findings = check(catalogue_in(folder), text)
    assert not [(finding.words, finding.loses) for finding in findings if finding.verdict in ACCUSES]
