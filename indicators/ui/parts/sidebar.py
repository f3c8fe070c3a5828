"""The selection beside every page: which figures, in which units, and their download."""

import pandas as pd
import streamlit as st

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
from indicators.ui.shared import links, site
from indicators.ui.shared.query import LONGEST_SEARCH, UNITS, understood
from indicators.ui.shared.site import View

QUESTION = ("left", "op", "right")
"""Parameters and keys of a comparison."""
NAMES = (*FACETS, SEARCH, RECORD, UNITS, links.FIGURE, *QUESTION)
"""Every parameter of a page's address; each is the key of its widget."""

_UNIT_WORDS = {"printed": "As printed", "si": "SI", "us": "US customary"}


def sidebar(catalogue: Catalogue, path: str) -> View:
    """Draws the selection for the page at ``path`` and gives what it selects; unknown ids in the address are named."""
    if address_bar.moved(NAMES, path):
        _take(catalogue)
    with st.sidebar:
        st.subheader("Selection")
        record = _record(catalogue)
        chosen = {facet: tuple(_facet(catalogue, facet, record=record)) for facet in FACETS}
        search = st.text_input(
            "Search",
            key=SEARCH,
            type="search",
            max_chars=LONGEST_SEARCH,
            placeholder="words in a figure",
            persist_state="session",
        )
        system = st.segmented_control(
            "Units",
            SYSTEMS,
            format_func=_UNIT_WORDS.__getitem__,
            key=UNITS,
            required=True,
            persist_state="session",
        )
        selection = Selection(**chosen, search=(search or "").strip(), record=record)
        rows = select(catalogue, selection)
        st.button("Clear the selection", on_click=clear, disabled=not selection.narrowed, width="stretch")
        _downloads(catalogue, selection, rows)
        taking = downloads.button()
    view = View(catalogue=catalogue, selection=selection, rows=rows, system=system or SYSTEMS[0])
    _write(view, path)
    if taking:
        downloads.dialog(view)
    return view


def clear() -> None:
    """Selects everything again, the record staying as it is."""
    for name in (*FACETS, SEARCH):
        st.session_state[name] = "" if name == SEARCH else []


def empty(view: View) -> bool:
    """Whether nothing is selected; says so and offers the way back."""
    if len(view.rows):
        return False
    st.info("No figure matches this selection.")
    st.button("Show every figure again", on_click=clear, key="_show_all")
    return True


def query(view: View, *, figure: str = "", topic: str = "") -> list[tuple[str, str]]:
    """The parameters of a link from this view."""
    return links.parameters(view.selection, view.system, figure=figure, topic=topic)


def _record(catalogue: Catalogue) -> bool:
    """Whether the reader wants the record; not asked where there is none."""
    if not has_record(catalogue):
        return False
    return st.toggle(
        "With the public record",
        key=RECORD,
        help="Figures of other documents, against which these may be set. They stay apart in every list.",
        persist_state="session",
    )


def _facet(catalogue: Catalogue, facet: str, *, record: bool) -> list[str]:
    ids = selectable_ids(catalogue, facet, record=record)
    if len(ids) < 2:
        return []  # nothing to choose between
    names = selectable_names(catalogue, facet, record=record)
    # What was chosen of the record is not, once the record is off.
    chosen = st.session_state.get(facet, [])
    if not set(chosen) <= set(ids):
        st.session_state[facet] = [one for one in chosen if one in ids]
    return st.multiselect(
        facet.capitalize(),
        ids,
        format_func=lambda one: names[one],
        key=facet,
        placeholder="all",
        wrap=False,
        persist_state="session",
    )


def _take(catalogue: Catalogue) -> None:
    """Sets the widgets to what the address says."""
    given = address_bar.query(NAMES)
    asked, unknown = understood(catalogue, given)
    for facet in FACETS:
        st.session_state[facet] = list(asked.selection.chosen(facet))
    st.session_state[SEARCH] = asked.selection.search
    st.session_state[RECORD] = asked.selection.record
    st.session_state[UNITS] = asked.units
    for name in (links.FIGURE, *QUESTION):
        st.session_state[name] = next(iter(given.get(name, ())), None)
    for words in unknown:
        _warn(words)


def _warn(about: str) -> None:
    """Names what the address asks for and the catalogue does not have; plain text, never markup."""
    st.warning(f"The address names something unknown, which is left out: {about.translate(_PLAIN)}")


_PLAIN = {ord(letter): f"\\{letter}" for letter in "\\`*_{}[]()#+-.!<>|~$:"}


def _write(view: View, path: str) -> None:
    parameters: dict[str, list[str]] = {}
    opened = st.session_state.get(links.FIGURE) if path == site.path("Figures") else None
    for name, value in query(view, figure=opened or ""):
        parameters.setdefault(name, []).append(value)
    if path == site.path("Compare"):
        parameters |= {name: [st.session_state[name]] for name in QUESTION if st.session_state.get(name)}
    address_bar.write(parameters, NAMES, path)


def _downloads(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame) -> None:
    """Buttons whose files are made when clicked, without running the page again."""
    everything = figures_in_scope(catalogue, record=selection.record)

    def button(label: str, chosen: pd.DataFrame, name: str) -> None:
        st.download_button(
            label,
            data=lambda: writers.to_csv(figure_table.table(catalogue, chosen), spreadsheet=True),
            file_name=name,
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
