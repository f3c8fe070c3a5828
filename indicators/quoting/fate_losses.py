"""What a draft loses of what happened to people: the dead of the dead and wounded, or dead of those who are lost."""

from collections.abc import Iterator
from itertools import pairwise

from indicators.quoting.number import unit_places
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.taken_up import question_before

_BOTH = frozenset(("fate.killed", "fate.wounded"))
_BEHIND = 6
"""Words behind the thing counted among which it may be told to be dead or wounded."""
_CASUALTIES, _LOST = "fate.casualties", "fate.lost"


def fate_losses(quoted: Quoted) -> Iterator[Loss]:
    """Dead and wounded is not dead; a loss is neither."""
    own = frozenset(label for label in quoted.profile.sorts if label.startswith("fate."))
    if quoted.profile.measured:
        return
    if not own:
        yield from _fate_of_others(quoted)
        return
    near = _fates_behind(quoted)
    told = near or quoted.passage.labels("fate", *quoted.clause) or quoted.passage.labels("fate", *quoted.sentence)
    told = told or _fates_asked(quoted)
    if not told or _CASUALTIES in told:
        if told and own == {"fate.killed"}:
            yield Loss(code="kind", told=quoted.told(told))
        return
    if own == _BOTH:
        whole = quoted.passage.labels("fate", *quoted.passage.statement(quoted.number))
        if told & _BOTH and not (whole >= _BOTH or told >= _BOTH):
            yield Loss(code="kind", told=quoted.told(told))
    elif not told & own:
        if told & (_BOTH | {"fate.home"}) or own == {"fate.killed"}:
            yield Loss(code="kind", told=quoted.told(told))
    elif len(own) == 1 and own <= _BOTH and (both := _told_together(quoted)):
        yield Loss(code="kind", told=both)
    elif own == {_LOST} and near & _BOTH and _LOST not in near:
        yield Loss(code="kind", told=quoted.told(near & _BOTH))


def _fates_asked(quoted: Quoted) -> frozenset[str]:
    """The fates in *How many … ?* that a bare number answers: *How many have been killed? More than 40*."""
    passage = quoted.passage
    asked = None if quoted.number.noun else question_before(passage, quoted.number)
    if asked is None or asked != passage.sentence_before(quoted.number):
        return frozenset()
    first, last = passage.sentences[asked]
    lows = [word.low for word in passage.words[first:last]]
    is_count = ["how", "many"] in ([*pair] for pair in pairwise(lows))
    return passage.labels("fate", first, last) if is_count else frozenset()


def _told_together(quoted: Quoted) -> str:
    """*Killed or wounded*, as it stands with the number of one of the two; empty where a number parts them."""
    passage = quoted.passage
    for mention in passage.of_family("fate", *passage.statement(quoted.number)):
        behind = mention.last + 1
        is_joined = behind < quoted.sentence[1] and passage.words[mention.last].low in ("or", "and", "/")
        others = passage.labels("fate", behind, behind + 1) & _BOTH
        if is_joined and mention.label in _BOTH and others - {mention.label} and behind + 1 not in passage.places:
            return passage.text(mention.first, behind + 1)
    return ""


def _fate_of_others(quoted: Quoted) -> Iterator[Loss]:
    """People who are counted for another reason are told to be dead or wounded."""
    number, passage = quoted.number, quoted.passage
    if not quoted.profile.peopled or _is_whole_of_another(quoted):
        return
    last = min((number.thing or number.noun or (number.place + 1,))[-1] + _BEHIND, quoted.clause[1])
    told = passage.labels("fate", max(passage.word_before(number), passage.statement(number)[0]), last) & _BOTH
    if told:
        yield Loss(code="kind", told=quoted.told(told))


def _is_whole_of_another(quoted: Quoted) -> bool:
    """Whether the number before is of this one: *12 of its 400 patients died*."""
    passage, number = quoted.passage, quoted.number
    whole = passage.number_before(number)
    if whole is None or whole.sentence != number.sentence:
        return False
    between = [word.low for word in passage.words[max(whole.place + 1, number.place - 3) : number.place]]
    return between[:1] == ["of"]


def _fates_behind(quoted: Quoted) -> frozenset[str]:
    """The fates in the words right behind the number; they may be its unit."""
    number = quoted.number
    is_unit_behind = number.expression.unit_start >= number.expression.end
    unit = unit_places(quoted.passage, number) if is_unit_behind else ()
    places = (*unit, *number.noun, *number.thing)
    if not places:
        return frozenset()
    last = places[-1] + 1
    if last + 1 < quoted.sentence[1] and quoted.passage.words[last].low in ("and", "or", "&", "/"):
        last += 2
    return quoted.passage.labels("fate", places[0], last)
