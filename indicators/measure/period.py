"""Periods in EDTF (ISO 8601-2): the first and last possible day of each end, and the period in words.

Level 0 is read, and of level 1 what a catalogue needs: years from 0001 to 9999, months and days, each with a trailing
`?`, `~` or `%`, and intervals whose ends may be empty (unknown) or `..` (open). Any other valid EDTF is told from a
text that is no date. The package `edtf` is not used: it takes milliseconds
for each text, puts an unknown end ten years away, and accepts an interval that runs backwards.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from indicators.columns import Mask, as_text
from indicators.errors import IndicatorsError
from indicators.measure import edtf
from indicators.text.vocabulary import MONTHS

Days: TypeAlias = NDArray[np.datetime64]

NOT_STATED = "not stated"
"""Shown for a period, or any other fact, that a document does not state."""

NOT_EDTF = "not EDTF"
UNSUPPORTED = "valid EDTF that this program does not support"
BACKWARDS = "runs backwards"

_STATES = ("", "stated", "open", "unknown")
_FAULTS = ("", NOT_EDTF, BACKWARDS, UNSUPPORTED)
_MONTHS = MONTHS.split()
_MARKS = {"": "", "?": " (uncertain)", "~": " (approximate)", "%": " (uncertain and approximate)"}
"""What stands behind a single date that is not certain or not exact."""
_MARKS_OF_ENDS = {"": "", "?": "possibly ", "~": "about ", "%": "possibly about "}
"""What stands before such an end of an interval: a bracket amid an interval would part its ends."""
_YEAR = "[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]"
"""Years from 0001 to 9999: those of a calendar that every page, chart and file can show."""
_END = (
    rf"(?:(?P<{{0}}year>{_YEAR.replace('{', '{{').replace('}', '}}')})"
    r"(?:-(?P<{0}month>0[1-9]|1[0-2])(?:-(?P<{0}day>0[1-9]|[12][0-9]|3[01]))?)?"
    r"(?P<{0}mark>[?~%])?|(?P<{0}open>\.\.))?"
)
_ONE_END = f"^{_END.format('')}$"
_PERIOD = f"{_END.format('start_')}(?:(?P<interval>/){_END.format('end_')})?"
_UNDATED = ("..", "/", "../", "/..")  # forms that state nothing; "../.." states that both ends are open
_NONE = np.datetime64("NaT", "s")


def parse(texts: pd.Series) -> pd.DataFrame:
    """The first and last possible day of both ends of each period, with the index of `texts`.

    Columns: `start_first`, `start_last`, `end_first`, `end_last` (datetime64[s], midnight of the day; NaT if the end is
    unknown or open, or the text blank or not read); `start`, `end` (stated, unknown, open; empty if the text is blank
    or not read); `approximate`, `uncertain` (true if either end is); `fault` (NOT_EDTF, UNSUPPORTED, BACKWARDS or
    empty).

    An end of an interval lies within the date that is printed for it: 2024-09/2024-11 begins on some day of September.
    A single date is a whole period: 2024-09 begins on the 1st and ends on the 30th.
    """
    whole = as_text(texts.astype("str")).fill_null("")
    halves = pc.split_pattern(whole, "/")
    ends = halves.flatten().dictionary_encode()
    distinct, codes = _read_ends(ends.dictionary), ends.indices.to_numpy()
    first = halves.offsets.to_numpy()[:-1]
    parts = np.diff(halves.offsets)
    interval, single = parts == 2, parts == 1
    start, end = distinct.take(codes[first]), distinct.take(codes[np.where(interval, first + 1, first)])

    malformed = _is(whole, *_UNDATED) | (parts > 2) | start.malformed | end.malformed
    unsupported = malformed.copy()
    unsupported[malformed] = [edtf.is_valid(text) for text in whole.filter(pa.array(malformed)).to_pylist()]
    backwards = interval & (end.last < start.first)
    covered = single & start.dated
    days = {
        "start_first": start.first,
        "start_last": np.where(covered, start.first, start.last),
        "end_first": np.where(covered, start.last, end.first),
        "end_last": end.last,
    }
    states = {
        "start": np.select([malformed, start.dated, start.open, interval], [0, 1, 2, 3], 0),
        "end": np.select([malformed, end.dated, end.open & interval, interval], [0, 1, 2, 3], 0),
    }
    return pd.DataFrame(
        {
            **{name: np.where(malformed, _NONE, day) for name, day in days.items()},
            **{name: _names_of(_STATES, codes) for name, codes in states.items()},
            "approximate": (start.approximate | end.approximate) & ~malformed,
            "uncertain": (start.uncertain | end.uncertain) & ~malformed,
            "fault": _names_of(_FAULTS, np.select([unsupported, malformed, backwards], [3, 1, 2], 0)),
        },
    ).set_axis(texts.index)


def _names_of(names: Sequence[str], codes: NDArray[np.int64]) -> pd.Series:
    """The name of each code."""
    series: pd.Series = pa.array(names, pa.large_string()).take(pa.array(codes)).to_pandas()
    return series


def words(text: str) -> str:
    """The period in words: 'August 2023 to January 2024', '17 October 2024', 'from June 2024, its end open'.

    An end that is approximate is *about* its date, one that is uncertain *possibly* its date: 'from about June 2022 to
    August 2024'. A year before 1000 loses its zeros and is told from a number: *AD 987*. An empty text is 'not
    stated'. Raises IndicatorsError if the text is not EDTF, or not supported.
    """
    parts = _parts(text)
    start, end = _date_words(parts, "start"), _date_words(parts, "end")
    if not parts["interval"]:
        return start or NOT_STATED
    if start and end:
        return f"{'from ' if parts['start_mark'] else ''}{start} to {end}"
    if start:
        return f"from {start}, its end {'open' if parts['end_open'] else NOT_STATED}"
    return f"up to {end}, its start {'open' if parts['start_open'] else NOT_STATED}" if end else "open at both ends"


def when(text: str) -> str:
    """The words for a date with the preposition that it takes after a verb: 'on 17 October 2024', 'in September 2024'.

    An interval is 'in the period' and its words. Raises what `words` raises.
    """
    parts = _parts(text)
    if parts["interval"]:
        return f"in the period {words(text)}"
    return f"{'on' if parts['start_day'] else 'in'} {words(text)}"


def during(text: str) -> str:
    """The words for what a value covers, with their preposition: 'from August 2023 to January 2024', 'in 2024'.

    Empty for an empty text; of an interval, an end that is not stated stands in brackets. Raises what `words` raises.
    """
    if not text:
        return ""
    if not _parts(text)["interval"]:
        return when(text)
    dates, _, missing = words(text).partition(", its ")
    if dates.startswith("open"):
        return "in a period open at both ends"
    covered = dates if dates.startswith(("from ", "up to ")) else f"from {dates}"
    return f"{covered} (its {missing})" if missing else covered


def _parts(text: str) -> re.Match[str]:
    """The parts of a period; raises IndicatorsError if it is not EDTF, or not supported."""
    parts = re.fullmatch(_PERIOD, text)
    if parts is None or text in _UNDATED:
        raise IndicatorsError(f'the period "{text}" is {UNSUPPORTED if edtf.is_valid(text) else NOT_EDTF}')
    return parts


class _Ends(NamedTuple):
    """Ends of intervals, or single dates: first and last possible day, NaT without a date, and their marks."""

    first: Days
    last: Days
    dated: Mask
    malformed: Mask
    open: Mask
    approximate: Mask
    uncertain: Mask

    def take(self, rows: NDArray[np.integer[Any]]) -> "_Ends":
        """The ends in these rows."""
        return _Ends(*(column[rows] for column in self))


def _read_ends(texts: pa.Array) -> _Ends:
    """The end that each text states."""
    read = pc.extract_regex(texts, _ONE_END)
    year, month, day = (_number(read.field(name)) for name in ("year", "month", "day"))
    dated = ~_is(read.field("year"), "", None)
    before_january = (year - 1970) * 12 - 1
    first_month = (before_january + np.maximum(month, 1)).astype("M8[M]")
    last_month = (before_january + np.where(month > 0, month, 12)).astype("M8[M]")
    first = first_month.astype("M8[D]") + (np.maximum(day, 1) - 1).astype("m8[D]")
    last = np.where(day > 0, first, (last_month + 1).astype("M8[D]") - 1)
    impossible = first.astype("M8[M]") != first_month
    missing = ~dated | impossible
    return _Ends(
        first=np.where(missing, _NONE, first.astype("M8[s]")),
        last=np.where(missing, _NONE, last.astype("M8[s]")),
        dated=dated,
        malformed=impossible | np.array(read.is_null(), bool),
        open=_is(read.field("open"), ".."),
        approximate=_is(read.field("mark"), "~", "%"),
        uncertain=_is(read.field("mark"), "?", "%"),
    )


def _number(digits: pa.Array) -> NDArray[np.int64]:
    """The numbers; 0, which is no month and no day, if there are no digits."""
    given = pc.if_else(pc.equal(digits, ""), "0", digits).fill_null("0")
    return np.asarray(given.cast(pa.int64()))


def _is(cells: pa.Array, *texts: str | None) -> Mask:
    return np.array(pc.is_in(cells, pa.array(texts, cells.type)), bool)


def _date_words(parts: re.Match[str], end: str) -> str:
    """The date of this end in words, '17 October 2024 (uncertain)', 'about June 2022'; empty if it has no date."""
    year, month, day, mark = (parts[f"{end}_{part}"] for part in ("year", "month", "day", "mark"))
    if not year:
        return ""
    names = [str(int(day))] if day else []
    if month:
        names.append(_MONTHS[int(month) - 1])
    names.append(year if int(year) >= 1000 else f"AD {int(year)}")
    date = " ".join(names)
    return f"{_MARKS_OF_ENDS[mark or '']}{date}" if parts["interval"] else f"{date}{_MARKS[mark or '']}"
