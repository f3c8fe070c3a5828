"""Whether the process is alive, and whether it has a catalogue to show, for whoever runs it."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from indicators.ui.shared import served_catalogue, site
from indicators.ui.shared.served_catalogue import Served

_HEADERS = {"Cache-Control": "no-store"}


def routes(base: str) -> list[Route]:
    """The routes of both answers, below the base path of the server."""
    return [Route(f"{base}/healthz", _alive), Route(f"{base}/readyz", _ready)]


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("ok", headers=_HEADERS)


async def _ready(_request: Request) -> Response:
    """Answers with the state of the catalogue; status 503 where there is none yet, or none without a problem."""
    served = served_catalogue.current().served
    return JSONResponse(_state(served), status_code=200 if served.catalogue else 503, headers=_HEADERS)


def _state(served: Served) -> dict[str, object]:
    ready = "ready" if served.catalogue else "not ready"
    state: dict[str, object] = {"status": ready, "problems": len(served.problems)}
    if served.catalogue and served.since:
        descriptor = served.catalogue.descriptor
        state |= {
            "catalogue": descriptor.name,
            "version": descriptor.version,
            "digest": served.catalogue.digest,
            "since": served.since.isoformat(timespec="seconds"),
        }
    if served.problems and served.problems_since:
        state["problems_since"] = served.problems_since.isoformat(timespec="seconds")
        if site.shows_problems():
            state["first_problem"] = str(served.problems[0])
    return state
