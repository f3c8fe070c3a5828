"""A catalogue that cannot be shown: its problems, grouped by file."""

from itertools import groupby

import streamlit as st

from indicators import markup
from indicators.errors import CatalogueError
from indicators.ui.parts import show as styled

MOST = 200
"""As many problems as the page lists; ``check`` prints them all."""


def show(error: CatalogueError) -> None:
    """Puts the problems into the page in place of the dashboard."""
    count = len(error.problems)
    st.title("This catalogue cannot be shown")
    st.write(
        f"It has {count:,} {'problem' if count == 1 else 'problems'}. Nothing is shown until all of them are mended; "
        "then reload this page. The command `python -m indicators check FOLDER` prints the same list."
    )
    listed = sorted(error.problems[:MOST], key=lambda one: one.file)
    for file, problems in groupby(listed, key=lambda one: one.file):
        rows = [
            (markup.text(one.line or ""), f"<code>{markup.text(one.column or '')}</code>", markup.text(one.message))
            for one in problems
        ]
        styled.show(f"<h3>{markup.text(file)}</h3>", markup.table(("Line", "Column", "Problem"), rows))
    if count > MOST:
        st.write(f"{count - MOST:,} more are not listed here.")
