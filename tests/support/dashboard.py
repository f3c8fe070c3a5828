"""The dashboard as a process, and its pages in a browser."""

import socket
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

SECONDS_TO_START = 300
"""Seconds after which a server that has not started never will, on however busy a machine."""


@dataclass(frozen=True, kw_only=True)
class Server:
    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def free_port() -> int:
    """A port of the loopback that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


StartServer = Callable[..., Server]


@dataclass(frozen=True, kw_only=True)
class Traffic:
    """What a test's pages asked for, by address, and the errors in their consoles."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


NewContext = Callable[..., BrowserContext]
OpenPage = Callable[..., Page]
Visit = Callable[..., Page]


def settle(page: Page) -> None:
    """Waits until the script has run and its title stands on the page, that of the preview being gone."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("#preview").wait_for(state="detached")
    page.get_by_role("heading", level=1).wait_for()


def wait_for_charts(page: Page) -> None:
    """Waits until every chart of the page is drawn, in its own typeface."""
    page.wait_for_function("""() => [...document.querySelectorAll('[data-testid=stVegaLiteChart]')]
        .every(chart => chart.querySelector('svg, canvas'))""")
    page.evaluate("document.fonts.ready")


def open_panel(page: Page) -> None:
    """Opens the panel *Filter*, which closes on every choice."""
    page.get_by_test_id("stPopoverButton").click()
    page.get_by_role("combobox", name="Source").wait_for()


def wait_for_choice(page: Page) -> None:
    """Waits until the panel *Filter* has closed on a choice, and the page is drawn for it."""
    page.get_by_role("combobox", name="Source").wait_for(state="detached")
    settle(page)
