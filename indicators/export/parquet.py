"""The table of figures as Parquet, in which each column says what it holds."""

from collections.abc import Iterable, Iterator

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from indicators.catalogue.model import Catalogue
from indicators.export import dictionary, figure_table
from indicators.export.sink import Sink
from indicators.measure.units import SYSTEMS

_NUMBERS = {*figure_table.NUMBERS, *(name for name in figure_table.CONVERTED if "unit" not in name)}


def figures(catalogue: Catalogue, rows: pd.DataFrame, system: str = SYSTEMS[0]) -> bytes:
    """The rows with the columns of `figure_table.table`; numbers are doubles, all else is text.

    The metadata of a column hold its `description` and, of a number, its `unit`; those of the file the title of the
    catalogue and its citation.
    """
    return b"".join(parts(catalogue, [rows], system))


def parts(catalogue: Catalogue, pieces: Iterable[pd.DataFrame], system: str = SYSTEMS[0]) -> Iterator[bytes]:
    """The same file part by part; each piece of the rows is a row group."""
    sink, writer = Sink(), None
    for piece in pieces:
        table = pa.Table.from_pandas(figure_table.table(catalogue, piece, system), preserve_index=False)
        if writer is None:
            writer = pq.ParquetWriter(sink, _schema(catalogue, table.column_names), compression="zstd")
        writer.write_table(table.cast(writer.schema))
        yield sink.take()
    if writer is not None:
        writer.close()
        yield sink.take()


def _schema(catalogue: Catalogue, names: list[str]) -> pa.Schema:
    fields = [
        pa.field(column.name, pa.float64() if column.name in _NUMBERS else pa.large_string()).with_metadata(
            {"description": column.description, **({"unit": column.unit} if column.unit else {})}
        )
        for column in dictionary.columns_of(catalogue.descriptor, names)
    ]
    return pa.schema(fields, {"title": catalogue.descriptor.title, "description": catalogue.descriptor.description})
