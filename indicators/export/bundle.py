"""The bundle of a selection: a zip file with a catalogue, flat tables, citations and checksums."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from indicators.audit import saved_audit
from indicators.catalogue import audit_file
from indicators.catalogue.model import Catalogue
from indicators.catalogue.schema import FILE, UNITS
from indicators.errors import IndicatorsError
from indicators.export import bundle_readme, csvw, dictionary, reference_formats, references, subset, writers
from indicators.figures.selection import Selection, select

SUMS = "SHA256SUMS"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Time of each file in the zip, the earliest that a zip can state: the content has no time of its own."""


def make(catalogue: Catalogue, selection: Selection, *, address: str = "") -> bytes:
    """The figures of a selection as a zip file; the same bytes for the same catalogue, selection and address.

    The unpacked folder is a catalogue: it loads, and the same selection shows the same figures. Raises
    IndicatorsError if the selection has no figure, because a catalogue without figures does not load.
    """
    rows = select(catalogue, selection)
    if rows.empty:
        raise IndicatorsError("the selection holds no figure, so there is nothing to bundle; choose less narrowly")
    content = files(catalogue, selection, rows, address)
    sums = "".join(f"{hashlib.sha256(content[name]).hexdigest()}  {name}\n" for name in sorted(content))
    return _zip({**content, SUMS: sums.encode()})


def files(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame, address: str) -> dict[str, bytes]:
    """The files of the bundle by path, without the file of checksums."""
    descriptor = catalogue.descriptor
    tables = subset.subset_tables(catalogue, rows)
    cited = (*_references(catalogue, tables), *references.figure_references(catalogue, rows))
    csv_files = {
        descriptor.tables[name].path: subset.to_csv(descriptor.tables[name], frame) for name, frame in tables.items()
    }
    texts = {
        FILE: writers.to_json(_descriptor(catalogue, tables)) + "\n",
        UNITS: catalogue.units.text,
        "selection.json": writers.to_json(_selection(selection, rows, address)) + "\n",
        "columns.md": dictionary.columns_document(descriptor),
        "citations.bib": reference_formats.bibtex(cited),
        "citations.ris": reference_formats.ris(cited),
        "citations.json": reference_formats.csl_json(cited),
        **_audits(catalogue, tables),
    }
    content = {**csv_files, **csvw.files(catalogue, rows), **{name: text.encode() for name, text in texts.items()}}
    readme = bundle_readme.text(catalogue, narrowed(selection, rows), rows, tuple(content), address=address)
    return {**content, bundle_readme.FILE: readme.encode()}


def narrowed(selection: Selection, rows: pd.DataFrame) -> Selection:
    """The selection without the ids that none of the rows has: a catalogue of these rows alone does not know them."""
    return Selection(
        source=_among(selection.source, rows["source"]),
        topic=_among(selection.topic, rows["topic"]),
        status=_among(selection.status, rows["status"]),
        document=_among(selection.document, rows["document"]),
        search=selection.search,
        record=selection.record,
    )


def _among(ids: tuple[str, ...], cells: pd.Series) -> tuple[str, ...]:
    present = frozenset(cells.unique())
    return tuple(identity for identity in ids if identity in present)


def _references(catalogue: Catalogue, tables: Mapping[str, pd.DataFrame]) -> tuple[references.Reference, ...]:
    """References to the catalogue and to the documents in the bundle."""
    documents = {references.document_key(document) for document in tables["documents"].index}
    everything = references.catalogue_references(catalogue)
    return tuple(reference for reference in everything if reference.kind != "document" or reference.key in documents)


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


def _audits(catalogue: Catalogue, tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """The file of saved audits with the documents whose figures are all in the bundle; no file if there is none."""
    documents = subset.whole_documents(catalogue, tables["observations"])
    audits = [audit for audit in catalogue.audits if audit.document in documents]
    content = {audit.document: asdict(audit) for audit in audits if saved_audit.is_current(catalogue, audit)}
    return {audit_file.FILE: json.dumps(content, indent=2, ensure_ascii=False) + "\n"} if content else {}


def _zip(content: Mapping[str, bytes]) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name in sorted(content):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix on every system, so that the file mode below is read everywhere
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content[name])
    return sink.getvalue()
