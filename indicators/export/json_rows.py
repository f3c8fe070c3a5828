"""Rows of a download as JSON objects: lists are lists, flags booleans, numbers numbers; null is not stated."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.export import derived_table, dictionary, figure_table, writers
from indicators.export.dictionary import Column


def figure_rows(catalogue: Catalogue, rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The printed figures, with the columns of `figure_table.table`."""
    return _objects(figure_table.table(catalogue, rows), dictionary.figure_columns(catalogue.descriptor))


def derived_rows(catalogue: Catalogue, rows: pd.DataFrame | None = None) -> list[dict[str, Any]]:
    """The derived figures, all or those that follow from the rows, with the columns of `derived_table.table`."""
    return _objects(derived_table.table(catalogue, rows), dictionary.derived_columns(catalogue.descriptor))


def _objects(table: pd.DataFrame, columns: Sequence[Column]) -> list[dict[str, Any]]:
    objects = writers.row_objects(table)
    lists = {column.name: column.delimiter for column in columns if column.type == "list"}
    flags = [column.name for column in columns if "yes" in column.values]
    for row in objects:
        for name, delimiter in lists.items():
            row[name] = [item.strip() for item in row[name].split(delimiter)] if row[name] else []
        for name in flags:
            row[name] = row[name] == "yes"
        if row["root"] is None:
            row["root_party"] = None  # it is not known who counted
    return objects
