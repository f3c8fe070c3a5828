"""A figure that converts and shows itself, and the figures of a selection."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, overload

import pandas as pd

from indicators import markup
from indicators.api.cell_output import cell_output
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.export import figure_columns, figure_table
from indicators.figures import figure
from indicators.figures.amounts import number_and_unit
from indicators.figures.build import figures_from, figures_of
from indicators.figures.selection import Selection
from indicators.figures.summary import full_title
from indicators.render import figure_card, headlines

MOST_ROWS = 60
"""Rows of the largest table that a notebook shows; pandas shows as many."""

FLAGS = ("lower_open", "upper_open", "source_implied", "source_named", "source_party", "counted_by_party")

_HEADER = ("Figure", "What", "Source", "Period", "Id")


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Figure(figure.Figure):
    """A figure in words, with its numbers.

    The words (`phrase`, `title`, `source_name`, `period`, `caveats`, `citation` …) are those of the dashboard.
    `value`, `lower` and `upper` are floats in `unit_name`, unrounded; None is missing, and of a bound: unbounded, or
    unknown where the qualifier is *approximate* or *vague*.
    """

    catalogue: Catalogue = field(repr=False)
    unit_name: str
    value: float | None
    lower: float | None
    upper: float | None
    lower_open: bool
    upper_open: bool

    def to(self, unit: str) -> "Figure":
        """The same figure in another listed unit of its dimension, with its qualifier and caveats.

        The words have no more digits than the figure bears, and rounding never passes a bound: *more than* rounds
        down, *less than* up. The conversion always starts from the unit as printed. Raises UnitError for a unit that
        is not listed or measures something else.
        """
        observation = self.catalogue.observation(self.id)
        factor = self.catalogue.units.factor(observation.unit, unit)
        number, label, printed = number_and_unit(self.catalogue, observation, unit)
        return replace(self, number=number, unit=label, converted=printed, **_numbers(observation, unit, factor))

    def __repr__(self) -> str:
        return f"<{self.id}: {self.phrase}; {self.title}; {self.source_short}>"

    def _repr_html_(self) -> str:
        return cell_output(figure_card.card([self]))


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Figures(Sequence[Figure]):
    """The figures of a selection, in the order of the catalogue."""

    catalogue: Catalogue
    selection: Selection
    rows: pd.DataFrame
    """The rows of `Catalogue.figures`."""

    def to_frame(self) -> pd.DataFrame:
        """A row for each figure with the columns of the download, typed.

        Numbers are float64, counts of digits and paragraphs Int64, flags bool, days datetime64; texts are str or
        categories. Values are in `unit`, as printed and in full precision.
        """
        return typed(figure_table.table(self.catalogue, self.rows), FLAGS)

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Figure: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Figure, ...]: ...
    def __getitem__(self, place: int | slice) -> Figure | tuple[Figure, ...]:
        """The figure in this place, or those of a slice."""
        if isinstance(place, slice):
            return of_rows(self.catalogue, self.rows.iloc[place])
        return of_rows(self.catalogue, self.rows.iloc[[place]])[0]

    def __iter__(self) -> Iterator[Figure]:
        for start in range(0, len(self.rows), MOST_ROWS):
            yield from of_rows(self.catalogue, self.rows.iloc[start : start + MOST_ROWS])

    def __repr__(self) -> str:
        query = ", ".join(f"{name}={text}" for name, text in self.selection.query())
        return f"<{self._summary()}{f' ({query})' if query else ''}>"

    def _repr_html_(self) -> str:
        shown = figures_of(self.catalogue, self.rows.head(MOST_ROWS))
        rows = ([words.phrase, full_title(words), words.source_short, words.period, words.id] for words in shown)
        more = len(self.rows) - len(shown)
        summary = f"{self._summary()}; the first {MOST_ROWS} are shown" if more else self._summary()
        return cell_output(markup.table(_HEADER, rows) + markup.paragraph(summary))

    def _summary(self) -> str:
        return headlines.summary(self.catalogue, self.selection, self.rows)


def of_rows(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Figure, ...]:
    """The figures of these rows of `Catalogue.figures`, as printed."""
    observations = catalogue.observations(rows)
    pairs = zip(figures_from(catalogue, observations), observations, strict=True)
    return tuple(
        Figure(
            **{each.name: getattr(words, each.name) for each in fields(words)},
            catalogue=catalogue,
            lower_open=observation.lower_open,
            upper_open=observation.upper_open,
            **_numbers(observation, observation.unit, 1),
        )
        for words, observation in pairs
    )


def typed(download: pd.DataFrame, flags: Iterable[str]) -> pd.DataFrame:
    """A download with real types: `flags` (*yes* or nothing) as bool, days as datetime64."""
    columns: Mapping[str, Any] = {
        **{name: download[name] == "yes" for name in flags},
        **{name: pd.to_datetime(download[name].astype("str"), format="%Y-%m-%d") for name in figure_columns.DAYS},
    }
    return download.assign(**columns).reset_index(drop=True)


def _numbers(observation: Observation, unit: str, factor: float) -> dict[str, Any]:
    """Unit, value and bounds of a figure, for the fields of those names."""
    ends = {name: getattr(observation, name) for name in ("value", "lower", "upper")}
    return {"unit_name": unit} | {name: None if end is None else end * factor for name, end in ends.items()}
