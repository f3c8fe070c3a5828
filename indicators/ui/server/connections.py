"""Limits of the server's connections, which uvicorn leaves open: their number, their idleness, and its last answers.

Streamlit starts uvicorn without these limits. They are set when the server starts, before it takes a connection.
"""

import asyncio
import logging
import os
import signal
import socket
import threading
from contextlib import suppress
from typing import Any

from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

from indicators import markup
from indicators.ui.server import log_limit
from indicators.ui.server.headers import HEADERS
from indicators.ui.shared.hooks import Hook
from indicators.ui.shared.site import plain_files

_LOG = logging.getLogger("indicators")
VARIABLE = "INDICATORS_CONNECTIONS"
"""Environment variable with the maximum number of connections."""
_DEFAULT = 1000
"""The maximum number of connections where the variable does not say another."""
IDLE = 20
"""Seconds that a connection may be open without a request: before the first, between two, while headers arrive."""
UNSENT = 60
"""Seconds after which the system ends a connection whose client takes nothing (Linux)."""
GRACE = 30
"""Seconds that a server which was told to end waits for the answers under way."""
_AFTER_GRACE = 5
_MESSAGE = 4 * 2**20
"""Bytes of a message that a page may send; what pages send has some thousand."""
_PER_PAGE = 4
"""Descriptors of an open page: its connection, and the event loop that Streamlit gives each session."""
_RESERVED = 200 + 128 * (_PER_PAGE - 1)
"""Descriptors that are left for files, and for the sessions that Streamlit keeps for readers who have gone."""
_FULL = (
    "<!doctype html><title>Busy</title><p>The server has as many readers as it takes. "
    "It is worth trying again in a few seconds.</p>"
)

SERVER = Hook(
    name="the server of uvicorn behind the signal SIGTERM, with config, server_state and the classes of its protocols",
    purpose="limits of connections, and an end with status 0",
    without="the server has no limits of its own; put a proxy with limits in front",
    is_there=lambda: _running() is not None,
)


def _running() -> Any:
    """The server of uvicorn that handles SIGTERM in this process; None where there is none."""
    server: Any = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    found = all(hasattr(server, name) for name in ("config", "server_state", "_captured_signals"))
    classes = ("http_protocol_class", "ws_protocol_class")
    return server if found and all(hasattr(server.config, name) for name in classes) else None


def limit() -> None:
    """Sets the limits of the server that is starting in this thread."""
    server = _running() if SERVER.available() else None
    if server is None:
        return
    config = server.config
    config.timeout_graceful_shutdown = GRACE
    config.ws_max_size = min(config.ws_max_size, _MESSAGE)
    config.encoded_headers = [header for header in config.encoded_headers if header[0] != b"server"]
    limit_protocols(config, _most())
    log_limit.limit()


def limit_protocols(config: Any, most: int) -> None:
    """Has the server of a uvicorn configuration take so many connections at most, each with its limits."""
    config.http_protocol_class = type(
        "LimitedProtocol", (LimitedConnection, config.http_protocol_class), {"most": most}
    )
    config.ws_protocol_class = type("PageProtocol", (PageConnection, config.ws_protocol_class), {})


def end() -> None:
    """Has the process end with status 0 when the server has, and at the latest some seconds later."""
    server = _running()
    if server is not None:
        server._captured_signals.clear()
        timer = threading.Timer(_AFTER_GRACE, os._exit, (0,))
        timer.daemon = True
        timer.start()


def _most() -> int:
    """The maximum number of connections; fewer than the descriptors that the process may have."""
    said = os.environ.get(VARIABLE, "")
    most = int(said) if said.isdecimal() and int(said) else _DEFAULT
    with suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft < (wanted := most * _PER_PAGE + _RESERVED):
            soft = min(hard, wanted)
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        most = min(most, max((soft - _RESERVED) // _PER_PAGE, 10))
    return most


class LimitedConnection:
    """Limits of one connection, mixed into uvicorn's protocol of HTTP."""

    most = _DEFAULT
    transport: Any
    cycle: Any
    app: Any
    connections: Any
    _idle_since: float | None = None
    _is_over = False

    def connection_made(self, transport: Any) -> None:
        """Begins to watch the connection; where there are too many, ends the longest that has asked for nothing."""
        super().connection_made(transport)  # type: ignore[misc]
        opened = transport.get_extra_info("socket")
        if opened is not None and hasattr(socket, "TCP_USER_TIMEOUT") and opened.family != socket.AF_UNIX:
            with suppress(OSError):
                opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNSENT * 1000)
        self._idle_since = asyncio.get_running_loop().time()
        self._watch()
        if len(self.connections) > self.most:
            waiting = [each for each in self.connections if isinstance(each, LimitedConnection) and each.is_silent()]
            others = [each for each in waiting if each is not self]
            if others:
                min(others, key=lambda each: each._idle_since or 0).transport.abort()
            else:
                self._is_over, self.app = True, _full

    def is_silent(self) -> bool:
        """Whether the connection has asked for nothing yet."""
        return self.cycle is None

    def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        if self.transport.is_closing() or self.transport.get_protocol() is not self:
            return
        if self.cycle is not None and not self.cycle.response_complete:
            self._idle_since = None
        elif self._idle_since is None:
            self._idle_since = loop.time()
        elif loop.time() - self._idle_since >= IDLE:
            self.transport.abort()
            return
        loop.call_later(IDLE / 4, self._watch)

    def handle_websocket_upgrade(self, *event: Any) -> None:
        """Hands the connection over to a page, unless there are too many."""
        if self._is_over:
            self.transport.abort()
        else:
            super().handle_websocket_upgrade(*event)  # type: ignore[misc]

    def send_400_response(self, message: str) -> None:
        """Answers what is no request, with the headers of all answers."""
        headers = {**HEADERS, "Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(message))}
        lines = ["HTTP/1.1 400 Bad Request", *(f"{name}: {text}" for name, text in headers.items())]
        answer = "\r\n".join([*lines, "Connection: close", "", message])
        self.transport.write(answer.encode("ascii"))
        self.transport.close()


class PageConnection:
    """Headers of one refused page, mixed into uvicorn's protocol of WebSockets."""

    conn: Any

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        send = self.conn.send_response

        def send_with_headers(response: Any) -> None:
            if response.status_code != 101:
                response.headers.update(HEADERS)
            send(response)

        self.conn.send_response = send_with_headers


async def _full(scope: Scope, receive: Receive, send: Send) -> None:
    headers = {**HEADERS, "Retry-After": "10", "Cache-Control": "no-store", "Connection": "close"}
    address = plain_files()
    link = markup.element("p", markup.element("a", "The same as plain files", href=address)) if address else ""
    await HTMLResponse(_FULL + link, status_code=503, headers=headers)(scope, receive, send)
