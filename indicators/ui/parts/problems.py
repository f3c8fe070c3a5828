"""The problems of a catalogue that cannot be shown, grouped by file."""

from itertools import groupby

import streamlit as st

from indicators import markup
from indicators.errors import CatalogueError
from indicators.markup import markdown
from indicators.text.counted import number_of
from indicators.ui.parts.html import show_html
from indicators.ui.shared import site
from indicators.ui.shared.served_catalogue import Served

_DIGEST = "_digest"
"""Key of the digest of the catalogue that a reader's page has shown last."""
MOST = 200
"""Maximum number of problems on the page; the command ``check`` prints them all."""


def show_changes(served: Served) -> None:
    """Says that the catalogue has changed since the page was opened, or why a change of its files is not shown."""
    digest = served.catalogue.digest if served.catalogue else ""
    if st.session_state.setdefault(_DIGEST, digest) != digest:
        st.session_state[_DIGEST] = digest
        st.info("The figures have been updated. This page now shows the new ones.")
    if served.problems and site.shows_problems():
        first = markdown(str(served.problems[0]))
        st.warning(
            f"The files of this catalogue have changed and have {number_of(len(served.problems), 'problem')}. Readers "
            f"still see the figures as they were before. The first: {first}"
        )


def show_problems(error: CatalogueError) -> None:
    """Puts the problems into the page in place of the dashboard."""
    count = len(error.problems)
    st.title("This catalogue cannot be shown")
    if not site.shows_problems():
        st.write("Its files have to be mended first. Whoever runs this dashboard finds the problems in its log.")
        return
    st.write(
        f"It has {number_of(count, 'problem')}. Nothing is shown until all of them are mended; "
        "then this page shows it by itself. The command `python -m indicators check FOLDER` prints the same list."
    )
    listed = sorted(error.problems[:MOST], key=lambda problem: problem.file)
    for file, problems in groupby(listed, key=lambda problem: problem.file):
        rows = [
            (str(problem.line or ""), problem.row, markup.element("code", problem.column or ""), problem.message)
            for problem in problems
        ]
        show_html(markup.heading(3, file), markup.table(("Line", "Row", "Column", "Problem"), rows))
    if count > MOST:
        st.write(f"{count - MOST:,} more are not listed here.")
