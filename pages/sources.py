"""Who says what, what rests on whom, and whose voice is missing."""

import streamlit as st

from indicators.ui import selection, site, sources

view = site.view()
st.title("Sources")
if not selection.empty(view):
    sources.speaking(view)
sources.missing(view)
