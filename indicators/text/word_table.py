"""The tables of words beside this module: a line for each row, empty ones and those that start with # left out."""

from collections.abc import Mapping
from importlib.resources import files


def rows_of(name: str) -> list[str]:
    """The rows of a file of this package."""
    lines = (files("indicators.text") / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def words_in(row: str) -> tuple[str, ...]:
    """The words and phrases of a row, which has | between them."""
    return tuple(word.strip() for word in row.split("|"))


def table(name: str) -> Mapping[str, tuple[str, ...]]:
    """The words of each row of a file by its key, which stands before a colon."""
    rows = (row.partition(":") for row in rows_of(name))
    return {key.strip(): words_in(words) for key, _, words in rows}
