"""Datasette on the exported figures, with the facet by source and its CSV export: PORT FOLDER."""

import sqlite3
import sys
import tempfile
from pathlib import Path

from datasette.cli import cli
from shown import Shown

PORT, SHOWN = sys.argv[1], Shown.read(Path(sys.argv[2]))
with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "figures.db"
    with sqlite3.connect(file) as database:
        SHOWN.figures.to_sql("figures", database, index=False)
    cli(["serve", str(file), "--host", "127.0.0.1", "--port", PORT])
