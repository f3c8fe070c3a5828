"""What the labels and the key of a chart say of dates that the editor assumed."""

from collections.abc import Iterable, Iterator, Sequence

from indicators.catalogue.observation import Observation
from indicators.figures.assumed import ASSUMED, YEAR_ASSUMED, assumed, assumed_part
from indicators.figures.figure import Figure

_MOST_NAMED = 6
"""Maximum number of figures that are named of which a date is assumed."""


def assumed_in_label(observation: Observation, columns: Sequence[str] = ("period", "issued")) -> Iterator[str]:
    """What is assumed of the dates in these columns, as a label has it: *year of issue assumed*."""
    parts = (assumed_part(observation.inferred, column, observation.period) for column in columns)
    return (f"{part} {ASSUMED}" for part in parts if part)


def assumed_key(observations: Iterable[Observation]) -> Iterator[str]:
    """How to read labels that say what is assumed, as a line; none where nothing is."""
    if any([*assumed_in_label(each)] for each in observations):
        yield "“Assumed”: by the editor, not printed; of a period it may be one end alone."


def assumed_dates(figures: Sequence[Figure], columns: Sequence[str]) -> Iterator[str]:
    """A line for each date or year that the editor assumed of these figures, for charts whose labels do not say it.

    A figure is named by what it measures; where others of that name have a printed date, by its number, with who says
    it and how firmly. ``columns`` are the dates that the chart shows.
    """
    for column, date in (("period", "period"), ("issued", "date of issue")):
        printed = {figure.title for figure in figures if not assumed(figure.inferred, column)}
        of: dict[str, dict[str, None]] = {}
        for figure in figures:
            if column in columns and (how_far := assumed(figure.inferred, column)):
                what = f"the year of the {date}" if how_far == YEAR_ASSUMED else f"the {date}, or an end of it,"
                alone = f"{figure.phrase}, {figure.source_marked}, {figure.status}"
                of.setdefault(what, {})[alone if figure.title in printed else figure.title] = None
        for what, names in of.items():
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            yield f"Assumed by the editor: {what} of {'; '.join([*names][:_MOST_NAMED])}{more}."
