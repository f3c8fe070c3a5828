"""A figure that a passage tells twice: what is owed with the number is owed with each of the two."""

import pytest

from indicators.quoting.check import check
from tools.drafts import ROOT, catalogue_in

JOBS, INFECTIONS = "examples/jobs", "examples/infections"
RATE = "The unemployment rate in Halvern was 4.8 percent in April, says the Statistics Office."
WOMEN = "The unemployment rate of women in Halvern was 4.7 percent in April, says the Statistics Office."
FEVER = "An estimated 14,200 people in the Marsh Valleys had reed fever in the week to 12 May, the Health Service says."
FIRST = "Halvern's Statistics Office now has a gain of 27,300 jobs in February, after a first estimate of 31,500."
PAY = "Mean hourly pay in Halvern rose by 4.4 percent over the year to April, the Statistics Office says."


@pytest.mark.parametrize(
    ("folder", "right", "wrong", "loses"),
    [
        (INFECTIONS, FEVER, "So 14,200 people in the Marsh Valleys had reed fever.", "bound"),
        (INFECTIONS, FEVER, "An estimated 14,200 people died of reed fever.", "kind"),
        (INFECTIONS, FEVER, "An estimated 14,200 people had reed fever in the week to 5 May.", "wrong_period"),
        (JOBS, RATE, "In March the unemployment rate was 4.8 percent.", "wrong_period"),
        (JOBS, RATE, "The unemployment rate of women was 4.8 percent.", "population"),
        (JOBS, WOMEN, "For men, the unemployment rate was 4.7 percent.", "population"),
        (JOBS, PAY, "Hourly pay rose by 4.4 percentage points over the year.", "unit"),
        (JOBS, PAY, "Hourly pay fell by 4.4 percent over the year.", "value"),
        (JOBS, FIRST, "Employers have now added 31,500 jobs in February.", "update"),
    ],
)
def test_each_of_two_tellings_owes_what_stands_with_a_number(folder: str, right: str, wrong: str, loses: str) -> None:
    found = [(one.verdict, one.loses) for one in check(catalogue_in(ROOT / folder), f"{right} {wrong}")]
    assert found == [*[("whole", ())] * (len(found) - 1), ("loses", (loses,))]


@pytest.mark.parametrize(
    "text",
    [
        f"{RATE} The rate of 4.8 percent is lower than in March.",
        f"{RATE} As the central bank says, an unemployment rate of 4.8 percent is low.",
        f"{RATE} In March nobody would have bet on an unemployment rate of 4.8 percent.",
        f"{FIRST} It had first put the gain of payroll jobs in February at 31,500.",
    ],
)
def test_what_is_owed_in_the_passage_is_met_by_the_passage(text: str) -> None:
    assert not [one for one in check(catalogue_in(ROOT / JOBS), text) if one.verdict == "loses"]


def test_of_two_countries_the_one_beside_the_office_is_named_as_the_speaker() -> None:
    text = (
        "ROME – US Defense Secretary Lloyd Austin, 71, alleged on Wednesday that roughly 10,000 North Korean soldiers "
        "were being mobilised to enter the war on Russia's side."
    )
    assert "not “US”" in check(catalogue_in("data"), text)[1].message
