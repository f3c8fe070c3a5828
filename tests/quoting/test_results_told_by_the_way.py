"""Results that a draft tells without naming them as such, and groups and times that stand with the number before."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES, Finding

SAYS = "the Statistics Office says"
FEATURES = f"In April 71,000 of the unemployed in Halvern were born abroad and 38,000 live with a disability, {SAYS}."


def _accused(catalogue: Catalogue, text: str) -> list[Finding]:
    return [finding for finding in check(catalogue, text) if finding.verdict in ACCUSES]


@pytest.mark.parametrize("told", ["In other words, 109,000 share a trait.", "All in all 109,000."])
def test_a_sum_of_groups_that_overlap_does_not_follow(jobs: Catalogue, told: str) -> None:
    (found,) = _accused(jobs, f"{FEATURES} {told}")
    assert found.pair == "unemployed-abroad plus unemployed-disability"


def test_a_sum_behind_a_colon_does_not_follow(infections: Catalogue) -> None:
    weeks = "about 9,100 people were ill with reed fever in the week to 28 April and about 11,600 in the week to 5 May"
    (found,) = _accused(infections, f"The Valley Health Service says that {weeks}: 20,700 sick in two weeks.")
    assert found.pair in {"infected-04-28 plus infected-05-05", "infected-05-05 plus infected-04-28"}


@pytest.mark.parametrize("told", ["Each day Halvern gained 713 jobs", "Jobs grew by 713 every single day of April"])
def test_a_net_change_is_no_rate_for_every_day(jobs: Catalogue, told: str) -> None:
    (found,) = _accused(jobs, f"{told}. Employers in Halvern added 21,400 jobs in April, {SAYS}.")
    assert found.pair == "gain-2024-04 over gain-2024-04.period"


@pytest.mark.parametrize("text", [f"{FEATURES} Makers sold 109,000 cars.", f"{FEATURES} Ferries made 109,000 trips."])
def test_a_sum_of_something_else_is_not_accused(jobs: Catalogue, text: str) -> None:
    assert not _accused(jobs, text)


def test_a_share_of_one_age_told_of_another_is_found(infections: Catalogue) -> None:
    told = "2.4% of those aged 65 or older had reed fever in the week to 12 May"
    (found,) = _accused(infections, f"{told}, the Valley Health Service says.")
    assert found.loses == ("population",)
    assert not _accused(infections, f"{told.replace('had reed fever', 'voted')}, the Valley Health Service says.")


def test_a_change_in_percent_behind_its_number_has_the_same_base(jobs: Catalogue) -> None:
    told = f"{SAYS[4:].capitalize()}: in April hotels and restaurants in Halvern had 12,400 jobs fewer than in February"
    assert {found.loses for found in _accused(jobs, f"{told} 2019, a drop of 3.1 percent.")} == {("wrong_period",)}
    assert not _accused(jobs, f"{told} 2020, a drop of 3.1 percent.")
