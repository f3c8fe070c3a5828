"""Parts of the page Compare: the question, and the answer with its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from indicators import markup
from indicators.combine.compare import compare
from indicators.combine.pair import OPERATIONS
from indicators.combine.verdict import verdict_table
from indicators.export import writers
from indicators.figures.assumed import within_brackets
from indicators.render import verdict_card
from indicators.ui.parts.html import show_html
from indicators.ui.parts.operands import offer
from indicators.ui.shared.query import COMPARISON
from indicators.ui.shared.site import View

_SIGNS = {"plus": "+", "minus": "−", "times": "×", "over": "÷", "percent-change": "%", "equals": "="}
_WIDTH = 860
"""Width of the lists of figures, in pixels: no name is wider."""
_NAMES = {"percent-change": "change", "over": "divided by"}


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
            "Whether two figures may be set against each other depends on what the two count, who counted them, and "
            "their periods, places and status.",
            "deck",
        )
    )
    left, operation, right = COMPARISON
    offered = offer(view)
    _clear_unknown(left, offered.first)
    _clear_unknown(right, offered.second)
    _choice("First", offered.first, left, "a figure")
    st.segmented_control("Operation", OPERATIONS, format_func=_operation, key=operation)
    _choice("Second", offered.second, right, "a figure or a period")
    show_html(*(markup.paragraph(sentence, "quiet") for sentence in offered.left_out))
    chosen = [st.session_state[name] for name in COMPARISON]
    if not all(chosen):
        st.info("Choose a first figure, an operation, and a second figure or the period of one.")
        return None
    return Question(left=chosen[0], operation=chosen[1], right=chosen[2])


def answer(view: View, question: Question) -> None:
    """The verdict with working and reasons, and its row as CSV."""
    result = compare(view.catalogue, question.left, question.operation, question.right)
    show_html(
        markup.heading(2, f"{_number_first(result.left)} {_SIGNS[question.operation]} {_number_first(result.right)}"),
        verdict_card.in_full(result),
    )
    st.download_button(
        "CSV of this answer",
        data=lambda: writers.to_csv(verdict_table([result]), spreadsheet=True),
        file_name=f"{question.left}-{question.operation}-{question.right}.csv".replace(".period", "-period"),
        mime="text/csv",
        on_click="ignore",
    )
    show_html(markup.paragraph("The address of this page leads to this comparison.", "quiet"))


def _choice(label: str, offered: Mapping[str, str], key: str, placeholder: str) -> None:
    """A list in which the reader chooses an operand by its name."""
    st.selectbox(
        label,
        list(offered),
        format_func=offered.__getitem__,
        key=key,
        index=None,
        placeholder=placeholder,
        width=_WIDTH,
    )


def _operation(operation: str) -> str:
    return f"{_SIGNS[operation]} {_NAMES.get(operation, operation)}"


def _clear_unknown(key: str, names: Mapping[str, str]) -> None:
    """Clears the choice of a widget where its list does not offer it."""
    if st.session_state.get(key) not in names:
        st.session_state[key] = None


def _number_first(side: str) -> str:
    """A side of a verdict, *troops considered: 12,000 troops*, with its number first and its name in brackets."""
    name, _, phrase = side.rpartition(": ")
    return f"{phrase} ({within_brackets(name)})"
