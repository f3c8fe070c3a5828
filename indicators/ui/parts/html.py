"""HTML in a page of Streamlit, in the style of the figures."""

import streamlit as st
from markupsafe import Markup

from indicators import markup
from indicators.ui.shared import site

_STREAMLIT_SIGNS = "{}()#+-.!$:"
"""Signs to escape for Streamlit's Markdown, which also knows :icons: and $formulas$ and makes links of addresses."""


def load_style_sheets() -> None:
    """Puts the style sheets into the page."""
    for path in site.STYLE_SHEETS:
        st.html(path)


def plain_text(text: str) -> str:
    """The text as Streamlit's Markdown, which shows it letter for letter."""
    return markup.markdown(text, also=_STREAMLIT_SIGNS)


def copyable(text: str) -> Markup:
    """A text with a button that copies it, letter for letter.

    The preview and the page show it at once; Streamlit's own element for code comes later than the rest of a page.
    """
    button = markup.element("button", "Copy", type="button", aria_label="Copy to clipboard")
    return markup.element("div", markup.element("pre", text), button, class_="copyable")


def show_html(*pieces: Markup | str) -> None:
    """Puts HTML into the page as one element, text in it being escaped; the only caller of ``st.html`` with content."""
    st.html(markup.element("div", *pieces, class_="ind"))
