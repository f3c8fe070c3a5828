"""A program that asks the server, as any program does: without a browser, each request on a connection of its own."""

import asyncio
import http.client
import json
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.applications import Starlette

from indicators.ui.server import routes
from tests.support.dashboard import Server

Result = TypeVar("Result")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the server answers; the names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:
        return json.loads(self.body)


def ask(server: Server, target: str, method: str = "GET", **headers: str) -> Answer:
    """The answer to a request; an underscore in the name of a header is a hyphen."""
    return request(http.client.HTTPConnection("127.0.0.1", server.port), target, method, headers)


def request(connection: http.client.HTTPConnection, target: str, method: str, headers: Mapping[str, str]) -> Answer:
    """The answer to the one request on a connection, which ends with it."""
    try:
        connection.request(method, target, headers={name.replace("_", "-"): text for name, text in headers.items()})
        response = connection.getresponse()
        named = {name.lower(): ", ".join(response.headers.get_all(name, [])) for name in response.headers}
        # A connection that becomes a WebSocket has no end to read to.
        return Answer(status=response.status, headers=named, body=b"" if response.status == 101 else response.read())
    finally:
        connection.close()


def wait_for(work: Coroutine[Any, Any, Result]) -> Result:
    """The result of the work, done in another thread: in this one, the browser's events may be waited for already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def ask_here(target: str) -> Answer:
    """The answer of the routes in this process, for a catalogue that `INDICATORS_DATA` names."""
    path, _, query = target.partition("?")
    sent: list[Any] = []
    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": path, "root_path": "",
        "query_string": query.encode(), "headers": [(b"host", b"localhost")], "server": ("localhost", 80),
    }  # fmt: skip

    async def receive() -> dict[str, object]:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        sent.append(message)

    wait_for(Starlette(routes=routes.routes())(scope, receive, send))
    start, *parts = sent
    headers = {name.decode(): text.decode() for name, text in start["headers"]}
    return Answer(status=start["status"], headers=headers, body=b"".join(part.get("body", b"") for part in parts))
