"""The selection in the address bar, so that a link reproduces the view.

Streamlit's own binding of widgets to the query writes the labels that readers see; an address that programs use too
needs ids, and has to name an id that it does not know. So the query is read and written here.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

_LAST = "_address"

Query = dict[str, list[str]]


def query(names: Sequence[str]) -> Query:
    """The parameters of these names in the address."""
    return {name: st.query_params.get_all(name) for name in st.query_params if name in names}


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
