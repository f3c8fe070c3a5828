"""Parts of the page Figures: the table, and one figure in full."""

import math
from functools import partial

import streamlit as st
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import SUBJECT
from indicators.combine.compare import compare
from indicators.combine.derived import derived_among, printed_inputs, temptations_among
from indicators.combine.verdict import Soundness
from indicators.errors import UnknownIdError
from indicators.figures import public_record
from indicators.figures.build import figures_of
from indicators.figures.order import Order, parse_order
from indicators.figures.quotable import quotable_lines
from indicators.figures.selection import figures_in_scope
from indicators.figures.statements import statements_with
from indicators.figures.summary import full_title
from indicators.render import figure_card, figure_table, headlines, others_published, provenance_card, verdict_card
from indicators.ui.parts import filter_panel, take_figure
from indicators.ui.parts.html import copyable, show_html
from indicators.ui.shared import chips, links, site
from indicators.ui.shared.query import COMPARISON, PAGE, SORT
from indicators.ui.shared.site import View

_RATE = "rate"
PER_PAGE = 50
"""Number of figures on a page of the table."""
_SEARCH_WIDTH = 420
"""Width of the field of the search, in pixels."""


def show_opened(view: View) -> bool:
    """Shows the figure that the address names, in full; False where it names none."""
    id_ = st.session_state.get(links.FIGURE)
    if not id_:
        return False
    try:
        rows = view.catalogue.rows(id_)
    except UnknownIdError as error:
        st.title("Figures")
        show_html(markup.paragraph(f"{error}."), _link_to_table(view))
        return True
    (figure,) = figures_of(view.catalogue, rows, view.system)
    site.set_title(f"{figure.phrase}, {full_title(figure)}", view.catalogue.descriptor.title)
    show_html(
        _link_to_table(view), figure_card.in_full(figure, link=partial(links.figure_link, view.selection, view.system))
    )
    _wordings(view, id_)
    role, indicator = rows[["role", "indicator"]].iloc[0]
    record = view.selection.record or role != SUBJECT
    _provenance(view, id_, record=record)
    if role == SUBJECT:
        _link_to_record(view, indicator)
    _uses(view, id_, record=record)
    take_figure.show(view, id_)
    return True


def _wordings(view: View, id_: str) -> None:
    """Wordings that quote the figure whole, to copy."""
    lines = quotable_lines(view.catalogue, id_)
    with st.expander("Wordings that quote it whole"):
        for line in dict.fromkeys((lines.short, lines.medium, lines.long)):
            show_html(copyable(line))
        if lines.assumed:
            show_html(markup.paragraph(lines.assumed, "quiet"))


def choice(view: View) -> None:
    """The title, the sources to choose among, and the field of the search."""
    st.title("Figures")
    show_html(chips.source_chips(view.catalogue, view.selection, view.system, "Figures"))
    filter_panel.search_field(_SEARCH_WIDTH)


def table(view: View) -> None:
    """The figures of the selection, PER_PAGE to a page, in the order and at the page that the address names."""
    by = parse_order(st.session_state.get(SORT) or "")
    pages = max(math.ceil(len(view.rows) / PER_PAGE), 1)
    page = min(int(st.session_state.get(PAGE) or 1), pages)
    shown = slice((page - 1) * PER_PAGE, page * PER_PAGE)
    positions = figure_table.positions(view.catalogue, view.rows, by, shown, view.system)

    def address(order: Order | None, page: int = 1) -> str:
        place = [(SORT, str(order))] if order else []
        place += [(PAGE, str(page))] if page > 1 else []
        return links.page_address("Figures", [*links.page_parameters(view.selection, view.system), *place])

    def figure_address(id_: str) -> str:
        return links.page_address("Figures", links.page_parameters(view.selection, view.system, figure=id_))

    count = headlines.summary(view.catalogue, view.selection, view.rows)
    range_ = f" Shown: {shown.start + 1:,} to {shown.start + len(positions):,}." if pages > 1 else ""
    first = "" if by else "; those of the Overview come first"
    show_html(
        markup.paragraph(f"{count}{first}.{range_}", "quiet"),
        figure_table.table(
            view.catalogue,
            view.rows.take(positions),
            view.system,
            by,
            record=view.selection.record,
            figure_address=figure_address,
            order_address=address,
        ),
        figure_table.page_links(page, pages, lambda page: address(by, page)),
    )


def statements(view: View) -> None:
    """The statements without a figure that have the words of the search; nothing where nobody searches."""
    search = view.selection.search
    found = statements_with(view.catalogue, search, record=view.selection.record) if search else ()
    if found:
        show_html(markup.heading(2, "Statements without a figure"), markup.bullet_list(found))


def _link_to_table(view: View) -> Markup:
    parameters = links.page_parameters(view.selection, view.system)
    return links.page_link(
        "Figures", "All figures" if not view.selection.narrowed else "The selected figures", parameters
    )


def _provenance(view: View, id_: str, *, record: bool) -> None:
    """The chain of sources; with the record, also how the figure compares with it."""
    rows = figures_in_scope(view.catalogue, record=record)
    show_html(provenance_card.chain(view.catalogue, id_, rows, view.system))
    if record:
        show_html(provenance_card.in_record(view.catalogue, id_, view.system))


def _link_to_record(view: View, indicator: str) -> None:
    """What the record has beside an indicator, with a link to it; nothing where it has nothing."""
    sentence = public_record.record_sentence(view.catalogue, indicator)
    if sentence:
        parameters = links.page_parameters(view.selection, view.system)
        show_html(
            markup.heading(2, site.OTHERS),
            markup.paragraph(sentence),
            links.page_link(
                site.OTHERS, "See them side by side", parameters, anchor=others_published.anchor(indicator)
            ),
        )


def _uses(view: View, id_: str, *, record: bool) -> None:
    """What is derived from the figure, what is refused and why, and a link to compare it."""
    catalogue = view.catalogue
    rows = figures_in_scope(catalogue, record=record)
    allowed = [
        markup.join(
            [
                markup.element("strong", figure.phrase),
                f": {figure.title} ",
                verdict_card.badge(figure.verdict),
            ]
        )
        for figure in derived_among(catalogue, rows)
        if id_ in printed_inputs(catalogue, figure.inputs)
    ]
    refused = [
        f"{temptation.title}: {' '.join(temptation.verdict.refusals)}"
        for temptation in temptations_among(catalogue, rows)
        if id_ in printed_inputs(catalogue, temptation.inputs)
    ]
    statistic = catalogue.observation(id_).statistic
    for operation, word in (("over", "Divided by"), ("times", "Multiplied by")):
        verdict = compare(catalogue, id_, operation, f"{id_}.period")
        # Nobody would multiply by its period what is no rate.
        if verdict.verdict == Soundness.REFUSED and (operation == "over" or statistic == _RATE):
            refused.append(f"{word} its own period: {' '.join(verdict.refusals)}")
    parameters = [*links.page_parameters(view.selection, view.system), (COMPARISON[0], id_)]
    show_html(
        markup.heading(2, "What you may compute with it") + markup.bullet_list(allowed) if allowed else "",
        markup.heading(2, "What you may not, and why") + markup.bullet_list(refused) if refused else "",
        links.page_link("Compare", "Compare it with another figure", parameters),
    )
