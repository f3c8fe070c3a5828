"""The menu of the pages: links with the selection in them, so that a page opens with it, in a tab of its own too."""

import json

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.figures.selection import Selection, positions
from indicators.render.headlines import summary
from indicators.ui.parts import address_bar
from indicators.ui.parts.html import show_html
from indicators.ui.shared import links, site
from indicators.ui.shared.site import View


def show_menu(view: View, current: str) -> None:
    """A link to each page; the link to the page with the title ``current`` is marked.

    It holds the number of figures shown, so that ``after_run.js`` tells a screen reader when it changes, and the
    address that the page was drawn for, by which ``links.js`` knows that a page is drawn.
    """
    items, shown = _items(view.catalogue, view.selection, view.system, current)
    path = "" if current == site.FIRST else site.path(current)
    drawn = json.dumps([path, address_bar.pairs()])
    show_html(markup.element("nav", items, class_="menu", aria_label="Pages", data_shown=shown, data_drawn=drawn))


@kept(1000)
def _items(catalogue: Catalogue, selection: Selection, system: str, current: str) -> tuple[Markup, str]:
    """The links, and the number of figures in words."""
    parameters = links.page_parameters(selection, system)
    items = markup.join(
        markup.element(
            "a",
            title,
            class_="way",
            href=links.page_address(title, parameters),
            aria_current="page" if title == current else None,
        )
        for title in site.menu(catalogue)
    )
    roles = catalogue.figures[["role"]].take(positions(catalogue, selection))
    return items, summary(catalogue, selection, roles)
