"""What the audit found when it was last run on the documents of a catalogue: `audit.json`, which needs no document."""

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

_READ = (
    "id document lower value upper qualifier order_of_magnitude unit as_printed period issued inferred section "
    "paragraph fingerprint"
).split()
"""Columns of the figures that an audit reads."""


@dataclass(frozen=True, kw_only=True)
class State:
    """One audit of one document: on which day, of which text and catalogue, and what it came to.

    `text_sha256` is that of the normalised text, `catalogue_sha256` that of the rows audited. `expressions` and
    `findings` count by kind; `carried` and `dismissed` count the expressions that are accounted for.
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


def of(catalogue: Catalogue, report: Report, day: date) -> State:
    """The state that a report amounts to."""
    counted = report.expressions["kind"].value_counts()
    return State(
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
    """SHA-256 of all that an audit of the document reads of the catalogue."""
    parts = [
        _rows(catalogue.figures, document)[list(_READ)],
        _rows(catalogue.dismissed, document),
        catalogue.documents.loc[[document], ["title", "headings"]],
    ]
    forms = [f"{name}={catalogue.units.label(name)}={catalogue.units.symbol(name)}" for name in catalogue.units.names]
    text = "\n".join([*(part.astype("str").to_csv(index=False, lineterminator="\n") for part in parts), *forms])
    return hashlib.sha256(text.encode()).hexdigest()


def _rows(frame: pd.DataFrame, document: str) -> pd.DataFrame:
    return frame[(frame["document"] == document).to_numpy(dtype=bool)]


def write(folder: Path, state: State) -> None:
    """Records the state of one document in the folder, and keeps those of others."""
    states = {one.document: one for one in read(folder)} | {state.document: state}
    content = {name: asdict(states[name]) for name in sorted(states)}
    (folder / FILE).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read(folder: Path) -> tuple[State, ...]:
    """The states recorded in the folder, by document; none where there is no record.

    Raises CatalogueError where the record is not one that `write` makes.
    """
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return tuple(State(**state) for state in content.values())
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, AttributeError):
        found, expected = "no record of an audit", "what the audit command writes with --record"
        raise CatalogueError(
            [Problem(file=FILE, line=None, column=None, found=found, expected=expected, advice="run it again")]
        ) from None


def current(catalogue: Catalogue, state: State) -> bool:
    """Whether the catalogue is still as it was when the document was audited."""
    known = state.document in catalogue.documents.index
    return known and state.catalogue_sha256 == fingerprint(catalogue, state.document)
