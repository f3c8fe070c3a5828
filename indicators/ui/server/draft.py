"""The address /check: a draft in, its findings out. Nothing of a draft is logged or kept."""

import json
import time
from collections import OrderedDict
from collections.abc import Mapping

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from indicators.errors import CatalogueError, IndicatorsError
from indicators.export import writers
from indicators.quoting.check import check
from indicators.render import draft_marks
from indicators.ui.server.draft_request import draft_of, is_form, most_bytes
from indicators.ui.server.file_headers import ANY_ORIGIN
from indicators.ui.server.queues import BusyError, Queue
from indicators.ui.shared import served_catalogue

MOST_A_MINUTE = 30
"""Requests of one client in a minute."""
_CLIENTS = 4096
_HEADERS = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store"}
_PAGE = {"Content-Security-Policy": ANY_ORIGIN["Content-Security-Policy"], "Cache-Control": "no-store"}
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
    """Answers the findings on the draft in the body: plain text, JSON with ``text`` and ``record``, file or form."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=_HEADERS | _PREFLIGHT)
    content_type = request.headers.get("content-type", "")
    refuse = _refusal_page if is_form(content_type) else _refusal
    client = request.client.host if request.client else ""
    if not _RATE.admits(client, int(time.monotonic() // 60)):
        return refuse(429, f"at most {MOST_A_MINUTE} drafts a minute are checked", {"Retry-After": "60"})
    try:
        body = await _body(request, most_bytes(content_type))
    except ClientDisconnect:
        return Response(status_code=400)
    if body is None:
        return refuse(413, f"a draft of more than {most_bytes(content_type) // 2**20} MiB is not checked")
    try:
        return await _QUEUE.run(lambda: _answer(body, content_type))
    except (ValueError, IndicatorsError) as error:
        if isinstance(error, CatalogueError):
            return refuse(503, "the catalogue has problems, and nothing is compared with it until they are mended")
        return refuse(400, str(error))
    except ModuleNotFoundError:
        return refuse(501, "this server has no reader of .pdf; paste the text instead")
    except BusyError:
        return refuse(503, "too many drafts are checked at once; ask again in a few seconds", {"Retry-After": "5"})


def _answer(body: bytes, content_type: str) -> Response:
    """The findings on the draft in a body: as JSON, to the form of the page as a page."""
    given = draft_of(body, content_type)
    catalogue = served_catalogue.current().catalogue()
    found = check(catalogue, given.text, record=given.record)
    if is_form(content_type):
        return Response(draft_marks.page(catalogue, given.text, found), media_type="text/html", headers=_PAGE)
    content = writers.to_json([finding.as_json() for finding in found])
    return Response(content, media_type="application/json", headers=_HEADERS)


async def _body(request: Request, most: int) -> bytes | None:
    """The body of a request; None where it is too long, of which no more is read."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > most:
        return None
    parts: list[bytes] = []
    length = 0
    async for part in request.stream():
        length += len(part)
        if length > most:
            return None
        parts.append(part)
    return b"".join(parts)


def _refusal(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    content = json.dumps({"status": status, "error": sentence, "problems": []})
    return Response(content, status, {**_HEADERS, **(headers or {})}, "application/json")


def _refusal_page(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    return Response(draft_marks.refusal(sentence), status, {**_PAGE, **(headers or {})}, "text/html")
