"""Parts of the first page: what it is about, the headline cards, the charts, the other figures.

Of few elements: each costs the reader's browser about as much as a whole card does.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import streamlit as st

from indicators import markup
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.columns import look_up, rows_with
from indicators.figures.figure import Figure, figures_of
from indicators.figures.selection import Selection
from indicators.render import provenance_card
from indicators.ui.parts import downloads
from indicators.ui.parts import show as styled
from indicators.ui.shared import cached_cards, cached_charts, links
from indicators.ui.shared.site import View

MOST = 60
"""As many figures as the page lists below the charts; the page Figures has them all."""


def top(view: View) -> None:
    """What the dashboard is about, what is shown of it, and a card for each headline."""
    st.title(view.catalogue.descriptor.title)
    styled.show(*cached_cards.masthead_and_cards(view.catalogue, view.catalogue.folder, view.selection, view.system))


def charts(view: View) -> None:
    """The charts of the selection, each with its unit and how to read it."""
    specs = cached_charts.specs(view.catalogue, view.catalogue.folder, view.selection, view.system)
    if not specs:
        return
    left_out = ""
    if len(view.rows) > cached_charts.MANY:
        left_out = "Of so many figures the charts show the headlines alone. Select fewer to see others."
    elif len(specs) >= cached_charts.MOST:
        left_out = f"At most {cached_charts.MOST} charts are drawn. Select fewer figures to see others."
    styled.show(markup.section("Charts"), markup.paragraph(left_out, "quiet") if left_out else "")
    grid = st.grid(2, min_column_width=420, gap=("medium", "medium"))
    for one, spec in specs:
        with grid.cell(column_span=1 if one.unit else "all"):
            unit = markup.paragraph(f"in {one.unit}", "quiet") if one.unit else ""
            styled.show(f"<h3>{markup.text(one.title)}</h3>", unit)
            st.vega_lite_chart(spec=spec, alt=one.alt, width="stretch")
            styled.show(*(markup.paragraph(line, "quiet") for line in one.key), downloads.chart(view, one))


def lists(view: View) -> None:
    """The figures without a card, and those of the record."""
    styled.show(*_lists(view.catalogue, view.rows, view.catalogue.folder, view.selection, view.system))


@st.cache_resource(max_entries=200, show_spinner=False)
def _lists(
    _catalogue: Catalogue, _rows: pd.DataFrame, source: Path, selection: Selection, system: str
) -> tuple[str, str]:
    """HTML of both, each empty where there is none; ``source`` tells whose catalogue it is."""
    ways_on = links.parameters(selection, system)
    return _others(_catalogue, _rows, system, ways_on), _in_the_record(_catalogue, _rows, system)


def _others(catalogue: Catalogue, rows: pd.DataFrame, system: str, ways_on: list[tuple[str, str]]) -> str:
    order = look_up(rows["indicator"], catalogue.indicators["order"]).to_numpy()
    rest = np.flatnonzero(np.isnan(order) & (rows["role"] == SUBJECT).to_numpy())
    if not rest.size:
        return ""
    cells = (
        _cells(one, markup.text(one.status), markup.text(one.period))
        for one in figures_of(catalogue, rows.take(rest[:MOST]), system)
    )
    left_out = f" ({len(rest) - MOST:,} more than are listed here)" if len(rest) > MOST else ""
    return "".join(
        [
            markup.section("Other figures in the text"),
            markup.table(("Figure", "What it measures", "Source", "Status", "Covers"), cells),
            links.way("Figures", f"Every figure, each with its record{left_out}", ways_on),
        ]
    )


def _in_the_record(catalogue: Catalogue, rows: pd.DataFrame, system: str) -> str:
    """Each with the page on which it was read."""
    # Those of the subject stand first.
    rows = rows.iloc[rows_with(rows["role"], SUBJECT).size :]
    if rows.empty:
        return ""
    rows = rows.sort_values(["topic", "issued_start_first"], kind="stable")
    cells = (
        _cells(one, markup.text(one.issued), markup.text(one.period), provenance_card.page(catalogue, one.document))
        for one in figures_of(catalogue, rows.head(MOST), system)
    )
    left_out = f"{len(rows) - MOST:,} more are on the page Figures."
    return "".join(
        [
            markup.section("In the public record"),
            markup.paragraph(
                "Other publications of the same quantities. They are not in the text, and are counted and downloaded "
                "only while the record is on.",
                "quiet",
            ),
            markup.table(("Figure", "What it measures", "Source", "Issued", "Covers", "Page"), cells),
            markup.paragraph(left_out, "quiet") if len(rows) > MOST else "",
        ]
    )


def _cells(one: Figure, *further: str) -> tuple[str, ...]:
    """A row of either list: the figure, what it measures and whose it is, then what else is told of it, as HTML."""
    return (
        f"<strong>{markup.text(one.phrase)}</strong>",
        markup.text(one.title),
        markup.text(one.source_short),
        *further,
    )
