"""Rows on the filter: from the click that chooses a source until cards, charts and table agree.

What a page must show for a source was seen on another page, so nothing is timed that was made beforehand: each source
is chosen for the first time on a server that never drew it, then again and again, all of which counts. Between two
choices the filter is cleared, which is not timed. Servers take turns click by click.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from browser import Signature, Visitor, chrome, visitor
from playwright.sync_api import Browser, Page
from servers import ROOT, Server, running
from timing import Outcome, Run, p95

ROWS = ("click-median", "click-p95", "click-dash", "click-chosen-first", "click-chosen-again")
SHIPPED = ROOT / "data"
_PARTS = ("numbers", "charts", "rows")


@dataclass(frozen=True, kw_only=True)
class Filtered:
    """A page whose filter is used: its finished state with no source chosen and with each."""

    server: Server
    reader: Visitor
    page: Page
    all: Signature
    expected: Mapping[str, Signature]
    name: str
    names: Mapping[str, str]

    def choose(self, source: str) -> float:
        """The milliseconds from the choice of a source until the page agrees; the filter is clear before and after."""
        state = self.expected[source].same(*_PARTS)
        choose, clear = ACTIONS[self.name](self.page, self.names[source])
        took = self.reader.change(self.page, *choose, state)
        self.reader.change(self.page, *clear, self.all.same(*_PARTS))
        return took


Action = tuple[str, Callable[[], object]]
"""What is done, and the event that it causes."""


def _ours(page: Page, name: str) -> tuple[Action, Action]:
    """A chip; where there are too many sources for chips, the list in the panel."""
    chip = page.locator("#root a.chip").and_(page.get_by_title(name, exact=True))
    if page.locator("#root a.chip").count():
        return ("click", chip.click), ("click", chip.click)
    page.get_by_test_id("stPopoverButton").click()
    box = page.get_by_role("combobox", name="Source")
    box.click()
    box.fill(name)
    # Not Enter: of several names that hold these letters, it chooses all.
    option = page.get_by_role("option", name=name, exact=True)
    option.wait_for()

    def clear() -> None:
        page.get_by_test_id("stPopoverButton").click()
        page.get_by_role("button", name="Clear the filter").click()

    return ("click", option.click), ("click", clear)


def _panel(page: Page, name: str) -> tuple[Action, Action]:
    box = page.locator("select")
    return ("input", lambda: box.select_option(name)), ("input", lambda: box.select_option([]))


def _dash(page: Page, name: str) -> tuple[Action, Action]:
    box = page.get_by_label(name, exact=True)
    return ("click", box.click), ("click", box.click)


ACTIONS: Mapping[str, Callable[[Page, str], tuple[Action, Action]]] = {"ours": _ours, "panel": _panel, "dash": _dash}


def headlined(folder: Path, count: int) -> dict[str, str]:
    """Ids and names of the `count` sources with the most headline figures in documents that are the subject."""

    def rows(name: str) -> Iterable[dict[str, str]]:
        return csv.DictReader((folder / f"{name}.csv").open(encoding="utf-8", newline=""))

    heads = {row["id"] for row in rows("indicators") if row["order"]}
    subject = {row["id"] for row in rows("documents") if row["role"] == "subject"}
    found = Counter(
        row["source"] for row in rows("observations") if row["indicator"] in heads and row["document"] in subject
    )
    names = {row["id"]: row["name"] for row in rows("sources")}
    return {source: names[source] for source, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))[:count]}


def filtered(stack: ExitStack, browser: Browser, name: str, folder: Path, sources: Mapping[str, str]) -> Filtered:
    """The page of a server on `folder`, ready to be filtered by `sources`; both end with the stack."""
    expected = {}
    if (
        name == "ours"
    ):  # its finished states come from another server, so that this server draws each at the first click
        with running(name, folder) as other, visitor(browser) as reader:
            for source in sources:
                page, expected[source] = reader.settled(f"{other.url}/?{urlencode({'source': source})}")
                page.close()
    server = stack.enter_context(running(name, folder))
    reader = stack.enter_context(visitor(browser))
    page, everything = reader.settled(server.url)
    made = Filtered(
        server=server, reader=reader, page=page, all=everything, expected=expected, name=name, names=sources
    )
    if name != "ours":
        for source, label in sources.items():
            choose, clear = ACTIONS[name](page, label)
            expected[source] = reader.changed(page, *choose)
            reader.change(page, *clear, everything.same(*_PARTS))
    return made


def measure(run: Run) -> dict[str, Outcome]:
    """Outcomes of ROWS."""
    sources = headlined(SHIPPED, 4 if run.quick else 6)
    seen: dict[str, list[float]] = defaultdict(list)
    with ExitStack() as stack:
        browser = stack.enter_context(chrome())
        pages = {name: filtered(stack, browser, name, SHIPPED, sources) for name in ACTIONS}
        for again in range(3 if run.quick else 20):
            for source in sources:
                for name, page in pages.items():
                    took = page.choose(source)
                    seen[name].append(took)
                    seen[f"{name}-{'again' if again else 'first'}"].append(took)

    def outcome(ours: str, baseline: str, **how: Any) -> Outcome:
        return Outcome(ours=tuple(seen[ours]), baseline=tuple(seen[baseline]), unit="ms", **how)

    return {
        "click-median": outcome("ours", "panel"),
        "click-p95": outcome("ours", "panel", statistic=p95),
        "click-dash": outcome("ours", "dash"),
        "click-chosen-first": outcome("ours-first", "panel-first"),
        "click-chosen-again": outcome("ours-again", "panel-again"),
    }
