"""Middleware of every request, and what the server does once when it starts."""

import socket
import threading
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.charts import drawing
from indicators.ui.server import connections, kept_preview, metrics, origins, request_log, theme_settings
from indicators.ui.server.headers import HEADERS
from indicators.ui.server.patience import Patience
from indicators.ui.server.static_files import CompressedStaticFiles
from indicators.ui.shared import hooks
from indicators.ui.shared.site import base_path


class SecurityHeaders:
    """ASGI middleware that adds `HEADERS` to every response, and refuses WebSockets to pages of another origin.

    A response that has one of these headers keeps its own.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on; its response gets the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, text in HEADERS.items():
                    headers.setdefault(name, text)
                if "vary" in headers:  # compression repeats what an endpoint says of it
                    headers["Vary"] = ", ".join(dict.fromkeys(headers["Vary"].split(", ")))
                if "frame-ancestors 'none'" not in headers["Content-Security-Policy"]:
                    del headers["X-Frame-Options"]  # a page for frames: this header cannot say which
            await send(message)

        if scope["type"] == "websocket":
            headers = Headers(scope=scope)
            reason = origins.refusal(headers.get("origin", ""), scope)
            if reason:
                origins.log_once(reason)
                await send({"type": "websocket.close", "code": 1008})
                return
            scope = _of_own_origin(scope)
        await self.app(scope, receive, send_with_headers)


def _of_own_origin(scope: Scope) -> Scope:
    """The scope of an accepted page, its origin being the server's own.

    Of any other, Streamlit asks another host for this machine's address before it looks at its own settings.
    """
    scope = {**scope, "headers": [*scope["headers"]]}
    headers = MutableHeaders(scope=scope)
    if "origin" in headers and "host" in headers:
        headers["origin"] = f"http://{headers['host']}"
    return scope


class UnusedEndpoints:
    """ASGI middleware that answers 404 at Streamlit's endpoints of which the dashboard makes no use.

    An upload would be kept in memory until its page is closed; the metrics are for whoever runs the server.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._paths = tuple(f"{base_path()}/_stcore/{name}" for name in ("upload_file", "metrics"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on every request but those."""
        if scope["type"] == "http" and scope["path"].startswith(self._paths):
            await PlainTextResponse("there is nothing here", status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class NoDelay:
    """ASGI middleware that switches Nagle's algorithm off, so that each answer is sent at once.

    asyncio does so by itself for sockets that name TCP as their protocol; Streamlit's socket does not. With the
    algorithm on, the body of every answer, and every second message of a page, waits until the reader's system has
    acknowledged what went before: 40 ms each where that system delays acknowledgements, as Linux does.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sets the option of the connection, and passes the request on."""
        connection = hooks.connection(receive)
        if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)


MIDDLEWARE = [
    *([Middleware(request_log.RequestLog)] if request_log.wanted() else []),
    *([Middleware(metrics.Metrics)] if metrics.wanted() else []),
    Middleware(NoDelay),
    Middleware(origins.TrustedProxies),
    Middleware(SecurityHeaders),
    Middleware(Patience),
    Middleware(UnusedEndpoints),
    Middleware(CompressedStaticFiles),
]


def _start() -> None:
    if kept_preview.find(kept_preview.CARDS) is None:  # else the first page needs no drawing
        drawing.start_own_process()
    from indicators.ui.server import warm_up, watch  # their imports take a second, while the server answers already

    threading.Thread(target=watch.watch, name="watch", daemon=True).start()
    warm_up.warm_up()


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncGenerator[None, None]:
    """Starts the warm-up, and shows the dashboard to whoever started it: `streamlit run` leaves this to an `st.App`.

    The warm-up goes on while the first visitor's browser is loading the interface.
    """
    connections.limit()
    theme_settings.keep()
    drawing.use_own_process()
    threading.Thread(target=_start, name="warm-up", daemon=True).start()
    if not st.get_option("server.headless"):
        hooks.open_browser()
    yield
    connections.end()
    drawing.end_own_process()


def load_number_libraries() -> None:
    """Imports pyarrow and numpy before the server answers, a tenth of a second of work.

    On two cores the first reader's browser and the server share the time: imported while that browser loads the
    interface, the two would cost the reader more. The warm-up imports the rest, so that the server starts soon.
    """
    import pyarrow  # noqa: F401
