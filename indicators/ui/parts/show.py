"""Pieces of HTML put into a page of Streamlit, in the style of the figures."""

import streamlit as st

from indicators.paths import PACKAGE

_STYLE = PACKAGE / "render" / "style.css"


def style() -> None:
    """Puts the style sheet of the figures into the page."""
    st.html(_STYLE)


def show(*pieces: str) -> None:
    """Puts pieces of HTML into the page, in the style of the figures."""
    st.html(f'<div class="ind">{"".join(pieces)}</div>')
