"""The top of the first page: what it is about, and a card for each headline with links to its figures."""

from collections.abc import Iterator
from pathlib import Path

import streamlit as st

from indicators.catalogue.model import Catalogue
from indicators.figures.selection import Selection
from indicators.render import headlines
from indicators.render.headlines import Headline
from indicators.ui.shared import links


@st.cache_resource(max_entries=200, show_spinner=False)
def pieces(_catalogue: Catalogue, source: Path, selection: Selection, system: str) -> tuple[str, str]:
    """HTML of what stands below the title and of the cards, which is empty where the selection has no headline.

    In one system of units; ``source`` tells whose catalogue it is.
    """
    front = headlines.front(_catalogue, selection, system)
    cards = "".join(f"<section>{one.card}{''.join(_ways(one, selection, system))}</section>" for one in front.headlines)
    return front.masthead, f'<div class="cards">{cards}</div>' if cards else ""


def _ways(one: Headline, selection: Selection, system: str) -> Iterator[str]:
    """Links from a card to its figures in full, and to the record of its topic."""
    for figure, number in one.figures:
        words = f"Open {number} in full" if len(one.figures) > 1 else "Open in full"
        yield links.way("Figures", words, links.parameters(selection, system, figure=figure))
    if one.topic:
        yield links.way("Figures", "Open the record", links.parameters(selection, system, topic=one.topic))
