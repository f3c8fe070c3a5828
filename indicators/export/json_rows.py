"""Rows of a download as JSON objects: lists are lists, flags booleans, numbers numbers; null is not stated."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.catalogue.model import Catalogue
from indicators.columns import TEXT
from indicators.export import derived_table, dictionary, figure_table, writers
from indicators.export.dictionary import Column
from indicators.export.figure_columns import VERSIONS, in_version
from indicators.measure.units import SYSTEMS

_TEXTS_AT_ONCE = 2**11
"""Rows of which the texts are made at once."""
_UNKNOWN = "?"
"""Whether who counted is a party, where it is not known who counted."""
_PARTIES = {"counted_by_party": "counted_by", "root_party": "root"}
"""The flag that says whether who counted is a party, with the column that says who counted."""
_encode = json.JSONEncoder(ensure_ascii=False).encode


def figure_rows(
    catalogue: Catalogue, rows: pd.DataFrame, version: str = VERSIONS[0], system: str = SYSTEMS[0]
) -> list[dict[str, Any]]:
    """The printed figures, with the columns of `figure_table.table` as a version names them, in a system of units."""
    table = in_version(version, figure_table.table(catalogue, rows, system))
    return _objects(table, dictionary.of_figures(catalogue.descriptor, version, system))


def derived_rows(
    catalogue: Catalogue, rows: pd.DataFrame | None = None, version: str = VERSIONS[0]
) -> list[dict[str, Any]]:
    """The derived figures, all or those that follow from the rows, with the columns of `derived_table.table`."""
    table = in_version(version, derived_table.table(catalogue, rows))
    return _objects(table, dictionary.of_derived(catalogue.descriptor, version))


def figure_texts(
    catalogue: Catalogue, pieces: Iterable[pd.DataFrame], version: str = VERSIONS[0], system: str = SYSTEMS[0]
) -> Iterator[str]:
    """Each printed figure as indented JSON inside an array; the objects are those of ``figure_rows``."""
    columns = dictionary.of_figures(catalogue.descriptor, version, system)
    for piece in pieces:
        table = in_version(version, figure_table.table(catalogue, piece, system))
        for start in range(0, len(table), _TEXTS_AT_ONCE):
            yield from _texts(table.iloc[start : start + _TEXTS_AT_ONCE], columns)


def _objects(table: pd.DataFrame, columns: Sequence[Column]) -> list[dict[str, Any]]:
    convert = _converters(columns)
    cells = {name: [convert[name](cell) for cell in cells] for name, cells in _cells(table)}
    return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]


def _texts(table: pd.DataFrame, columns: Sequence[Column]) -> list[str]:
    """The rows as JSON texts, each distinct cell of a column being written once."""
    convert = _converters(columns)
    parts: list[Any] = []
    for name, cells in _cells(table):
        codes, distinct = pd.factorize(cells)
        written = [_nested(convert[name](cell)) for cell in [*distinct, None]]
        before = "  {\n    " if not parts else ",\n    "
        parts += [pa.scalar(f"{before}{_encode(name)}: ", TEXT), pa.array(written, TEXT).take(codes % len(written))]
    joined = pc.binary_join_element_wise(*parts, pa.scalar("\n  }", TEXT), pa.scalar("", TEXT))
    texts: list[str] = joined.to_pylist()
    return texts


def _nested(value: Any) -> str:
    """A value of an object inside an array, as ``writers.to_json`` indents it."""
    if isinstance(value, list) and value:
        return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n    ")
    return _encode(value)


def _cells(table: pd.DataFrame) -> Iterator[tuple[str, Any]]:
    """The columns of a table as arrays of objects; a missing cell is None, and that of an unknown flag _UNKNOWN."""
    for name, column in table.items():
        cells = column.astype(object).to_numpy(copy=True)
        cells[column.isna().to_numpy()] = None
        if name in _PARTIES:
            cells[table[_PARTIES[str(name)]].isna().to_numpy()] = _UNKNOWN
        yield str(name), cells


def _converters(columns: Sequence[Column]) -> Mapping[str, Callable[[Any], Any]]:
    """What makes the value in JSON of a cell, by the name of the column."""
    return {column.name: _converter(column) for column in columns}


def _converter(column: Column) -> Callable[[Any], Any]:
    if column.type == "list":
        return lambda cell: [item.strip() for item in cell.split(column.delimiter)] if cell else []
    if "yes" in column.values:
        return lambda cell: None if cell == _UNKNOWN else cell == "yes"
    return writers.json_value
