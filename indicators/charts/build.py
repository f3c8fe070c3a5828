"""Charts of a selection: which there are, what each shows, and that in words.

A chart is a Vega-Lite specification with its values inside and without a theme: the page gives it fonts and colours.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.charts import build_beside_record, marks
from indicators.charts.axes import DAY, Value
from indicators.charts.chart import (
    MOST,
    Chart,
    chart_rows,
    dates_in_words,
    datum,
    left_out_lines,
    milliseconds,
    tooltip,
)
from indicators.figures import public_record
from indicators.figures.figure import Figure, figures_of
from indicators.measure.period import NOT_STATED

_DATES = {
    "issued": ["issued_start_first", "issued_end_last"],
    "period": ["period_start_first", "period_end_last"],
}
"""What a figure must state for a chart over time to draw it."""

_WIDE = 62
"""As many letters as a row of the strip has room for on a phone."""
STRIP = "periods"
"""Name of the chart of periods and dates of issue."""
_CROWDED = "Where numbers would cover one another some are not written."


def charts(catalogue: Catalogue, rows: pd.DataFrame, system: str = "printed") -> Iterator[Chart]:
    """A chart for each group of the rows whose indicators name the same chart, kind and topic, rates apart.

    An indicator that is set beside another is drawn with it. Groups come in the order of the headline cards, then
    of the catalogue; units are those of ``system``.
    """
    indicators = catalogue.indicators
    names = rows["indicator"].astype("str").map(public_record.indicator_families(catalogue))
    drawn = rows.assign(
        _chart=names.map(indicators["chart"]),
        _order=names.map(indicators["order"]).fillna(float("inf")),
        _kind=names.map(indicators["kind"]),
        _rate=names.map(indicators["statistic"]) == "rate",
    )
    drawn = drawn[drawn["_chart"].isin(marks.LAYERS)].sort_values("_order", kind="stable")
    for (chart, kind, topic, rate), group in drawn.groupby(
        ["_chart", "_kind", "topic", "_rate"], sort=False, observed=True
    ):
        if not _datable(str(chart), group):
            continue
        name = "-".join([str(chart), str(kind), str(topic), *(["rate"] if rate else [])])
        draw = _chart_of if (group["role"] == SUBJECT).all() else build_beside_record.beside
        yield draw(catalogue, str(chart), name, group, system)


def _datable(chart: str, rows: pd.DataFrame) -> bool:
    """Whether a chart over time has anything to draw: a number with the dates that it stands at."""
    dates = rows[_DATES.get(chart, [])].notna().all(axis=1)
    return bool((dates & rows[["value", "upper"]].notna().any(axis=1)).any()) or chart not in _DATES


def strip(catalogue: Catalogue, rows: pd.DataFrame) -> Chart | None:
    """Every period and date of issue of the rows on one time axis; None where no row states any."""
    days = rows[["period_start_first", "issued_start_first", "period_end_last", "issued_end_last"]]
    begin = np.fmin.reduce([days[name].to_numpy() for name in days])
    dated = np.flatnonzero(~np.isnat(begin))
    if not dated.size:
        return None
    shown = rows.take(dated[np.argsort(begin[dated], kind="stable")[:MOST]])
    read = figures_of(catalogue, shown)
    drawn = days.loc[shown.index]
    first, last = milliseconds(drawn.min().min()), milliseconds(drawn.max().max())
    room = max((last - first) * 0.08, 4 * DAY)
    values = [
        {
            **tooltip(one),
            "label": _named(one, row["role"]),
            "start": milliseconds(row["period_start_first"], first - room),
            "end": milliseconds(row["period_end_last"], last + room, end=True),
            "no_start": pd.isna(row["period_start_first"]),
            "no_end": pd.isna(row["period_end_last"]),
            "said": milliseconds(row["issued_start_first"]),
            "said_end": milliseconds(row["issued_end_last"], end=True),
            "covering": one.period != NOT_STATED,
        }
        for one, row in zip(read, chart_rows(shown), strict=True)
    ]
    return Chart(
        name=STRIP,
        title="Periods covered and dates of issue",
        unit="",
        spec=marks.layer(marks.strip(values, [first, last]), len(values)),
        alt=" ".join(["Time strip.", *(f"{one.title}, {one.phrase}: {dates_in_words(one)}." for one in read)]),
        key=(*_strip_key(values, len(rows) - len(dated)), *left_out_lines(len(dated))),
        figures=read,
    )


def _named(one: Figure, role: str) -> str:
    """What a row of the strip is; of the record, where long, the number without its unit, which the title implies."""
    long = f"{one.title}: {one.phrase}"
    return long if role == SUBJECT or len(long) <= _WIDE else f"{one.title}: {one.number}"


def _chart_of(catalogue: Catalogue, chart: str, name: str, rows: pd.DataFrame, system: str) -> Chart:
    shown = rows.head(MOST)
    read = figures_of(catalogue, shown, system)
    unit_of = {unit: catalogue.units.in_system(unit, system) for unit in map(str, shown["unit"].unique())}
    # One axis has one unit: that of the first figure, to which the others of its kind are converted.
    axis = unit_of[str(shown["unit"].iloc[0])]
    factors = {unit: catalogue.units.factor(unit, axis) for unit in unit_of}
    values = [datum(one, row, factors[row["unit"]]) for one, row in zip(read, chart_rows(shown), strict=True)]
    unit = catalogue.units.label(axis)
    titles = dict.fromkeys(one.title for one in read)
    spec = marks.layer(marks.LAYERS[chart](values, unit), len(values) if chart in marks.BY_ROW else 0)
    marked = (value for rows in spec["datasets"].values() for value in rows)
    crowded = any(value.get("lifted", 0) is None for value in marked)
    described = (f"{one.title}: {one.phrase}, {one.source_words}, {one.status}, {dates_in_words(one)}." for one in read)
    return Chart(
        name=name,
        title=next(iter(titles)) if len(titles) == 1 else f"{read[0].topic}: {read[0].kind}",
        unit=unit,
        spec=spec,
        alt=" ".join([f"Chart in {unit}.", *described]),
        key=(*_key(values, chart), *([_CROWDED] if crowded else []), *left_out_lines(len(rows))),
        figures=read,
    )


def _key(values: list[Value], chart: str) -> Iterator[str]:
    """How to read the marks that are there."""
    if any(value["above"] for value in values):
        yield "Arrow outwards: a lower bound; how much more it is, is not stated."
    if any(value["below"] for value in values):
        yield "Arrow back: an upper bound; how much less it is, is not stated."
    if any(value["about"] for value in values):
        yield "Dashed edge: approximate; how far off it may be is not stated."
    if not all(value["named"] for value in values):
        yield "Pale or hollow: the source is not named."
    said = {value["id"] for value in values if value["said"] and value["value"] is not None}
    if chart == "issued" and any(value["id"] in said and value["updates"] in said for value in values):
        yield "Dashed line: the later number is printed as an update of the earlier; it is no course between them."
    if any(value["value"] is None for value in values):
        yield "Without a mark: an order of magnitude, no number."


def _strip_key(values: list[Value], silent: int) -> Iterator[str]:
    if any(value["covering"] for value in values):
        yield "Bar: the period that the figure covers."
    if any(value["covering"] and (value["no_start"] or value["no_end"]) for value in values):
        yield "Arrow: the period has no date at that end."
    if any(value["said"] for value in values):
        yield "Diamond: when it was said; a line where only the month or the year is known."
    if silent:
        yield f"{silent} more {'figure states' if silent == 1 else 'figures state'} neither and cannot be drawn."
