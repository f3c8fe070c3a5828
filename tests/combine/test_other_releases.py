"""Pairs from other kinds of releases: a plan and its funding, a poll, the emissions of a year, cash for households."""

from typing import Any

from indicators.combine.compare import compare
from tests.combine.conftest import Extended
from tests.support.places import JOBS


def indicator(identity: str, statistic: str, kind: str, **cells: str) -> dict[str, str]:
    texts = {"id": identity, "title": identity, "definition": identity, "statistic": statistic, "kind": kind}
    return texts | {"topic": "work", "population": "adults"} | cells


def figure(identity: str, indicator: str, value: float, unit: str, period: str, **cells: Any) -> dict[str, str]:
    texts = {"id": identity, "indicator": indicator, "value": f"{value:.12g}", "unit": unit, "period": period}
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
    indicator("pupils", "level", "pupils"),
    indicator("teachers", "level", "teachers"),
    indicator("class-size", "ratio", "pupils-each"),
    indicator("lead", "level", "votes-in-percent"),
    indicator("seen", "share", "persons", share_of="unemployed"),
    indicator("grain", "total", "mass"),
    indicator("answers", "share", "votes-in-percent"),
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
    figure("pupils-2022", "pupils", 1_284_300, "pupil", "2022-09/2023-08"),
    figure("teachers-2022", "teachers", 73_800, "teacher", "2022-11"),
    figure("pupils-each", "class-size", 17.4, "pupil/teacher", "2022-09/2023-08"),
    figure("answers-men", "answers", 44, "percent", "2024-09", groups="men"),
    figure("answers-women", "answers", 51, "percent", "2024-09", groups="women"),
    figure("lead-2024", "lead", -7, "percentage_point", "2024-09"),
    figure("seen-men", "seen", 61.3, "percent", "2024", groups="men"),
    figure("seen-women", "seen", 68.7, "percent", "2024", groups="women"),
    figure("output-march", "output", 90, "gigawatt_hour", "2023-03"),
    figure("output-quarter", "output", 280, "gigawatt_hour", "2023-01/2023-03"),
    figure("wheat", "grain", 2.08, "megatonne", "2024", groups="wheat"),
    figure("barley", "grain", 0.97, "megatonne", "2024", groups="barley"),
    figure("output-2020", "output", 640, "gigawatt_hour", "2020"),
    figure("output-2021", "output", 655, "gigawatt_hour", "2021"),
    figure("output-2022", "output", 1200, "gigawatt_hour", "2022"),
    figure("grown-since-2020", "output-change", 90, "gigawatt_hour", "2020/2023"),
]
KINDS = [
    {"id": "money", "title": "money", "unit": "EUR"},
    {"id": "cash", "title": "cash for a household", "unit": "EUR/household"},
    {"id": "households", "title": "households", "unit": "household"},
    {"id": "pupils", "title": "pupils", "unit": "pupil"},
    {"id": "teachers", "title": "teachers", "unit": "teacher"},
    {"id": "pupils-each", "title": "pupils for each teacher", "unit": "pupil/teacher"},
    {"id": "votes-in-percent", "title": "answers", "unit": "percent"},
    {"id": "mass", "title": "grain", "unit": "megatonne"},
]
DIMENSIONS = [{"id": "crop", "title": "Crop", "exhaustive": "yes"}]
GROUPS = [{"id": name, "dimension": "crop", "title": name} for name in ("wheat", "barley", "other-crops")]
RECIPES = [
    {"id": "each-worked", "title": "Pupils for each teacher", "operation": "ratio"}
    | {"left": "pupils-2022", "right": "teachers-2022"},
    {"id": "lead-worked", "title": "Lead", "operation": "difference", "left": "answers-men", "right": "answers-women"},
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
    # The zero of 640 beside 655 is a digit; those of 1,200 beside 1,012 may be none.
    "output-2021 minus output-2020": ("sound", "15 gigawatt hours"),
    "output-2022 minus output-2023": ("sound", "about 200 gigawatt hours"),
    # A month of its year; that a quarter holds its last month whole is granted.
    "output-march over output-2023": ("sound", "about 0.089"),
    "output-2023 minus output-march": ("sound", "922 gigawatt hours"),
    "output-quarter minus output-march": ("illustrative", "190 gigawatt hours"),
    "output-march plus output-2023": ("refused", ""),
    "output-march percent-change output-2023": ("refused", ""),
    # No two shares of one whole are together more than all of it.
    "seen-men plus seen-women": ("refused", ""),
    "seen-men minus seen-women": ("sound", "−7.4 percentage points"),
    # Crops that share no field, without the others.
    "wheat plus barley": ("sound", "3.05 megatonnes"),
    # A level of November, within the school year.
    "pupils-2022 over teachers-2022": ("illustrative", "about 17.4 pupils a teacher"),
    "each-worked equals pupils-each": ("illustrative", "they agree"),
    "lead-worked equals lead-2024": ("illustrative", "they agree"),
}


def test_pairs_of_other_releases_get_their_verdicts(extended: Extended) -> None:
    rows = {"indicators": INDICATORS, "observations": FIGURES, "kinds": KINDS, "derivations": RECIPES}
    units = "pupil = [pupil] = _ = pupils\nteacher = [teacher] = _ = teachers\nmegatonne = [mass] = _ = megatonnes\n"
    catalogue = extended(rows | {"dimensions": DIMENSIONS, "groups": GROUPS}, JOBS, units)
    found = {}
    for question in ANSWERS:
        left, operation, right = question.split()
        verdict = compare(catalogue, left, operation, right)
        found[question] = (verdict.verdict, verdict.answer.partition(":")[0])
    assert found == ANSWERS
    assert (
        compare(catalogue, "wheat", "plus", "barley").working[-2].endswith("both groups together, without the others")
    )
