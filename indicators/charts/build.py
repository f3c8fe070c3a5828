"""The charts of a selection: which there are, what each shows, and that in words.

A chart is a Vega-Lite specification that holds its data and no theme: the page gives it fonts and colours.
"""

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from operator import attrgetter

import pandas as pd

from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.charts.assumed_dates import assumed_dates
from indicators.charts.axes import AXIS, DAY, Value
from indicators.charts.build_beside_record import chart_beside_record
from indicators.charts.build_statistics import statistical_charts
from indicators.charts.chart import (
    MOST,
    Chart,
    PlannedChart,
    dates_in_words,
    datum,
    left_out_lines,
    shared_caveats,
    sources_line,
)
from indicators.charts.choice import chosen_indicators
from indicators.charts.families import RATE, chart_heads, heads_of
from indicators.charts.layers import BY_ROW, LABEL_LINE, LAYERS, label_lines
from indicators.charts.marks import bound_key
from indicators.charts.specification import specification
from indicators.charts.timeline import STRIP, strip
from indicators.charts.titles import title_of
from indicators.figures.amounts import unit_words
from indicators.figures.build import figures_from
from indicators.figures.names import distinct_names
from indicators.figures.summary import said_and_counted_by

_DATES = {
    "issued": ["issued_start_first", "issued_end_last"],
    "period": ["period_start_first", "period_end_last"],
}
"""The dates without which a chart over time cannot show a figure."""
_HEIGHT, _ROW_HEIGHT = 280, 56
"""Height in pixels of a chart over time, and of a row with its label above it."""
_BARS = ("level", "period")
"""The charts of bars and blocks, which are faint where a point would be hollow."""
_CROWDED = "Where numbers would cover one another some are not written."


def charts(catalogue: Catalogue, rows: pd.DataFrame, system: str = "printed") -> Iterator[Chart]:
    """The charts of these rows, each made when it is asked for."""
    return (planned.make() for planned in planned_charts(catalogue, rows, system))


def planned_charts(catalogue: Catalogue, rows: pd.DataFrame, system: str) -> Iterator[PlannedChart]:
    """The charts of these rows, in the order of the headline cards, then of the catalogue; in units of ``system``.

    Indicators with series, groups or intervals have charts of their own, as ``choice`` says. Of the others there is a
    chart for those that name the same chart, kind and topic, rates apart, where there is something to compare: at
    least two of their figures have a mark. An indicator that is set beside another belongs to the group of that.
    """
    named = (
        PlannedChart(
            place=place,
            name=name,
            title=title_of(catalogue, chart, group),
            make=partial(_chart, catalogue, name, chart, group, system),
        )
        for place, name, chart, group in _groups(catalogue, rows)
        if _count_publications(chart, group) > 1
    )
    return heapq.merge(named, statistical_charts(catalogue, rows, system), key=attrgetter("place"))


def chart(catalogue: Catalogue, rows: pd.DataFrame, name: str, system: str = "printed") -> Chart | None:
    """The chart of this name among those of the rows, the strip among them, and those of one figure.

    None where they have no such chart.
    """
    if name == STRIP:
        return strip(catalogue, rows)
    groups = (
        _chart(catalogue, name, chart, group, system)
        for _, found, chart, group in _groups(catalogue, rows)
        if found == name and _count_publications(chart, group)
    )
    by_statistics = (each.make() for each in statistical_charts(catalogue, rows, system) if each.name == name)
    return next(chain(groups, by_statistics), None)


def with_distinct_titles(charts: Sequence[Chart]) -> tuple[Chart, ...]:
    """The charts, those of one title with what tells them apart in it: topic, kind, statistic, unit or name."""
    titles = distinct_names(
        {
            chart.name: (
                chart.title,
                chart.figures[0].topic,
                chart.figures[0].kind,
                chart.figures[0].statistic,
                chart.unit and f"in {chart.unit}",
            )
            for chart in charts
        }
    )
    return tuple(replace(chart, title=titles[chart.name]) for chart in charts)


def chart_names(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[str, ...]:
    """The names of all charts of the rows, without making them."""
    named = (name for _, name, chart, group in _groups(catalogue, rows) if _count_publications(chart, group))
    return (*named, *(each.name for each in statistical_charts(catalogue, rows, "printed")), STRIP)


def _groups(catalogue: Catalogue, rows: pd.DataFrame) -> Iterator[tuple[float, str, str, pd.DataFrame]]:
    """Each chart that indicators name: its place among the headlines, its name, the sort of chart, and its rows."""
    indicators = catalogue.indicators
    rows = rows[~rows["indicator"].isin(chosen_indicators(catalogue))]
    families = heads_of(catalogue, rows)
    grouped = rows.assign(
        _chart=families.map(indicators["chart"]),
        _order=families.map(indicators["order"]).fillna(float("inf")),
        _kind=families.map(indicators["kind"]),
        _rate=families.map(indicators["statistic"]) == RATE,
    )
    grouped = grouped[grouped["_chart"].isin(LAYERS)].sort_values("_order", kind="stable")
    for (chart, kind, topic, rate), group in grouped.groupby(
        ["_chart", "_kind", "topic", "_rate"], sort=False, observed=True
    ):
        name = _names_of_groups(catalogue)[(str(chart), str(kind), str(topic), *(["rate"] if rate else []))]
        yield group["_order"].min(), name, str(chart), group[rows.columns]


@kept()
def _names_of_groups(catalogue: Catalogue) -> Mapping[tuple[str, ...], str]:
    """The name of the chart of each group, by chart, kind, topic and whether it is of rates: *stages-troops-troops*.

    A hyphen joins them. Ids have hyphens of their own, so two groups could have one name: a dot joins those.
    """
    indicators = catalogue.indicators
    names, heads = zip(*chart_heads(catalogue), strict=True) if len(indicators) else ((), ())
    columns = (indicators.loc[list(heads), column] for column in ("chart", "kind", "statistic"))
    groups = {
        (str(chart), str(kind), str(topic), *(["rate"] if statistic == RATE else []))
        for chart, kind, statistic, topic in zip(*columns, indicators.loc[list(names), "topic"], strict=True)
    }
    counts = Counter(map("-".join, groups))
    return {group: ("-" if counts["-".join(group)] == 1 else ".").join(group) for group in groups}


def _chart(catalogue: Catalogue, name: str, chart: str, rows: pd.DataFrame, system: str) -> Chart:
    of_subject = (rows["role"] == SUBJECT).all()
    build = _chart_of_subject if of_subject else chart_beside_record
    return build(catalogue, chart, name, rows, system, title_of(catalogue, chart, rows))


def _count_publications(chart: str, rows: pd.DataFrame) -> int:
    """How many publications have a mark: rows with a number and, in a chart over time, with dates.

    Rows that are most likely the same publication count once.
    """
    dated = rows[_DATES.get(chart, [])].notna().all(axis=1)
    alone = ~rows["same_as"].isin(rows["id"])
    return int((alone & dated & rows[["value", "upper"]].notna().any(axis=1)).sum())


def _chart_of_subject(
    catalogue: Catalogue, chart: str, name: str, rows: pd.DataFrame, system: str, title: str
) -> Chart:
    observations = catalogue.observations(rows.head(MOST))
    figures = figures_from(catalogue, observations, system)
    # An axis has one unit: that of the first figure, into which the others of its kind are converted.
    axis_unit = catalogue.units.in_system(observations[0].unit, system)
    values = [
        datum(figure, observation, catalogue.units.factor(observation.unit, axis_unit))
        for figure, observation in zip(figures, observations, strict=True)
    ]
    unit = unit_words(catalogue, observations[0], axis_unit)
    titled = len({figure.title for figure in figures}) > 1
    for figure, value in zip(figures, values, strict=True):
        # An order of magnitude is printed with what it counts.
        number = f"{figure.number}: {figure.title}" if titled and value["value"] is not None else figure.phrase
        value["label"] = " · ".join((number, said_and_counted_by(catalogue, figure), figure.status))
    row = _ROW_HEIGHT + LABEL_LINE * (label_lines(values) - 1)
    height = len(values) * row + AXIS if chart in BY_ROW else _HEIGHT
    spec = specification(LAYERS[chart](values, unit), height)
    crowded = any(value.get("lifted", 0) is None for dataset in spec["datasets"].values() for value in dataset)
    described = (
        f"{figure.title}: {figure.phrase}, {figure.source_words}, {figure.status}, {dates_in_words(figure)}."
        for figure in figures
    )
    return Chart(
        name=name,
        title=title,
        unit=unit,
        spec=spec,
        alt=" ".join([f"Chart in {unit}.", *described]),
        key=(
            *_key(values, chart),
            *([_CROWDED] if crowded else []),
            *([] if chart in BY_ROW else [sources_line(catalogue, figures)]),
            *(assumed_dates(figures, (chart,)) if chart in _DATES else ()),
            *(() if chart == "issued" else shared_caveats(figures)),
            *left_out_lines(len(rows)),
        ),
        figures=figures,
    )


def _key(values: list[Value], chart: str) -> Iterator[str]:
    """How to read the marks of a chart, a line for each sort of mark in it."""
    yield from bound_key(values)
    if any(value["about"] for value in values):
        yield "Dashed ring: approximate." if chart in BY_ROW else "Dashed edge or ring: approximate."
    if any(value["expected"] and value["value"] is not None for value in values) and chart in BY_ROW:
        mark = "Dashed edge" if chart == "level" else "Square on a dashed line"
        yield f"{mark}: a forecast, a plan, or under a condition."
    if not all(value["named"] for value in values):
        yield f"{'Faint' if chart in _BARS else 'Hollow'}: the source is not named."
    dated = {value["id"] for value in values if None not in (value["issued_start"], value["value"])}
    if chart == "issued" and any(value["id"] in dated and value["updates"] in dated for value in values):
        yield "Dashed line and step: the later number is printed as an update of the earlier; not to be added."
    if chart == "issued" and any(
        value["id"] in dated and value["issued_end"] - value["issued_start"] > DAY for value in values
    ):
        yield "Bar across a point: no day is stated, only that time."
    if any(value["value"] is None for value in values):
        yield "Without a mark: an order of magnitude, no number."
