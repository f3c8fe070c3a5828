"""The pages of the dashboard and what each is told: the catalogue, what is selected of it, and in which units."""

import os
from contextvars import ContextVar
from copy import copy
from dataclasses import dataclass
from functools import cache, cached_property
from ipaddress import ip_address
from typing import TYPE_CHECKING

import streamlit as st

from indicators.markup import replace_unprintable
from indicators.paths import PACKAGE, PAGES

if TYPE_CHECKING:  # the server starts without pandas
    import pandas as pd

    from indicators.catalogue.model import Catalogue
    from indicators.figures.selection import Selection
    from indicators.ui.shared.hooks import StreamlitPage

OTHERS = "What others published"
_PATHS = {
    "Overview": "overview",
    "Figures": "figures",
    OTHERS: "others",
    "Compare": "compare",
    "Calculations": "what_follows",
    "Check a draft": "check_a_draft",
    "Sources": "sources",
    "Method": "method",
}
"""The titles of the pages in the order of the menu, each with the path of its address, the name of its file."""
_TITLES = tuple(_PATHS)
FIRST = _TITLES[0]
"""The title of the page at the root address."""
STYLE_SHEETS = (PACKAGE / "render" / "style.css", PACKAGE / "ui" / "server" / "dashboard.css")
"""Style sheets of every page: of the figures, and of what is the dashboard's alone."""


@dataclass(frozen=True, kw_only=True)
class View:
    """What one run of a page shows: a selection of a catalogue, in one ``system`` of units."""

    catalogue: "Catalogue"
    selection: "Selection"
    system: str

    @cached_property
    def rows(self) -> "pd.DataFrame":
        """The selected figures, which only a page reads whose parts are not kept."""
        from indicators.figures.selection import select

        return select(self.catalogue, self.selection)

    @property
    def count(self) -> int:
        """The number of selected figures."""
        from indicators.figures.selection import count

        return count(self.catalogue, self.selection)


def pages() -> "list[StreamlitPage]":
    """Every page in the order of the menu, for this run; the first is the one at the root address."""
    return [copy(page) for page in _pages()]  # each run marks which of them it may run


@cache
def _pages() -> "list[StreamlitPage]":
    return [st.Page(PAGES / f"{path(title)}.py", title=title, default=title == FIRST) for title in _TITLES]


def menu(catalogue: "Catalogue") -> tuple[str, ...]:
    """The titles of the pages in the menu: that of the public record only where the catalogue has one."""
    from indicators.figures.selection import has_record

    return tuple(title for title in _TITLES if title != OTHERS or has_record(catalogue))


def path(title: str) -> str:
    """The path of the page's address, and the name of its file."""
    return _PATHS[title]


def title(page: str) -> str:
    """The title of the page with this path; empty for the first page and for a path that no page has."""
    return next((title for title in _TITLES[1:] if path(title) == page), "")


def paths() -> list[str]:
    """The path of each page in the order of the menu; that of the first is empty."""
    return ["", *map(path, _TITLES[1:])]


def base_path() -> str:
    """The path that the server has before every address, without a slash at its end; empty where it has none."""
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}" if base else ""


SHOW_PROBLEMS = "INDICATORS_SHOW_PROBLEMS"
"""Environment variable that says whether readers see what is wrong with the catalogue's files: 1 or 0."""


def shows_problems() -> bool:
    """Whether readers see the problems of the catalogue: as SHOW_PROBLEMS says, else where only this machine reads."""
    if said := os.environ.get(SHOW_PROBLEMS):
        return said != "0"
    address = str(st.get_option("server.address") or "")
    try:
        return address == "localhost" or ip_address(address).is_loopback
    except ValueError:
        return False


PLAIN_FILES = "INDICATORS_SITE"
"""Environment variable with the address of the dashboard as plain files, as the command `site` writes them."""


def plain_files() -> str:
    """The address of the dashboard as plain files; empty where none is set."""
    address = os.environ.get(PLAIN_FILES, "")
    return address if address.startswith(("https://", "http://")) else ""


def set_title(*parts: str) -> None:
    """Names the tab of the browser, the most special part first."""
    st.set_page_config(page_title=replace_unprintable(" · ".join(parts)))


PATHS = frozenset(_PATHS.values())
"""The paths of the pages."""


# Not in the session's state, which outlives its reader by minutes, and would keep a catalogue that was replaced.
_view: ContextVar[View] = ContextVar("view")


def hand_over(view: View) -> None:
    """Gives the page that runs next in this thread what it is to show."""
    _view.set(view)


def view() -> View:
    """What this run of the page shows."""
    return _view.get()
