"""The addresses of files, whose code is read at the first request: what it imports takes longer than the server's start."""

from functools import cache as once

import streamlit as st
from anyio import to_thread
from starlette.routing import Route, Router
from starlette.types import Receive, Scope, Send

PATHS = ("/report", "/data", "/data/{rest:path}")


def routes() -> list[Route]:
    """Routes of every path that may be a file's, below the base path that the server has, if any."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return [Route(f"/{base}{path}" if base else path, _Later()) for path in PATHS]


@once
def router() -> Router:
    """What answers there."""
    from indicators.ui import answers

    return Router(answers.routes())


class _Later:
    """ASGI endpoint that hands a request to the router."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await (await to_thread.run_sync(router))(scope, receive, send)
