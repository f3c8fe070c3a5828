"""Parts of the page Overview: the headline cards, the charts, the other figures.

They are few elements of Streamlit: each costs the reader's browser about as much as a whole card does.
"""

import pandas as pd
import streamlit as st
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.charts import timeline
from indicators.charts.axes import Value
from indicators.charts.chart import Chart
from indicators.columns import rows_with
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.selection import Selection, select
from indicators.figures.summary import said_and_counted_by
from indicators.render import figure_cells, provenance_card
from indicators.render.headlines import other_positions
from indicators.ui.parts.html import plain_text, show_html
from indicators.ui.shared import cached_cards, cached_charts, chart_section, links
from indicators.ui.shared.site import View

_TIMELINE = "_timeline"
MOST = 60
"""Maximum number of figures in each list below the charts; the page Figures has them all."""


def top(view: View) -> None:
    """The title, the masthead and the headline cards."""
    st.title(plain_text(view.catalogue.descriptor.title))
    show_html(*cached_cards.masthead_and_cards(view.catalogue, view.selection, view.system))


def charts(view: View) -> None:
    """The charts of the selection, each with its unit and how to read it, and the timeline behind a click."""
    everything = view.catalogue, view.selection
    specs = cached_charts.specs(*everything, view.system)
    if specs:
        show_html(chart_section.heading(view.count))
        grid = st.grid(2, min_column_width=420, gap=("medium", "medium"))
        alone = cached_charts.have_own_rows([chart for chart, _ in specs])
        for (chart, spec), has_own_row in zip(specs, alone, strict=True):
            with grid.cell(column_span="all" if has_own_row else 1):
                _chart(view, chart, spec)
        if others := chart_section.others(view.catalogue, view.selection, view.system):
            show_html(others)
    if not _has_dates(*everything):
        return
    folded = st.expander(timeline.TITLE, key=_TIMELINE, on_change="rerun")
    if folded.open and (drawn := cached_charts.strip(*everything)):
        with folded:
            _chart(view, *drawn)


def _chart(view: View, chart: Chart, spec: Value) -> None:
    show_html(chart_section.title(chart))
    st.vega_lite_chart(spec=spec, alt=markup.label(chart.alt), width="stretch")
    show_html(chart_section.key(chart, view.selection, view.system))


@kept(1000)
def _has_dates(catalogue: Catalogue, selection: Selection) -> bool:
    return timeline.has_dates(select(catalogue, selection))


def lists(view: View) -> None:
    """The figures that are on no card, then those of the record."""
    show_html(*_lists(view.catalogue, view.selection, view.system))


@kept(200)
def _lists(catalogue: Catalogue, selection: Selection, system: str) -> tuple[Markup, Markup]:
    """Both lists, each empty where it has no figure."""
    rows = select(catalogue, selection)
    return _others(catalogue, rows, system, selection), _record(catalogue, rows, system, selection)


def _others(catalogue: Catalogue, rows: pd.DataFrame, system: str, selection: Selection) -> Markup:
    positions = other_positions(catalogue, rows)
    if not positions.size:
        return markup.EMPTY
    lines = (
        _cells(catalogue, figure, selection, system, figure_cells.date_cell(figure, "period"))
        for figure in figures_of(catalogue, rows.take(positions[:MOST]), system)
    )
    more = f" ({len(positions) - MOST:,} more than are listed here)" if len(positions) > MOST else ""
    return markup.join(
        [
            markup.section_heading("Other figures in the text"),
            markup.table(("Figure", "What it measures", "Source", "Status", "Period"), lines),
            links.page_link("Figures", f"All figures{more}", links.page_parameters(selection, system)),
        ]
    )


def _record(catalogue: Catalogue, rows: pd.DataFrame, system: str, selection: Selection) -> Markup:
    """The figures of the record, each with a link to the page on which it was read."""
    rows = rows.iloc[rows_with(rows["role"], SUBJECT).size :]  # the figures of the subject stand first
    if rows.empty:
        return markup.EMPTY
    rows = rows.sort_values(["topic", "issued_start_first"], kind="stable")
    lines = (
        _cells(
            catalogue,
            figure,
            selection,
            system,
            figure_cells.date_cell(figure, "issued"),
            figure_cells.date_cell(figure, "period"),
            provenance_card.document_link(catalogue, figure.document),
        )
        for figure in figures_of(catalogue, rows.head(MOST), system)
    )
    more = f"{len(rows) - MOST:,} more are on the page Figures."
    return markup.join(
        [
            markup.section_heading("What others published"),
            markup.paragraph(
                "What others published on the same subjects. It is counted and downloaded only while the switch in "
                "Filter is on.",
                "quiet",
            ),
            markup.table(("Figure", "What it measures", "Source", "Status", "Issued", "Period", "Website"), lines),
            markup.paragraph(more, "quiet") if len(rows) > MOST else "",
        ]
    )


def _cells(catalogue: Catalogue, figure: Figure, selection: Selection, system: str, *further: str) -> tuple[str, ...]:
    """The cells of a row in either list: a link to the figure, what it measures, source, status, the further cells."""
    address = links.page_address("Figures", links.page_parameters(selection, system, figure=figure.id))
    return (
        figure_cells.figure_link(figure, address),
        figure_cells.measured(catalogue, figure),
        said_and_counted_by(catalogue, figure),
        figure.status,
        *further,
    )
