"""Parts of the page of comparison: the question, and the answer with its reasons."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from indicators import markup
from indicators.catalogue.model import IdColumn
from indicators.combine import verdict
from indicators.combine.compare import compare
from indicators.combine.derived import derived_among
from indicators.combine.pair import OPERATIONS
from indicators.export import writers
from indicators.figures.figure import figures_of
from indicators.figures.selection import figures_in_scope, select
from indicators.render import verdict_card
from indicators.ui.parts import show as styled
from indicators.ui.parts import sidebar
from indicators.ui.shared.site import View

MOST = 400
"""As many figures as a list offers; a search finds the others."""

_SIGNS = {
    "plus": "+ plus",
    "minus": "− minus",
    "times": "× times",
    "over": "÷ over",
    "percent-change": "% change",
    "equals": "= equals",
}


@dataclass(frozen=True, kw_only=True)
class Question:
    """Two operands and an operation between them."""

    left: str
    operation: str
    right: str


def question(view: View) -> Question | None:
    """The question that the reader asks; None, and what to do, where it is not complete."""
    styled.show(
        markup.paragraph(
            "Choose two figures and an operation. The answer is computed from what the catalogue says of the "
            "two: what they "
            "count, who counted, which period, which places, which status.",
            "deck",
        )
    )
    offered = _offered(view)
    names = _names(view, offered)
    dated = offered["id"][offered["period"].notna()]
    periods = {f"{one}.period": f"{names[one]}: its period" for one in dated}
    left, operation, right = sidebar.QUESTION
    _keep_known(left, names)
    _keep_known(right, names | periods)
    st.selectbox("First", list(names), format_func=names.__getitem__, key=left, index=None, placeholder="a figure")
    st.segmented_control("Operation", OPERATIONS, format_func=lambda one: _SIGNS.get(one, one), key=operation)
    both = names | periods
    st.selectbox(
        "Second", list(both), format_func=both.__getitem__, key=right, index=None, placeholder="a figure or a period"
    )
    asked = [st.session_state[name] for name in sidebar.QUESTION]
    if not all(asked):
        st.info("Choose a first figure, an operation, and a second figure or the period of one.")
        return None
    return Question(left=asked[0], operation=asked[1], right=asked[2])


def answer(view: View, asked: Question) -> None:
    """The verdict with working and reasons, and its row as CSV."""
    given = compare(view.catalogue, asked.left, asked.operation, asked.right)
    styled.show(
        f"<h2>{markup.text(given.left)} {markup.text(_SIGNS[asked.operation].partition(' ')[0])} "
        f"{markup.text(given.right)}</h2>",
        verdict_card.in_full(given),
    )
    st.download_button(
        "CSV of this answer",
        data=lambda: writers.to_csv(verdict.verdict_table([given]), spreadsheet=True),
        file_name=f"{asked.left}-{asked.operation}-{asked.right}.csv".replace(".period", "-period"),
        mime="text/csv",
        on_click="ignore",
    )
    styled.show(markup.paragraph("The address of this page reproduces the comparison.", "quiet"))


def _offered(view: View) -> pd.DataFrame:
    """The printed figures that may be chosen: those of the selection, or of many the first and those looked for."""
    if len(view.rows) <= MOST:
        return view.rows
    words = st.text_input("Find figures", key="_find", type="search", placeholder="words in a figure, or its id")
    found = view.rows
    if words:
        narrowed = replace(view.selection, search=f"{view.selection.search} {words}".strip())
        found = select(view.catalogue, narrowed)
    if len(found) > MOST:
        styled.show(
            markup.paragraph(f"The lists offer the first {MOST} of {len(found):,} figures; find others above.", "quiet")
        )
    own = IdColumn(view.rows["id"])
    asked = (str(st.session_state.get(name)).partition(".")[0] for name in sidebar.QUESTION)
    chosen = [one for one in dict.fromkeys(asked) if one in own]
    return pd.concat([view.catalogue.rows(*chosen), found.head(MOST)]).drop_duplicates("id")


def _names(view: View, offered: pd.DataFrame) -> dict[str, str]:
    """The figures that may be chosen, then what is derived."""
    names = {one.id: f"{one.title}: {one.phrase} ({one.source_short})" for one in figures_of(view.catalogue, offered)}
    derived = derived_among(view.catalogue, figures_in_scope(view.catalogue, record=view.selection.record))
    return names | {one.id: f"{one.title}: {one.phrase} (derived)" for one in derived}


def _keep_known(key: str, names: dict[str, str]) -> None:
    """A figure that the address names and the list does not offer is not chosen."""
    if st.session_state.get(key) not in names:
        st.session_state[key] = None
