"""The script of every visit: the page's settings, the catalogue, the selection, then the page asked for."""

from pathlib import Path

import streamlit as st

from indicators.errors import CatalogueError
from indicators.ui import cache, problems, selection, site, styled

# Before the router: without an icon of its own, a page takes one from another host.
st.set_page_config(
    page_title="Indicators",
    page_icon=str(Path(__file__).with_name("icon.svg")),
    layout="wide",
    menu_items={
        "About": "Figures with their bounds, units, sources and caveats. The page Method says how to read them."
    },
)
page = st.navigation(site.pages(), position="top")
styled.style()
try:
    catalogue = cache.catalogue(cache.folder())
except CatalogueError as error:
    problems.show(error)
else:
    site.hand_over(selection.sidebar(catalogue, page.url_path))
    page.run()
