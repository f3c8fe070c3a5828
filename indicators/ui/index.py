"""Streamlit's page, with scripts of ours: the preview at the first address, links that leave the page loaded."""

from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from indicators.ui import serving

_SCRIPTS = [Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("preview.js", "links.js")]
_NO_SCRIPT = (
    '<noscript><p>Without scripts, read the <a href="./report">report</a>: all of it as one page.</p></noscript>'
)


def page() -> str:
    """The text of the page. Our scripts come first, so that nothing is asked for before the preview."""
    given = (serving.INTERFACE / "index.html").read_text(encoding="utf-8")
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
