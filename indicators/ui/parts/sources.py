"""Parts of the page Sources: who makes the claims, and whose voice is missing."""

import streamlit as st

from indicators import markup
from indicators.render import source_card
from indicators.ui.parts.html import show_html
from indicators.ui.shared.site import View


def speaking(view: View) -> None:
    """A card for each source of the selection: what it is, its claims, what rests on its counting."""
    ids = source_card.speaking(view.rows, view.catalogue)
    show_html(markup.paragraph(source_card.summary(view.rows, ids), "deck"))
    grid = st.grid("auto", min_column_width=340, border=True)
    for source in ids[: source_card.MOST]:
        with grid.cell():
            show_html(source_card.card(view.catalogue, view.rows, source, view.system, record=view.selection.record))
    if len(ids) > source_card.MOST:
        st.write(f"{len(ids) - source_card.MOST:,} more sources are not listed here; choose by source to see them.")


def missing(view: View) -> None:
    """The voices that the documents lack, and on what ground the editor says so."""
    cards = source_card.absent(view.catalogue, record=view.selection.record)
    if not cards:
        return
    st.header("Whose voice is missing")
    grid = st.grid("auto", min_column_width=300, border=True)
    for card in cards:
        with grid.cell():
            show_html(card)
