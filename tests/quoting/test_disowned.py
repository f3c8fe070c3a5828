"""Numbers that a draft itself says are not so, and numbers that nothing but a name and people speak for."""

import pytest

from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES
from tools.drafts import ROOT, catalogue_in

INFECTIONS = "examples/infections"
TALLY = "US officials' provisional tally is of more than 600,000 Russian dead and wounded since the war began."


def _accused(text: str, folder: str = "data") -> set[str]:
    findings = check(catalogue_in(ROOT / folder), text, record=True)
    return {finding.words for finding in findings if finding.verdict in ACCUSES}


@pytest.mark.parametrize(
    ("told", "disowned"),
    [
        ("600,000 Russians have died, says a senator.", "600,000 Russians have died, says a senator. That is wrong."),
        ("600,000 Russians have died.", "Is it true that 600,000 Russians have died? No."),
        ("600,000 Russians have died.", "It is not true that 600,000 Russians have died."),
        (
            "A paper says that 600,000 Russians have died.",
            "No paper here: none of them has said 600,000 Russians died.",
        ),
        ("Russia has not only lost 600,000 dead.", "Russia has not lost 600,000 dead."),
        ("Nobody has seen the 600,000 dead Russians.", "Nobody has reported 600,000 dead Russians."),
        ("A paper writes of 600,000 dead Russians.", "The paper's 600,000 dead Russians were a blunder."),
        ("We write that 600,000 Russians have died.", "An earlier version said that 600,000 Russians have died."),
    ],
)
def test_what_a_draft_says_is_not_so_is_no_accusation(told: str, disowned: str) -> None:
    assert _accused(told) == {"600,000"}
    assert _accused(f"{disowned} {TALLY}") == set()


def test_a_time_in_which_something_did_not_happen_is_not_denied() -> None:
    assert _accused("Kim had not set foot abroad in four years.") == {"four"}


def test_what_is_said_behind_a_correction_counts() -> None:
    assert _accused("An earlier version gave 7,000; Moscow lost 1,200 dead a day in September.") == {"1,200"}


@pytest.mark.parametrize(
    ("folder", "off"),
    [
        (
            INFECTIONS,
            (
                "The Valley Health Service vaccinated 9,100 people against flu in April.",
                "1 in 48 pupils in North Valley goes to a private school.",
                "The Valley Health Service has taken 6,430 water samples since January.",
            ),
        ),
        (
            "examples/jobs",
            (
                "412,000 were unemployed in April, the Statistics Office says; 78,000 of them, 18.9 percent, had "
                "been so for a year or more.",
            ),
        ),
        (
            "tests/catalogues/wards",
            (
                "The health board employs 1,240 nurses' aides.",
                "About 90 patients a day visit the dentist at Northvale.",
            ),
        ),
        ("data", ("The Finance Ministry in Kyiv puts Russian dead and wounded at 650,000.",)),
    ],
)
def test_people_and_a_name_alone_are_no_figure(folder: str, off: tuple[str, ...]) -> None:
    assert [_accused(text, folder) for text in off] == [set() for _ in off]


def test_a_count_in_a_fortnight_is_no_rate_over_a_stay_of_days() -> None:
    week = "Port Ellan's hospital took in nine patients with reed fever in the week to 12 May, thirteen in a fortnight."
    assert _accused(f"{week} Their median stay was 5 days. So says the Valley Health Service.", INFECTIONS) == set()


def test_a_number_within_a_wide_range_of_rates_is_none_of_them() -> None:
    estimates = "The South Korean military estimated 7,000 containers in March and 13,000 in August."
    assert _accused(f"A thousand containers a month? {estimates}") == set()
