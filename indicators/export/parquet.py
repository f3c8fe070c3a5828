"""The table of figures as Parquet, in which each column says what it holds."""

import io

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from indicators.catalogue.model import Catalogue
from indicators.export import dictionary, figure_table
from indicators.measure.units import SYSTEMS


def figures(catalogue: Catalogue, rows: pd.DataFrame, system: str = SYSTEMS[0]) -> bytes:
    """The rows with the columns of `figure_table.table`; numbers are doubles, all else is text.

    The metadata of a column hold its `description` and, of a number, its `unit`; those of the file the title of the
    catalogue and its citation.
    """
    frame = figure_table.table(catalogue, rows, system)
    written = pa.Table.from_pandas(frame, preserve_index=False)
    described = {column.name: column for column in dictionary.columns_of(catalogue.descriptor, map(str, frame.columns))}
    fields = [
        pa.field(name, column.type.value_type if pa.types.is_dictionary(column.type) else column.type).with_metadata(
            {"description": described[name].description, **({"unit": unit} if (unit := described[name].unit) else {})}
        )
        for name, column in zip(written.column_names, written.columns, strict=True)
    ]
    metadata = {"title": catalogue.descriptor.title, "description": catalogue.descriptor.description}
    sink = io.BytesIO()
    pq.write_table(written.cast(pa.schema(fields, metadata)), sink, compression="zstd")
    return sink.getvalue()
