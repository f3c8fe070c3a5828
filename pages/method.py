"""How to read the figures, how to check them, and how to bring another catalogue."""

import streamlit as st

from indicators.ui.parts import method
from indicators.ui.shared import site

view = site.view()
st.title("Method")
method.reading(view)
method.another_catalogue()
method.licence(view)
