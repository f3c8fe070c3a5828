"""The selection in the address bar, so that a link reproduces the view.

Streamlit's own binding of widgets to the query writes the labels that readers see; an address that programs use too
needs ids, and has to name an id that it does not know. So the query is read and written here.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from indicators import markup
from indicators.select import Selection
from indicators.ui import site
from indicators.ui.asked import UNITS
from indicators.units import SYSTEMS

FIGURE = "figure"
"""Parameter of the figure that is opened in full."""

_LAST = "_address"

Query = dict[str, list[str]]


def query(names: Sequence[str]) -> Query:
    """The parameters of these names in the address."""
    return {name: st.query_params.get_all(name) for name in st.query_params if name in names}


def parameters(selection: Selection, system: str, *, figure: str = "", topic: str = "") -> list[tuple[str, str]]:
    """The parameters of a link that keeps the units and the selection, or selects a topic with the record instead.

    It may open a figure in full.
    """
    units = [(UNITS, system)] if system != SYSTEMS[0] else []
    chosen = Selection(topic=(topic,), record=True) if topic else selection
    return [*chosen.query(), *units, *([(FIGURE, figure)] if figure else [])]


def way(title: str, words: str, parameters: Sequence[tuple[str, str]]) -> str:
    """HTML of a link to the page of this title.

    Followed without loading the page anew: ``links.js`` sees to that.
    """
    return markup.way("?".join(filter(None, (site.path(title), urlencode(parameters)))), words)


def moved(names: Sequence[str], path: str) -> bool:
    """Whether the address, not a widget, says what to show: on a first visit, a link, the browser's back button.

    Going to another page by the menu drops the query; that alone changes nothing.
    """
    last: tuple[str, Query] | None = st.session_state.get(_LAST)
    now = query(names)
    if last is None:
        return True
    last_path, last_query = last
    return now != last_query and (bool(now) or path == last_path)


def write(parameters: Mapping[str, Sequence[str]], names: Sequence[str], path: str) -> None:
    """Makes the address say these parameters, those of ``names`` that are missing being dropped."""
    wanted = {name: list(values) for name, values in parameters.items() if values}
    if query(names) != wanted:
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in names}
        st.query_params.from_dict({**others, **wanted})
    st.session_state[_LAST] = (path, wanted)
