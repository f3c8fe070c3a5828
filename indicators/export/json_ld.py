"""The figures as JSON-LD in the vocabulary of schema.org: a Dataset, and what it measures.

A property without a value is left out. A bound is `minValue` or `maxValue`; a number that is not a bound is `value`,
and its description says how the number is qualified.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.columns import Positions, pieces
from indicators.export import figure_table, unit_codes, writers
from indicators.export.references import Reference, catalogue_references
from indicators.figures.agents import BODY, PERSON, Name
from indicators.figures.amounts import unit_words
from indicators.figures.assumed import with_assumed
from indicators.figures.citation import cite_catalogue
from indicators.figures.provenance import root_name, via_names
from indicators.measure import period

FILES: Mapping[str, tuple[str, str]] = {
    "figures.csv": ("Figures, each row alone", "text/csv"),
    "figures.json": ("Figures, each object alone", "application/json"),
    "figures.xlsx": (
        "Figures as a workbook",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "figures.parquet": ("Figures with units and descriptions of columns", "application/vnd.apache.parquet"),
    "derived.csv": ("What follows from the figures", "text/csv"),
    "bundle.zip": ("Data package", "application/zip"),
}
"""Files of a distribution, each with its title and media type."""

PLACES = ("place_from", "place_through", "place_to")
COVERAGE = ("document", "period", "period_start_first", "period_end_last", "topic", *PLACES)
"""Columns of figures that say what a Dataset of them covers."""
_PIECE = 2**11
"""Figures that are written at once."""
_TYPES = {PERSON: "Person", BODY: "Organization"}
_SCRIPT_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def dataset(catalogue: Catalogue, rows: pd.DataFrame, *, address: str = "", query: str = "") -> dict[str, Any]:
    """The rows as a Dataset.

    ``address`` is where the dashboard is served (*https://example.org*), ``query`` the selection as a URL query.
    Without an address, the Dataset has no addresses and no files.
    """
    measured = [_property_value(catalogue, observation) for observation in catalogue.observations(rows)]
    return {
        **about(catalogue, rows, address, query),
        **({"variableMeasured": measured} if measured else {}),
    }


def dataset_parts(catalogue: Catalogue, rows: Positions, *, address: str = "", query: str = "") -> Iterator[str]:
    """The Dataset of these rows of ``catalogue.figures`` as indented JSON, part by part."""
    used = catalogue.figures[list(COVERAGE)].take(rows)
    rest = writers.to_json(about(catalogue, used, address, query)).removesuffix("\n}")
    separator = f'{rest},\n  "variableMeasured": [\n'
    for piece in pieces(catalogue.figures, rows, _PIECE) if len(rows) else ():
        for observation in catalogue.observations(piece):
            yield separator + writers.indented(_property_value(catalogue, observation), 4)
            separator = ",\n"
    yield "\n  ]\n}" if len(rows) else f"{rest}\n}}"


def about(catalogue: Catalogue, rows: pd.DataFrame, address: str, query: str) -> dict[str, Any]:
    """The Dataset of the rows without what it measures: what search engines for data show of it.

    The arguments are those of `dataset`; of the rows it reads the columns COVERAGE.
    """
    descriptor = catalogue.descriptor
    own, *documents = catalogue_references(catalogue)
    used = set(rows["document"].unique())
    cited = [
        reference for document, reference in zip(catalogue.documents.index, documents, strict=True) if document in used
    ]
    base, suffix = address.rstrip("/"), f"?{query}" if query else ""
    properties = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{base}/data/catalogue.jsonld{suffix}" if address else "",
        "name": descriptor.title,
        "description": descriptor.description,
        "url": f"{base}/figures{suffix}" if address else "",
        "identifier": f"{base}/data/catalogue.jsonld{suffix}" if address else descriptor.name,
        "keywords": [str(catalogue.topics.at[topic, "title"]) for topic in rows["topic"].unique()],
        "isAccessibleForFree": True,
        "version": descriptor.version,
        "dateCreated": descriptor.created,
        "datePublished": descriptor.created,
        "license": descriptor.licence_url or descriptor.licence,
        "creator": [_agent(name) for name in own.authors],
        "publisher": [_agent(name) for name in own.authors[:1]],
        "creditText": cite_catalogue(catalogue),
        "citation": [_creative_work(reference) for reference in cited],
        "temporalCoverage": temporal_coverage(rows),
        "spatialCoverage": [{"@type": "Place", "name": place} for place in places(rows)],
        "distribution": [_download(base, suffix, name) for name in FILES] if address else [],
    }
    return without_empty(properties)


def script(data: Mapping[str, Any]) -> str:
    """JSON that is safe inside a ``script`` element of HTML: nothing in it ends the element or opens another."""
    return json.dumps(data, ensure_ascii=False).translate(_SCRIPT_ESCAPES)


def without_empty(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value not in ("", None, [], {})}


def _agent(name: Name) -> dict[str, str]:
    """A name as it is printed; without a type where the catalogue does not say whether it is a person or a body."""
    if not name.is_person:
        return without_empty({"@type": _TYPES.get(name.kind, ""), "name": name.printed})
    family = " ".join(filter(None, (name.particle, name.family)))
    parts = {"givenName": name.given, "familyName": family, "honorificSuffix": name.suffix}
    return {"@type": "Person", "name": name.printed, **without_empty(parts)}


def _creative_work(reference: Reference) -> dict[str, Any]:
    return without_empty(
        {
            "@type": "CreativeWork",
            "name": reference.title,
            "author": [_agent(name) for name in reference.authors],
            "publisher": {"@type": "Organization", "name": reference.publisher} if reference.publisher else {},
            "datePublished": reference.issued if reference.issued.replace("-", "").isdigit() else "",
            "url": reference.url,
        }
    )


def places(rows: pd.DataFrame) -> list[str]:
    """The places that the figures name, each once, in the order of their columns and rows."""
    return list(dict.fromkeys(str(place) for column in PLACES for place in rows[column].dropna().unique()))


def temporal_coverage(rows: pd.DataFrame) -> str:
    """The time from the first day that any figure may cover to the last, as an interval of ISO 8601.

    An end at which the period of a figure has no date is `..`, whatever dates the others have. Empty if no figure
    states a period, or neither end has a date.
    """
    stated = rows[rows["period"].notna()]
    starts, ends = stated["period_start_first"], stated["period_end_last"]
    start = ".." if starts.isna().any() else _day(starts.min())
    end = ".." if ends.isna().any() else _day(ends.max())
    return "" if stated.empty or start == end == ".." else f"{start}/{end}"


def _day(day: pd.Timestamp) -> str:
    """The day in ISO 8601: `strftime` writes a year before 1000 without its zeros."""
    return day.date().isoformat()


def _download(base: str, suffix: str, name: str) -> dict[str, str]:
    title, media_type = FILES[name]
    return {
        "@type": "DataDownload",
        "name": title,
        "encodingFormat": media_type,
        "contentUrl": f"{base}/data/{name}{suffix}",
    }


def _property_value(catalogue: Catalogue, observation: Observation) -> dict[str, Any]:
    unit = observation.unit
    uncefact, ucum = unit_codes.uncefact(catalogue, unit), unit_codes.ucum(catalogue, unit)
    value, lower, upper = (
        None if number is None else writers.json_number(number)
        for number in (observation.value, observation.lower, observation.upper)
    )
    if lower != upper:
        value = None
    has_number = value is not None or lower is not None or upper is not None
    return without_empty(
        {
            "@type": "PropertyValue",
            "identifier": observation.id,
            "name": catalogue.text("indicators", observation.indicator, "title"),
            "description": _description(catalogue, observation),
            "value": value if has_number else observation.as_printed,
            "minValue": lower if value is None else None,
            "maxValue": upper if value is None else None,
            "unitText": unit_words(catalogue, observation, unit),
            "unitCode": uncefact or (f"UCUM:{ucum}" if ucum else ""),
            "measurementTechnique": _measurement_technique(catalogue, observation),
        }
    )


def _description(catalogue: Catalogue, observation: Observation) -> str:
    definition = catalogue.text("indicators", observation.indicator, "definition")
    counts = " ".join(filter(None, (observation.counts, definition)))
    qualifier = catalogue.word("observations", "qualifier", observation.qualifier)
    printed = observation.as_printed
    bound = f" Printed as “{printed}”; {qualifier}." if printed else f" Qualifier: {qualifier}."
    excluded = "".join(
        f" The {end} bound itself is excluded."
        for end, is_open in (("lower", observation.lower_open), ("upper", observation.upper_open))
        if is_open
    )
    covered, said = observation.period.text, observation.issued.text
    covers = (
        f" Covers {with_assumed(period.words(covered), observation.inferred, 'period')}."
        if covered
        else " The period covered is not stated."
    )
    issued = f" Said {with_assumed(period.when(said), observation.inferred, 'issued')}." if said else ""
    words = figure_table.caveats_in_words(catalogue, observation.caveats)
    caveats = f" Caveats: {words}" if words else ""
    return f"{counts}{bound}{excluded}{covers}{issued}{caveats}"


def _measurement_technique(catalogue: Catalogue, observation: Observation) -> str:
    """Who claims the figure, in which words, who counted, who relayed it, and how firmly it is said."""
    name = catalogue.text("sources", observation.source, "name")
    kind = catalogue.word("sources", "kind", observation.source_kind)
    named = "" if observation.named else ", unnamed"
    attributed = f" (“{observation.attribution}”)" if observation.attribution else ""
    via = "; ".join(via_names(catalogue, observation))
    parts = [
        f"Claimed by {name} [{kind}{named}]{attributed}",
        f"whose counting it is: {root_name(catalogue, observation)}",
        f"relayed by {via}" if via else "",
        f"status: {catalogue.word('observations', 'status', observation.status)}",
    ]
    return "; ".join(filter(None, parts))
