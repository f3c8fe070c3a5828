"""A line of JSON for each request, off unless it is asked for; nothing in it tells what a reader asked for."""

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.ui.server.metrics import kind_of

VARIABLE = "INDICATORS_REQUEST_LOG"
"""Variable of the environment that turns the log on: `1`."""
MOST_A_SECOND = 50
"""Maximum number of lines in a second; the next line says how many were left out."""
_METHODS = frozenset("GET HEAD POST PUT PATCH DELETE OPTIONS".split())


def wanted() -> bool:
    """Whether whoever runs the server asks for the log."""
    return os.environ.get(VARIABLE) == "1"


class RequestLog:
    """ASGI middleware that writes a line to standard output when an answer was sent or has failed."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        self.app, self._clock = app, clock
        self._second, self._written, self._left_out = 0, 0, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on and logs it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, size, start = 500, 0, self._clock()

        async def send_and_note(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            method, end = scope["method"], self._clock()
            self._write(
                end,
                method=method if method in _METHODS else "other",
                kind=kind_of(scope["path"]),
                status=status,
                bytes=size,
                milliseconds=round((end - start) * 1000, 1),
            )

    def _write(self, now: float, **fields: object) -> None:
        if int(now) != self._second:
            self._second, self._written = int(now), 0
        if self._written == MOST_A_SECOND:
            self._left_out += 1
            return
        left_out = {"left_out": self._left_out} if self._left_out else {}
        self._written, self._left_out = self._written + 1, 0
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **fields, **left_out}
        print(json.dumps(line), file=sys.stdout, flush=True)
