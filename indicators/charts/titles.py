"""Titles of the charts that indicators name."""

import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.charts.chart import MOST
from indicators.charts.families import RATE
from indicators.figures.build import figures_of


def title_of(catalogue: Catalogue, chart: str, rows: pd.DataFrame) -> str:
    """The title of a chart of these rows: what all of them measure, or what has several of those measures."""
    figures = figures_of(catalogue, rows.head(MOST))
    titles = {figure.title for figure in figures}
    if len(titles) == 1:
        return titles.pop()
    if (rows["role"] != SUBJECT).any():
        # A part, and a repeated publication, stand in the row of another figure, whose kind names it.
        inside = (rows["part_of"].isin(rows["id"]) | rows["same_as"].isin(rows["id"])).head(MOST)
        units = rows["unit"].head(MOST)
        # The unit of a rate names its kind and its time.
        of_rates = catalogue.indicators.loc[rows["indicator"].iloc[0], "statistic"] == RATE
        kinds = dict.fromkeys(
            catalogue.units.label(unit) if of_rates else figure.kind
            for figure, unit, within in zip(figures, units, inside, strict=True)
            if not within
        )
        return f"{figures[0].topic}: {', and '.join(kinds)}, with what others published"
    return f"{figures[0].topic}, by stage" if chart == "stages" else f"{figures[0].topic}: {figures[0].kind}"
