"""Rows on visits: what a reader waits for until figures can be read and charts are drawn, and what is sent.

A *first visit* is that of the first reader of a server just started, with nothing in the browser's cache; a *second*
one is the same reader's next. The server has been started before on the same files, and has kept its preview; one that
has never been is measured besides (*unknown*), and so is a reader with an empty cache whom others preceded. Charts of
ours are readable in the preview where the finished page replaces them in place by the same marks, labels and filter.
Bytes are those of one more such reader, who is not timed as counting takes time, until the charts are drawn and the
network is quiet, as they went over the wire, frames of the websocket included.
"""

import tempfile
from collections import defaultdict

from browser import HELLO, Signature, Visitor, chrome, visitor
from playwright.sync_api import Browser, Page
from servers import running
from timing import Outcome, Run

ROWS = (
    "visited-figures", "visited-charts", "first-figures", "first-charts", "second-figures", "second-charts",
    "visited-interface", "bytes", "report", "layout-shift", "first-interface", "second-interface",
    "unknown-figures", "unknown-charts",
    "panel-first-figures", "panel-first-charts", "dash-first-figures", "dash-first-charts",
)  # fmt: skip
_SHIFTS = """() => new Promise(done => {
    let sum = 0;
    const add = list => list.getEntries().forEach(one => { if (!one.hadRecentInput) sum += one.value; });
    new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(sum), 500);
})"""
_TABLE = "() => document.querySelectorAll('table.rows-and-columns tbody tr').length > 0"
_INTERFACE = "() => !document.querySelector('#preview') && parts.numbers() && !busy()"
_REPORT = "() => [...document.querySelectorAll('.number')].filter(one => one.checkVisibility()).length > 0"


def measure(run: Run) -> dict[str, Outcome]:
    """Outcomes of ROWS."""
    rounds = 3 if run.quick else 15
    seen: dict[str, list[float]] = defaultdict(list)
    with chrome() as browser:
        finished = {}
        for name in ("ours", "panel", "dash"):
            with running(name) as server, visitor(browser) as reader:
                _, finished[name] = reader.settled(server.url)
        for _ in range(rounds):
            for name in ("empty", "ours", "panel", "dash"):
                _visits(browser, name, finished.get(name), seen, again=name != "dash")
        shifts = tuple(_shift(browser) for _ in range(rounds))
        reports = _reports(browser, rounds)
    against = {
        "first": "panel-first-charts",
        "unknown": "panel-first-charts",
        "second": "empty-second",
        "visited": "panel-visited-charts",
    }
    outcomes = {
        f"{when}-{what}": _outcome(seen[f"ours-{when}-{what}"], seen[baseline], "ms")
        for when, baseline in against.items()
        for what in ("figures", "charts")
    }
    outcomes |= {
        f"{when}-interface": _outcome(seen[f"ours-{when}-interface"], seen[f"empty-{when}"], "ms")
        for when in ("first", "second", "visited")
    }
    outcomes["layout-shift"] = Outcome(ours=shifts, baseline=(0.0,), unit="of a screen", difference=True)
    outcomes |= {
        f"{name}-first-{what}": _outcome(seen[f"{name}-first-{what}"], seen["empty-first"], "ms")
        for name in ("panel", "dash")
        for what in ("figures", "charts")
    }
    return {**outcomes, **reports, "bytes": _outcome(seen["ours-bytes"], seen["empty-bytes"], "kB")}


def _outcome(ours: list[float], baseline: list[float], unit: str) -> Outcome:
    return Outcome(ours=tuple(ours), baseline=tuple(baseline), unit=unit)


def _visits(
    browser: Browser, name: str, finished: Signature | None, seen: dict[str, list[float]], *, again: bool
) -> None:
    """One round of one server: its first reader, the same again, then another with an empty cache."""
    states = {"": HELLO}
    if finished:
        states = {"-figures": finished.same("numbers"), "-charts": finished.same("numbers", "charts")}
    if finished and name == "ours":
        states |= {"-charts": finished.readable(), "-interface": _INTERFACE}
    states = {name or "-text": state for name, state in states.items()}
    if name == "ours":
        with tempfile.TemporaryDirectory() as cache, running(name, cache=cache) as server, visitor(browser) as reader:
            _, times = reader.open(server.url, states)
            _note(seen, "ours-unknown", times)
    with running(name) as server:
        with visitor(browser) as reader:
            page, times = reader.open(server.url, states)
            _note(seen, f"{name}-first", times)
            page.wait_for_load_state("networkidle")
            page.close()
            if again:
                page, times = reader.open(server.url, states)
                _note(seen, f"{name}-second", times)
        if again:
            with visitor(browser) as reader:
                _, times = reader.open(server.url, states)
                _note(seen, f"{name}-visited", times)
            with visitor(browser) as reader:
                seen[f"{name}-bytes"].append(_weighed(reader, server.url, states))


def _shift(browser: Browser) -> float:
    """The layout shift of a first visit on a slow line, with a processor four times as slow; Chromium's measure."""

    def slow(page: Page) -> None:
        client = page.context.new_cdp_session(page)
        client.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        client.send("Network.enable")
        bytes_a_second = 1.6e6 / 8
        line = {
            "offline": False,
            "latency": 150,
            "downloadThroughput": bytes_a_second,
            "uploadThroughput": bytes_a_second,
        }
        client.send("Network.emulateNetworkConditions", line)

    with running("ours") as server, visitor(browser) as reader:
        page, _ = reader.open(server.url, {"interface": _INTERFACE}, slow)
        return float(page.evaluate(_SHIFTS))


def _note(seen: dict[str, list[float]], what: str, times: dict[str, float]) -> None:
    for name, milliseconds in times.items():
        seen[what + name.removesuffix("-text")].append(milliseconds)


def _weighed(reader: Visitor, url: str, states: dict[str, str]) -> float:
    """The kilobytes of a visit."""
    total = [0.0]

    def add(number: float) -> None:
        total[0] += number / 1000

    def listen(page: Page) -> None:
        client = reader.context.new_cdp_session(page)
        client.send("Network.enable")
        client.on("Network.loadingFinished", lambda event: add(event["encodedDataLength"]))
        client.on("Network.webSocketFrameReceived", lambda event: add(len(event["response"]["payloadData"]) * 3 / 4))

    page, _ = reader.open(url, states, listen)
    page.wait_for_load_state("networkidle")
    return total[0]


def _reports(browser: Browser, rounds: int) -> dict[str, Outcome]:
    """The report's first figures against Datasette's table; both servers warm, both caches empty."""
    seen: dict[str, list[float]] = {"ours": [], "datasette": []}
    with running("ours") as ours, running("datasette") as datasette:
        for number in range(rounds + 1):
            for name, url, state in (
                ("ours", f"{ours.url}/report", _REPORT),
                ("datasette", f"{datasette.url}/figures/figures", _TABLE),
            ):
                with visitor(browser) as reader:
                    answer = reader.context.request.get(url)
                    if "_next/static" in answer.text() or 'id="root"' in answer.text():
                        return {}  # there is no report: Streamlit answers unknown addresses with its page
                    _, times = reader.open(url, {"figures": state})
                    if number:  # the first round warms both servers
                        seen[name].append(times["figures"])
    return {"report": _outcome(seen["ours"], seen["datasette"], "ms")}
