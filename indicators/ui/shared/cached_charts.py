"""The charts of a selection, cached: made once for all readers."""

from collections.abc import Sequence
from itertools import islice

import numpy as np
from markupsafe import Markup

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.charts import build, image, timeline
from indicators.charts.axes import Value
from indicators.charts.chart import Chart
from indicators.columns import look_up
from indicators.figures.selection import Selection, select
from indicators.ui.shared import hooks

MANY = 20_000
"""Number of figures above which only charts of headlines are made."""
MOST = 8
"""Maximum number of charts on a page."""
_ALIKE = 1.5
"""How many times as high as another a chart may be beside it: below the lower one the page is empty."""
MOST_LISTED = 24
"""Maximum number of further charts that the page lists."""

hooks.skip_altair_checks()


def charts(catalogue: Catalogue, selection: Selection, system: str) -> tuple[Chart, ...]:
    """The charts of a selection that compare figures, MOST at most; above MANY figures, those of headlines only.

    Numbers are in one ``system`` of units.
    """
    return _charts_and_others(catalogue, selection, system)[0]


def left_out(catalogue: Catalogue, selection: Selection, system: str) -> tuple[tuple[str, str], ...]:
    """Name and title of the charts after those MOST, as many as are listed; above MANY figures, those of headlines."""
    return _charts_and_others(catalogue, selection, system)[1]


@kept(200)
def _charts_and_others(
    catalogue: Catalogue, selection: Selection, system: str
) -> tuple[tuple[Chart, ...], tuple[tuple[str, str], ...]]:
    rows = select(catalogue, selection)
    if len(rows) > MANY:
        order = look_up(rows["indicator"], catalogue.indicators["order"]).to_numpy()
        rows = rows.take(np.flatnonzero(~np.isnan(order)))
    planned = build.planned_charts(catalogue, rows, system)
    drawn = [each.make() for each in islice(planned, MOST)]
    others = tuple((each.name, each.title) for each in islice(planned, MOST_LISTED + 1))
    return build.with_distinct_titles(drawn), others


@kept(200)
def strip(catalogue: Catalogue, selection: Selection) -> tuple[Chart, Value] | None:
    """The chart of periods and dates of issue with its specification, as ``specs`` has it; None without a date."""
    chart = timeline.strip(catalogue, select(catalogue, selection))
    return (chart, _with_arrow(chart.spec)) if chart else None


@kept(200)
def specs(catalogue: Catalogue, selection: Selection, system: str) -> tuple[tuple[Chart, Value], ...]:
    """Each of these charts with its Vega-Lite specification, whose data are bytes of Arrow.

    Streamlit would convert the data again at every run of the page.
    """
    return tuple((chart, _with_arrow(chart.spec)) for chart in charts(catalogue, selection, system))


@kept(200)
def drawings(
    catalogue: Catalogue, selection: Selection, system: str, width: int, width_alone: int
) -> tuple[tuple[Chart, Markup], ...]:
    """Each of these charts with a drawing of it as SVG.

    It is ``width`` pixels wide, or ``width_alone`` where it has a row for itself.
    """
    shown = charts(catalogue, selection, system)
    widths = (width_alone if alone else width for alone in have_own_rows(shown))
    return tuple(
        (chart, Markup(image.inline(chart, f"drawing-{number}", pixels)))
        for number, (chart, pixels) in enumerate(zip(shown, widths, strict=True))
    )


def have_own_rows(charts: Sequence[Chart]) -> list[bool]:
    """For each chart whether it is as wide as the page: two of them share a row where they are about as high."""
    heights = [chart.spec["height"] for chart in charts]
    alone: list[bool] = []
    while len(alone) < len(heights):
        pair = heights[len(alone) : len(alone) + 2]
        share = len(pair) == 2 and max(pair) <= _ALIKE * min(pair)
        alone += [False, False] if share else [True]
    return alone


def _with_arrow(spec: Value) -> Value:
    datasets = {name: hooks.arrow_bytes(data) for name, data in spec.get("datasets", {}).items()}
    return {**spec, "datasets": datasets}
