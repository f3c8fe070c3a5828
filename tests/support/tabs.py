"""Tabs of the browser that stay open from test to test: a link within the dashboard costs a tenth of a new page."""

from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, ViewportSize

from tests.support.dashboard import Traffic, settle

Scheme = Literal["light", "dark"]
WIDE: ViewportSize = {"width": 1440, "height": 900}

FOLLOW = """address => {
    const link = document.createElement('a');
    link.className = 'way';
    link.href = address;
    document.querySelector('#root').append(link);
    link.click();
    link.remove();
}"""
TITLE = "() => document.querySelector('#root h1')?.textContent"
OTHER_TITLE = """before => {
    const title = document.querySelector('#root h1');
    const state = document.querySelector('[data-testid=stApp]').dataset.testScriptState;
    return title && title.textContent !== before && state === 'notRunning';
}"""


# Pages that are drawn quickly: the way to another address, or to the same one as new, leads over one of them.
BETWEEN = ("/method", "/sources", "/what_follows")


class Tabs:
    """One tab for each server, width and colour scheme, and whom the traffic of all of them belongs to."""

    def __init__(self, context: BrowserContext) -> None:
        self._context = context
        self._first = set(context.pages)  # the browser may end with its last page
        self.traffic = Traffic()
        self._tabs: dict[tuple[str, int, Scheme], Page] = {}

    def visit(self, address: str, width: int = 1440, scheme: Scheme = "light") -> Page:
        """The tab, led to this address by a link, or opened there if it is not open yet."""
        server = urlsplit(address).netloc
        page = self._tabs.get((server, width, scheme))
        if page is None or page.is_closed():
            page = self.open(address, {"width": width, "height": WIDE["height"]}, scheme)
            self._tabs[server, width, scheme] = page
        else:
            between = next(path for path in BETWEEN if path not in (urlsplit(page.url).path, urlsplit(address).path))
            _follow(page, f"http://{server}{between}")
            _follow(page, address)
        return page

    def open(
        self, address: str, viewport: ViewportSize, scheme: Scheme = "light", context: BrowserContext | None = None
    ) -> Page:
        """A new tab, of this browser context or the shared one, that has loaded this address."""
        page = self.empty(viewport, scheme, context)
        page.goto(address)
        settle(page)
        return page

    def empty(
        self, viewport: ViewportSize = WIDE, scheme: Scheme = "light", context: BrowserContext | None = None
    ) -> Page:
        """A new tab, which has loaded nothing."""
        page = (context or self._context).new_page()
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        listen(page, self)
        return page

    def close_others(self) -> None:
        """Closes what tests have opened beside the tabs."""
        for page in {*self._context.pages} - {*self._tabs.values()} - self._first:
            page.close()

    def close(self) -> None:
        """Closes all, so that the next test finds them as new."""
        self._tabs.clear()
        self.close_others()


def listen(page: Page, tabs: Tabs) -> None:
    """Keeps what the page asks for and complains of with the traffic of the test that is running."""

    def hear(line: ConsoleMessage) -> None:
        if line.type == "error":
            tabs.traffic.complaints.append(line.text)

    page.on("request", lambda request: tabs.traffic.requests.append(request.url))
    page.on("websocket", lambda socket: tabs.traffic.requests.append(socket.url))
    page.on("pageerror", lambda error: tabs.traffic.complaints.append(str(error)))
    page.on("console", hear)


def _follow(page: Page, address: str) -> None:
    """Follows a link to a page of another title, by which its arrival is told, and waits until it is drawn."""
    before = page.evaluate(TITLE)
    page.evaluate(FOLLOW, address)
    page.wait_for_function(OTHER_TITLE, arg=before)
