"""References in the formats of reference managers: BibTeX, RIS and CSL-JSON. Text is escaped for each format."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from indicators.export import writers
from indicators.export.references import Reference
from indicators.figures.agents import Name
from indicators.text.vocabulary import MONTHS

_MONTHS = [name[:3].lower() for name in MONTHS.split()]
"""Macros of BibTeX for the months."""
_CSL_TYPES = {"figure": "webpage", "document": "webpage", "dataset": "dataset"}
_RIS_TYPES = {"figure": "ELEC", "document": "ELEC", "dataset": "DATA"}
_BIBLATEX_TYPES = {"figure": "online", "document": "online", "dataset": "dataset"}
BIBLATEX, CLASSIC = "biblatex", "classic"
FLAVOURS = (BIBLATEX, CLASSIC)
"""What a BibTeX file is for: the package biblatex, or the styles of BibTeX itself, which know neither addresses nor
types of web pages."""
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")
_BIBTEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts a bare brace, escaped or not
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


def bibtex(references: Iterable[Reference], flavour: str = BIBLATEX) -> str:
    """The references as a BibTeX file in UTF-8, for one of FLAVOURS; braces keep names of bodies and titles together.

    The classic flavour uses ``\\url``, of the packages *url* or *hyperref*.
    """
    return "".join(bibtex_parts(references, flavour))


def bibtex_parts(references: Iterable[Reference], flavour: str = BIBLATEX) -> Iterator[str]:
    """The same file, reference by reference."""
    return _separated(_bibtex_entry(reference, flavour) for reference in references)


def ris(references: Iterable[Reference]) -> str:
    """The references as a RIS file in UTF-8."""
    return "".join(ris_parts(references))


def ris_parts(references: Iterable[Reference]) -> Iterator[str]:
    """The same file, reference by reference."""
    return _separated(map(_ris_entry, references))


def _separated(entries: Iterable[str]) -> Iterator[str]:
    """The entries, each but the first after an empty line."""
    for number, entry in enumerate(entries):
        yield f"\n{entry}" if number else entry


def csl_json(references: Iterable[Reference]) -> str:
    """The references as CSL-JSON, an array of items."""
    return "".join(csl_json_parts(references))


def csl_json_parts(references: Iterable[Reference]) -> Iterator[str]:
    """The same file, reference by reference."""
    yield from writers.json_array(writers.indented(csl_item(reference)) for reference in references)
    yield "\n"


def csl_item(reference: Reference) -> dict[str, Any]:
    """A reference as an item of CSL-JSON."""
    item = {
        "id": reference.key,
        "type": _CSL_TYPES[reference.kind],
        "author": [_csl_name(name) for name in reference.authors],
        "title": reference.title,
        "container-title": reference.publisher,
        "issued": csl_date(reference.issued),
        "accessed": csl_date(reference.accessed),
        "URL": reference.url,
        "version": reference.version,
        "note": reference.note,
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    if not name.is_person:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def csl_date(text: str) -> dict[str, Any]:
    """A date in EDTF as CSL-JSON has it; empty where it has no year."""
    dates, circa = _dates(text)
    if not dates:
        return {}
    return {"date-parts": dates, "circa": True} if circa else {"date-parts": dates}


def _bibtex_entry(reference: Reference, flavour: str) -> str:
    def braced(text: str) -> str:
        return "{" + _bibtex_text(text) + "}" if text else ""

    def name_part(text: str) -> str:
        return braced(text) if re.search(r",|\band\b", text, re.IGNORECASE) else _bibtex_text(text)

    def person(name: Name) -> str:
        family = " ".join(filter(None, (_bibtex_text(name.particle), name_part(name.family))))
        return ", ".join([family, *(name_part(part) for part in (name.suffix, name.given) if part)])

    def names(authors: Iterable[Name]) -> str:
        return " and ".join(person(name) if name.is_person else braced(name.family) for name in authors)

    dates, _ = _dates(reference.issued)
    fields = {"author": names(reference.authors), "title": braced(reference.title)}
    if flavour == BIBLATEX:
        entry_type = _BIBLATEX_TYPES[reference.kind]
        fields |= {
            "organization": braced(reference.publisher),
            "date": _one_line(reference.issued) if dates else "",
            "version": _bibtex_text(reference.version),
            "url": _bibtex_url(reference.url),
            "urldate": _one_line(reference.accessed),
            "note": _bibtex_text(reference.note),
        }
    else:
        entry_type = "misc"
        version = f"Version {_bibtex_text(reference.version)}" if reference.version else ""
        address = f"\\url{{{_bibtex_url(reference.url)}}}" if reference.url else ""
        fields |= {
            "key": "" if reference.authors else braced(reference.title),  # by which it is sorted
            "howpublished": ", ".join(filter(None, (braced(reference.publisher), version, address))),
            "year": str(dates[0][0]) if dates else "",
            "note": _bibtex_text(reference.note),
        }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if flavour == CLASSIC and dates and len(dates[0]) > 1:
        lines.append(f"  month = {_MONTHS[dates[0][1] - 1]},")
    return "\n".join([f"@{entry_type}{{{reference.key},", *lines, "}", ""])


def _bibtex_text(text: str) -> str:
    return _one_line(text).translate(_BIBTEX_ESCAPES)


def _bibtex_url(url: str) -> str:
    """A URL that cannot end a field: braces, backslashes and blanks are percent-encoded."""
    return re.sub(r"[\s\\{}]", lambda sign: f"%{ord(sign[0]):02X}", url)


def _ris_entry(reference: Reference) -> str:
    lines = _ris_lines(reference)
    return "".join(f"{tag}  - {_one_line(value)}\n" for tag, value in lines if value or tag == "ER")


def _ris_lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", _RIS_TYPES[reference.kind]
    yield from (("AU", _ris_name(name)) for name in reference.authors)
    yield "TI", reference.title
    yield "T2", reference.publisher  # reference managers take it for the name of the site
    dates, _ = _dates(reference.issued)
    if dates:
        yield "PY", f"{dates[0][0]:04}"
        yield "DA", _ris_date(dates[0])
    yield "UR", reference.url
    yield "ET", reference.version
    accessed, _ = _dates(reference.accessed)
    yield "Y2", _ris_date(accessed[0]) if accessed else ""
    yield "N1", reference.note
    yield "ID", reference.key
    yield "ER", ""


def _ris_date(parts: list[int]) -> str:
    year, *rest = parts
    return "/".join([f"{year:04}", *(f"{part:02}" for part in rest), *[""] * (3 - len(rest))])


def _ris_name(name: Name) -> str:
    family = f"{name.particle} {name.family}" if name.particle else name.family
    return ", ".join(filter(None, (family, name.given, name.suffix)))


def _dates(text: str) -> tuple[list[list[int]], bool]:
    """Year, month and day of each dated end of an EDTF text, and whether any end is uncertain or approximate."""
    ends = [found for end in text.split("/") if (found := _DATE.fullmatch(end))]
    return [[int(part) for part in end.group(1, 2, 3) if part] for end in ends], any(end[4] for end in ends)


def _one_line(text: str) -> str:
    return " ".join(text.split())
