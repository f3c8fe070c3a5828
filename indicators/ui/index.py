"""Streamlit's page at the first address, with the script that shows the preview."""

from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

_STATIC = Path(st.__file__).parent / "static"
_SCRIPT = Path(__file__).with_name("preview.js").read_text(encoding="utf-8")
_NO_SCRIPT = (
    '<noscript><p>Without scripts, read the <a href="./report">report</a>: all of it as one page.</p></noscript>'
)


def page() -> str:
    """The text of the page. The script comes first, so that nothing is asked for before the preview."""
    given = (_STATIC / "index.html").read_text(encoding="utf-8")
    head = given.replace("<head>", f"<head><script>{_SCRIPT}</script>", 1)
    return head.replace("<body>", f"<body>{_NO_SCRIPT}", 1)


_PAGE = page().encode()
_TAG = f'"{sha256(_PAGE).hexdigest()[:32]}"'


async def answer(request: Request) -> Response:
    """The page, or that it has not changed."""
    headers = {"Cache-Control": "no-cache", "ETag": _TAG}
    if _TAG in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(_PAGE, headers=headers)
