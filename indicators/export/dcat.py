"""The figures as a dataset in the Data Catalog Vocabulary (DCAT 3), as portals of open data harvest it; in JSON-LD."""

from typing import Any

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.export import json_ld
from indicators.figures.agents import BODY, PERSON, Name, editors

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_ENGLISH = "http://publications.europa.eu/resource/authority/language/ENG"
_CLASSES = {PERSON: "foaf:Person", BODY: "foaf:Organization"}


def dataset(catalogue: Catalogue, rows: pd.DataFrame, *, address: str, query: str = "") -> dict[str, Any]:
    """The rows as a dcat:Dataset; of the rows it reads the columns `json_ld.COVERAGE`.

    ``address`` is where the dashboard is served, ``query`` the selection as a URL query. Without an address the dataset
    has no addresses and no distributions.
    """
    about = catalogue.descriptor
    base, suffix = address.rstrip("/"), f"?{query}" if query else ""
    names = editors(about)
    licence = _typed(about.licence_url, "dct:LicenseDocument")
    documents = [catalogue.text("documents", str(document), "url") for document in rows["document"].unique()]
    properties = {
        "@context": _CONTEXT,
        "@id": f"{base}/data/catalogue.jsonld{suffix}" if address else "",
        "@type": "dcat:Dataset",
        "dct:title": _english(about.title),
        "dct:description": _english(about.description or about.title),
        "dct:identifier": f"{base}/data/catalogue.jsonld{suffix}" if address else about.name,
        "dct:issued": _date(about.created),
        "dct:creator": [_agent(name) for name in names],
        "dct:publisher": [_agent(name) for name in names[:1]],
        "dcat:contactPoint": _contact(names, about.contact),
        "dcat:keyword": [_english(str(catalogue.topics.at[topic, "title"])) for topic in rows["topic"].unique()],
        "dct:license": licence,
        "dct:language": _typed(_ENGLISH, "dct:LinguisticSystem"),
        "dcat:version": about.version,
        "dcat:landingPage": _typed(f"{base}/figures{suffix}", "foaf:Document") if address else {},
        "dct:temporal": _temporal(json_ld.temporal_coverage(rows)),
        "dct:spatial": [{"@type": "dct:Location", "skos:prefLabel": _english(name)} for name in json_ld.places(rows)],
        "dct:references": [_reference(document) for document in dict.fromkeys(documents) if document],
        "dcat:distribution": [_distribution(base, suffix, name, licence) for name in json_ld.FILES] if address else [],
    }
    return json_ld.without_empty(properties)


def _distribution(base: str, suffix: str, name: str, licence: dict[str, str]) -> dict[str, Any]:
    title, media_type = json_ld.FILES[name]
    file = f"{base}/data/{name}{suffix}"
    return json_ld.without_empty(
        {
            "@type": "dcat:Distribution",
            "dct:title": _english(title),
            "dcat:accessURL": _reference(file),
            "dcat:downloadURL": _reference(file),
            "dcat:mediaType": _typed(f"{_MEDIA_TYPES}{media_type}", "dct:MediaType"),
            "dct:license": licence,
        }
    )


def _agent(name: Name) -> dict[str, Any]:
    classes = ["foaf:Agent", *([_CLASSES[name.kind]] if name.kind else [])]
    return {"@type": classes, "foaf:name": name.printed}


def _contact(names: tuple[Name, ...], email: str) -> dict[str, Any]:
    if not (names and email):
        return {}
    return {"@type": "vcard:Kind", "vcard:fn": names[0].printed, "vcard:hasEmail": {"@id": f"mailto:{email}"}}


def _temporal(coverage: str) -> dict[str, Any]:
    """An interval of ISO 8601 as a period of time; an end that is open has no date."""
    start, _, end = coverage.partition("/")
    ends = {"dcat:startDate": _date(start.strip(".")), "dcat:endDate": _date(end.strip("."))}
    return json_ld.without_empty({"@type": "dct:PeriodOfTime", **ends}) if coverage else {}


def _typed(address: str, class_: str) -> dict[str, str]:
    return {"@id": address, "@type": class_} if address else {}


def _date(day: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day} if day else {}


def _english(text: str) -> dict[str, str]:
    return {"@language": "en", "@value": text}


def _reference(address: str) -> dict[str, str]:
    return {"@id": address} if address else {}
