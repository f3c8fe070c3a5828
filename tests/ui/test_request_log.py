"""The log of requests: a line for each, of which nothing tells what was asked for, and not more than are read."""

import json
import logging

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from indicators.ui.server.log_limit import MOST_A_MINUTE, Repeats
from indicators.ui.server.request_log import MOST_A_SECOND, RequestLog
from tests.support.http import wait_for


async def _answer(request: Request) -> Response:
    if request.url.path == "/broken":
        raise RuntimeError("private")
    return Response("ab", status_code=404 if "secret" in request.url.path else 200)


METHODS = ["GET", "POST", "ODD"]
APP = Starlette(routes=[Route("/{path:path}", _answer, methods=METHODS)])


async def _ask(log: RequestLog, path: str, method: str = "GET") -> None:
    async def receive() -> Message:
        return {"type": "http.request", "body": b"private draft"}

    async def send(_message: Message) -> None:
        pass

    await log(
        {"type": "http", "method": method, "path": path, "query_string": b"q=private", "headers": []}, receive, send
    )


def test_each_request_has_a_line_without_what_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    log = RequestLog(APP, clock=lambda: 1.0)
    for path, method in (("/data/figures.csv", "GET"), ("/figures", "GET"), ("/secret", "ODD"), ('/"\n', "POST")):
        wait_for(_ask(log, path, method))
    with pytest.raises(RuntimeError):
        wait_for(_ask(log, "/broken"))
    written = capsys.readouterr().out
    lines = [json.loads(line) for line in written.splitlines()]
    assert [(line["method"], line["kind"], line["status"], line["bytes"]) for line in lines] == [
        ("GET", "data", 200, 2), ("GET", "page", 200, 2), ("other", "other", 404, 2), ("POST", "other", 200, 2),
        ("GET", "other", 500, 21),
    ]  # fmt: skip
    assert all(set(line) == {"time", "method", "kind", "status", "bytes", "milliseconds"} for line in lines)
    assert "private" not in written
    assert "secret" not in written


def test_a_flood_of_requests_is_counted_and_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    now = [1.0]
    log = RequestLog(APP, clock=lambda: now[0])

    async def flood() -> None:
        for _ in range(MOST_A_SECOND + 7):
            await _ask(log, "/figures")
        now[0] = 2.0
        for _ in range(2):
            await _ask(log, "/figures")

    wait_for(flood())
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == MOST_A_SECOND + 2
    assert [line.get("left_out") for line in lines[-3:]] == [None, 7, None]


def test_what_one_place_logs_again_and_again_is_left_out_for_a_minute() -> None:
    now = [1.0]
    repeats = Repeats(clock=lambda: now[0])

    def written(line: int) -> list[str]:
        records = (logging.LogRecord("x", 30, "x.py", line, "%s.", ("bad",), None) for _ in range(MOST_A_MINUTE + 5))
        return [record.getMessage() for record in records if repeats.filter(record)]

    assert written(1) == ["bad."] * (MOST_A_MINUTE - 1) + ["bad. More of this is left out for up to a minute."]
    assert len(written(2)) == MOST_A_MINUTE
    now[0] = 61.0
    assert len(written(1)) == MOST_A_MINUTE
