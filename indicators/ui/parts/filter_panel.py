"""The buttons above every page: the panel *Filter* for figures and units, and the downloads."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from typing import Literal

import streamlit as st

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.export import figure_table, writers
from indicators.figures.facets import FACETS
from indicators.figures.selection import (
    RECORD,
    SEARCH,
    Selection,
    figures_in_scope,
    has_record,
    select,
    selectable_ids,
    selectable_names,
)
from indicators.measure.units import SYSTEMS
from indicators.ui.parts import address_bar, downloads
from indicators.ui.parts.html import plain_text
from indicators.ui.shared import links, served_catalogue, site
from indicators.ui.shared.query import (
    COMPARISON,
    MAX_SEARCH_LENGTH,
    PAGE,
    SORT,
    UNITS,
    parse_comparison,
    parse_leniently,
    parse_place,
)
from indicators.ui.shared.site import View

_PANEL = "_filter"
"""Key of the panel, whose state is whether it is open."""
_SYSTEM_NAMES = {"printed": "As printed", "si": "SI", "us": "US customary"}


def show_filter_panel(catalogue: Catalogue, path: str) -> View:
    """The view that the address and the panel *Filter* select on the page at ``path``, with the buttons above it.

    Unknown ids in the address are named in a warning. The address, when it has changed, sets the widgets first; where a
    widget has changed, it sets the address. The panel's widgets are made while it is open: lists that nobody sees
    would take longer than the rest of the page.
    """
    change = address_bar.change(links.PAGE_PARAMETERS, path)
    if change.address:
        _fill_from_address(catalogue)
    selection, system = _chosen(catalogue)
    view = View(catalogue=catalogue, selection=selection, system=system)
    to_take = view
    if path == site.path(site.OTHERS):  # the page shows the record whatever the switch says
        to_take = replace(view, selection=replace(selection, record=has_record(catalogue)))
    with st.container(key="controls", horizontal=True, vertical_alignment="center", gap="small"):
        panel = st.popover(_filter_label(view), key=_PANEL, on_change="rerun", type="tertiary")
        if panel.open:
            with panel:
                _panel(view, with_search=path != site.path("Figures") or bool(st.session_state.get(links.FIGURE)))
        if path != site.path("Check a draft"):  # its files are the findings
            _csv_button(to_take)
        opens_dialog = downloads.button()
    if change.choices:
        _write_address(view, path, change.choices)
    address_bar.remember(links.PAGE_PARAMETERS, path)
    if opens_dialog:
        downloads.dialog(to_take)
    return view


def _chosen(catalogue: Catalogue) -> tuple[Selection, str]:
    """The selection and the system of units of the widgets, which keep their values while they are not shown."""
    state = st.session_state
    record = bool(state.get(RECORD)) and has_record(catalogue)
    for facet in FACETS:
        # Ids of the record are no longer among the options once the record is off.
        ids = selectable_ids(catalogue, facet, record=record)
        chosen = state.get(facet, [])
        if not set(chosen) <= set(ids):
            state[facet] = [id_ for id_ in chosen if id_ in ids]
    chosen_ids = {facet: tuple(state.get(facet, ())) for facet in FACETS}
    selection = Selection(**chosen_ids, search=(state.get(SEARCH) or "").strip(), record=record)
    return selection, state.get(UNITS) or SYSTEMS[0]


def _filter_label(view: View) -> str:
    """*Filter · 2* where two things are chosen, and that the figures of the record are among those that are shown."""
    selection = view.selection
    count = sum(len(selection.chosen(facet)) for facet in FACETS) + bool(selection.search)
    count += view.system != SYSTEMS[0]
    parts = ("Filter", str(count or ""), "others’ figures" if selection.record else "")
    return " · ".join(filter(None, parts))


def _panel(view: View, *, with_search: bool) -> None:
    """The widgets of the selection; the panel closes on a choice, for it covers what the choice changes.

    There is no search where the page itself has one.
    """
    catalogue, selection = view.catalogue, view.selection
    if has_record(catalogue):
        others = len(catalogue.figures) - len(figures_in_scope(catalogue))
        st.toggle(
            f"Compare with {others:,} other published figures",
            key=RECORD,
            on_change=_close,
            help="Figures of other documents, against which these may be set. They stay apart in every list.",
            persist_state="session",
        )
    for facet in FACETS:
        _facet_choice(catalogue, facet, record=selection.record)
    if with_search:
        search_field()
    if _changes_units(catalogue):
        st.segmented_control(
            "Units",
            SYSTEMS,
            format_func=_SYSTEM_NAMES.__getitem__,
            key=UNITS,
            on_change=_close,
            required=True,
            persist_state="session",
        )
    st.button("Clear the filter", on_click=clear, disabled=not selection.narrowed, width="stretch")


def search_field(width: int | Literal["stretch"] = "stretch") -> None:
    """The field of the words that a figure must have, so many pixels wide."""
    st.text_input(
        "Search",
        width=width,
        key=SEARCH,
        type="search",
        on_change=_close,
        max_chars=MAX_SEARCH_LENGTH,
        placeholder="words in a figure",
        persist_state="session",
    )


def _changes_units(catalogue: Catalogue) -> bool:
    """Whether another system of units shows any figure otherwise."""
    units = catalogue.figures["unit"].unique()
    return any(catalogue.units.in_system(unit, system) != unit for unit in units for system in SYSTEMS[1:])


def _close() -> None:
    st.session_state[_PANEL] = False


def clear() -> None:
    """Selects everything again and closes the panel; the public record stays on or off."""
    _close()
    for name in (*FACETS, SEARCH):
        st.session_state[name] = "" if name == SEARCH else []


def is_empty(view: View) -> bool:
    """Whether nothing is selected; the page then says so and offers to select everything."""
    if view.count:
        return False
    st.info("No figure matches this selection.")
    st.button("Show every figure again", on_click=clear, key="_show_all")
    return True


def _facet_choice(catalogue: Catalogue, facet: str, *, record: bool) -> None:
    """The list of a facet; there is no list where it has fewer than two ids."""
    ids = selectable_ids(catalogue, facet, record=record)
    if len(ids) < 2:
        return
    titles = selectable_names(catalogue, facet, record=record)
    st.multiselect(
        FACETS[facet].title,
        ids,
        format_func=lambda identity: markup.label(titles[identity]),
        key=facet,
        on_change=_close,
        placeholder="all",
        wrap=False,  # lines that come and go with the focus would move what the reader clicks next
        persist_state="session",
    )


def _fill_from_address(catalogue: Catalogue) -> None:
    """Sets every widget to its parameter in the address."""
    given = address_bar.read(links.PAGE_PARAMETERS)
    query, unknown = parse_leniently(catalogue, given)
    for facet in FACETS:
        st.session_state[facet] = list(query.selection.chosen(facet))
    st.session_state[SEARCH] = query.selection.search
    st.session_state[RECORD] = query.selection.record
    st.session_state[UNITS] = query.units
    st.session_state[links.FIGURE] = next(iter(given.get(links.FIGURE, ())), None)
    place, unknown_place = parse_place(given)
    comparison, unknown_in_comparison = parse_comparison(catalogue, given)
    st.session_state.update(place | comparison)
    for words in (*unknown, *unknown_place, *unknown_in_comparison):
        st.warning(f"The address names something unknown, which is left out: {plain_text(words)}")


def _write_address(view: View, path: str, changed: Collection[str]) -> None:
    """Sets the address to the view, in which these widgets have ``changed``.

    On the page Figures, other figures are a table from its start: one that was opened is closed.
    """
    state = st.session_state
    if not {*FACETS, SEARCH, RECORD}.isdisjoint(changed):
        state[PAGE] = None
    if not {*FACETS, SEARCH}.isdisjoint(changed):
        state[links.FIGURE] = None
    own = {site.path("Figures"): (links.FIGURE, SORT, PAGE), site.path("Compare"): COMPARISON}
    parameters: dict[str, list[str]] = {}
    for name, value in links.page_parameters(view.selection, view.system):
        parameters.setdefault(name, []).append(value)
    parameters |= {name: [state[name]] for name in own.get(path, ()) if state.get(name)}
    address_bar.write(parameters, links.PAGE_PARAMETERS)


def _csv_button(view: View) -> None:
    """A button that makes the CSV of the selection when it is clicked, without running the page again."""
    st.download_button(
        f"CSV ({view.count:,})",
        data=partial(_csv, view.selection, view.system),
        file_name=writers.file_name(view.catalogue.descriptor.name, view.selection, "csv"),
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
        key="_csv",
    )


def _csv(selection: Selection, system: str) -> bytes:
    """The CSV of a selection of the catalogue as it is now: a button that held one would keep it in memory."""
    catalogue = served_catalogue.current().catalogue()
    return writers.to_csv(figure_table.table(catalogue, select(catalogue, selection), system), spreadsheet=True)
