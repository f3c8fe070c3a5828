"""Parts of the page Sources: who makes the claims, and whose voice is missing."""

from functools import partial

import streamlit as st

from indicators import markup
from indicators.render import source_card
from indicators.render.card_grid import card_grid, card_stacks
from indicators.ui.parts.html import show_html
from indicators.ui.shared import chips, links
from indicators.ui.shared.site import View


def speaking(view: View) -> None:
    """A card for each source of the selection: what it is, its claims, what rests on its counting."""
    ids = source_card.speaking(view.rows, view.catalogue)
    link = partial(links.figure_link, view.selection, view.system)
    cards = {
        source: source_card.card(
            view.catalogue, view.rows, source, view.system, record=view.selection.record, link=link
        )
        for source in ids[: source_card.MOST]
    }
    long = [source for source in cards if source_card.is_long(view.rows, source)]
    show_html(
        markup.paragraph(source_card.summary(view.rows, ids), "deck"),
        chips.source_chips(view.catalogue, view.selection, view.system, "Sources"),
        card_stacks([cards[source] for source in cards if source not in long], wide=[cards[source] for source in long]),
    )
    if len(ids) > source_card.MOST:
        st.write(f"{len(ids) - source_card.MOST:,} more sources are not listed here; choose by source to see them.")


def missing(view: View) -> None:
    """The voices that the documents lack, and on what ground the editor says so."""
    cards = source_card.absent(view.catalogue, record=view.selection.record)
    if not cards:
        return
    show_html(markup.section_heading("Whose voice is missing"), card_grid(cards))
