"""Words for the units of a catalogue in a text: which units the words after a number name, and per what."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from indicators.measure.units import Units
from indicators.text.compounds import EACH
from indicators.text.currencies import CODES, SIGNS, WORDS
from indicators.text.direction import fall_before, fall_behind
from indicators.text.expression import Expression
from indicators.text.marks import FILLER, VULGAR_MARKS
from indicators.text.unit_names import UnitForm, UnitNames

PER_TIME: Mapping[str, str] = {**EACH, "annual": "year"}
"""The time that an amount is per, by the word that says so: *hourly* earnings, *annual* investment."""

_STOP = re.compile(
    r'[,;:!?()"]|\.(?!\w)|\b(?:of|in|to|for|from|by|with|at|on|and|or|but|that|which|who|when|while|as|than|per|a|an|'
    r"is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|can|did|does|do|since|ago|later|"
    r"between|after|before|during|until|through|over|under|above|below|about|around|against|across|along|among|into|"
    r"onto|upon|out|within|without|behind|beyond|despite|because|though|although|if|so|then|there|here|now|also|even|just|"
    r"only|too|very|not|no|both|all|any|each|every|some|such|the|this|these|those|its|his|her|their|our|my|your)\b",
    re.IGNORECASE,
)
_REACH = 80
"""Characters before and after a number that may be quoted with it."""

_NEXT_WORDS = {True: re.compile(r"(?: of)?(?: \w[\w'-]*){1,5}\b"), False: re.compile(r"(?: \w[\w'-]*){1,3}\b")}
"""Words quoted after a number that names no unit, by whether it is a vague magnitude."""

_LONGEST_EXCERPT = 0.75
"""Largest share of a sentence that an excerpt may quote."""

_TO_PLURAL = re.compile(r".*(?:(?<![sui])s|people|children|men)\b")
"""Words up to the last plural, which names what is counted: *214 collective sites*, without *shelter*."""
_ALONE = ("one", "both", "single", "once")
_BARE = ("number", "share", "duration", "vague")
_OF_NO_CHANGE = ("range", "age", "date", "label", "ordinal")
_PER_THING = re.compile(r" per (?!cent\b)[^\W\d_]+(?:-[^\W\d_]+)*\b")
"""What an amount is per, where that is no unit: *$120 per household*."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedUnits:
    """The units that the words after a number may name, per what, both empty if they name none; where they end."""

    units: frozenset[str]
    per: frozenset[str]
    end: int


def listed_forms(units: Units, used: Iterable[str]) -> Iterator[UnitForm]:
    """The words of the listed units, and of compounds among the units of the figures: *passenger-kilometers*."""
    products = {unit.partition("/")[0] for unit in used if "*" in unit}
    for name in (*units.names, *sorted(products)):
        yield UnitForm(
            name=name,
            singular=units.label(name, singular=True),
            plural=units.label(name),
            symbol=units.listed_symbol(name) or name,
        )


class UnitWords:
    """The words for the units of one catalogue, from its `units.txt`: names, plurals and symbols."""

    def __init__(self, units: Units, used: Iterable[str]) -> None:
        """`used` are the units of the figures."""
        self.names = UnitNames(listed_forms(units, used))

    def named(self, expression: Expression) -> NamedUnits:
        """The listed units that the words of an expression name."""
        return NamedUnits(
            units=frozenset(expression.units) & self.names.names,
            per=frozenset(filter(None, expression.per.split("/"))),
            end=expression.whole_end,
        )

    def occur(self, unit: str, passage: str) -> bool:
        """Whether a passage prints the unit anywhere, in words or as a sign."""
        forms = [r"[\s-]".join(map(re.escape, form)) for form in self.names.forms(unit) if len("".join(form)) > 2]
        if forms and re.search(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", passage, re.IGNORECASE):
            return True
        if unit == "percent":
            return "%" in passage
        codes = {unit} & CODES or set(WORDS.get(unit, ()))
        return any(codes & set(meant) and sign in passage.lower() for sign, meant in SIGNS.items())


def excerpt(sentence: str, expression: Expression, named: NamedUnits, limit: int) -> tuple[int, int]:
    """Where the few words stand that print an expression: its qualifier, the number and what is counted.

    They are whole words, so that they can be found again: *3x* rather than *3*. A run of letters and digits that goes
    on for longer than any word is cut.
    """
    end = max(named.end, expression.end, expression.last)
    bare = expression.kind in _BARE and not named.units and not named.per
    if bare and limit - expression.after > 1 and sentence[expression.start : expression.end].lower() not in _ALONE:
        stop = _STOP.search(sentence, expression.after, min(limit, expression.after + _REACH))
        ending = stop.start() if stop else min(limit, expression.after + _REACH)
        words = _NEXT_WORDS[expression.kind == "vague"].match(sentence, expression.end, max(ending, expression.end))
        if words and (plural := _TO_PLURAL.match(sentence, words.start(), words.end())):
            words = plural
        if words and not (_in_word(sentence[words.end() - 1]) and _in_word(sentence[words.end() : words.end() + 1])):
            # Never a whole sentence: a few words may be quoted, the text may not.
            end = max(end, words.end()) if words.end() - expression.first < _LONGEST_EXCERPT * len(sentence) else end
    if not named.per and (per := _PER_THING.match(sentence, end, max(limit, end))):
        end = per.end()
    if expression.kind not in _OF_NO_CHANGE:
        end = max(end, fall_behind(sentence, end))
    start = fall_before(sentence, expression.first, _REACH)
    first, last = max(start - _REACH, 0), min(end + _REACH, len(sentence))
    while start > first and _in_word(sentence[start - 1]) and _in_word(sentence[start]):
        start -= 1
    while end < last and _in_word(sentence[end]) and _in_word(sentence[end - 1]):
        end += 1
    return start, end - (end > start and sentence[end - 1] == " ")


def is_per_thing(words: str) -> bool:
    """Whether the words of an amount say what it is per: *£6,960 per pupil*, *$120 per household*."""
    return bool(_PER_THING.search(words))


def _in_word(char: str) -> bool:
    """Whether a character is part of a word: a letter, a digit or a fraction."""
    return char.isalnum() or char == FILLER or char in VULGAR_MARKS
