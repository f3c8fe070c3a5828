"""Charts that show figures of the subject beside those of the public record: their marks, and how to read them."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import Observation
from indicators.charts.assumed_dates import assumed_key
from indicators.charts.axes import Value
from indicators.charts.chart import MOST, Chart, dates_in_words, datum, left_out_lines, shared_caveats
from indicators.charts.layers_beside_record import DrawnRow, chart_by_row
from indicators.charts.marks import bound_key, place_key
from indicators.charts.rows_beside_record import COUNT_OF, Row, label, rows_of
from indicators.figures.build import figures_from
from indicators.figures.figure import Figure
from indicators.figures.summary import ELSEWHERE, FROM, HERE

_OTHER_KINDS = "What the headings name is not the same thing; compare only the numbers under one heading."
_OTHER_COUNTS = "Each heading is another count; compare only the numbers under one heading."
_OTHER_TOTALS = "Compare only totals that stand under one heading and count from one day."


def chart_beside_record(
    catalogue: Catalogue, chart: str, name: str, rows: pd.DataFrame, system: str, title: str
) -> Chart:
    """A chart of figures of the subject and of the record, in the order of their dates.

    By date of issue, each issuer has a panel, in other charts each kind. What is most likely one publication is one
    row, with a mark for each place where it is printed; a figure that is part of another of a different kind is a
    segment of that.
    """
    dates = ["issued_start_first", "period_start_first"]
    by = dates[::-1] if chart == "period" else dates
    shown = rows.sort_values(by, kind="stable", na_position="last").head(MOST)
    observations = catalogue.observations(shown)
    figures = {
        observation.id: figure
        for observation, figure in zip(observations, figures_from(catalogue, observations, system), strict=True)
    }
    found = rows_of(catalogue, chart, observations)
    units = {each.id: catalogue.units.in_system(each.unit, system) for each in observations}
    drawn = [
        DrawnRow(
            panel=row.panel,
            lines=tuple(label(catalogue, row, figures, chart)),
            marks=tuple(
                _datum(figures[each.id], each, catalogue.units.factor(each.unit, units[each.id])) for each in row.marked
            ),
            parts=tuple((figures[part.id].kind, part.value) for part in row.parts if part.value is not None),
        )
        for row in found
    ]
    # Kinds that cannot be converted share an axis here, each number in its own unit, which its heading names.
    of_axis = ", and ".join(dict.fromkeys(catalogue.units.label(units[row.lead.id]) for row in found))
    unit = "" if chart != "issued" and len({units[row.lead.id] for row in found}) > 1 else of_axis
    described = (
        f"{value['what']}: {value['figure']}, {value['source']}, {value['status']}, "
        f"{dates_in_words(figures[value['id']])}, {_place(value, row)}."
        for row in drawn
        for value in row.marks
    )
    relays = any(each.root not in (None, each.source) for row in found for each in row.marked)
    return Chart(
        name=name,
        title=title,
        unit=unit,
        spec=chart_by_row(drawn, unit),
        alt=" ".join([f"Chart in {of_axis}.", *described]),
        key=(
            *_key(drawn, dated=chart == "issued", relays=relays),
            *assumed_key(each for row in found for each in row.marked),
            *(() if chart == "issued" else _caveats(found, figures)),
            *left_out_lines(len(rows)),
        ),
        figures=tuple(figures.values()),
    )


def _datum(figure: Figure, observation: Observation, factor: float) -> Value:
    return {**datum(figure, observation, factor), "where": HERE if observation.role == SUBJECT else ELSEWHERE}


def _place(value: Value, row: DrawnRow) -> str:
    """Where a figure stands, and whether it is most likely the publication that is described before it."""
    same = ", probably the same publication" if value is not row.marks[0] else ""
    return f"{value['where']}{same}"


def _caveats(rows: Sequence[Row], figures: Mapping[str, Figure]) -> Iterator[str]:
    """The caveats that the figures of each panel share, or those of the chart where it has no panels."""
    panels: dict[str, list[Figure]] = {}
    for row in rows:
        panels.setdefault(row.panel, []).extend(figures[each.id] for each in row.marked)
    for panel, members in panels.items():
        if texts := shared_caveats(members):
            yield " ".join([f"{panel}:" if panel else "", *texts]).strip()


def _key(rows: Sequence[DrawnRow], *, dated: bool, relays: bool) -> Iterator[str]:
    """How to read the marks of a chart, a line for each sort of mark in it."""
    values = [value for row in rows for value in row.marks]
    marked = [value for value in values if value["value"] is not None]
    yield from place_key(each["where"] for each in marked)
    if any(len(row.marks) > 1 for row in rows):
        yield "Marks on one line: probably one publication, not several that confirm each other."
    if dated:
        yield f"At the right: when each number was published. {_OTHER_TOTALS}"
    elif any(row.panel for row in rows):
        yield _OTHER_COUNTS if any(row.panel.startswith(COUNT_OF) for row in rows) else _OTHER_KINDS
    yield from bound_key(marked)
    single = [value for value in marked if not value["low"]]
    if any(value["about"] for value in single):
        yield "Dashed ring: approximate."
    if any(value["expected"] for value in single):
        yield "Square on a dashed line: a forecast, a plan, or under a condition."
    if not all(value["named"] for value in marked):
        yield "Hollow: the source is not named."
    if any(row.parts for row in rows):
        yield "Outlined segments: the parts of the number, one after the other."
    if any(value["low"] for value in marked):
        yield "Bar between two ends: a range; no number in it is more likely than another, unless its caveats say so."
    if relays and not dated:
        yield f"After “{FROM}”: whose counting it is."
    if len(marked) < len(values):
        yield "Without a mark: an order of magnitude, no number."
