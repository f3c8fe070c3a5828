"""A table of figures, each row with a link to its figure; a list on a narrow screen."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.columns import Positions
from indicators.figures import order
from indicators.figures.build import figures_of
from indicators.figures.order import Order
from indicators.figures.summary import said_and_counted_by
from indicators.figures.superseded import updated_by
from indicators.render import figure_cells
from indicators.render.headlines import headline_positions

_TITLES = {
    order.FIGURE: "Figure",
    order.MEASURES: "What it measures",
    order.SOURCE: "Source",
    order.STATUS: "Status",
    order.PERIOD: "Period",
    order.ISSUED: "Issued",
}
_PLACE = "Where"
_BESIDE = 2
"""Number of pages on either side of the current one to which there are links."""


def positions(catalogue: Catalogue, rows: pd.DataFrame, by: Order | None, shown: slice, system: str) -> Positions:
    """The positions of the ``shown`` rows: in an order or, without one, the headlines first, then as in the files.

    Headlines that another figure updates come after the others.
    """
    if by is not None:
        return order.ordered(catalogue, rows, by, shown, system)
    first = headline_positions(catalogue, rows)
    updated = rows["id"].take(first).isin(updated_by(catalogue).keys()).to_numpy()
    others = np.ones(len(rows), bool)
    others[first] = False
    return np.concatenate([first[~updated], first[updated], np.flatnonzero(others)])[shown]


def table(
    catalogue: Catalogue,
    rows: pd.DataFrame,
    system: str,
    by: Order | None,
    *,
    record: bool,
    figure_address: Callable[[str], str],
    order_address: Callable[[Order | None], str] | None = None,
) -> Markup:
    """The table of these rows, ordered ``by`` a column; with ``record``, also where each figure is printed.

    The heads of the columns are links to the same table in another order, where that has an address.
    """
    titles = [_TITLES[order.FIGURE], *([_PLACE] if record else []), *(_TITLES[column] for column in order.COLUMNS[1:])]
    columns = {title: column for column, title in _TITLES.items()}
    head = (
        _head(title, columns[title], by, order_address)
        if order_address and title in columns
        else markup.element("th", title, scope="col")
        for title in titles
    )
    body = (
        markup.element(
            "tr", *(markup.element("td", cell, data_name=title) for title, cell in zip(titles, cells, strict=True))
        )
        for cells in _cells(catalogue, rows, system, record=record, address=figure_address)
    )
    return markup.element(
        "div",
        markup.element(
            "table",
            markup.element("thead", markup.element("tr", *head)),
            markup.element("tbody", *body),
            class_="figure-table",
        ),
        class_="wide",
    )


def page_links(page: int, pages: int, address: Callable[[int], str]) -> Markup:
    """Links to the pages of a table: the first, the last, and those beside the current one; empty of a single page."""
    if pages < 2:
        return markup.EMPTY
    near = {number for number in range(page - _BESIDE, page + _BESIDE + 1) if 1 <= number <= pages}
    items: list[Markup] = []
    if page > 1:
        items.append(_page_link("Previous", address(page - 1)))
    before = 0
    for number in sorted({1, *near, pages}):
        if number > before + 1:
            items.append(markup.element("span", "…"))
        text = f"{number:,}"
        items.append(
            markup.element("strong", text, aria_current="page")
            if number == page
            else _page_link(text, address(number), label=f"Page {text}")
        )
        before = number
    if page < pages:
        items.append(_page_link("Next", address(page + 1)))
    return markup.element("nav", *items, class_="pages", aria_label="Pages of the table")


def _page_link(text: str, address: str, *, label: str | None = None) -> Markup:
    return markup.element("a", text, class_="way", href=address, aria_label=label)


def _head(title: str, column: str, by: Order | None, address: Callable[[Order | None], str]) -> Markup:
    """The head of a column: a link that orders by it, then the other way round, then as without an order."""
    if by is None or by.column != column:
        link = markup.element("a", title, class_="way", href=address(Order(column=column)), data_focus=f"sort-{column}")
        return markup.element("th", link, scope="col")
    arrow = markup.element("span", " ↓" if by.descending else " ↑", aria_hidden="true")
    following = None if by.descending else Order(column=column, descending=True)
    link = markup.element("a", title, arrow, class_="way", href=address(following), data_focus=f"sort-{column}")
    return markup.element("th", link, scope="col", aria_sort="descending" if by.descending else "ascending")


def _cells(
    catalogue: Catalogue, rows: pd.DataFrame, system: str, *, record: bool, address: Callable[[str], str]
) -> Iterator[Sequence[str]]:
    """The cells of each row."""
    for figure, role in zip(figures_of(catalogue, rows, system), rows["role"], strict=True):
        yield (
            figure_cells.figure_link(figure, address(figure.id)),
            *([figure_cells.place(catalogue, figure, role)] if record else []),
            figure_cells.measured(catalogue, figure),
            said_and_counted_by(catalogue, figure),
            figure.status,
            figure_cells.date_cell(figure, "period"),
            figure_cells.date_cell(figure, "issued"),
        )
