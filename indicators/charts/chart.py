"""A chart with what it says in words, and figures as its marks need them."""

from dataclasses import dataclass

import pandas as pd

from indicators.charts.axes import DAY, Value
from indicators.columns import to_list
from indicators.figures.figure import Figure

MOST = 40
"""As many figures as one chart draws; what it leaves out it says."""

_CELLS = (
    "id", "unit", "role", "source", "root", "series", "updates", "period", "qualifier", "named", "lower", "value",
    "upper", "period_start_first", "period_end_last", "issued_start_first", "issued_end_last",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart as a Vega-Lite ``spec``, its title, unit and content in words, and how to read its marks (``key``).

    ``name`` stays the same whatever is selected; ``figures`` are the figures that it shows, whose ids give the rows
    behind it.
    """

    name: str
    title: str
    unit: str
    spec: Value
    alt: str
    key: tuple[str, ...]
    figures: tuple[Figure, ...]


def dates_in_words(one: Figure) -> str:
    """What a figure covers and when it was issued, in words."""
    return f"covers {one.period}, issued {one.issued}"


def chart_rows(rows: pd.DataFrame) -> list[Value]:
    """Each row with its cells by name, those of which charts are made."""
    columns = (to_list(rows[name]) for name in _CELLS)
    return [dict(zip(_CELLS, cells, strict=True)) for cells in zip(*columns, strict=True)]


def tooltip(one: Figure) -> Value:
    """What a tooltip tells of a figure."""
    more = f" And {len(one.caveats) - 3} more." if len(one.caveats) > 3 else ""
    return {
        "id": one.id,
        "figure": one.phrase + (f" (converted from {one.converted})" if one.converted else ""),
        "what": one.title,
        "qualifier": one.qualifier_words,
        "source": one.source_words,
        "status": one.status,
        "covers": one.period,
        "issued": one.issued,
        "caveats": " ".join(caveat.text for caveat in one.caveats[:3]) + more,
    }


def datum(one: Figure, row: Value, factor: float) -> Value:
    """A figure as marks need it: what is stated, which of its ends are open, and whether its source is named."""
    value: float = row["upper"] if pd.isna(row["value"]) else row["value"]
    return {
        **tooltip(one),
        "label": f"{one.phrase} · {one.source_short} · {one.status}",
        "short": one.phrase,
        "low": row["lower"] * factor if row["qualifier"] == "between" else 0.0,
        "value": None if pd.isna(value) else value * factor,
        "above": row["qualifier"] in ("more_than", "at_least"),
        "below": row["qualifier"] in ("less_than", "at_most", "nearly"),
        "about": row["qualifier"] == "approximate",
        "named": row["named"],
        "start": milliseconds(row["period_start_first"]),
        "end": milliseconds(row["period_end_last"], end=True),
        "said": milliseconds(row["issued_start_first"]),
        "said_end": milliseconds(row["issued_end_last"], end=True),
        "updates": row["updates"] if isinstance(row["updates"], str) else "",
    }


def milliseconds(day: pd.Timestamp, missing: float = 0, *, end: bool = False) -> float:
    """A day in milliseconds since 1970; of a last day, its end, so that a mark covers it whole."""
    return missing if pd.isna(day) else day.timestamp() * 1000 + (DAY if end else 0)


def left_out_lines(count: int) -> tuple[str, ...]:
    """The line that says how many of so many figures are drawn; none where all are."""
    return (f"The first {MOST} of {count:,} figures are drawn.",) if count > MOST else ()
