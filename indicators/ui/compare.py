"""Parts of the page of comparison: the question, and the answer with its reasons."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from indicators import compare, derive, export, markup, select, verdict, verdict_cards
from indicators.catalogue import Catalogue
from indicators.pair import OPERATIONS
from indicators.reading import readings
from indicators.ui import html, selection
from indicators.ui.site import View

MOST = 400
"""As many figures as a list offers; a selection brings others into it."""

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
    html.show(
        markup.paragraph(
            "Choose two figures and an operation. The answer is computed from what the catalogue says of the "
            "two: what they "
            "count, who counted, which period, which places, which status.",
            "deck",
        )
    )
    names = _names(view)
    periods = {
        f"{one}.period": f"{name}: its period" for one, name in names.items() if _has_period(view.catalogue, one)
    }
    left, operation, right = selection.QUESTION
    _keep_known(left, names)
    _keep_known(right, names | periods)
    st.selectbox("First", list(names), format_func=names.__getitem__, key=left, index=None, placeholder="a figure")
    st.segmented_control("Operation", OPERATIONS, format_func=lambda one: _SIGNS.get(one, one), key=operation)
    both = names | periods
    st.selectbox(
        "Second", list(both), format_func=both.__getitem__, key=right, index=None, placeholder="a figure or a period"
    )
    asked = [st.session_state[name] for name in selection.QUESTION]
    if not all(asked):
        st.info("Choose a first figure, an operation, and a second figure or the period of one.")
        return None
    return Question(left=asked[0], operation=asked[1], right=asked[2])


def answer(view: View, asked: Question) -> None:
    """The verdict with working and reasons, and its row as CSV."""
    given = compare.compare(view.catalogue, asked.left, asked.operation, asked.right)
    html.show(
        f"<h2>{markup.text(given.left)} {markup.text(_SIGNS[asked.operation].partition(' ')[0])} "
        f"{markup.text(given.right)}</h2>",
        verdict_cards.in_full(given),
    )
    st.download_button(
        "CSV of this answer",
        data=lambda: export.to_csv(verdict.table([given]), spreadsheet=True),
        file_name=f"{asked.left}-{asked.operation}-{asked.right}.csv".replace(".period", "-period"),
        mime="text/csv",
        on_click="ignore",
    )
    html.show(markup.paragraph("The address of this page reproduces the comparison.", "quiet"))


def _names(view: View) -> dict[str, str]:
    """The figures that may be chosen: those selected, those that the address names, then what is derived."""
    asked = [str(st.session_state.get(name)).partition(".")[0] for name in selection.QUESTION]
    others = [
        one for one in dict.fromkeys(asked) if one in view.catalogue.positions and one not in set(view.rows["id"])
    ]
    rows = pd.concat([view.rows.head(MOST), view.catalogue.rows(*others)]) if others else view.rows.head(MOST)
    shown = readings(view.catalogue, rows)
    names = {one.id: f"{one.title}: {one.phrase} ({one.source_short})" for one in shown}
    derived = derive.selected(view.catalogue, select.scope(view.catalogue, record=view.selection.record))
    return names | {one.id: f"{one.title}: {one.phrase} (derived)" for one in derived}


def _has_period(catalogue: Catalogue, one: str) -> bool:
    return one in catalogue.positions and isinstance(catalogue.rows(one)["period"].iloc[0], str)


def _keep_known(key: str, names: dict[str, str]) -> None:
    """A figure that the address names and the list does not offer is not chosen."""
    if st.session_state.get(key) not in names:
        st.session_state[key] = None
