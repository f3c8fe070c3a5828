"""Charts that show figures of the subject beside those of the public record: order, labels, how to read them."""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import Observation
from indicators.charts.axes import Value
from indicators.charts.chart import MOST, Chart, dates_in_words, datum, left_out_lines
from indicators.charts.layers_beside_record import chart_by_row
from indicators.charts.marks import bound_key
from indicators.figures.build import figures_from
from indicators.figures.figure import Figure
from indicators.figures.names import short_source_names
from indicators.figures.summary import ELSEWHERE, HERE
from indicators.measure import period
from indicators.text.vocabulary import MONTHS

_RUNNING_TOTAL = "running_total"
_ABOUT = " (approximate)"
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS.split())})\b")


def chart_beside_record(
    catalogue: Catalogue, chart: str, name: str, rows: pd.DataFrame, system: str, title: str
) -> Chart:
    """A chart of figures of the subject and of the record, in the order of their dates.

    By date of issue, each issuer has a panel, first those of the subject's figures. A figure that is part of another of
    a different kind is a segment of that.
    """
    dates = ["issued_start_first", "period_start_first"]
    by = dates[::-1] if chart == "period" else dates
    shown = rows.sort_values(by, kind="stable", na_position="last").head(MOST)
    observations = {observation.id: observation for observation in catalogue.observations(shown)}
    figures = dict(zip(observations, figures_from(catalogue, observations.values(), system), strict=True))
    parts: dict[str, list[Observation]] = {}
    whole: list[Observation] = []
    for observation in observations.values():
        other = observations.get(observation.part_of or "")
        if other and other.kind != observation.kind:
            parts.setdefault(other.id, []).append(observation)
        else:
            whole.append(observation)
    units = {observation.id: catalogue.units.in_system(observation.unit, system) for observation in whole}
    values = []
    for observation in whole:
        # Kinds that cannot be converted share an axis here, each number in its own unit, which the axis names.
        figure, own = figures[observation.id], parts.get(observation.id, [])
        factor = catalogue.units.factor(observation.unit, units[observation.id])
        words = _words(catalogue, figure, observation, [figures[part.id] for part in own], chart)
        numbers = [part.value for part in own if part.value is not None]
        values.append({**datum(figure, observation, factor), **words, "parts": numbers})
    values = _by_panel(values)
    labels = dict.fromkeys(map(catalogue.units.label, units.values()))
    unit = " / ".join(labels)
    described = (f"{value['description']}, {value['where']}." for value in values)
    return Chart(
        name=name,
        title=title,
        unit=unit,
        spec=chart_by_row(values, unit),
        alt=" ".join([f"Chart in {unit}.", *described]),
        key=(*_key(values, labels), *left_out_lines(len(rows))),
        figures=tuple(figures.values()),
    )


def _by_panel(values: list[Value]) -> list[Value]:
    """The values of each panel together, in the order given, and first the panels with figures of the subject."""
    panels = dict.fromkeys(value["panel"] for value in sorted(values, key=lambda value: not value["here"]))
    return [value for panel in panels for value in values if value["panel"] == panel]


def _words(catalogue: Catalogue, figure: Figure, observation: Observation, parts: list[Figure], chart: str) -> Value:
    """The lines of a figure's label, its description, and the panel that it belongs to, empty without panels."""
    here = observation.role == SUBJECT
    where = HERE if here else ELSEWHERE
    root = short_source_names(catalogue).get(observation.root or "", "")
    relayed = root not in ("", figure.source_short)
    claimed = f"{figure.source_short} ← {root}" if relayed else figure.source_short
    date, words = (observation.period, figure.period) if chart == "period" else (observation.issued, figure.issued)
    dated = f"{_short(words) if date.text else 'no date'} · {figure.status}"
    sum_of_parts = f": {' + '.join(part.phrase for part in parts)}" if parts else ""
    counting = observation.root or observation.source
    in_panel = chart == "issued"
    label = (figure.number + sum_of_parts, _covers(figure, observation) if in_panel else "", HERE if here else "")
    return {
        "where": where,
        "here": here,
        "label": " · ".join(filter(None, label)),
        "claimed": claimed,
        "relayed": relayed,
        "dated": dated,
        "claim": f"{claimed} · {dated}",
        "panel": (catalogue.text("sources", counting, "country") or root or figure.source_short) if in_panel else "",
        "said": (_short(words) if date.text else "no date") if in_panel else "",
        "description": (
            f"{figure.title}: {figure.phrase}, {figure.source_words}, {figure.status}, {dates_in_words(figure)}"
        ),
    }


def _covers(figure: Figure, observation: Observation) -> str:
    """The period of a figure in few words; of a running total the start of its count."""
    if observation.statistic != _RUNNING_TOTAL:
        return _short(figure.period) if observation.period.text else ""
    start = observation.period.text.partition("/")[0]
    return f"since {_short(period.words(start))}" if start not in ("", "..") else "start unknown"


def _short(words: str) -> str:
    """Dates in words with the months in three letters."""
    short = _MONTH.sub(lambda month: month[0][:3], words)
    return f"about {short.replace(_ABOUT, '')}" if _ABOUT in short else short


def _key(values: list[Value], labels: Mapping[str, None]) -> Iterator[str]:
    """How to read the marks of a chart, a line for each sort of mark in it."""
    yield f"Figures of this text are marked “{HERE}” and have one colour; what others published has the other."
    if any(value["said"] for value in values):
        yield "At the right: when each number was published."
        if len({value["panel"] for value in values}) > 1:
            yield "Under each heading: what that side counted."
        yield "Totals counted from different dates, or by different issuers, cannot be compared."
    if len(labels) > 1:
        yield f"The axis is shared by {' and '.join(labels)}, which are not the same thing."
    yield from bound_key(values)
    if any(value["about"] for value in values):
        yield "Dashed ring: approximate."
    if any(value["expected"] and value["value"] is not None for value in values):
        yield "Square: a forecast, a plan, or under a condition."
    if not all(value["named"] for value in values):
        yield "Hollow: the source is not named."
    if any(value["parts"] for value in values):
        yield "Outlined segments: the parts of the number, one after the other."
    if any(value["low"] for value in values):
        yield "Thick line with ends: a range; no number in it is more likely than another, unless its caveats say so."
    if any(value["relayed"] and not value["said"] for value in values):
        yield "After the sign ←: who counted."
