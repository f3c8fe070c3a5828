"""Figures that are worked out, set against the printed ones: the basic check of any release."""

from html import unescape

import pytest
from markupsafe import Markup

from indicators.catalogue.model import Catalogue
from indicators.combine.agreement import Outcome
from indicators.combine.compare import compare
from indicators.combine.derived import all_derived, verdict_against
from indicators.render.verdict_card import derived_card, in_full
from tests.combine.conftest import Extended
from tests.support.places import JOBS

# A release whose shares and changes in percent are of a kind of their own, with the population of the part.
KIND = {"id": "in-percent", "title": "percentages", "unit": "percent"}
_OF_KIND = {"definition": "Made up.", "kind": "in-percent", "topic": "work"}
INDICATORS = [
    {**_OF_KIND, "id": "lasting", "title": "Lasting", "population": "payrolls", "statistic": "share"}
    | {"share_of": "unemployed"},
    {**_OF_KIND, "id": "inflated", "title": "Inflated", "population": "grid", "statistic": "percent_change"}
    | {"change_of": "prices"},
    {**_OF_KIND, "id": "of-others", "title": "Of others", "population": "adults", "statistic": "share"}
    | {"share_of": "adults"},
    {"definition": "Made up.", "kind": "jobs", "topic": "work", "id": "revised-by", "title": "Revised by"}
    | {"population": "payrolls", "statistic": "change"},
]
_OF_RELEASE = {
    "document": "release", "source": "bureau", "root": "bureau", "qualifier": "unqualified", "status": "reported",
}  # fmt: skip


def printed(
    figure: str, indicator: str, value: str, unit: str, period: str, season: str = "adjusted"
) -> dict[str, str]:
    return {**_OF_RELEASE, "id": figure, "indicator": indicator, "value": value, "unit": unit, "period": period} | {
        "season": season
    }


OBSERVATIONS = [
    printed("lasting-march", "lasting", "18.9", "percent", "2024-03"),
    printed("lasting-raw", "lasting", "18.9", "percent", "2024-03", "unadjusted"),
    printed("of-others-march", "of-others", "18.9", "percent", "2024-03"),
    printed("inflated-2025", "inflated", "2.4", "percent", "2025", ""),
    printed("gain-both", "gain", "807", "job", "2024-01/2024-02"),
    printed("unemployed-since", "unemployed-change", "-100", "person", "2024-02/2024-03"),
    printed("revised-by-january", "revised-by", "-36", "job", "2024-01"),
    printed("revised-by-wrong", "revised-by", "-63", "job", "2024-01"),
]
DERIVATIONS = [
    {"id": "revised-worked", "title": "Revised by, worked out", "operation": "difference", "left": "gain-january"}
    | {"right": "gain-january-first", "against": "revised-by-january"},
]


@pytest.fixture
def release(extended: Extended) -> Catalogue:
    rows = {"kinds": [KIND], "indicators": INDICATORS, "observations": OBSERVATIONS, "derivations": DERIVATIONS}
    return extended(rows, JOBS)


def test_what_is_worked_out_is_set_against_the_printed_figure(release: Catalogue) -> None:
    def told(question: str) -> tuple[str, Outcome | None, list[str]]:
        verdict = compare(release, *question.split())
        return verdict.verdict, verdict.outcome, [assumption.id for assumption in verdict.assumptions]

    # Both months together cover the same two months, whatever is known of the days.
    assert told("two-months equals gain-both") == ("sound", Outcome.AGREE, [])
    # Of one declared whole, and of one thing that changes, the kind and population follow.
    assert told("long-term-worked equals lasting-march") == ("sound", Outcome.AGREE, [])
    assert told("inflation-worked equals inflated-2025") == ("sound", Outcome.AGREE, [])
    # Of another whole, or adjusted in another way, they do not.
    assert told("long-term-worked equals of-others-march") == ("refused", None, [])
    assert told("long-term-worked equals lasting-raw") == ("refused", None, [])
    # From the value of February to that of March is in March, and may be printed as from the one to the other.
    assert told("change-worked equals unemployed-since") == ("illustrative", Outcome.AGREE, ["ends-of-change"])
    # A revision that does not say of what is one only if it is granted.
    assert told("revised-worked equals revised-by-january") == ("illustrative", Outcome.AGREE, ["same-thing"])
    assert told("revised-worked equals revised-by-wrong") == ("illustrative", Outcome.DIFFER, ["same-thing"])


def test_a_card_says_whether_they_agree_and_what_that_takes(release: Catalogue) -> None:
    cards = {figure.id: derived_card(release, figure, Markup()) for figure in all_derived(release)}
    texts = {name: " ".join(unescape(card.striptags()).split()) for name, card in cards.items()}
    said = (
        "≈ agrees only if … Set against a fall of 36 jobs: Revised by; they agree. "
        "Both rest on one count: no independent confirmation."
    )
    assert f"{said}Both measure the same thing." in texts["revised-worked"]
    assert "✓ agrees Set against 5,800 persons: Unemployed; they agree." in texts["men-and-women"]
    assert "Set against" not in texts["gap"]


def test_a_derived_figure_that_is_set_against_nothing_has_no_such_verdict(jobs: Catalogue) -> None:
    assert verdict_against(jobs, "two-months") is None


def test_operands_of_one_name_are_told_apart_in_words(release: Catalogue) -> None:
    def names(a: str, b: str) -> list[str]:
        verdict = compare(release, a, "minus", b)
        return [side.rpartition(": ")[0] for side in (verdict.left, verdict.right)]

    assert names("participation-2024", "participation-2020") == [
        "Participation rate (March 2024)",
        "Participation rate (February 2020)",
    ]
    assert names("gain-january", "gain-january-first") == [
        "Change in jobs (revised)",
        "Change in jobs (first published)",
    ]
    assert names("lasting-march", "lasting-raw") == [
        "Lasting (adjusted for the season)",
        "Lasting (not adjusted for the season)",
    ]
    assert names("gain-march", "gain-march-table") == [
        "Change in jobs (id gain-march)",
        "Change in jobs (id gain-march-table)",
    ]


def test_compare_says_of_two_figures_whether_they_agree(wards: Catalogue) -> None:
    shown = in_full(compare(wards, "season-board", "equals", "season-2023-10"))
    assert "= same count" in shown
    assert "holds" not in shown
