"""Reads `audit.json`, the saved results of audits: they can be shown without the text of a document."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators.catalogue import control_characters
from indicators.errors import CatalogueError, Problem
from indicators.text.sentences import in_quotes

FILE = "audit.json"


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


def read(folder: Path) -> tuple[SavedAudit, ...]:
    """The audits saved in the folder, in the order of their documents; `()` if there is no `audit.json`.

    Raises CatalogueError if the command `audit --save` did not write the file.
    """
    try:
        text = (folder / FILE).read_text(encoding="utf-8-sig")
        content = json.loads(text)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, RecursionError):
        raise _error("no saved audit") from None
    if not isinstance(content, dict):
        raise _error("no saved audit")
    if unfit := [*control_characters.in_json(FILE, text), *_faults(content, text)]:
        raise CatalogueError(unfit)
    return tuple(SavedAudit(**saved) for saved in content.values())


def _faults(content: Mapping[str, object], text: str) -> Iterator[Problem]:
    """A problem for each saved audit that lacks a property or has one of another type."""
    for document, saved in content.items():
        wrong = [name for name, is_right in _PROPERTIES.items() if not is_right(_property(saved, name))]
        unknown = [name for name in saved if name not in _PROPERTIES] if isinstance(saved, dict) else []
        if wrong or unknown:
            name, of = in_quotes((wrong + unknown)[0]), in_quotes(document)
            found = f"{name} of the audit of {of}, which is missing or of another type"
            start = text.find(json.dumps(document, ensure_ascii=False))
            yield from _error(found, text.count("\n", 0, start) + 1 if start >= 0 else None).problems


def _property(saved: object, name: str) -> object:
    return saved.get(name) if isinstance(saved, dict) else None


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9


def _is_counts(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_count, value.values()))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_PROPERTIES = {
    **dict.fromkeys(("document", "day", "version", "text_sha256", "catalogue_sha256"), _is_text),
    **dict.fromkeys(("carried", "dismissed"), _is_count),
    **dict.fromkeys(("expressions", "findings"), _is_counts),
}
"""Whether a value is right for each property of a saved audit."""


def _error(found: str, line: int | None = None) -> CatalogueError:
    expected = "what the command audit --save writes"
    advice = "delete the file, and run that command again"
    return CatalogueError([Problem(file=FILE, line=line, found=found, expected=expected, advice=advice)])
