"""The query of the page's address in the browser, which alone says what a page shows.

A link, the Back button, a reload and a new tab change the address, and the page follows it; a widget changes what is
shown, and the address follows. So a page and its address always say the same, and a click undoes a click.

Streamlit's own binding of widgets to the query writes the labels that readers see. An address that programs use too
needs ids, and a reader is told of an id that is unknown, so the query is read and written here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

_LAST = "_address"

Query = dict[str, list[str]]


@dataclass(frozen=True, kw_only=True)
class Change:
    """What has changed since the last run: the ``address``, or else the ``choices`` of these widgets, by key."""

    address: bool = False
    choices: frozenset[str] = field(default_factory=frozenset)


def read(names: Sequence[str]) -> Query:
    """The parameters of these names, with their values."""
    return {name: st.query_params.get_all(name) for name in st.query_params if name in names}


def pairs() -> list[tuple[str, str]]:
    """Name and value of every parameter."""
    return [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]


def change(names: Sequence[str], path: str) -> Change:
    """What has changed since the last run.

    A click may reach the server with an older address, because the browser had not yet been told of the new one; so
    where a widget has changed, the address has not.
    """
    last: tuple[str, Query, dict[str, Any]] | None = st.session_state.get(_LAST)
    if last is None:
        return Change(address=True)
    last_path, last_query, last_choices = last
    choices = _choices(names)
    changed = frozenset(name for name in choices if name in last_choices and choices[name] != last_choices[name])
    return Change(choices=changed) if changed else Change(address=(path, read(names)) != (last_path, last_query))


def write(parameters: Mapping[str, Sequence[str]], names: Sequence[str]) -> None:
    """Sets these parameters in the address, removes the others of ``names`` and leaves the rest."""
    query = {name: list(values) for name, values in parameters.items() if values}
    if read(names) != query:
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in names}
        st.query_params.from_dict({**others, **query})


def remember(names: Sequence[str], path: str) -> None:
    """Keeps what the next run compares: the address as it is, and the choices."""
    st.session_state[_LAST] = (path, read(names), _choices(names))


def _choices(names: Sequence[str]) -> dict[str, Any]:
    """The values of the widgets that are there, by name."""
    state = st.session_state.to_dict()  # once: each look at one value costs as much
    present = {name: state[name] for name in names if name in state}
    return {name: [*value] if isinstance(value, list) else value for name, value in present.items()}
