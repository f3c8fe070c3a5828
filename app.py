"""The server: `streamlit run app.py`. Its script is `indicators/ui/main.py`, its pages are in `pages/`."""

from pathlib import Path

import streamlit as st

from indicators.ui import later, numbers, server

numbers.get_ready()

# The script stands apart from `pages/`: Streamlit would run a page beside its script without the router.
app = st.App(
    Path(__file__).parent / "indicators" / "ui" / "main.py",
    routes=later.routes(),
    middleware=server.MIDDLEWARE,
    lifespan=server.lifespan,
)
