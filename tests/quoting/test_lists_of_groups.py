"""Numbers that stand with the names of their groups: in lists, in brackets, and of all where the figure is of one."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES, DraftVerdict

SAID = "in Halvern in April, the Statistics Office said."
REPORTED = "in the week to 12 May, the Valley Health Service says."
AGES = "Who had reed fever in the week to 12 May (Valley Health Service)?"


def _told(catalogue: Catalogue, text: str) -> dict[str, tuple[str, ...]]:
    """What the numbers of a text lose, by figure; a figure that is quoted whole loses nothing."""
    findings = check(catalogue, text)
    return {one.figure: one.loses for one in findings if one.verdict in {*ACCUSES, DraftVerdict.WHOLE}}


@pytest.mark.parametrize(
    "text",
    [
        f"{AGES}\nUnder 16: 2.4%\n16 to 64: 1.5%\n65 or older: 1.0%",
        f"{AGES}\n- under 16: 2.4%\n- 16 to 64: 1.5%\n- 65 or older: 1.0%",
        f"{AGES} Children under 16: 2.4%. Aged 16 to 64: 1.5%. Aged 65 or older: 1.0%.",
        f"{AGES} Under 16 (2.4%), 16 to 64 (1.5%), 65 or older (1.0%).",
        f"{AGES}\n\n| under 16 | 2.4% |\n| 16 to 64 | 1.5% |\n| 65 or older | 1.0% |",
    ],
)
def test_the_items_of_a_list_are_of_the_thing_in_its_heading(infections: Catalogue, text: str) -> None:
    assert _told(infections, text) == {"share-children": (), "share-16-64": (), "share-65-older": ()}


def test_another_value_of_an_item_is_lost(infections: Catalogue, jobs: Catalogue) -> None:
    ages = f"{AGES}\n- under 16: 2.4%\n- 16 to 64: 1.5%\n- 65 or older: 10%"
    assert _told(infections, ages)["share-65-older"] == ("value",)
    gains = "Payroll jobs, April (Statistics Office): health care +9,800, construction +4,300, retail trade -5,300."
    assert _told(jobs, gains)["gain-construction"] == ("value",)


@pytest.mark.parametrize(
    ("catalogue", "text"),
    [
        ("infections", f"{AGES} Under 16: 2.4%. 16 to 64: 1.5%. Vaccinated are 1.8% of those aged 65 or older."),
        ("infections", f"{AGES} Under 16: 2.4%. 16 to 64: 1.5%. Marsh flu: 2.0% of those aged 65 or older."),
        ("jobs", f"Men 4.9 percent and women 4.7 percent were unemployed {SAID} A year earlier 4.9 percent of women."),
        ("jobs", f"In Halvern 4.9 percent of women and 4.7 percent of men voted {SAID}"),
        (
            "jobs",
            "Unemployment by age, Halvern, April (Statistics Office): 15 to 24, 11.6 percent; 55 and over, 3.2.",
        ),
        ("jobs", "Halvern's Statistics Office says: March's gain in payroll jobs, once 24,700, is now 26,600."),
        (
            "infections",
            "In the week to 12 May the hospital took in nine patients, five more than the four of the week before.",
        ),
    ],
    indirect=["catalogue"],
)
def test_a_group_with_a_number_of_something_else_is_not_accused(catalogue: Catalogue, text: str) -> None:
    found = check(catalogue, text)
    assert [one.words for one in found if one.verdict in ACCUSES] == []


@pytest.mark.parametrize(
    ("catalogue", "text", "figure"),
    [
        ("jobs", f"11.6 percent of Halvern's workforce was unemployed {SAID}", "rate-15-24"),
        ("jobs", f"Overtime across all industries remained at 2.8 hours {SAID}", "overtime"),
        ("infections", f"Reed fever had 2.4% of the whole population {REPORTED}", "share-children"),
        ("infections", f"The fever was found in 1.0% of all children under 16 {REPORTED}", "share-65-older"),
    ],
    indirect=["catalogue"],
)
def test_the_number_of_a_group_told_of_all_or_of_another_loses_whom_it_is_about(
    catalogue: Catalogue, text: str, figure: str
) -> None:
    assert _told(catalogue, text) == {figure: ("population",)}


def test_a_difference_is_no_bound_of_what_it_is_told_from(jobs: Catalogue) -> None:
    text = f"The unemployment rate of women was 0.2 points lower than the 4.9 percent of men {SAID}"
    assert _told(jobs, text) == {"rate-men": ()}


@pytest.mark.parametrize("told", ["1.61 per thousand", "1.61‰", "1.61 per mille"])
def test_per_mille_is_another_unit_than_percent(infections: Catalogue, told: str) -> None:
    text = f"{told} of the population had reed fever {REPORTED}"
    assert _told(infections, text) == {"infected-share": ("unit",)}
    right = check(infections, text.replace("1.61", "16.1"))
    assert [(one.verdict, one.figure) for one in right] == [(DraftVerdict.FOLLOWS, "infected-share")]


def test_a_fall_in_percent_is_not_one_in_percentage_points(jobs: Catalogue) -> None:
    text = f"Hotels and restaurants had 12,400 jobs, or 3.1 percentage points, fewer than in February 2020 {SAID}"
    assert _told(jobs, text)["hotels-since-2020-percent"] == ("unit",)
