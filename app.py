"""The server: `streamlit run app.py`. Its script is `indicators/ui/main.py`, its pages are in `pages/`."""

import streamlit as st

from indicators.paths import PACKAGE
from indicators.ui.server import middleware, routes

middleware.load_number_libraries()

# The script stands apart from `pages/`: Streamlit would run a page beside its script without the router.
app = st.App(
    PACKAGE / "ui" / "main.py",
    routes=routes.routes(),
    middleware=middleware.MIDDLEWARE,
    lifespan=middleware.lifespan,
)
