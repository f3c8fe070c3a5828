"""How a document's text is normalised, cut into sentences, located and fingerprinted."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.text.normal import normalise
from indicators.text.sentences import LEAD, fingerprint, in_quotes, sentences, split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u201cFull\u201d, said St. Anne\u2019s", "\"Full\", said St. Anne's"),
        ("\u00abFull\u00bb don\u00b4t don`t", "\"Full\" don't don't"),
        ("1950\u20131953, the old\u2014and new\u2010wing, \u22125", "1950-1953, the old-and new-wing, -5"),
        ("\ufe58 \uff0d", "- -"),
        ("13\u00a0000 beds,\u2009\ttoo\n many ", "13 000 beds, too many"),
        ("hos\u00adpi\u200btal\ufeff", "hospital"),
        ("\ufb01ve, \uff15 and \u2460", "five, 5 and 1"),
        ("St. Anne\u0301s and caf\u00e9", "St. Ann\u00e9s and caf\u00e9"),
    ],
)  # fmt: skip
def test_what_typography_alone_changes_is_folded(text: str, expected: str) -> None:
    assert normalise(text) == expected


@settings(deadline=None)
@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_a_fingerprint_is_the_hash_of_the_normalised_text() -> None:
    expected = hashlib.sha256(b'"Full", it said.').hexdigest()
    assert fingerprint("  \u201cFull\u201d,\u00a0it said. ") == expected
    assert fingerprint('"Full", it said.') == expected


@pytest.mark.parametrize(
    "parts",
    [
        ["One sentence.", "Another one!", "A third?", "And the rest"],
        ["He lives in St. Petersburg.", "It is cold."],
        ["It is cold.", "St. Anne's is full.", "Dr. M. Okafor left."],
        ["The U.S. army came.", "It left."],
        ["It costs $4.5 billion.", "$2 million is left."],
        ['"We were too cautious."', "So she said."],
        ['She said "no."', '"Why?"', "Nobody knew."],
        ['"No!" she said.', "He left."],
        ["It is (or was) full.", "(It is.)", "Full stop."],
        ["It rose to 5.5 per cent.", "9 of 10 agree."],
        ["On Nov. 3 it closed.", "See No. 5 and Fig. 2."],
        ["Wait\u2026 what?".replace("\u2026", "..."), "It waits."],
        ["Elle est pleine.", "\u00c9lise le dit."],
        ["no capitals. here. at all"],
    ],
)
def test_a_paragraph_is_cut_where_its_sentences_end(parts: list[str]) -> None:
    assert list(split(" ".join(parts))) == parts


@settings(deadline=None)
@given(st.text())
def test_the_sentences_of_a_paragraph_are_the_whole_of_it(text: str) -> None:
    paragraph = normalise(text)
    assert " ".join(split(paragraph)) == paragraph


TEXT = """\ufeff
Beds for the Winter

Photograph: the old wing

It is cold. It is full
and getting fuller.


A Full House
Nobody left.

\u201cA\u00a0Full House\u201d is a film.
What it Takes
Money.
"""


def test_each_sentence_has_its_section_and_its_paragraph_in_that() -> None:
    found = sentences(TEXT, title="Beds for the Winter", headings=["A Full House", "What\u00a0it Takes"])
    assert [(one.section, one.paragraph, one.text) for one in found] == [
        (LEAD, 1, "Photograph: the old wing"),
        (LEAD, 2, "It is cold."),
        (LEAD, 2, "It is full and getting fuller."),
        ("A Full House", 1, "Nobody left."),
        ("A Full House", 2, '"A Full House" is a film.'),
        ("What it Takes", 1, "Money."),
    ]
    assert found[0].fingerprint == fingerprint("Photograph: the old wing")


def test_a_title_is_passed_over_only_where_it_comes_first() -> None:
    found = sentences("Not a title.\n\nBeds\n", title="Beds")
    assert [one.text for one in found] == ["Not a title.", "Beds"]


def test_no_text_has_no_sentences() -> None:
    assert sentences("") == ()
    assert sentences(" \n\n ", title="") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kt", '"kt"'),
        ("", '""'),
        ("two\nlines\tand\u00a0more", '"two\\nlines\\tand\\xa0more"'),
        ("zero\u200bwidth", '"zero\\u200bwidth"'),
        ("x" * 81, '"' + "x" * 80 + '\u2026"'),
    ],
)
def test_a_message_quotes_a_text_in_one_line_with_nothing_hidden(text: str, expected: str) -> None:
    assert in_quotes(text) == expected


@settings(deadline=None)
@given(st.text(st.characters()))
def test_a_quoted_text_is_one_line(text: str) -> None:
    assert len(in_quotes(text).splitlines()) == 1
