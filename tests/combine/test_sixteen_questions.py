"""Sixteen questions that readers ask of a jobs release, an infection survey and an outlook, answered as a list.

The answers were given by a statistician before the rules were written."""

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from tests.support.places import JOBS

# Question, verdict, and words that the reader is told: of the answer, its meaning, a reason or an assumption.
QUESTIONS = [
    ("participation-2020 minus participation-2024", "sound", "0.9 percentage points"),
    ("participation-2024 percent-change participation-2020", "sound", "relative|not the difference in"),
    ("unemployed-north plus unemployed-islands", "refused", "may overlap"),
    ("gain-january plus gain-february", "sound", "807 jobs|changes of one series over periods that adjoin"),
    ("gain-january-first minus gain-january", "sound", "36 jobs|a revision of the published number"),
    ("revision-worked equals revision-printed", "sound", "they agree"),
    ("long-term-all over unemployed-all", "sound", "about 0.19|share"),
    ("long-term-worked equals long-term-printed", "sound", "they agree|rounding"),
    ("pay-march times hours-march", "illustrative", "their means may be multiplied"),
    ("gain-march over mean-gain-before", "sound", "about 0.707|mean"),
    ("rate-men minus rate-women", "sound", "0.4 percentage points|share no member, at one time"),
    ("gain-retail over gain-march", "refused", "of one sign"),
    ("growth-2025 plus growth-2026", "refused", "compound|about 7.1 percent, if both come about"),
    ("infected-second percent-change infected-first", "sound", "about 73 percent|not settled|uncertain it is, is not"),
    ("solar-2026 over consumption-2026", "illustrative", "of one scope"),
    ("unemployed-all plus gain-march", "refused", "count different things"),
    ("gain-march equals gain-march-table", "sound", "they agree|no independent confirmation"),
    ("gain-march over gain-march.period", "refused", "net change"),
]  # fmt: skip


@pytest.fixture(scope="module")
def jobs() -> Catalogue:
    return load(JOBS)


@pytest.mark.parametrize(("question", "verdict", "words"), QUESTIONS, ids=[question for question, *_ in QUESTIONS])
def test_the_answer_is_that_of_a_statistician(jobs: Catalogue, question: str, verdict: str, words: str) -> None:
    given = compare(jobs, *question.split())
    texts = [reason.text for reason in given.reasons] + [one.text for one in given.assumptions]
    told = " ".join((given.answer, given.meaning, *texts)).lower()
    assert given.verdict == verdict, given.reasons
    assert [word for word in words.lower().split("|") if word not in told] == []
