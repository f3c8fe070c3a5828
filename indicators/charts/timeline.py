"""The timeline: every period and date of issue of a selection, a row for each figure or for many of one time."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import Observation
from indicators.charts import typeface
from indicators.charts.assumed_dates import assumed_in_label, assumed_key
from indicators.charts.axes import DAY, Value
from indicators.charts.chart import MOST, Chart, dates_in_words, left_out_lines, milliseconds, tooltip
from indicators.charts.drawn_period import drawn_period
from indicators.charts.marks import place_key
from indicators.charts.row_labels import Line
from indicators.charts.series import is_expected
from indicators.charts.timeline_layers import TimeRow, chart_of_periods
from indicators.figures.build import figures_from
from indicators.figures.figure import Figure
from indicators.figures.summary import ELSEWHERE, HERE, full_title, said_and_counted_by

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
    statuses = tuple(dict.fromkeys(figure.status for figure in figures))
    heads = [_amount_and_title(alike) for alike in rows_of_figures]
    labels = (
        " · ".join([head, *_further(catalogue, alike, counts=heads.count(head) > 1, status=len(statuses) > 1)])
        for head, alike in zip(heads, rows_of_figures, strict=True)
    )
    made = [
        TimeRow(
            line=Line(text=label, bold=beside_record and alike[0][1].role == SUBJECT),
            value=_value(alike, first - room, last + room),
        )
        for label, alike in zip(labels, rows_of_figures, strict=True)
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
            *([f"Status of all: {statuses[0]}."] if len(statuses) == 1 else []),
            *assumed_key(observations),
            *left_out_lines(len(dated)),
        ),
        figures=figures,
    )


def _rows(pairs: Sequence[_Pair]) -> Iterator[list[_Pair]]:
    """The figures of each row: one, or many whose marks are alike."""
    of_one_time: dict[tuple[object, ...], list[_Pair]] = {}
    for figure, each in pairs:
        assumed = tuple(assumed_in_label(each))
        look = (each.period.text, each.issued.text, each.role, each.named, each.status, assumed)
        of_one_time.setdefault(look, []).append((figure, each))
    for members in of_one_time.values():
        yield from [members] if len(members) > _MOST_ALONE else ([member] for member in members)


def _amount_and_title(alike: Sequence[_Pair]) -> str:
    """The number and what it measures; of several figures how many they are, and their titles."""
    (figure, _), *others = alike
    if not others:
        return f"{figure.phrase}: {full_title(figure)}"
    titles = list(dict.fromkeys(figure.title for figure, _ in alike))
    widths = accumulate(typeface.width(f"{title}; ", _LETTERS) for title in titles)
    count = max(1, sum(width < _SHARED_LABEL for width in widths))
    more = [f"{len(titles) - count} more"] if count < len(titles) else []
    return f"{len(alike)} figures: {'; '.join([*titles[:count], *more])}"


def _further(catalogue: Catalogue, alike: Sequence[_Pair], *, counts: bool, status: bool) -> Iterator[str]:
    """What stands behind number and title in the label of a row: of one figure who says it, and what is assumed.

    With ``counts`` what the publication of one figure counts stands before, with ``status`` how firmly it is said.
    """
    (figure, observation), *others = alike
    if not others:
        if counts and observation.counts:
            yield observation.counts.removesuffix(".")
        yield said_and_counted_by(catalogue, figure)
    if status:
        yield figure.status
    yield from assumed_in_label(observation)


def _value(alike: Sequence[_Pair], before: float, after: float) -> Value:
    """The data of the marks of a row, on an axis from ``before`` to ``after`` all dates."""
    (figure, observation), *others = alike
    told = tooltip(figure)
    if others:
        titles = "; ".join(dict.fromkeys(figure.title for figure, _ in alike))
        told |= {"figure": f"{len(alike)} figures", "what": titles, "qualifier": "", "caveats": ""}
        told["source"] = "; ".join(dict.fromkeys(figure.source_words for figure, _ in alike))
        told["status"] = "; ".join(dict.fromkeys(figure.status for figure, _ in alike))
    issued = observation.issued
    drawn = drawn_period(observation.period, issued, (before, after), observed=not is_expected(observation))
    return {
        **told,
        "where": HERE if observation.role == SUBJECT else ELSEWHERE,
        "start": drawn.start,
        "end": drawn.end,
        "no_start": drawn.no_start,
        "no_end": drawn.no_end,
        "solid": drawn.solid,
        "vague": drawn.vague,
        "issued_start": milliseconds(issued.start_first) if issued.dated else None,
        "issued_end": milliseconds(issued.end_last, end=True) if issued.dated else None,
        "said_open": bool(issued.text) and not issued.dated,
        "covering": bool(observation.period.text),
        "named": observation.named,
        "expected": is_expected(observation),
    }


def _strip_key(values: list[Value], undated: int) -> Iterator[str]:
    """How to read the marks of the strip, and how many figures are undated."""
    observed = [value for value in values if value["covering"] and not value["expected"]]
    if observed:
        yield "Bar: the period that the figure covers, at most until it was said."
    if any(value["vague"] for value in observed):
        yield "Dashed outline: about then, or no date is stated."
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
