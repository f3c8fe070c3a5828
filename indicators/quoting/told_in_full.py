"""Whether a draft tells all that tells a figure from its others: thing, group, source, time and unit."""

from bisect import bisect_left
from collections.abc import Iterator

from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.period_losses import ELSE
from indicators.quoting.plain import is_known, is_plain_statement
from indicators.quoting.quoted import Quoted
from indicators.quoting.taken_up import is_of_pronoun
from indicators.quoting.thing import PERSONS
from indicators.quoting.told_dates import is_outside
from indicators.quoting.told_direction import told_direction
from indicators.quoting.told_group import tells_all, told_groups
from indicators.text.lexicon import POSSESSIVE, Mention, Word

_OF = frozenset("among in of on for at from within across by excluding except including with without outside".split())
"""Words behind which somebody or some place is named."""
_JOIN = frozenset(("-", POSSESSIVE))
"""What stands between two words of a name: *Kellmark's motorways*."""
_UP_TO, _LED = frozenset("by until till to".split()), 4
"""Words that lead to a time up to which a change is told, and how far before it they stand: *by the end of March*."""
_PHRASE = 5
"""Words of a phrase behind one of them."""


def is_told_in_full(quoted: Quoted) -> bool:
    """Whether no other figure and nothing beside the catalogue can be meant, whatever the number is.

    The source is named and the own time of the figure; its title or a pronoun for it, its unit and its group stand with
    the number, and no word that may name another group or place.
    """
    profile, passage, number = quoted.profile, quoted.passage, quoted.number
    observation = profile.observation
    is_named = passage.has(f"source.{observation.source}") and passage.tells(observation.period)
    if not is_named or quoted.fit.unit or not _has_unit(quoted) or not _has_title(quoted):
        return False
    if any(is_outside(date, observation.period) for date in dates_with(passage, number)):
        return False
    is_moved = not profile.is_change and bool(told_direction(passage, number, profile.stems.keys())[0])
    is_result = any(not _says_change(quoted, at) for at in passage.mentioned("reckoned", *passage.statement(number)))
    return not is_moved and not is_result and has_group(quoted) and is_plain_statement(quoted)


def _has_unit(quoted: Quoted) -> bool:
    """Whether the number stands in the unit of the figure, or with a name of what is counted."""
    number, profile, names = quoted.number, quoted.profile, quoted.passage.names
    if profile.measured or number.expression.kind != "number":
        return bool(number.expression.units)
    return not number.noun or not number.expression.units or any(names[at] in profile.noun_stems for at in number.noun)


def _has_title(quoted: Quoted) -> bool:
    """Whether a word of the title that tells more than people stands in the sentence, or a pronoun for it.

    A heading of known words may tell it for an item of its list.
    """
    passage, number = quoted.passage, quoted.number
    title = quoted.title_words - PERSONS
    if title & passage.concepts[number.sentence] or _is_moved_in_group(quoted):
        return True
    if (heading := passage.heading(number)) is not None and title & passage.concepts[heading]:
        return all(is_known(quoted, at) for at in range(*passage.sentences[heading]))
    before = passage.sentence_before(number)
    return before is not None and is_of_pronoun(passage, number) and bool(title & passage.concepts[before])


def _says_change(quoted: Quoted, mention: Mention) -> bool:
    """Whether a word of sums is that of the rise or the fall which a figure of a group is: *hotels added 60 jobs*."""
    word = told_direction(quoted.passage, quoted.number, quoted.profile.changed_stems)[1]
    return _is_moved_in_group(quoted) and quoted.words(mention) == word


def _is_moved_in_group(quoted: Quoted) -> bool:
    """Whether a number and its unit are told as a rise or a fall of the group of a change: *hotels added 60 jobs*.

    Not where it is one up to a time: *since March*, *by March*.
    """
    profile, number, passage = quoted.profile, quoted.number, quoted.passage
    is_counted = profile.is_change and bool(profile.observation.groups) and bool(number.expression.units)
    if profile.measured or not is_counted:
        return False
    first, last = passage.statement(number)
    is_running = passage.has("since", first, last)
    for at in (at for start, _ in passage.dates if first < (at := bisect_left(passage.starts, start)) < last):
        begin = max(at - _LED, number.place + 1 if at > number.place else first)
        is_running = is_running or any(word.low in _UP_TO for word in passage.words[begin:at])
    return not is_running and bool(told_direction(passage, number, profile.changed_stems)[0])


def titled(quoted: Quoted) -> frozenset[str]:
    """The words of the title of a figure that stand in the sentence, or in that which a pronoun or a list takes up."""
    passage, number = quoted.passage, quoted.number
    sentences = (number.sentence, *_taken_up(passage, number))
    return frozenset(word for word in quoted.title_words if any(word in passage.concepts[at] for at in sentences))


def has_group(quoted: Quoted) -> bool:
    """Whether the group of the figure stands with the number and no other, or none where it is of all."""
    groups, passage, number = quoted.vocabulary.groups, quoted.passage, quoted.number
    own = frozenset(quoted.profile.observation.groups)
    told = told_groups(groups, passage, number)
    near = told or groups.named(passage, *passage.statement(number)) | groups.hinted(
        passage, range(*passage.statement(number))
    )
    if near or not (carried := _groups_before(quoted)):
        return near == own
    return carried == own and all(is_known(quoted, at) for at in range(quoted.sentence[0], number.place))


def _groups_before(quoted: Quoted) -> frozenset[str]:
    """The groups that are named before the words of a number and may still be meant: *in the north 40 in May, now 50*.

    They stand in its sentence, in the heading of its list, or before a pronoun in the sentence before.
    """
    groups, passage, number = quoted.vocabulary.groups, quoted.passage, quoted.number
    if tells_all(passage, number):
        return frozenset()
    found = groups.named(passage, quoted.sentence[0], number.place)
    for sentence in _taken_up(passage, number):
        found |= groups.named(passage, *passage.sentences[sentence])
    return found


def _taken_up(passage: Passage, number: DraftNumber) -> list[int]:
    """The sentences whose thing and group the words with a number take up: by a pronoun, or as an item of a list."""
    before = passage.sentence_before(number) if is_of_pronoun(passage, number) else None
    return [sentence for sentence in (before, passage.heading(number)) if sentence is not None]


def dates_with(passage: Passage, number: DraftNumber) -> list[str]:
    """The dates right behind a number that are not of the next one, or else those before it in its statement."""
    (first, _), (_, last) = passage.statement(number), passage.clause(number)
    low = [word.low for word in passage.words[number.place : last]]
    opens = len(low) - low[::-1].index("(") - 1 if "(" in low else len(low)
    is_of_next = last < passage.span(number)[1] and ")" not in low[opens:]  # 40 in May (April: 38)
    ends = (at for at, word in enumerate(low) if at and (word in ELSE or (is_of_next and at == opens)))
    last = number.place + next(ends, len(low))
    placed = [(bisect_left(passage.starts, start), date) for start, date in passage.dates]
    behind = [date for at, date in placed if number.place < at < last and not passage.is_of_next(number, at)]
    return behind or [date for at, date in placed if first <= at < number.place]


def names_unknown(quoted: Quoted) -> bool:
    """Whether a word may narrow or change what is counted: *among graduates*, *in the capital*, *youth unemployment*.

    A listed word that says what happened to people is one where it is none of the figure's.
    """
    passage, profile = quoted.passage, quoted.profile
    if profile.peopled and not profile.changed_stems:
        told = passage.of_family("fate", *passage.statement(quoted.number))
        known = profile.stems.keys() | quoted.vocabulary.groups.words
        if any(mention.label not in profile.sorts and passage.names[mention.first] not in known for mention in told):
            return True
    return any(not is_known(quoted, at) for at in _narrowing(quoted))


def _narrowing(quoted: Quoted) -> Iterator[int]:
    """The words behind *of* and *in*, before a word of the title, and behind the number, which may narrow the thing."""
    passage, number, words = quoted.passage, quoted.number, quoted.passage.words
    first, last = passage.statement(number)
    yield from number.noun
    yield from number.thing
    title = quoted.title_words
    for at in range(first, last):
        if words[at].low in _OF:
            stop = at + 1
            while stop < min(at + 1 + _PHRASE, last) and (words[stop].text[0].isalpha() or words[stop].low in _JOIN):
                yield stop
                stop += 1
        elif passage.names[at] in title and at > first and not _is_of_number(number, words[at - 1]):
            yield at - 1


def _is_of_number(number: DraftNumber, word: Word) -> bool:
    """Whether a word is one of the number itself: *hundred* of *thirteen hundred*."""
    return number.expression.start <= word.start < number.expression.end
