"""Parts of the page Figures: the table, and one figure in full."""

import math
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from indicators import markup
from indicators.catalogue.model import SUBJECT
from indicators.combine.compare import compare
from indicators.combine.derived import derived_among, printed_inputs, temptations_among
from indicators.errors import UnknownIdError
from indicators.figures import public_record
from indicators.figures.figure import figures_of
from indicators.figures.quotable import quotable_lines
from indicators.figures.selection import figures_in_scope
from indicators.render import figure_card, headlines, provenance_card, verdict_card
from indicators.ui.parts import table_cells, take_figure
from indicators.ui.parts.html import show_html
from indicators.ui.shared import links, site
from indicators.ui.shared.query import COMPARISON
from indicators.ui.shared.site import View

PER_PAGE = 50
_TABLE = "_table"


def show_opened(view: View) -> bool:
    """Shows the figure that the address names, in full; False where it names none."""
    id_ = st.session_state.get(links.FIGURE)
    if not id_:
        return False
    try:
        rows = view.catalogue.rows(id_)
    except UnknownIdError as error:
        st.title("Figures")
        show_html(markup.paragraph(f"{error}."))
        st.button("Show the table of figures", on_click=_close)
        return True
    st.button("All figures", icon=":material/arrow_back:", on_click=_close, type="tertiary")
    (figure,) = figures_of(view.catalogue, rows, view.system)
    site.set_title(f"{figure.phrase}, {figure.title}", view.catalogue.descriptor.title)
    show_html(figure_card.in_full(figure))
    _wordings(view, id_)
    role, indicator, topic = rows[["role", "indicator", "topic"]].iloc[0]
    record = view.selection.record or role != SUBJECT
    _provenance(view, id_, record=record)
    if not record:
        _link_to_record(view, indicator, topic)
    _uses(view, id_, record=record)
    take_figure.show(view, id_)
    return True


def _wordings(view: View, id_: str) -> None:
    """Wordings that quote the figure whole, to copy."""
    lines = quotable_lines(view.catalogue, id_)
    with st.expander("Quote it whole"):
        for line in dict.fromkeys((lines.short, lines.medium, lines.long)):
            st.code(markup.replace_unprintable(line), language=None, wrap_lines=True)


def table(view: View) -> None:
    """The figures of the selection, PER_PAGE to a page; choosing a row opens its figure."""
    st.title("Figures")
    count = headlines.summary(view.catalogue, view.selection, view.rows)
    show_html(markup.paragraph(f"{count}. Choose a row to open its figure in full.", "quiet"))
    pages = math.ceil(len(view.rows) / PER_PAGE)
    page = st.pagination(pages, key="_page") if pages > 1 else 1
    shown = view.rows.iloc[(page - 1) * PER_PAGE : page * PER_PAGE]
    ids = tuple(shown["id"])
    st.dataframe(
        _cells(view, shown),
        key=_TABLE,
        on_select=lambda: _open(ids),
        selection_mode="single-row",
        hide_index=True,
        row_height=40,
        height="content",
        column_config={
            "Figure": st.column_config.TextColumn(width=300, pinned=True),
            "What it measures": st.column_config.TextColumn(width=290),
            "Source": st.column_config.TextColumn(width=230),
            "Status": st.column_config.TextColumn(width=110),
            "Period": st.column_config.TextColumn(width=280),
        },
        alt=f"Table of {len(shown)} figures: number, what it measures, source, status, period, date of issue.",
    )


def _provenance(view: View, id_: str, *, record: bool) -> None:
    """The chain of sources; with the record, also how the figure compares with it."""
    rows = figures_in_scope(view.catalogue, record=record)
    show_html(provenance_card.chain(view.catalogue, id_, rows, view.system))
    if record:
        show_html(provenance_card.in_record(view.catalogue, id_, view.system))


def _link_to_record(view: View, indicator: str, topic: str) -> None:
    """What the record has beside an indicator, with a link to it; nothing where it has nothing."""
    sentence = public_record.record_sentence(view.catalogue, indicator)
    if sentence:
        parameters = links.page_parameters(view.selection, view.system, topic=topic)
        show_html(
            markup.heading(2, "What others published"),
            markup.paragraph(sentence),
            links.page_link("Figures", "What others published", parameters),
        )


def _uses(view: View, id_: str, *, record: bool) -> None:
    """What is derived from the figure, what is refused and why, and a link to compare it."""
    catalogue = view.catalogue
    rows = figures_in_scope(catalogue, record=record)
    allowed = [
        markup.join(
            [
                markup.element("strong", figure.phrase),
                f" {figure.title} ",
                verdict_card.badge(figure.verdict),
            ]
        )
        for figure in derived_among(catalogue, rows)
        if id_ in printed_inputs(catalogue, figure.inputs)
    ]
    refused = [
        f"{temptation.title}: {verdict_card.refusal(temptation.verdict)}"
        for temptation in temptations_among(catalogue, rows)
        if id_ in printed_inputs(catalogue, temptation.inputs)
    ]
    for operation, word in (("over", "Over"), ("times", "Times")):
        verdict = compare(catalogue, id_, operation, f"{id_}.period")
        if verdict.verdict == "refused":
            refused.append(f"{word} its own period: {verdict_card.refusal(verdict)}")
    parameters = [*links.page_parameters(view.selection, view.system), (COMPARISON[0], id_)]
    show_html(
        markup.heading(2, "What may be done with it") + markup.bullet_list(allowed) if allowed else "",
        markup.heading(2, "What may not, and why") + markup.bullet_list(refused) if refused else "",
        links.page_link("Compare", "Compare it with another figure", parameters),
    )


def _cells(view: View, rows: pd.DataFrame) -> Styler:
    figures = figures_of(view.catalogue, rows, view.system)
    frame = pd.DataFrame(
        {
            "Figure": figure.phrase,
            **({"Where": "printed here" if role == SUBJECT else "elsewhere"} if view.selection.record else {}),
            "What it measures": figure.title,
            "Source": figure.source_short + ("" if figure.source_named else " (unnamed)"),
            "Status": figure.status,
            "Period": figure.period,
            "Issued": figure.issued,
            "Caveats": len(figure.caveats),
            "Topic": figure.topic,
            "Id": figure.id,
        }
        for figure, role in zip(figures, rows["role"], strict=True)
    )
    return table_cells.styled(view.catalogue, figures, view.catalogue.observations(rows), frame, view.system)


def _open(ids: tuple[str, ...]) -> None:
    table: Any = st.session_state[_TABLE]
    for row in table["selection"]["rows"]:
        st.session_state[links.FIGURE] = ids[row]


def _close() -> None:
    st.session_state[links.FIGURE] = None
