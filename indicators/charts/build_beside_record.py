"""Charts that set figures of the subject beside those of the record: their labels, their order, how to read them."""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.charts import marks_beside_record
from indicators.charts.axes import Value
from indicators.charts.chart import MOST, Chart, chart_rows, dates_in_words, datum, left_out_lines
from indicators.figures.figure import Figure, figures_of
from indicators.measure import period
from indicators.measure.period import NOT_STATED

_MONTH = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")


def beside(catalogue: Catalogue, chart: str, name: str, rows: pd.DataFrame, system: str) -> Chart:
    """A chart of figures of the subject with those of the record beside them, by date."""
    ordered = rows.sort_values(["issued_start_first", "period_start_first"], kind="stable", na_position="last")
    if chart == "period":
        ordered = rows.sort_values(["period_start_first", "issued_start_first"], kind="stable", na_position="last")
    shown = ordered.head(MOST)
    read = dict(zip(shown["id"], figures_of(catalogue, shown, system), strict=True))
    unit_of = {unit: catalogue.units.in_system(unit, system) for unit in map(str, shown["unit"].unique())}
    parts = shown[shown["part_of"].isin(shown["id"]).to_numpy() & (shown["kind"] != _kinds_of(shown)).to_numpy()]
    whole = shown[~shown["id"].isin(parts["id"])]
    labels = dict.fromkeys(catalogue.units.label(unit_of[unit]) for unit in whole["unit"].astype("str"))
    values = []
    for row in chart_rows(whole):
        # Kinds that cannot be converted share an axis here, each number in its own unit, which the axis names.
        one, own = read[row["id"]], parts[parts["part_of"] == row["id"]]
        value = datum(one, row, catalogue.units.factor(row["unit"], unit_of[row["unit"]]))
        values.append(value | _set_beside(catalogue, one, row, [read[each] for each in own["id"]], chart))
        values[-1]["parts"] = [float(part) for part in own["value"].dropna()]
    timed = chart == "issued"
    titles = dict.fromkeys(one.title for one in read.values())
    unit = " / ".join(labels)
    described = (f"{each['told']}, {each['where']}." for each in values)
    (first,) = figures_of(catalogue, rows.head(1), system)
    return Chart(
        name=name,
        title=next(iter(titles)) if len(titles) == 1 else f"{first.topic}: {first.kind}, with the record",
        unit=unit,
        spec=(marks_beside_record.by_date if timed else marks_beside_record.by_row)(values, unit),
        alt=" ".join([f"Chart in {unit}.", *described]),
        key=(*_key(values, labels, timed=timed), *left_out_lines(len(rows))),
        figures=tuple(read.values()),
    )


def _kinds_of(shown: pd.DataFrame) -> pd.Series:
    """The kind of the figure of which each is a part."""
    return shown["part_of"].astype("str").map(shown.set_index("id")["kind"].astype("str"))


def _set_beside(catalogue: Catalogue, one: Figure, row: Value, parts: list[Figure], chart: str) -> Value:
    """What a figure beside others is labelled with, and whose series it belongs to."""
    here = row["role"] == SUBJECT
    where = marks_beside_record.SHARED["here" if here else "record"]
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
        "told": f"{one.title}: {one.phrase}, {one.source_words}, {one.status}, {dates_in_words(one)}",
    }


def _short(words: str) -> str:
    """Dates in words with the months in three letters."""
    return _MONTH.sub(lambda month: month[0][:3], words).replace(" (approximate)", ", about")


def _key(values: list[Value], labels: Mapping[str, None], *, timed: bool) -> Iterator[str]:
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
