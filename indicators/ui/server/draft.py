"""The address /check: a draft in, its findings out. Nothing of a draft is logged or kept."""

import json
import time
from collections import OrderedDict
from collections.abc import Mapping

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from indicators.errors import CatalogueError
from indicators.export import writers
from indicators.quoting.check import check
from indicators.ui.server.queues import BusyError, Queue
from indicators.ui.shared import served_catalogue

MOST_BYTES = 2**20
"""Size of the longest request."""
MOST_A_MINUTE = 30
"""Requests of one client in a minute."""
_CLIENTS = 4096
_HEADERS = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store"}
_PREFLIGHT = {"Access-Control-Allow-Methods": "POST, OPTIONS", "Access-Control-Allow-Headers": "Content-Type"}
_QUEUE = Queue(at_once=2, waiting=8)


class Rate:
    """Counts the requests of each client in the running minute."""

    def __init__(self, most: int, clients: int = _CLIENTS) -> None:
        self._most, self._clients = most, clients
        self._counts: OrderedDict[tuple[str, int], int] = OrderedDict()

    def admits(self, client: str, minute: int) -> bool:
        """Whether the client may ask once more in this minute."""
        key = (client, minute)
        self._counts[key] = self._counts.pop(key, 0) + 1
        while len(self._counts) > self._clients:
            self._counts.popitem(last=False)
        return self._counts[key] <= self._most


_RATE = Rate(MOST_A_MINUTE)


async def check_draft(request: Request) -> Response:
    """Answers the findings on the draft in the body: plain text, or JSON with ``text`` and, if wanted, ``record``."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=_HEADERS | _PREFLIGHT)
    client = request.client.host if request.client else ""
    if not _RATE.admits(client, int(time.monotonic() // 60)):
        return _refusal(429, f"at most {MOST_A_MINUTE} drafts a minute are checked", {"Retry-After": "60"})
    try:
        body = await _body(request)
    except ClientDisconnect:
        return Response(status_code=400)
    if body is None:
        return _refusal(413, f"a draft of more than {MOST_BYTES // 2**20} MiB is not checked")
    try:
        text, record = _draft(body, request.headers.get("content-type", ""))
    except ValueError as error:
        return _refusal(400, str(error))
    try:
        found = await _QUEUE.run(lambda: check(served_catalogue.current().catalogue(), text, record=record))
    except BusyError:
        return _refusal(503, "too many drafts are checked at once; ask again in a few seconds", {"Retry-After": "5"})
    except CatalogueError:
        return _refusal(503, "the catalogue has problems, and nothing is compared with it until they are mended")
    content = writers.to_json([finding.as_record() for finding in found])
    return Response(content, media_type="application/json", headers=_HEADERS)


async def _body(request: Request) -> bytes | None:
    """The body of a request; None where it is too long, of which no more is read."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > MOST_BYTES:
        return None
    parts: list[bytes] = []
    length = 0
    async for part in request.stream():
        length += len(part)
        if length > MOST_BYTES:
            return None
        parts.append(part)
    return b"".join(parts)


def _draft(body: bytes, media_type: str) -> tuple[str, bool]:
    """The text, and whether the figures of the record count; raises ValueError that says what was expected."""
    if not body:
        raise ValueError("there is no draft in the body of the request")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("the draft is not UTF-8") from None
    if "\0" in text:
        raise ValueError("the draft is no text")
    if not media_type.partition(";")[0].strip().endswith("json"):
        return text, False
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("the body is not JSON") from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise ValueError("the body has no text: expected an object with text and, if wanted, record")
    if not isinstance(given.get("record", False), bool):
        raise ValueError("record is true or false")
    return given["text"], given.get("record") is True


def _refusal(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    content = json.dumps({"status": status, "error": sentence, "problems": []})
    return Response(content, status, {**_HEADERS, **(headers or {})}, "application/json")
