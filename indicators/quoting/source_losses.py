"""What a draft loses of the source of a figure; it may be named anywhere in the passage."""

from collections.abc import Iterator

from indicators.quoting.offices import VAGUE_OFFICES, own_offices
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.speakers import is_spoken, rival, speakers_among
from indicators.text.lexicon import Mention, concept
from indicators.text.vocabulary import MONTHS

_MONTHS = frozenset(MONTHS.split())
_REACH = 5
"""Words between a speaker and the verb of saying, or the office that speaks."""
_STEM = 7
"""Letters that a word for people has in common with the name of their office."""
_SPEAKING = ("office.government", "office.intelligence", "office.minister", "office.head_of_state", "office.military")
_NO_SPEAKER = frozenset("in to from for against on into at inside".split())
"""Words before a country that does not speak."""
_PRONOUNS, _BE = frozenset(("it", "he", "she")), frozenset(("is", "was"))
_ARMIES = ("military", "army", "forces", "armed forces", "officer", "officers", "generals")
"""Offices that are as often counted as they count."""


def source_losses(quoted: Quoted) -> Iterator[Loss]:
    """Nobody, or somebody else, is said to say so."""
    profile, passage = quoted.profile, quoted.passage
    if profile.by_author:
        return
    if profile.unnamed:
        if passage.has("reported") or any("report" in words for words in passage.low_words):
            return  # *if that report is right* names whom the figure is from
        other = rival(quoted)
        yield Loss(code="wrong_source" if other else "source", told=other)
        return
    if is_named(quoted):
        if not _is_named_in_sentence(quoted) and _is_stranger(quoted, other := rival(quoted)):
            may_repeat = passage.is_repeated(quoted.number)  # what the source is said to say elsewhere
            yield Loss(code="wrong_source", told=other, certain=not may_repeat)
        return
    other = rival(quoted) or _other_country(quoted) or _taken_up(quoted)
    if other and _are_its_people(quoted, other):
        return
    if other:
        yield Loss(code="wrong_source", told=other)
    elif not is_spoken(quoted) and not _has_office(quoted):
        yield Loss(code="source")
    else:
        yield Loss(code="source", certain=False)


def _taken_up(quoted: Quoted) -> str:
    """The only speaker of the sentence before, where *it*, *he* or *she* says so in this one; empty if none is.

    *The council puts it at 40. It reckons that 12 …*, not *It is said that*.
    """
    passage, before, (first, last) = quoted.passage, quoted.passage.sentence_before(quoted.number), quoted.sentence
    opens = [word.low for word in passage.words[first : min(first + 2, last)]]
    if before is None or opens[0] not in _PRONOUNS or opens[-1] in _BE or not passage.has("speech", first, first + 3):
        return ""
    told = {*speakers_among(quoted, *passage.sentences[before])}
    return told.pop() if len(told) == 1 else ""


def _are_its_people(quoted: Quoted, speaker: str) -> bool:
    """Whether speakers are called by a word made of one of the name of the source: *statisticians* of an office."""
    own = {word for name in quoted.vocabulary.full_names(quoted.profile.observation.source) for word in name.split()}
    people = {word for word in speaker.split() if word.islower() and word.endswith("s") and len(word) > _STEM}
    return any(word not in own and name.startswith(word[:_STEM]) for word in people for name in own)


def _is_named_in_sentence(quoted: Quoted) -> bool:
    """Whether the sentence of a number mentions the source or its country."""
    observation = quoted.profile.observation
    sources = (
        f"source.{name}" for name in (observation.source, observation.root or observation.source, *observation.via)
    )
    return any(quoted.passage.has(label, *quoted.sentence) for label in (*sources, quoted.profile.source_country))


def _is_stranger(quoted: Quoted, other: str) -> bool:
    """Whether a speaker is a name without a word of those of the source: not *the Office*, *its March estimate*."""
    own = {word for name in quoted.vocabulary.full_names(quoted.profile.observation.source) for word in name.split()}
    thing = quoted.profile.stems.keys() | quoted.profile.noun_stems
    names = [word for word in other.split() if word[0].isupper()]
    return bool(names) and not any(word.lower() in own or word in _MONTHS or concept(word) in thing for word in names)


def _has_office(quoted: Quoted) -> bool:
    """Whether the sentence names the office of the source, without its country."""
    found = [
        mention
        for label in own_offices(quoted.profile)
        for mention in quoted.passage.mentioned(label, *quoted.sentence)
    ]
    return any(
        not (_is_vague(quoted, mention) or quoted.passage.has("statement", mention.first, mention.last))
        and quoted.words(mention).lower() not in _ARMIES
        for mention in found
    )


def is_named(quoted: Quoted) -> bool:
    """Whether the passage names the source, its office, or its country as a speaker."""
    profile, passage = quoted.profile, quoted.passage
    observation = profile.observation
    names = {observation.source, observation.root or observation.source, *observation.via}
    for name in names:
        for mention in passage.mentioned(f"source.{name}"):
            if _is_full_name(quoted, name, mention):
                return True
            if _speaks(quoted, mention) and not _other_office(quoted, mention):
                return True
    country = profile.source_country
    if country:
        for mention in passage.mentioned(country):
            if _other_office(quoted, mention):
                continue
            if _own_office(quoted, mention) or _speaks(quoted, mention):
                return True
    if country and observation.named and not passage.has(country):
        return False
    by_office = any(
        _may_speak(quoted, mention) for office in own_offices(profile) for mention in passage.mentioned(office)
    )
    return by_office and not _other_country(quoted) and not rival(quoted)


def _may_speak(quoted: Quoted, office: Mention) -> bool:
    """Whether an office that stands without the country of the source may be its own: not *figures*."""
    passage, words = quoted.passage, quoted.words(office).lower()
    if passage.has("statement", office.first, office.last):
        return False
    around = passage.labels("country", max(office.first - 3, 0), office.first)
    if around - {quoted.profile.source_country}:
        return False
    return words not in _ARMIES or _speaks(quoted, office)


def is_named_in_full(quoted: Quoted) -> bool:
    """Whether the passage names the source by a name that means nobody else."""
    source = quoted.profile.observation.source
    return any(_is_full_name(quoted, source, mention) for mention in quoted.passage.mentioned(f"source.{source}"))


def _is_full_name(quoted: Quoted, source: str, mention: Mention) -> bool:
    """Whether a mention of a source is a name that means nobody else."""
    words = quoted.passage.words[mention.first : mention.last]
    return " ".join(word.low for word in words) in quoted.vocabulary.full_names(source)


def _speaks(quoted: Quoted, mention: Mention) -> bool:
    """Whether a speaker has a verb of saying, or *according to*, near it."""
    passage = quoted.passage
    before = [word.low for word in passage.words[max(mention.first - 2, 0) : mention.first]]
    if before and before[-1] in _NO_SPEAKER and before != ["according", "to"]:
        return False
    first, last = max(mention.first - 4, 0), min(mention.last + _REACH, len(passage.words))
    return any(passage.has(group, first, last) for group in ("say", "allege", "certain"))


def _offices_at(quoted: Quoted, mention: Mention) -> list[Mention]:
    """The offices right behind a country, or right before it: *Chile's army*, *the army of Chile*."""
    passage = quoted.passage
    return [
        office
        for office in passage.of_family("office", max(mention.first - 4, 0), mention.last + 4)
        if office.first >= mention.last or passage.words[mention.first - 1].low in ("of", "the", "in")
    ]


def _own_office(quoted: Quoted, mention: Mention) -> bool:
    return any(_is_own(quoted, office) for office in _offices_at(quoted, mention))


def _other_office(quoted: Quoted, mention: Mention) -> bool:
    """Whether another office of the country speaks than that of the source."""
    offices = _offices_at(quoted, mention)
    is_own = any(_is_own(quoted, office) for office in offices)
    return not is_own and any(office.label != "office.ngo" for office in offices)


def _is_own(quoted: Quoted, office: Mention) -> bool:
    """Whether an office may be that of the source."""
    return office.label in own_offices(quoted.profile) or _is_vague(quoted, office)


def _is_vague(quoted: Quoted, mention: Mention) -> bool:
    return quoted.words(mention).lower() in VAGUE_OFFICES


def _other_country(quoted: Quoted) -> str:
    """Another country with an office in the sentence, where the passage does not name the country of the source."""
    passage, own = quoted.passage, quoted.profile.source_country
    if not own or passage.has(own):
        return ""
    found = [
        (office.first - country.last, quoted.words(country))
        for country in passage.of_family("country", *quoted.sentence)
        if not passage.is_of_next(quoted.number, country.first)
        for office in _offices_at(quoted, country)
        if office.label in _SPEAKING and quoted.words(office).lower() not in _ARMIES
    ]
    return min(found, key=lambda each: abs(each[0]))[1] if found else ""
