"""Streamlit's scripts and style sheets, sent compressed."""

import gzip
import re
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.ui.shared import hooks, streamlit_files
from indicators.ui.shared.site import base_path

_MEDIA_TYPES = {".css": "text/css; charset=utf-8", ".js": "application/javascript"}
_LARGE = 100_000
"""Bytes of a file that takes long enough to compress that other requests should not wait for it."""
_LEVEL = 4
"""Three fifths of the time of the usual 6, for a thirtieth more bytes."""


def accepts_gzip(headers: Headers) -> bool:
    """Whether the client that sent a request with these headers reads gzip."""
    for coding in headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = coding.partition(";")
        if name.strip() == "gzip":
            return not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", weight)
    return False


class CompressedStaticFiles:
    """ASGI middleware that sends Streamlit's scripts and style sheets compressed, each compressed once.

    Streamlit sends them as they are, 5 MB with charts. They have a digest in their names and never change. Starlette's
    GZipMiddleware compresses them for every reader anew: half as much again of the server's time a visit, where
    keeping the compressed files takes less than half. The files are read here, since requests that pass through
    Streamlit take turns with the first page that is being made.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        files = streamlit_files.static_files(*_MEDIA_TYPES) if hooks.STATIC_FILES.available() else []
        self._files = {
            f"{base_path()}/{path.relative_to(streamlit_files.static_folder()).as_posix()}": path for path in files
        }
        self._responses: dict[str, tuple[Message, Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request for one of these files, and passes every other request on."""
        path = scope.get("path", "")
        if path not in self._files or not _may_compress(scope):
            await self.app(scope, receive, send)
            return
        if path not in self._responses:
            self._responses[path] = await _compressed(self._files[path])
        start, body = self._responses[path]
        await send({**start, "headers": [*start["headers"]]})  # middleware outside this one adds headers to the list
        await send(body)


async def _compressed(file: Path) -> tuple[Message, Message]:
    content = file.read_bytes()
    if len(content) < _LARGE:
        body = gzip.compress(content, _LEVEL)
    else:
        body = await run_in_threadpool(gzip.compress, content, _LEVEL)
    headers = {
        "content-type": _MEDIA_TYPES[file.suffix],
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


def _may_compress(scope: Scope) -> bool:
    """Whether the request is for a whole file, by a client that reads gzip."""
    headers = Headers(scope=scope)
    return scope["method"] == "GET" and accepts_gzip(headers) and "range" not in headers
