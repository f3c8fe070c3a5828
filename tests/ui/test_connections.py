"""Limits of connections: many, idle and slow clients, requests that are none, and the end of the server."""

import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from uvicorn import Config
from uvicorn import Server as Uvicorn

from indicators.ui.server import connections, patience
from indicators.ui.server.headers import HEADERS
from indicators.ui.server.middleware import MIDDLEWARE
from indicators.ui.shared.site import PLAIN_FILES
from tests.support.dashboard import Server, StartServer
from tests.support.http import ask
from tests.support.places import ROOT

LONG = 4 * 2**20
ASK = b"GET %b HTTP/1.1\r\nHost: x\r\n\r\n"


async def _long(_request: Request) -> Response:
    return Response(b"x" * LONG)


async def _body(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


async def _broken(_request: Request) -> Response:
    raise RuntimeError


@contextmanager
def _serving(most: int = 100) -> Iterator[tuple[str, int]]:
    """A server in this process with the limits and the middleware of the dashboard, and three pages."""
    pages = [Route("/long", _long), Route("/body", _body, methods=["POST"]), Route("/broken", _broken)]
    config = Config(Starlette(routes=pages, middleware=MIDDLEWARE), log_level="critical")
    config.load()
    connections.limit_protocols(config, most)
    uvicorn = Uvicorn(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        serving = threading.Thread(target=uvicorn.run, kwargs={"sockets": [listening]})
        serving.start()
        try:
            yield listening.getsockname()
        finally:
            uvicorn.force_exit = uvicorn.should_exit = True
            serving.join()


def _open(address: tuple[str, int], request: bytes = b"", *, buffer: int = 0) -> socket.socket:
    opened = socket.socket()
    if buffer:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    opened.settimeout(60)
    opened.connect(address)
    opened.sendall(request)
    return opened


def _wait_until(holds: Callable[[], bool]) -> None:
    """Returns when it holds; whoever waits for what never comes is ended by the limit of the test."""
    while not holds():
        time.sleep(0.02)


def _refuses(address: tuple[str, int]) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(address) != 0


def _rest(opened: socket.socket) -> bytes:
    """What comes until the server ends the connection."""
    received = b""
    with opened:
        try:
            while part := opened.recv(2**16):
                received += part
        except ConnectionError:
            pass
    return received


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n"])
def test_a_connection_without_a_request_is_ended(sent: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "IDLE", 0.4)
    with _serving() as address:
        assert _rest(_open(address, sent)) == b""


def test_a_client_that_takes_nothing_or_sends_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SENDING", 0.4)
    monkeypatch.setattr(patience, "BODY", 0.4)
    with _serving() as address:
        reader = _open(address, ASK % b"/long", buffer=4096)
        time.sleep(2)  # what this reader does: nothing
        assert len(_rest(reader)) < LONG
        assert len(_rest(_open(address, ASK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n") % b"/long"))) > LONG
        head = b"POST /body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
        assert _rest(_open(address, head % 3 + b"abc")).endswith(b"\r\n\r\n3")
        assert not _rest(_open(address, head % 3 + b"a")).startswith(b"HTTP/1.1 200")


def test_an_error_what_is_no_request_and_what_is_no_page_are_answered_with_the_headers_of_all_answers() -> None:
    with _serving() as address:
        page = b"GET /page HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        key = b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n"
        answers = {ASK % b"/broken": b"500", b"NONSENSE\r\n\r\n": b"400"}
        answers |= {page + b"\r\n": b"400", page + key + b"\r\n": b"403"}
        for sent, status in answers.items():
            opened = _open(address, sent)
            answer = opened.recv(2**16)
            opened.close()
            assert answer.split(b" ")[1] == status
            for name, text in HEADERS.items():
                assert f"{name}: {text}".lower().encode() in answer.lower()


def test_of_too_many_connections_the_silent_give_way_and_the_last_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLAIN_FILES, "https://files.example.org/")
    with _serving(most=5) as address:
        silent = [_open(address) for _ in range(20)]
        asking = _open(address, ASK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n") % b"/long")
        assert _rest(asking).startswith(b"HTTP/1.1 200")
        for each in silent:
            each.close()
        reading = [_open(address, ASK % b"/long", buffer=4096) for _ in range(5)]
        for each in reading:
            assert each.recv(1)  # the server has taken it
        refused = _rest(_open(address, ASK % b"/long"))
        assert refused.startswith(b"HTTP/1.1 503")
        assert b"retry-after: 10" in refused
        assert b"as many readers as it takes" in refused
        assert b'<a href="https://files.example.org/">The same as plain files</a>' in refused
        for each in reading:
            each.close()


def test_answers_name_no_program_that_made_them(server: Server) -> None:
    for path in ("/", "/data/figures.csv", "/_stcore/health", "/no-such-page"):
        assert "server" not in ask(server, path).headers


@pytest.mark.external
def test_the_server_ends_with_0_when_it_is_told_to_even_if_a_reader_has_stalled(start_server: StartServer) -> None:
    server = start_server()
    size = len(ask(server, "/data/figures.json?record=on").body)
    reading = _open(("127.0.0.1", server.port), ASK % b"/data/figures.json?record=on", buffer=4096)
    server.process.send_signal(signal.SIGTERM)
    _wait_until(lambda: _refuses(("127.0.0.1", server.port)))
    assert len(_rest(reading)) > size  # what was under way is sent to its end
    assert server.process.wait(connections.GRACE + 30) == 0
    stalled = start_server()
    readers = [_open(("127.0.0.1", stalled.port), ASK % b"/report", buffer=4096) for _ in range(3)]
    stalled.process.send_signal(signal.SIGTERM)
    assert stalled.process.wait(connections.GRACE + 30) == 0
    for each in readers:
        each.close()


@pytest.mark.parametrize(("hard", "most"), [(1024, 110), (4096, 878), (20_000, 1000)])
def test_no_more_readers_are_let_in_than_there_are_descriptors_for(hard: int, most: int) -> None:
    """The system's own limit, in a process of its own: what Streamlit opens for a page is counted too."""
    program = (
        "import resource\n"
        "from indicators.ui.server import connections\n"
        f"resource.setrlimit(resource.RLIMIT_NOFILE, (1024, {hard}))\n"
        "most = connections._most()\n"
        "print(most, resource.getrlimit(resource.RLIMIT_NOFILE)[0] >= 584 + 4 * most)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == f"{most} True\n"
