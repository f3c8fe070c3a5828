"""What a draft loses of the status of a figure: an allegation is no fact, a provisional number not the last word."""

from collections.abc import Iterator

from indicators.quoting.kind_losses import stage_losses
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.source_losses import is_named

_HEDGES = {
    "allegation": "allege",
    "provisional": "provisional",
    "conditional": "conditional",
    "planned": "planned",
    "forecast": "forecast",
}
"""For each status that a draft must tell, the group of words that tells it."""


_REACH = 4
"""Words before a word of certainty among which it is said of something, or denied."""
_NUMBER = frozenset("figure number count tally total toll estimate it that this".split())
_BE = frozenset("is are was were been".split())
_DENIES = frozenset("not no never yet nobody without un cannot whether if hardly far".split())
_SENT = ("stage.", "handling.shipped")
"""Families of what is told of people who are sent somewhere."""
_ATTRIBUTED = frozenset(("allegation",))
"""Statuses that *he says* may express well enough."""


def _certain(quoted: Quoted) -> str:
    """A word of certainty in the sentence that nothing denies, as it stands; empty if there is none."""
    words = quoted.passage.words
    for mention in quoted.passage.mentioned("certain", *quoted.sentence):
        before = [word.low for word in words[max(mention.first - 3, 0) : mention.first]]
        if not {"not", "no", "never", "yet", "without", "un"} & {*before}:
            return quoted.words(mention)
    return _settled(quoted)


def _settled(quoted: Quoted) -> str:
    """What the next sentence says of the number where it calls it settled: *The figure is now beyond doubt.*"""
    passage, following = quoted.passage, quoted.passage.sentence_behind(quoted.number)
    if following is None:
        return ""
    first, last = passage.sentences[following]
    if _NUMBER.isdisjoint(passage.low_words[following]) or any(first <= at < last for at in passage.places):
        return ""
    for mention in passage.mentioned("certain", first, last):
        before = {word.low for word in passage.words[max(mention.first - _REACH, first) : mention.first]}
        if before & _BE and not before & _DENIES:
            return quoted.words(mention)
    return ""


def status_losses(quoted: Quoted) -> Iterator[Loss]:
    """An allegation told as a fact, a provisional number told as the last word."""
    status = quoted.profile.observation.status
    if quoted.twin_status == "provisional" and (certain := _certain(quoted)):
        yield Loss(code="status", told=certain)
        return
    group = _HEDGES.get(status)
    if group is None:
        return
    certain = _certain(quoted)
    if certain and status in ("allegation", "provisional"):
        yield Loss(code="status", told=certain)
        return
    first, last = quoted.sentence
    passage, heading = quoted.passage, quoted.passage.heading(quoted.number)
    if quoted.is_hedged(group) or (heading is not None and passage.has(group, *passage.sentences[heading])):
        return
    wider = (max(quoted.number.sentence - 1, 0), min(quoted.number.sentence + 1, len(quoted.passage.sentences) - 1))
    around = (quoted.passage.sentences[wider[0]][0], quoted.passage.sentences[wider[1]][1])
    if status in ("allegation", "provisional") and quoted.passage.has(group, *around):
        return
    is_kept = status in _ATTRIBUTED and is_named(quoted) and quoted.passage.has("say", first, last)
    is_hedged = any(
        not quoted.passage.is_of_next(quoted.number, mention.first) for mention in quoted.passage.mentioned(group)
    )
    is_happening = status == "conditional" and any(True for _ in stage_losses(quoted))
    is_told = status != "conditional" or certain or not quoted.profile.by_author or _is_of_the_matter(quoted)
    yield Loss(code="status", certain=is_happening or not (is_kept or is_hedged or not is_told))


def _is_of_the_matter(quoted: Quoted) -> bool:
    """Whether the sentences around a number tell more of a figure than whose people or things it counts.

    They tell a stage of it, or name another country that figures are about.
    """
    passage, sentence = quoted.passage, quoted.number.sentence
    told = frozenset().union(*passage.sentence_labels[max(sentence - 1, 0) : sentence + 2])
    others = quoted.vocabulary.countries - quoted.profile.countries
    return bool(told & others) or any(label.startswith(_SENT) for label in told)
