"""What a draft says of the people whom a figure counts that makes them others than it counts."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.measure.bounds import DIRECTIONS
from indicators.quoting.indicator_words import indicator_words
from indicators.quoting.number import end_of
from indicators.quoting.plain import is_plain
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.reader import draft_units
from indicators.quoting.thing import PERSONS
from indicators.text.expression import Expression
from indicators.text.search import find

_REACH = 5
"""Words from what is counted to what happened to it, or to what it has: *men were laid off*, *people with a job*."""
_WITHIN, _ABOUT = "within", 0.03
"""How a length of time is told, and how far two may be apart that are one: 365 days and a year."""
_HAS, _ARTICLES = frozenset(("with", "in", "on")), frozenset(("a", "an", "the", "their"))
_DENIES, _FURTHER = frozenset(("not", "never", "nor")), frozenset(("or", "and", "/"))


def other_length(quoted: Quoted) -> Iterator[Loss]:
    """What is counted from a length of time on, or within one, is told of another: *two years* of *a year*."""
    passage, own = quoted.passage, _lengths(quoted.vocabulary.catalogue)[quoted.profile.observation.indicator]
    following = bisect_right(passage.places, quoted.number.place)
    for other in passage.numbers[following : following + 1] if own else ():
        units = other.expression.units
        if other.sentence != quoted.number.sentence or not units:
            continue
        before = passage.words[passage.word_before(other)].low
        way = _way(other.expression, before)
        is_said = passage.has("say", quoted.number.place, other.place)
        if way in own and not is_said and _is_other_length(quoted, other.value, units[0], *own[way]):
            yield Loss(code="kind", told=passage.text(other.place, end_of(passage, other)))


def _is_other_length(quoted: Quoted, told: float, unit: str, own: float, own_unit: str) -> bool:
    """Whether two lengths of time are not about equal, as twelve months and a year are."""
    factor = draft_units(quoted.vocabulary.catalogue).factor(unit, own_unit)
    return factor is not None and not math.isclose(told * factor, own, rel_tol=_ABOUT)


@kept()
def _lengths(catalogue: Catalogue) -> Mapping[str, Mapping[str, tuple[float, str]]]:
    """For each indicator the length of time, with its unit, from which on or within which its definition counts."""
    names = draft_units(catalogue).names
    found: dict[str, dict[str, tuple[float, str]]] = {}
    for indicator in map(str, catalogue.indicators.index):
        text = catalogue.text("indicators", indicator, "definition")
        lengths = ((each, text[: each.first].split()) for each in find(text, names) if each.kind == "duration")
        found[indicator] = {
            way: (each.value, each.units[0]) for each, before in lengths if (way := _way(each, (before or [""])[-1]))
        }
    return found


def _way(length: Expression, before: str) -> str:
    """*within* or *from*, as a length of time says how long before something happened; empty where it says neither."""
    if before == _WITHIN:
        return _WITHIN
    return "from" if DIRECTIONS.get(length.qualifier) == "down" else ""


def other_event(quoted: Quoted) -> Iterator[Loss]:
    """People counted for another reason are told to have been laid off, to have fallen ill, to lie in hospital."""
    profile, passage, (_, last) = quoted.profile, quoted.passage, quoted.clause
    if profile.measured or profile.is_change:
        return
    if told := _done_to(quoted):
        yield Loss(code="kind", told=told)
        return
    first = _behind(quoted)
    for mention in passage.of_family("happened", first, min(first + _REACH + 1, last)):
        between = {word.low for word in passage.words[first : mention.first]}
        is_one_of = mention.last < last and passage.words[mention.last].low in _FURTHER
        if not is_one_of and not between & _DENIES and not _is_own_event(quoted, mention.label):
            yield Loss(code="kind", told=quoted.words(mention))


def _done_to(quoted: Quoted) -> str:
    """The verb right before people that tells another event than counted: *discharged nine patients*; else empty."""
    passage, at = quoted.passage, quoted.passage.word_before(quoted.number)
    for mention in passage.of_family("happened", max(at - 2, quoted.clause[0]), at + 1):
        is_counted = bool(quoted.number.noun or quoted.number.expression.units)
        if mention.last == at + 1 and is_counted and not _is_own_event(quoted, mention.label):
            return quoted.words(mention)
    return ""


def _is_own_event(quoted: Quoted, label: str) -> bool:
    """Whether the words of a figure or of its groups say that such a thing happened to those whom it counts."""
    vocabulary, profile = quoted.vocabulary, quoted.profile
    groups = (vocabulary.groups.titles[group] for group in profile.observation.groups)
    texts = indicator_words(vocabulary.catalogue, profile.observation.indicator).all
    own = vocabulary.general_labels(". ".join((*texts, profile.observation.counts or "", *groups)))
    return label.replace("happened", "state") in own


def other_possession(quoted: Quoted) -> Iterator[Loss]:
    """People are told as those who have a thing of another kind: *people with a job* of the labour force."""
    profile, passage, vocabulary = quoted.profile, quoted.passage, quoted.vocabulary
    title = quoted.title_words - PERSONS
    if profile.measured or profile.unit not in quoted.number.expression.units or title & _told(quoted):
        return
    first, last = _behind(quoted), quoted.clause[1]
    has = next((at for at in range(first, min(first + _REACH, last)) if passage.words[at].low in _HAS), last)
    at = has + 1 + (has + 1 < last and passage.words[has + 1].low in _ARTICLES)
    if at >= last or (at + 1 < last and passage.words[at + 1].low in _FURTHER):
        return
    for kind, stems in vocabulary.thing_stems.items():
        if kind != profile.observation.kind and passage.names[at] in stems and is_plain(quoted, stems):
            yield Loss(code="kind", told=passage.text(has, at + 1))
            return


def _told(quoted: Quoted) -> frozenset[str]:
    """What the sentence of a number and the one before it name."""
    before = quoted.passage.sentence_before(quoted.number)
    here = quoted.passage.concepts[quoted.number.sentence]
    return here if before is None else here | quoted.passage.concepts[before]


def _behind(quoted: Quoted) -> int:
    """The place of the first word behind a number, its unit and the name of what it counts."""
    number = quoted.number
    end = max(number.expression.end, number.expression.unit_end)
    at = number.place + 1
    while at < quoted.sentence[1] and quoted.passage.words[at].start < end:
        at += 1
    return at
