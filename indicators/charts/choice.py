"""Which charts an indicator has, by its fields and the values it has, and the series that each shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import CHANGE_STATISTICS
from indicators.charts.series import Series, time_of
from indicators.columns import look_up
from indicators.combine.groups import Groups, alternatives, dimensions_of

OF_STATISTICS = frozenset({"change", "percent_change", "share", "ratio", "index", "mean", "median", "quantile"})
"""Statistics whose values are drawn by series and groups, whatever chart the indicator names."""
FLOWS = frozenset({*CHANGE_STATISTICS, "total"})
"""Statistics whose values each belong to a period of their own, and are drawn as bars over time and not as a line."""
BARS = frozenset({*CHANGE_STATISTICS, "total", "share", "running_total"})
"""Statistics whose amount is a length from zero in a row for each group."""
_FEWEST_PERIODS = 3
"""Number of periods from which the values of any indicator that names no chart are a series."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A chart of one indicator: over time or, a row each, of the latest values; ``dimensions`` are those of its groups.

    ``name`` is unique in the catalogue and does not depend on the selection.
    """

    name: str
    dimensions: tuple[str, ...]
    over_time: bool
    series: tuple[Series, ...]


def choices(catalogue: Catalogue, indicator: str, series: Sequence[Series]) -> Iterator[Choice]:
    """The charts of an indicator with these series: for all and for the groups of each dimension, where they compare.

    A single value is drawn only for its interval, or for its ends if it is a range. Scenarios and other alternatives
    stand in one chart with what was observed.
    """
    by_dimensions: dict[tuple[str, ...], list[Series]] = {}
    for each in series:
        by_dimensions.setdefault(_dimensions(catalogue, each), []).append(each)
    of_all = by_dimensions.pop((), [])
    drawn = False
    for dimensions, members in [((), of_all), *by_dimensions.items()]:
        suffix = f".{'.'.join(dimensions)}" if dimensions else ""
        timed = _over_time(catalogue, members)
        if timed:
            drawn = True
            yield Choice(name=f"series-{indicator}{suffix}", dimensions=dimensions, over_time=True, series=timed)
        beside = [*members, *_beside(of_all, members)] if dimensions else members
        if len(beside) > 1 and (dimensions or not timed):
            drawn = True
            ordered = tuple(_in_order(catalogue, beside))
            yield Choice(name=f"groups-{indicator}{suffix}", dimensions=dimensions, over_time=False, series=ordered)
    if not drawn and any(_has_width(each) for each in series):
        ordered = tuple(_in_order(catalogue, series))
        yield Choice(name=f"values-{indicator}", dimensions=(), over_time=False, series=ordered)


@kept()
def chosen_indicators(catalogue: Catalogue) -> frozenset[str]:
    """The indicators that are drawn by series and groups.

    They are those with a statistic of OF_STATISTICS, with groups, published intervals or vintages, and those that name
    no chart and have values of three periods or more.
    """
    figures, indicators = catalogue.figures, catalogue.indicators
    marked = figures[["groups", "interval_lower", "vintage"]].notna().any(axis=1)
    without_chart = look_up(figures["indicator"], indicators["chart"]).isna()
    dated = figures.loc[without_chart & figures["period_start_first"].notna(), ["indicator", "period"]]
    periods = dated.drop_duplicates()["indicator"].value_counts()
    return frozenset(
        {
            *map(str, indicators.index[indicators["statistic"].isin(OF_STATISTICS)]),
            *map(str, figures.loc[marked, "indicator"].unique()),
            *map(str, periods.index[periods >= _FEWEST_PERIODS]),
        }
    )


@kept()
def _order_of_groups(catalogue: Catalogue) -> Mapping[object, float]:
    """The place of each group that has one."""
    return catalogue.groups["order"].dropna().to_dict()


def _dimensions(catalogue: Catalogue, series: Series) -> tuple[str, ...]:
    """The dimensions by which a chart of the series breaks down: those of its groups, but alternatives."""
    return tuple(sorted(dimensions_of(catalogue, frozenset(series.groups) - _alternatives(catalogue, series))))


def _alternatives(catalogue: Catalogue, series: Series) -> Groups:
    return alternatives(catalogue, frozenset(series.groups))


def _over_time(catalogue: Catalogue, members: Sequence[Series]) -> tuple[Series, ...]:
    """The series that are drawn over time; beside one, alternatives are drawn with a single date too."""
    timed = [each for each in members if _is_over_time(each)]
    if timed and any(_alternatives(catalogue, each) for each in members):
        timed = [each for each in members if any(time_of(value).dated for value in each.current)]
    return tuple(_in_order(catalogue, timed))


def _is_over_time(series: Series) -> bool:
    """Whether it has values of two periods or vintages."""
    dated = [value for value in series.current if time_of(value).dated]
    return len(dated) > 1 or bool(dated and series.superseded)


def _beside(of_all: Sequence[Series], members: Sequence[Series]) -> Iterator[Series]:
    """The values of the whole for which groups have values of the same time and adjustment."""
    alike = {_likeness(each) for each in members}
    return (each for each in of_all if _likeness(each) in alike)


def _likeness(series: Series) -> tuple[str, ...]:
    return (series.source, series.season, series.prices, time_of(series.latest).text)


def _has_width(series: Series) -> bool:
    """Whether its latest value is published with an interval, or is a range."""
    return series.latest.interval_lower is not None or series.latest.qualifier == "between"


def _in_order(catalogue: Catalogue, series: Sequence[Series]) -> list[Series]:
    """The series in the order of a chart: that of all, then each group, followed by the groups that are parts of it.

    Groups without an order of their own stand after the others, from the largest to the smallest value.
    """
    order = _order_of_groups(catalogue)

    def own_place(each: Series) -> tuple[float, float]:
        number = each.latest.upper if each.latest.value is None else each.latest.value
        first = min((order.get(group, inf) for group in each.groups), default=-inf)
        return first, inf if number is None else -number

    places = {each.groups: own_place(each) for each in reversed(series)}

    def place(each: Series) -> tuple[tuple[float, float], ...]:
        wholes = {group: catalogue.text("groups", group, "part_of") for group in each.groups}
        whole = tuple(wholes[group] or group for group in each.groups)
        return (places[whole], own_place(each)) if whole != each.groups and whole in places else (own_place(each),)

    return sorted(series, key=place)
