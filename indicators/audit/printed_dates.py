"""Compares the period and the date of issue of an observation with the dates that its sentence prints."""

import calendar
import re
from collections.abc import Collection, Iterator, Mapping

from indicators.audit.fitting_dates import (
    any_fits,
    bare,
    date_in_words,
    ends_of,
    fits,
    has_month,
    parts_of,
    years_in,
)
from indicators.audit.mismatch import Mismatch
from indicators.catalogue.observation import Observation
from indicators.text.vocabulary import ANY_MONTH, MONTHS

_TIME = r"(?:days?|weeks?|months?|quarters?|years?)"
_COUNTED_FROM = re.compile(
    rf"\b(?:prior|previous|preceding|past|last|next|following|coming)(?: [\w-]+)? {_TIME}\b|"
    rf"\b{_TIME} (?:before|earlier|ago|after|later|from now)\b",
    re.IGNORECASE,
)
"""Words for a time that is counted from another: *the prior 6 months*, *a year earlier*."""
_OVER_A_YEAR = re.compile(r"\bover (?:the|a) (?:year|decade)\b|\byear[- ]on[- ]year\b|\bannual\b", re.IGNORECASE)
_SEASON = re.compile(r"\b(?:winter|spring|summer|autumn)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:since|(?:than|compared with|compared to|against|versus|from|on)\b(?: [^\s,;]+){0,4} (?:in|at|for|of)|than|"
    r"compared with|compared to|versus|\b(?:up|down|(?:un)?changed)(?: [^\s,;]+){0,3} (?:from|on))(?: the)?"
    r"(?: (?:end|start|beginning) of)? $",
    re.IGNORECASE,
)
"""What stands before a date with which a value of another time is compared: *from -9 in*, *than in*, *since*."""
_REACH = 60
_FROM_LEVEL = re.compile(
    r"\b(?:(?:up|down|changed?|revised|higher|lower|more|fewer|less|r[io]se|risen|f[ae]ll|fallen|grew|grown|(?:increas|"
    r"decreas|declin|dropp|climb|jump|improv|slow|eas|narrow|widen)\w+)\b[^.;:()]{0,60}\b(?:from|than)|"
    r"compared (?:with|to)|against|versus|vs\.?|after|following)(?: (?!(?:to|which|and)\b)[^\W\d_][\w-]*){0,5}$",
    re.IGNORECASE,
)
"""What stands before the value of another time: *down from* 3.9%, *rose from* €1.20, *compared with* 28%."""
_NORM = re.compile(
    r"\b(?:targets?|standards?|goals?|limits?|thresholds?|benchmarks?|norms?|quotas?|ceilings?|capacity)\b"
    r"(?: (?:of|is|was|to|being|set at|at|[a-z]+ing)|[:,(])*$",
    re.IGNORECASE,
)
"""What stands before what ought to be, which has no period of its own: *a target of*, *(standard:*."""
_OTHER_ISSUE = re.compile(
    r"[^.;\d]{0,40}\b(?:previous|preceding|prior|earlier|last) (?:[a-z]+ )?(?:rounds?|surveys?|reports?|waves?|"
    r"releases?|editions?|assessments?|estimates?|updates?|census(?:es)?)\b",
    re.IGNORECASE,
)
"""What says behind a number that another issue has it: *28% in the previous round*."""
_END_OF_MONTH = re.compile(rf"\bend(?: of|-)(?: the)? ?({ANY_MONTH})\b(?: (\d{{4}}))?", re.IGNORECASE)
"""The month by whose end a sentence tells its last day, and its year if that stands with it."""


def compare_dates(
    observation: Observation,
    sentence: str,
    printed: Collection[str],
    stated: Mapping[str, str],
    compared: Collection[str] = (),
) -> Iterator[Mismatch]:
    """The dates of an observation that its sentence does not print, nor the document in its `stated` columns.

    `compared` are those with which the sentence compares: *down 2 points since September*. The year of a month or a day
    that the sentence prints may be the document's, or inferred.

    Of a column that is inferred, a date may be unprinted, but not another than the sentence prints: where that prints
    a month or a day without the year, the year alone is inferred. An inferred period that the sentence counts from
    another, *over the prior 6 months*, is not that of the month which it prints.
    """
    years = years_in(stated.values())
    columns = {"period": ends_of(observation.period.text), "issued": ends_of(observation.issued.text)}
    for column, ends in columns.items():
        if column not in observation.inferred:
            known_years = [*years, *(years_in(ends) if f"{column}.year" in observation.inferred else [])]
            dated = {f"{year}{date[1:]}" for date in printed if date.startswith("--") for year in known_years}
            known = dated.union(printed, map(bare, ends_of(stated.get(column, ""))), _last_days(sentence, known_years))
            expected = f"dates that the sentence prints, or {column} among inferred"
            unknown = [end for end in ends if bare(end) not in known]
            yield from (Mismatch(column=column, found=end, expected=expected) for end in unknown)
            continue
        if column == "period" and _COUNTED_FROM.search(sentence):
            continue
        others = [end for name, dates in columns.items() if name != column for end in dates]
        months = [date for date in sorted(printed) if has_month(date)]
        unprinted = [end for end in ends if not any(fits(date, end) for date in months)]
        own = [date for date in months if date not in compared]
        contradicted = [date for date in own if not any_fits(date, others) and not any_fits(date, ends)]
        # Where the sentence prints as many dates as the period has ends, each end is one of them.
        if contradicted and (len(unprinted) == len(ends) or len(own) == len(ends)):
            expected = f"a date that fits those that the sentence prints: {', '.join(map(date_in_words, own))}"
            yield from (Mismatch(column=column, found=end, expected=expected) for end in unprinted)


def compare_own_date(observation: Observation, own: Collection[str]) -> Iterator[Mismatch]:
    """The period where it is another than the month or day that the text prints with the number.

    A date without a year, or one within the period, says nothing against it; nor does the date of issue.
    """
    ends = ends_of(observation.period.text)
    own = [date for date in own if has_month(date)]
    if not ends or not own:
        return
    first, last = bare(ends[0]), bare(ends[-1])
    known = [*ends, *ends_of(observation.issued.text)]
    others = [
        date
        for date in own
        if not any_fits(date, known) and not (first != last and (date.startswith("--") or first <= date <= last))
    ]
    if len(others) == len(own):
        expected = f"a period that fits the date of the number: {', '.join(map(date_in_words, sorted(others)))}"
        yield Mismatch(column="period", found=observation.period.text, expected=expected)


def is_compared(sentence: str, start: int) -> bool:
    """Whether a date, which starts there, is one that something else is compared with: *58% in September*, before."""
    return bool(_COMPARED.search(sentence, max(0, start - _REACH), start))


def is_compared_value(sentence: str, start: int, end: int) -> bool:
    """Whether the words around a number, given by where it stands, say that it is the value of another time or a norm.

    *Down from* 3.9%, *compared with* 28% *in the previous round*, *a target of* 75%.
    """
    before = sentence[max(0, start - _REACH) : start].rstrip()
    return bool(_FROM_LEVEL.search(before) or _NORM.search(before) or _OTHER_ISSUE.match(sentence, end))


def tells_other_time(sentence: str, printed: Collection[str], period: str) -> bool:
    """Whether a sentence prints dates other than the ends of a period, a part of it too, or tells a time from another.

    *Over the year* is another time than a month or a quarter, and a season than any of them.
    """
    ends = ends_of(period)
    if (
        _COUNTED_FROM.search(sentence)
        or _SEASON.search(sentence)
        or (_OVER_A_YEAR.search(sentence) and any(map(has_month, ends)))
    ):
        return True
    own = {
        end for end in ends for date in printed if fits(date, end) and len(parts_of(date)) == len(parts_of(bare(end)))
    }
    others = (date for date in printed if not any_fits(date, own))
    return bool(printed) and (own != set(ends) or any(others))


def _last_days(sentence: str, years: Collection[str]) -> Iterator[str]:
    """The last days of months that a sentence tells by their end, *at the end of June*; of these years without one."""
    names = MONTHS.lower().split()
    for found in _END_OF_MONTH.finditer(sentence):
        month = names.index(found[1].lower()) + 1
        for year in [found[2]] if found[2] else years:
            yield f"{year}-{month:02}-{calendar.monthrange(int(year), month)[1]}"
