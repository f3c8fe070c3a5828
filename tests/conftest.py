"""The server that people start, in a process of its own, and a browser that looks at it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from indicators._load import load
from indicators.catalogue.model import Catalogue
from tests.support import chromium
from tests.support.dashboard import NewContext, OpenPage, Server, StartServer, Traffic, settle
from tests.support.edits import Edited
from tests.support.places import DATA, ROOT, WARDS

# What is waited for is a state; these only end a wait for what never comes, on however busy a machine.
SECONDS_TO_START = 300
MILLISECONDS_TO_APPEAR = 120_000

# On a busy machine an example may take longer than the fifth of a second that Hypothesis allows it.
settings.register_profile("busy", deadline=None)
settings.load_profile("busy")


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """The catalogue in `data`; nobody changes it."""
    return load(DATA)


@pytest.fixture(scope="session")
def wards() -> Catalogue:
    """The made-up catalogue; nobody changes it."""
    return load(WARDS)


@pytest.fixture(scope="session")
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """The catalogue that a test names as its parameter: `parametrize("catalogue", ["wards"], indirect=True)`."""
    named: Catalogue = request.getfixturevalue(request.param)
    return named


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """A function that loads a copy of a catalogue in which one file is edited."""

    def edited(base: Path, name: str, edit: Callable[[str], str]) -> Catalogue:
        folder = Path(shutil.copytree(base, tmp_path / "edited"))
        path = folder / name
        path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
        return load(folder)

    return edited


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
            server.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            server.process.kill()
            server.process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(server: Server) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=SECONDS_TO_START):
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
        expect.set_options(timeout=MILLISECONDS_TO_APPEAR)
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[NewContext]:
    """A function that makes a browser context, closed after the test."""
    contexts = []

    def new_context(**options: object) -> BrowserContext:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        context.set_default_timeout(MILLISECONDS_TO_APPEAR)
        contexts.append(context)
        return context

    yield new_context
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(new_context: NewContext, traffic: Traffic) -> OpenPage:
    """A function that opens an address in a browser context of its own and waits until the page is drawn."""

    def hear(line: ConsoleMessage) -> None:
        # At /figures, Streamlit asks for /figures/_stcore/health before /_stcore/health, and so on.
        looking_for_server = re.search(r"/[^/]+/_stcore/(health|host-config)$", line.location.get("url", ""))
        if line.type == "error" and not looking_for_server:
            traffic.complaints.append(line.text)

    def open_page(address: str, **options: object) -> Page:
        page = new_context(**options).new_page()
        page.on("request", lambda request: traffic.requests.append(request.url))
        page.on("websocket", lambda socket: traffic.requests.append(socket.url))
        page.on("pageerror", lambda error: traffic.complaints.append(str(error)))
        page.on("console", hear)
        page.goto(address)
        settle(page)
        return page

    return open_page


@pytest.fixture
def page(open_page: OpenPage, server: Server) -> Page:
    """The first page of the dashboard as shipped."""
    return open_page(server.url)
