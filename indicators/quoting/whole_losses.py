"""What a share is told to be of, where it is of something else."""

from bisect import bisect_left
from collections.abc import Collection, Iterator

from indicators.quoting.passage import Passage
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.thing import PERSONS
from indicators.text.lexicon import POSSESSIVE
from indicators.text.vocabulary import FUNCTION_WORDS

_UNIT = 3
"""Words from a share to *of*: *per cent of*."""
_OF_WHAT = 5
"""Words from *of* behind a share to the last that may name the whole."""
_ENDS_WHOLE = frozenset("who which that with in at on by to for from , ; :".split())
"""Words and signs behind which the whole of a share is told already."""
_THE = frozenset(("the", "all"))
_PEOPLE = frozenset(("people", "sort_of_people", "arms", "patients"))
_OWNS = frozenset((POSSESSIVE, "'"))
_EVERYBODY = frozenset("population everyone everybody inhabitants residents citizens".split())
"""Words for all people of a place."""


def other_whole(quoted: Quoted) -> Iterator[Loss]:
    """A share of one thing is told as that of another that the catalogue has: *of the labour force*."""
    passage, own, wholes = quoted.passage, quoted.profile.share_of, quoted.vocabulary.wholes
    behind, stop = bisect_left(passage.starts, quoted.number.expression.end), quoted.clause[1]
    first = next((at for at in range(behind, min(behind + _UNIT, stop)) if _is_of(passage, at)), 0)
    if not own or not first:
        return
    last = min(first + _OF_WHAT, stop)
    if _is_title(quoted, behind, first, stop):
        return
    told = {*passage.names[first + 1 : last]}
    everybody = any(word.low in _EVERYBODY for word in passage.words[first + 1 : last]) or _is_population(quoted, first)
    is_all = everybody and wholes[own].isdisjoint(told - PERSONS)
    titled = _titled(quoted, first + 1, last)
    if is_all or any(_is_told_for(wholes[own], stems, titled) for name, stems in wholes.items() if name != own):
        yield Loss(code="kind", told=_name(quoted, first + 1, last))
    elif people := _people_of_things(quoted, first + 1):
        yield Loss(code="kind", told=people)
    elif other := _other_kind(quoted, first + 1, last):
        yield Loss(code="kind", told=other)


def _name(quoted: Quoted, first: int, last: int) -> str:
    """These words up to the last of a title, or that names everybody: *the labour force* of *the labour force were*."""
    passage, titles = quoted.passage, frozenset[str]().union(*quoted.vocabulary.wholes.values()) | PERSONS
    named = (at for at in range(first, last) if passage.names[at] in titles or passage.words[at].low in _EVERYBODY)
    return passage.text(first, max(named, default=last - 1) + 1)


def _is_title(quoted: Quoted, begin: int, of: int, stop: int) -> bool:
    """Whether *of* is one of the title of the figure: *18.9 percent: share of the long-term unemployed*."""
    title, names = quoted.title_words, quoted.passage.names
    told = {*names[begin : min(of + _OF_WHAT + len(title), stop)]}
    return not title <= {*names[begin:of]} and title <= told


def _titled(quoted: Quoted, first: int, last: int) -> frozenset[str]:
    """What these words name up to the first that is in no title: *the jobless* at once, and not *women jobless*."""
    titles, found = frozenset().union(*quoted.vocabulary.wholes.values()), set()
    for at in range(first, last):
        name, is_function = quoted.passage.names[at], quoted.passage.words[at].low in FUNCTION_WORDS
        if name not in titles and not is_function and name:
            break
        found.add(name)
    return frozenset(found - PERSONS)


def _is_population(quoted: Quoted, of: int) -> bool:
    """Whether *people in* and the name of the population stand behind *of*: *of the people in the valleys*."""
    passage, first = quoted.passage, of + 1 + (quoted.passage.words[of + 1].low == "the")
    if first + 1 >= quoted.clause[1] or passage.names[first] not in PERSONS or passage.words[first + 1].low != "in":
        return False
    own = quoted.vocabulary.wholes[quoted.profile.share_of] - PERSONS
    is_narrowed = not own.isdisjoint(passage.concepts[quoted.number.sentence])  # in the valleys who gave a swab
    return not is_narrowed and passage.has(f"population.{quoted.profile.observation.population}", first + 2, first + 4)


def _is_of(passage: Passage, at: int) -> bool:
    """Whether *of* leads to a whole: not *out of work*."""
    return passage.words[at].low == "of" and passage.words[at - 1].low != "out"


def _is_told_for(own: frozenset[str], other: frozenset[str], told: Collection[str]) -> bool:
    """Whether words tell all of another title that its own has not, and nothing of what that has beyond it."""
    further = other - own - PERSONS
    return bool(further) and further.issubset(told) and not (own - other).intersection(told)


def _people_of_things(quoted: Quoted, at: int) -> str:
    """The people right behind *of* where a share is of things: *8 percent of drivers* of crashes; else empty."""
    passage, profile = quoted.passage, quoted.profile
    at += passage.words[at].low in _THE
    behind = passage.words[at + 1].low if at + 1 < quoted.sentence[1] else ""
    is_people = any(passage.has(label, at, at + 1) for label in _PEOPLE)
    catalogue, kind = quoted.vocabulary.catalogue, profile.observation.kind
    title = f"{catalogue.text('kinds', kind, 'title')}. {catalogue.text('indicators', profile.share_of, 'title')}"
    is_of_people = not _PEOPLE.isdisjoint(quoted.vocabulary.general_labels(title))
    return passage.words[at].text if is_people and not is_of_people and behind not in _OWNS else ""


def _other_kind(quoted: Quoted, first: int, last: int) -> str:
    """The first name of a thing among these words, where it is of another kind and no word of the figure; else empty.

    *18 percent of the farms* of a share of the land.
    """
    passage, profile, kinds = quoted.passage, quoted.profile, quoted.vocabulary.thing_stems
    known = profile.stems.keys() | profile.noun_stems | quoted.vocabulary.wholes[profile.share_of]
    for at in range(first, last):
        if passage.words[at].low in _ENDS_WHOLE:
            return ""
        if not any(passage.names[at] in stems for stems in kinds.values()):
            continue
        is_of_next = at + 1 < last and (passage.words[at + 1].low in _OWNS or passage.names[at + 1] in known)
        if not is_of_next:  # state school pupils
            return "" if passage.names[at] in known else passage.words[at].text
    return ""
