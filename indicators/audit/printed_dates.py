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


def compare_dates(
    observation: Observation, sentence: str, printed: Collection[str], stated: Mapping[str, str]
) -> Iterator[Mismatch]:
    """The dates of an observation that its sentence does not print, nor the document in its `stated` columns.

    The document may also state the year of a month or a day that the sentence prints.

    Of a column that is inferred, a date may be unprinted, but not another than the sentence prints: where that prints
    a month or a day without the year, the year alone is inferred. An inferred period that the sentence counts from
    another, *over the prior 6 months*, is not that of the month which it prints.
    """
    years = _years(stated.values())
    columns = {"period": ends_of(observation.period.text), "issued": ends_of(observation.issued.text)}
    for column, ends in columns.items():
        if column not in observation.inferred:
            dated = {f"{year}{date[1:]}" for date in printed if date.startswith("--") for year in years}
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
        contradicted = [date for date in months if not _any_fits(date, others) and not _any_fits(date, ends)]
        # Where the sentence prints as many dates as the period has ends, each end is one of them.
        if contradicted and (len(unprinted) == len(ends) or len(months) == len(ends)):
            expected = f"a date that fits those that the sentence prints: {', '.join(map(_in_words, months))}"
            yield from (Mismatch(column=column, found=end, expected=expected) for end in unprinted)


def ends_of(text: str) -> list[str]:
    """The dates of a period, without its open and unknown ends."""
    return [end for end in text.split("/") if _bare(end) not in ("", "..")] if text else []


def _years(texts: Collection[str]) -> list[str]:
    """The years of these dates and periods."""
    years = [int(end[:4]) for text in texts for end in ends_of(text)]
    return [f"{year:04}" for year in range(min(years), max(years) + 1)] if years else []


def _bare(date: str) -> str:
    return date.rstrip("?~%")


def _any_fits(date: str, ends: Collection[str]) -> bool:
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
