"""Two figures and an operation: the answer, the working, the reasons."""

import streamlit as st

from indicators.ui.parts import compare
from indicators.ui.shared import site

view = site.view()
st.title("Compare")
question = compare.question(view)
if question:
    compare.answer(view, question)
