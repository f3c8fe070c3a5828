"""Figures that follow from the printed ones, with their working, and what was refused and why."""

import streamlit as st

from indicators.ui.parts import what_follows
from indicators.ui.shared import site

view = site.view()
st.title("Calculations")
what_follows.introduction()
what_follows.derived(view)
what_follows.refused(view)
