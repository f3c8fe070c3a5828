"""A value beside a mean of such values, and the mean of a part beside that of its whole, on a made-up release."""

from pathlib import Path

import pytest

from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from tests.support.release import make_release

INDICATORS = [
    {"id": "jobs", "title": "Jobs", "statistic": "level"},
    {"id": "gain", "title": "Gain of jobs", "statistic": "change", "change_of": "jobs"},
    {"id": "mean-gain", "title": "Mean gain of jobs", "statistic": "mean", "change_of": "jobs"},
    {"id": "week", "title": "Mean working week", "statistic": "mean"},
    {"id": "overtime", "title": "Mean overtime", "statistic": "mean", "part_of": "week"},
    {"id": "leave", "title": "Mean leave", "statistic": "mean"},
    {"id": "median-week", "title": "Median working week", "statistic": "median"},
    {"id": "week-change", "title": "Change in the mean working week", "statistic": "change", "change_of": "week"},
]
OBSERVATIONS = [
    {"id": "jobs-march", "indicator": "jobs", "value": "9000", "period": "2024-03"},
    {"id": "gain-march", "indicator": "gain", "value": "236", "period": "2024-03"},
    {"id": "gain-before", "indicator": "mean-gain", "value": "334", "period": "2023-09/2024-02"},
    {"id": "week-march", "indicator": "week", "value": "40", "period": "2024-03"},
    {"id": "week-before", "indicator": "week", "value": "41", "period": "2024-02"},
    {"id": "overtime-march", "indicator": "overtime", "value": "3", "period": "2024-03"},
    {"id": "leave-march", "indicator": "leave", "value": "5", "period": "2024-03"},
    {"id": "median-march", "indicator": "median-week", "value": "38", "period": "2024-03"},
    {"id": "shorter", "indicator": "week-change", "value": "-1", "period": "2024-03"},
]
_BELOW = "How far the value is below the mean of September 2023 to February 2024"
_NO_CHANGE = "no change from one time to another."


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder: Path = tmp_path_factory.mktemp("means") / "release"
    return make_release(folder, INDICATORS, OBSERVATIONS)


@pytest.mark.parametrize(
    ("question", "answer", "meaning"),
    [
        ("gain-march minus gain-before", "−98 things", f"{_BELOW}; {_NO_CHANGE}"),
        ("gain-before minus gain-march", "98 things", f"{_BELOW}; {_NO_CHANGE}"),
        ("gain-march percent-change gain-before", "about −29.3 percent", f"{_BELOW}, in percent; {_NO_CHANGE}"),
        ("gain-march over gain-before", "about 0.707", "How many times the one is the other; one of them is a mean."),
        ("overtime-march over week-march", "0.075", "The share of the part in its whole."),
        ("week-march minus overtime-march", "37 things", "What the whole holds besides this part."),
        ("leave-march over week-march", "about 0.13", "How many times the one is the other; both are means."),
        ("leave-march over week-before", "about 0.12", "How many times the one is the other; both are means."),
        ("shorter over week-march", "−0.025", ""),
    ],
)
def test_what_holds_beside_a_mean(question: str, answer: str, meaning: str, release: Catalogue) -> None:
    verdict = compare(release, *question.split())
    assert (verdict.verdict, verdict.answer, verdict.meaning) == ("sound", answer, meaning)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("jobs-march minus gain-before", "They measure different things"),
        ("jobs-march over gain-before", "They measure different things"),
        ("shorter minus week-march", "They measure different things"),
        ("leave-march minus week-march", "They measure different things"),
        ("week-march minus median-march", "They are different statistics."),
        ("gain-march plus gain-before", "They measure different things"),
        ("overtime-march plus week-march", "counted twice"),
        ("overtime-march over week-before", "They measure different things"),
    ],
)
def test_what_does_not_hold_beside_a_mean(question: str, why: str, release: Catalogue) -> None:
    verdict = compare(release, *question.split())
    assert verdict.verdict == "refused"
    assert why in " ".join(reason.text for reason in verdict.reasons)
