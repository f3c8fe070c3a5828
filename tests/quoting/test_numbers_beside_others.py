"""Numbers that name their thing only by another number of the passage: of a change, a group, an expected value."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES, DraftVerdict

PAY = "Mean hourly pay in Halvern was 24.31 crowns in April, the Statistics Office says."


def _told(catalogue: Catalogue, text: str) -> dict[str, tuple[str, ...]]:
    """What the numbers of a text lose, by figure or pair; a figure that is quoted whole loses nothing."""
    findings = check(catalogue, text)
    return {one.figure or one.pair: one.loses for one in findings if one.verdict in {*ACCUSES, DraftVerdict.WHOLE}}


def test_a_group_is_named_beside_another_one_of_its_thing(jobs: Catalogue) -> None:
    lost = "In April 164,000 unemployed people in Halvern had lost a permanent job, says the Statistics Office."
    told = _told(jobs, f"{lost} Another 97,000 were back in the search, 6,000 more than in March. All in all 261,000.")
    assert told["unemployed-returned"] == ()
    assert told["unemployed-returned-change"] == ("value",)
    assert "unemployed-lost-job plus unemployed-returned" in told


def test_a_change_is_named_beside_its_level(jobs: Catalogue) -> None:
    assert _told(jobs, f"{PAY} Since January pay is up 4.4 percent.")["pay-year"] == ("wrong_period",)


@pytest.mark.parametrize("subject", ["Rents", "Consumer prices", "Absence from work"])
def test_a_change_of_something_else_beside_a_level_is_not_accused(jobs: Catalogue, subject: str) -> None:
    assert _told(jobs, f"{PAY} {subject} fell by 4.4 percent since January.") == {"pay": ()}


def test_an_estimate_is_named_beside_what_is_expected(infections: Catalogue) -> None:
    expected = (
        "Between 18,000 and 31,000 people may have reed fever in the week to 2 June, says the Valley Health Service"
    )
    told = _told(infections, f"{expected}. That compares with about 14,200 in the week to 12 May.")
    assert told == {"infected-06-02": (), "infected-05-12": ()}


@pytest.mark.parametrize(
    "text",
    [
        "Nine admissions for reed fever at Port Ellan in the week to 12 May, after 4 in the week to 5 May",
        "Port Ellan took in 9 patients with reed fever in the week to 12 May, over twice the 4 of the week before",
        "Port Ellan. Patients admitted with reed fever in the week to 12 May: 9. Patients admitted, week to 5 May: 4",
    ],
)
def test_a_bare_number_follows_one_of_its_thing_or_its_label(infections: Catalogue, text: str) -> None:
    told = _told(infections, f"{text}, the Valley Health Service says.")
    assert told == {"admitted-05-12": (), "admitted-05-05": ()}


@pytest.mark.parametrize("further", ["after 5 days of rain and 4 of sun", "more than 4", "and broken legs: 4"])
def test_a_bare_number_of_something_else_is_not_accused(infections: Catalogue, further: str) -> None:
    said = "The Valley Health Service counts nine admissions for reed fever at Port Ellan in the week to 12 May"
    assert _told(infections, f"{said}, {further}.") == {"admitted-05-12": ()}
