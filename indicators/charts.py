"""Charts of a selection: which there are, what each shows, and that in words.

A chart is a Vega-Lite specification with its values inside and without a theme: the page gives it fonts and colours.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators import marks, period, record, record_marks
from indicators.catalogue import SUBJECT, Catalogue
from indicators.marks import DAY, Value
from indicators.reading import NOT_STATED, Reading, readings

MOST = 40
"""As many figures as one chart draws; what it leaves out it says."""
_MONTH = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")

_DATES = {
    "issued": ["issued_start_first", "issued_end_last"],
    "period": ["period_start_first", "period_end_last"],
}
"""What a figure must state for a chart over time to draw it."""

STRIP = "periods"
"""Name of the chart of periods and dates of issue."""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A chart as a Vega-Lite ``spec``, its title, unit and content in words, and how to read its marks (``key``).

    ``name`` stays the same whatever is selected; ``readings`` are the figures that it shows, whose ids give the rows
    behind it.
    """

    name: str
    title: str
    unit: str
    spec: Value
    alt: str
    key: tuple[str, ...]
    readings: tuple[Reading, ...]


def drawings(catalogue: Catalogue, rows: pd.DataFrame, system: str = "printed") -> Iterator[Drawing]:
    """A chart for each group of the rows whose indicators name the same chart, kind and topic, rates apart.

    An indicator that is set beside another is drawn with it. Groups come in the order of the headline cards, then
    of the catalogue; units are those of ``system``.
    """
    indicators = catalogue.indicators
    names = rows["indicator"].astype("str").map(record.families(catalogue))
    drawn = rows.assign(
        _chart=names.map(indicators["chart"]),
        _order=names.map(indicators["order"]).fillna(float("inf")),
        _kind=names.map(indicators["kind"]),
        _rate=names.map(indicators["statistic"]) == "rate",
    )
    drawn = drawn[drawn["_chart"].isin(marks.LAYERS)].sort_values("_order", kind="stable")
    for (chart, kind, topic, rate), group in drawn.groupby(
        ["_chart", "_kind", "topic", "_rate"], sort=False, observed=True
    ):
        if not _datable(str(chart), group):
            continue
        name = "-".join([str(chart), str(kind), str(topic), *(["rate"] if rate else [])])
        draw = _drawing if (group["role"] == SUBJECT).all() else _beside
        yield draw(catalogue, str(chart), name, group, system)


def _datable(chart: str, rows: pd.DataFrame) -> bool:
    """Whether a chart over time has anything to draw: a number with the dates that it stands at."""
    dates = rows[_DATES.get(chart, [])].notna().all(axis=1)
    return bool((dates & rows[["value", "upper"]].notna().any(axis=1)).any()) or chart not in _DATES


def strip(catalogue: Catalogue, rows: pd.DataFrame) -> Drawing | None:
    """Every period and date of issue of the rows on one time axis; None where no row states any."""
    days = rows[["period_start_first", "issued_start_first", "period_end_last", "issued_end_last"]]
    begin = np.fmin.reduce([days[name].to_numpy() for name in days])
    dated = np.flatnonzero(~np.isnat(begin))
    if not dated.size:
        return None
    shown = rows.take(dated[np.argsort(begin[dated], kind="stable")[:MOST]])
    read = readings(catalogue, shown)
    drawn = days.loc[shown.index]
    first, last = _milliseconds(drawn.min().min()), _milliseconds(drawn.max().max())
    room = max((last - first) * 0.08, 4 * DAY)
    values = [
        {
            **_told(one),
            "label": f"{one.title}: {one.phrase if row['role'] == SUBJECT else one.number}",
            "start": _milliseconds(row["period_start_first"], first - room),
            "end": _milliseconds(row["period_end_last"], last + room, end=True),
            "no_start": pd.isna(row["period_start_first"]),
            "no_end": pd.isna(row["period_end_last"]),
            "said": _milliseconds(row["issued_start_first"]),
            "said_end": _milliseconds(row["issued_end_last"], end=True),
            "covering": one.period != NOT_STATED,
        }
        for one, row in zip(read, _records(shown), strict=True)
    ]
    return Drawing(
        name=STRIP,
        title="Periods covered and dates of issue",
        unit="",
        spec=marks.layer(marks.strip(values, [first, last]), len(values)),
        alt=" ".join(["Time strip.", *(f"{one.title}, {one.phrase}: {_when(one)}." for one in read)]),
        key=(*_strip_key(values, len(rows) - len(dated)), *_left_out(len(dated))),
        readings=read,
    )


def _drawing(catalogue: Catalogue, chart: str, name: str, rows: pd.DataFrame, system: str) -> Drawing:
    shown = rows.head(MOST)
    read = readings(catalogue, shown, system)
    unit_of = {unit: catalogue.units.in_system(unit, system) for unit in map(str, shown["unit"].unique())}
    # One axis has one unit: that of the first figure, to which the others of its kind are converted.
    axis = unit_of[str(shown["unit"].iloc[0])]
    factors = {unit: catalogue.units.factor(unit, axis) for unit in unit_of}
    values = [_measured(one, row, factors[row["unit"]]) for one, row in zip(read, _records(shown), strict=True)]
    unit = catalogue.units.label(axis)
    titles = dict.fromkeys(one.title for one in read)
    layers = marks.LAYERS[chart](values, unit)
    described = (f"{one.title}: {one.phrase}, {one.source_words}, {one.status}, {_when(one)}." for one in read)
    return Drawing(
        name=name,
        title=next(iter(titles)) if len(titles) == 1 else f"{read[0].topic}: {read[0].kind}",
        unit=unit,
        spec=marks.layer(layers, len(values) if chart in marks.BY_ROW else 0),
        alt=" ".join([f"Chart in {unit}.", *described]),
        key=(*_key(values), *_left_out(len(rows))),
        readings=read,
    )


def _beside(catalogue: Catalogue, chart: str, name: str, rows: pd.DataFrame, system: str) -> Drawing:
    """A chart of figures of the subject with those of the record beside them, by date."""
    ordered = rows.sort_values(["issued_start_first", "period_start_first"], kind="stable", na_position="last")
    if chart == "period":
        ordered = rows.sort_values(["period_start_first", "issued_start_first"], kind="stable", na_position="last")
    shown = ordered.head(MOST)
    read = dict(zip(shown["id"], readings(catalogue, shown, system), strict=True))
    unit_of = {unit: catalogue.units.in_system(unit, system) for unit in map(str, shown["unit"].unique())}
    parts = shown[shown["part_of"].isin(shown["id"]).to_numpy() & (shown["kind"] != _kinds_of(shown)).to_numpy()]
    whole = shown[~shown["id"].isin(parts["id"])]
    labels = dict.fromkeys(catalogue.units.label(unit_of[unit]) for unit in whole["unit"].astype("str"))
    values = []
    for row in _records(whole):
        # Kinds that cannot be converted share an axis here, each number in its own unit, which the axis names.
        one, own = read[row["id"]], parts[parts["part_of"] == row["id"]]
        value = _measured(one, row, catalogue.units.factor(row["unit"], unit_of[row["unit"]]))
        values.append(value | _set_beside(catalogue, one, row, [read[each] for each in own["id"]], chart))
        values[-1]["parts"] = [float(part) for part in own["value"].dropna()]
    timed = chart == "issued"
    titles = dict.fromkeys(one.title for one in read.values())
    unit = " / ".join(labels)
    described = (f"{each['told']}, {each['where']}." for each in values)
    first = read[str(rows["id"].iloc[0])]
    return Drawing(
        name=name,
        title=next(iter(titles)) if len(titles) == 1 else f"{first.topic}: {first.kind}, with the record",
        unit=unit,
        spec=(record_marks.by_date if timed else record_marks.by_row)(values, unit),
        alt=" ".join([f"Chart in {unit}.", *described]),
        key=(*_beside_key(values, labels, timed=timed), *_left_out(len(rows))),
        readings=tuple(read.values()),
    )


def _kinds_of(shown: pd.DataFrame) -> pd.Series:
    """The kind of the figure of which each is a part."""
    return shown["part_of"].astype("str").map(shown.set_index("id")["kind"].astype("str"))


def _set_beside(catalogue: Catalogue, one: Reading, row: Value, parts: list[Reading], chart: str) -> Value:
    """What a figure beside others is labelled with, and whose series it belongs to."""
    here = row["role"] == SUBJECT
    where = record_marks.SHARED["here" if here else "record"]
    root = catalogue.text("sources", row["root"], "short_name")
    claimed = one.source_short + (f" ← {root}" if root and root != one.source_short else "")
    day = one.period if chart == "period" else one.issued
    dated = f"{_short(day) if day != NOT_STATED else 'no date'} · {one.status}"
    start = row["period"].partition("/")[0] if isinstance(row["period"], str) else ""
    since = period.words(start) if start not in ("", "..") else "start not stated"
    made_of = f": {' + '.join(each.phrase for each in parts)}" if parts else ""
    return {
        "where": where,
        "here": here,
        "label": one.number + made_of + (f" · {where}" if here else ""),
        "claimed": claimed,
        "dated": dated,
        "under": f"{claimed} · {dated}",
        "group": catalogue.text("sources", row["source"], "country") or one.source_short,
        "since": "" if here else ("" if start in ("", "..") else "since ") + _short(since),
        "series": row["series"] if isinstance(row["series"], str) else "",
        "bar": chart != "stages",
        "low": row["lower"] if row["qualifier"] == "between" else 0.0,
        "told": f"{one.title}: {one.phrase}, {one.source_words}, {one.status}, {_when(one)}",
    }


def _short(words: str) -> str:
    """Dates in words with the months in three letters."""
    return _MONTH.sub(lambda month: month[0][:3], words).replace(" (approximate)", ", about")


def _beside_key(values: list[Value], labels: Mapping[str, None], *, timed: bool) -> Iterator[str]:
    """How to read the marks of a chart that sets figures side by side."""
    if timed:
        yield "Ring: printed here; the others are in the record. Colour and shape: whose the number is."
        yield "Beside each: from when it counts. Totals with different starts do not compare, nor those of two issuers."
    else:
        yield "The record is drawn in a colour of its own; what is printed here says so."
    if len(labels) > 1:
        yield f"The axis is shared by {' and '.join(labels)}, which are not the same thing."
    if any(value["above"] for value in values):
        yield "Arrow outwards: a lower bound; how much more it is, is not stated."
    if any(value["below"] for value in values):
        yield "Arrow back: an upper bound; how much less it is, is not stated."
    if any(value["about"] or not value["named"] for value in values):
        yield "Hollow: approximate, or the source is not named."
    if timed and any(value["series"] for value in values):
        yield "Dashed line: totals of one issuer with one start; it is no course between them."
    if any(value["parts"] for value in values):
        yield "Outlined segments: the parts of the number, one after the other."
    if not timed and any(value["low"] for value in values):
        yield "Thick line with ends: a range; nothing between is more likely unless its caveats say so."
    if not timed and any("←" in value["under"] for value in values):
        yield "After the arrow ←: whose counting it is."


def _when(one: Reading) -> str:
    return f"covers {one.period}, issued {one.issued}"


def _records(rows: pd.DataFrame) -> list[Value]:
    return [{str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")]


def _told(one: Reading) -> Value:
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


def _measured(one: Reading, row: Value, factor: float) -> Value:
    """A figure as marks need it: what is stated, which of its ends are open, and whether its source is named."""
    value: float = row["upper"] if pd.isna(row["value"]) else row["value"]
    return {
        **_told(one),
        "label": f"{one.phrase} · {one.source_short} · {one.status}",
        "short": one.phrase,
        "low": row["lower"] * factor if row["qualifier"] == "between" else 0.0,
        "value": None if pd.isna(value) else value * factor,
        "above": row["qualifier"] in ("more_than", "at_least"),
        "below": row["qualifier"] in ("less_than", "at_most", "nearly"),
        "about": row["qualifier"] == "approximate",
        "named": row["named"],
        "start": _milliseconds(row["period_start_first"]),
        "end": _milliseconds(row["period_end_last"], end=True),
        "said": _milliseconds(row["issued_start_first"]),
        "said_end": _milliseconds(row["issued_end_last"], end=True),
        "updates": row["updates"] if isinstance(row["updates"], str) else "",
    }


def _milliseconds(day: pd.Timestamp, missing: float = 0, *, end: bool = False) -> float:
    """A day in milliseconds since 1970; of a last day, its end, so that a mark covers it whole."""
    return missing if pd.isna(day) else day.timestamp() * 1000 + (DAY if end else 0)


def _key(values: list[Value]) -> Iterator[str]:
    """How to read the marks that are there."""
    if any(value["above"] for value in values):
        yield "Arrow outwards: a lower bound; how much more it is, is not stated."
    if any(value["below"] for value in values):
        yield "Arrow back: an upper bound; how much less it is, is not stated."
    if any(value["about"] for value in values):
        yield "Dashed edge: approximate; how far off it may be is not stated."
    if not all(value["named"] for value in values):
        yield "Pale or hollow: the source is not named."
    if any(value["updates"] for value in values):
        yield "Dashed line: the later number is printed as an update of the earlier; it is no course between them."
    if any(value["value"] is None for value in values):
        yield "Without a mark: an order of magnitude, no number."


def _strip_key(values: list[Value], silent: int) -> Iterator[str]:
    if any(value["covering"] for value in values):
        yield "Bar: the period that the figure covers."
    if any(value["covering"] and (value["no_start"] or value["no_end"]) for value in values):
        yield "Arrow: the period has no date at that end."
    if any(value["said"] for value in values):
        yield "Diamond: when it was said; a line where only the month or the year is known."
    if silent:
        yield f"{silent} more {'figure states' if silent == 1 else 'figures state'} neither and cannot be drawn."


def _left_out(count: int) -> tuple[str, ...]:
    return (f"The first {MOST} of {count:,} figures are drawn.",) if count > MOST else ()
