"""The time that a figure owes, and the time from which a change is told."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import Finding

SAYS = "in Halvern, the Statistics Office says."


def _of(catalogue: Catalogue, text: str, figure: str) -> Finding:
    """The finding on a figure that a text quotes once."""
    (found,) = (finding for finding in check(catalogue, text) if finding.figure == figure)
    return found


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            f"In April 2024 hotels and restaurants had 12,400 fewer jobs than in February 2019 {SAYS}",
            "hotels-since-2020",
        ),
        (f"In April mean hourly pay was 4.4 percent higher than in March {SAYS}", "pay-year"),
        (f"In April mean hourly pay was up 4.4 percent on the month {SAYS}", "pay-year"),
        (f"Month on month, mean hourly pay rose by 4.4 percent in April {SAYS}", "pay-year"),
        (f"Since January mean hourly pay is up 4.4 percent {SAYS}", "pay-year"),
        (f"In April mean hourly pay was 0.5 percent higher than a year earlier {SAYS}", "pay-change-percent"),
        (f"The mean working week was 0.1 hours shorter than in April of the year before {SAYS}", "hours-change"),
    ],
)
def test_a_change_told_from_another_time_loses_its_period(jobs: Catalogue, text: str, figure: str) -> None:
    assert _of(jobs, text, figure).loses == ("wrong_period",)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (f"Over the year to April, mean hourly pay rose by 4.4 percent {SAYS}", "pay-year"),
        (
            f"Mean hourly pay rose by 0.5 percent on the month and by 4.4 percent on the year in April {SAYS}",
            "pay-year",
        ),
        (f"Mean hourly pay rose by 0.5 percent in April, more slowly than a year earlier {SAYS}", "pay-change-percent"),
        (f"Since January pay has risen every month, by 0.5 percent in April {SAYS}", "pay-change-percent"),
        (f"Employers added 21,400 jobs in April, fewer than in February, {SAYS}", "gain-2024-04"),
        (f"The working week was 0.1 hours shorter in April than in March {SAYS}", "hours-change"),
    ],
)
def test_a_change_told_from_its_own_time_or_beside_another_is_whole(jobs: Catalogue, text: str, figure: str) -> None:
    assert _of(jobs, text, figure).loses == ()


def test_a_level_owes_its_time_where_the_catalogue_has_it_at_several(jobs: Catalogue) -> None:
    participation = "The participation rate in Halvern is 64.2 percent, the Statistics Office says"
    assert _of(jobs, f"{participation}.", "participation-2024-04").loses == ("period",)
    assert _of(jobs, f"{participation}, as of April.", "participation-2024-04").loses == ()
    now = "The participation rate in Halvern now stands at 64.2 percent, the Statistics Office says."
    assert _of(jobs, now, "participation-2024-04").loses == ()
    force = "The labour force of Halvern is 8.58 million persons, the Statistics Office says."
    assert _of(jobs, force, "labour-force").loses == ()
