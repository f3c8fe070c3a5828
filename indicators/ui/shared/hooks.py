"""Uses of the inside of Streamlit, uvicorn and Altair: names that may change with any release of theirs.

Each hook says what it is for and what happens without it. The server looks for every hook when it starts. Where one is
missing, the log has a warning and that part of the dashboard works as plain Streamlit does. The scripts of
`ui/server/`, and `preview.css`, get the names that they use from here.
"""

import importlib
import json
import logging
import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from inspect import signature
from itertools import chain
from typing import TYPE_CHECKING, Any

import streamlit as st
from starlette.types import Receive

from indicators.ui.shared.streamlit_files import first_scripts, index_page, mention, static_files

if TYPE_CHECKING:  # Streamlit has no public name for what `st.Page` returns
    from streamlit.navigation.page import StreamlitPage as StreamlitPage

_LOG = logging.getLogger("indicators")

_BETWEEN_PAGES = 0.05
"""Seconds between two pages that run again by themselves, so that readers who do something are not kept waiting."""

MAIN = '[data-testid="stMain"]'
"""CSS selector of the part of the page that scrolls."""

NAMES = {
    "main": MAIN,
    "message": '[data-testid="stAlert"], [data-testid="stException"], [role="dialog"]',
    "skeleton": '[data-testid="stSkeleton"]',
    "stateAttribute": "data-test-script-state",
    "chart": '[data-testid="stVegaLiteChart"] svg',
    "finished": '[data-test-script-state="notRunning"]',
    "navigation": "popstate",
    "panel": '[data-testid="stPopoverBody"]',
    "panelButton": '[data-testid="stPopoverButton"]',
    "theme": "stActiveTheme-",
}
"""Names of Streamlit's page that the scripts of the dashboard use: selectors, an attribute, an event, a storage key."""


@dataclass(frozen=True, kw_only=True)
class Hook:
    """A use of the inside of another package: what is used, what it is for, and what happens ``without`` it."""

    name: str
    purpose: str
    without: str
    is_there: Callable[[], bool]

    def available(self) -> bool:
        """Whether the hook is there; where it is missing, the first call logs a warning."""
        return _available(self)


@cache
def _available(hook: Hook) -> bool:
    try:
        found = hook.is_there()
    except (AttributeError, ImportError, OSError, ValueError):
        found = False
    if not found:
        _LOG.warning("%s is missing, which is for %s. Without it, %s.", hook.name, hook.purpose, hook.without)
    return found


def has(module: str, *names: str) -> bool:
    """Whether a module has each of these names; raises ImportError where there is no such module."""
    found = importlib.import_module(module)
    return all(hasattr(found, name) for name in names)


def _uvicorn(name: str) -> Any:
    """A class of uvicorn's HTTP protocol, of which there are two; uvicorn takes the faster one that is installed."""
    protocol = importlib.import_module("uvicorn.protocols.http.auto").AutoHTTPProtocol
    return getattr(importlib.import_module(protocol.__module__), name)


PAGE = Hook(
    name="Streamlit's page, static/index.html with <head> and <body>",
    purpose="adding the dashboard's scripts to the page",
    without="Streamlit serves its own page, with neither preview nor links within the page",
    is_there=lambda: all(index_page().count(tag) == 1 for tag in ("<head>", "<body>")),
)
STATIC_FILES = Hook(
    name="Streamlit's folder static/static with scripts and style sheets",
    purpose="sending these files compressed",
    without="Streamlit sends them itself, uncompressed",
    is_there=lambda: bool(static_files(".js")),
)
_IDS = ("stMain", "stAlert", "stException", "stSkeleton", "stPopoverBody", "stPopoverButton")
PAGE_STATES = Hook(
    name=f"the test ids {', '.join(_IDS)} and the attribute data-test-script-state",
    purpose="seeing when Streamlit has drawn what the preview shows, and what a reader has chosen",
    without="the first page has no preview, and a change of the filter is not announced to a screen reader",
    is_there=lambda: mention((*_IDS, NAMES["stateAttribute"], "notRunning"), first_scripts()),
)
BASE_ADDRESS = Hook(
    name="the setting BACKEND_BASE_URL of window.__streamlit",
    purpose="telling Streamlit's page where its server is",
    without="a page asks for its server at its own address first, and is answered 404",
    is_there=lambda: mention(["BACKEND_BASE_URL", "window.__streamlit"], first_scripts()),
)
STORED_THEME = Hook(
    name="the key stActiveTheme- of the browser's local storage",
    purpose="drawing the preview in the theme that the reader has chosen",
    without="the preview follows the reader's system, light or dark",
    is_there=lambda: mention([NAMES["theme"]], first_scripts()),
)
NAVIGATION = Hook(
    name="Streamlit's reaction to the event popstate",
    purpose="following a link to another page without loading the interface again",
    without="such a link loads the interface again",
    is_there=lambda: mention([NAMES["navigation"]], first_scripts()),
)
_STYLED = (
    "stMultiSelect", "stElementToolbar", "stMainBlockContainer", "stLayoutWrapper", "stHeading", "stHeader",
    "stCheckbox",
)  # fmt: skip
STYLED_WIDGETS = Hook(
    name=f"the test ids {', '.join(_STYLED)}",
    purpose="readable chosen options in the dark theme, hiding the buttons over charts that "
    "save them without bounds, sources and caveats, and placing title, buttons and menu",
    without="Streamlit draws these as it does",
    is_there=lambda: mention(_STYLED, static_files(".js")),
)
ARROW_BYTES = Hook(
    name="streamlit.dataframe_util.convert_anything_to_arrow_bytes",
    purpose="converting the data of a chart to Arrow once, for all readers",
    without="Streamlit converts the data at every run of the page",
    is_there=lambda: has("streamlit.dataframe_util", "convert_anything_to_arrow_bytes"),
)
BROWSER = Hook(
    name="streamlit.cli_util.open_browser with get_url and get_display_address of streamlit.web.server.server_util",
    purpose="opening the dashboard in the browser of whoever starts it",
    without="the reader opens the address that Streamlit prints",
    is_there=lambda: (
        has("streamlit.cli_util", "open_browser")
        and has("streamlit.web.server.server_util", "get_url", "get_display_address")
    ),
)
TRANSPORT = Hook(
    name="the transport of a request in uvicorn's RequestResponseCycle",
    purpose="sending each answer at once (TCP_NODELAY)",
    without="an answer may wait 40 ms for the reader's system",
    is_there=lambda: "transport" in signature(_uvicorn("RequestResponseCycle")).parameters,
)
ALTAIR_CHECKS = Hook(
    name="altair.utils.schemapi.disable_debug_mode",
    purpose="making charts without checking each piece against its schema, a quarter of the time",
    without="Altair checks each piece",
    is_there=lambda: has("altair.utils.schemapi", "disable_debug_mode"),
)
SESSIONS = Hook(
    name="the sessions of streamlit.runtime.Runtime, and AppSession.request_rerun",
    purpose="showing a changed catalogue in pages that are open",
    without="an open page shows it at its reader's next action",
    is_there=lambda: (
        callable(importlib.import_module("streamlit.runtime.app_session").AppSession.request_rerun)
        and callable(importlib.import_module("streamlit.runtime").Runtime._get_async_objs)
    ),
)
HOOKS = (
    PAGE, STATIC_FILES, PAGE_STATES, BASE_ADDRESS, STORED_THEME, NAVIGATION, STYLED_WIDGETS, ARROW_BYTES, BROWSER,
    TRANSPORT, ALTAIR_CHECKS, SESSIONS,
)  # fmt: skip


def check() -> None:
    """Looks for every hook, so that the log has a warning for each missing one."""
    for hook in HOOKS:
        hook.available()


def with_names(script: str) -> str:
    """The script with NAMES as its constant `streamlit`, in a scope of its own."""
    return f"{{ const streamlit = {json.dumps(NAMES)};\n{script}}}"


def arrow_bytes(rows: Sequence[Mapping[str, Any]]) -> Any:
    """The data of a chart in Arrow's format, or the data themselves.

    Of plain rows Streamlit would make a frame of pandas first, which takes ten times as long and twice the bytes.
    """
    if not ARROW_BYTES.available():
        return rows
    import pyarrow as pa

    columns = {name: [row.get(name) for row in rows] for name in dict.fromkeys(chain.from_iterable(rows))}
    return importlib.import_module("streamlit.dataframe_util").convert_anything_to_arrow_bytes(pa.table(columns))


def open_browser() -> None:
    """Opens the dashboard in a browser on this machine, at the address on which the server listens."""
    if BROWSER.available():
        server_util = importlib.import_module("streamlit.web.server.server_util")
        address = server_util.get_display_address(st.get_option("server.address") or "localhost")
        importlib.import_module("streamlit.cli_util").open_browser(server_util.get_url(address))


def rerun_pages() -> None:
    """Runs the script of every open page again, one page after the other; from any thread.

    A page that has not run yet is left alone: its session does not yet know which page it is.
    """
    runtime = importlib.import_module("streamlit.runtime").Runtime if SESSIONS.available() else None
    if runtime is None or not runtime.exists():
        return
    running = runtime.instance()
    loop = running._get_async_objs().eventloop

    def rerun_each() -> None:
        sessions = [info.session for info in running._session_mgr.list_active_sessions()]
        begun = [session for session in sessions if session._client_state.page_script_hash]
        for number, session in enumerate(begun):
            loop.call_later(number * _BETWEEN_PAGES, session.request_rerun, session._client_state)

    loop.call_soon_threadsafe(rerun_each)


def connection(receive: Receive) -> socket.socket | None:
    """The socket on which a request came in; None where the server keeps it elsewhere."""
    transport = _transport(receive)
    found: socket.socket | None = transport.get_extra_info("socket") if transport else None
    return found


def abort(receive: Receive) -> None:
    """Ends the connection on which a request came in, whatever is still to be sent on it."""
    if transport := _transport(receive):
        transport.abort()


def _transport(receive: Receive) -> Any:
    return getattr(getattr(receive, "__self__", None), "transport", None)


def skip_altair_checks() -> None:
    """Has Altair make charts without checking each piece, in this process; a test checks whole charts."""
    if ALTAIR_CHECKS.available():
        importlib.import_module("altair.utils.schemapi").disable_debug_mode()
