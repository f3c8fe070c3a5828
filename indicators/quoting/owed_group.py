"""What a draft owes a figure of a group: that it is of this group, and not of another one or of the whole."""

from collections.abc import Iterator

from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.told_group import told_groups
from indicators.text.direction import says_fall, says_rise
from indicators.text.vocabulary import FUNCTION_WORDS, MONTHS

_PLAIN = FUNCTION_WORDS | frozenset(
    "people person persons individuals citizens inhabitants residents households employers country nation "
    "number total level rate share percentage percent per cent point points figure value average mean "
    "day week month year quarter daily weekly monthly yearly annual today now still "
    "stand stands stood amount amounts amounted number numbers numbered reach reaches reached change changed".split()
    + MONTHS.lower().split()
)
"""Words that name no group."""
_JOINS = frozenset(("and", "or", ",", "/", "&"))
_OF_PEOPLE = frozenset(("people", "arms", "patients", "earlier"))
"""Labels of words that may name one: *women*, *soldiers*, *older*."""


def group_losses(quoted: Quoted) -> Iterator[Loss]:
    """Another group is told than that of the figure, or none where it has one.

    Where a word of the sentence is unknown it may be another name of the group, and a reader is asked.
    """
    groups, own = quoted.vocabulary.groups, frozenset(quoted.profile.observation.groups)
    passage, number = quoted.passage, quoted.number
    told = told_groups(groups, passage, number) or _of_noun(quoted)
    hinted = groups.hinted(passage, range(*quoted.sentence)) if own else frozenset()
    if not own:
        others = groups.parts(quoted.profile.observation.indicator, told)
    elif told:
        others = frozenset() if told & own else groups.rivals(own, told)
    elif own & (hinted | groups.named(passage, *quoted.sentence)):
        others = frozenset()
    else:
        near = groups.hinted(passage, range(*passage.statement(number)))
        others = groups.rivals(own, near | groups.named_near(passage, number))
    if others:
        yield Loss(code="population", told=groups.titles[min(others)])
    elif own and not own & (told | hinted | groups.named(passage, 0, len(passage.words))):
        yield Loss(code="population", certain=_is_plain(quoted))


def _of_noun(quoted: Quoted) -> frozenset[str]:
    """The group that a word right behind the number tells, where no other is joined to it: *76 nurses*."""
    noun, words = quoted.number.noun, quoted.passage.words
    joins = noun and noun[-1] + 1 < len(words) and words[noun[-1] + 1].low in _JOINS
    return frozenset() if joins else quoted.vocabulary.groups.hinted(quoted.passage, noun)


def _is_plain(quoted: Quoted) -> bool:
    """Whether every word of the sentence is known, so that none of them is another name of a group."""
    passage, profile = quoted.passage, quoted.profile
    known = profile.stems.keys() | profile.noun_stems
    for at in range(*quoted.sentence):
        word = passage.words[at]
        if not word.text[0].isalpha() or word.low in _PLAIN or passage.names[at] in known:
            continue
        is_listed = {label.partition(".")[0] for label in passage.labels_at.get(at, ())} - _OF_PEOPLE
        if not (is_listed or says_fall(word.low) or says_rise(word.low)):
            return False
    return True
