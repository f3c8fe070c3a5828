"""The server that people start, in a process of its own, and a browser that looks at it."""

import gc
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect, sync_playwright

from indicators._load import load
from indicators.catalogue.model import Catalogue
from tests.support import chromium, dashboard
from tests.support.dashboard import SECONDS_TO_START, NewContext, OpenPage, Server, StartServer, Traffic, Visit
from tests.support.edits import Edited
from tests.support.effort import examples
from tests.support.places import DATA, EXAMPLES, ROOT, WARDS
from tests.support.tabs import WIDE, Scheme, Tabs

# What is waited for is a state; this only ends a wait for what never comes, on however busy a machine.
MILLISECONDS_TO_APPEAR = 120_000

# On a busy machine an example may take longer than the fifth of a second that Hypothesis allows it.
settings.register_profile("busy", deadline=None, max_examples=examples(25))
settings.load_profile("busy")


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Has every server of the tests keep what it keeps in a folder of theirs."""
    os.environ["CACHE_DIRECTORY"] = str(tmp_path_factory.mktemp("cache"))


def pytest_collection_finish() -> None:
    """Has the garbage collector pass over all that was imported, and look less often: it takes a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """The catalogue in `data`; nobody changes it."""
    return load(DATA)


@pytest.fixture(scope="session")
def wards() -> Catalogue:
    """The made-up catalogue; nobody changes it."""
    return load(WARDS)


@pytest.fixture(scope="session")
def jobs() -> Catalogue:
    """The example with groups, series and changes; nobody changes it."""
    return load(EXAMPLES / "jobs")


@pytest.fixture(scope="session")
def infections() -> Catalogue:
    """The example with groups and intervals; nobody changes it."""
    return load(EXAMPLES / "infections")


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
        port = dashboard.free_port()
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


@pytest.fixture
def free_port() -> int:
    """A port of the loopback that nothing uses."""
    return dashboard.free_port()


def _wait_until_healthy(server: Server) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=SECONDS_TO_START):
                return
        except urllib.error.HTTPError as error:
            if error.code == 404:  # it is below another path
                return
            time.sleep(0.05)
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"the server did not start:\n{server.log.read_text(errors='replace')}")


@pytest.fixture(scope="session")
def server(start_server: StartServer) -> Server:
    """The dashboard as shipped."""
    return start_server()


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """The browser context of a reader whose browser keeps on disk what it has compiled: a page takes a quarter less."""
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.ABSENT)
    flags = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--no-first-run",
        "--renderer-process-limit=1",  # a page that opens in a process that has read the interface takes a fifth less
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        expect.set_options(timeout=MILLISECONDS_TO_APPEAR)
        folder = tmp_path_factory.mktemp("profile")
        context = playwright.chromium.launch_persistent_context(folder, executable_path=path, args=flags, viewport=WIDE)
        context.set_default_timeout(MILLISECONDS_TO_APPEAR)
        yield context
        context.close()


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture
def new_context(profile: BrowserContext) -> Iterator[NewContext]:
    """A function that makes a browser context, closed after the test: it has loaded nothing before."""
    contexts = []
    browser = profile.browser
    assert browser is not None

    def new_context(**options: object) -> BrowserContext:
        contexts.append(browser.new_context(**{"viewport": WIDE, **options}))
        contexts[-1].set_default_timeout(MILLISECONDS_TO_APPEAR)
        return contexts[-1]

    yield new_context
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def all_tabs(profile: BrowserContext) -> Tabs:
    """The tabs of one browser context: that of a reader who has loaded the interface before."""
    return Tabs(profile)


@pytest.fixture
def tabs(all_tabs: Tabs, traffic: Traffic, request: pytest.FixtureRequest) -> Iterator[Tabs]:
    """The tabs, whose traffic is that of the test; a test that fails leaves none."""
    failed_before = request.session.testsfailed
    all_tabs.traffic = traffic
    yield all_tabs
    if request.session.testsfailed > failed_before:
        all_tabs.close()
    else:
        all_tabs.close_others()


@pytest.fixture
def visit(tabs: Tabs) -> Visit:
    """A function that leads an open tab to an address, by a link, and waits until the page is drawn."""
    return tabs.visit


@pytest.fixture
def open_page(tabs: Tabs, new_context: NewContext) -> OpenPage:
    """A function that loads an address in a tab of its own, and waits until the page is drawn.

    A page with further options has a browser context of its own.
    """

    def open_page(
        address: str, viewport: ViewportSize = WIDE, color_scheme: Scheme = "light", **options: object
    ) -> Page:
        return tabs.open(address, viewport, color_scheme, new_context(**options) if options else None)

    return open_page


@pytest.fixture
def page(visit: Visit, server: Server) -> Page:
    """The first page of the dashboard as shipped, with nothing chosen."""
    return visit(server.url)
