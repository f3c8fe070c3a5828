"""The flat tables of a bundle with their metadata: Table Schema, and CSV on the Web."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.catalogue.schema import Descriptor
from indicators.export import derived_table, dictionary, figure_table, writers
from indicators.export.dictionary import Column

FOLDER = "flat"
_ABOUT = ("name", "title", "description", "version", "created", "keywords", "licenses", "contributors", "sources")
"""Properties of the catalogue's descriptor that hold for a package of its CSV files too."""
_TITLES = {"figures": "Printed figures, each row alone", "derived": "Figures that follow from them"}


def tables(catalogue: Catalogue, rows: pd.DataFrame, pieces: Iterable[pd.DataFrame]) -> dict[str, Iterator[bytes]]:
    """The CSV files of the figures ``rows`` and of the figures derived from them, part by part, by path.

    The figures come in ``pieces``; of ``rows`` the ids count.
    """
    frames = {
        "figures": (figure_table.table(catalogue, piece) for piece in pieces),
        "derived": (derived_table.table(catalogue, rows) for _ in range(1)),
    }
    return {f"{FOLDER}/{name}.csv": writers.csv_parts(each) for name, each in frames.items()}


def descriptions(descriptor: Descriptor) -> dict[str, str]:
    """The metadata of both CSV files, by path."""
    return {
        f"{FOLDER}/{name}.csv-metadata.json": writers.to_json(metadata(descriptor, name)) + "\n" for name in _TITLES
    }


def package(catalogue: Catalogue, query: str) -> dict[str, Any]:
    """A Data Package of the CSV files of a selection at the addresses beside its own; ``query`` selects."""
    declared = {name: value for name, value in catalogue.descriptor.declared.items() if name in _ABOUT}
    suffix = f"?{query}" if query else ""
    files = [{**each, "name": name, "path": f"{name}.csv{suffix}"} for name, each in _described(catalogue.descriptor)]
    return {**declared, "resources": files}


def resources(descriptor: Descriptor) -> list[dict[str, Any]]:
    """The two CSV files as resources of a Data Package."""
    return [
        {**each, "name": f"{FOLDER}_{name}", "path": f"{FOLDER}/{name}.csv"} for name, each in _described(descriptor)
    ]


def _described(descriptor: Descriptor) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each of the two CSV files with what a resource of a Data Package says of it."""
    for name, title in _TITLES.items():
        yield (
            name,
            {
                "name": name,
                "title": title,
                "path": f"{name}.csv",
                "type": "table",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [_field(column) for column in _columns(descriptor, name)],
                    "primaryKey": ["id"],
                    "missingValues": [""],
                },
            },
        )


def metadata(descriptor: Descriptor, name: str, query: str = "") -> dict[str, Any]:
    """Metadata of ``figures`` or ``derived``, as a ``query`` selects them, in the vocabulary of CSV on the Web."""
    licence = {"dc:license": {"@id": descriptor.licence_url}} if descriptor.licence_url else {}
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{name}.csv" + (f"?{query}" if query else ""),
        "dc:title": f"{descriptor.title}: {_TITLES[name]}",
        **licence,
        "tableSchema": {
            "columns": [_csvw_column(column) for column in _columns(descriptor, name)],
            "primaryKey": "id",
        },
    }


def _columns(descriptor: Descriptor, name: str) -> Iterable[Column]:
    return dictionary.of_figures(descriptor) if name == "figures" else dictionary.of_derived(descriptor)


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    return {
        "name": column.name,
        "type": column.type,
        "description": column.description,
        **({"delimiter": column.delimiter} if column.delimiter else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _csvw_column(column: Column) -> dict[str, Any]:
    datatype: Any = column.type if column.type in ("number", "integer", "date") else "string"
    if column.values:
        datatype = {"base": "string", "format": "|".join(map(re.escape, column.values))}
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": datatype,
        **({"separator": column.delimiter} if column.delimiter else {}),
        **({"required": True} if column.required else {}),
    }
