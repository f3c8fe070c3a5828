"""The addresses that the dashboard adds to Streamlit's; their modules are imported at the first request."""

from collections.abc import Callable
from functools import cache

from anyio import to_thread
from starlette.routing import BaseRoute, Match, Route, Router, request_response
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.ui.server import interface, metrics
from indicators.ui.server.any_path import ANY
from indicators.ui.shared import hooks, site, streamlit_files
from indicators.ui.shared.addresses import CHECK, OEMBED
from indicators.ui.shared.site import base_path

_FILES = ("/report", "/robots.txt", "/sitemap.xml", f"/embed/{{rest:{ANY}}}", "/data", f"/data/{{rest:{ANY}}}")
"""The addresses of files, whose module is imported at the first request."""


def routes() -> list[BaseRoute]:
    """The routes, below the base path that the server has, if any."""
    base = base_path()
    pages = site.paths() if hooks.PAGE.available() else []
    files = _LazyApp(file_endpoints)
    return [
        *(Route(f"{base}/{page}", interface.index) for page in pages),
        *([Route(base + metrics.PATH, metrics.metrics)] if metrics.wanted() else []),
        Route(f"{base}/preview", _LazyApp(_preview)),
        Route(f"{base}/connection", interface.connection),
        Route(f"{base}{OEMBED}", _LazyApp(_oembed)),
        Route(f"{base}{CHECK}", _LazyApp(_draft)),
        *(Route(base + path, _LazyApp(_health)) for path in ("/healthz", "/readyz")),
        *(Route(base + path, files) for path in _FILES),
        _UnknownPaths(base),
    ]


@cache
def _health() -> ASGIApp:
    from indicators.ui.server import health

    return Router(health.routes(base_path()))


@cache
def file_endpoints() -> ASGIApp:
    """The application that answers the addresses of files."""
    from indicators.ui.server import endpoints

    return Router(endpoints.routes())


@cache
def _preview() -> ASGIApp:
    from indicators.ui.server import preview

    return request_response(preview.preview)


@cache
def _draft() -> ASGIApp:
    from indicators.ui.server import draft

    return Router([Route(f"{base_path()}{CHECK}", draft.check_draft, methods=["POST", "OPTIONS"])])


@cache
def _oembed() -> ASGIApp:
    from indicators.ui.server import oembed

    return request_response(oembed.oembed)


@cache
def _unknown() -> ASGIApp:
    from indicators.ui.server import unknown_paths

    return request_response(unknown_paths.answer)


class _LazyApp:
    """ASGI application that makes another one at the first request, and passes every request on to it.

    What the endpoints import takes a second, which is no part of the server's start.
    """

    def __init__(self, make: Callable[[], ASGIApp]) -> None:
        self._make = make

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        app = await to_thread.run_sync(self._make)
        await app(scope, receive, send)


class _UnknownPaths(Route):
    """The route of every path that neither Streamlit nor a route before it answers."""

    def __init__(self, base: str) -> None:
        super().__init__(f"{base}/{{path:{ANY}}}", _LazyApp(_unknown), methods=["GET"])

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether the request is for such a path."""
        match, child = super().matches(scope)
        if match is not Match.NONE:
            path = child["path_params"]["path"]
            if path in site.PATHS - {site.path(site.FIRST)} or not path or streamlit_files.is_streamlits(path):
                return Match.NONE, {}
        return match, child
