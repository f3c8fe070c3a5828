"""Periods in EDTF (ISO 8601-2): the first and last days they may begin and end on, and how they are written.

Read are years, months and days, each with a trailing `?`, `~` or `%`, and intervals of them whose ends may be
empty (unknown) or `..` (open): level 0 and as much of level 1 as a catalogue needs. The `edtf` package is not
used: it takes milliseconds a text, puts an unknown end ten years off, and lets an interval run backwards.
"""

import re
from typing import NamedTuple, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from indicators.errors import IndicatorsError

Days: TypeAlias = NDArray[np.datetime64]
Flags: TypeAlias = NDArray[np.bool_]

NOT_EDTF = "not EDTF"
BACKWARDS = "runs backwards"

_STATES = ["", "stated", "open", "unknown"]
_MONTHS = "January February March April May June July August September October November December".split()
_MARKS = {"": "", "?": " (uncertain)", "~": " (approximate)", "%": " (uncertain and approximate)"}
_END = (
    r"(?:(?P<{0}_year>[0-9]{{4}})(?:-(?P<{0}_month>0[1-9]|1[0-2])(?:-(?P<{0}_day>0[1-9]|[12][0-9]|3[01]))?)?"
    r"(?P<{0}_mark>[?~%])?|(?P<{0}_open>\.\.))?"
)
_PERIOD = f"^{_END.format('start')}(?:(?P<interval>/){_END.format('end')})?$"
_UNDATED = ("..", "/", "../", "/..")  # forms that state nothing; "../.." says that it is open at both ends
_TEXT = pd.ArrowDtype(pa.string())  # its regular expressions run in C++, eight times as fast as Python's

_DATES = ["start_first", "start_last", "end_first", "end_last"]


def parse(texts: pd.Series) -> pd.DataFrame:
    """The days each period may begin and end on, with the index of `texts`.

    Columns: `start_first`, `start_last`, `end_first`, `end_last` (datetime64[s], midnight of the day; NaT
    where unknown, open, blank or not EDTF); `start`, `end` (stated, unknown, open, or empty where blank or
    not EDTF); `approximate`, `uncertain` (whether any part is so); `fault` (NOT_EDTF, BACKWARDS or empty).

    An end of an interval lies within what is printed for it: 2024-09/2024-11 begins on some day of September.
    A single date is covered whole: 2024-09 begins on the 1st and ends on the 30th.
    """
    codes, distinct = pd.factorize(texts.astype("str").fillna(""))
    unique = pd.Series(distinct, dtype=_TEXT)
    read = unique.str.extract(_PERIOD)
    parts = read.fillna("")
    start, end = _end(parts, "start"), _end(parts, "end")
    interval = _is(parts["interval"], "/")
    single = start.dated & ~interval

    unread = read["interval"].isna().to_numpy(dtype=bool) | _is(unique, *_UNDATED)
    malformed = unread | start.impossible | end.impossible
    backwards = interval & (end.last < start.first)
    frame = pd.DataFrame(
        {
            "start_first": start.first,
            "start_last": np.where(single, start.first, start.last),
            "end_first": np.where(single, start.last, end.first),
            "end_last": np.where(single, start.last, end.last),
            "start": np.select([malformed, start.dated, start.open, interval], _STATES, ""),
            "end": np.select([malformed, single | end.dated, end.open, interval], _STATES, ""),
            "approximate": (start.approximate | end.approximate) & ~malformed,
            "uncertain": (start.uncertain | end.uncertain) & ~malformed,
            "fault": np.select([malformed, backwards], [NOT_EDTF, BACKWARDS], ""),
        }
    ).astype({"start": "str", "end": "str", "fault": "str"})
    frame.loc[malformed, _DATES] = pd.NaT
    return frame.take(codes).set_axis(texts.index)


def words(text: str) -> str:
    """The period for people: 'August 2023 to January 2024', '17 October 2024', 'from June 2024, open'.

    A blank is 'not stated'. Raises IndicatorsError where the text does not read as EDTF.
    """
    parts = re.fullmatch(_PERIOD, text)
    if parts is None or text in _UNDATED:
        raise IndicatorsError(f'the period "{text}" is {NOT_EDTF}')
    start, end = _date_words(parts, "start"), _date_words(parts, "end")
    if not parts["interval"]:
        return start or "not stated"
    if start and end:
        return f"{start} to {end}"
    begins = f"from {start}" if start else "open start" if parts["start_open"] else "start not dated"
    ends = f"to {end}" if end else "open" if parts["end_open"] else "end not stated"
    return f"{begins}, {ends}"


class _End(NamedTuple):
    """One end of each text: its days, NaT where it has none, and what is said of it."""

    first: Days
    last: Days
    dated: Flags
    impossible: Flags
    open: Flags
    approximate: Flags
    uncertain: Flags


def _end(parts: pd.DataFrame, end: str) -> _End:
    # A zero in front makes a part that is not there the number 0, which no month and no day is.
    year, month, day = (
        ("0" + parts[f"{end}_{part}"]).astype("int64[pyarrow]").to_numpy(dtype=np.int64)
        for part in ("year", "month", "day")
    )
    dated = ~_is(parts[f"{end}_year"], "")
    before_january = (year - 1970) * 12 - 1
    first_month = (before_january + np.maximum(month, 1)).astype("M8[M]")
    last_month = (before_january + np.where(month > 0, month, 12)).astype("M8[M]")
    first = first_month.astype("M8[D]") + (np.maximum(day, 1) - 1).astype("m8[D]")
    last = np.where(day > 0, first, (last_month + 1).astype("M8[D]") - 1)
    impossible = first.astype("M8[M]") != first_month
    missing = ~dated | impossible
    mark = parts[f"{end}_mark"]
    return _End(
        first=np.where(missing, np.datetime64("NaT"), first).astype("M8[s]"),
        last=np.where(missing, np.datetime64("NaT"), last).astype("M8[s]"),
        dated=dated,
        impossible=impossible,
        open=_is(parts[f"{end}_open"], ".."),
        approximate=_is(mark, "~", "%"),
        uncertain=_is(mark, "?", "%"),
    )


def _is(part: pd.Series, *texts: str) -> Flags:
    return part.isin(texts).to_numpy(dtype=bool)


def _date_words(parts: re.Match[str], end: str) -> str:
    """'17 October 2024 (uncertain)', or nothing where that end has no date."""
    year, month, day, mark = (parts[f"{end}_{part}"] for part in ("year", "month", "day", "mark"))
    if not year:
        return ""
    names = [str(int(day))] if day else []
    if month:
        names.append(_MONTHS[int(month) - 1])
    return " ".join([*names, str(int(year))]) + _MARKS[mark or ""]
