"""Whether a sentence of a draft has only known words, so that no unknown word can tell what seems left out."""

from collections.abc import Collection

from indicators.quoting.number import unit_places
from indicators.quoting.plain_words import PLAIN
from indicators.quoting.quoted import Quoted
from indicators.quoting.reader import SHARES
from indicators.quoting.taken_up import is_of_pronoun
from indicators.text.direction import says_fall, says_rise

_AGED = frozenset("aged under over above below".split())
_OF_AGES = frozenset("children kids teenagers youngsters youths adults pensioners".split())
"""People by their age, of whom a group is told by the age behind them."""
_AGES = frozenset("young youngest old oldest elderly".split())
"""Words for an age that tell nothing further of a group of one: *among the young, those aged 15 to 24*."""
_COMPASS = frozenset("north south east west northern southern eastern western".split())
"""Words that name a part of a place: *in the south*."""
_OF_PEOPLE = frozenset(("people", "sort_of_people", "arms", "patients", "earlier"))
"""Labels of words that may name one: *women*, *soldiers*, *older*."""


def is_plain(quoted: Quoted, further: Collection[str] = ()) -> bool:
    """Whether every word of the sentence is known, so that none of them is another name of a group or a thing.

    ``further`` are stems that are known as well.
    """
    names = quoted.passage.names
    return all(names[at] in further or is_known(quoted, at) for at in range(*quoted.sentence))


def is_plain_statement(quoted: Quoted) -> bool:
    """The same of the words that belong to the number."""
    return all(is_known(quoted, at) for at in range(*quoted.passage.statement(quoted.number)))


def is_known(quoted: Quoted, at: int) -> bool:
    """Whether a word names nothing else: of a date, the unit or the figure, listed, or one of a rise or a fall."""
    passage, profile, word = quoted.passage, quoted.profile, quoted.passage.words[at]
    if word.low in _COMPASS:
        is_place = word.low in quoted.vocabulary.place_words or bool(passage.labels_at.get(at))
        return is_place or passage.names[at] in quoted.vocabulary.groups.words
    if not word.text[0].isalpha() or word.low in PLAIN:
        return True
    if at in passage.dated or at in unit_places(passage, quoted.number):
        return True
    if (word.low in _OF_AGES and _is_before_age(quoted, at)) or (word.low in _AGES and _is_of_age(quoted)):
        return True
    name = passage.names[at]
    if name in profile.stems or name in profile.noun_stems or name in quoted.vocabulary.groups.words:
        return True
    is_listed = {label.partition(".")[0] for label in passage.labels_at.get(at, ())} - _OF_PEOPLE
    return bool(is_listed) or says_fall(word.low) or says_rise(word.low)


def _is_of_age(quoted: Quoted) -> bool:
    """Whether a figure is of a group whose name has the numbers of an age."""
    groups = quoted.vocabulary.groups
    return any(
        character.isdecimal() for group in quoted.profile.observation.groups for character in groups.titles[group]
    )


def _is_before_age(quoted: Quoted, at: int) -> bool:
    """Whether an age of a group stands right behind a word: *children under 16*."""
    behind = quoted.passage.words[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].low in _AGED and behind[1].text[0].isdecimal()


def has_other_subject(quoted: Quoted) -> bool:
    """Whether a share or a measured change is told of an unknown word, and its sentence has no word of its thing.

    *Rents fell by 4 percent* behind a sentence on pay. A pronoun takes up what was told.
    """
    passage, number, profile = quoted.passage, quoted.number, quoted.profile
    if not (profile.unit in SHARES or (profile.is_change and profile.measured)) or is_of_pronoun(passage, number):
        return False
    changed = profile.changed_stems if profile.is_change else frozenset()
    is_named = not changed.isdisjoint(passage.concepts[number.sentence]) if changed else bool(quoted.fit.share)
    return not is_named and any(not is_known(quoted, at) for at in range(passage.statement(number)[0], number.place))
