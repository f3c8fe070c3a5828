"""Parts of the first page: what it is about, the headline cards, the charts, the other figures."""

from itertools import groupby

import numpy as np
import streamlit as st

from indicators import cards, cite, markup, record
from indicators.catalogue import SUBJECT
from indicators.codes import looked_up, rows_of
from indicators.reading import Reading, readings
from indicators.ui import cache, downloads, selection, site, styled
from indicators.ui.site import View

MOST = 60
"""As many figures as the page lists below the charts; the page Figures has them all."""
MOST_ON_CARD = 6
"""As many figures as a card shows."""


def masthead(view: View) -> None:
    """What the dashboard is about, and what is shown of it."""
    about, documents = view.catalogue.descriptor, view.catalogue.documents
    st.title(about.title)
    subjects = documents.index[documents["role"] == SUBJECT]
    styled.show(
        markup.paragraph(about.description, "deck"),
        *(f'<p class="quiet">{_document(view, one)}</p>' for one in subjects[:3]),
        markup.paragraph(selection.summary(view), "quiet"),
    )


def headlines(view: View) -> None:
    """A card for each indicator that has a place among the headlines."""
    order = looked_up(view.rows["indicator"], view.catalogue.indicators["order"])
    placed = np.flatnonzero(~np.isnan(order) & (view.rows["role"] == SUBJECT).to_numpy())
    if not placed.size:
        return
    placed = placed[np.lexsort((view.rows["issued_start_first"].to_numpy()[placed], order[placed]))]
    _, first, counts = np.unique(order[placed], return_index=True, return_counts=True)
    ends = first + np.minimum(counts, MOST_ON_CARD)
    rows = view.rows.take(np.concatenate([placed[start:end] for start, end in zip(first, ends, strict=True)]))
    indicators = view.rows["indicator"].iloc[placed[first]]
    left_out = dict(zip(indicators, counts - MOST_ON_CARD, strict=True))
    grid = st.grid("auto", min_column_width=250, border=True)
    shown = zip(rows["indicator"], readings(view.catalogue, rows, view.system), strict=True)
    for _, group in groupby(shown, key=lambda pair: pair[1].title):
        names, figures = zip(*group, strict=True)
        with grid.cell():
            styled.show(cards.card(list(figures)))
            for one in figures:
                _open(view, one, "Open in full" if len(figures) == 1 else f"Open {one.number} in full")
            more = sum(max(left_out[name], 0) for name in dict.fromkeys(names))
            if more:
                styled.show(markup.paragraph(f"{more:,} more figures of this are on the page Figures.", "quiet"))
            _standing(view, str(names[0]))


def charts(view: View) -> None:
    """The charts of the selection, each with its unit and how to read it."""
    drawn = cache.drawn(view.catalogue, view.catalogue.folder, view.selection, view.system)
    if not drawn:
        return
    st.header("Charts")
    if len(view.rows) > cache.MANY:
        styled.show(
            markup.paragraph(
                "Of so many figures the charts show the headlines alone. Select fewer to see others.", "quiet"
            )
        )
    elif len(drawn) >= cache.MOST_CHARTS:
        styled.show(
            markup.paragraph(
                f"At most {cache.MOST_CHARTS} charts are drawn. Select fewer figures to see others.", "quiet"
            )
        )
    grid = st.grid(2, min_column_width=420, gap=("medium", "medium"))
    specs = cache.specs(view.catalogue, view.catalogue.folder, view.selection, view.system)
    for one, spec in zip(drawn, specs, strict=True):
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


def _standing(view: View, indicator: str) -> None:
    """How the record stands to a headline figure, and the way to it."""
    sentence = record.standing(view.catalogue, indicator)
    if sentence:
        styled.show(markup.paragraph(sentence, "quiet"))
        topic = view.catalogue.text("indicators", indicator, "topic")
        st.page_link(
            site.page("Figures"),
            label="Open the record",
            query_params=selection.query(view, topic=topic),
        )


def _document(view: View, one: str) -> str:
    return markup.link(str(view.catalogue.documents.at[one, "url"]), cite.document(view.catalogue, one, address=False))


def _open(view: View, one: Reading, label: str) -> None:
    st.page_link(site.page("Figures"), label=label, query_params=selection.query(view, figure=one.id))
