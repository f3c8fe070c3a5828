"""How to read the marks of a chart by series and groups."""

from collections.abc import Iterator, Sequence

from indicators.catalogue.observation import Observation
from indicators.charts.axes import Value
from indicators.charts.choice import Choice
from indicators.charts.marks import bound_key
from indicators.figures.statistics import interval_kind


def key_lines(
    choice: Choice, observations: Sequence[Observation], values: Sequence[Value], *, bars: bool
) -> Iterator[str]:
    """A line for each sort of mark in a chart."""
    intervals = dict.fromkeys(interval_kind(each) for each in observations if each.interval_lower is not None)
    if intervals:
        where = "Band, or line at a value" if choice.over_time else "Line around a value"
        yield f"{where}: {', '.join(intervals)}, as published."
    earlier = {each.vintage for each, value in zip(observations, values, strict=True) if not value["current"]}
    if earlier:
        first = earlier == {"first_published"}
        yield f"Diamond: {'the value first published' if first else 'an earlier value'}, since revised."
    runs = {value["segment"] for value in values if value["current"] and not value["expected"]}
    if choice.over_time and len(runs) > len(choice.series):
        yield "A gap in a line: no value for that time."
    if any(value["low"] is not None for value in values):
        yield "Block without a mark: a range."
    expected = (value for value in values if value["expected"])
    marks = dict.fromkeys("dashed edge" if bars or value["value"] is None else "square" for value in expected)
    if marks:
        yield f"{' or '.join(marks).capitalize()}: a forecast, a plan, or under a condition."
    yield from bound_key(values)
    if any(value["about"] for value in values):
        yield "Dashed ring: approximate."
    if not all(value["named"] for value in values):
        yield "Faint or hollow: the source is not named."
    if any(value["value"] is None and value["low"] is None for value in values):
        yield "Without a mark: an order of magnitude, no number."
