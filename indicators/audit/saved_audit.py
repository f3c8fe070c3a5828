"""Saves the results of audits in `audit.json` of a catalogue, and tells whether they still hold."""

import hashlib
import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pandas as pd

from indicators import __version__, whole_files
from indicators.audit.report import Report
from indicators.catalogue import audit_file
from indicators.catalogue.audit_file import SavedAudit
from indicators.catalogue.model import Catalogue
from indicators.text.search import KINDS

_COLUMNS = (
    "id document source lower value upper qualifier order_of_magnitude unit as_printed attribution period issued "
    "inferred section paragraph fingerprint"
).split()
"""The columns of the figures that an audit uses."""
_INTERVALS = ("interval_lower", "interval_upper", "interval_level")
"""Columns that it uses too, where a figure of the document has an interval."""


def summarise(catalogue: Catalogue, report: Report, day: date) -> SavedAudit:
    """The result of a report, to be saved."""
    counted = report.expressions["kind"].value_counts()
    return SavedAudit(
        document=report.document,
        day=day.isoformat(),
        version=__version__,
        text_sha256=report.text_sha256,
        catalogue_sha256=fingerprint(catalogue, report.document),
        expressions={kind: int(counted.get(kind, 0)) for kind in KINDS},
        carried=int((report.expressions["observation"] != "").sum()),
        dismissed=int((report.expressions["dismissed"] != "").sum()),
        findings=report.counts,
    )


def fingerprint(catalogue: Catalogue, document: str) -> str:
    """SHA-256 of all parts of the catalogue that an audit of the document uses."""
    figures = _rows(catalogue.figures, document)
    parts = [
        figures[[*_COLUMNS, *(name for name in _INTERVALS if figures[name].notna().any())]],
        _rows(catalogue.dismissed, document),
        _rows(catalogue.statements, document),
        _rows(catalogue.passages, document),
        catalogue.documents.loc[[document], ["title", "source", "issued", "period", "headings"]],
    ]
    forms = [f"{name}={catalogue.units.label(name)}={catalogue.units.symbol(name)}" for name in catalogue.units.names]
    text = "\n".join([*(part.astype("str").to_csv(index=False, lineterminator="\n") for part in parts), *forms])
    return hashlib.sha256(text.encode()).hexdigest()


def _rows(frame: pd.DataFrame, document: str) -> pd.DataFrame:
    return frame[(frame["document"] == document).to_numpy(dtype=bool)]


def save(folder: Path, audit: SavedAudit) -> None:
    """Saves the audit of one document in the folder; those of other documents stay."""
    audits = {saved.document: saved for saved in audit_file.read(folder)} | {audit.document: audit}
    content = {document: asdict(audits[document]) for document in sorted(audits)}
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    whole_files.write({folder / audit_file.FILE: text.encode()})


def is_current(catalogue: Catalogue, audit: SavedAudit) -> bool:
    """Whether the audited rows have not changed since the audit."""
    known = audit.document in catalogue.documents.index
    return known and audit.catalogue_sha256 == fingerprint(catalogue, audit.document)
