"""Around the pages: the headers of every response, and what is done once at start."""

import base64
import hashlib
import os
import re
import socket
import threading
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import cli_util
from streamlit.web.server import server_util

from indicators.ui.server import interface


def _inline_scripts() -> str:
    """CSP sources for the scripts written inside the page; no other inline script runs."""
    scripts = re.findall(r"<script>(.*?)</script>", interface.page(), re.S)
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


POLICY = (
    "default-src 'self'",
    f"script-src 'self' {_inline_scripts()}",
    "style-src 'self' 'unsafe-inline'",  # Streamlit writes its styles into the page
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
HEADERS = {
    "Content-Security-Policy": "; ".join(POLICY),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class SecurityHeaders:
    """ASGI middleware: `HEADERS` where a response has none of its own, and no WebSocket for another origin's page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, its response with headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, text in HEADERS.items():
                    headers.setdefault(name, text)
            await send(message)

        if scope["type"] == "websocket" and _is_foreign(Headers(scope=scope)):
            # Streamlit refuses it too, but first asks another host for this machine's address.
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self.app(scope, receive, send_with_headers)


def _is_foreign(headers: Headers) -> bool:
    """Whether a page of another origin sent the request; other programs send no origin."""
    return "origin" in headers and headers["origin"].partition("://")[2] != headers.get("host")


class SentAtOnce:
    """ASGI middleware: what is written to a connection leaves at once.

    Streamlit makes its socket without naming TCP, by which asyncio would know to switch Nagle's algorithm off. With
    it on, the body of every answer, and every second message of a page, waits until the reader's system has
    acknowledged what went before: 40 ms each where that system puts it off, as Linux does.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set the connection's option, pass the request on."""
        # The server's own object for a request; a server that keeps its transport elsewhere goes on as it was.
        transport = getattr(getattr(receive, "__self__", None), "transport", None)
        connection = transport.get_extra_info("socket") if transport else None
        if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)


MIDDLEWARE = [Middleware(SentAtOnce), Middleware(SecurityHeaders), Middleware(interface.Compressed)]


def _warm_up() -> None:
    from indicators.ui.server import warm_up  # with all that takes importing, while the server answers

    warm_up.up()


def _open_browser() -> None:
    """Show the dashboard to the person who started it; `streamlit run` leaves this to an `st.App`."""
    address = st.get_option("server.address") or "localhost"
    cli_util.open_browser(server_util.get_url(server_util.get_display_address(address)))


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncGenerator[None, None]:
    """Warm up while the first visitor's browser is still loading the interface; the page waits for what it needs."""
    threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()
    if not st.get_option("server.headless"):
        _open_browser()
    yield


def load_number_libraries() -> None:
    """Load the first libraries of numbers before the server answers, a tenth of a second of work.

    Loaded while the first reader's browser takes in the interface it would cost that reader more: on two cores the
    browser, the server and what it imports share the time. The rest is left to the warm-up, for the start's sake.
    """
    # Nothing here multiplies matrices; while numpy is loaded the threads for that would spin on every core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import pyarrow  # noqa: F401  # and with it numpy
