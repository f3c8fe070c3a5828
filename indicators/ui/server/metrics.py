"""The address /metrics: what the server has answered, in the text form of Prometheus; off unless it is asked for.

Nothing in it tells what a reader asked for: requests are counted by the first part of their path and by status.
"""

import os
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.ui.shared import served_catalogue, site
from indicators.ui.shared.site import base_path

VARIABLE = "INDICATORS_METRICS"
"""Variable of the environment that turns the address on: `1`."""
PATH = "/metrics"
_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_KINDS = frozenset("data report preview check embed oembed static _stcore healthz readyz metrics".split())
_PAGE, _OTHER = "page", "other"

_answers: Counter[tuple[str, int]] = Counter()
_seconds: defaultdict[str, float] = defaultdict(float)
_open: Counter[str] = Counter()


def wanted() -> bool:
    """Whether whoever runs the server asks for metrics."""
    return os.environ.get(VARIABLE) == "1"


class Metrics:
    """ASGI middleware that counts answers and the pages that are open."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on and counts it."""
        if scope["type"] == "websocket":
            _open["pages"] += 1
            try:
                await self.app(scope, receive, send)
            finally:
                _open["pages"] -= 1
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, start, kind = 500, time.monotonic(), kind_of(scope["path"])

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            _answers[kind, status] += 1
            _seconds[kind] += time.monotonic() - start


def kind_of(path: str) -> str:
    """The sort of an address: one of few names, whatever is asked for."""
    first = path.removeprefix(base_path()).strip("/").partition("/")[0]
    if first in _KINDS:
        return first
    return _PAGE if not first or first in site.PATHS else _OTHER


async def metrics(_request: Request) -> Response:
    """Answers with the metrics of this process."""
    content = "\n".join(_lines()) + "\n"
    return PlainTextResponse(content, headers={"Cache-Control": "no-store", "Content-Type": _TYPE})


def _lines() -> Iterator[str]:
    yield from _family("indicators_answers_total", "counter", "Answers by sort of address and status.")
    for (kind, status), count in sorted(_answers.items()):
        yield f'indicators_answers_total{{kind="{kind}",status="{status}"}} {count}'
    yield from _family("indicators_answer_seconds_total", "counter", "Seconds until answers were sent whole.")
    for kind, seconds in sorted(_seconds.items()):
        yield f'indicators_answer_seconds_total{{kind="{kind}"}} {seconds:.6f}'
    yield from _family("indicators_open_pages", "gauge", "Pages that are connected.")
    yield f"indicators_open_pages {_open['pages']}"
    served = served_catalogue.current().served
    yield from _family("indicators_catalogue_ready", "gauge", "Whether there is a catalogue to show.")
    yield f"indicators_catalogue_ready {int(served.catalogue is not None)}"
    yield from _family("indicators_catalogue_problems", "gauge", "Problems of the files as they are now.")
    yield f"indicators_catalogue_problems {len(served.problems)}"
    yield from _family("indicators_peak_memory_bytes", "gauge", "The most memory that the process has held.")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield f"indicators_peak_memory_bytes {peak if sys.platform == 'darwin' else peak * 1024}"


def _family(name: str, sort: str, text: str) -> Iterator[str]:
    yield f"# HELP {name} {text}"
    yield f"# TYPE {name} {sort}"
