"""A number told of another group than its figure, or of the whole, and a change told in the other direction."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES

SAID = "in Halvern in April, the Statistics Office said."
REPORTED = "in the week to 12 May, the Valley Health Service says."


def _losses(catalogue: Catalogue, text: str) -> dict[str, tuple[str, ...]]:
    """What the numbers of a text lose, by figure."""
    return {one.figure: one.loses for one in check(catalogue, text) if one.verdict in ACCUSES}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (f"There were 219,000 unemployed women {SAID}", ["unemployed-men"]),
        (f"There were 193,000 men and 219,000 women unemployed {SAID}", ["unemployed-women", "unemployed-men"]),
        (f"The unemployment rate was 4.7 percent for men and 4.9 percent for women {SAID}", ["rate-women", "rate-men"]),
        (f"The unemployment rate of people aged 25 to 54 was 11.6 percent {SAID}", ["rate-15-24"]),
        (f"Construction added 9,800 jobs and health care 4,100 {SAID}", ["gain-health-care", "gain-construction"]),
        (f"Health care added 21,400 jobs {SAID}", ["gain-2024-04"]),
        (f"The unemployment rate was 11.6 percent {SAID}", ["rate-15-24"]),
        (f"Employers added 9,800 jobs {SAID}", ["gain-health-care"]),
    ],
)
def test_another_group_or_none_loses_whom_it_is_about(jobs: Catalogue, text: str, figures: list[str]) -> None:
    assert _losses(jobs, text) == dict.fromkeys(figures, ("population",))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (f"About 1 in 48 people in the Lake Valley had reed fever {REPORTED}", ["ratio-north"]),
        (f"About 1 in 62 people in the Lake Valley had reed fever {REPORTED}", ["infected-ratio"]),
        (f"Reed fever had 2.4% of people aged 65 or older {REPORTED}", ["share-children"]),
        (f"2.4% of people had reed fever {REPORTED}", ["share-children"]),
    ],
)
def test_another_valley_or_age_loses_whom_it_is_about(infections: Catalogue, text: str, figures: list[str]) -> None:
    assert _losses(infections, text) == dict.fromkeys(figures, ("population",))


@pytest.mark.parametrize(
    "text",
    [
        f"Women's and men's rates of unemployment were 4.7 and 4.9 percent, respectively, {SAID}",
        f"In all 412,000 men and women were unemployed {SAID}",
        f"Health care and construction led as employers added 21,400 jobs {SAID}",
        f"Led by health care, employers added 21,400 jobs {SAID}",
        f"Health care added 9,800 jobs, construction 4,100 and public administration 3,200 {SAID}",
        f"Of the 21,400 jobs that were added, health care accounted for 9,800 and construction for 4,100 {SAID}",
        f"By rate of unemployment: men 4.9 percent, women 4.7 percent, aged 15 to 24 11.6 percent {SAID}",
        f"Youth unemployment was 11.6 percent {SAID}",
        f"Builders added 4,100 jobs and shops lost 5,300 {SAID}",
    ],
)
def test_a_group_that_is_told_or_may_be_told_by_another_name_is_not_accused(jobs: Catalogue, text: str) -> None:
    assert _losses(jobs, text) == {}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (f"Employers lost 21,400 jobs {SAID}", ["gain-2024-04"]),
        (f"There were 21,400 fewer payroll jobs {SAID}", ["gain-2024-04"]),
        (f"Payroll jobs fell by 21,400 {SAID}", ["gain-2024-04"]),
        (f"Retail trade gained 5,300 jobs while health care lost 9,800 {SAID}", ["gain-retail", "gain-health-care"]),
        (f"Mean hourly pay fell by 0.12 crowns, or 0.5 percent, {SAID}", ["pay-change", "pay-change-percent"]),
        (f"The mean working week was 0.1 hours longer than in March {SAID}", ["hours-change"]),
        (f"The gain of March was revised down by 1,900 {SAID}", ["revision-2024-03"]),
        (f"Jobs in retail trade were above their level of March 2024 by 5,300 {SAID}", ["gain-retail"]),
        (f"Jobs in health care were lower than at their level of March by 9,800 {SAID}", ["gain-health-care"]),
    ],
)
def test_the_other_direction_loses_the_value(jobs: Catalogue, text: str, figures: list[str]) -> None:
    assert _losses(jobs, text) == dict.fromkeys(figures, ("value",))


@pytest.mark.parametrize(
    "text",
    [
        f"Monthly job creation fell to 21,400 {SAID}",
        f"The gain in payroll jobs fell from 26,600 in March to 21,400 {SAID}",
        f"The 21,400 new payroll jobs fell short of forecasts {SAID}",
        f"A smaller gain of 21,400 payroll jobs was all there was {SAID}",
        f"Payroll jobs were not down 21,400 but up {SAID}",
        f"There were 9,000 more unemployed people who had lost a permanent job {SAID}",
        f"Retail trade lost 5,300 jobs while health care added 9,800 {SAID}",
        f"The mean working week was 0.1 hours shorter than in March {SAID}",
        f"Jobs in retail trade were below their level of March 2024 by 5,300 {SAID}",
        f"Jobs in health care rose further above their level of March by 9,800 {SAID}",
        f"In retail trade, where pay is above that of farms, jobs changed by 5,300 {SAID}",
        f"Jobs in retail trade of people above 55 and below changed by 5,300 {SAID}",
    ],
)
def test_what_tells_no_other_direction_is_not_accused(jobs: Catalogue, text: str) -> None:
    assert _losses(jobs, text) == {}
