"""DuckDB reading every CSV of a catalogue into tables, with the types that its descriptor gives: FOLDER."""

import json
import sys
from pathlib import Path

import duckdb

TYPES = {"string": "VARCHAR", "list": "VARCHAR", "number": "DOUBLE", "integer": "BIGINT", "boolean": "VARCHAR"}

folder = Path(sys.argv[1])
with duckdb.connect() as database:
    for resource in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        columns = {field["name"]: TYPES[field["type"]] for field in resource["schema"]["fields"]}
        read = f"read_csv('{folder / resource['path']}', columns = {columns}, header = true, delim = ',', quote = '\"')"
        database.execute(f'CREATE TABLE "{resource["name"]}" AS SELECT * FROM {read}')
