"""Parts of the first page: what it is about, the headline cards, the charts, the other figures."""

import numpy as np
import streamlit as st

from indicators import markup
from indicators.catalogue import SUBJECT
from indicators.codes import looked_up, rows_of
from indicators.headlines import Front
from indicators.reading import readings
from indicators.ui import address, cache, downloads, drawn, selection, site, styled
from indicators.ui.site import View

MOST = 60
"""As many figures as the page lists below the charts; the page Figures has them all."""


def masthead(view: View) -> None:
    """What the dashboard is about, and what is shown of it."""
    st.title(view.catalogue.descriptor.title)
    styled.show(_front(view).masthead)


def headlines(view: View) -> None:
    """A card for each indicator that has a place among the headlines."""
    shown = _front(view).headlines
    if not shown:
        return
    grid = st.grid("auto", min_column_width=250, border=True)
    for one in shown:
        with grid.cell():
            styled.show(one.card)
            for label, query in address.ways_on(view.selection, view.system, one):
                st.page_link(site.page("Figures"), label=label, query_params=query)


def charts(view: View) -> None:
    """The charts of the selection, each with its unit and how to read it."""
    specs = drawn.specs(view.catalogue, view.catalogue.folder, view.selection, view.system)
    if not specs:
        return
    st.header("Charts")
    if len(view.rows) > drawn.MANY:
        styled.show(
            markup.paragraph(
                "Of so many figures the charts show the headlines alone. Select fewer to see others.", "quiet"
            )
        )
    elif len(specs) >= drawn.MOST:
        styled.show(
            markup.paragraph(f"At most {drawn.MOST} charts are drawn. Select fewer figures to see others.", "quiet")
        )
    grid = st.grid(2, min_column_width=420, gap=("medium", "medium"))
    for one, spec in specs:
        with grid.cell(column_span=1 if one.unit else "all"):
            unit = markup.paragraph(f"in {one.unit}", "quiet") if one.unit else ""
            styled.show(f"<h3>{markup.text(one.title)}</h3>", unit)
            st.vega_lite_chart(spec=spec, alt=one.alt, width="stretch")
            styled.show(*(markup.paragraph(line, "quiet") for line in one.key), downloads.chart(view, one))


def others(view: View) -> None:
    """The figures without a card, as a list."""
    order = looked_up(view.rows["indicator"], view.catalogue.indicators["order"])
    rest = np.flatnonzero(np.isnan(order) & (view.rows["role"] == SUBJECT).to_numpy())
    if not rest.size:
        return
    st.header("Other figures in the text")
    shown = readings(view.catalogue, view.rows.take(rest[:MOST]), view.system)
    styled.show(
        markup.table(
            ("Figure", "What it measures", "Source", "Status", "Covers"),
            (
                (
                    f"<strong>{markup.text(one.phrase)}</strong>",
                    markup.text(one.title),
                    markup.text(one.source_short),
                    markup.text(one.status),
                    markup.text(one.period),
                )
                for one in shown
            ),
        )
    )
    left_out = f" ({len(rest) - MOST:,} more than are listed here)" if len(rest) > MOST else ""
    st.page_link(
        site.page("Figures"), label=f"Every figure, each with its record{left_out}", query_params=selection.query(view)
    )


def in_the_record(view: View) -> None:
    """What the record has of the selection, each with the page on which it was read."""
    # Those of the subject stand first.
    rows = view.rows.iloc[rows_of(view.rows["role"], SUBJECT).size :]
    if rows.empty:
        return
    st.header("In the public record")
    rows = rows.sort_values(["topic", "issued_start_first"], kind="stable")
    shown = readings(view.catalogue, rows.head(MOST), view.system)
    styled.show(
        markup.paragraph(
            "Other publications of the same quantities. They are not in the text, and are counted and downloaded "
            "only while the record is on.",
            "quiet",
        ),
        markup.table(
            ("Figure", "What it measures", "Source", "Issued", "Covers", "Page"),
            (
                (
                    f"<strong>{markup.text(one.phrase)}</strong>",
                    markup.text(one.title),
                    markup.text(one.source_short),
                    markup.text(one.issued),
                    markup.text(one.period),
                    markup.link(
                        view.catalogue.text("documents", one.document, "url"),
                        view.catalogue.text("documents", one.document, "publisher"),
                    ),
                )
                for one in shown
            ),
        ),
    )
    if len(rows) > MOST:
        styled.show(markup.paragraph(f"{len(rows) - MOST:,} more are on the page Figures.", "quiet"))


def _front(view: View) -> Front:
    return cache.front(view.catalogue, view.catalogue.folder, view.selection, view.system)
