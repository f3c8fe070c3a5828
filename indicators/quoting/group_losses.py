"""What a draft loses of a figure of a group: the group, where it names another group, the whole, or none."""

from collections.abc import Collection, Iterator

from indicators.quoting.plain import is_plain
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.told_group import tells_all, told_groups

_SIGNS = frozenset(",;:.()")
_STOPS = _SIGNS | {"and", "or", "while", "against"}
_TAKES_UP = frozenset("there here they these those it that".split())
_LIKENS = frozenset("than unlike compared like against versus besides except by with".split())
"""Words behind which another group is named for comparison."""
_JOINS = frozenset(("and", "or", ",", "/", "&"))


def group_losses(quoted: Quoted) -> Iterator[Loss]:
    """Another group is told than that of the figure, or none where it has one.

    Where a word of the sentence is unknown it may be another name of the group, and a reader is asked.
    """
    groups, own = quoted.vocabulary.groups, frozenset(quoted.profile.observation.groups)
    passage, number = quoted.passage, quoted.number
    told = told_groups(groups, passage, number) or _of_noun(quoted)
    if own and not told:
        told = _named_before(quoted)
    if own and not told & own and tells_all(passage, number):
        yield Loss(code="population")
        return
    if own and groups.hinted(passage, range(number.place, _end_of_phrase(quoted, _STOPS))).issuperset(own):
        return  # *38,000 with a disability*
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
    others = others or _further(quoted)
    if others:
        is_own = bool(own) and _is_taken_up(quoted)
        yield Loss(code="population", told=groups.titles[min(others)], certain=not is_own)
    elif own and not own & (told | hinted | groups.named(passage, 0, len(passage.words))) and not _as_parts(quoted):
        is_of_all = tells_all(passage, number) or _is_of_all(quoted)
        apart = groups.parts(quoted.profile.observation.indicator, told)  # of another dimension
        name = groups.titles[min(apart)] if apart else ""
        yield Loss(code="population", told=name, certain=is_of_all or is_plain(quoted))


def _as_parts(quoted: Quoted) -> bool:
    """Whether the sentence names the group of the figure by a word of its parts: *shops* for retail trade."""
    groups, names = quoted.vocabulary.groups, quoted.passage.names[slice(*quoted.sentence)]
    return any(not groups.of_parts.get(own, frozenset()).isdisjoint(names) for own in quoted.profile.observation.groups)


def _further(quoted: Quoted) -> frozenset[str]:
    """Groups of other dimensions that are told with that of the figure: *in the north 2.4 percent of the children*."""
    passage, groups, own = quoted.passage, quoted.vocabulary.groups, frozenset(quoted.profile.observation.groups)
    first, last = passage.statement(quoted.number)[0], _end_of_phrase(quoted, _STOPS)
    named = groups.named(passage, first, last)
    likens = any(word.low in _LIKENS for word in passage.words[first:last])
    if likens or not own or not own < named or not groups.are_one_group(named):
        return frozenset()
    return groups.parts(quoted.profile.observation.indicator, named) - own


def _is_of_all(quoted: Quoted) -> bool:
    """Whether *of all* and a name of what is counted stand right behind the number: *of all pupils*."""
    words, names = quoted.passage.words, quoted.passage.names
    phrase = range(quoted.number.place + 1, _end_of_phrase(quoted, _STOPS))
    at = next((at for at in phrase if words[at].low == "all"), 0)
    is_of = at > 0 and words[at - 1].low == "of"
    return is_of and at + 1 < len(words) and names[at + 1] in quoted.profile.noun_stems


def _is_taken_up(quoted: Quoted) -> bool:
    """Whether the sentence before names the group of the figure, so that *there* or *they* may stand for it."""
    before = quoted.passage.sentence_before(quoted.number)
    if before is None or quoted.passage.words[quoted.sentence[0]].low not in _TAKES_UP:
        return False
    named = quoted.vocabulary.groups.named(quoted.passage, *quoted.passage.sentences[before])
    return not named.isdisjoint(quoted.profile.observation.groups)


def _end_of_phrase(quoted: Quoted, stops: Collection[str]) -> int:
    """The first of these words and signs behind a number, or the end of its clause."""
    last = quoted.clause[1]
    words = quoted.passage.words
    return next((at for at in range(quoted.number.place + 1, last) if words[at].text in stops), last)


def _named_before(quoted: Quoted) -> frozenset[str]:
    """The group that the words before a number name, where none behind it does up to a sign."""
    passage, groups, number = quoted.passage, quoted.vocabulary.groups, quoted.number
    first = passage.clause(number)[0]
    before, behind = (
        groups.named(passage, first, number.place),
        groups.named(passage, number.place, _end_of_phrase(quoted, _SIGNS)),
    )
    likens = any(word.low in _LIKENS for word in passage.words[first : number.place])
    return before if groups.are_one_group(before) and not behind and not likens else frozenset()


def _of_noun(quoted: Quoted) -> frozenset[str]:
    """The group that a word right behind the number tells, where no other is joined to it: *76 nurses*."""
    noun, words = quoted.number.noun, quoted.passage.words
    joins = noun and noun[-1] + 1 < len(words) and words[noun[-1] + 1].low in _JOINS
    return frozenset() if joins else quoted.vocabulary.groups.hinted(quoted.passage, noun)
