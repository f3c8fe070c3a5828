"""What a draft owes the time that a figure covers, anywhere in its passage."""

from bisect import bisect_left
from collections.abc import Iterator

from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.told_dates import tells_an_end

_GATHERED = frozenset(("total", "running_total", "rate", "change", "percent_change"))
"""Statistics of which the time that they cover is owed; of the others another time is wrong."""
_WHEN = frozenset("in during of for throughout last this through between from week to".split())
"""Words before a date that say when something was counted."""


def period_losses(quoted: Quoted) -> Iterator[Loss]:
    """No time, or another one, is named."""
    profile, passage = quoted.profile, quoted.passage
    one = profile.observation
    if not one.period.text or (profile.measured and one.statistic == "level"):
        return
    if passage.tells(one.period):
        return
    start = one.period.text.partition("/")[0]
    counted_on = one.statistic == "running_total" or not start
    if counted_on and passage.has("since"):
        return
    told = _other_dates(quoted)
    if told:
        yield Loss(code="wrong_period", told=told)
    elif one.statistic in _GATHERED and not _is_dated(quoted):
        yield Loss(code="period")


def _is_dated(quoted: Quoted) -> bool:
    """Whether any date of the passage tells one end of the period."""
    period = quoted.profile.observation.period
    return any(tells_an_end(date, period) for _, date in quoted.passage.dates)


def _other_dates(quoted: Quoted) -> str:
    """A date in the sentence that is neither in the period of the figure nor when it was issued; empty if none is."""
    passage, one = quoted.passage, quoted.profile.observation
    first, last = quoted.sentence
    characters = passage.words[first].start, passage.words[last - 1].end
    if _is_dated(quoted):
        return ""
    for start, date in passage.dates:
        is_here = characters[0] <= start < characters[1] and len(date) >= 4
        known = tells_an_end(date, one.period) or tells_an_end(date, one.issued)
        if is_here and not known and _is_about(quoted, start):
            return date
    return ""


def _is_about(quoted: Quoted, start: int) -> bool:
    """Whether a date says when, behind *in*, *during*, *of* or *for*."""
    passage = quoted.passage
    at = bisect_left(passage.starts, start)
    return at > 0 and passage.words[at - 1].low in _WHEN
