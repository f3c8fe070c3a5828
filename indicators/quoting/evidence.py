"""What speaks for a figure in the words around a number: whom it is about, who says so, its bound, its rate."""

from functools import cache

from indicators.quoting.offices import names_office
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile
from indicators.quoting.told_dates import is_short
from indicators.text.direction import says_fall

_HARM = frozenset(("fate.killed", "fate.wounded", "fate.casualties", "fate.lost"))
_GONE = frozenset(("fate.home", "fate.left"))
_ADVERBS = {"day": ("daily",), "year": ("yearly", "annual", "annually", "annum")}
TIMES = ("day", "week", "month", "year")
"""Units of the times per which numbers are told."""
_PER = frozenset(("a", "an", "per", "each", "every", "one"))
_BY = frozenset(("by", "per"))
_REACH = 7
"""Words around a number that may say that it is a fall."""
SMALL = 20
"""Numbers below it are told of much else."""

# Weights are added up for each figure that a number may mean, and compared with the thresholds in `fit`. They were set
# by hand on labelled drafts: 1 is about as much as one word that names the thing counted, or the source.
_NAMED_HERE, _NAMED_ANYWHERE = 1.2, 0.9
"""The sentence, or else the passage, names a country or people that the figure is about."""
_WITHOUT_WHO = 0.9
"""A place of the figure or its source is named where nobody is whom the figure is about."""
_SOURCE_HERE, _SOURCE_ANYWHERE = 1.0, 0.5
"""The sentence, or else the passage, names the source."""
_REPORTED = 0.6
"""The sentence says *reportedly*, and the figure comes from unnamed reports."""
_PERIOD, _DAYS = 0.5, 0.9
"""The passage tells the period; one of days by its day, of a large number."""
_LARGE = 1000
_SAME_BOUND = 0.4
"""The number has the bound of the figure: *more than* for *more than*."""
_LONG_NUMBER = 0.5
"""The figure is printed with more than two digits, so that few others have its number."""
_SMALL_WHOLE = -0.6
"""The figure is a small whole number, which is told of much else."""
_RATE, _NO_RATE, _RATE_OF_LEVEL = 0.4, -0.8, -1.5
"""A rate is told as a rate; a rate is told as none; a figure that is no rate is told as one."""
_PLACE = 0.3
"""The sentence names a place of the figure."""


def foreign_countries(passage: Passage, number: DraftNumber, profile: Profile) -> frozenset[str]:
    """The countries in the words that name the thing counted, where the figure is about none of them."""
    if not profile.countries:
        return frozenset()
    found = {
        label
        for at in (*number.noun, *number.thing)
        for label in passage.labels_at.get(at, ())
        if label.startswith("country.")
    }
    return frozenset(found - profile.countries) if not found & profile.countries else frozenset()


def names_both(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether the sentence names all countries of a figure that is about more than one, as an agreement is."""
    return len(profile.countries) > 1 and all(passage.has(name, *passage.span(number)) for name in profile.countries)


def names_one(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether the sentence names any country of a figure."""
    return any(passage.has(name, *passage.span(number)) for name in profile.countries)


def is_of_others(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether the sentence names another country than the several that a figure is about, and the passage not all."""
    if len(profile.countries) < 2 or all(passage.has(name) for name in profile.countries):
        return False
    return bool(passage.labels("country", *passage.span(number)) - profile.countries - profile.places)


def says_fall_at(passage: Passage, number: DraftNumber) -> bool:
    """Whether the words around a number say that something fell by it."""
    first, last = passage.clause(number)
    first, last = max(first, number.place - _REACH), min(last, number.place + _REACH)
    return any(says_fall(word.text) for word in passage.words[first:last])


def weight_of_who(passage: Passage, number: DraftNumber, profile: Profile) -> float:
    """How clearly the passage says whom the figure is about, and who says so."""
    key = number.sentence, profile.id
    if (weight := passage.whose.get(key)) is None:
        weight = passage.whose[key] = _weight_in_sentence(passage, number, profile)
    is_of_another = weight < _WITHOUT_WHO and bool(foreign_countries(passage, number, profile))
    if is_of_another and names_speaker(passage, profile, *passage.span(number)):
        weight += _WITHOUT_WHO
    return weight


def _is_said(passage: Passage, first: int, last: int) -> bool:
    """Whether somebody says or counts something in these words."""
    return passage.has("say", first, last) or passage.has("statement", first, last)


def _spoke_before(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether an office of the source speaks in the sentence before or the heading: *US officials have a figure.*"""
    before = (passage.sentence_before(number), passage.heading(number))
    return any(names_speaker(passage, profile, *passage.sentences[at]) for at in before if at is not None)


def names_speaker(passage: Passage, profile: Profile, first: int, last: int) -> bool:
    """Whether these words say that an office of the source speaks: *Chile's officers put it at 40*."""
    is_said = _is_said(passage, first, last) or any(
        passage.words[country.first - 1].low in _BY
        for country in passage.mentioned(profile.source_country, max(first, 1), last)
    )
    return is_said and names_office(passage, profile, first, last)


def _weight_in_sentence(passage: Passage, number: DraftNumber, profile: Profile) -> float:
    """The weight of whom the figure is about, its source and its period, as the sentence and the passage tell them."""
    here, anywhere = passage.sentence_labels[number.sentence], passage.by_label.keys()
    heading = passage.heading(number)
    if heading is not None:
        here |= passage.sentence_labels[heading]
    weight = 0.0
    if not profile.names.isdisjoint(here):
        weight += _NAMED_HERE
    elif not profile.names.isdisjoint(anywhere):
        weight += _NAMED_ANYWHERE
    if weight < _WITHOUT_WHO and any(f"place.{place}" in anywhere for place in profile.named_places):
        weight = _WITHOUT_WHO
    source = f"source.{profile.observation.source}"
    if source in here and (weight or profile.source_country not in here or _is_said(passage, *passage.span(number))):
        weight += _SOURCE_HERE
    elif source in anywhere:
        weight += _SOURCE_ANYWHERE
    elif names_speaker(passage, profile, *passage.span(number)) or _spoke_before(passage, number, profile):
        weight += _WITHOUT_WHO
    if profile.unnamed and "reported" in here:
        weight += _REPORTED
    if passage.tells(profile.observation.period):
        is_rare = is_short(profile.observation.period) and (profile.observation.value or 0) >= _LARGE
        weight += _DAYS if is_rare else _PERIOD
    return weight


def weight_of_rest(passage: Passage, number: DraftNumber, profile: Profile) -> float:
    """The weight of all else: the bound, the length of the number, whether a rate is told as a rate, the place."""
    weight = 0.0
    own = profile.observation.qualifier
    if own not in ("unqualified", "exact") and own == number.qualifier:
        weight += _SAME_BOUND
    value = profile.observation.value
    if value and profile.observation.digits and profile.observation.digits > 2:
        weight += _LONG_NUMBER
    if value and abs(value) < SMALL and value % 1 == 0 and "." not in number.words:
        weight += _SMALL_WHOLE
    first, last = passage.span(number)
    if profile.per:
        weight += _RATE if is_rate(passage, number, profile) else _NO_RATE
    elif number.expression.per and profile.own_words.isdisjoint(_forms_of(number.expression.per)):
        weight += _RATE_OF_LEVEL
    if profile.places and any(passage.has(name, first, last) for name in profile.places):
        weight += _PLACE
    return weight


def is_rate(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether a number is told as the rate that the figure is, or per another time."""
    return bool(number.expression.per) or names_time(passage, number, profile.per)


def names_time(passage: Passage, number: DraftNumber, unit: str) -> bool:
    """Whether the sentence of a number says *a day*, *daily*, *every day*."""
    return not _forms_of(unit).isdisjoint(passage.low_words[number.sentence])


def times_told(passage: Passage, number: DraftNumber) -> list[str]:
    """The times per which a number is told, or else those that its sentence names."""
    per = number.expression.per
    return [per] if per else [unit for unit in TIMES if names_time(passage, number, unit)]


def is_per_time(passage: Passage, number: DraftNumber) -> bool:
    """Whether the words with a number tell it per a time: *a day*, *per week*, *monthly*, not *in the week to*."""
    words, (first, last) = passage.words, passage.clause(number)
    return bool(number.expression.per) or any(
        words[at].low in _forms_of(unit) and (words[at].low[-2:] in ("ly", "al") or words[at - 1].low in _PER)
        for at in range(first + 1, last)
        for unit in TIMES
    )


@cache
def _forms_of(unit: str) -> frozenset[str]:
    return frozenset((unit, f"{unit}s", *_ADVERBS.get(unit, (f"{unit}ly",))))


def fates_like(fates: frozenset[str]) -> frozenset[str]:
    """These fates of people, and those that a draft may tell instead by mistake."""
    found = set(fates)
    if fates & _HARM:
        found |= _HARM
    if fates & _GONE or fates == {"fate.killed"}:
        found |= _GONE | {"fate.killed"}
    return frozenset(found)


def is_range_of_others(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether a figure is a range and the sentence names neither its source nor its period: an end is too little."""
    observation = profile.observation
    is_named = passage.has(f"source.{observation.source}", *passage.span(number)) or passage.tells(observation.period)
    return observation.qualifier == "between" and not is_named
