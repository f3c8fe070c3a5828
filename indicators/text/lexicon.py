"""Words and phrases of a text that are listed under a label: sorts of verbs, countries, names of sources.

The listed words are plain data (`word_groups.txt`, `countries.txt`, or what a catalogue names). A text is looked
through once for all of them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from indicators.text.word_table import rows_of, table, words_in

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)?(?=['’][sS]\b)?|['’][sS]\b|\d[\d.,]*\d|\d|[^\s\w]"
)
POSSESSIVE = "'s"
"""A possessive ending as the word of its own that `words_of` makes of it, in `Word.low`, whatever the apostrophe."""
_ANY = "*"
_LEAST = 2
"""Letters of a word with any ending by which it is looked up."""


class Word(NamedTuple):
    """A word, number or sign of a text and where it stands: `end` is behind its last character."""

    text: str
    low: str
    start: int
    end: int


class Mention(NamedTuple):
    """A listed phrase in a text: its label, and its words from `first` up to `last`, which is the one behind."""

    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase to find. A word of it that ends with * stands for any ending; `cased` finds it only as it is written."""

    words: tuple[str, ...]
    label: str
    cased: bool = False


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words, numbers and signs of a text; a possessive *'s* is a word of its own. `offset` is added to places."""
    return [
        Word(found[0], _plain(found[0]), found.start() + offset, found.end() + offset) for found in _WORD.finditer(text)
    ]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'") if len(word) < 3 or word[1] != "." else word.replace(".", "").lower()


def phrase(text: str, label: str, *, cased: bool = False) -> Phrase:
    """A phrase as it is listed: words with blanks or hyphens between them."""
    pieces = re.split(r"[\s-]+", text.strip())
    words: list[str] = []
    for piece in pieces:
        if piece.endswith(_ANY):
            words.append(piece if cased else piece.lower())
        else:
            words += [word.text if cased else word.low for word in words_of(piece)]
    return Phrase(tuple(words), label, cased)


class Lexicon:
    """Phrases by the word that they start with."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._starts: dict[str, list[Phrase]] = {}
        self._endings: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            if not phrase.words:
                continue
            first = phrase.words[0].lower()
            if first.endswith(_ANY):
                self._endings.setdefault(first[:_LEAST], []).append(phrase)
            else:
                self._starts.setdefault(first, []).append(phrase)

    def find(self, words: Sequence[Word]) -> list[Mention]:
        """All listed phrases in these words, in order, without those that lie in a longer one of the same family.

        The family of a label is what stands before its first full stop.
        """
        found: list[Mention] = []
        opened: dict[str, tuple[Phrase, ...]] = {}
        for at, word in enumerate(words):
            if word.low not in opened:
                opened[word.low] = self._opening(word.low)
            for phrase in opened[word.low]:
                end = _matches(phrase, words, at)
                if end:
                    found.append(Mention(phrase.label, at, end))
        return list(_without_contained(found))

    def _opening(self, low: str) -> tuple[Phrase, ...]:
        some = self._starts.get(low, [])
        return (
            *some,
            *(phrase for phrase in self._endings.get(low[:_LEAST], ()) if low.startswith(phrase.words[0][:-1])),
        )


def _matches(phrase: Phrase, words: Sequence[Word], at: int) -> int:
    """The place behind the phrase where it starts at a word; 0 where it does not."""
    for number, wanted in enumerate(phrase.words):
        if number and at < len(words) and words[at].text == "-":
            at += 1
        if at >= len(words):
            return 0
        word = words[at].text if phrase.cased else words[at].low
        if wanted.endswith(_ANY):
            if not (word[0].isalnum() and word.lower().startswith(wanted[:-1].lower())):
                return 0
        elif word not in (wanted, wanted.replace("'", "’")) and not (
            phrase.cased and words[at].low == wanted.lower() and word.isupper()
        ):
            return 0
        at += 1
    return at


def _without_contained(found: list[Mention]) -> Iterator[Mention]:
    longest: dict[str, list[Mention]] = {}
    for mention in found:
        if mention.last - mention.first > 1:
            longest.setdefault(mention.label.partition(".")[0], []).append(mention)
    for mention in found:
        family = longest.get(mention.label.partition(".")[0], ())
        if not any(
            other.first <= mention.first
            and mention.last <= other.last
            and other.last - other.first > mention.last - mention.first
            for other in _near(family, mention)
        ):
            yield mention


def _near(family: Sequence[Mention], mention: Mention) -> Iterator[Mention]:
    """The mentions of a family that may hold another: those that start a few words before it."""
    at = bisect_left(family, mention.first - 8, key=lambda other: other.first)
    while at < len(family) and family[at].first <= mention.first:
        yield family[at]
        at += 1


@cache
def word_groups() -> Mapping[str, tuple[str, ...]]:
    """The groups of English words, each with its words and phrases."""
    return table("word_groups.txt")


@cache
def countries() -> Mapping[str, tuple[str, ...]]:
    """The countries, each with its adjectives, its people, its capital and its short forms."""
    return table("countries.txt")


def group_phrases() -> Iterator[Phrase]:
    """The phrases of all groups, labelled with their group."""
    for name, listed in word_groups().items():
        for text in listed:
            yield phrase(text, name)


def country_phrases() -> Iterator[Phrase]:
    """The names of all countries, labelled *country.NAME*; they are found only with their capitals."""
    for name, listed in countries().items():
        for text in (name, *listed):
            yield phrase(text, f"country.{name}", cased=True)


@cache
def _alike() -> Mapping[str, str]:
    """For the stem of each word of the thesaurus the stem of the word that stands for its line."""
    rows = [[stem(word) for word in words_in(row)] for row in rows_of("thesaurus.txt")]
    return {word: first for first, *others in rows for word in (first, *others)}


def concept(word: str) -> str:
    """The stem of a word, or of the word that stands for it in the thesaurus, as *car* does for *automobile*."""
    name = stem(word)
    return _alike().get(name, name)


_SPELT_IS = re.compile(r"is(e|ed|es|ing|ation|ations)$")
_ENDINGS = ("ations", "ation", "ments", "ings", "edly", "ment", "ing", "ies", "ed", "es", "ly", "s")
"""The longest first."""
_LONG, _LONG_NOUN = 5, 7
"""Letters of a word above which its last ones may be those of a verb, or of the noun of a verb."""


def stem(word: str) -> str:
    """The stem of an English word, rough and the same for its usual forms: *mobilised*, *mobilizing*."""
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    low = _SPELT_IS.sub(r"iz\1", low) if len(low) > 6 else low
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3 and not (ending == "s" and low.endswith("ss")):
            low = low[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "aeiousl":
        low = low[:-1]
    low = low.removesuffix("e") if len(low) > 3 else low
    if len(low) > _LONG and low.endswith("at"):
        return low.removesuffix("at")  # generated, generation
    return low.removesuffix("ion") if len(low) > _LONG_NOUN and low.endswith("tion") else low  # infected, infection
