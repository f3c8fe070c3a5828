"""The problems of a catalogue that cannot be shown, grouped by file."""

from itertools import groupby

import streamlit as st

from indicators import markup
from indicators.errors import CatalogueError
from indicators.ui.parts.html import show_html

MOST = 200
"""Maximum number of problems on the page; the command ``check`` prints them all."""


def show_problems(error: CatalogueError) -> None:
    """Puts the problems into the page in place of the dashboard."""
    count = len(error.problems)
    st.title("This catalogue cannot be shown")
    st.write(
        f"It has {count:,} {'problem' if count == 1 else 'problems'}. Nothing is shown until all of them are mended; "
        "then reload this page. The command `python -m indicators check FOLDER` prints the same list."
    )
    listed = sorted(error.problems[:MOST], key=lambda problem: problem.file)
    for file, problems in groupby(listed, key=lambda problem: problem.file):
        rows = [
            (str(problem.line or ""), markup.element("code", problem.column or ""), problem.message)
            for problem in problems
        ]
        show_html(markup.heading(3, file), markup.table(("Line", "Column", "Problem"), rows))
    if count > MOST:
        st.write(f"{count - MOST:,} more are not listed here.")
