"""Compares the period and the date of issue of an observation with the dates that its sentence prints."""

import re
from collections.abc import Collection, Iterator, Mapping

from indicators.audit.mismatch import Mismatch
from indicators.catalogue.observation import Observation
from indicators.text.vocabulary import MONTHS

_TIME = r"(?:days?|weeks?|months?|quarters?|years?)"
_COUNTED_FROM = re.compile(
    rf"\b(?:prior|previous|preceding|past|last|next|following|coming)(?: [\w-]+)? {_TIME}\b|"
    rf"\b{_TIME} (?:before|earlier|ago|after|later|from now)\b",
    re.IGNORECASE,
)
"""Words for a time that is counted from another: *the prior 6 months*, *a year earlier*."""
_OVER_SEVERAL = re.compile(
    r"(?: [^\W\d_]+){0,4} (?:over|in|during|for|of) (?P<words>the (?:prior|previous|preceding) (?!one\b)\w+ "
    r"(?P<time>days|weeks|months|quarters|years))\b",
    re.IGNORECASE,
)
"""What says behind a number that it is of several times before another: *over the prior 6 months*."""
_OVER_A_YEAR = re.compile(r"\bover (?:the|a) (?:year|decade)\b|\byear[- ]on[- ]year\b|\bannual\b", re.IGNORECASE)
_SEASON = re.compile(r"\b(?:winter|spring|summer|autumn)\b", re.IGNORECASE)
_OF_ANOTHER = r"(?:than|below|above|over|under|from|since|versus|against|compared|levels?|and|or|but|which|who|that)\b"
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
_NUMBER_TO_DATE = re.compile(rf"(?: (?!{_OF_ANOTHER})[^\W\d]+){{0,3}} (?:in|for|during) ", re.IGNORECASE)
"""What stands between a number and the date that is its own; not in *shorter by 0.1 hours than in March*."""
_TO_DATE = re.compile(r",? ?(?:to|through|until|till|and|or|-|–|/|,)? ?(?:in |early |late |the )?")
"""What stands between two dates that are one time, or two times of one number: *in March and April*."""
_DATE_TO_NUMBER = re.compile(r"(?: (?:level|rate|figure|value|mark|total|peak|low|high))? of ")
"""What stands between such a date and its number: *its February 2020 level of 63.3*."""
_OPENING = re.compile(r"(?:In|During) (?:the )?(?:year |month of )?")
"""What opens a sentence before the date of its first number: *In 2025, 214 people*."""


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
    years = _years(stated.values())
    columns = {"period": ends_of(observation.period.text), "issued": ends_of(observation.issued.text)}
    for column, ends in columns.items():
        if column not in observation.inferred:
            known_years = [*years, *(_years(ends) if f"{column}.year" in observation.inferred else [])]
            dated = {f"{year}{date[1:]}" for date in printed if date.startswith("--") for year in known_years}
            known = dated.union(printed, map(_bare, ends_of(stated.get(column, ""))))
            expected = f"dates that the sentence prints, or {column} among inferred"
            unknown = [end for end in ends if _bare(end) not in known]
            yield from (Mismatch(column=column, found=end, expected=expected) for end in unknown)
            continue
        if column == "period" and _COUNTED_FROM.search(sentence):
            continue
        others = [end for name, dates in columns.items() if name != column for end in dates]
        months = [date for date in sorted(printed) if _has_month(date)]
        unprinted = [end for end in ends if not any(fits(date, end) for date in months)]
        own = [date for date in months if date not in compared]
        contradicted = [date for date in own if not any_fits(date, others) and not any_fits(date, ends)]
        # Where the sentence prints as many dates as the period has ends, each end is one of them.
        if contradicted and (len(unprinted) == len(ends) or len(own) == len(ends)):
            expected = f"a date that fits those that the sentence prints: {', '.join(map(_in_words, own))}"
            yield from (Mismatch(column=column, found=end, expected=expected) for end in unprinted)


def compare_own_date(observation: Observation, own: Collection[str]) -> Iterator[Mismatch]:
    """The period where it is another than the month or day that the text prints with the number.

    A date without a year, or one within the period, says nothing against it; nor does the date of issue.
    """
    ends = ends_of(observation.period.text)
    own = [date for date in own if _has_month(date)]
    if not ends or not own or "period" in observation.inferred:
        return
    first, last = _bare(ends[0]), _bare(ends[-1])
    known = [*ends, *ends_of(observation.issued.text)]
    others = [
        date
        for date in own
        if not any_fits(date, known) and not (first != last and (date.startswith("--") or first <= date <= last))
    ]
    if len(others) == len(own):
        expected = f"a period that fits the date of the number: {', '.join(map(_in_words, sorted(others)))}"
        yield Mismatch(column="period", found=observation.period.text, expected=expected)


def compare_length(observation: Observation, sentence: str, end: int) -> Iterator[Mismatch]:
    """The period where it is one date, but the number, which ends there, is of several times before another.

    *A mean of 95,000 over the prior 6 months* is of no single month.
    """
    told = _OVER_SEVERAL.match(sentence, end)
    if told and observation.period.text and "/" not in observation.period.text and "period" not in observation.inferred:
        expected = f"the {told['time']} that its sentence counts: {told['words']}"
        yield Mismatch(column="period", found=observation.period.text, expected=expected)


def is_own_date(sentence: str, number: tuple[int, int], date: tuple[int, int]) -> bool:
    """Whether a date belongs to a number, both given by where they stand: *3 percent in May*, *In May, 3 percent*."""
    if number[1] <= date[0]:
        return bool(_NUMBER_TO_DATE.fullmatch(sentence, number[1], date[0]))
    opens = _OPENING.fullmatch(sentence, 0, date[0]) and sentence[date[1] : number[0]] in (", ", " ", " alone, ")
    return bool(opens or _DATE_TO_NUMBER.fullmatch(sentence, date[1], number[0]))


def own_period(sentence: str, printed: Mapping[str, tuple[int, int]], number: tuple[int, int], period: str) -> str:
    """The period of a number that is the one date which the text prints with it: *63.3 percent in February 2020*.

    `printed` are the dates of the sentence and their places. A date without a year counts where it is `period`, that of
    the document. Empty where there is none, several, or a time between two: *in March and April*.
    """
    own = [(date, at) for date, at in printed.items() if is_own_date(sentence, number, at)]
    if len(own) != 1:
        return ""
    date, (start, end) = own[0]
    if not is_period(date) or any(
        _TO_DATE.fullmatch(sentence, end, other[0]) for other in printed.values() if other[0] > start
    ):
        return ""
    if not date.startswith("--"):
        return date
    return period if _parts(date)[1:] == _parts(_bare(period))[1:] else ""


def is_period(date: str) -> bool:
    """Whether a printed date may be a period: a day, a month or a year, and no season, whose months are to decide."""
    return len(_parts(date)) == 1 or _has_month(date)


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
        or (_OVER_A_YEAR.search(sentence) and any(map(_has_month, ends)))
    ):
        return True
    own = {end for end in ends for date in printed if fits(date, end) and len(_parts(date)) == len(_parts(_bare(end)))}
    others = (date for date in printed if not any_fits(date, own))
    return bool(printed) and (own != set(ends) or any(others))


def ends_of(text: str) -> list[str]:
    """The dates of a period, without its open and unknown ends."""
    return [end for end in text.split("/") if _bare(end) not in ("", "..")] if text else []


def _years(texts: Collection[str]) -> list[str]:
    """The years of these dates and periods."""
    years = [int(end[:4]) for text in texts for end in ends_of(text)]
    return [f"{year:04}" for year in range(min(years), max(years) + 1)] if years else []


def _bare(date: str) -> str:
    return date.rstrip("?~%")


def any_fits(date: str, ends: Collection[str]) -> bool:
    """Whether a date that the text prints fits one of these ends of a period."""
    return any(fits(date, end) for end in ends)


def _parts(date: str) -> list[str]:
    """Year, month and day as far as they are printed; the year is empty if it is not."""
    return ["", *date[2:].split("-")] if date.startswith("--") else date.split("-")


def _has_month(date: str) -> bool:
    parts = _parts(date)
    return len(parts) > 1 and "01" <= parts[1] <= "12"


def fits(date: str, end: str) -> bool:
    """Whether a printed date may be the end of a period: year, month and day are the same as far as both have them."""
    return all(a == b or not a for a, b in zip(_parts(date), _parts(_bare(end)), strict=False))


def _in_words(date: str) -> str:
    parts = _parts(date)
    names = [MONTHS.split()[int(parts[1]) - 1], *(str(int(day)) for day in parts[2:])]
    return " ".join([*names, parts[0]]).strip()
