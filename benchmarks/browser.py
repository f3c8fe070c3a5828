"""A Chromium that says when a page has come to a state, by the page's own clock.

A state is a function of JavaScript that is asked once for each frame; nothing waits for a time. What a page shows is
its *signature*: the texts of the headline numbers, the charts that have marks, and the rows of the tables. A first
visit that nobody times tells the signature of the finished page, and a timed one ends when the page has it.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "tests" / "support"))

import chromium

FLAGS = "--disable-gpu --disable-background-networking --disable-component-update --no-first-run".split()
MILLISECONDS = 240_000
NEAR = 8
"""Pixels by which a mark may move or stretch when the interface replaces the preview: their typefaces differ."""
_SAID = "benchmark"

HELLO = """() => [...document.querySelectorAll('[data-testid="stMarkdown"]')]
    .some(one => one.textContent.includes('hello') && one.checkVisibility())"""

# Each part is a function, so that a frame in which the numbers are not there yet asks for nothing more: looking must
# cost next to nothing, or a page with much on it is slowed by it and an empty one is not. Panel keeps everything in
# shadow roots, which are searched for where Bokeh is. A chart is as large as one and has marks, or pixels.
SIGNATURE = """
    const deep = (root, selector) => [
        ...root.querySelectorAll(selector),
        ...[...root.querySelectorAll('*')].flatMap(one => one.shadowRoot ? deep(one.shadowRoot, selector) : []),
    ];
    const all = selector => window.Bokeh ? deep(document, selector) : [...document.querySelectorAll(selector)];
    const shows = one => {
        const box = one.getBoundingClientRect();
        if (one.parentElement?.closest('svg') || box.width < 150 || box.height < 50) return null;
        if (one.matches('img')) return one.complete && one.naturalWidth ? 'IMG' : null;
        if (one.matches('canvas')) return one.width ? 'CANVAS' : null;
        const marks = one.querySelectorAll('path, rect, circle, line').length;
        return marks ? [marks, one.textContent] : null;
    };
    // Bokeh draws on canvases: what they show is in its data, and whether it is drawn it says itself.
    const bokeh = () => (window.Bokeh?.documents ?? []).flatMap(one => [one.is_idle, ...[...one._all_models.values()]
        .filter(model => model.type === 'ColumnDataSource').map(model => Object.entries(model.data))]);
    // What a reader sees of the charts: where each stands, its labels, the places of its marks in it; and the filter.
    const place = (box, from) => [box.left - from.left, box.top - from.top, box.width, box.height].map(Math.round);
    const drawn = () => {
        const seen = document.querySelector('#preview') ?? document;  // it covers the page
        return {
            filter: [...seen.querySelectorAll('a.chip')].map(one => one.textContent + one.getAttribute('href')),
            charts: [...seen.querySelectorAll('svg')].filter(shows).map(one => {
                const box = one.getBoundingClientRect();
                return {
                    place: place(box, {left: 0, top: 0}),
                    labels: [...one.querySelectorAll('text')].map(text => text.textContent),
                    marks: [...one.querySelectorAll('path, rect, circle, line')]
                        .map(mark => place(mark.getBoundingClientRect(), box))
                        .filter(([, , width, height]) => width + height),
                };
            }),
        };
    };
    const near = (one, other) => one.every((number, index) => Math.abs(number - other[index]) <= %d);
    // Each mark of one has a mark of the other near it; a background or a frame that one draws twice does not count.
    const covered = (some, others) => some.every(one => others.some(other => near(one, other)));
    const alike = (one, other) => one.filter.join() === other.filter.join() && one.charts.length === other.charts.length
        && one.charts.every((chart, index) => near(chart.place, other.charts[index].place)
            && chart.labels.join() === other.charts[index].labels.join()
            && covered(chart.marks, other.charts[index].marks) && covered(other.charts[index].marks, chart.marks));
    const parts = {
        numbers: () => all('.number').filter(one => one.checkVisibility({visibilityProperty: true}))
            .map(one => one.textContent).join('|'),
        charts: () => JSON.stringify([...all('svg, canvas, img').map(shows).filter(one => one), ...bokeh()]),
        rows: () => all('tr').map(one => one.textContent).join('|'),
        drawn: () => JSON.stringify(drawn()),
    };
    // A chart's place stays empty while its code is loading, for seconds where the machine is busy.
    const busy = () => !!document.querySelector('[data-stale="true"], [data-testid="stSkeleton"], ._dash-loading, '
        + '[data-test-script-state="running"], [data-testid="stVegaLiteChart"]:not(:has(svg))');
""".replace("%d", str(NEAR))
_SETTLED = """() => {
    const state = window.__state ??= {text: '', since: 0};
    const text = JSON.stringify(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part()])));
    if (text !== state.text) Object.assign(state, {text, since: performance.now()});
    if (busy() || !parts.numbers() || performance.now() - state.since < 1500) return false;
    console.debug('benchmark', 'signature', text);
    return true;
}"""
_WATCH = """(() => {
    %s
    const watched = {%s};
    const look = () => {
        for (const [name, holds] of Object.entries(watched))
            if (holds()) {
                delete watched[name];
                console.debug('benchmark', name, performance.now() - (window.__clicked ?? 0));
            }
        if (Object.keys(watched).length) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})()"""


def _watch(states: Mapping[str, str]) -> str:
    return _WATCH % (SIGNATURE, ", ".join(f"{json.dumps(name)}: {state}" for name, state in states.items()))


@dataclass(frozen=True, kw_only=True)
class Signature:
    """What a finished page shows."""

    numbers: str
    charts: str
    rows: str
    drawn: str

    def same(self, *names: str) -> str:
        """A state: that the page shows just this, in the parts that are named."""
        texts = {name: getattr(self, name) for name in names}
        return f"""() => {{
            const wanted = {json.dumps(texts)};
            return Object.entries(wanted).every(([name, text]) => parts[name]() === text);
        }}"""

    def readable(self) -> str:
        """A state: that the page or its preview shows the same numbers, and charts with the same marks and labels.

        They stand where those of the finished page stand, under the same filter, so that these replace them in place.
        """
        numbers, finished = json.dumps(self.numbers), self.drawn
        return f"() => parts.numbers() === {numbers} && alike(drawn(), {finished})"


@dataclass(kw_only=True)
class Visitor:
    """One reader: a browser context with a cache of its own, and what its pages said."""

    context: BrowserContext
    heard: dict[str, str] = field(default_factory=dict)

    def open(
        self, url: str, states: Mapping[str, str], prepare: Callable[[Page], None] | None = None
    ) -> tuple[Page, dict[str, float]]:
        """The page at `url`, and the milliseconds from the start of the navigation until each state held."""
        page = self.context.new_page()
        page.on("console", self._hear)
        page.add_init_script(_watch(states))
        if prepare:
            prepare(page)
        self.heard.clear()
        page.goto(url, wait_until="commit")
        return page, {name: float(self._wait(page, name)) for name in states}

    def settled(self, url: str) -> tuple[Page, Signature]:
        """The page at `url` when nothing has changed for a second and a half, and what it shows."""
        page, _ = self.open(url, {"numbers": "() => !!parts.numbers()"})
        page.wait_for_load_state("networkidle")
        page.evaluate(f"() => {_watch({'settled': _SETTLED})}")
        self._wait(page, "settled")
        return page, self._signature()

    def change(self, page: Page, event: str, act: Callable[[], object], state: str) -> float:
        """The milliseconds from the `event` that `act` causes until the page is in a state."""
        self.heard.clear()
        page.evaluate(f"""() => addEventListener({json.dumps(event)}, () => {{
            window.__clicked = performance.now(); {_watch({"changed": state})}; }}, {{once: true, capture: true}})""")
        act()
        return float(self._wait(page, "changed"))

    def changed(self, page: Page, event: str, act: Callable[[], object]) -> Signature:
        """What the page shows when nothing changes any more after `act`, which causes an `event`."""
        page.evaluate("() => { delete window.__state; }")
        self.change(page, event, act, _SETTLED)
        return self._signature()

    def _signature(self) -> Signature:
        return Signature(**json.loads(self.heard["signature"]))

    def _wait(self, page: Page, name: str) -> str:
        """What the page says of this state, when it has come to it."""
        if name not in self.heard:
            page.wait_for_event("console", predicate=lambda _: name in self.heard, timeout=MILLISECONDS)
        return self.heard[name]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.text.startswith(_SAID):
            _, name, rest = message.text.split(" ", 2)
            self.heard[name] = rest


@contextmanager
def chrome() -> Iterator[Browser]:
    """The browser of all measurements."""
    path = chromium.find()
    if path is None:
        raise SystemExit(chromium.ABSENT)
    flags = [*FLAGS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@contextmanager
def visitor(browser: Browser) -> Iterator[Visitor]:
    """A reader who was never here."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="en-US", bypass_csp=True)
    try:
        yield Visitor(context=context)
    finally:
        context.close()
