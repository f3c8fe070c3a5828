"""What a draft loses of the time that a figure covers; it may be told anywhere in the passage."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import count, pairwise

from indicators.measure.span import Span
from indicators.quoting.owed_time import GATHERED, owes_time
from indicators.quoting.passage import Passage
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.told_base import other_base
from indicators.quoting.told_dates import ends_of, fits, is_outside, tells_an_end, tells_issue
from indicators.quoting.told_stretches import STRETCHES, opens_change, part_among, relative_at, season_at, tells_length

_WHEN = frozenset(
    "in during of for throughout last this through between from week to cover covers covering covered".split()
)
"""Words before a date that say when something was counted."""
_ONWARDS = frozenset(("since", "far"))
"""*Since*, and the last word of *so far*."""
_DURING = frozenset(("in", "during", "throughout", "for"))
ELSE = frozenset(", ; : than as like from since against before after until unlike".split())
"""Words and signs behind which a date is that of something else."""
_LEAD = 3
"""Words that may stand before a date at the start of a sentence, or between the thing counted and a date."""
_FURTHER = 10
"""The same for a number that is told twice."""
_SAID = 3
"""Words around a time among which a verb of saying makes it that of saying."""


def period_losses(quoted: Quoted) -> Iterator[Loss]:
    """No time, or another one, is named."""
    profile, passage = quoted.profile, quoted.passage
    observation = profile.observation
    if not observation.period.text or (profile.measured and observation.statistic == "level"):
        return
    if other := _alone(quoted) or _other_span(quoted) or other_base(quoted):
        yield Loss(code="wrong_period", told=other)
        return
    if passage.tells(observation.period):
        if other := _date_with_number(quoted) or _since(quoted):
            yield Loss(code="wrong_period", told=other)
        return
    start = observation.period.text.partition("/")[0]
    other = ""
    counted_on = observation.statistic == "running_total" or not start
    if counted_on and passage.has("since") and not (other := _other_start(quoted)):
        return
    told = other or _end_alone(quoted) or _other_dates(quoted) or _relative_time(quoted)
    if told and opens_change(passage, quoted.number):
        return  # fell in 2024 from 438 to 412
    is_gathered = observation.statistic in GATHERED
    if told or (told := part_among(passage, quoted.clause[0], quoted.sentence[1]) if is_gathered else ""):
        yield Loss(code="wrong_period", told=told)
    elif owes_time(quoted) and not _is_dated(quoted):
        yield Loss(code="period")


def _alone(quoted: Quoted) -> str:
    """The date of *in 2024 alone* of a figure that is for a longer time; empty if there is none."""
    passage, period = quoted.passage, quoted.profile.observation.period
    is_running = quoted.profile.observation.statistic == "running_total"
    if not is_running and not _spans_months(period):
        return ""
    first, last = quoted.part
    for start, date in passage.dates:
        at = bisect_left(passage.starts, start)
        if first < at < last and passage.words[at - 1].low in ("in", "during"):
            behind = [word.low for word in passage.words[at + 1 : at + 3]]
            if "alone" in behind and (is_running or tells_an_end(date, period)):
                return date
            if is_running and _is_when_counted(quoted, at):
                return date
    return ""


def _other_span(quoted: Quoted) -> str:
    """A time such as *the first half of 2024* behind the number of a figure for months not within it; else empty."""
    passage, number, period = quoted.passage, quoted.number, quoted.profile.observation.period
    spans = pairwise(passage.dates) if _spans_months(period) else ()
    for (start, first), (other, last) in spans:
        at = bisect_left(passage.starts, start)
        is_span = start == other and len(first) == len(last) and number.place < at < quoted.clause[1]
        if not is_span or not _is_about(quoted, start) or _is_parted(passage, number.place, at):
            continue
        ends = [end[: len(first)] for end in ends_of(period)]
        if not passage.has("say", number.place, at) and not first <= ends[0] <= ends[-1] <= last:
            return passage.text(at, next(stop for stop in count(at + 1) if stop not in passage.dated))
    return ""


def _is_when_counted(quoted: Quoted, at: int) -> bool:
    """Whether a date says when all that is counted was: *600,000 dead and wounded in 2024*, and not since when."""
    passage, number = quoted.passage, quoted.number
    before = passage.words[passage.word_before(number)].low
    if not number.noun or before in ("at", "to") or passage.has("since", *quoted.sentence):
        return False
    between = number.place, at
    is_near = number.place < at <= number.noun[-1] + _LEAD + 2
    return is_near and not _is_parted(passage, *between) and not passage.has("say", *between)


def _end_alone(quoted: Quoted) -> str:
    """One end of a time of several months, told behind the number as all of it: *in August 2023*; else empty."""
    passage, number, period = quoted.passage, quoted.number, quoted.profile.observation.period
    for start, date in passage.dates if _spans_months(period) else ():
        at = bisect_left(passage.starts, start)
        between = number.place, at
        is_during = number.place < at < quoted.clause[1] and passage.words[at - 1].low in ("in", "during")
        is_told = is_during and not _is_parted(passage, *between) and not passage.has("say", *between)
        if is_told and tells_an_end(date, period) and len(date) >= len(ends_of(period)[0]):
            return date
    return ""


def _since(quoted: Quoted) -> str:
    """*Since the* of a figure for a period of its own that the sentence does not tell; empty if there is none."""
    passage, observation, (first, last) = quoted.passage, quoted.profile.observation, quoted.sentence
    if observation.statistic == "running_total" or not observation.period.text:
        return ""
    begin, end = passage.words[first].start, passage.words[last - 1].end
    if any(begin <= start < end and tells_an_end(date, observation.period) for start, date in passage.dates):
        return ""
    told = next(passage.mentioned("since", first, last), None)
    if told is None or told.last >= last or passage.words[told.first].low != "since":
        return ""
    return passage.text(told.first, told.last + 1)


def _date_with_number(quoted: Quoted) -> str:
    """The date with which the sentence begins, or that stands behind the number, where it is another time.

    Of a number that is told twice, so that its time may be told with the other, the date may stand further behind.
    """
    passage, observation, number = quoted.passage, quoted.profile.observation, quoted.number
    first, last = quoted.clause
    last = next((at for at in range(number.place, last) if passage.words[at].text == ";"), last)
    inside = [(at, date) for start, date in passage.dates if first <= (at := bisect_left(passage.starts, start)) < last]
    period, issued = observation.period, observation.issued
    known = [at for at, date in inside if tells_an_end(date, period) or tells_issue(date, issued)]
    if known:
        is_of_number_before = first > quoted.sentence[0] and known[-1] < number.place
        if not (is_of_number_before and inside[-1][0] <= number.place + _LEAD + 1):
            return ""
    reach = _FURTHER if passage.is_repeated(number) else _LEAD
    for at, date in inside:
        begin = max(at - _LEAD, first)
        leads = begin == quoted.sentence[0] and passage.words[begin].low in _DURING
        behind = number.place < at <= (number.noun or (number.place + 1,))[-1] + reach
        between = (at + 1, number.place) if leads else (number.place, at)
        is_parted = behind and _is_parted(passage, number.place, at)
        is_doubtful = passage.has("say", *between) or passage.has("conditional", *between)
        is_told = (leads or behind) and not is_parted and not is_doubtful and _is_when(passage, at)
        if is_told and is_outside(date, observation.period):
            return date
    return ""


def _is_parted(passage: Passage, first: int, last: int) -> bool:
    """Whether one of these words or signs leads to something else."""
    return any(word.low in ELSE for word in passage.words[first:last])


def _is_when(passage: Passage, at: int) -> bool:
    """Whether a date says during what time: *in May*, *in the week to 5 May*."""
    before = [word.low for word in passage.words[max(at - 2, 0) : at]]
    return not _DURING.isdisjoint(before) or (before[-1:] == ["to"] and before[0] in STRETCHES)


def _other_start(quoted: Quoted) -> str:
    """Another time than the start of the figure, or of one that is most likely the same, behind *since*."""
    passage, profiles = quoted.passage, quoted.vocabulary.profiles
    words = passage.words
    own = quoted.profile.observation
    twins = [each.observation for each in profiles.values() if each.observation.same_as == own.id]
    starts = {start for observation in (own, *twins) if (start := observation.period.text.partition("/")[0])}
    for at in range(*quoted.sentence):
        if words[at].low not in _ONWARDS or at + 1 >= quoted.sentence[1]:
            continue
        if relative := relative_at(passage, at + 1) or season_at(passage, at + 1):
            return relative
        if not starts:
            continue
        for place, date in passage.dates:
            if place == words[at + 1].start and not any(fits(date, start) for start in starts):
                return date
    return ""


def _relative_time(quoted: Quoted) -> str:
    """A time that is told from that of writing in the words with the number, and not when it was said."""
    passage, (first, last) = quoted.passage, quoted.passage.statement(quoted.number)
    for at in range(first, last):
        around = max(at - _SAID, first), min(at + 2 + _SAID, last)
        if (told := relative_at(passage, at)) and not passage.has("speech", *around):
            return told
    return ""


def _is_dated(quoted: Quoted) -> bool:
    """Whether any date of the passage tells one end of the period."""
    passage, period, (first, last) = quoted.passage, quoted.profile.observation.period, quoted.sentence
    begin, end = passage.words[first].start, passage.words[last - 1].end
    is_long = _spans_months(period)
    return any(
        tells_an_end(date, period) and not (is_long and date.startswith("--") and not begin <= start < end)
        for start, date in passage.dates
    )


def _spans_months(period: Span) -> bool:
    """Whether a period runs from a date to one in another month."""
    ends = ends_of(period)
    return len(ends) > 1 and ends[0][:7] != ends[-1][:7]


def _other_dates(quoted: Quoted) -> str:
    """A date in the sentence that is neither in the period of the figure nor when it was issued; empty if none is."""
    passage, observation = quoted.passage, quoted.profile.observation
    first, last = quoted.sentence
    characters = passage.words[first].start, passage.words[last - 1].end
    if _is_dated(quoted) or (observation.statistic == "mean" and tells_length(quoted.passage, quoted.number)):
        return ""
    for start, date in passage.dates:
        is_here = characters[0] <= start < characters[1] and len(date) >= 4
        known = tells_an_end(date, observation.period) or tells_issue(date, observation.issued)
        if is_here and not known and _is_about(quoted, start) and not _is_of_number_before(quoted, start):
            return date
    return ""


def _is_of_number_before(quoted: Quoted, start: int) -> bool:
    """Whether a date stands behind another number of the sentence, before the words of this one."""
    passage = quoted.passage
    at = bisect_left(passage.starts, start)
    if at >= quoted.clause[0]:
        return False
    return any(quoted.sentence[0] <= place < at for place in passage.places)


def _is_about(quoted: Quoted, start: int) -> bool:
    """Whether a date says when, behind *in*, *during*, *of* or *for*, or *in the*."""
    passage = quoted.passage
    at = bisect_left(passage.starts, start)
    if at > 1 and passage.words[at - 1].low == "the":
        at -= 1
    return at > 0 and passage.words[at - 1].low in _WHEN
