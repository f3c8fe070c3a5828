"""Parts of the page of figures: the table, and one figure in full."""

import math
from typing import Any

import pandas as pd
import streamlit as st

from indicators import markup
from indicators.catalogue.model import SUBJECT
from indicators.combine.compare import compare
from indicators.combine.derived import derived_among, printed_inputs, temptations_among
from indicators.errors import UnknownIdError
from indicators.figures import public_record
from indicators.figures.figure import figures_of
from indicators.figures.selection import figures_in_scope
from indicators.render import figure_card, headlines, provenance_card, verdict_card
from indicators.ui.parts import downloads, sidebar
from indicators.ui.parts import show as styled
from indicators.ui.shared import links
from indicators.ui.shared.site import View

PER_PAGE = 50
_TABLE = "_table"


def opened(view: View) -> bool:
    """Shows the figure that the address names, in full; False where it names none."""
    one = st.session_state.get(links.FIGURE)
    if not one:
        return False
    try:
        rows = view.catalogue.rows(one)
    except UnknownIdError as error:
        st.title("Figures")
        styled.show(markup.paragraph(f"{error}."))
        st.button("Show the table of figures", on_click=_close)
        return True
    st.button("All figures", icon=":material/arrow_back:", on_click=_close, type="tertiary")
    (reading,) = figures_of(view.catalogue, rows, view.system)
    styled.show(figure_card.record(reading))
    _provenance(view, rows)
    _uses(view, one)
    downloads.figure(view, one)
    return True


def table(view: View) -> None:
    """The figures of the selection, fifty to a page; a row that is chosen opens its figure."""
    st.title("Figures")
    styled.show(
        markup.paragraph(
            f"{headlines.summary(view.catalogue, view.selection, view.rows)}. Choose a row to open its figure in full.",
            "quiet",
        )
    )
    pages = math.ceil(len(view.rows) / PER_PAGE)
    page = st.pagination(pages, key="_page") if pages > 1 else 1
    shown = view.rows.iloc[(page - 1) * PER_PAGE : page * PER_PAGE]
    ids = tuple(shown["id"])
    st.dataframe(
        _frame(view, shown),
        key=_TABLE,
        on_select=lambda: _choose(ids),
        selection_mode="single-row",
        hide_index=True,
        row_height=40,
        height="content",
        column_config={
            "Figure": st.column_config.TextColumn(width=300, pinned=True),
            "What it measures": st.column_config.TextColumn(width=290),
            "Covers": st.column_config.TextColumn(width=230),
        },
        alt=f"Table of {len(shown)} figures: number, what it measures, source, status, period, date of issue.",
    )


def _provenance(view: View, rows: pd.DataFrame) -> None:
    """The chain of sources; with the record, what the figure most likely repeats and what was said of it."""
    catalogue, (row,) = view.catalogue, rows.to_dict("records")
    one, beside = row["id"], _beside(view, row["role"])
    resting = public_record.figures_of_one_root(catalogue, one, figures_in_scope(catalogue, record=beside), view.system)
    styled.show(provenance_card.sources(catalogue, row, resting))
    if beside:
        pairs = public_record.repeated_figures(catalogue, one, view.system)
        alike = {one, *(each.id for pair in pairs for each in (pair.subject, pair.record))}
        styled.show(
            provenance_card.repeated(pairs),
            provenance_card.said("What was said of it", public_record.statements_about(catalogue, alike)),
        )
    elif sentence := public_record.record_sentence(catalogue, row["indicator"]):
        styled.show(
            "<h2>In the public record</h2>",
            markup.paragraph(sentence),
            links.way("Figures", "Open the record", sidebar.query(view, topic=row["topic"])),
        )


def _beside(view: View, role: str) -> bool:
    """Whether figures of the record may stand beside one of this role."""
    return view.selection.record or role != SUBJECT


def _uses(view: View, one: str) -> None:
    """What follows from the figure, what its period allows, what was refused, and the way to ask for more."""
    catalogue = view.catalogue
    rows = figures_in_scope(catalogue, record=_beside(view, catalogue.rows(one)["role"].iloc[0]))
    own = [compare(catalogue, one, operation, f"{one}.period") for operation in ("over", "times")]
    allowed = [
        f"<strong>{markup.text(each.phrase)}</strong> {markup.text(each.title)} {verdict_card.badge(each.verdict)}"
        for each in derived_among(catalogue, rows)
        if one in printed_inputs(catalogue, each.inputs)
    ]
    refused = [
        f"{markup.text(each.title)}: {markup.text(verdict_card.why(each.verdict))}"
        for each in temptations_among(catalogue, rows)
        if one in printed_inputs(catalogue, each.inputs)
    ]
    refused += [
        f"{'Over' if each.operation == 'over' else 'Times'} its own period: {markup.text(verdict_card.why(each))}"
        for each in own
        if each.verdict == "refused"
    ]
    styled.show(
        f"<h2>What may be done with it</h2>{markup.items(allowed)}" if allowed else "",
        f"<h2>What may not, and why</h2>{markup.items(refused)}" if refused else "",
        links.way("Compare", "Compare it with another figure", [*sidebar.query(view), (sidebar.QUESTION[0], one)]),
    )


def _frame(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Figure": one.phrase,
            **({"Where": where} if view.selection.record else {}),
            "What it measures": one.title,
            "Source": one.source_short + ("" if one.source_named else " (unnamed)"),
            "Status": one.status,
            "Covers": one.period,
            "Issued": one.issued,
            "Caveats": len(one.caveats),
            "Topic": one.topic,
            "Id": one.id,
        }
        for one, where in zip(figures_of(view.catalogue, rows, view.system), _where(rows), strict=True)
    )


def _where(rows: pd.DataFrame) -> list[str]:
    return ["printed here" if role == SUBJECT else "in the record" for role in rows["role"]]


def _choose(ids: tuple[str, ...]) -> None:
    state: Any = st.session_state[_TABLE]
    for row in state["selection"]["rows"]:
        st.session_state[links.FIGURE] = ids[row]


def _close() -> None:
    st.session_state[links.FIGURE] = None
