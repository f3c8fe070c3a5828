"""The saved results of audits, `audit.json` of a catalogue: they can be shown without the text of a document."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from indicators import __version__
from indicators.audit.report import Report
from indicators.catalogue.model import Catalogue
from indicators.errors import CatalogueError, Problem
from indicators.text.search import KINDS

FILE = "audit.json"

_COLUMNS = (
    "id document lower value upper qualifier order_of_magnitude unit as_printed period issued inferred section "
    "paragraph fingerprint"
).split()
"""The columns of the figures that an audit uses."""


@dataclass(frozen=True, kw_only=True)
class SavedAudit:
    """The result of auditing one document on one day.

    `text_sha256` is that of the normalised text, `catalogue_sha256` that of the audited rows. `expressions` and
    `findings` are numbers by kind; `carried` and `dismissed` are the numbers of expressions that observations and
    dismissals claim.
    """

    document: str
    day: str
    version: str
    text_sha256: str
    catalogue_sha256: str
    expressions: Mapping[str, int]
    carried: int
    dismissed: int
    findings: Mapping[str, int]


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
    parts = [
        _rows(catalogue.figures, document)[list(_COLUMNS)],
        _rows(catalogue.dismissed, document),
        catalogue.documents.loc[[document], ["title", "headings"]],
    ]
    forms = [f"{name}={catalogue.units.label(name)}={catalogue.units.symbol(name)}" for name in catalogue.units.names]
    text = "\n".join([*(part.astype("str").to_csv(index=False, lineterminator="\n") for part in parts), *forms])
    return hashlib.sha256(text.encode()).hexdigest()


def _rows(frame: pd.DataFrame, document: str) -> pd.DataFrame:
    return frame[(frame["document"] == document).to_numpy(dtype=bool)]


def save(folder: Path, audit: SavedAudit) -> None:
    """Saves the audit of one document in the folder; those of other documents stay."""
    audits = {saved.document: saved for saved in read_saved(folder)} | {audit.document: audit}
    content = {document: asdict(audits[document]) for document in sorted(audits)}
    (folder / FILE).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read_saved(folder: Path) -> tuple[SavedAudit, ...]:
    """The audits saved in the folder, in the order of their documents; `()` if there is no `audit.json`.

    Raises CatalogueError if `save` did not write the file.
    """
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return tuple(SavedAudit(**saved) for saved in content.values())
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, AttributeError):
        found, expected = "no saved audit", "what the command audit --save writes"
        raise CatalogueError([Problem(file=FILE, found=found, expected=expected, advice="run it again")]) from None


def is_current(catalogue: Catalogue, audit: SavedAudit) -> bool:
    """Whether the audited rows have not changed since the audit."""
    known = audit.document in catalogue.documents.index
    return known and audit.catalogue_sha256 == fingerprint(catalogue, audit.document)
