"""The selection beside every page: widgets for the figures and the units, and the download of both."""

import pandas as pd
import streamlit as st

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.export import figure_table, writers
from indicators.figures.selection import (
    FACETS,
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
from indicators.ui.shared import links, site
from indicators.ui.shared.query import COMPARISON, MAX_SEARCH_LENGTH, UNITS, parse_comparison, parse_leniently
from indicators.ui.shared.site import View

_SYSTEM_NAMES = {"printed": "As printed", "si": "SI", "us": "US customary"}


def show_sidebar(catalogue: Catalogue, path: str) -> View:
    """The view that the widgets beside the page at ``path`` select; unknown ids in the address are named in a warning.

    The address, when it has changed, sets the widgets first; then it is set to what they select.
    """
    if address_bar.has_changed(links.PAGE_PARAMETERS, path):
        _fill_from_address(catalogue)
    with st.sidebar:
        st.subheader("Filter")
        record = _record_toggle(catalogue)
        chosen = {facet: tuple(_facet_choice(catalogue, facet, record=record)) for facet in FACETS}
        search = st.text_input(
            "Search",
            key=SEARCH,
            type="search",
            max_chars=MAX_SEARCH_LENGTH,
            placeholder="words in a figure",
            persist_state="session",
        )
        system = st.segmented_control(
            "Units",
            SYSTEMS,
            format_func=_SYSTEM_NAMES.__getitem__,
            key=UNITS,
            required=True,
            persist_state="session",
        )
        selection = Selection(**chosen, search=(search or "").strip(), record=record)
        rows = select(catalogue, selection)
        st.button("Clear the filter", on_click=clear, disabled=not selection.narrowed, width="stretch")
        _download_buttons(catalogue, selection, rows, system or SYSTEMS[0])
        opens_dialog = downloads.button()
    view = View(catalogue=catalogue, selection=selection, rows=rows, system=system or SYSTEMS[0])
    _write_address(view, path)
    if opens_dialog:
        downloads.dialog(view)
    return view


def clear() -> None:
    """Selects everything again; the public record stays on or off."""
    for name in (*FACETS, SEARCH):
        st.session_state[name] = "" if name == SEARCH else []


def is_empty(view: View) -> bool:
    """Whether nothing is selected; the page then says so and offers to select everything."""
    if len(view.rows):
        return False
    st.info("No figure matches this selection.")
    st.button("Show every figure again", on_click=clear, key="_show_all")
    return True


def _record_toggle(catalogue: Catalogue) -> bool:
    """Whether the reader includes the public record; without one there is no toggle."""
    if not has_record(catalogue):
        return False
    return st.toggle(
        "With the public record",
        key=RECORD,
        help="Figures of other documents, against which these may be set. They stay apart in every list.",
        persist_state="session",
    )


def _facet_choice(catalogue: Catalogue, facet: str, *, record: bool) -> list[str]:
    """The ids chosen for a facet; there is no widget where it has fewer than two."""
    ids = selectable_ids(catalogue, facet, record=record)
    if len(ids) < 2:
        return []
    titles = selectable_names(catalogue, facet, record=record)
    # Ids of the record are no longer among the options once the record is off.
    chosen = st.session_state.get(facet, [])
    if not set(chosen) <= set(ids):
        st.session_state[facet] = [id_ for id_ in chosen if id_ in ids]
    return st.multiselect(
        facet.capitalize(),
        ids,
        format_func=lambda identity: markup.label(titles[identity]),
        key=facet,
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
    comparison, unknown_in_comparison = parse_comparison(catalogue, given)
    st.session_state.update(comparison)
    for words in (*unknown, *unknown_in_comparison):
        st.warning(f"The address names something unknown, which is left out: {plain_text(words)}")


def _write_address(view: View, path: str) -> None:
    """Sets the address to the view, and to the opened figure or the comparison on the pages that have one."""
    parameters: dict[str, list[str]] = {}
    figure = st.session_state.get(links.FIGURE) if path == site.path("Figures") else None
    for name, value in links.page_parameters(view.selection, view.system, figure=figure or ""):
        parameters.setdefault(name, []).append(value)
    if path == site.path("Compare"):
        operands = {name: st.session_state.get(name) for name in COMPARISON}
        parameters |= {name: [value] for name, value in operands.items() if value}
    address_bar.write(parameters, links.PAGE_PARAMETERS, path)


def _download_buttons(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame, system: str) -> None:
    """Buttons that make their file when they are clicked, without running the page again."""
    everything = figures_in_scope(catalogue, record=selection.record)

    def button(label: str, rows: pd.DataFrame, file_name: str) -> None:
        st.download_button(
            label,
            data=lambda: writers.to_csv(figure_table.table(catalogue, rows, system), spreadsheet=True),
            file_name=file_name,
            mime="text/csv",
            on_click="ignore",
            width="stretch",
        )

    st.subheader("Download")
    name = catalogue.descriptor.name
    whole = Selection(record=True) if selection.record else None
    if 0 < len(rows) < len(everything):
        button(f"CSV of the selection ({len(rows):,})", rows, writers.file_name(name, selection, "csv"))
    button(f"CSV of everything ({len(everything):,})", everything, writers.file_name(name, whole, "csv"))
