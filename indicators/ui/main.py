"""The script of every visit: the page's settings, the catalogue, the selection, then the page asked for."""

import streamlit as st

from indicators.errors import CatalogueError
from indicators.paths import PACKAGE
from indicators.ui.parts import problems
from indicators.ui.parts import show as styled
from indicators.ui.parts import sidebar as selection
from indicators.ui.shared import cached_catalogue, site

# Before the router: without an icon of its own, a page takes one from another host.
st.set_page_config(
    page_title="Indicators",
    page_icon=str(PACKAGE / "ui" / "icon.svg"),
    layout="wide",
    menu_items={
        "About": "Figures with their bounds, units, sources and caveats. The page Method says how to read them."
    },
)
page = st.navigation(site.pages(), position="top")
styled.style()
try:
    catalogue = cached_catalogue.catalogue(cached_catalogue.folder())
except CatalogueError as error:
    problems.show(error)
else:
    site.hand_over(selection.sidebar(catalogue, page.url_path))
    page.run()
