"""Parts of the page What others published."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.figures.figure import Figure
from indicators.figures.selection import Selection, has_record, select
from indicators.render import figure_cells, others_published
from indicators.ui.parts.html import show_html
from indicators.ui.shared import links
from indicators.ui.shared.site import View


def record(view: View) -> None:
    """Each figure of the selection beside the public record; a sentence where there is nothing to set beside it."""
    if not has_record(view.catalogue):
        st.info("This catalogue has no figures of other publications.")
        return
    show_html(*_content(view.catalogue, view.selection, view.system))


@kept(100)
def _content(catalogue: Catalogue, selection: Selection, system: str) -> tuple[Markup, ...]:
    """The page below its title."""

    def link(figure: Figure) -> Markup:
        return links.figure_link(selection, system, figure.id, figure_cells.amount(figure))

    return others_published.content(catalogue, select(catalogue, replace(selection, record=True)), system, link)
