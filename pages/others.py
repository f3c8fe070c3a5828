"""Each figure beside the public record: what was kept, changed or dropped, which rivals there are, who counted."""

import streamlit as st

from indicators.ui.parts import filter_panel, others
from indicators.ui.shared import site

view = site.view()
st.title("What others published")
if not filter_panel.is_empty(view):
    others.record(view)
