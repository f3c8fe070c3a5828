"""Catalogues that differ from a good one in one file."""

import dataclasses
from collections.abc import Callable

from indicators.catalogue.model import Catalogue

Edited = Callable[..., Catalogue]


def repeat_row(csv: str, row: str, count: int) -> str:
    """The table with copies of a row at its end, named `row-0`, `row-1` and so on."""
    lines = csv.splitlines()
    cells = next(line for line in lines if line.startswith(f"{row},")).removeprefix(row)
    return "\n".join([*lines, *(f"{row}-{number}{cells}" for number in range(count)), ""])


def without_rows(catalogue: Catalogue) -> Catalogue:
    """The catalogue without any row that quotes a text."""
    return dataclasses.replace(
        catalogue,
        figures=catalogue.figures[:0],
        dismissed=catalogue.dismissed[:0],
        passages=catalogue.passages[:0],
    )
