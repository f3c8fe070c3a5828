"""Who else than the source of a figure is said to say so, as a draft names them."""

from collections.abc import Iterator, Sequence

from indicators.quoting.capitals import is_capital
from indicators.quoting.offices import names_own_office
from indicators.quoting.quoted import Quoted
from indicators.text.lexicon import POSSESSIVE, Word
from indicators.text.vocabulary import FUNCTION_WORDS, MONTHS, SHORT_MONTHS

_LONGEST = 6
"""Words of a name."""
_INITIALS = 6
"""Letters of a name in capitals; a longer word in capitals is emphasis: *BREAKING:*."""
_PASSIVE = 16
"""Words between a verb in its passive and *by*."""
_COUNTED = frozenset(("admitted", "admits"))
"""Verbs of saying that may instead take the thing counted: *the hospital admitted nine patients*."""
_BE = frozenset("was were is are been being be".split())
_INFINITIVES = frozenset("be have number total stand".split())
_NO_VERB = _BE | frozenset(("a", "an", "the", "of"))
"""Words before a passive, a participle or a noun."""
_BETWEEN = frozenset("has have had now also recently then already all".split())
"""Words between a speaker and the verb."""
_JOINS = frozenset("that which who and but as of while where when so while although though because if".split())
_MONTHS = frozenset(MONTHS.split()) | frozenset(name.title() for name in SHORT_MONTHS)
_THINGS = frozenset("numbers facts sums arithmetic history maps headlines".split())
"""What says something and is nobody."""
_UNCOUNTED = _THINGS | frozenset("research evidence intelligence analysis legend everyone somebody news".split())
"""Words that open a sentence without an article and name nobody."""
_ADJECTIVES = frozenset("the some senior other several unnamed top these those two three local".split())
_OF_COUNTS = frozenset("latest last new own first earlier previous current official initial recent".split())
"""Words before *estimate* or *count* that make it a noun."""
_QUOTES = frozenset(",\"“”'‘’")
_RESUMES = frozenset("so that this such thus it".split())
"""Words with which a sentence says who vouches for the one before it."""
_SAME = frozenset("country nation same latter former other".split())
"""Words that stand for somebody named before."""
_NOT_OF_NAMES = FUNCTION_WORDS - {"the", "of"}


def rival(quoted: Quoted) -> str:
    """Who else is said to say so in the sentence, or in the next one: *So Chile alleges*; empty if nobody is."""
    first, last = quoted.sentence
    if speaker := next(speakers_among(quoted, first, last), ""):
        return speaker
    passage, following = quoted.passage, quoted.passage.sentence_behind(quoted.number)
    if following is None:
        return ""
    first, last = passage.sentences[following]
    resumes = passage.words[first].low in _RESUMES and not any(first <= at < last for at in passage.places)
    return next(speakers_among(quoted, first, last), "") if resumes else ""


def speakers_among(quoted: Quoted, first: int, last: int) -> Iterator[str]:
    """All who are said to say something among these words, as they are named."""
    passage, words = quoted.passage, quoted.passage.words
    spoken = {mention.first for mention in passage.mentioned("speech", first, last)}
    plain = {mention.first for mention in passage.mentioned("plain_speech", first, last)}
    spoken |= {at for at in plain if at > first and words[at - 1].low not in _OF_COUNTS}
    stated = {mention.first for mention in passage.mentioned("statement", first, last)}
    for at in range(first, last):
        found = ""
        if passage.is_of_next(quoted.number, at):
            continue
        if at in spoken and _is_active(words, at) and not _is_counted(quoted, at):
            found = _before(quoted, at, first) or (_whole_name(quoted, at + 1, last) if _is_inverted(words, at) else "")
        elif words[at].low == "according" and at + 2 < last:
            found = _after(quoted, at + 2, last)
        elif words[at].low in ("by", "per") and _vouches(quoted, at, first, last):
            found = _after(quoted, at + 1, last)
        elif words[at].text == "(" and words[at - 1].text[-1].isalnum():
            found = _in_brackets(quoted, at + 1, last)
        # *It is official: …* names nobody.
        elif words[at].text == ":" and at - first <= _LONGEST and words[at - 1].low != "official":
            found = _whole_name(quoted, first, at)
        if not found and at in stated:
            found = _of_statement(quoted, at, first, last)
        if found:
            yield found


def _is_counted(quoted: Quoted, verb: int) -> bool:
    """Whether a verb of saying tells what the figure counts."""
    return quoted.passage.words[verb].low in _COUNTED and quoted.passage.names[verb] in quoted.vocabulary.stems


def is_spoken(quoted: Quoted) -> bool:
    """Whether somebody is said to say so in the sentence, whoever that is."""
    passage, (first, last) = quoted.passage, quoted.sentence
    spoken = any(
        _is_active(passage.words, mention.first)
        and passage.words[mention.first - 1].low not in _THINGS
        and not _is_counted(quoted, mention.first)
        and not passage.is_of_next(quoted.number, mention.first)
        for mention in passage.mentioned("speech", first, last)
    )
    return spoken or any(word.low == "according" for word in passage.words[first:last])


def _is_active(words: Sequence[Word], verb: int) -> bool:
    """Whether a word is a verb with which somebody speaks: not *is said*, *an estimated*, *troops said to be*."""
    behind = [word.low for word in words[verb + 1 : verb + 3]]
    is_passive = behind[:1] == ["to"] and behind[-1] in _INFINITIVES
    return not is_passive and (verb == 0 or words[verb - 1].low not in _NO_VERB)


def _is_inverted(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb stands before its subject: *…, said the council*."""
    return verb > 0 and words[verb - 1].text in _QUOTES


def _vouches(quoted: Quoted, by: int, first: int, last: int) -> bool:
    """Whether *by* follows a verb of saying in its passive, *was put at 90 by the council*, or a name follows *per*."""
    if quoted.passage.words[by].low == "per":
        return by + 1 < last and is_capital(quoted.passage, by + 1)
    passage = quoted.passage
    if by > first and passage.has("speech", by - 1, by):
        return True  # alleged by the council
    spoken = [mention.first for mention in passage.mentioned("say", max(first, by - _PASSIVE), by)]
    return any(passage.words[at - 1].low in _BE for at in spoken if at > first)


def _before(quoted: Quoted, verb: int, first: int) -> str:
    """The name that ends at most a word before a verb of saying."""
    words = quoted.passage.words
    at = verb - 1
    while at >= first and words[at].low in _BETWEEN:
        at -= 1
    at = _before_aside(quoted, at, first)
    stop = at + 1
    while at >= first and stop - at <= _LONGEST and _is_of_name(words, at) and words[at].low not in _JOINS:
        at -= 1
    is_name = at < first and stop == first + 1 and _is_bare_name(quoted, first, verb)
    return _named(quoted, at + 1, stop) or (words[first].text if is_name else "")


def _is_bare_name(quoted: Quoted, at: int, verb: int) -> bool:
    """Whether a word that opens a sentence and speaks is a name: in the singular, *Area51 says*, without an article."""
    word, said = quoted.passage.words[at], quoted.passage.words[verb].low
    is_singular = not word.low.endswith("s") or (said.endswith("s") and not said.endswith("ss"))
    is_common = word.low in FUNCTION_WORDS | _UNCOUNTED or bool(quoted.passage.labels_at.get(at))
    return is_capital(quoted.passage, at) and is_singular and not is_common and word.text.isalpha()


def _before_aside(quoted: Quoted, at: int, first: int) -> int:
    """The word before *, he added,* where it ends here; else the word itself."""
    words = quoted.passage.words
    if at < first or words[at].text != ",":
        return at
    for opening in range(at - 2, max(at - _LONGEST, first) - 1, -1):
        if words[opening].text == ",":
            return opening - 1 if quoted.passage.has("say", opening, at) else at
    return at


def _after(quoted: Quoted, at: int, last: int) -> str:
    """The name that starts here."""
    words = quoted.passage.words
    stop = at
    while stop < last and stop - at < _LONGEST and _is_of_name(words, stop):
        stop += 1
    return _named(quoted, at, stop)


def _in_brackets(quoted: Quoted, at: int, last: int) -> str:
    """The name that is all that stands in brackets: *(Area51)*; empty where it is that of a country or of a time."""
    passage, words = quoted.passage, quoted.passage.words
    stop = next((place for place in range(at, min(at + _LONGEST, last)) if words[place].text == ")"), at)
    is_name = all(is_capital(passage, place) and _is_of_name(words, place) for place in range(at, stop))
    return _named(quoted, at, stop) if is_name and not passage.labels("country", at, stop) else ""


def _of_statement(quoted: Quoted, at: int, first: int, last: int) -> str:
    """Whose a count is: *the count of the council*, *the council's latest count*, *Chilean estimates*."""
    words, passage = quoted.passage.words, quoted.passage
    if at + 2 < last and words[at + 1].low in ("of", "by", "from"):
        return _whole_name(quoted, at + 2, last)
    for back in range(at - 1, max(at - 4, first), -1):
        if words[back].low == POSSESSIVE:
            start = back
            while start > first and back - start < _LONGEST and is_capital(passage, start - 1):
                start -= 1
            return _named(quoted, start, back)
    country = passage.labels("country", max(at - 1, first), at)
    return _named(quoted, at - 1, at) if country - quoted.profile.countries else ""


def _whole_name(quoted: Quoted, at: int, last: int) -> str:
    """The name that starts here, where nothing but a name stands up to a sign, a number or a function word.

    So *the count of Chilean miners* names nobody who counts.
    """
    passage, words = quoted.passage, quoted.passage.words
    offices = {
        place for mention in passage.of_family("office", at, last) for place in range(mention.first, mention.last)
    }
    stop = at
    while stop < last and words[stop].text[0].isalnum() and words[stop].low not in _NOT_OF_NAMES:
        is_part = is_capital(passage, stop) or stop in offices or words[stop].low in ("the", "of", *_ADJECTIVES)
        if not is_part and words[stop - 1].low != POSSESSIVE:
            return ""
        stop += 1
        if stop < last and words[stop].low == POSSESSIVE:
            stop += 1
    return _named(quoted, at, stop)


def _named(quoted: Quoted, first: int, last: int) -> str:
    """These words where they name somebody: a known source, an office, or a name in capitals behind the first word."""
    passage, words = quoted.passage, quoted.passage.words
    while first < last and words[first].low in FUNCTION_WORDS and words[first].text != "US":
        first += 1
    if first >= last:
        return ""
    if words[first].low in _SAME or words[first].text.title() in _MONTHS:
        return ""  # the country's army: of one named before
    grouped = {at for each in passage.of_family("group", first, last) for at in range(each.first, each.last)}
    if grouped.issuperset(range(first, last)):
        return ""  # whom a figure is about: *(Lake Valley)*
    country = passage.labels("country", first, last)
    is_known = country or any(passage.labels(each, first, last) for each in ("office", "source", "population"))
    start = passage.span(quoted.number)[0]
    capital = any(
        is_capital(passage, place + first)
        and (place + first > start or (word.text.isupper() and len(word.text) <= _INITIALS))
        and len(word.text) > 1
        for place, word in enumerate(words[first:last])
    )
    if not is_known and not capital:
        return ""
    if (
        not country
        and not quoted.profile.observation.named
        and names_own_office(passage, quoted.profile, first, last, _ADJECTIVES)
    ):
        return ""
    return quoted.passage.text(first, last)


def _is_of_name(words: Sequence[Word], at: int) -> bool:
    """Whether a word may be one of a name: letters, *'s*, or what stands behind letters without a blank: *Area51*."""
    word = words[at]
    adjoins = at > 0 and words[at - 1].end == word.start and words[at - 1].text[-1].isalnum()
    return word.text[0].isalpha() or word.low == POSSESSIVE or (adjoins and word.text[0].isalnum())
