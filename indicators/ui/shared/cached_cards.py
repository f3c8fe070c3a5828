"""The top of the first page: the masthead, and a card for each headline with links to its figures."""

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.figures.selection import Selection, select
from indicators.render.headlines import HeadlineCard, headline_cards, masthead
from indicators.ui.shared import links


@st.cache_resource(max_entries=200, show_spinner=False)
def masthead_and_cards(_catalogue: Catalogue, digest: str, selection: Selection, system: str) -> tuple[Markup, Markup]:
    """The masthead, and the cards in one system of units, empty where the selection has no headline.

    ``digest`` is that of the catalogue, for which it stands in the key of the cache.
    """
    rows = select(_catalogue, selection)
    cards = (
        markup.join([card.html, *_links(card, selection, system)]) for card in headline_cards(_catalogue, rows, system)
    )
    return masthead(_catalogue, selection, rows), markup.card_grid(cards)


def _links(card: HeadlineCard, selection: Selection, system: str) -> Iterator[Markup]:
    """Links from a card to each of its figures in full, and to the figures of the record on its topic."""
    for figure, name in card.figures:
        text = f"Details and sources of {name}" if len(card.figures) > 1 else "Details and sources"
        yield links.page_link("Figures", text, links.page_parameters(selection, system, figure=figure))
    if card.topic:
        yield links.page_link(
            "Figures", "What others published", links.page_parameters(selection, system, topic=card.topic)
        )
