"""Random walks through the pages: by links, Back, forward and reload, an address always shows the same."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, TimeoutError

from tests.support.dashboard import OpenPage, Server, settle
from tests.support.effort import ALL

pytestmark = pytest.mark.browser

STEPS = 40 if ALL else 8
MOMENT = 10_000
STARTS = (
    "/?source=c4ads",
    "/figures?sort=-issued&record=on",
    "/others?topic=losses&units=us",
    "/sources?search=troops",
)

COUNT_RUNS = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    window.runs = 0;
    new MutationObserver(() => { window.runs += app.dataset.testScriptState === 'notRunning'; })
        .observe(app, {attributeFilter: ['data-test-script-state']});
}"""
SHOWN = """() => [document.title, ...[...document.querySelectorAll('[data-testid=stMain] .ind')]
    .map(piece => piece.textContent)].join(' ')"""
LINKS = """() => [...new Set([...document.querySelectorAll('#root a.way')].map(link => link.href))]
    .filter(address => !address.includes('#') && address !== location.href)"""
FOLLOW = "address => [...document.querySelectorAll('#root a.way')].find(link => link.href === address).click()"


@dataclass(kw_only=True)
class Walk:
    """A page, the addresses of its history, which of them is shown, and what each address has shown."""

    page: Page
    addresses: list[str]
    place: int = 0
    shown: dict[str, str] = field(default_factory=dict)

    def look(self) -> None:
        """Asserts that the page is at its address, and shows what that address has always shown."""
        address = self.addresses[self.place]
        assert self.page.url == address
        if address in self.shown:  # the last pieces of the page before go a moment after the script has ended
            with suppress(TimeoutError):
                self.page.wait_for_function(f"shown => ({SHOWN})() === shown", arg=self.shown[address], timeout=MOMENT)
        else:
            self.page.evaluate("() => new Promise(drawn => setTimeout(drawn, 200))")
        shown = self.page.evaluate(SHOWN)
        assert shown == self.shown.setdefault(address, shown)

    def follow(self, address: str) -> None:
        self._run(lambda: self.page.evaluate(FOLLOW, address))
        self.addresses[self.place + 1 :] = [address]
        self.place += 1

    def go(self, way: int) -> None:
        self.place += way
        self._run(lambda: self.page.evaluate("way => history.go(way)", way))

    def reload(self) -> None:
        self.page.reload()
        settle(self.page)
        self.page.evaluate(COUNT_RUNS)

    def _run(self, act: Callable[[], object]) -> None:
        """Does something that runs the page again, and waits for that.

        A run that begins and ends between two frames is not counted, but shows another page.
        """
        before = self.page.evaluate(f"[window.runs, ({SHOWN})()]")
        act()
        self.page.wait_for_function(f"([runs, shown]) => window.runs > runs || ({SHOWN})() !== shown", arg=before)
        settle(self.page)


@pytest.mark.parametrize("seed", range(len(STARTS) if ALL else 1))
def test_an_address_shows_the_same_by_whatever_way_it_is_reached(
    seed: int, server: Server, open_page: OpenPage
) -> None:
    chance = random.Random(seed)
    start = f"{server.url}{STARTS[seed]}"
    walk = Walk(page=open_page(start), addresses=[start])
    walk.page.evaluate(COUNT_RUNS)
    walk.look()
    for step in range(STEPS):
        back, forward = walk.place > 0, walk.place + 1 < len(walk.addresses)
        ways = ["link"] * 4 + ["back"] * 3 * back + ["forward"] * 2 * forward + ["reload"] * (step % 6 == 5)
        match chance.choice(ways):
            case "link":
                walk.follow(chance.choice(walk.page.evaluate(LINKS)))
            case "back":
                walk.go(-1)
            case "forward":
                walk.go(1)
            case _:
                walk.reload()
        walk.look()
    # A new tab shows the same too.
    for address in [walk.addresses[-1], *(chance.sample(sorted(walk.shown), 3) if ALL else [])]:
        if address in walk.shown:
            Walk(page=open_page(address), addresses=[address], shown=walk.shown).look()
