"""Milliseconds of checking a folder, and of making the CSV of half its rows: FOLDER; `check` or `download` on stdin."""

import sys
import tempfile
import time
from pathlib import Path

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.export import figure_table, writers
from indicators.figures.selection import Selection, select

HALF = Selection(status=("reported",))
"""The figures reported as fact: half of a generated catalogue, less the record's."""


def download(catalogue: Catalogue, path: Path) -> None:
    """The CSV of HALF, as the command line and the page make it."""
    path.write_bytes(writers.to_csv(figure_table.table(catalogue, select(catalogue, HALF))))


def main() -> None:
    """Answers each line with the milliseconds that it took."""
    folder = Path(sys.argv[1])
    catalogue = load(folder)
    with tempfile.TemporaryDirectory() as place:
        download(catalogue, Path(place) / "ours.csv")
        for line in sys.stdin:
            start = time.perf_counter()
            if line.strip() == "check":
                load(folder)
            else:
                download(catalogue, Path(place) / "ours.csv")
            print((time.perf_counter() - start) * 1000, flush=True)


if __name__ == "__main__":
    main()
