"""Catalogues that differ from a good one in one file."""

from collections.abc import Callable

from indicators.catalogue.model import Catalogue

Edited = Callable[..., Catalogue]


def repeat_row(csv: str, row: str, count: int) -> str:
    """The table with copies of a row at its end, named `row-0`, `row-1` and so on."""
    lines = csv.splitlines()
    cells = next(line for line in lines if line.startswith(f"{row},")).removeprefix(row)
    return "\n".join([*lines, *(f"{row}-{number}{cells}" for number in range(count)), ""])
