"""How other programs read the figures from their address, each as a script that prints four columns as CSV."""

from collections.abc import Mapping

COLUMNS = ("id", "value", "period", "caveats_in_words")

PYTHON: Mapping[str, tuple[str, str, str]] = {
    "pandas": (
        "/data/figures.csv",
        "pandas",
        "import pandas\n"
        'table = pandas.read_csv(address, keep_default_na=False, na_values=[""])\n'
        "assert table.value.dtype == 'float64'\n"
        "table[columns].to_csv(sys.stdout, index=False)",
    ),
    "polars": (
        "/data/figures.csv",
        "polars",
        "import polars\n"
        "table = polars.read_csv(address)\n"
        "assert table.schema['value'] == polars.Float64\n"
        "print(table.select(columns).write_csv())",
    ),
    "polars, Parquet": (
        "/data/figures.parquet",
        "polars",
        "import polars\nprint(polars.read_parquet(address).select(columns).write_csv())",
    ),
    "DuckDB, through fsspec": (
        "/data/figures.csv",
        "duckdb fsspec aiohttp",
        "import datetime, duckdb, fsspec.implementations.http as web\n"
        "class Addresses(web.HTTPFileSystem):  # DuckDB's own extension for addresses comes from a server of its own\n"
        "    def modified(self, path):\n"
        "        return datetime.datetime.now()\n"
        "duckdb.register_filesystem(Addresses())\n"
        "table = duckdb.sql(f\"SELECT {', '.join(columns)} FROM read_csv('{address}')\")\n"
        "assert str(table.types[1]) == 'DOUBLE'\n"
        "writer = csv.writer(sys.stdout)\n"
        "writer.writerow(columns)\n"
        "writer.writerows(table.fetchall())",
    ),
    "frictionless": (
        "/data/datapackage.json",
        "frictionless",
        "import frictionless\n"
        "package = frictionless.Package(address)\n"
        "assert package.validate().valid\n"
        "rows = package.get_resource('figures').read_rows()\n"
        "writer = csv.DictWriter(sys.stdout, columns, extrasaction='ignore')\n"
        "writer.writeheader()\n"
        "writer.writerows(row.to_dict() for row in rows)",
    ),
    "csvw": (
        "/data/figures.csv",
        "csvw",
        "from csvw import CSVW\n"
        "table = CSVW(address)\n"
        "assert table.is_valid\n"
        "(rows,) = (one['row'] for one in table.to_json(minimal=False)['tables'])\n"
        "writer = csv.DictWriter(sys.stdout, columns, extrasaction='ignore')\n"
        "writer.writeheader()\n"
        "writer.writerows(row['describes'][0] for row in rows)",
    ),
    "Croissant": (
        "/data/croissant.jsonld",
        "mlcroissant",
        "import mlcroissant\n"
        "dataset = mlcroissant.Dataset(address)\n"
        "writer = csv.writer(sys.stdout)\n"
        "writer.writerow(columns)\n"
        "def cell(value):\n"
        "    text = value.decode() if isinstance(value, bytes) else value\n"
        "    return '' if text is None or text != text else text\n"
        "for record in dataset.records('figures'):\n"
        "    writer.writerow([cell(record[f'figures/{name}']) for name in columns])",
    ),
}
"""Packages of Python: the address that each reads, what is installed for it, and the script."""

BEFORE = "import csv, sys\naddress, *columns = sys.argv[1:]\n"
"""What stands before each script: its arguments."""

R = """
arguments <- commandArgs(trailingOnly = TRUE)
table <- read.csv(arguments[1], na.strings = "", encoding = "UTF-8")
stopifnot(is.numeric(table$value))
write.csv(table[arguments[-1]], row.names = FALSE, na = "")
"""

SQLITE = """
.import --csv {file} figures
.headers on
.mode csv
SELECT id, CAST(NULLIF(value, '') AS REAL) AS value, period, caveats_in_words FROM figures;
"""

VALIDATORS: Mapping[str, tuple[str, str, str]] = {
    "schema.org": (
        "/data/catalogue.jsonld",
        "rdflib",
        "import json, rdflib, urllib.request\n"
        "data = json.load(urllib.request.urlopen(address))\n"
        'data["@context"] = {"@vocab": "https://schema.org/"}  # what the context at schema.org says of these names\n'
        "graph = rdflib.Graph().parse(data=json.dumps(data), format='json-ld')\n"
        "SDO = rdflib.Namespace('https://schema.org/')\n"
        "(dataset,) = graph.subjects(rdflib.RDF.type, SDO.Dataset)\n"
        "asked = 'name description url identifier keywords license creator publisher datePublished version '\n"
        "asked += 'temporalCoverage spatialCoverage isAccessibleForFree distribution variableMeasured'\n"
        "missing = [name for name in asked.split() if (dataset, SDO[name], None) not in graph]\n"
        "assert not missing, missing\n"
        "for creator in graph.objects(dataset, SDO.creator):\n"
        "    assert graph.value(creator, rdflib.RDF.type) in (SDO.Person, SDO.Organization)",
    ),
    "DCAT": (
        "/data/dcat.jsonld",
        "pyshacl",
        "import pyshacl, rdflib\n"
        "graph = rdflib.Graph().parse(address, format='json-ld')\n"
        "conforms, _, report = pyshacl.validate(graph, shacl_graph=columns[0])\n"
        "assert conforms, report",
    ),
    "Croissant": (
        "/data/croissant.jsonld",
        "mlcroissant",
        "import mlcroissant\n"
        "issues = mlcroissant.Dataset(address).metadata.ctx.issues\n"
        "assert not issues.errors and not issues.warnings, issues.report()",
    ),
    "OpenAPI": (
        "/data/openapi.json",
        "openapi-spec-validator",
        "import json, urllib.request\n"
        "from openapi_spec_validator import validate\n"
        "validate(json.load(urllib.request.urlopen(address)))",
    ),
}
"""Validators of descriptions: the address that each reads, what is installed for it, and the script."""
