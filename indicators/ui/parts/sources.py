"""Parts of the page of sources: who speaks, with what, and who does not."""

import streamlit as st

from indicators import markup
from indicators.render import source_card
from indicators.render.source_card import MOST
from indicators.ui.parts import show as styled
from indicators.ui.shared.site import View


def speaking(view: View) -> None:
    """A card for each source of the selection: what it is, what it claims, what rests on its counting."""
    ids = source_card.speaking(view.rows, view.catalogue)
    styled.show(markup.paragraph(source_card.summary(view.rows, ids), "deck"))
    grid = st.grid("auto", min_column_width=340, border=True)
    for one in ids[:MOST]:
        with grid.cell():
            styled.show(source_card.card(view.catalogue, view.rows, one, view.system, record=view.selection.record))
    if len(ids) > MOST:
        st.write(f"{len(ids) - MOST:,} more sources are not listed here; choose by source to see them.")


def missing(view: View) -> None:
    """The voices that the documents lack, and on what ground the editor says so."""
    absent = source_card.absent(view.catalogue, record=view.selection.record)
    if not absent:
        return
    st.header("Whose voice is missing")
    grid = st.grid("auto", min_column_width=300, border=True)
    for card in absent:
        with grid.cell():
            styled.show(card)
