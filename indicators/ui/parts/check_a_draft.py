"""Parts of the page Check a draft: the field for the draft, and the draft again with its numbers marked."""

import streamlit as st

from indicators import markup
from indicators.export import writers
from indicators.figures.selection import RECORD, has_record
from indicators.figures.subject import subject_noun
from indicators.quoting.check import check
from indicators.quoting.finding import Finding, findings_table
from indicators.quoting.told_by_others import told_by_others
from indicators.render import draft_marks
from indicators.render.draft_summary import introduction, summary
from indicators.ui.parts.html import copyable, show_html
from indicators.ui.shared import site
from indicators.ui.shared.site import View

MOST_CHARACTERS = 200_000
"""Length of the longest draft that the page checks: some 30,000 words."""
_MOST_EXPLAINED = 30
_HEIGHT = 190


def draft(view: View) -> str:
    """The draft that the reader pastes; it stands in this visit alone, and in no address.

    Its length is limited here: the field's own limit cuts a longer text without a word.
    """
    show_html(introduction(view.catalogue))
    with st.container(key="draft_field"):
        text: str = st.text_area("Draft", height=_HEIGHT, key="draft", placeholder="Paste a text that quotes figures.")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("Check the text")  # to press it is to leave the field
            st.caption("or press Ctrl+Enter in the field", width="content")
    if len(text) > MOST_CHARACTERS:
        st.warning(f"The draft is longer than {MOST_CHARACTERS:,} characters. Check it in parts.")
        return ""
    return text if text.strip() else ""


def file(view: View) -> None:
    """The form for a draft in a file; it stands below the findings, which are to be seen under the button."""
    show_html(draft_marks.file_form(f"{site.base_path()}/check", record=view.selection.record))


def findings(view: View, text: str) -> None:
    """The verdicts in numbers, the draft with its marks, wordings to copy, and the findings as files."""
    catalogue = view.catalogue
    found = check(catalogue, text, record=view.selection.record)
    show_html(summary(text, found, subject_noun(catalogue)), draft_marks.marked(text, found))
    explained = draft_marks.explained(text, found)
    if explained:
        st.header(draft_marks.FOUND)
    if in_order := draft_marks.nothing_to_correct(catalogue, found):
        show_html(in_order)
    for words, finding in explained[:_MOST_EXPLAINED]:
        wording = (draft_marks.wording_label(), copyable(finding.quote)) if finding.quote else ()
        show_html(words, *wording, draft_marks.assumed(catalogue, finding))
    if len(explained) > _MOST_EXPLAINED:
        st.caption(f"And {len(explained) - _MOST_EXPLAINED:,} more: open their marks, or take the findings as a file.")
    if has_record(catalogue) and not view.selection.record:
        _of_others(told_by_others(catalogue, text, found), subject_noun(catalogue))
    if explained:
        _downloads(found)


def _of_others(known: list[Finding], noun: str) -> None:
    """Which numbers others published while their figures are left out, and a button that includes them."""
    if not known:
        return
    numbers = " and ".join(f"“{finding.words}”" for finding in known[:_MOST_EXPLAINED])
    verb = "is" if len(known) == 1 else "are"
    show_html(markup.paragraph(f"{numbers} {verb} not in the {noun}."))
    st.button("Compare with figures that others published", on_click=_include_others)


def _include_others() -> None:
    st.session_state[RECORD] = True


def _downloads(found: list[Finding]) -> None:
    with st.container(horizontal=True):
        st.download_button(
            "Findings as CSV",
            data=lambda: writers.to_csv(findings_table(found), spreadsheet=True),
            file_name="findings.csv",
            mime="text/csv",
            on_click="ignore",
        )
        st.download_button(
            "Findings as JSON",
            data=lambda: writers.to_json([finding.as_json() for finding in found]).encode(),
            file_name="findings.json",
            mime="application/json",
            on_click="ignore",
        )
