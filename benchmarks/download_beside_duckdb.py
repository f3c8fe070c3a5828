"""Milliseconds of the CSV of half the rows, ours and DuckDB's: FOLDER; `ours` or `duckdb` on stdin.

DuckDB's table holds what our download gives for all rows, so it has nothing to look up, and picks the same rows.
"""

import sys
import tempfile
import time
from pathlib import Path

import duckdb
from cost import HALF, download

from indicators._load import load
from indicators.export import figure_table
from indicators.figures.selection import Selection, select


def main() -> None:
    """Answers each line with the milliseconds that it took."""
    catalogue = load(Path(sys.argv[1]))
    everything = figure_table.table(catalogue, select(catalogue, Selection()))
    with duckdb.connect() as database, tempfile.TemporaryDirectory() as place:
        database.execute("CREATE TABLE figures AS SELECT * FROM everything")
        del everything
        (status,) = HALF.status
        copy = f"COPY (SELECT * FROM figures WHERE status = '{status}') TO '{place}/duckdb.csv' (HEADER)"
        for line in sys.stdin:
            start = time.perf_counter()
            if line.strip() == "ours":
                download(catalogue, Path(place) / "ours.csv")
            else:
                database.execute(copy)
            print((time.perf_counter() - start) * 1000, flush=True)


if __name__ == "__main__":
    main()
