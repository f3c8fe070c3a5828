"""Parts of the page Check a draft: the field for the draft, and the draft again with its numbers marked."""

import streamlit as st

from indicators.export import writers
from indicators.quoting.check import check
from indicators.quoting.finding import findings_table
from indicators.render import draft_marks
from indicators.ui.parts.html import copyable, show_html
from indicators.ui.shared import site
from indicators.ui.shared.site import View

MOST_CHARACTERS = 200_000
"""Length of the longest draft that the page checks: some 30,000 words."""
_MOST_EXPLAINED = 30
_HEIGHT = 260


def draft() -> str:
    """The draft that the reader pastes; it stands in this visit alone, and in no address."""
    show_html(draft_marks.introduction())
    text: str = st.text_area(
        "Draft",
        height=_HEIGHT,
        max_chars=MOST_CHARACTERS,
        key="draft",
        placeholder="Paste a text that quotes figures.",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Check the text")  # to press it is to leave the field
        st.caption("or press Ctrl+Enter in the field", width="content")
    if len(text) > MOST_CHARACTERS:  # the field's limit is the browser's
        st.warning(f"The draft is longer than {MOST_CHARACTERS:,} characters. Check it in parts.")
        return ""
    return text if text.strip() else ""


def file(view: View) -> None:
    """The form for a draft in a file; it stands below the findings, which are to be seen under the button."""
    show_html(draft_marks.file_form(f"{site.base_path()}/check", record=view.selection.record))


def findings(view: View, text: str) -> None:
    """The verdicts in numbers, the draft with its marks, wordings to copy, and the findings as files."""
    found = check(view.catalogue, text, record=view.selection.record)
    show_html(draft_marks.summary(found), draft_marks.marked(text, found))
    explained = draft_marks.explained(found)
    if explained:
        st.header(draft_marks.FOUND)
    for words, finding in explained[:_MOST_EXPLAINED]:
        wording = copyable(finding.quote) if finding.quote else ""
        show_html(words, wording, draft_marks.assumed(view.catalogue, finding))
    if len(explained) > _MOST_EXPLAINED:
        st.caption(f"And {len(explained) - _MOST_EXPLAINED:,} more: open their marks, or take the findings as a file.")
    with st.container(horizontal=True):
        st.download_button(
            "CSV of the findings",
            data=lambda: writers.to_csv(findings_table(found), spreadsheet=True),
            file_name="findings.csv",
            mime="text/csv",
            on_click="ignore",
        )
        st.download_button(
            "JSON of the findings",
            data=lambda: writers.to_json([finding.as_json() for finding in found]).encode(),
            file_name="findings.json",
            mime="application/json",
            on_click="ignore",
        )
