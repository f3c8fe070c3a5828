"""The README of a bundle."""

import re
import shlex

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.combine.derived import derived_among
from indicators.export import csvw
from indicators.figures.citation import cite_catalogue
from indicators.figures.selection import Selection
from indicators.markup import markdown
from indicators.text.counted import number_of

FILE = "README.md"

_MEANING = {
    "flat/figures.csv": "the figures, one a row; each row stands alone",
    "flat/derived.csv": "what follows from them, with formula, inputs, assumptions and working",
    "flat/figures.csv-metadata.json": "the columns of that file (CSV on the Web)",
    "flat/derived.csv-metadata.json": "the columns of that file (CSV on the Web)",
    "columns.md": "what each column of these two files holds",
    "datapackage.json": "every table with its columns (Data Package)",
    "units.txt": "the units and what they convert to",
    "selection.json": "which figures were chosen, and how",
    "citations.bib": "citations for BibTeX, with biblatex",
    "citations.ris": "citations in RIS, for reference managers",
    "citations.json": "citations in CSL-JSON, for reference managers",
    "audit.json": "what was found when the numbers of the text were last set against the figures",
}


def text(
    catalogue: Catalogue, selection: Selection, rows: pd.DataFrame, names: tuple[str, ...], *, address: str
) -> str:
    """The README in Markdown; ``names`` are the other files of the bundle."""
    descriptor = catalogue.descriptor
    derived_count = len(derived_among(catalogue, rows))
    meaning = {table.path: table.description or table.title for table in descriptor.tables.values()} | _MEANING
    given = selection.choices()
    options = " ".join(f"--{name} {shlex.quote(value)}" for name, value in given)
    chosen = ", ".join(f"{name} {value}" for name, value in given) or "all figures of the subject"
    if selection.record:
        options, chosen = f"{options} --record".strip(), f"{chosen}, with what others published"
    lines = [
        f"# {markdown(descriptor.title)}",
        "",
        markdown(descriptor.description),
        "",
        f"{number_of(len(rows), 'printed figure')} and {number_of(derived_count, 'figure')} that follow from them. "
        f"Chosen: {markdown(chosen)}.",
        *(["", f"Address of this selection: <{_address(address)}>"] if address else []),
        "",
        "## Before you quote this",
        "",
        "- A number is a bound. “More than 74” is a lower bound and not 74: read `qualifier`, `lower` and `upper` "
        "together with `value`. An empty bound is unbounded, and for an approximate or vague figure unknown.",
        "- `unit` and `kind` say what is counted. Two kinds do not add.",
        "- `caveats_in_words` says what must be known of a figure, `source_name` who claims it, "
        "`counted_by_name` whose counting it is.",
        "",
        "## Files",
        "",
        "| file | what it holds |",
        "|---|---|",
        *(f"| {_code(name)} | {markdown(meaning.get(name, ''))} |" for name in sorted(names, key=_order)),
        "| `SHA256SUMS` | checksums: `sha256sum --check SHA256SUMS` |",
        "",
        "The folder is a catalogue of its own. It holds the figures chosen and what they refer to: figures that they "
        "update, are part of or repeat are in `observations.csv` too. The program that made it reads it again:",
        "",
        f"    python -m indicators list --data . {options}".rstrip(),
        "",
        "Any tool for Data Packages checks it: `frictionless validate datapackage.json`.",
        "",
        "## Licence and citation",
        "",
        f"{markdown(descriptor.licence or 'No licence is stated.')}"
        + (f" <{_address(descriptor.licence_url)}>" if descriptor.licence_url else ""),
        "",
        f"{markdown(cite_catalogue(catalogue))}",
        "",
        "Cite a figure by its column `citation`: its document, the place in it, and to whom it is attributed.",
        "",
    ]
    return "\n".join(lines)


def _code(name: str) -> str:
    """A name as code, or as escaped text if it cannot be code, because a backquote would end it."""
    return f"`{name}`" if name.isprintable() and not set(name) & {"`", "|"} else markdown(name)


def _address(url: str) -> str:
    return re.sub(r"[\s<>]", lambda sign: f"%{ord(sign[0]):02X}", url)


def _order(name: str) -> tuple[bool, bool, str]:
    """Sort key: first the flat tables, then the other files made for the bundle, then the catalogue's own."""
    return not name.startswith(csvw.FOLDER), name not in _MEANING, name
