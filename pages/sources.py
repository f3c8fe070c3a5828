"""Who says what, what rests on whom, and whose voice is missing."""

import streamlit as st

from indicators.ui.parts import filter_panel, sources
from indicators.ui.shared import site

view = site.view()
st.title("Sources")
if not filter_panel.is_empty(view):
    sources.speaking(view)
sources.missing(view)
