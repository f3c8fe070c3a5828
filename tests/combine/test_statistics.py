"""The rules on groups, adjustments, changes, shares, means and intervals, on a made-up release of each sort."""

import dataclasses

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from indicators.combine.derived import all_derived
from tests.support.places import JOBS


@pytest.fixture(scope="module")
def jobs() -> Catalogue:
    return load(JOBS)


HOLDS = {
    "participation-2020 minus participation-2024": "0.9 percentage points",
    "participation-2024 percent-change participation-2020": "about −1.42 percent",
    "gain-january plus gain-february": "807 jobs",
    "gain-january-first minus gain-january": "36 jobs",
    "gain-march minus gain-february": "−90 jobs",
    "long-term-all over unemployed-all": "about 0.19",
    "unemployed-all minus long-term-all": "4,700 persons",
    "gain-care over gain-march": "about 0.31",
    "gain-march over mean-gain-before": "about 0.707",
    "rate-men minus rate-women": "0.4 percentage points",
    # 5,800 - (-100), 5,800 + (-120), and -120 in percent of 5,800 and back.
    "unemployed-all minus unemployed-change-march": "5,900 persons",
    "unemployed-change-april plus unemployed-all": "about 5,700 persons",
    "unemployed-all times unemployed-growth-april": "about −120 persons",
    "unemployed-change-april over unemployed-growth-april": "about 5,700 persons",
    "february-worked equals unemployed-february": "they agree",
    "april-worked equals unemployed-april": "they agree",
    "change-worked equals unemployed-change-march": "they agree",
    "growth-worked equals unemployed-growth-april": "they agree: −2.1 percent printed, −2.07 percent worked out, which "
    "is the same to the rounding of the printed number",
    "fall-in-percent equals unemployed-growth-april": "they agree: −2.1 percent printed, −2.07 percent worked out, "
    "which is the same to the rounding of the printed number",
    "fall-of-base equals unemployed-change-april": "they agree: −120 persons printed, −122 persons worked out, which "
    "is the same to the rounding of the printed number",
    "inflation-worked equals inflation-2025": "they agree: 2.4 percent printed, 2.4 percent worked out, which is the "
    "same to the rounding of the printed number",
    # A level of a day and the change of the year after it; a percentage less its change in points.
    "capacity-2023 plus added-2024": "1,865 GW",
    "capacity-2024 minus added-2024": "1,419 GW",
    "added-worked equals added-2024": "they agree",
    "share-sun minus share-sun-change": "about 10 percent",
    "warmth-july minus warmth-january": "21 °C",
    "long-term-part equals long-term-all": "they agree: 1,100 persons printed, 1,100 persons worked out, which is the "
    "same to the rounding of the printed number",
    "rate-men minus rate-all": "0.2 percentage points",
    "unemployed-men plus unemployed-women": "5,800 persons",
    "unemployed-men over unemployed-women": "about 1.1",
    "unemployed-all minus unemployed-men": "2,700 persons",
    "unemployed-north minus unemployed-islands": "300 persons",
    "long-term-printed times unemployed-all": "about 1,100 persons",
    "infected-second percent-change infected-first": "about 73 percent",
    "gain-march equals gain-march-table": "they agree",
    "revision-worked equals revision-printed": "they agree",
    "men-and-women equals unemployed-all": "they agree",
    "long-term-worked equals long-term-printed": "they agree: 18.9 percent printed, 18.97 percent worked out, which "
    "the rounding of the numbers it is worked out from explains",
}
HOLDS_IF = {
    "pay-march times hours-march": ("about 1,140 euros a week", "independent-means"),
    "solar-2026 over consumption-2026": ("about 0.11", "one-scope"),
    "labour-force-march over of-adults-march": ("about 273,000 persons", "its-share"),
    "labour-force-march over participation-2024": ("about 273,000 persons", "its-share"),
    "adults-worked equals adults-march": (
        "they agree: 273,000 persons printed, 273,000 persons worked out, which is the same to the rounding of the "
        "printed number",
        "its-share",
    ),
    # Of a group, the whole is of all groups; the share of the group may be one of the whole or of the group.
    "generation-sun over share-sun": ("1,800 gigawatt hours", "its-share"),
    "generation-worked equals generation-2024": ("they agree", "its-share"),
    "share-sun times generation-2024": ("about 200 gigawatt hours", "of-which-whole"),
    "share-sun times generation-sun": ("about 22 gigawatt hours", "of-which-whole"),
    "generation-sun over demand-2024": ("about 0.108", "one-scope"),
    "unemployed-all minus unemployed-over-year": ("5,200 persons", "ends-of-change"),
    "year-ago-worked equals unemployed-a-year-ago": ("they agree", "ends-of-change"),
}
DOES_NOT_HOLD = {
    "unemployed-north plus unemployed-islands": "may overlap: it is not stated that groups of this breakdown share no",
    "unemployed-all plus unemployed-men": "counted twice",
    "rate-men plus rate-women": "only where they are amounts",
    "rate-women-february minus rate-men": "not stated to be of one time",
    "gain-retail over gain-march": "of one sign",
    # A share takes one period and one group.
    "long-term-all over unemployed-february": "nothing states that one is a part",
    "long-term-all over unemployed-men": "different things of different groups",
    "gain-care over gain-january": "not stated to be of one time",
    "growth-2025 plus growth-2026": "about 7.1 percent, if both come about",
    "warmth-july over warmth-june": "a point of the scale",
    "warmth-july percent-change warmth-june": "a point of the scale",
    "gain-march over gain-december": "below zero and the other above",
    "share-sun-change equals share-sun": "do not convert",
    "adults-march over of-adults-march": "nothing states that one is a part",
    "unemployed-all plus unemployed-change-march": "relate to time in different ways",
    "unemployed-all minus men-change-march": "different things of different groups",
    "unemployed-april times unemployed-growth-april": "of the value before it",
    "growth-worked equals inflation-2025": "count different things",
    "growth-worked equals unemployed-change-april": "relate to time in different ways",
    "unemployed-all plus gain-march": "count different things",
    "gain-march over gain-march.period": "net change",
    "rate-raw minus rate-all": "adjusted for the season",
    "gain-january plus gain-march": "periods that adjoin",
    "gain-january plus gain-january-first": "two vintages",
    "long-term-printed times unemployed-men": "of one time and group",
    "unemployed-all times gain-march": "make a product",
}


@pytest.mark.parametrize("question", HOLDS)
def test_what_holds(question: str, jobs: Catalogue) -> None:
    verdict = compare(jobs, *question.split())
    assert (verdict.verdict, verdict.answer) == ("sound", HOLDS[question])


@pytest.mark.parametrize("question", HOLDS_IF)
def test_what_holds_under_an_assumption(question: str, jobs: Catalogue) -> None:
    verdict = compare(jobs, *question.split())
    answer, assumed = HOLDS_IF[question]
    assert (verdict.verdict, verdict.answer) == ("illustrative", answer)
    assert assumed in [assumption.id for assumption in verdict.assumptions]


@pytest.mark.parametrize("question", DOES_NOT_HOLD)
def test_what_does_not_hold(question: str, jobs: Catalogue) -> None:
    verdict = compare(jobs, *question.split())
    assert verdict.verdict == "refused"
    assert DOES_NOT_HOLD[question] in " ".join(reason.text for reason in verdict.reasons)


def test_a_revision_is_no_change(jobs: Catalogue) -> None:
    verdict = compare(jobs, "gain-january", "minus", "gain-january-first")
    assert verdict.meaning == "A revision of the published number, and no change of the thing."


def test_a_value_that_a_revised_one_updates_need_not_be_the_first_published(jobs: Catalogue) -> None:
    figures = jobs.figures.assign(vintage=jobs.figures["vintage"].replace("first_published", None))
    verdict = compare(dataclasses.replace(jobs, figures=figures), "gain-january", "minus", "gain-january-first")
    assert verdict.meaning == "A revision of the published number, and no change of the thing."


def test_intervals_that_overlap_do_not_tell_which_is_larger(jobs: Catalogue) -> None:
    verdict = compare(jobs, "infected-second", "minus", "infected-first")
    assert verdict.meaning.endswith("The two intervals overlap, so which is larger is not settled.")
    assert "how uncertain it is, is not known" in verdict.meaning
    assert "95 % credible interval 31,000 to 56,000 persons" in {reason.right for reason in verdict.reasons}


def test_a_change_in_percent_of_a_rate_is_relative(jobs: Catalogue) -> None:
    verdict = compare(jobs, "rate-men", "percent-change", "rate-women")
    assert "The change is relative" in " ".join(reason.text for reason in verdict.reasons)


def test_groups_that_make_up_the_whole_are_the_whole(jobs: Catalogue) -> None:
    derived = {figure.id: figure for figure in all_derived(jobs)}
    assert (derived["men-and-women"].statistic, derived["gap"].unit_label) == ("level", "percentage points")
    assert derived["two-months"].statistic == "change"
