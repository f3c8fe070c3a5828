"""The bundle of a selection: a zip file with a catalogue, flat tables, citations and checksums."""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pandas as pd

from indicators.audit import saved_audit
from indicators.catalogue import audit_file
from indicators.catalogue.model import Catalogue
from indicators.catalogue.schema import FILE, UNITS
from indicators.columns import Positions, pieces
from indicators.errors import IndicatorsError
from indicators.export import bundle_readme, csvw, dictionary, reference_formats, references, subset, writers
from indicators.export.references import Reference
from indicators.export.sink import Sink
from indicators.figures.facets import FACETS, ids_of
from indicators.figures.selection import Selection, positions

SUMS = "SHA256SUMS"
_CHOSEN = ["id", *dict.fromkeys(facet.column for facet in FACETS.values())]
"""Columns of the chosen figures that say what else the bundle needs."""
_ROWS_AT_ONCE = 2**14
_REFERENCES_AT_ONCE = 2**11
_MANY = 500_000
"""From so many figures on, a file may be larger than 2 GB, which the first form of a zip cannot state."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Time of each file in the zip, the earliest that a zip can state: the content has no time of its own."""


def make(catalogue: Catalogue, selection: Selection, *, address: str = "") -> bytes:
    """The figures of a selection as a zip file; the same bytes for the same catalogue, selection and address.

    The unpacked folder is a catalogue: it loads, and the same selection shows the same figures. Raises
    IndicatorsError if the selection has no figure, because a catalogue without figures does not load.
    """
    return b"".join(parts(catalogue, selection, address=address))


def parts(catalogue: Catalogue, selection: Selection, *, address: str = "") -> Iterator[bytes]:
    """The same file part by part."""
    rows = positions(catalogue, selection)
    if not len(rows):
        raise IndicatorsError("the selection holds no figure, so there is nothing to bundle; choose less narrowly")
    sink = Sink()
    with zipfile.ZipFile(sink, "w") as archive:
        sums = []
        for name, content in sorted(_files(catalogue, selection, rows, address).items()):
            digest = hashlib.sha256()
            with archive.open(_entry(name), "w", force_zip64=len(rows) > _MANY) as entry:
                for part in content:
                    digest.update(part)
                    entry.write(part)
                    yield sink.take()
            sums.append(f"{digest.hexdigest()}  {name}\n")
        archive.writestr(_entry(SUMS), "".join(sums))
    yield sink.take()


def _files(catalogue: Catalogue, selection: Selection, rows: Positions, address: str) -> dict[str, Iterable[bytes]]:
    """The files of the bundle by path, each part by part, without the file of checksums."""
    descriptor = catalogue.descriptor
    chosen = catalogue.figures[_CHOSEN].take(rows)
    frames, kept = subset.tables(catalogue), subset.needed_rows(catalogue, chosen)
    documents = {references.document_key(document) for document in frames["documents"].index[kept["documents"]]}

    def cited() -> Iterator[Reference]:
        """The references to the catalogue, to the documents and to the figures in the bundle."""
        everything = references.catalogue_references(catalogue)
        yield from (each for each in everything if each.kind != "document" or each.key in documents)
        for piece in pieces(catalogue.figures, rows, _REFERENCES_AT_ONCE):
            yield from references.figure_references(catalogue, piece)

    tables = {
        table.path: subset.csv_parts(table, pieces(frames[name], np.flatnonzero(kept[name]), _ROWS_AT_ONCE))
        for name, table in descriptor.tables.items()
        if name in frames
    }
    texts = {
        FILE: writers.to_json(_descriptor(catalogue, frames)) + "\n",
        UNITS: catalogue.units.text,
        "selection.json": writers.to_json(_selection(selection, chosen, address)) + "\n",
        "columns.md": dictionary.columns_document(descriptor),
        **csvw.descriptions(descriptor),
        **_audits(catalogue, catalogue.figures.loc[kept["observations"], ["document"]]),
    }
    content: dict[str, Iterable[bytes]] = {
        **tables,
        **csvw.tables(catalogue, chosen, pieces(catalogue.figures, rows, _ROWS_AT_ONCE)),
        "citations.bib": map(str.encode, reference_formats.bibtex_parts(cited())),
        "citations.ris": map(str.encode, reference_formats.ris_parts(cited())),
        "citations.json": map(str.encode, reference_formats.csl_json_parts(cited())),
        **{name: [text.encode()] for name, text in texts.items()},
    }
    readme = bundle_readme.text(
        catalogue, narrowed(catalogue, selection, chosen), chosen, tuple(content), address=address
    )
    return {**content, bundle_readme.FILE: [readme.encode()]}


def narrowed(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame) -> Selection:
    """The selection without the ids that none of the rows has: a catalogue of these rows alone does not know them."""
    chosen = {}
    for name, facet in FACETS.items():
        present = {id_ for cell in rows[facet.column].dropna().unique() for id_ in ids_of(catalogue, name, cell)}
        chosen[name] = tuple(id_ for id_ in selection.chosen(name) if id_ in present)
    return Selection(**chosen, search=selection.search, record=selection.record)


def _descriptor(catalogue: Catalogue, tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """The descriptor of the catalogue, with the tables in the bundle and the flat tables as resources."""
    declared = deepcopy(dict(catalogue.descriptor.declared))
    own = [
        {name: value for name, value in resource.items() if name not in ("bytes", "hash")}  # those of the whole table
        for resource in declared["resources"]
        if resource["name"] in tables
    ]
    return {**declared, "resources": [*own, *csvw.resources(catalogue.descriptor)]}


def _selection(selection: Selection, rows: pd.DataFrame, address: str) -> dict[str, Any]:
    choices = asdict(selection)
    return {
        "selection": {
            name: sorted(choice) if isinstance(choice, tuple) else choice for name, choice in choices.items()
        },
        "query": urlencode(selection.query()),
        "address": address or None,
        "figures": rows["id"].tolist(),
    }


def _audits(catalogue: Catalogue, rows: pd.DataFrame) -> dict[str, str]:
    """The file of saved audits with the documents whose figures are all among the rows; no file if there is none."""
    documents = subset.whole_documents(catalogue, rows)
    audits = [audit for audit in catalogue.audits if audit.document in documents]
    content = {audit.document: asdict(audit) for audit in audits if saved_audit.is_current(catalogue, audit)}
    return {audit_file.FILE: json.dumps(content, indent=2, ensure_ascii=False) + "\n"} if content else {}


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix on every system, so that the file mode below is read everywhere
    entry.external_attr = 0o100644 << 16
    return entry
