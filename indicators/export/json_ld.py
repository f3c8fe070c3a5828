"""The figures as JSON-LD in the vocabulary of schema.org: a Dataset, and what it measures.

Only what the catalogue says is there. A bound is `minValue` or `maxValue`; `value` stands for a number that is not
bounded on one side alone, and its description says how the number is qualified.
"""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.export import figure_table
from indicators.export.references import Name, Reference, catalogue_references
from indicators.figures.citation import cite_catalogue
from indicators.measure import period
from indicators.measure.period import NOT_STATED

FILES: Mapping[str, tuple[str, str]] = {
    "figures.csv": ("Figures, each row alone", "text/csv"),
    "figures.json": ("Figures, each object alone", "application/json"),
    "derived.csv": ("What follows from the figures", "text/csv"),
    "bundle.zip": ("Data package", "application/zip"),
}
"""Files of a distribution: what each holds, and its media type."""

_AS_TEXT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def dataset(catalogue: Catalogue, rows: pd.DataFrame, *, address: str = "", query: str = "") -> dict[str, Any]:
    """The rows as a Dataset.

    ``address`` is where the dashboard is served (*https://example.org*), ``query`` the selection as a URL has it;
    without an address the Dataset names no address and no files.
    """
    about = catalogue.descriptor
    own, *documents = catalogue_references(catalogue)
    used = set(rows["document"].unique())
    cited = [each for one, each in zip(catalogue.documents.index, documents, strict=True) if one in used]
    base, asked = address.rstrip("/"), f"?{query}" if query else ""
    found = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{base}/data/catalogue.jsonld{asked}" if address else "",
        "name": about.title,
        "description": about.description,
        "url": f"{base}/figures{asked}" if address else "",
        "version": about.version,
        "dateCreated": about.created,
        "license": about.licence_url or about.licence,
        "creator": [_name(name) for name in own.authors],
        "creditText": cite_catalogue(catalogue),
        "citation": [_work(one) for one in cited],
        "temporalCoverage": _covered(rows),
        "distribution": [_download(base, asked, name) for name in FILES] if address else [],
        "variableMeasured": [_measured(catalogue, row) for row in _rows(catalogue, rows)],
    }
    return _filled(found)


def script(data: Mapping[str, Any]) -> str:
    """JSON that may stand inside a ``script`` element of HTML: nothing in it ends the element or opens another."""
    return json.dumps(data, ensure_ascii=False).translate(_AS_TEXT)


def _filled(properties: Mapping[str, Any]) -> dict[str, Any]:
    """What is not empty."""
    return {name: value for name, value in properties.items() if value not in ("", None, [], {})}


def _name(name: Name) -> dict[str, str]:
    """Who it is. A catalogue does not say whether an editor is a person; an author with a given name is one."""
    if not name.given:
        return {"name": name.family}
    return {"@type": "Person", "name": f"{name.given} {name.family}", "familyName": name.family}


def _work(one: Reference) -> dict[str, Any]:
    publisher = {"name": one.publisher} if one.publisher else {}
    return _filled(
        {
            "@type": "CreativeWork",
            "name": one.title,
            "author": [_name(name) for name in one.authors],
            "publisher": publisher,
            "datePublished": one.issued if one.issued.replace("-", "").isdigit() else "",
            "url": one.url,
        }
    )


def _covered(rows: pd.DataFrame) -> str:
    """The time from the first day that any figure may cover to the last; nothing where no period has both."""
    dated = rows[rows["period_start_first"].notna() & rows["period_end_last"].notna()]
    if dated.empty:
        return ""
    return f"{dated['period_start_first'].min():%Y-%m-%d}/{dated['period_end_last'].max():%Y-%m-%d}"


def _download(base: str, asked: str, name: str) -> dict[str, str]:
    title, media_type = FILES[name]
    return {
        "@type": "DataDownload",
        "name": title,
        "encodingFormat": media_type,
        "contentUrl": f"{base}/data/{name}{asked}",
    }


def _rows(catalogue: Catalogue, rows: pd.DataFrame) -> list[dict[str, Any]]:
    frame = figure_table.table(catalogue, rows).astype(object)
    return [
        {str(name): cell for name, cell in row.items()} for row in frame.where(frame.notna(), "").to_dict("records")
    ]


def _measured(catalogue: Catalogue, row: Mapping[str, Any]) -> dict[str, Any]:
    code = row["unit_uncefact"] or (f"UCUM:{row['unit_ucum']}" if row["unit_ucum"] else "")
    value, lower, upper = (_number(row[name]) for name in ("value", "lower", "upper"))
    if lower != upper:
        value = None
    return _filled(
        {
            "@type": "PropertyValue",
            "identifier": row["id"],
            "name": row["title"],
            "description": _description(catalogue, row),
            "value": value if value is not None or lower is not None or upper is not None else row["as_printed"],
            "minValue": lower if value is None else None,
            "maxValue": upper if value is None else None,
            "unitText": row["unit_label"],
            "unitCode": code,
            "measurementTechnique": _technique(catalogue, row),
        }
    )


def _number(cell: Any) -> int | float | None:
    if cell == "":
        return None
    return int(cell) if float(cell).is_integer() else float(cell)


def _description(catalogue: Catalogue, row: Mapping[str, Any]) -> str:
    printed = f" Printed as “{row['as_printed']}”" if row["as_printed"] else ""
    qualifier = catalogue.word("observations", "qualifier", row["qualifier"])
    bound = f"{printed}; {qualifier}." if printed else f" Qualifier: {qualifier}."
    excluded = "".join(
        f" The {end} bound itself is excluded." for end in ("lower", "upper") if row[f"{end}_open"] == "yes"
    )
    covers = f" Covers {period.words(row['period'])}." if row["period"] else " The period covered is not stated."
    issued = f" Said in {period.words(row['issued'])}." if row["issued"] else ""
    caveats = f" Caveats: {row['caveats_in_words']}" if row["caveats_in_words"] else ""
    return f"{row['definition']}{bound}{excluded}{covers}{issued}{caveats}"


def _technique(catalogue: Catalogue, row: Mapping[str, Any]) -> str:
    """Who claims it and who counted, in which words it is attributed, and how firmly it is said."""
    kind = catalogue.word("sources", "kind", row["source_kind"])
    named = "" if row["source_named"] == "yes" else ", unnamed"
    attributed = f" (“{row['attribution']}”)" if row["attribution"] else ""
    parts = [
        f"Claimed by {row['source_name']} [{kind}{named}]{attributed}",
        f"whose counting it is: {row['root_name'] or NOT_STATED}",
        f"relayed by {row['via_names']}" if row["via_names"] else "",
        f"status: {catalogue.word('observations', 'status', row['status'])}",
    ]
    return "; ".join(filter(None, parts))
