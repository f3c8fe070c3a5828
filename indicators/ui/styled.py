"""Pieces of HTML put into a page of Streamlit, in the style of the figures."""

from pathlib import Path

import streamlit as st

_STYLE = Path(__file__).parents[1] / "style.css"


def style() -> None:
    """Puts the style sheet of the figures into the page."""
    st.html(_STYLE)


def show(*pieces: str) -> None:
    """Puts pieces of HTML into the page, in the style of the figures."""
    st.html(f'<div class="ind">{"".join(pieces)}</div>')
