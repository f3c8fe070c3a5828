"""The timeline: every period and date of issue of a selection, a row for each figure."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.charts import layers, typeface
from indicators.charts.axes import AXIS, DAY, Value
from indicators.charts.chart import MOST, Chart, dates_in_words, left_out_lines, milliseconds, tooltip
from indicators.charts.specification import specification
from indicators.figures.build import figures_from
from indicators.figures.figure import Figure
from indicators.figures.summary import ELSEWHERE, HERE

STRIP = "periods"
"""Name of the chart of periods and dates of issue."""
TITLE = "Periods covered and dates of issue"
_DAYS = ["period_start_first", "issued_start_first", "period_end_last", "issued_end_last"]
_BOLD = "In bold: figures of this text; what others published has the other colour."
_LETTERS, _LINE, _BETWEEN = 12, 14, 8
"""Size of the letters of a label, height of its lines, and distance between two labels, in pixels."""
_WIDEST_LABEL, _MOST_LINES = 190, 3
"""Width in pixels of a line of a label, which leaves a phone room for the marks, and number of lines that it may have.

A label that needs more is cut in its middle.
"""


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
    here = [observation.role == SUBJECT for observation in observations]
    bold = [figure.id for figure, of_subject in zip(figures, here, strict=True) if of_subject] if not all(here) else []
    labels = _labels([f"{_number(figure)}: {figure.title}" for figure in figures])
    values = [
        {
            **tooltip(figure),
            "label": label,
            "where": HERE if observation.role == SUBJECT else ELSEWHERE,
            "start": _or(milliseconds(observation.period.start_first), first - room),
            "end": _or(milliseconds(observation.period.end_last, end=True), last + room),
            "no_start": pd.isna(observation.period.start_first),
            "no_end": pd.isna(observation.period.end_last),
            "issued_start": milliseconds(observation.issued.start_first) if observation.issued.dated else None,
            "issued_end": milliseconds(observation.issued.end_last, end=True) if observation.issued.dated else None,
            "said_open": bool(observation.issued.text) and not observation.issued.dated,
            "covering": bool(observation.period.text),
        }
        for figure, observation, label in zip(figures, observations, labels, strict=True)
    ]
    row_height = _BETWEEN + _LINE * max(label.count("\n") + 1 for label in labels)
    described = (f"{figure.title}, {figure.phrase}: {dates_in_words(figure)}." for figure in figures)
    return Chart(
        name=STRIP,
        title=TITLE,
        unit="",
        spec=specification(layers.strip(values, [first, last], bold), len(values) * row_height + AXIS),
        alt=" ".join(["Time strip.", *described]),
        key=(*([_BOLD] if bold else []), *_strip_key(values, len(rows) - len(dated)), *left_out_lines(len(dated))),
        figures=figures,
    )


def _number(figure: Figure) -> str:
    """The number of a figure, with its unit unless its title names that."""
    return figure.number if figure.unit.casefold() in figure.title.casefold() else figure.phrase


def _or(time: float | None, missing: float) -> float:
    return missing if time is None else time


def _labels(texts: Sequence[str]) -> list[str]:
    """The texts in lines; with more lines than usual where some that differ would be cut alike."""
    labels: list[str] = []
    for most in range(_MOST_LINES, 2 * _MOST_LINES + 1):
        labels = [_in_lines(text, most) for text in texts]
        if len(set(labels)) == len(set(texts)):
            break
    return labels


def _in_lines(text: str, most: int) -> str:
    """The text in so many lines at most; of one that needs more the beginning and the end."""
    lines = list(typeface.lines(text, _LETTERS, _WIDEST_LABEL))
    if len(lines) > most:
        tail, *before = reversed(text.split())
        while before and typeface.width(f"… {before[0]} {tail}", _LETTERS) <= _WIDEST_LABEL:
            tail = f"{before.pop(0)} {tail}"
        lines = [*lines[: most - 1], next(typeface.lines(f"… {tail}", _LETTERS, _WIDEST_LABEL))]
    return "\n".join(lines)


def _strip_key(values: list[Value], undated: int) -> Iterator[str]:
    """How to read the marks of the strip, and how many figures are undated."""
    if any(value["covering"] for value in values):
        yield "Bar: the period that the figure covers."
    if any(value["covering"] and (value["no_start"] or value["no_end"]) for value in values):
        yield "Arrow: the period has no date at that end."
    if any(value["issued_start"] is not None for value in values):
        yield "Diamond: when it was said; a line where only the month or the year is known."
    if any(value["said_open"] for value in values):
        yield "Without a diamond: when it was said has no date at one end."
    if undated:
        yield f"{undated} more {'figure states' if undated == 1 else 'figures state'} neither and cannot be drawn."
