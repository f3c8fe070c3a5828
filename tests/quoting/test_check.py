"""A draft against the figures: properties that hold for every catalogue, and what odd texts give."""

import re
import tracemalloc

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.combine.rules.reason import NOTES, REFUSES, Reason
from indicators.figures.quotable import quotable_lines
from indicators.quoting.check import check
from indicators.quoting.country_halves import halves_of_countries
from indicators.quoting.finding import ACCUSES
from indicators.quoting.refusals import weightiest
from indicators.render import draft_marks
from indicators.text.lexicon import Lexicon, country_phrases, words_of
from tests.support.edits import Edited
from tests.support.places import ROOT

BOUNDED = ("more than ", "at least ", "less than ", "at most ", "nearly ")


@pytest.fixture(scope="module", params=["data", "tests/catalogues/wards", "examples/jobs", "examples/infections"])
def quoting(request: pytest.FixtureRequest) -> Catalogue:
    """Each catalogue that the project holds."""
    return load(ROOT / request.param)


def _verdict(catalogue: Catalogue, text: str, figure: str) -> tuple[str, tuple[str, ...]]:
    """The verdict on the figure in a text, and what it loses."""
    same = catalogue.observation(figure).same_as
    found = [one for one in check(catalogue, text, record=True) if one.figure in (figure, same)]
    assert found, (figure, text)
    return found[0].verdict, found[0].loses


def test_every_line_that_the_program_makes_is_whole(quoting: Catalogue) -> None:
    for figure in quoting.figure_ids:
        lines = quotable_lines(quoting, figure)
        for text in (lines.short, lines.medium, lines.long):
            findings = check(quoting, text, record=True)
            assert not [one for one in findings if one.verdict in ACCUSES], text
            assert any(one.verdict == "whole" for one in findings), text


def test_dropping_the_bound_from_a_whole_line_loses_the_bound(quoting: Catalogue) -> None:
    for figure in quoting.figure_ids:
        line = quotable_lines(quoting, figure).short
        for bound in BOUNDED:
            if (stated := re.search(f"( (?:at|as))? {bound}", line)) is not None:
                dropped = line.replace(stated[0], " at " if stated[1] else " ", 1)
                assert _verdict(quoting, dropped, figure) == ("loses", ("bound",)), dropped


def test_words_that_are_not_owed_change_no_verdict(quoting: Catalogue) -> None:
    for figure in list(quoting.figure_ids)[:12]:
        line = quotable_lines(quoting, figure).short
        for text in (
            f"Note. {line}",
            f"{line} More follows.",
            re.sub(" (at|that) ", r"  \1 ", line, count=1),
            f"\n\n{line}\n",
        ):
            assert _verdict(quoting, text, figure) == ("whole", ()), text


def test_a_number_of_something_else_is_not_accused(wards: Catalogue) -> None:
    text = "The hotel has 1,240 rooms; 90 guests a day arrive, and 6,900 people live in the village."
    assert {one.verdict for one in check(wards, text, record=True)} == {"elsewhere"}


def test_of_two_figures_that_do_not_add_the_sum_is_refused(wards: Catalogue) -> None:
    text = (
        "The register counted 4,200 admissions in Northvale from September to October and, provisionally, 6,900 to "
        "November, so 11,100 admissions in all."
    )
    found = check(wards, text)[-1]
    assert (found.verdict, found.pair) == ("unsound", "season-2023-10 plus season-2023-11")
    assert found.message


def test_a_rate_past_the_period_of_a_figure_is_refused_with_its_reason(wards: Catalogue) -> None:
    text = (
        "Northvale used more than 36 metric tons of oxygen from September to November, which is 144 metric tons a year."
    )
    found = check(wards, text)[-1]
    assert (found.verdict, found.pair) == ("unsound", "oxygen-2023 over oxygen-2023.period")
    assert "shorter than a year" in found.message


def test_a_refusal_gives_at_most_two_reasons_and_first_what_overlaps() -> None:
    reasons = [
        Reason(rule=rule, effect=effect, text=f"{rule}.", left="", right="")
        for rule, effect in (
            ("places", REFUSES),
            ("issuer", REFUSES),
            ("kind", NOTES),
            ("period", REFUSES),
            ("updates", REFUSES),
        )
    ]
    assert weightiest(reasons) == ["updates.", "period."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("South Korea and its neighbour. The North says so.", ["country.North Korea"]),
        ("The South of Korea. North Korea denies it.", ["country.South Korea"]),
        ("In the South Seas, or in the south of South Korea.", []),
        ("The South of Italy.", []),
    ],
)
def test_half_of_a_country_means_it_where_the_other_is_named(text: str, found: list[str]) -> None:
    words = words_of(text)
    named = Lexicon(country_phrases()).find(words)
    assert [one.label for one in halves_of_countries(words, named)] == found


def test_half_of_a_country_means_that_of_the_catalogue_where_none_is_named() -> None:
    words = words_of("The North has handed it over, in the north of the South of Italy.")
    found = halves_of_countries(words, [], {"country.North Korea"})
    assert [(one.label, one.first) for one in found] == [("country.North Korea", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t ",
        "Россия потеряла более 600 000 солдат.",
        "<p onclick='x'>More than <b>36</b> tons</p><script>alert(1)</script>",
        "\x00\x01\ufffd 36 \ud800 90",
        "\u202e36 admissions\u202c",
        "(" * 5000,
        "1,240 " * 2000,
        "a" * 200_000 + "@ 36",
    ],
)
def test_an_odd_text_has_an_answer(wards: Catalogue, text: str) -> None:
    findings = check(wards, text)
    assert all(text[one.start : one.end] == one.words for one in findings)
    assert not [one for one in findings if one.verdict in ACCUSES]


@pytest.mark.external
@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The council met for long, in Northvale. " * 26_000, 0),
        ("1,240 beds and 36 tons. " * 5_000, 10_000),
    ],
    ids=["1 MB", "10,000 numbers"],
)
def test_a_long_text_is_answered_in_bounded_memory(wards: Catalogue, text: str, numbers: int) -> None:
    check(wards, "36 beds")
    tracemalloc.start()
    try:
        findings = check(wards, text)
        assert tracemalloc.get_traced_memory()[1] < 200 * 2**20
    finally:
        tracemalloc.stop()
    assert len(findings) == numbers


def test_a_long_paragraph_is_read_in_parts(wards: Catalogue) -> None:
    sentence = "Northvale has exactly 1,240 staffed beds, as the Northvale Health Board counts. "
    findings = check(wards, sentence * 200)
    assert [one.verdict for one in findings] == ["whole"] * 200


def test_a_line_says_how_its_figure_is_adjusted(jobs: Catalogue) -> None:
    short = quotable_lines(jobs, "unemployed-unadjusted").short
    assert short.endswith(", not adjusted for the season.")
    assert "season" not in quotable_lines(load(ROOT / "data"), "losses-daily").short


def test_a_result_that_takes_an_assumption_says_so_and_is_listed(edited: Edited) -> None:
    assumed = edited(
        ROOT / "data", "observations.csv", lambda csv: csv.replace("2024-09,,period.year,", "2024-09,,statistic,")
    )
    text = "Reports speak of about 1,200 Russian personnel lost a day in September 2024, about 36,000 in the month."
    _, total = (one for one in check(assumed, text) if one.verdict != "elsewhere")
    assert (total.verdict, total.figure) == ("follows", "losses-september")
    assert total.assumes == ("The rate is a mean over the whole period that it is stated for.",)
    assert any("Follows only if the rate is a mean" in words for words, _ in draft_marks.explained(text, [total]))
    _, plain = (one for one in check(load(ROOT / "data"), text) if one.verdict != "elsewhere")
    assert plain.assumes == ()
    ((words, _),) = draft_marks.explained(text, [plain])
    assert "</strong> Follows. About 1,200 personnel" in words.replace("\N{NO-BREAK SPACE}", " ")
