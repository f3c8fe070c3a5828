"""What reasons, answers and meanings say, and what they must not say."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from indicators.combine.verdict import Verdict
from tests.combine.conftest import Extended

_PRINTED = {"document": "record-2024", "qualifier": "unqualified", "status": "reported"}
_ADMISSIONS = {**_PRINTED, "indicator": "admissions-month", "unit": "admission", "source": "register"}


def _reasons(given: Verdict, rule: str) -> list[tuple[str, str]]:
    return [(reason.effect, reason.text) for reason in given.reasons if reason.rule == rule]


def _counting(*counts: str, **cells: str) -> dict[str, list[dict[str, str]]]:
    """Two totals of one count over two months, with what the document says is counted."""
    said = {**_ADMISSIONS, "root": "register", **cells}
    months = (("first", "800", "2024-05"), ("second", "900", "2024-06"))
    return {
        "observations": [
            {**said, "id": name, "value": value, "period": period, "counts": words}
            for (name, value, period), words in zip(months, counts, strict=True)
        ]
    }


DIFFERENT = "The two documents say in different words what is counted."
ONE_SIDED = "Only one of the two documents says more of what is counted than the definition."


@pytest.mark.parametrize(
    ("counts", "text"),
    [(("Children.", "Adults."), DIFFERENT), (("Children.", ""), ONE_SIDED), (("", "Children."), ONE_SIDED)],
)
@pytest.mark.parametrize("operation", ["plus", "minus", "over"])
def test_figures_that_count_different_things_need_an_assumption(
    counts: tuple[str, str], text: str, operation: str, extended: Extended
) -> None:
    given = compare(extended(_counting(*counts)), "second", operation, "first")
    assert _reasons(given, "counts") == [("assumes", text)]
    assert given.verdict == "illustrative"
    assert [one.text for one in given.assumptions] == ["Both count the same things."]


def test_figures_that_count_the_same_need_none(extended: Extended) -> None:
    given = compare(extended(_counting("Children.", "Children.")), "second", "minus", "first")
    assert (given.verdict, _reasons(given, "counts")) == ("sound", [])


def test_what_is_counted_supports_no_combination(extended: Extended) -> None:
    rows = _counting("Children.", "Adults.", indicator="admissions-said")
    for row in rows["observations"]:
        row["period"] = ""
    assert compare(extended(rows), "second", "over", "first").verdict == "refused"


def test_what_a_publication_printed_twice_counts_is_only_noted(extended: Extended) -> None:
    rows = _counting("Children.", "Young people.", period="2024-05")
    rows["observations"][1] |= {"same_as": "first", "same_as_ground": "One bulletin.", "period": "2024-05"}
    given = compare(extended(rows), "second", "equals", "first")
    assert (given.verdict, _reasons(given, "counts")) == ("sound", [("notes", DIFFERENT)])


LEVEL = {**_PRINTED, "indicator": "beds-staffed", "unit": "bed", "source": "health-board", "root": "health-board"}


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ({"issued": "2024-02"}, {"issued": "2024-08"}, "refused"),
        ({"issued": "2024-02", "period": "2024-01"}, {"issued": "2024-08"}, "refused"),
        ({"issued": "2024-02"}, {"issued": "2024-02-10"}, "illustrative"),
        ({"issued": "2024-02"}, {}, "illustrative"),
    ],
)
def test_levels_said_at_different_times_are_not_one_number(
    first: dict[str, str], second: dict[str, str], verdict: str, extended: Extended
) -> None:
    catalogue = extended(
        {
            "observations": [
                {**LEVEL, "id": "a", "value": "700", **first},
                {**LEVEL, "id": "b", "value": "700", **second},
            ]
        }
    )
    given = compare(catalogue, "a", "equals", "b")
    assert given.verdict == verdict
    apart = "They were said at different times, and what states no period is taken to hold when it was said."
    assert (("refuses", apart) in _reasons(given, "period")) == (verdict == "refused")


BOUND = "the same number, which one of them states as a bound that excludes it"


@pytest.mark.parametrize(
    ("qualifier", "answer"),
    [
        ("more_than", BOUND),
        ("less_than", BOUND),
        ("at_least", "they do not contradict each other"),
        ("unqualified", "they agree"),
        ("approximate", "they agree, to about what they are"),
    ],
)
def test_one_number_in_one_place_with_a_bound_is_told_from_two_numbers(
    qualifier: str, answer: str, extended: Extended
) -> None:
    rows = _counting("", "")
    for row in rows["observations"]:
        row |= {"value": "900", "period": "2024-06"}
    rows["observations"][0]["qualifier"] = qualifier
    catalogue = extended(rows)
    for left, right in (("first", "second"), ("second", "first")):
        assert compare(catalogue, left, "equals", right).answer == answer


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        (
            {"source": "register"},
            {"source": "register", "root": "ministry"},
            "Only one of the two documents says whose",
        ),
        (
            {"source": "register", "root": "health-board"},
            {"source": "register", "root": "ministry"},
            "The two documents differ in whose counting it is.",
        ),
        ({"source": "author"}, {"source": "register"}, "One of the two documents names no one as its source."),
        ({"source": "health-board"}, {"source": "register"}, "The two documents name different sources of the one"),
    ],
    ids=["one-root", "two-roots", "no-one", "two-sources"],
)
def test_how_two_documents_differ_in_the_source_of_one_publication(
    first: dict[str, str], second: dict[str, str], text: str, extended: Extended
) -> None:
    said = {**_ADMISSIONS, "value": "900"}
    related = {"same_as": "a", "same_as_ground": "One bulletin."}
    catalogue = extended({"observations": [{**said, "id": "a", **first}, {**said, "id": "b", **related, **second}]})
    ((effect, found),) = _reasons(compare(catalogue, "a", "equals", "b"), "issuer")
    assert (effect, found.startswith(text)) == ("notes", True)


def test_two_claims_of_one_party_are_not_called_claims_of_two(extended: Extended) -> None:
    rows = _counting("", "")
    rows["observations"][0]["root"] = ""
    rows["observations"][1]["root"] = "health-board"
    given = compare(extended(rows), "second", "minus", "first")
    text = "One party makes both claims, but it is not stated that they rest on one counting."
    assert _reasons(given, "issuer") == [("refuses", text)]


@pytest.mark.parametrize(
    ("a", "operation", "b", "rule", "text"),
    [
        ("oxygen-2023", "plus", "beds-staffed", "kind", "They count different things, which cannot be added."),
        (
            "oxygen-2023", "percent-change", "beds-staffed", "kind",
            "They count different things, which cannot be set in percent of each other.",
        ),
        ("beds-empty", "over", "daily-nurses", "status", "“40 beds” is an allegation."),
        ("beds-for-days", "over", "time-lost", "status", "“about 0.44 days” rests on what is an allegation."),
        (
            "season-2023-11", "plus", "season-2023-10", "series",
            "Both are running totals of one thing: the later one holds the earlier.",
        ),
        (
            "season-2023-11", "plus", "ministry-2023-10", "series",
            "Both are running totals of one thing: they count the same twice.",
        ),
        (
            "season-board", "over", "season-board-first", "updates",
            "One is printed as an update of the other, so they are an earlier and a later number for one thing.",
        ),
    ],
)  # fmt: skip
def test_a_reason_says_what_is_the_case(a: str, operation: str, b: str, rule: str, text: str, wards: Catalogue) -> None:
    assert text in [found for _, found in _reasons(compare(wards, a, operation, b), rule)]


def test_no_reason_on_places_or_overlap_where_two_kinds_cannot_meet(wards: Catalogue) -> None:
    rules = {reason.rule for reason in compare(wards, "oxygen-2023", "over", "time-lost").reasons}
    assert "places" not in rules
    rules = {reason.rule for reason in compare(wards, "oxygen-2023", "plus", "beds-staffed").reasons}
    assert "period" not in rules


@pytest.mark.parametrize(
    ("inferred", "said"),
    [
        ("period", "Neither states the period that it covers; that of one is assumed by the editor."),
        ("period.year", "Only one of them states the period that it covers."),
    ],
)
def test_a_period_that_the_editor_assumed_is_not_stated(inferred: str, said: str, extended: Extended) -> None:
    level = {**LEVEL, "value": "700"}
    dated = {**level, "id": "b", "period": "2024-05", "inferred": inferred}
    catalogue = extended({"observations": [{**level, "id": "a", "period": ""}, dated]})
    assert ("assumes", said) in _reasons(compare(catalogue, "a", "equals", "b"), "period")
