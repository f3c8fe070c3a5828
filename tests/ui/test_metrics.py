"""/metrics: counted by sort of address and status, and nothing of what was asked for."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from indicators.ui.server import metrics, routes
from tests.support.http import wait_for


async def _answer(request: Request) -> Response:
    return Response(status_code=404 if "secret" in request.url.path else 200)


APP = Starlette(
    routes=[Route(metrics.PATH, metrics.metrics), Route("/{path:path}", _answer)],
    middleware=[Middleware(metrics.Metrics)],
)


def _get(path: str, query: bytes = b"") -> tuple[dict[bytes, bytes], str]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query, "headers": []}
    wait_for(APP(scope, receive, send))
    return dict(sent[0]["headers"]), sent[1]["body"].decode()


def _counts(text: str) -> dict[str, int]:
    lines = [line.rpartition(" ") for line in text.splitlines() if line.startswith("indicators_answers_total{")]
    return {name.partition("{")[2].rstrip("}"): int(count) for name, _, count in lines}


def test_answers_are_counted_and_no_request_adds_a_name_of_its_own() -> None:
    before = _counts(_get("/metrics")[1])
    for path in ("/", "/figures", "/data/figures.csv", "/secret-1", "/secret-2", '/",x="'):
        _get(path, b"q=private")
    headers, text = _get("/metrics")
    assert headers[b"content-type"] == b"text/plain; version=0.0.4; charset=utf-8"
    assert headers[b"cache-control"] == b"no-store"
    grown = {name: count - before.get(name, 0) for name, count in _counts(text).items() if count != before.get(name)}
    assert grown == {
        'kind="data",status="200"': 1,
        'kind="metrics",status="200"': 1,
        'kind="other",status="200"': 1,
        'kind="other",status="404"': 2,
        'kind="page",status="200"': 2,
    }
    assert "private" not in text
    assert "secret" not in text
    declared = [line.split()[2] for line in text.splitlines() if line.startswith("# TYPE ")]
    told = [line.partition("{")[0].split()[0] for line in text.splitlines() if not line.startswith("#")]
    assert declared == list(dict.fromkeys(told))


@pytest.mark.parametrize("wanted", ["1", "0", ""])
def test_the_address_is_there_only_where_it_is_asked_for(wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(metrics.VARIABLE, wanted)
    paths = [route.path for route in routes.routes() if isinstance(route, Route)]
    assert (metrics.PATH in paths) == (wanted == "1")
