"""Scenarios and other alternatives: what they may be combined with, in a made-up outlook of electricity."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from tests.combine.conftest import Rows, extend
from tests.combine.test_other_releases import figure, indicator
from tests.support.places import JOBS


def _demand(identity: str, value: float, period: str, groups: str = "", status: str = "") -> dict[str, str]:
    expected = "forecast" if groups else "reported"
    return figure(identity, "demand", value, "gigawatt_hour", period, groups=groups, status=status or expected)


ROWS: Rows = {
    "dimensions": [
        {"id": "scenario", "title": "Scenario", "alternatives": "yes"},
    ],
    "groups": [
        {"id": "net-zero", "dimension": "scenario", "title": "Net zero"},
        {"id": "stated", "dimension": "scenario", "title": "Stated policies"},
    ],
    "indicators": [
        indicator("demand", "total", "electricity"),
        indicator("demand-change", "change", "electricity", change_of="demand"),
        indicator("demand-growth", "percent_change", "electricity", change_of="demand"),
    ],
    "observations": [
        _demand("seen-2023", 1000, "2023"),
        _demand("seen-2024", 1020, "2024"),
        _demand("expected-2024", 1010, "2024", status="forecast"),
        _demand("net-zero-2030", 900, "2030", "net-zero"),
        _demand("net-zero-2050", 700, "2050", "net-zero", "conditional"),
        _demand("stated-2030", 1200, "2030", "stated"),
        _demand("stated-2050", 1500, "2050", "stated"),
        _demand("net-zero-solar", 300, "2030", "net-zero;sun"),
        _demand("net-zero-wind", 200, "2030", "net-zero;wind"),
        _demand("stated-wind", 150, "2030", "stated;wind"),
        figure("fall", "demand-change", -20, "gigawatt_hour", "2025", groups="net-zero", status="forecast"),
        figure("growth", "demand-growth", -3.2, "percent", "2024/2030", groups="net-zero", status="forecast"),
        figure("rise", "demand-change", 200, "gigawatt_hour", "2023/2030", groups="stated", status="forecast"),
    ],
    "derivations": [
        {"id": "rise-worked", "title": "Rise", "operation": "difference", "left": "stated-2030", "right": "seen-2023"},
    ],
}
HOLDS = {
    "stated-2030 minus net-zero-2030": ("300 gigawatt hours", "no change over time"),
    "stated-2030 percent-change net-zero-2030": ("about 33 percent", "no change over time"),
    "net-zero-2030 over stated-2030": ("0.75", "two alternatives compare"),
    "net-zero-wind minus stated-wind": ("50 gigawatt hours", "two alternatives compare"),
    "seen-2024 minus expected-2024": ("10 gigawatt hours", "compares with what was observed; no change"),
    "seen-2024 equals expected-2024": ("they differ", ""),
}
HOLDS_IF = {
    "net-zero-2030 minus seen-2023": ("−100 gigawatt hours", "granted-net-zero", "a projected change"),
    "stated-2030 percent-change seen-2023": ("20 percent", "granted-stated", "a projected change"),
    "net-zero-2050 minus net-zero-2030": ("−200 gigawatt hours", "granted-net-zero", "a change from one stated time"),
    "expected-2024 minus seen-2023": ("10 gigawatt hours", "granted-forecast", "a projected change"),
    "net-zero-solar over net-zero-2030": ("about 0.33", "granted-net-zero", "share"),
    "net-zero-solar plus net-zero-wind": ("500 gigawatt hours", "granted-net-zero", "both groups together"),
    "seen-2024 plus fall": ("1,000 gigawatt hours", "granted-net-zero", "the value after the change"),
    "seen-2024 times growth": ("about −33 gigawatt hours", "granted-net-zero", ""),
    # Two separate years of one count, as in what is emitted until a year.
    "seen-2024 plus net-zero-2030": ("1,920 gigawatt hours", "granted-net-zero", ""),
    "rise-worked equals rise": ("they agree", "granted-stated", "one count"),
}
DOES_NOT_HOLD = {
    "net-zero-2030 plus stated-2030": "they never add",
    "net-zero-solar plus stated-wind": "they never add",
    "net-zero-2030 equals stated-2030": "two alternatives",
    "net-zero-2050 minus stated-2030": "not values of one thing and group at one time",
    "net-zero-solar over stated-2030": "not values of one thing and group at one time",
    "seen-2024 plus expected-2024": "they never add",
}


@pytest.fixture(scope="module")
def outlook(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return extend(tmp_path_factory.mktemp("outlook"), ROWS, JOBS)


@pytest.mark.parametrize("question", HOLDS)
def test_alternatives_are_set_side_by_side(question: str, outlook: Catalogue) -> None:
    verdict = compare(outlook, *question.split())
    answer, meant = HOLDS[question]
    assert (verdict.verdict, verdict.answer, verdict.assumptions) == ("sound", answer, ())
    assert meant in verdict.meaning.lower()


@pytest.mark.parametrize("question", HOLDS_IF)
def test_what_is_projected_names_its_condition(question: str, outlook: Catalogue) -> None:
    verdict = compare(outlook, *question.split())
    answer, assumed, meant = HOLDS_IF[question]
    assert (verdict.verdict, verdict.answer.partition(":")[0]) == ("illustrative", answer)
    assert assumed in {assumption.id for assumption in verdict.assumptions}
    assert meant in verdict.meaning.lower()


@pytest.mark.parametrize("question", DOES_NOT_HOLD)
def test_alternatives_never_add(question: str, outlook: Catalogue) -> None:
    verdict = compare(outlook, *question.split())
    assert verdict.verdict == "refused"
    assert DOES_NOT_HOLD[question] in " ".join(reason.text for reason in verdict.reasons)
