"""The server that people start, in a process of its own, and a browser that looks at it."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.support import chromium
from tests.support.dashboard import OpenPage, Server, StartServer, Traffic, settle
from tests.support.places import ROOT

START_SECONDS = 60

# On a busy machine an example may take longer than the fifth of a second that Hypothesis allows it.
settings.register_profile("busy", deadline=None)
settings.load_profile("busy")


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """A function that starts `streamlit run app.py`, with variables of the environment and flags added."""
    started: list[Server] = []

    def start(*flags: str, **environment: str) -> Server:
        port = _free_port()
        log = tmp_path_factory.mktemp("server") / "log.txt"
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        with log.open("wb") as file:
            process = subprocess.Popen(
                [*command, *(flags or ("--server.headless", "true"))],
                cwd=ROOT,
                env=os.environ | environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        started.append(Server(process=process, port=port, log=log))
        _wait_until_healthy(started[-1])
        return started[-1]

    yield start
    for server in started:
        server.process.terminate()
    for server in started:
        try:
            server.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.process.kill()
            server.process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(server: Server) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=START_SECONDS):
                return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"the server did not start:\n{server.log.read_text(errors='replace')}")


@pytest.fixture(scope="session")
def server(start_server: StartServer) -> Server:
    """The dashboard as shipped."""
    return start_server()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.ABSENT)
    flags = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--no-first-run",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture
def open_page(browser: Browser, traffic: Traffic) -> Iterator[OpenPage]:
    """A function that opens an address in a browser context of its own and waits until the page is drawn."""
    contexts = []

    def hear(line: ConsoleMessage) -> None:
        # At /figures, Streamlit asks for /figures/_stcore/health before /_stcore/health, and so on.
        looking_for_server = re.search(r"/[^/]+/_stcore/(health|host-config)$", line.location.get("url", ""))
        if line.type == "error" and not looking_for_server:
            traffic.complaints.append(line.text)

    def open_page(address: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: traffic.requests.append(request.url))
        page.on("websocket", lambda socket: traffic.requests.append(socket.url))
        page.on("pageerror", lambda error: traffic.complaints.append(str(error)))
        page.on("console", hear)
        page.goto(address)
        settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage, server: Server) -> Page:
    """The first page of the dashboard as shipped."""
    return open_page(server.url)
