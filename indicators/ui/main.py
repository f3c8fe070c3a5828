"""The script that Streamlit runs at every visit: page settings, catalogue, selection, then the page itself."""

import streamlit as st

from indicators.errors import CatalogueError
from indicators.paths import PACKAGE
from indicators.ui.parts.filter_panel import show_filter_panel
from indicators.ui.parts.html import load_style_sheets
from indicators.ui.parts.menu import show_menu
from indicators.ui.parts.problems import show_changes, show_problems
from indicators.ui.shared import hooks, served_catalogue, site

# Before the router: without an icon of its own, a page takes one from another host.
st.set_page_config(
    page_title="Indicators",
    page_icon=str(PACKAGE / "ui" / "icon.svg"),
    layout="wide",
    menu_items={
        "About": "Figures with their bounds, units, sources and caveats. The page Method says how to read them."
    },
)
page = st.navigation(site.pages(), position="hidden")
if not hooks.PAGE.available():  # else the style sheet is in the page that the server sends
    load_style_sheets()
try:
    catalogue = served_catalogue.current().catalogue()
except CatalogueError as error:
    show_problems(error)
else:
    site.set_title(page.title, catalogue.descriptor.title)
    place_of_menu = st.container(key="menu")
    show_changes(served_catalogue.current().served)
    view = show_filter_panel(catalogue, page.url_path)
    with place_of_menu:
        show_menu(view, page.title)
    site.hand_over(view)
    page.run()
