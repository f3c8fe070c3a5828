"""Sentences that a text words differently from the catalogue: which one it is, and what became of the quoted words."""

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from indicators.audit.passages import Passages, Place, locator
from indicators.audit.quotations import Quotation
from indicators.text.normal import normalise
from indicators.text.sentences import Sentence, in_quotes
from indicators.text.vocabulary import BEFORE, FUNCTION_WORDS

_WORD = re.compile(r"\S+")
_ALIKE = 0.5
"""Share of the quoted words that a sentence has at least in which they are looked for."""
_NEUTRAL = FUNCTION_WORDS - {phrase.split()[0] for phrase in BEFORE}
"""Words around a number that say nothing of it."""


class Rewording(NamedTuple):
    """Where quoted words stand as they are worded now, and what changed in them."""

    place: Place
    changes: str


def reworded_sentences(passages: Passages, quotations: Iterable[Quotation]) -> dict[str, int]:
    """The passage that each fingerprint most likely was of, for those that no passage has.

    It stands where the locator says, has no fingerprint of another row, and shares most of the quoted words.
    """
    rows = defaultdict[str, list[Quotation]](list)
    for quotation in quotations:
        rows[quotation.fingerprint].append(quotation)
    free = [number for number, fingerprint in enumerate(passages.fingerprints) if fingerprint not in rows]
    found: dict[str, int] = {}
    for fingerprint, quoted in rows.items():
        if not passages.with_fingerprint(fingerprint):
            likeness = {
                number: _likeness(passages[number], quoted)
                for number in free
                if number not in found.values() and locator(passages[number]) == quoted[0].locator
            }
            best = max(likeness, key=lambda number: likeness[number], default=None)
            if best is not None and likeness[best] >= _ALIKE:
                found[fingerprint] = best
    return found


def find_rewording(words: str, number: int, passage: Sentence, numbers: list[tuple[int, int]]) -> Rewording | None:
    """The words of a passage that are most like the quoted ones; None if none are like them.

    `numbers` are where numbers stand that no row accounts for, with the words of their bounds: one is looked for there.
    """
    quoted = words.split()
    spans = [word.span() for word in _WORD.finditer(passage.text)]
    texts = [passage.text[start:end] for start, end in spans]
    sought = [_bare(word) for word in quoted]
    bare = [_before_dash(_bare(text), sought) for text in texts]
    best, window = _ALIKE * len(quoted), (0, 0)
    for length in range(max(1, len(quoted) - 2), len(quoted) + 3):
        for start in range(len(texts) - length + 1):
            begin, stop = spans[start][0], spans[start + length - 1][1]
            score = _score(sought, bare[start : start + length])
            if score <= 0:
                continue  # another word alone is no rewording
            score += 0.5 * any(first < stop and begin < last for first, last in numbers)
            if score > best or (score == best and window == (0, 0)):
                best, window = score, (start, start + length)
    if window == (0, 0):
        return None
    start, end = window
    held = set(sought)
    opens = min((first for first, last in numbers if first < spans[end - 1][1] and spans[start][0] < last), default=0)
    while end - start > 1 and bare[start] not in held and spans[start][1] <= opens:
        start += 1  # of *that 10,000 troops* the first word is none that was changed
    while end - start > 1 and bare[end - 1] not in held and bare[end - 1].lower() in _NEUTRAL:
        end -= 1
    place = Place(number, spans[start][0], spans[end - 1][1])
    return Rewording(place, "; ".join(_changes(sought, bare[start:end])))


def _score(quoted: list[str], now: list[str]) -> float:
    """How many words are the same, at the same place if the lengths are; other lengths count for less."""
    if len(quoted) == len(now):
        return float(sum(word == other for word, other in zip(quoted, now, strict=True)))
    blocks = SequenceMatcher(None, quoted, now, autojunk=False).get_matching_blocks()
    alike = 0.1 * (quoted[0] == now[0]) + 0.1 * (quoted[-1] == now[-1])  # it begins or ends as it did
    return sum(block.size for block in blocks) - 0.4 * abs(len(quoted) - len(now)) + alike


def _bare(word: str) -> str:
    return word.strip(".,;:!?()\"'")


def _before_dash(word: str, quoted: list[str]) -> str:
    """The part of a word before a dash, if that alone is quoted: *aid* of *aid-and*."""
    first, dash, _ = word.partition("-")
    return first if dash and first in quoted and word not in quoted else word


def _changes(quoted: list[str], now: list[str]) -> list[str]:
    changes = []
    matcher = SequenceMatcher(None, [*map(_bare, quoted)], [*map(_bare, now)], autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        before, after = _bare(" ".join(quoted[start:end])), _bare(" ".join(now[begin:stop]))
        if tag == "replace":
            changes.append(f"{in_quotes(before)} became {in_quotes(after)}")
        elif tag == "delete":
            changes.append(f"{in_quotes(before)} is no longer there")
        elif tag == "insert":
            changes.append(f"{in_quotes(after)} was added")
    return changes


def _likeness(passage: Sentence, quoted: list[Quotation]) -> float:
    """The share of the quoted words that the passage has."""
    words = [_bare(word) for quotation in quoted for word in normalise(quotation.words).split()]
    held = {_bare(word) for word in passage.text.split()}
    return sum(word in held for word in words) / len(words) if words else 0.0
