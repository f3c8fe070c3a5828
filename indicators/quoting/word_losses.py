"""What the words around a number lose of its figure: kind, population, place, and that there is a later number."""

from collections.abc import Iterator

from indicators.quoting.capitals import is_capital
from indicators.quoting.kind_losses import kind_losses
from indicators.quoting.passage import Passage
from indicators.quoting.population_losses import population_losses
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.revision_told import is_revised_to
from indicators.quoting.sites import sites_told
from indicators.text.lexicon import POSSESSIVE, Mention
from indicators.text.vocabulary import FUNCTION_WORDS, MONTHS

_AT = frozenset("on in of at along".split())
_THROUGH = frozenset(("through", "via", "way"))
_SITE_WORDS = frozenset("the a port harbour harbor town city of at in".split())
_INTO = frozenset(("to", "into"))
_STAYING = frozenset("in into inside to at within through".split())


def word_losses(quoted: Quoted) -> Iterator[Loss]:
    """What the words with the number lose of kind, population, place and age."""
    yield from kind_losses(quoted)
    yield from population_losses(quoted)
    yield from _place(quoted)
    yield from _update(quoted)


def _place(quoted: Quoted) -> Iterator[Loss]:
    """Another place than the one that the figure names."""
    profile, passage = quoted.profile, quoted.passage
    places = profile.places - profile.countries
    observation = profile.observation
    for region in passage.of_family("region", quoted.number.place, quoted.clause[1]):
        if observation.place_to and region.label.replace("region", "country") not in profile.places:
            yield Loss(code="place", told=quoted.words(region))
            return
    if site := _other_site(quoted):
        yield Loss(code="place", told=site)
        return
    if not places or not (observation.place_to or observation.place_from or observation.place_through):
        return
    if passage.has("handling.used", *quoted.clause) and "handling.used" not in profile.sorts:
        return  # fired at it is another kind, and not brought there
    first, last = quoted.number.place, quoted.clause[1]
    whose = {*quoted.number.noun, *quoted.number.thing}
    if any(named.label in places and named.first not in whose for named in passage.of_family("country", first, last)):
        return
    others = passage.labels("country", first, last) - places - {profile.source_country}
    for named in passage.of_family("country", first, last):
        is_own = named.label in profile.places
        before = passage.words[named.first - 1].low
        is_told = before in (_INTO if is_own and not profile.peopled else _STAYING)
        if named.label in others and is_told and not (is_own and _is_of_more(passage, named)):
            yield Loss(code="place", told=quoted.words(named))
            return


def _is_of_more(passage: Passage, named: Mention) -> bool:
    """Whether a country only says whose something is: *in Peru's army*, *in Chilean uniforms*."""
    behind = passage.words[named.last].low if named.last < len(passage.words) else "."
    return (behind[0].isalpha() and behind not in FUNCTION_WORDS) or behind in (POSSESSIVE, "-")


def _other_site(quoted: Quoted) -> str:
    """The name of another site of the sort that the figure names: *ports on the Black Sea*; empty if there is none.

    A draft that names the place or the country of the figure only adds to it.
    """
    profile, passage = quoted.profile, quoted.passage
    first, last = quoted.sentence
    if site := _other_way(quoted):
        return site
    if any(passage.has(f"place.{place}", first, last) for place in profile.named_places):
        return ""
    for at in sites_told(quoted):
        if at + 2 < last and passage.words[at + 1].low in _AT:
            start = at + 2 + (passage.words[at + 2].low == "the")
            if site := _unknown_name(quoted, start, last):
                return site
        for sea in passage.mentioned("waters", max(at - 2, first), at):
            if sea.last == at:
                return quoted.words(sea)
    return ""


def _other_way(quoted: Quoted) -> str:
    """The name through which the draft says that something went: *through the port of Antofagasta*; else empty."""
    passage, last, way = quoted.passage, quoted.clause[1], quoted.profile.observation.place_through
    if not way or passage.has(f"place.{way}", *quoted.sentence):
        return ""
    for at in range(quoted.clause[0], last):
        if passage.words[at].low in _THROUGH:
            start = at + 1
            while start < last and passage.words[start].low in _SITE_WORDS:
                start += 1
            if site := _unknown_name(quoted, start, last):
                return site
    return ""


def _unknown_name(quoted: Quoted, start: int, last: int) -> str:
    """The capitalised words from a place on, behind a country, that are in no place of the catalogue."""
    passage = quoted.passage
    for country in passage.of_family("country", start, start + 1):
        start = country.last
        if start < last and passage.words[start].low == POSSESSIVE:
            start += 1
    if start < last and passage.words[start].text in MONTHS:
        return ""
    stop = start
    while stop < last and is_capital(passage, stop) and not _is_mentioned(passage, stop):
        stop += 1
    known = quoted.vocabulary.place_words
    is_known = any(word.low.startswith(stem) for word in passage.words[start:stop] for stem in known if len(stem) > 3)
    return passage.text(start, stop) if stop > start and not is_known else ""


def _is_mentioned(passage: Passage, at: int) -> bool:
    """Whether a word is of the name of a country, a source or a place."""
    families = {label.partition(".")[0] for label in passage.labels_at.get(at, ())}
    return bool(families & {"country", "source", "population", "place"})


def _update(quoted: Quoted) -> Iterator[Loss]:
    """An earlier estimate told as the present one."""
    observation = quoted.profile.observation
    later, passage = quoted.vocabulary.later_than(observation.id), quoted.passage
    if not later:
        was = quoted.vocabulary.is_past(quoted.profile) and not passage.tells(observation.period)
        if was and passage.has("present", *quoted.clause) and not passage.has("earlier", *quoted.sentence):
            yield Loss(code="update")
        return
    if is_revised_to(quoted, {other.observation.value for other in later}):
        yield Loss(code="update")
        return
    if any(_says_earlier(quoted, mention) for mention in passage.mentioned("earlier", *quoted.sentence)):
        return
    if _is_told_as_present(quoted):
        yield Loss(code="update")
        return
    if observation.issued.text and passage.tells(observation.issued):
        return
    values = {other.observation.value for other in later}
    opening = passage.paragraph(quoted.number.sentence).start
    told = (number for number in passage.numbers if number.sentence >= opening)
    if any(value in values for number in told for value in number.expression.numbers):
        return  # the later number, in this paragraph or behind it
    yield Loss(code="update")


def _is_told_as_present(quoted: Quoted) -> bool:
    """Whether *now* stands with a number, before it or with no other number behind it."""
    passage, number = quoted.passage, quoted.number
    first, last = passage.statement(number)
    return passage.has("present", first, last if last == quoted.sentence[1] else number.place)


def _says_earlier(quoted: Quoted, mention: Mention) -> bool:
    """Whether words say that the number is an earlier one; *gone from* says so only right before it."""
    ends = quoted.passage.words[mention.last - 1].low
    return ends != "from" or 0 <= quoted.number.place - mention.last <= 2
