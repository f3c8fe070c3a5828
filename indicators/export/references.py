"""References to figures, documents and the catalogue, as objects; ``reference_formats`` writes them.

The producer of a figure is its author; the document is the container in which the figure was read. A name that the
catalogue does not state stays out.
"""

from dataclasses import dataclass

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.agents import Name, document_authors, source_name
from indicators.figures.citation import locators

_AUTHOR = "author"
_DOCUMENT_COLUMNS = "title publisher published accessed url".split()


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A citable figure, document or dataset; ``kind`` says which.

    A figure has its document as ``container``, with the authors of the document as ``container_authors``. ``issued``
    and ``accessed`` are dates in EDTF or empty; ``place`` is the section and paragraph in the document.
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
    """A reference for each row: its source as author, its number in the title, its document as container.

    If the author of the document makes the claim, the author of the document is the author of the figure.
    """
    documents = {document: _document_reference(catalogue, document) for document in rows["document"].unique()}
    sources = {source: source_name(catalogue, source) for source in rows["source"].unique()}
    references = []
    for observation, place in zip(catalogue.observations(rows), locators(rows).str.strip(), strict=True):
        document = documents[observation.document]
        is_own = catalogue.text("sources", observation.source, "kind") == _AUTHOR
        title = catalogue.text("indicators", observation.indicator, "title")
        references.append(
            Reference(
                key=observation.id,
                kind="figure",
                authors=document.authors if is_own else (sources[observation.source],),
                title=f"{title}: {_number(catalogue, observation)}",
                container=document.title,
                container_authors=() if is_own else document.authors,
                publisher=document.publisher,
                issued=document.issued,
                accessed=document.accessed,
                url=document.url,
                place=place,
            )
        )
    return tuple(references)


def catalogue_references(catalogue: Catalogue) -> tuple[Reference, ...]:
    """References to the catalogue itself and then to each of its documents."""
    descriptor = catalogue.descriptor
    dataset = Reference(
        key=f"dataset:{descriptor.name}",
        kind="dataset",
        authors=tuple(Name(family=editor) for editor in descriptor.editors),
        title=descriptor.title,
        issued=descriptor.created,
        version=descriptor.version,
    )
    return (dataset, *(_document_reference(catalogue, document) for document in catalogue.documents.index))


def document_key(document: str) -> str:
    """The key of the reference to a document."""
    return f"document:{document}"


def _document_reference(catalogue: Catalogue, document: str) -> Reference:
    row = {column: catalogue.text("documents", document, column) for column in _DOCUMENT_COLUMNS}
    authors = document_authors(catalogue, document)
    return Reference(
        key=document_key(document),
        kind="document",
        authors=authors or (Name(family=row["publisher"]),),
        title=row["title"],
        publisher=row["publisher"] if authors else "",
        issued=row["published"],
        accessed=row["accessed"],
        url=row["url"],
    )


def _number(catalogue: Catalogue, observation: Observation) -> str:
    """The printed words of a figure, else its number with qualifier and unit."""
    if observation.as_printed:
        return f"“{observation.as_printed}”"
    label = catalogue.units.label(observation.unit, singular=observation.value == 1)
    return f"{observation.number()} {label}"
