"""The top of the first page, cached: what it is about, and a card with links for each headline."""

from collections.abc import Iterator
from pathlib import Path

import streamlit as st

from indicators.catalogue.model import Catalogue
from indicators.figures.selection import Selection
from indicators.render import headlines
from indicators.render.headlines import Headline
from indicators.ui.shared import links


@st.cache_resource(max_entries=200, show_spinner=False)
def masthead_and_cards(_catalogue: Catalogue, source: Path, selection: Selection, system: str) -> tuple[str, str]:
    """HTML of the masthead and of the headline cards; no cards where the selection has no headline.

    Numbers are in one ``system`` of units. ``source`` is the folder of the catalogue, by which the cache knows it.
    """
    front = headlines.front(_catalogue, selection, system)
    cards = "".join(
        f"<section>{headline.card}{''.join(_links(headline, selection, system))}</section>"
        for headline in front.headlines
    )
    return front.masthead, f'<div class="cards">{cards}</div>' if cards else ""


def _links(headline: Headline, selection: Selection, system: str) -> Iterator[str]:
    """Links from a card to its figures in full, and to the public record of its topic."""
    for figure, number in headline.figures:
        words = f"Open {number} in full" if len(headline.figures) > 1 else "Open in full"
        yield links.way("Figures", words, links.parameters(selection, system, figure=figure))
    if headline.topic:
        yield links.way("Figures", "Open the record", links.parameters(selection, system, topic=headline.topic))
