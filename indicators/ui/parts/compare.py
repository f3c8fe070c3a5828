"""Parts of the page Compare: the question, and the answer with its reasons."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from indicators import markup
from indicators.catalogue.model import IdColumn
from indicators.combine.compare import compare
from indicators.combine.derived import derived_among
from indicators.combine.pair import OPERATIONS
from indicators.combine.verdict import verdict_table
from indicators.export import writers
from indicators.figures.figure import figures_of
from indicators.figures.selection import figures_in_scope, select
from indicators.render import verdict_card
from indicators.ui.parts.html import show_html
from indicators.ui.shared.links import COMPARISON
from indicators.ui.shared.site import View

MOST = 400
"""Maximum number of printed figures in a list of options; a search finds the others."""

_SIGNS = {"plus": "+", "minus": "−", "times": "×", "over": "÷", "percent-change": "%", "equals": "="}
_NAMES = {"percent-change": "change"}


@dataclass(frozen=True, kw_only=True)
class Question:
    """Two operands by id and the operation between them."""

    left: str
    operation: str
    right: str


def question(view: View) -> Question | None:
    """The question that the reader asks; None while it is incomplete, and the page says what to choose."""
    show_html(
        markup.paragraph(
            "Choose two figures and an operation. The answer is computed from what the catalogue says of the "
            "two: what they "
            "count, who counted, which period, which places, which status.",
            "deck",
        )
    )
    offered = _offered(view)
    figures = _names(view, offered)
    periods = {f"{id_}.period": f"{figures[id_]}: its period" for id_ in offered["id"][offered["period"].notna()]}
    left, operation, right = COMPARISON
    _clear_unknown(left, figures)
    _clear_unknown(right, figures | periods)
    st.selectbox("First", list(figures), format_func=figures.__getitem__, key=left, index=None, placeholder="a figure")
    st.segmented_control("Operation", OPERATIONS, format_func=_operation, key=operation)
    operands = figures | periods
    st.selectbox(
        "Second",
        list(operands),
        format_func=operands.__getitem__,
        key=right,
        index=None,
        placeholder="a figure or a period",
    )
    chosen = [st.session_state[name] for name in COMPARISON]
    if not all(chosen):
        st.info("Choose a first figure, an operation, and a second figure or the period of one.")
        return None
    return Question(left=chosen[0], operation=chosen[1], right=chosen[2])


def answer(view: View, question: Question) -> None:
    """The verdict with working and reasons, and its row as CSV."""
    result = compare(view.catalogue, question.left, question.operation, question.right)
    show_html(
        markup.heading(2, f"{result.left} {_SIGNS[question.operation]} {result.right}"),
        verdict_card.in_full(result),
    )
    st.download_button(
        "CSV of this answer",
        data=lambda: writers.to_csv(verdict_table([result]), spreadsheet=True),
        file_name=f"{question.left}-{question.operation}-{question.right}.csv".replace(".period", "-period"),
        mime="text/csv",
        on_click="ignore",
    )
    show_html(markup.paragraph("The address of this page reproduces the comparison.", "quiet"))


def _operation(operation: str) -> str:
    return f"{_SIGNS[operation]} {_NAMES.get(operation, operation)}"


def _offered(view: View) -> pd.DataFrame:
    """The figures of the selection; of more than MOST, the current choice and the first MOST that the search finds."""
    if len(view.rows) <= MOST:
        return view.rows
    words = st.text_input("Find figures", key="_find", type="search", placeholder="words in a figure, or its id")
    found = view.rows
    if words:
        search = f"{view.selection.search} {words}".strip()
        found = select(view.catalogue, replace(view.selection, search=search))
    if len(found) > MOST:
        show_html(
            markup.paragraph(f"The lists offer the first {MOST} of {len(found):,} figures; find others above.", "quiet")
        )
    known = IdColumn(view.rows["id"])
    operands = (str(st.session_state.get(name)).partition(".")[0] for name in COMPARISON)
    chosen = [id_ for id_ in dict.fromkeys(operands) if id_ in known]
    return pd.concat([view.catalogue.rows(*chosen), found.head(MOST)]).drop_duplicates("id")


def _names(view: View, offered: pd.DataFrame) -> dict[str, str]:
    """Names of the figures by id: those offered, then the derived ones."""
    names = {
        figure.id: f"{figure.title}: {figure.phrase} ({figure.source_short})"
        for figure in figures_of(view.catalogue, offered)
    }
    rows = figures_in_scope(view.catalogue, record=view.selection.record)
    return names | {
        figure.id: f"{figure.title}: {figure.phrase} (derived)" for figure in derived_among(view.catalogue, rows)
    }


def _clear_unknown(key: str, names: dict[str, str]) -> None:
    """Clears the choice of a widget where its list does not offer the id that the address names."""
    if st.session_state.get(key) not in names:
        st.session_state[key] = None
