"""A selection of figures as one data package: a catalogue of its own, flat tables, citations, checksums."""

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
from indicators.catalogue.model import Catalogue
from indicators.catalogue.schema import FILE, UNITS
from indicators.errors import IndicatorsError
from indicators.export import bundle_readme, csvw, dictionary, references, subset, writers
from indicators.figures.selection import Selection, select

SUMS = "SHA256SUMS"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a .zip can state, for want of one that the content has."""


def make(catalogue: Catalogue, selection: Selection, *, address: str = "") -> bytes:
    """The figures of a selection as a .zip, the same bytes for the same catalogue, selection and address.

    Unpacked it is a catalogue: it loads, and under the same selection shows the same figures. Raises IndicatorsError
    where the selection holds no figure, as a catalogue without any does not load.
    """
    rows = select(catalogue, selection)
    if rows.empty:
        raise IndicatorsError("the selection holds no figure, so there is nothing to bundle; choose less narrowly")
    content = files(catalogue, selection, rows, address)
    sums = "".join(f"{hashlib.sha256(content[name]).hexdigest()}  {name}\n" for name in sorted(content))
    return _zipped({**content, SUMS: sums.encode()})


def files(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame, address: str) -> dict[str, bytes]:
    """The files of the bundle by path, without their checksums."""
    about = catalogue.descriptor
    kept = subset.subset_tables(catalogue, rows)
    cited = (*_cited(catalogue, kept), *references.figure_references(catalogue, rows))
    tables = {about.tables[name].path: subset.to_csv(about.tables[name], frame) for name, frame in kept.items()}
    flat_files = csvw.files(catalogue, rows)
    texts = {
        FILE: writers.to_json(_descriptor(catalogue, kept)) + "\n",
        UNITS: catalogue.units.text,
        "selection.json": writers.to_json(_selection(selection, rows, address)) + "\n",
        "columns.md": dictionary.markdown(about),
        "citations.bib": references.bibtex(cited),
        "citations.ris": references.ris(cited),
        "citations.json": references.csl_json(cited),
        **_audited(catalogue, kept),
    }
    content = {**tables, **flat_files, **{name: text.encode() for name, text in texts.items()}}
    words = bundle_readme.text(catalogue, narrowed(selection, rows), rows, tuple(content), address=address)
    return {**content, bundle_readme.FILE: words.encode()}


def narrowed(selection: Selection, rows: pd.DataFrame) -> Selection:
    """The selection without the ids of which it has no figure: what a catalogue of these rows alone knows."""
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
    return tuple(one for one in ids if one in present)


def _cited(catalogue: Catalogue, kept: Mapping[str, pd.DataFrame]) -> tuple[references.Reference, ...]:
    """The catalogue and the documents that are kept."""
    documents = {references.document_key(one) for one in kept["documents"].index}
    cited = references.catalogue_references(catalogue)
    return tuple(one for one in cited if one.kind != "document" or one.key in documents)


def _descriptor(catalogue: Catalogue, kept: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """The descriptor of the catalogue with the tables that are kept and the flat ones."""
    declared = deepcopy(dict(catalogue.descriptor.declared))
    own = [resource for resource in declared["resources"] if resource["name"] in kept]
    return {**declared, "resources": [*own, *csvw.resources(catalogue.descriptor)]}


def _selection(selection: Selection, rows: pd.DataFrame, address: str) -> dict[str, Any]:
    chosen = {name: sorted(each) if isinstance(each, tuple) else each for name, each in asdict(selection).items()}
    return {
        "selection": chosen,
        "query": urlencode(selection.query()),
        "address": address or None,
        "figures": rows["id"].tolist(),
    }


def _audited(catalogue: Catalogue, kept: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """The record of the audit for the documents of which every figure is kept; no file where there is none."""
    whole = subset.whole_documents(catalogue, kept["observations"])
    audits = [audit for audit in saved_audit.read_saved(catalogue.folder) if audit.document in whole]
    content = {audit.document: asdict(audit) for audit in audits if saved_audit.is_current(catalogue, audit)}
    return {saved_audit.FILE: json.dumps(content, indent=2, ensure_ascii=False) + "\n"} if content else {}


def _zipped(content: Mapping[str, bytes]) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name in sorted(content):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, on every system, so that the rights below are read everywhere
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content[name])
    return sink.getvalue()
