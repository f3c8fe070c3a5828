"""Pairs from other kinds of releases: a plan and its funding, a poll, the emissions of a year, cash for households."""

from typing import Any

from indicators.combine.compare import compare
from tests.combine.conftest import Extended
from tests.support.places import JOBS


def indicator(identity: str, statistic: str, kind: str, **cells: str) -> dict[str, str]:
    texts = {"id": identity, "title": identity, "definition": identity, "statistic": statistic, "kind": kind}
    return texts | {"topic": "work", "population": "adults"} | cells


def figure(identity: str, indicator: str, value: float, unit: str, period: str, **cells: Any) -> dict[str, str]:
    texts = {"id": identity, "indicator": indicator, "value": f"{value:g}", "unit": unit, "period": period}
    usual = {"document": "release", "source": "bureau", "root": "bureau", "qualifier": "unqualified"}
    return texts | usual | {"status": "reported", "season": "adjusted"} | cells


INDICATORS = [
    indicator("required", "total", "money"),
    indicator("received", "running_total", "money", part_of="required"),
    indicator("cash", "level", "cash"),
    indicator("households", "total", "households"),
    indicator("votes", "share", "persons"),
    indicator("rates", "share", "persons"),
    indicator("output", "total", "electricity"),
    indicator("output-change", "change", "electricity", change_of="output"),
]
FIGURES = [
    figure("required-2024", "required", 400, "EUR", "2024"),
    figure("received-june", "received", 150, "EUR", "2024-01-01/2024-06-30"),
    figure("received-2023", "received", 90, "EUR", "2023-01-01/2023-06-30"),
    figure("cash", "cash", 120, "EUR/household", "2024"),
    figure("paid", "households", 300, "household", "2024"),
    figure("votes-men", "votes", 54.5, "percent", "2024", groups="men"),
    figure("votes-women", "votes", 45.6, "percent", "2024", groups="women"),
    figure("rate-of-men", "rates", 54, "percent", "2024", groups="men"),
    figure("rate-of-women", "rates", 42, "percent", "2024", groups="women"),
    figure("output-2023", "output", 1012, "gigawatt_hour", "2023"),
    figure("grown-2023", "output-change", 40, "gigawatt_hour", "2023"),
    figure("grown-2024", "output-change", 30, "gigawatt_hour", "2024"),
    figure("grown-since-2020", "output-change", 90, "gigawatt_hour", "2020/2023"),
]
KINDS = [
    {"id": "money", "title": "money", "unit": "EUR"},
    {"id": "cash", "title": "cash for a household", "unit": "EUR/household"},
    {"id": "households", "title": "households", "unit": "household"},
]
ANSWERS = {
    # 150 of 400; what another year received is no part of it.
    "received-june over required-2024": ("sound", "about 0.38"),
    "required-2024 minus received-june": ("sound", "250 euros"),
    "received-2023 over required-2024": ("refused", ""),
    "cash times paid": ("illustrative", "36,000 euros"),
    "cash over paid": ("refused", ""),
    # 54.5 + 45.6 are 100.1, and 54 + 42 are not 100.
    "votes-men plus votes-women": ("sound", "100.1 percent"),
    "rate-of-men plus rate-of-women": ("refused", ""),
    "output-2023 minus grown-2023": ("sound", "972 gigawatt hours"),
    "output-2023 plus grown-2024": ("sound", "1,042 gigawatt hours"),
    "output-2023 minus grown-since-2020": ("refused", ""),
}


def test_pairs_of_other_releases_get_their_verdicts(extended: Extended) -> None:
    catalogue = extended({"indicators": INDICATORS, "observations": FIGURES, "kinds": KINDS}, JOBS)
    found = {}
    for question in ANSWERS:
        left, operation, right = question.split()
        verdict = compare(catalogue, left, operation, right)
        found[question] = (verdict.verdict, verdict.answer)
    assert found == ANSWERS
