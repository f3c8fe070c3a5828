"""What a draft owes a figure in its passage: who says so."""

from collections.abc import Iterator, Sequence

from indicators.quoting.offices import VAGUE_OFFICES, own_offices
from indicators.quoting.quoted import Loss, Quoted
from indicators.text.lexicon import Mention, Word

_REACH = 5
"""Words between a speaker and the verb of saying, or the office that speaks."""
_SPEAKING = ("office.government", "office.intelligence", "office.minister", "office.head_of_state")
_PASSIVE = 16
"""Words between a verb in its passive and *by*."""
_BE = frozenset("was were is are been being be".split())
_ADJECTIVES = frozenset("the some senior other several unnamed top these those two three local".split())
_ARMIES = ("military", "army", "forces", "armed forces", "officer", "officers", "generals")
"""Offices that are as often what is counted as who counts it."""


def source_losses(quoted: Quoted) -> Iterator[Loss]:
    """Nobody, or somebody else, is said to say so."""
    profile, passage = quoted.profile, quoted.passage
    if profile.by_author:
        return
    if profile.unnamed:
        if passage.has("reported") or any(word.low == "report" for word in passage.words):
            return  # *if that report is right* names whom the figure is from
        rival = _rival(quoted)
        yield Loss(code="wrong_source" if rival else "source", told=rival)
        return
    if is_named(quoted):
        return
    rival = _rival(quoted) or _other_country(quoted)
    if rival:
        yield Loss(code="wrong_source", told=rival)
    elif not _is_spoken(quoted) and not _has_office(quoted):
        yield Loss(code="source")
    else:
        yield Loss(code="source", certain=False)


def _has_office(quoted: Quoted) -> bool:
    """Whether the sentence names the office of the source, without its country."""
    found = [one for label in own_offices(quoted.profile) for one in quoted.passage.mentioned(label, *quoted.sentence)]
    return any(not _is_vague(quoted, one) and quoted.words(one).lower() not in _ARMIES for one in found)


def is_named(quoted: Quoted) -> bool:
    """Whether the passage names the source, its office, or its country as a speaker."""
    profile, passage = quoted.profile, quoted.passage
    one = profile.observation
    names = {one.source, one.root or one.source, *one.via}
    for label in (f"source.{name}" for name in names):
        for mention in passage.mentioned(label):
            if label != f"source.{one.source}" or _is_full_name(quoted, mention):
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
    if country and one.named and not passage.has(country):
        return False
    by_office = any(
        quoted.words(mention).lower() not in _ARMIES or _speaks(quoted, mention)
        for office in own_offices(profile)
        for mention in passage.mentioned(office)
    )
    return by_office and not _other_country(quoted) and not _rival(quoted)


def is_named_in_full(quoted: Quoted) -> bool:
    """Whether the passage names the source by a name that means nobody else."""
    named = quoted.passage.mentioned(f"source.{quoted.profile.observation.source}")
    return any(_is_full_name(quoted, one) for one in named)


def _is_full_name(quoted: Quoted, mention: Mention) -> bool:
    """Whether a mention of the source is a name that means nobody else."""
    words = quoted.passage.words[mention.first : mention.last]
    return " ".join(word.low for word in words) in quoted.vocabulary.full_names(quoted.profile.observation.source)


def _speaks(quoted: Quoted, mention: Mention) -> bool:
    """Whether a speaker has a verb of saying, or *according to*, near it."""
    passage = quoted.passage
    first, last = max(mention.first - 4, 0), min(mention.last + _REACH, len(passage.words))
    return passage.has("say", first, last) or passage.has("allege", first, last)


def _offices_at(quoted: Quoted, mention: Mention) -> list[Mention]:
    """The offices right behind a country, or right before it: *Chile's army*, *the army of Chile*."""
    passage = quoted.passage
    return [
        one
        for one in passage.of_family("office", max(mention.first - 4, 0), mention.last + 4)
        if one.first >= mention.last or passage.words[mention.first - 1].low in ("of", "the", "in")
    ]


def _own_office(quoted: Quoted, mention: Mention) -> bool:
    return any(_is_own(quoted, one) for one in _offices_at(quoted, mention))


def _other_office(quoted: Quoted, mention: Mention) -> bool:
    """Whether another office of the country speaks than that of the source."""
    offices = _offices_at(quoted, mention)
    is_own = any(_is_own(quoted, one) for one in offices)
    return not is_own and any(one.label != "office.ngo" for one in offices)


def _is_own(quoted: Quoted, office: Mention) -> bool:
    """Whether an office may be that of the source."""
    return office.label in own_offices(quoted.profile) or _is_vague(quoted, office)


def _is_vague(quoted: Quoted, one: Mention) -> bool:
    return quoted.words(one).lower() in VAGUE_OFFICES


def _rival(quoted: Quoted) -> str:
    """Who else is said to say so in the sentence or the one before it, as the draft names them; empty if nobody is."""
    passage = quoted.passage
    first, last = quoted.sentence
    words = passage.words
    spoken = {one.first for one in passage.mentioned("speech", first, last)}
    for at in range(first, last):
        if at in spoken:
            speaker = _speaker_before(quoted, at, first)
        elif words[at].low == "according" and at + 2 < last:
            speaker = _speaker_after(quoted, at + 2, last)
        elif words[at].low == "by" and _is_passive(quoted, at, first):
            speaker = _speaker_after(quoted, at + 1, last)
        else:
            continue
        if speaker:
            return speaker
    return ""


def _is_passive(quoted: Quoted, by: int, first: int) -> bool:
    """Whether *by* follows a verb of saying in its passive: *were put at about 90 by the council*."""
    passage = quoted.passage
    spoken = [one.first for one in passage.mentioned("say", max(first, by - _PASSIVE), by)]
    return any(passage.words[at - 1].low in _BE for at in spoken if at > first)


def _other_country(quoted: Quoted) -> str:
    """Another country whose office the sentence names, where the country of the source is not in the passage."""
    passage, own = quoted.passage, quoted.profile.source_country
    if not own or passage.has(own):
        return ""
    for label in passage.labels("country", *quoted.sentence):
        for mention in passage.mentioned(label, *quoted.sentence):
            if any(one.label in _SPEAKING for one in _offices_at(quoted, mention)):
                return quoted.words(mention)
    return ""


def _speaker_before(quoted: Quoted, verb: int, first: int) -> str:
    """The capitalised words or the office that end at most a word before a verb of saying."""
    words = quoted.passage.words
    at = verb - 1
    while at >= first and words[at].low in ("has", "have", "had", "now", "also", "recently", "then", "already", "all"):
        at -= 1
    stop = at + 1
    while at >= first and stop - at <= 6 and _is_of_name(words, at):
        if words[at].low in ("that", "which", "who", "and", "but", "as", "of", "while", "where", "when"):
            break
        at -= 1
    named = words[at + 1 : stop]
    return _named(quoted, at + 1, stop) if named else ""


def _speaker_after(quoted: Quoted, at: int, last: int) -> str:
    words = quoted.passage.words
    stop = at
    while stop < last and stop - at < 6 and _is_of_name(words, stop):
        stop += 1
    return _named(quoted, at, stop)


def _named(quoted: Quoted, first: int, last: int) -> str:
    """These words where they name somebody: a known source, an office, or a name in capitals behind the first word."""
    passage, words = quoted.passage, quoted.passage.words
    if first >= last:
        return ""
    country = passage.labels("country", first, last)
    is_known = country or passage.labels("office", first, last) or passage.labels("source", first, last)
    start = passage.span(quoted.number)[0]
    capital = any(
        word.text[0].isupper() and (place + first > start or word.text.isupper()) and len(word.text) > 1
        for place, word in enumerate(words[first:last])
    )
    if not is_known and not capital:
        return ""
    if not country and not quoted.profile.observation.named and _is_own_office(quoted, first, last):
        return ""
    return quoted.passage.text(first, last)


def _is_of_name(words: Sequence[Word], at: int) -> bool:
    """Whether a word may be one of a name: letters, *'s*, or what stands behind letters without a blank: *Area51*."""
    word = words[at]
    adjoins = at > 0 and words[at - 1].end == word.start and words[at - 1].text[-1].isalnum()
    return word.text[0].isalpha() or word.low in ("'s", "’s") or (adjoins and word.text[0].isalnum())


def _is_own_office(quoted: Quoted, first: int, last: int) -> bool:
    """Whether these words name nothing but the office of the source: *officials*, *senior officers*."""
    passage, own = quoted.passage, own_offices(quoted.profile)
    covered = {
        at for label in own for one in passage.mentioned(label, first, last) for at in range(one.first, one.last)
    }
    return bool(covered) and all(at in covered or passage.words[at].low in _ADJECTIVES for at in range(first, last))


def _is_spoken(quoted: Quoted) -> bool:
    """Whether somebody is said to say so in the sentence, whoever that is."""
    first, last = quoted.sentence
    according = any(word.low == "according" for word in quoted.passage.words[first:last])
    return according or quoted.passage.has("speech", first, last)
