"""The server: `streamlit run app.py`. Its script is `indicators/ui/main.py`, its pages are in `pages/`."""

from pathlib import Path

import streamlit as st

from indicators.ui import answers, server

# The script stands apart from `pages/`: Streamlit would run a page beside its script without the router.
app = st.App(
    Path(__file__).parent / "indicators" / "ui" / "main.py",
    routes=answers.routes(),
    middleware=server.MIDDLEWARE,
    lifespan=server.lifespan,
)
