"""How long the server waits for a client: for what it sends, and until it takes what it asked for."""

import asyncio
import logging

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.ui.shared import hooks

_LOG = logging.getLogger("indicators")
_PART = 2**16
"""Bytes that are sent at once, so that a slow client has no more than that of an answer in this process."""
BODY = 30
"""Seconds in which the body of a request has to arrive."""
SENDING = 60
"""Seconds in which a client has to take the next part of an answer: about a kilobyte a second."""
_MOST_BODY = 2**20


class Patience:
    """ASGI middleware that gives up on clients that do not send or take what is due, and on bodies above a megabyte.

    An error of the application is answered with status 500, as any other answer goes through the middleware before.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        exchange = _Exchange(receive, send)
        try:
            await self.app(scope, exchange.receive, exchange.send)
        except TimeoutError:
            if not exchange.gave_up:
                raise
            hooks.abort(receive)
        except Exception:
            if exchange.started:
                raise
            _LOG.exception("A request failed.")
            await PlainTextResponse("The server failed.", status_code=500)(scope, receive, send)


class _Exchange:
    """One request and its answer."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._left = _MOST_BODY
        self._deadline = asyncio.get_running_loop().time() + BODY
        self._complete = False
        self.started = False
        self.gave_up = False

    async def receive(self) -> Message:
        """The next part of the request; the client has gone where it is late or the body too large."""
        if self._complete:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError:
            return {"type": "http.disconnect"}
        self._left -= len(message.get("body", b""))
        self._complete = not message.get("more_body", False)
        return message if self._left >= 0 else {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        """Sends a part of the answer; raises TimeoutError where the client does not take it."""
        self.started = True
        try:
            for part in _parts(message):
                async with asyncio.timeout(SENDING):
                    await self._send(part)
        except TimeoutError:
            self.gave_up = True
            raise


def _parts(message: Message) -> list[Message]:
    body = message.get("body", b"")
    if len(body) <= _PART:
        return [message]
    parts = [body[start : start + _PART] for start in range(0, len(body), _PART)]
    more = [True] * (len(parts) - 1) + [message.get("more_body", False)]
    return [{**message, "body": part, "more_body": each} for part, each in zip(parts, more, strict=True)]
