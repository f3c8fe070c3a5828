"""The figures as a Croissant dataset (MLCommons): schema.org with the columns of its tables, for machine learning."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.export import dictionary, json_ld
from indicators.export.dictionary import Column

_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the specification of Croissant 1.0 prescribes."""

_TYPES = {"number": "sc:Float", "integer": "sc:Integer", "date": "sc:Date"}
_TABLES = {"figures": "figures.csv", "derived": "derived.csv"}


def dataset(catalogue: Catalogue, rows: pd.DataFrame, *, address: str, query: str = "") -> dict[str, Any]:
    """The rows and what follows from them as a Dataset with two sets of records.

    The arguments are those of `dcat.dataset`. Creators of whom it is not known whether they are a person or a body are
    left out, as the specification asks. The files have no checksums: they are made when they are asked for, so
    the dataset is a live one.
    """
    base, suffix = address.rstrip("/"), f"?{query}" if query else ""
    about = json_ld.about(catalogue, rows, address, query)
    descriptor = catalogue.descriptor
    columns = {"figures": dictionary.of_figures(descriptor), "derived": dictionary.of_derived(descriptor)}
    files = [_file(base, suffix, name) for name in _TABLES.values()] if address else []
    typed = {name: [agent for agent in about.get(name, ()) if "@type" in agent] for name in ("creator", "publisher")}
    return {
        **{name: value for name, value in about.items() if name not in typed},
        **{name: value for name, value in typed.items() if value},
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "citeAs": about["creditText"],
        "isLiveDataset": True,
        "distribution": files,
        "recordSet": [_records(name, columns[name]) for name in _TABLES] if address else [],
    }


def _file(base: str, suffix: str, name: str) -> dict[str, Any]:
    title, media_type = json_ld.FILES[name]
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "description": title,
        "contentUrl": f"{base}/data/{name}{suffix}",
        "encodingFormat": media_type,
    }


def _records(name: str, columns: Iterable[Column]) -> dict[str, Any]:
    title, _ = json_ld.FILES[_TABLES[name]]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": title,
        "key": {"@id": f"{name}/id"},
        "field": [_field(name, column) for column in columns],
    }


def _field(table: str, column: Column) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": f"{table}/{column.name}",
        "description": column.description,
        "dataType": _TYPES.get(column.type, "sc:Text"),
        "source": {"fileObject": {"@id": _TABLES[table]}, "extract": {"column": column.name}},
    }
