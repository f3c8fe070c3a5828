"""The rows of the table: what is measured, against what, and what it may come to at most."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Row:
    """One ratio (or, with MiB as `unit`, one difference) and its target; `at_most` is None where nothing was set."""

    id: str
    what: str
    against: str
    at_most: float | None
    unit: str = "×"


EMPTY = "empty page's text"
CHARTS = "Panel's charts drawn, the same visit"
PANEL = "Panel's filter click"
ONE = "the same with one viewer"
LARGE = {100_000: "100,000", 1_000_000: "1,000,000"}


def _row(id: str, what: str, against: str, at_most: float | None, unit: str = "×") -> Row:
    return Row(id=id, what=what, against=against, at_most=at_most, unit=unit)


def _large(size: int, words: str) -> list[Row]:
    return [
        _row(f"check-{size}", f"{words} observations: check", "DuckDB reading the same CSV with the same types", 3),
        _row(
            f"click-{size}",
            f"{words} observations: source filter, median",
            "the same page with 20 figures",
            1.5 if size == 100_000 else 2.5,
        ),
        _row(f"download-{size}", f"{words} observations: CSV of half the rows", "DuckDB's COPY of the same rows", 2),
        _row(f"memory-{size}", f"{words} observations: memory of the server", "size of the CSV files", 3),
    ]


ROWS: tuple[Row, ...] = (
    _row("visited-figures", "first visit to a warm server, all headline figures readable", CHARTS, 0.8),
    _row("visited-charts", "first visit to a warm server, all charts readable", CHARTS, 1.0),
    _row("first-figures", "first visit to a server just started, all headline figures readable", CHARTS, 1.0),
    _row("first-charts", "first visit to a server just started, all charts readable", CHARTS, 1.3),
    _row("second-figures", "second visit, all headline figures readable", EMPTY, 0.5),
    _row("second-charts", "second visit, all charts readable", EMPTY, 0.7),
    _row("visited-interface", "warm server, charts interactive, nothing to come", EMPTY, 1.6),
    _row("layout-shift", "layout shift of a first visit, slow processor and line", "none", 0.05, "of a screen"),
    _row("click-median", "source filter by a chip until cards, charts and table agree, median", PANEL, 0.9),
    _row("click-p95", "source filter by a chip until cards, charts and table agree, 95th percentile", PANEL, 1.2),
    _row("report", "/report, first figures readable", "Datasette's table page", 1.0),
    _row("start", "server start until the first page answers", "empty app's", 1.3),
    _row("list", "python -m indicators list, whole process", 'python -c "import pandas, pint"', 1.3),
    _row("numbers", "a text read for its numbers", "the same text cut into words", 20),
    _row("draft", "a draft of 10,000 words checked", "the same text read for its numbers", 10),
    _row("memory", "memory of the server after 50 sessions", "empty app after 50 sessions", 150, "MiB"),
    _row("viewers-20", "20 viewers, 95th percentile of a change of the filter", ONE, 2),
    _row("viewers-50", "50 viewers, 95th percentile of a change of the filter", ONE, 6),
    _row("bytes", "bytes sent for the first visit", "empty page's as Streamlit sends it", 0.8),
    *(row for size, words in LARGE.items() for row in _large(size, words)),
    _row("per-row-check", "check, cost per row at 1,000,000 rows", "at 10,000", 1.5),
    _row("per-row-download", "download, cost per row at 1,000,000 rows", "at 10,000", 1.5),
)
"""Every row of the table that the work is held to, in its order."""

BESIDES: tuple[Row, ...] = (
    _row("unknown-figures", "first visit to a server never started on these files, figures readable", CHARTS, None),
    _row("unknown-charts", "first visit to a server never started on these files, charts readable", CHARTS, None),
    _row("first-interface", "first visit to a server just started, charts interactive", EMPTY, None),
    _row("second-interface", "second visit, charts interactive", EMPTY, None),
    _row("panel-first-figures", "Panel: first visit, figures readable", EMPTY, None),
    _row("panel-first-charts", "Panel: first visit, charts drawn", EMPTY, None),
    _row("dash-first-figures", "Dash: first visit, figures readable", EMPTY, None),
    _row("dash-first-charts", "Dash: first visit, charts drawn", EMPTY, None),
    _row("click-dash", "source filter, median", "Dash's filter click", None),
    _row("click-chosen-first", "source filter, a source not chosen before, median", PANEL, None),
    _row("click-chosen-again", "source filter, a source chosen before, median", PANEL, None),
    *(
        _row(f"click-alone-{size}", f"{words} observations: source filter, median", "these sources alone", None)
        for size, words in LARGE.items()
    ),
)
"""What is measured besides and held to nothing."""
