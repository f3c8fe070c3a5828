"""Answers about figures that show themselves: a verdict on two, and the figures that follow."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import overload

import pandas as pd

from indicators import markup
from indicators.api.cell_output import cell_output
from indicators.api.figures import MOST_ROWS, typed
from indicators.catalogue.model import Catalogue
from indicators.combine import verdict
from indicators.combine.compare import compare as compare_operands
from indicators.combine.derived import derived_among
from indicators.combine.recipe import Derived
from indicators.export import derived_table
from indicators.figures.selection import figures_in_scope
from indicators.render import verdict_card
from indicators.render.card_grid import card_grid


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Verdict(verdict.Verdict):
    """The answer to *may these two be combined?*, with its working and its reasons."""

    def __repr__(self) -> str:
        first = f"{self.verdict}: {self.answer}" if self.answer else self.verdict
        return "\n".join([first, *(f"    {line}" for line in self.working)])

    def _repr_html_(self) -> str:
        return cell_output(verdict_card.in_full(self))


def compare(catalogue: Catalogue, a: str, operation: str, b: str, *, unit: str = "") -> Verdict:
    """The verdict on `a operation b`: sound, illustrative or refused.

    `a` and `b` are ids of figures, printed or derived, or ``ID.period`` or ``ID.issued`` of a printed one;
    `operation` is plus, minus, times, over, percent-change or equals; `unit` is the unit of the result. Raises
    UnknownIdError for an unknown figure or operation and UnitError for a unit that the result does not have.
    """
    answer = compare_operands(catalogue, a, operation, b, unit=unit)
    return Verdict(**{each.name: getattr(answer, each.name) for each in fields(answer)})


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class DerivedFigures(Sequence[Derived]):
    """The figures that follow from printed ones, in the order of the catalogue."""

    catalogue: Catalogue
    rows: pd.DataFrame
    """The printed figures that they may rest on: rows of `Catalogue.figures`."""
    derived: tuple[Derived, ...]

    def to_frame(self) -> pd.DataFrame:
        """A row for each figure with the columns of the download, typed as those of `Figures.to_frame`.

        What a figure has of several inputs (`source`, `source_named` …) is text, its items separated by semicolons.
        """
        return typed(derived_table.table(self.catalogue, self.rows), ("lower_open", "upper_open"))

    def __len__(self) -> int:
        return len(self.derived)

    @overload
    def __getitem__(self, place: int) -> Derived: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Derived, ...]: ...
    def __getitem__(self, place: int | slice) -> Derived | tuple[Derived, ...]:
        """The figure in this place, or those of a slice."""
        return self.derived[place]

    def __repr__(self) -> str:
        lines = (f"    {figure.id}: {figure.phrase} ({figure.verdict})" for figure in self.derived[:MOST_ROWS])
        return "\n".join([f"<{len(self)} derived figures>", *lines])

    def _repr_html_(self) -> str:
        cards = [verdict_card.derived_card(self.catalogue, figure, markup.EMPTY) for figure in self.derived[:MOST_ROWS]]
        return cell_output(card_grid(cards))


def derive(catalogue: Catalogue, *, record: bool = False) -> DerivedFigures:
    """The derived figures that rest on figures of the subject; with `record`, on those of the public record too."""
    rows = figures_in_scope(catalogue, record=record)
    return DerivedFigures(catalogue=catalogue, rows=rows, derived=derived_among(catalogue, rows))
