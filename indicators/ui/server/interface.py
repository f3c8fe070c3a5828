"""Streamlit's page with the scripts of the dashboard in it: the first file of every visit."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from indicators.paths import PACKAGE
from indicators.ui.server import origins, style
from indicators.ui.shared import hooks, served_catalogue, streamlit_files
from indicators.ui.shared.addresses import MAX_LENGTH
from indicators.ui.shared.site import base_path

TITLE = "<title>Indicators</title>"
"""What stands in the page until it is known which catalogue and which figure it shows."""

_NO_SCRIPT = (
    '<noscript><p>Without scripts, read the <a href="./report">report</a>: all of it as one page.</p></noscript>'
)


_SCRIPTS = (
    ("base.js", hooks.BASE_ADDRESS),
    ("preview.js", hooks.PAGE_STATES),
    ("links.js", hooks.NAVIGATION),
    ("after_run.js", hooks.PAGE_STATES),
    ("connection.js", hooks.PAGE_STATES),
)


@cache
def page() -> str:
    """The text of the page. The scripts come first, so that nothing is asked for before the preview.

    The style sheet stands in the body: after the head, to which Streamlit adds its own, and before anything is shown.
    """
    head = streamlit_files.index_page().replace("<head>", f"<head>{''.join(_scripts())}", 1)
    head = head.replace("<title>Streamlit</title>", TITLE, 1)
    return head.replace("<body>", f"<body><style>{style.sheet()}</style>{_NO_SCRIPT}", 1)


def _scripts() -> Iterator[str]:
    for name, hook in _SCRIPTS:
        if hook.available():
            script = (PACKAGE / "ui" / "server" / name).read_text(encoding="utf-8")
            yield f"<script>{hooks.with_names(script)}</script>"


def inline_scripts() -> list[str] | None:
    """The scripts inside the page that the server sends; None where Streamlit's page is not where it is expected."""
    try:
        return streamlit_files.inline_scripts(page() if hooks.PAGE.available() else streamlit_files.index_page())
    except OSError:
        return None


async def index(request: Request) -> Response:
    """Answers with the page, or that it has not changed."""
    content = (await run_in_threadpool(_with_head, request)).encode()
    etag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {"Cache-Control": "no-cache", "ETag": etag}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(content, headers=headers)


def _with_head(request: Request) -> str:
    """The page, with a head of its own for its address once the catalogue is read: nobody waits for that here."""
    catalogue = served_catalogue.current().served.catalogue
    if catalogue is None:
        return page()
    from indicators.ui.server import page_head  # the server starts without what this needs

    root, base = origins.root(request.scope), base_path()
    query = request.scope["query_string"][:MAX_LENGTH].decode("ascii", "replace")
    name = request.scope["path"].removeprefix(base).strip("/")
    return page().replace(TITLE, page_head.head(catalogue, name, query, root + base if root else ""), 1)


async def connection(request: Request) -> Response:
    """Answers whether a page at the address in X-Page-Origin may connect: status 204, or 403 with the reason."""
    reason = origins.refusal(request.headers.get("x-page-origin", ""), request.scope)
    if not reason:
        return Response(status_code=204)
    return PlainTextResponse(reason, status_code=403, headers={"Cache-Control": "no-store"})
