"""Streamlit's page, scripts and style sheets: how they are answered, and below which path every address is."""

import gzip
import re
from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.paths import PACKAGE

INTERFACE = Path(st.__file__).parent / "static"
"""The folder of Streamlit's page, scripts and style sheets."""

_KINDS = {".css": "text/css; charset=utf-8", ".js": "application/javascript"}
_LARGE = 100_000
"""Bytes of a file that takes long enough to compress that others should not wait for it."""
_LEVEL = 4
"""Three fifths of the time of the usual 6, for a thirtieth more bytes."""
_SCRIPTS = [(PACKAGE / "ui" / "server" / name).read_text(encoding="utf-8") for name in ("preview.js", "links.js")]
_NO_SCRIPT = (
    '<noscript><p>Without scripts, read the <a href="./report">report</a>: all of it as one page.</p></noscript>'
)


def base() -> str:
    """The path that the server has before every address, without a slash at its end; empty where it has none."""
    path = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{path}" if path else ""


def reads_gzip(headers: Headers) -> bool:
    """Whether whoever sends a request with these headers takes gzip."""
    for one in headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = one.partition(";")
        if name.strip() == "gzip":
            return not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", weight)
    return False


class Compressed:
    """ASGI middleware: Streamlit's scripts and style sheets, which have a digest in their names and never change.

    Streamlit sends them as they are, 5 MB with charts. Starlette's GZipMiddleware compresses them anew for every
    reader: half as much again of the server's time a visit, where keeping them takes less than half. The files are
    read here, since on their way through Streamlit each takes turns with the first page that is being made.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        below = base()
        self._files = {
            f"{below}/{path.relative_to(INTERFACE).as_posix()}": path
            for path in (INTERFACE / "static").glob("*/*")
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
    return scope["method"] == "GET" and reads_gzip(headers) and "range" not in headers


def page() -> str:
    """The text of the page. Our scripts come first, so that nothing is asked for before the preview."""
    given = (INTERFACE / "index.html").read_text(encoding="utf-8")
    scripts = "".join(f"<script>{script}</script>" for script in _SCRIPTS)
    head = given.replace("<head>", f"<head>{scripts}", 1)
    return head.replace("<body>", f"<body>{_NO_SCRIPT}", 1)


_PAGE = page().encode()
_TAG = f'"{sha256(_PAGE).hexdigest()[:32]}"'


async def answer(request: Request) -> Response:
    """The page, or that it has not changed."""
    headers = {"Cache-Control": "no-cache", "ETag": _TAG}
    if _TAG in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(_PAGE, headers=headers)
