"""The query of the page's address in the browser.

Streamlit's own binding of widgets to the query writes the labels that readers see. An address that programs use too
needs ids, and a reader is told of an id that is unknown, so the query is read and written here.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

_LAST = "_address"

Query = dict[str, list[str]]


def read(names: Sequence[str]) -> Query:
    """The parameters of these names, with their values."""
    return {name: st.query_params.get_all(name) for name in st.query_params if name in names}


def has_changed(names: Sequence[str], path: str) -> bool:
    """Whether the address, not a widget, says what to show: at a first visit, after a link or the Back button.

    Going to another page by the menu drops the query, which changes nothing. Nor does a click that reached the server
    with an older address, because the browser had not yet been told of the new one: a widget has changed then.
    """
    last: tuple[str, Query, dict[str, Any]] | None = st.session_state.get(_LAST)
    query = read(names)
    if last is None:
        return True
    last_path, last_query, last_choices = last
    choices = _choices(names)
    if any(name in last_choices and choices[name] != last_choices[name] for name in choices):
        return False
    return query != last_query and (bool(query) or path == last_path)


def write(parameters: Mapping[str, Sequence[str]], names: Sequence[str], path: str) -> None:
    """Sets these parameters in the address, removes the others of ``names`` and leaves the rest."""
    query = {name: list(values) for name, values in parameters.items() if values}
    if read(names) != query:
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in names}
        st.query_params.from_dict({**others, **query})
    st.session_state[_LAST] = (path, query, _choices(names))


def _choices(names: Sequence[str]) -> dict[str, Any]:
    """The values of the widgets that are there, by name."""
    present = {name: st.session_state[name] for name in names if name in st.session_state}
    return {name: [*value] if isinstance(value, list) else value for name, value in present.items()}
