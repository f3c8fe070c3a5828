"""Somebody's draft, in which each number is compared with the figures."""

import streamlit as st

from indicators.ui.parts import check_a_draft
from indicators.ui.shared import site

view = site.view()
st.title("Check a draft")
text = check_a_draft.draft(view)
if text:
    check_a_draft.findings(view, text)
check_a_draft.file(view)
