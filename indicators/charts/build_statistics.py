"""The charts of series and groups: which a selection has, their titles and descriptions."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

import numpy as np
import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.charts import breakdown_layers, scale, series_layers
from indicators.charts.assumed_dates import assumed_dates
from indicators.charts.axes import AXIS, Domain, Spec, Value
from indicators.charts.chart import MOST, Chart, PlannedChart
from indicators.charts.choice import BARS, FLOWS, Choice, choices, chosen_indicators
from indicators.charts.marks import INK
from indicators.charts.series import Series, overlapping, series_of, time_of
from indicators.charts.shown_groups import groups_shown
from indicators.charts.specification import specification
from indicators.charts.statistical_key import key_lines
from indicators.charts.statistical_values import (
    LABEL_LINE,
    LABEL_SIZE,
    MOST_VALUES,
    differences,
    drawn_values,
    extremes,
    in_lines,
    numbers_of,
    series_names,
    values_of,
)
from indicators.columns import Positions
from indicators.combine.groups import alternatives, dimensions_of
from indicators.figures.amounts import is_one_in, unit_words
from indicators.figures.build import figures_from
from indicators.figures.figure import Figure
from indicators.figures.names import indicator_titles
from indicators.figures.statistics import group_titles
from indicators.measure import period
from indicators.measure.units import PERCENT
from indicators.text.first_letter import with_small

MOST_SERIES = 12
"""Maximum number of series in a chart over time."""
_MOST_READ = 4_000
"""Maximum number of values of an indicator in its charts: the latest ones."""
_READ_AT_ONCE = 300
"""Number of values that are read at once, at least."""
_MOST_DESCRIBED = 40
"""Maximum number of values in the description of a chart."""


def statistical_charts(catalogue: Catalogue, rows: pd.DataFrame, system: str) -> Iterator[PlannedChart]:
    """The charts by series and groups that these rows have.

    They come in the order of the headlines, then of the catalogue.
    """
    for place, choice, beside, read in _planned(catalogue, rows):
        make = partial(_chart, catalogue, choice, beside, read, system)
        yield PlannedChart(place=place, name=choice.name, title=_title(catalogue, choice), make=make)


def _planned(catalogue: Catalogue, rows: pd.DataFrame) -> Iterator[tuple[float, Choice, tuple[Observation, ...], int]]:
    """Each chart with the place of its indicator among the headlines, and the number of its values that were read.

    With it come the values of the charts by group of its indicator, which have one axis.
    """
    for piece in _pieces(_by_place(catalogue, rows)):
        observations = iter(catalogue.observations(rows.take(np.concatenate([positions for _, positions in piece]))))
        for place, positions in piece:
            own = tuple(islice(observations, len(positions)))
            chosen = tuple(choices(catalogue, own[0].indicator, series_of(catalogue, own)))
            by_group = (each for choice in chosen if not choice.over_time for each in _shown(choice))
            beside = tuple(each.latest for each in by_group)
            for choice in chosen:
                yield place, choice, () if choice.over_time else beside, len(own)


def _by_place(catalogue: Catalogue, rows: pd.DataFrame) -> Iterator[tuple[float, Positions]]:
    """The positions of the values of each indicator that is drawn by series and groups, in the order of time.

    Each comes with the place of its indicator among the headlines, by which they are in order.
    """
    positions = rows.reset_index(drop=True).groupby("indicator", observed=True).groups
    chosen = pd.Index([*(chosen_indicators(catalogue) & positions.keys())], dtype="str")
    of_chosen = np.sort(catalogue.indicators.index.get_indexer(chosen))
    places = catalogue.indicators["order"].iloc[of_chosen].fillna(float("inf")).sort_values(kind="stable")
    starts = rows["period_start_first"].to_numpy()
    for indicator, place in places.items():
        own = positions[indicator].to_numpy()
        yield float(place), own[np.argsort(starts[own], kind="stable")][-_MOST_READ:]


def _pieces(indicators: Iterable[tuple[float, Positions]]) -> Iterator[list[tuple[float, Positions]]]:
    """The indicators, as many at a time as have _READ_AT_ONCE values: to read few values takes as long as hundreds."""
    piece: list[tuple[float, Positions]] = []
    count = 0
    for place, positions in indicators:
        piece.append((place, positions))
        count += len(positions)
        if count >= _READ_AT_ONCE:
            yield piece
            piece, count = [], 0
    if piece:
        yield piece


def _chart(catalogue: Catalogue, choice: Choice, beside: Sequence[Observation], read: int, system: str) -> Chart:
    """The chart of a choice among ``read`` values of its indicator, on an axis that has room for those ``beside`` it.

    A bar is as long in one chart of an indicator as in another.
    """
    shown = _shown(choice)
    drawn = [drawn_values(each, over_time=choice.over_time) for each in shown]
    ids = dict.fromkeys(each.id for each in chain.from_iterable(drawn))
    figures = {each.id: each for each in figures_from(catalogue, chain.from_iterable(drawn), system)}
    # An axis has one unit: that of the first value, into which the others of its kind are converted.
    axis_unit = catalogue.units.in_system(drawn[0][0].unit, system)
    if drawn[0][0].statistic == "ratio" and PERCENT in catalogue.units.names and is_one_in(catalogue, axis_unit):
        axis_unit = PERCENT
    units = dict.fromkeys(each.unit for each in chain.from_iterable(drawn))
    factors = {unit: catalogue.units.factor(unit, axis_unit) for unit in units}
    times = {time_of(each.latest).text for each in shown}
    series = [
        values_of(each, observations, name, figures, factors, dated=choice.over_time or len(times) > 1)
        for each, observations, name in zip(shown, drawn, series_names(catalogue, shown), strict=True)
    ]
    statistic = shown[0].latest.statistic
    rolling = choice.over_time and any(overlapping(each.current) for each in shown)
    if rolling:  # bars would stand over each other
        series = [[{**value, "middle": value["end"]} for value in values] for values in series]
    bars = statistic in (FLOWS if choice.over_time else BARS) and not rolling
    values = list(chain.from_iterable(series))
    of_axis = [numbers_of(each, catalogue.units.factor(each.unit, axis_unit)) for each in beside]
    ends = scale.domain([*values, *of_axis], with_zero=bars)
    if not choice.over_time and scale.has_zero(ends) and not any(value["interval_low"] is not None for value in values):
        bars = True  # a length from zero says how much; an interval stands around a point
    unit = unit_words(catalogue, drawn[0][0], axis_unit)
    title = _title(catalogue, choice)
    return Chart(
        name=choice.name,
        title=title,
        unit=unit,
        spec=_over_time(series, ends, bars=bars) if choice.over_time else _by_group(values, ends, bars=bars),
        alt=_description(title, unit, values, figures),
        key=(
            *key_lines(choice, list(chain.from_iterable(drawn)), values, bars=bars),
            *(("A point stands at the end of its period.",) if rolling else ()),
            *(() if scale.has_zero(ends) else ("The axis does not begin at zero.",)),
            *(assumed_dates(tuple(figures[each] for each in ids), ("period",)) if choice.over_time else ()),
            *groups_shown(catalogue, choice.dimensions, shown),
            *_left_out(choice, len(shown), read),
        ),
        figures=tuple(figures[each] for each in ids),
    )


def _by_group(values: list[Value], ends: Domain, *, bars: bool) -> Spec:
    """The specification of a chart with a row for each value."""
    layers = breakdown_layers.rows(values, ends, bars=bars)
    return specification(layers, breakdown_layers.height(values) + AXIS)


def _over_time(series: list[list[Value]], ends: Domain, *, bars: bool) -> Spec:
    """The specification of a chart over time: of one series with its extremes in words above it, or of several."""
    marked = {value["id"] for values in series for _, value in extremes(values)}
    series = [[{**value, "marked": value["id"] in marked} for value in values] for values in series]
    if len(series) > 1:
        # The label of a row is that of the latest value that was observed, of a scenario that of the last.
        latest = [next((each for each in reversed(values) if not each["expected"]), values[-1]) for values in series]
        labelled = [
            [{**value, "label": of_row["label"]} for value in values]
            for values, of_row in zip(series, latest, strict=True)
        ]
        height = series_layers.row_height(labelled) * len(labelled) + AXIS
        return specification(series_layers.several(labelled, ends, bars=bars), height)
    texts = (f"{word}, {value['when']}: {value['figure']}" for word, value in extremes(series[0]))
    lines = [line for text in texts for line in in_lines(text)]
    layers = series_layers.single(series[0], ends, bars=bars)
    look = {"anchor": "start", "fontSize": LABEL_SIZE, "fontWeight": "normal", "color": INK, "lineHeight": LABEL_LINE}
    return {
        **specification(layers, series_layers.HEIGHT + LABEL_LINE * len(lines) + AXIS),
        "title": {"text": lines, **look},
    }


def _shown(choice: Choice) -> Sequence[Series]:
    """The series of a chart that are drawn."""
    return choice.series[: MOST_SERIES if choice.over_time else MOST]


def _title(catalogue: Catalogue, choice: Choice) -> str:
    """The indicator, its group or by what its values are told apart, and the period where all values have one."""
    shown = _shown(choice)
    (indicator,) = {each.latest.indicator for each in shown}
    groups = [frozenset(each.groups) for each in shown]
    of_scenarios = dimensions_of(catalogue, frozenset().union(*(alternatives(catalogue, each) for each in groups)))
    by = (*choice.dimensions, *(sorted(of_scenarios) if len(set(groups)) > 1 else ()))
    dimensions = [_lowered(catalogue.text("dimensions", each, "title")) for each in by]
    told_apart = dimensions or differences(shown)
    times = {time_of(each.latest).text for each in shown}
    # The labels of one series over time name no group.
    group = group_titles(catalogue, shown[0].groups) if choice.over_time and len(shown) == 1 else ""
    parts = (
        ": ".join(filter(None, (indicator_titles(catalogue)[indicator], group))),
        f"by {' and '.join(told_apart)}" if told_apart and not group else "",
        "over time" if choice.over_time else period.words(*times) if len(times) == 1 and any(times) else "",
    )
    return ", ".join(filter(None, parts))


def _lowered(title: str) -> str:
    """A title inside a sentence; one that begins with an abbreviation as it is."""
    return title if title[1:2].isupper() else with_small(title)


def _description(title: str, unit: str, values: Sequence[Value], figures: dict[str, Figure]) -> str:
    """The chart in words: each value with its label, source and status."""
    described = (
        f"{value['label'].replace(chr(10), ' ')}, {figures[value['id']].source_words}, {value['status']}"
        f"{'' if value['current'] else ', since revised'}."
        for value in values[-_MOST_DESCRIBED:]
    )
    more = len(values) - _MOST_DESCRIBED
    return " ".join([f"Chart in {unit}. {title}.", *([f"{more:,} earlier values."] if more > 0 else []), *described])


def _left_out(choice: Choice, shown: int, read: int) -> Iterator[str]:
    """What the chart leaves out."""
    if len(choice.series) > shown:
        yield f"The first {shown} of {len(choice.series):,} groups are drawn."
    if choice.over_time and any(len(each.current) > MOST_VALUES for each in choice.series):
        yield f"Of each group the latest {MOST_VALUES} values are drawn."
    if read == _MOST_READ:
        yield f"The latest {_MOST_READ:,} values of the indicator were read."
