"""Results of figures of two kinds: products, quotients, one in so many, the share of a fall in a rise."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES, DraftVerdict

SAID = "in Halvern in April, the Statistics Office said"
PAY = f"Mean pay was 24.31 crowns an hour and the mean working week 34.6 hours {SAID}."
JOBS = f"There were 7.31 million payroll jobs {SAID}, and 412,000 people were unemployed"
RETAIL = f"Of the 21,400 jobs that were gained {SAID}, retail trade with its 5,300 fewer"
ILL = "In the week to 12 May, the Valley Health Service says,"
TWO_VALLEYS = f"{ILL} about 1 in 48 people had reed fever in the North Valley and about 1 in 75 in the Lake Valley."
ADMITTED = f"{ILL} an estimated 14,200 people had reed fever and the hospital of Port Ellan admitted 9 patients"


@pytest.mark.parametrize(
    ("catalogue", "text", "pair"),
    [
        ("jobs", f"{JOBS}: 18 jobs for every one of them.", "jobs over unemployed"),
        ("jobs", f"{RETAIL} makes up a quarter.", "gain-retail over gain-2024-04"),
        ("infections", f"{TWO_VALLEYS} Together that is 3.4 percent.", "ratio-north plus ratio-lake"),
        ("infections", f"{ADMITTED}, one in 1,600 of the sick.", "admitted-05-12 over infected-05-12"),
    ],
    indirect=["catalogue"],
)
def test_a_result_that_is_refused_does_not_follow(catalogue: Catalogue, text: str, pair: str) -> None:
    found = check(catalogue, text)
    assert [one.pair for one in found if one.verdict == DraftVerdict.UNSOUND] == [pair]


@pytest.mark.parametrize(
    ("catalogue", "text"),
    [
        ("jobs", f"{PAY} If pay and hours went together, that would make 841 crowns a week."),
        ("jobs", f"{PAY} A bicycle costs 841 crowns."),
        ("jobs", f"{JOBS}. Each member of the cabinet has 18 jobs."),
        ("jobs", f"{RETAIL} is no news. A quarter of the shops close on Mondays."),
        ("infections", f"{ILL} 104 of 6,430 people tested positive."),
    ],
    indirect=["catalogue"],
)
def test_what_is_no_result_or_names_its_assumption_is_not_accused(catalogue: Catalogue, text: str) -> None:
    found = check(catalogue, text)
    assert [one.words for one in found if one.verdict in ACCUSES] == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"{PAY} That makes 841 crowns a week.", DraftVerdict.ASK),
        (f"{PAY} If pay and hours did not vary together, that would make 841 crowns a week.", DraftVerdict.FOLLOWS),
    ],
)
def test_a_result_names_what_it_assumes_where_the_draft_does_not(jobs: Catalogue, text: str, verdict: str) -> None:
    (result,) = [one for one in check(jobs, text) if one.pair == "pay times hours"]
    assert result.verdict == verdict
    assert "the two do not vary together" in f"{result.message} {result.assumes}".lower()
