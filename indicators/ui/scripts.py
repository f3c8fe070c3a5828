"""The interface's scripts and style sheets, compressed once for all readers."""

import gzip

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.ui import serving

_KINDS = {".css": "text/css; charset=utf-8", ".js": "application/javascript"}
_LARGE = 100_000
"""Bytes of a file that takes long enough to compress that others should not wait for it."""
_LEVEL = 4
"""Three fifths of the time of the usual 6, for a thirtieth more bytes."""


class Compressed:
    """ASGI middleware: Streamlit's scripts and style sheets, which have a digest in their names and never change.

    Streamlit sends them as they are, 5 MB with charts. Starlette's GZipMiddleware compresses them anew for every
    reader: half as much again of the server's time a visit, where keeping them takes less than half. The files are
    read here, since on their way through Streamlit each takes turns with the first page that is being made.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        base = serving.base()
        self._files = {
            f"{base}/{path.relative_to(serving.INTERFACE).as_posix()}": path
            for path in (serving.INTERFACE / "static").glob("*/*")
            if path.suffix in _KINDS
        }
        self._kept: dict[str, tuple[Message, Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with what is kept, keep what is asked for, pass on what is not one of these files."""
        path = scope.get("path", "")
        if path not in self._files or not _wants_gzip(scope):
            await self.app(scope, receive, send)
            return
        if path not in self._kept:
            file = self._files[path]
            content = file.read_bytes()
            if len(content) < _LARGE:
                body = gzip.compress(content, _LEVEL)
            else:
                body = await run_in_threadpool(gzip.compress, content, _LEVEL)
            self._kept[path] = _answer(_KINDS[file.suffix], body)
        start, rest = self._kept[path]
        await send({**start, "headers": [*start["headers"]]})
        await send(rest)


def _answer(kind: str, body: bytes) -> tuple[Message, Message]:
    headers = {
        "content-type": kind,
        "content-encoding": "gzip",
        "content-length": str(len(body)),
        "cache-control": "public, immutable, max-age=31536000",
        "vary": "Accept-Encoding",
    }
    lines = [(name.encode(), text.encode()) for name, text in headers.items()]
    return (
        {"type": "http.response.start", "status": 200, "headers": lines},
        {"type": "http.response.body", "body": body},
    )


def _wants_gzip(scope: Scope) -> bool:
    """Whether the request is for a whole file, by a client that reads gzip."""
    headers = Headers(scope=scope)
    return scope["method"] == "GET" and serving.reads_gzip(headers) and "range" not in headers
