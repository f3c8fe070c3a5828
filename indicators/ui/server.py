"""Around the pages: the headers of every response, compressed scripts, and what is done once at start."""

import base64
import gc
import gzip
import hashlib
import re
import threading
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import cli_util
from streamlit.web.server import server_util

from indicators.errors import CatalogueError


def _inline_scripts() -> str:
    """CSP sources for the scripts written inside Streamlit's own page; no other inline script runs."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    digests = [hashlib.sha256(script.encode()).digest() for script in re.findall(r"<script>(.*?)</script>", page, re.S)]
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


class CompressedOnce:
    """ASGI middleware: the interface's scripts and style sheets, gzipped once for all readers.

    Streamlit sends them as they are, 5 MB with charts. Starlette's GZipMiddleware compresses them anew for
    every reader: half as much again of the server's time a visit, where keeping them takes less than half.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: dict[str, tuple[Message, Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with what is kept, keep what can be, pass the rest on."""
        if not _may_compress(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self._kept:
            sent: list[Message] = []

            async def collect(message: Message) -> None:
                sent.append(message)

            await self.app(scope, receive, collect)
            start, *parts = sent
            headers = MutableHeaders(scope=start)
            body = b"".join(part.get("body", b"") for part in parts)
            # Only what never changes is kept (an unknown path is answered with the page), and only whole: a reader
            # who goes away in the middle must not leave half a script to all the others.
            lasting = start["status"] == 200 and "immutable" in headers.get("cache-control", "")
            if not lasting or headers.get("content-length") != str(len(body)):
                for message in sent:
                    await send(message)
                return
            body = await run_in_threadpool(gzip.compress, body, 6)
            del headers["etag"]
            headers["content-encoding"] = "gzip"
            headers["content-length"] = str(len(body))
            headers.add_vary_header("Accept-Encoding")
            self._kept[path] = start, {"type": "http.response.body", "body": body}
        start, content = self._kept[path]
        await send({**start, "headers": [*start["headers"]]})
        await send(content)


def _may_compress(scope: Scope) -> bool:
    """Whether the request is for a whole script or style sheet, by a client that reads gzip."""
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].endswith((".js", ".css")):
        return False
    headers = Headers(scope=scope)
    return "gzip" in headers.get("accept-encoding", "") and "range" not in headers


MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(CompressedOnce)]


def _warm_up() -> None:
    """Read the catalogue and draw its charts, with all that takes importing; later garbage collections pass them by."""
    # Here, because what is cached belongs to the runtime, which has started by now.
    from indicators.ui import cache, later, memory

    memory.keep_apart()
    # The page shows the problems of a catalogue that has some.
    with suppress(CatalogueError):
        cache.warm_up()
    later.router()
    gc.collect()
    gc.freeze()


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
