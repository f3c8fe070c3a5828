"""The table of figures as Parquet, in which each column says what it holds."""

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from indicators.catalogue.model import Catalogue
from indicators.export import dictionary, figure_table
from indicators.export.figure_columns import VERSIONS, in_version, names_in
from indicators.export.sink import Sink
from indicators.measure.units import SYSTEMS

_TYPES = {"number": pa.float64(), "integer": pa.int64(), "date": pa.date32()}


def figures(catalogue: Catalogue, rows: pd.DataFrame, system: str = SYSTEMS[0], version: str = VERSIONS[0]) -> bytes:
    """The rows with the columns of `figure_table.table`, as ``version`` names them.

    Numbers are doubles, whole ones 64-bit integers, days are dates, all else is text. The metadata of a column hold
    its `description` and, of a number, its `unit`; those of the file the title of the catalogue and its citation.
    """
    return b"".join(parts(catalogue, [rows], system, version))


def parts(
    catalogue: Catalogue, pieces: Iterable[pd.DataFrame], system: str = SYSTEMS[0], version: str = VERSIONS[0]
) -> Iterator[bytes]:
    """The same file part by part; each piece of the rows is a row group."""
    sink, writer = Sink(), None
    for piece in pieces:
        frame = figure_table.table(catalogue, piece, system)
        table = pa.Table.from_pandas(in_version(version, frame), preserve_index=False)
        if writer is None:
            schema = _schema(catalogue, names_in(version, map(str, frame)))
            writer = pq.ParquetWriter(sink, schema, compression="zstd")
        writer.write_table(table.cast(writer.schema))
        yield sink.take()
    if writer is not None:
        writer.close()
        yield sink.take()


def _schema(catalogue: Catalogue, names: Mapping[str, str]) -> pa.Schema:
    """The columns by their names today, each with the name that it gets."""
    fields = [
        pa.field(names[column.name], _TYPES.get(column.type, pa.large_string())).with_metadata(
            {"description": column.description, **({"unit": column.unit} if column.unit else {})}
        )
        for column in dictionary.columns_of(catalogue.descriptor, names)
    ]
    return pa.schema(fields, {"title": catalogue.descriptor.title, "description": catalogue.descriptor.description})
