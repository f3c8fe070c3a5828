"""HTML in a page of Streamlit, in the style of the figures."""

import streamlit as st
from markupsafe import Markup

from indicators import markup
from indicators.paths import PACKAGE

_STREAMLIT_SIGNS = "{}()#+-.!$:"
"""Signs to escape for Streamlit's Markdown, which also knows :icons: and $formulas$ and makes links of addresses."""
_STYLE_SHEET = PACKAGE / "render" / "style.css"


def load_style_sheet() -> None:
    """Puts the style sheet of the figures into the page."""
    st.html(_STYLE_SHEET)


def plain_text(text: str) -> str:
    """The text as Streamlit's Markdown, which shows it letter for letter."""
    return markup.markdown(text, also=_STREAMLIT_SIGNS)


def show_html(*pieces: Markup | str) -> None:
    """Puts HTML into the page as one element, text in it being escaped; the only caller of ``st.html`` with content."""
    st.html(markup.element("div", *pieces, class_="ind"))
