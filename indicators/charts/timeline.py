"""The timeline: every period and date of issue of a selection, a row for each figure or for many of one time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

import numpy as np
import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import Observation
from indicators.charts import typeface
from indicators.charts.axes import DAY, Value
from indicators.charts.chart import MOST, Chart, assumed_dates, dates_in_words, left_out_lines, milliseconds, tooltip
from indicators.charts.marks import place_key
from indicators.charts.row_labels import Line
from indicators.charts.rows_beside_record import FROM, relayed
from indicators.charts.series import is_expected
from indicators.charts.timeline_layers import TimeRow, chart_of_periods
from indicators.figures.build import figures_from
from indicators.figures.figure import Figure
from indicators.figures.summary import ELSEWHERE, HERE, USUAL_STATUS, full_title
from indicators.measure.span import Span

STRIP = "periods"
"""Name of the chart of periods and dates of issue."""
TITLE = "Periods covered and dates of issue"
_Pair = tuple[Figure, Observation]
_DAYS = ["period_start_first", "issued_start_first", "period_end_last", "issued_end_last"]
_MOST_ALONE = 6
"""Maximum number of figures of one period and one date of issue that have a row each; more share one."""
_LETTERS, _SHARED_LABEL = 12, 500
"""Size in pixels of the letters of a label, and width for the names of figures that share a row."""


def has_dates(rows: pd.DataFrame) -> bool:
    """Whether any of the rows states a period or a date of issue."""
    return any(bool(rows[name].notna().any()) for name in _DAYS)


def strip(catalogue: Catalogue, rows: pd.DataFrame) -> Chart | None:
    """Every period and date of issue of the rows on one time axis; None where no row states any."""
    days = rows[_DAYS]
    earliest = np.fmin.reduce([days[name].to_numpy() for name in days])
    dated = np.flatnonzero(~np.isnat(earliest))
    if not dated.size:
        return None
    shown = rows.take(dated[np.argsort(earliest[dated], kind="stable")[:MOST]])
    observations = catalogue.observations(shown)
    figures = figures_from(catalogue, observations)
    shown_days = days.loc[shown.index]
    first, last = (day.timestamp() * 1000 for day in (shown_days.min().min(), shown_days.max().max()))
    room = max((last - first) * 0.08, 4 * DAY)
    beside_record = any(observation.role != SUBJECT for observation in observations)
    rows_of_figures = list(_rows(list(zip(figures, observations, strict=True))))
    lines = [_line(catalogue, alike, beside_record=beside_record) for alike in rows_of_figures]
    made = [
        TimeRow(line=line, value=_value(alike, first - room, last + room))
        for line, alike in zip(_told_apart(lines, rows_of_figures), rows_of_figures, strict=True)
    ]
    described = (f"{figure.title}, {figure.phrase}: {dates_in_words(figure)}." for figure in figures)
    return Chart(
        name=STRIP,
        title=TITLE,
        unit="",
        spec=chart_of_periods(made, [first, last]),
        alt=" ".join(["Time strip.", *described]),
        key=(
            *(place_key(row.value["where"] for row in made) if beside_record else ()),
            *_strip_key([row.value for row in made], len(rows) - len(dated)),
            *assumed_dates(figures),
            *left_out_lines(len(dated)),
        ),
        figures=figures,
    )


def _rows(pairs: Sequence[_Pair]) -> Iterator[list[_Pair]]:
    """The figures of each row: one, or many whose marks are alike."""
    of_one_time: dict[tuple[object, ...], list[_Pair]] = {}
    for figure, each in pairs:
        look = (each.period.text, each.issued.text, each.role, each.named, is_expected(each))
        of_one_time.setdefault(look, []).append((figure, each))
    for members in of_one_time.values():
        yield from [members] if len(members) > _MOST_ALONE else ([member] for member in members)


def _told_apart(lines: Sequence[Line], rows: Sequence[Sequence[_Pair]]) -> Iterator[Line]:
    """The labels, those that read alike with what the publication counts, where that is stated."""
    count = Counter(line.text for line in lines)
    for line, ((_, observation), *_) in zip(lines, rows, strict=True):
        counts = observation.counts if count[line.text] > 1 else None
        yield replace(line, text=f"{line.text} · {counts.removesuffix('.')}") if counts else line


def _line(catalogue: Catalogue, alike: Sequence[_Pair], *, beside_record: bool) -> Line:
    """The label of a row: number, title, who says it; of several figures how many they are, and their titles."""
    (figure, observation), *others = alike
    here = beside_record and observation.role == SUBJECT
    if others:
        titles = list(dict.fromkeys(figure.title for figure, _ in alike))
        widths = accumulate(typeface.width(f"{title}; ", _LETTERS) for title in titles)
        count = max(1, sum(width < _SHARED_LABEL for width in widths))
        more = [f"{len(titles) - count} more"] if count < len(titles) else []
        return Line(text=f"{len(alike)} figures: {'; '.join([*titles[:count], *more])}", bold=here)
    root = relayed(catalogue, figure, observation)
    source = f"{figure.source_short}, {FROM} {root}" if root else figure.source_short
    status = [] if figure.status_code == USUAL_STATUS else [figure.status]
    return Line(text=" · ".join([f"{figure.phrase}: {full_title(figure)}", source, *status]), bold=here)


def _value(alike: Sequence[_Pair], before: float, after: float) -> Value:
    """The data of the marks of a row; an end of the period without a date is ``before`` or ``after`` all others."""
    (figure, observation), *others = alike
    told = tooltip(figure)
    if others:
        titles = "; ".join(dict.fromkeys(figure.title for figure, _ in alike))
        told |= {"figure": f"{len(alike)} figures", "what": titles, "qualifier": "", "caveats": ""}
        told["source"] = "; ".join(dict.fromkeys(figure.source_words for figure, _ in alike))
        told["status"] = "; ".join(dict.fromkeys(figure.status for figure, _ in alike))
    period, issued = observation.period, observation.issued
    return {
        **told,
        "where": HERE if observation.role == SUBJECT else ELSEWHERE,
        "start": _or(milliseconds(period.start_first), before),
        "end": _or(milliseconds(_last_day(period, issued, observed=not is_expected(observation)), end=True), after),
        "no_start": pd.isna(period.start_first),
        "no_end": pd.isna(period.end_last),
        "issued_start": milliseconds(issued.start_first) if issued.dated else None,
        "issued_end": milliseconds(issued.end_last, end=True) if issued.dated else None,
        "said_open": bool(issued.text) and not issued.dated,
        "covering": bool(period.text),
        "named": observation.named,
        "expected": is_expected(observation),
    }


def _last_day(period: Span, issued: Span, *, observed: bool) -> pd.Timestamp:
    """The last day that a period can cover: nobody has ``observed`` the days after the issue."""
    within = observed and period.end_first <= issued.end_last < period.end_last
    return issued.end_last if within else period.end_last


def _or(time: float | None, missing: float) -> float:
    return missing if time is None else time


def _strip_key(values: list[Value], undated: int) -> Iterator[str]:
    """How to read the marks of the strip, and how many figures are undated."""
    if any(value["covering"] for value in values):
        yield "Bar: the period that the figure covers, at most until it was said."
    if any(value["covering"] and value["expected"] for value in values):
        yield "Dashed line: the period of a forecast, of a plan, or of what holds under a condition."
    if any(value["covering"] and (value["no_start"] or value["no_end"]) for value in values):
        yield "Arrow: the period has no date at that end."
    if any(value["issued_start"] is not None and _is_day(value) for value in values):
        yield "Diamond: the day on which it was said."
    if not all(value["named"] for value in values):
        yield "Hollow: the source is not named."
    if any(value["issued_start"] is not None and not _is_day(value) for value in values):
        yield "Thin line with two ends: it was said in that time, no day is stated."
    if any(value["said_open"] for value in values):
        yield "Without such a mark: when it was said has no date at one end."
    if undated:
        yield f"{undated} more {'figure states' if undated == 1 else 'figures state'} neither and cannot be drawn."


def _is_day(value: Value) -> bool:
    return bool(value["issued_end"] - value["issued_start"] <= DAY)
