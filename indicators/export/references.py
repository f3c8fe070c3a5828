"""Citations as records, and in the formats that reference managers read: BibTeX, RIS and CSL-JSON.

The producer of a figure comes first, then the document as where it was read. What a catalogue says of nobody stays
out; its text is escaped for each format.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.figures.citation import locators
from indicators.measure import bounds

_AUTHOR = "author"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DOCUMENT = "author title publisher published accessed url".split()
_CSL_TYPES = {"figure": "chapter", "document": "webpage", "dataset": "dataset"}
_RIS_TYPES = {"figure": "CHAP", "document": "ELEC", "dataset": "DATA"}
_OF_A_BODY = re.compile(r"\b(?:of|for|the|and|on|in)\b", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # a bare brace, escaped or not, would count for BibTeX
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


@dataclass(frozen=True, kw_only=True)
class Name:
    """Who wrote or produced something: a person with `given` and `family` name, else a body with `family` alone."""

    family: str
    given: str = ""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """One citable thing.

    ``kind`` is *figure*, *document* or *dataset*. A figure has the document as ``container``, written by ``editors``;
    ``issued`` and ``accessed`` are dates in EDTF or empty; ``place`` says where in the document it stands.
    """

    key: str
    kind: str
    authors: tuple[Name, ...]
    title: str
    container: str = ""
    container_authors: tuple[Name, ...] = ()
    publisher: str = ""
    issued: str = ""
    accessed: str = ""
    url: str = ""
    version: str = ""
    place: str = ""


def figure_references(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Reference, ...]:
    """A reference for each row: its producer, what it says, and the document with the place in it.

    What the author of the document says has that author.
    """
    documents = {one: _document(catalogue, one) for one in rows["document"].unique()}
    bodies = {one: Name(family=catalogue.text("sources", one, "name")) for one in rows["source"].unique()}
    by_author = {one: catalogue.text("sources", one, "kind") == _AUTHOR for one in bodies}
    places = locators(rows).str.strip()
    columns = "id indicator document source as_printed qualifier value lower upper unit".split()
    references = []
    for row, place in zip(rows[columns].to_dict("records"), places, strict=True):
        document = documents[row["document"]]
        own = by_author[row["source"]]
        references.append(
            Reference(
                key=row["id"],
                kind="figure",
                authors=document.authors if own else (bodies[row["source"]],),
                title=f"{catalogue.text('indicators', row['indicator'], 'title')}: {_words(catalogue, row)}",
                container=document.title,
                container_authors=() if own else document.authors,
                publisher=document.publisher,
                issued=document.issued,
                accessed=document.accessed,
                url=document.url,
                place=place,
            )
        )
    return tuple(references)


def catalogue_references(catalogue: Catalogue) -> tuple[Reference, ...]:
    """The dashboard itself, then every document."""
    about = catalogue.descriptor
    dashboard = Reference(
        key=f"dataset:{about.name}",
        kind="dataset",
        authors=tuple(Name(family=editor) for editor in about.editors),
        title=about.title,
        issued=about.created,
        version=about.version,
    )
    return (dashboard, *(_document(catalogue, one) for one in catalogue.documents.index))


def bibtex(references: Iterable[Reference]) -> str:
    """The references as a BibTeX file in UTF-8; names of bodies and titles are kept together by braces."""
    return "\n".join(map(_bibtex, references))


def ris(references: Iterable[Reference]) -> str:
    """The references as a RIS file in UTF-8."""
    return "\n".join(map(_ris, references))


def csl_item(reference: Reference) -> dict[str, Any]:
    """A reference as an item of CSL-JSON."""
    item = {
        "id": reference.key,
        "type": _CSL_TYPES[reference.kind],
        "author": [_csl_name(name) for name in reference.authors],
        "title": reference.title,
        "container-title": reference.container,
        "container-author": [_csl_name(name) for name in reference.container_authors],
        "publisher": reference.publisher,
        "issued": _csl_date(reference.issued),
        "accessed": _csl_date(reference.accessed),
        "URL": reference.url,
        "version": reference.version,
        "note": reference.place,
    }
    return {name: value for name, value in item.items() if value}


def csl_json(references: Iterable[Reference]) -> str:
    """The references as CSL-JSON, an array of items."""
    return json.dumps([csl_item(one) for one in references], ensure_ascii=False, indent=2) + "\n"


def document_key(one: str) -> str:
    """The key of the reference to a document."""
    return f"document:{one}"


def _document(catalogue: Catalogue, one: str) -> Reference:
    row = {name: catalogue.text("documents", one, name) for name in _DOCUMENT}
    authors = tuple(map(_person, filter(None, map(str.strip, row["author"].split(";")))))
    return Reference(
        key=document_key(one),
        kind="document",
        authors=authors or (Name(family=row["publisher"]),),
        title=row["title"],
        publisher=row["publisher"] if authors else "",
        issued=row["published"],
        accessed=row["accessed"],
        url=row["url"],
    )


def _person(text: str) -> Name:
    """A person, written *Given Family* or *Family, Given*; a single word, or words such as *of*, name a body."""
    family, comma, given = map(str.strip, text.partition(","))
    if _OF_A_BODY.search(text):
        return Name(family=text)
    if not comma:
        given, _, family = text.rpartition(" ")
    return Name(family=family, given=given)


def _words(catalogue: Catalogue, row: dict[Any, Any]) -> str:
    """The printed words of a figure, else its number with qualifier and unit."""
    if isinstance(row["as_printed"], str):
        return f"“{row['as_printed']}”"
    number = bounds.phrase(row["value"], row["qualifier"], row["lower"], row["upper"])
    return f"{number} {catalogue.units.label(row['unit'], singular=row['value'] == 1)}"


def _dates(text: str) -> tuple[list[list[int]], bool]:
    """Year, month and day of each dated end of an EDTF text, and whether any is uncertain or approximate."""
    ends = [found for end in text.split("/") if (found := _DATE.fullmatch(end))]
    return [[int(part) for part in end.group(1, 2, 3) if part] for end in ends], any(end[4] for end in ends)


def _tidy(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def _address(url: str) -> str:
    """An address in which no sign ends a field: braces, backslashes and blanks are percent-encoded."""
    return re.sub(r"[\s\\{}]", lambda sign: f"%{ord(sign[0]):02X}", url)


def _bibtex(one: Reference) -> str:
    def braced(text: str) -> str:
        return "{" + _tidy(text).translate(_BIBTEX) + "}" if text else ""

    def part(text: str) -> str:
        return braced(text) if re.search(r",|\band\b", text, re.IGNORECASE) else _tidy(text).translate(_BIBTEX)

    def names(people: Iterable[Name]) -> str:
        each = (f"{part(one.family)}, {part(one.given)}" if one.given else braced(one.family) for one in people)
        return " and ".join(each)

    dates, _ = _dates(one.issued)
    fields = {
        "author": names(one.authors),
        "title": braced(one.title),
        "booktitle": braced(one.container),
        "bookauthor": names(one.container_authors),
        "publisher": braced(one.publisher),
        "year": str(dates[0][0]) if dates else "",
        "date": _tidy(one.issued) if dates else "",
        "urldate": _tidy(one.accessed),
        "url": _address(one.url),
        "version": _tidy(one.version).translate(_BIBTEX),
        "note": _tidy(one.place).translate(_BIBTEX),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if dates and len(dates[0]) > 1:
        lines.append(f"  month = {_MONTHS[dates[0][1] - 1]},")
    return "\n".join([f"@{'incollection' if one.container else 'misc'}{{{one.key},", *lines, "}", ""])


def _ris(one: Reference) -> str:
    return "".join(f"{tag}  - {_tidy(value)}\n" for tag, value in _ris_lines(one) if value or tag == "ER")


def _ris_lines(one: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", _RIS_TYPES[one.kind]
    for name in one.authors:
        yield "AU", f"{name.family}, {name.given}" if name.given else name.family
    yield "TI", one.title
    yield "T2", one.container
    for name in one.container_authors:
        yield "A2", f"{name.family}, {name.given}" if name.given else name.family
    yield "PB", one.publisher
    dates, _ = _dates(one.issued)
    if dates:
        year, *rest = dates[0]
        yield "PY", str(year)
        yield "DA", "/".join([str(year), *(f"{part:02}" for part in rest), *[""] * (3 - len(rest))])
    yield "UR", one.url
    yield "ET", one.version
    yield "N1", one.place
    yield "ID", one.key
    yield "ER", ""


def _csl_name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _csl_date(text: str) -> dict[str, Any]:
    dates, circa = _dates(text)
    if not dates:
        return {}
    return {"date-parts": dates, "circa": True} if circa else {"date-parts": dates}
