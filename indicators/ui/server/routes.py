"""Addresses of our own beside Streamlit's; what answers is imported at the first request, for the start's sake."""

from collections.abc import Callable
from functools import cache as once

from anyio import to_thread
from starlette.routing import Route, Router, request_response
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.paths import PAGES
from indicators.ui.server import interface

_PAGES = [page.stem for page in PAGES.glob("*.py")]


def routes() -> list[Route]:
    """The routes, below the base path that the server has, if any."""
    base = interface.base()
    files = _Later(answering_files)
    return [
        *(Route(f"{base}/{page}", interface.answer) for page in ("", *_PAGES)),
        Route(f"{base}/preview", _Later(_showing_previews)),
        *(Route(base + path, files) for path in ("/report", "/data", "/data/{rest:path}")),
    ]


@once
def answering_files() -> ASGIApp:
    """What answers the addresses of files."""
    from indicators.ui.server import endpoints

    return Router(endpoints.routes())


@once
def _showing_previews() -> ASGIApp:
    from indicators.ui.server import preview

    return request_response(preview.answer)


class _Later:
    """ASGI endpoint that hands a request to what is made at the first one."""

    def __init__(self, make: Callable[[], ASGIApp]) -> None:
        self._make = make

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await (await to_thread.run_sync(self._make))(scope, receive, send)
