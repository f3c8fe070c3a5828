"""Whether a draft tells both events between which a figure is the time: *a day after the summons came the threat*."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.quoting.indicator_words import stems_of
from indicators.quoting.number import end_of
from indicators.quoting.passage import DraftNumber, Passage

_APART = frozenset("after before later earlier ago afterwards previously".split())
"""Words right behind a length of time that lead from one event to another."""
_BETWEEN = frozenset("from between since after before until".split())
_WITHIN = frozenset("in for over within of".split())
_FROM, _TO = "Time from ", " to "
_COUNTRY = "country."


@dataclass(frozen=True, kw_only=True)
class Event:
    """One of the two events: all its words, those of the title of the indicator, and the countries that it names."""

    stems: frozenset[str]
    title: frozenset[str]
    countries: frozenset[str]


def intervals(catalogue: Catalogue, labels: Callable[[str], Collection[str]]) -> Mapping[str, tuple[Event, Event]]:
    """For each indicator that is a time from one event to another the two, the earlier one first.

    ``labels`` are those of all that a text mentions.
    """
    found: dict[str, tuple[Event, Event]] = {}
    for indicator in map(str, catalogue.indicators.index):
        titles = _halves(catalogue.text("indicators", indicator, "title"))
        for earlier, later in _halves(catalogue.text("indicators", indicator, "definition")) if titles else ():
            begin, end = map(stems_of, ([each] for each in titles[0]))
            opening = stems_of(later.removeprefix("the ").split()[:1])
            if opening and opening <= end:
                found[indicator] = _event(earlier, begin, labels(earlier)), _event(later, end, labels(later))
    return found


def _halves(text: str) -> list[tuple[str, str]]:
    """Each way to read a text as a time from one event to another."""
    parts = text.removesuffix(".").removeprefix(_FROM).split(_TO) if text.startswith(_FROM) else []
    return [(_TO.join(parts[:at]), _TO.join(parts[at:])) for at in range(1, len(parts))]


def _event(text: str, title: set[str], labels: Collection[str]) -> Event:
    return Event(
        stems=frozenset(stems_of([text]) | title),
        title=frozenset(title),
        countries=frozenset(label for label in labels if label.startswith(_COUNTRY)),
    )


def tells_both_events(events: tuple[Event, Event] | None, passage: Passage, number: DraftNumber) -> bool:
    """Whether a length of time leads from one of two events to the other, whatever the number is.

    On the side of each event stand words that are its alone and one of its countries, and of the later one a word of
    the title.
    """
    if events is None or number.expression.kind != "duration":
        return False
    earlier, later = events
    return any(
        _tells(passage, before, earlier, later) and _tells(passage, behind, later, earlier, later.title)
        for before, behind in _sides(passage, number)
    )


def _sides(passage: Passage, number: DraftNumber) -> Iterator[tuple[range, range]]:
    """The words of what happened earlier, and of what happened later, by the word behind a length of time."""
    first, last = passage.span(number)
    behind = end_of(passage, number)
    low = passage.words[behind].low if behind < last else ""
    comma = next((at for at in range(behind, last) if passage.words[at].text == ","), last)
    if low in ("later", "afterwards"):
        before = passage.sentence_before(number)
        yield range(first, number.place), range(behind, last)
        if before is not None:
            yield range(*passage.sentences[before]), range(behind, last)
    elif low == "after":
        yield range(behind, comma), range(comma, last)
        yield range(behind, comma), range(first, number.place)
    elif low == "before":
        yield range(comma, last), range(behind, comma)
        yield range(first, number.place), range(behind, comma)


def _tells(passage: Passage, at: range, event: Event, other: Event, title: frozenset[str] = frozenset()) -> bool:
    """Whether these words tell an event and not the other one."""
    told = {passage.names[place] for place in at}
    is_named = not event.countries or bool(event.countries & passage.labels("country", at.start, at.stop))
    is_own = bool(told & (event.stems - other.stems)) and not (title and title.isdisjoint(told))
    return is_named and is_own and len(told & event.stems) > len(told & (other.stems - event.stems))


def is_between_others(passage: Passage, number: DraftNumber, title: str) -> bool:
    """Whether a time is told from one event to another, *nine years after it*, and the title names no such time."""
    if number.expression.kind != "duration":
        return False
    first, last = passage.span(number)
    behind = end_of(passage, number)
    at = passage.word_before(number)
    before = passage.words[at].low if at >= first else ""
    is_between = behind < last and passage.words[behind].low in _APART and before not in _WITHIN
    return is_between and _BETWEEN.isdisjoint(title.lower().split())
