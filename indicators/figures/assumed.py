"""What the editor inferred of a date that the document does not print whole."""

import re
from collections.abc import Collection, Iterator, Mapping

from indicators.measure.span import Span
from indicators.text.first_letter import with_capital
from indicators.text.vocabulary import MONTHS

ASSUMED = "assumed"
YEAR_ASSUMED = "year assumed"
BY_EDITOR = " by the editor"
"""Stands behind what is assumed where no key says who assumed it."""
_UP_TO, _FROM, _TO = "up to ", "from ", " to "
"""How a period begins that lacks its start, and one that lacks its end; what stands between two ends."""
_YEAR = re.compile(r" (?:AD \d{1,3}|\d{4})\b")


def assumed(inferred: Collection[str], column: str) -> str:
    """How much of a date is not printed: *assumed*, *year assumed*, or nothing.

    ``inferred`` is that of the row, ``column`` the name of the date.
    """
    if column in inferred:
        return ASSUMED
    return YEAR_ASSUMED if f"{column}.year" in inferred else ""


def assumed_part(inferred: Collection[str], column: str, period: Span) -> str:
    """What of a date is assumed, in words: *year of issue*, *end of the period*; empty where it is printed.

    ``inferred`` and ``column`` are those of `assumed`. Of a ``period`` with two ends nobody says which is assumed.
    """
    how_far = assumed(inferred, column)
    if column == "issued":
        return {ASSUMED: "date of issue", YEAR_ASSUMED: "year of issue"}.get(how_far, "")
    known = "" if period.has_start == period.has_end else "start of the " if period.has_start else "end of the "
    return {ASSUMED: f"{known}period", YEAR_ASSUMED: "year of the period"}.get(how_far, "")


def with_assumed(words: str, inferred: Collection[str], column: str) -> str:
    """A date in words, marked where the editor assumed it: *August 2024 (year assumed by the editor)*.

    ``inferred`` and ``column`` are those of `assumed`, ``words`` those of a date alone or with its preposition. What
    they say of an end, *its start not stated*, is not assumed.
    """
    how_far = assumed(inferred, column)
    if not how_far:
        return words
    date, bracket, end = words.partition(" (its ")
    if bracket:
        return f"{date} ({how_far}{BY_EDITOR}; its {end}"
    date, comma, rest = words.partition(", ")
    return f"{date} ({how_far}{BY_EDITOR}){comma}{rest}"


def as_printed(words: str, inferred: Collection[str], column: str) -> str:
    """A date as a text may take it over: *in September*, without a year that is assumed; a whole one has no mark.

    ``inferred`` and ``column`` are those of `assumed`, ``words`` those of a date with its preposition.
    """
    if assumed(inferred, column) == YEAR_ASSUMED and any(month in words for month in MONTHS.split()):
        return _YEAR.sub("", words)
    return words


def impersonal(words: str) -> str:
    """Words of `with_assumed` that leave to the words beside them who assumed: *September 2024 (year assumed)*."""
    return words.replace(BY_EDITOR, "")


def inferred_dates(inferred: Collection[str], dates: Mapping[str, str], document: str) -> Iterator[str]:
    """Sentences on the dates of a wording that a document does not print, or not whole, each once.

    *May 2024 is meant; the report prints no year with it. The report gives no end date: June 2024 is assumed.*
    ``inferred`` is that of the row, ``dates`` has its ``period`` and ``issued`` in words, ``document`` is a noun. No
    wording has a date of issue of which nothing is printed.
    """
    told = {column: words.partition(", its ")[0].partition(" (its ")[0] for column, words in dates.items()}
    without_year = [date for column, date in told.items() if assumed(inferred, column) == YEAR_ASSUMED]
    if without_year:
        meant = " and ".join(dict.fromkeys(without_year))
        verb = "is" if len(set(without_year)) == 1 else "are"
        yield f"{with_capital(meant)} {verb} meant; the {document} prints no year with it."
    if assumed(inferred, "period") == ASSUMED:
        date = told["period"]
        starts = {_UP_TO: "end date", _FROM: "start date"}
        start = next((start for start in starts if date.startswith(start) and _TO not in date.removeprefix(start)), "")
        which = starts.get(start, "dates" if _TO in date else "date")
        yield f"The {document} gives no {which}: {date.removeprefix(start)} is assumed."


def within_brackets(words: str) -> str:
    """Words without brackets of their own: *August 2024, year assumed by the editor*."""
    return words.replace(" (", ", ").replace(") ", ", ").replace(")", "")
