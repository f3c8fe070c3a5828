"""References to figures, documents and the catalogue, as objects; ``reference_formats`` writes them.

A figure is cited by the document that prints it; a note has its words, their place, and to whom the document attributes
them. A name that the catalogue does not state stays out.
"""

from dataclasses import dataclass, replace

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.agents import Name, document_authors, editors
from indicators.figures.amounts import number_and_unit
from indicators.figures.citation import document_title, notes
from indicators.figures.statistics import group_titles, interval_words

_DOCUMENT_COLUMNS = "publisher published accessed url".split()


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A citable figure, document or dataset; ``kind`` says which.

    A figure has authors, title and publisher of its document. ``issued`` and ``accessed`` are dates in EDTF or empty;
    ``note`` is what the reference says besides: of a figure its words, their place, and who is said to have said them.
    """

    key: str
    kind: str
    authors: tuple[Name, ...]
    title: str
    publisher: str = ""
    issued: str = ""
    accessed: str = ""
    url: str = ""
    version: str = ""
    note: str = ""


def figure_references(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Reference, ...]:
    """A reference for each row: its document, with the figure in the note."""
    documents = {document: _document_reference(catalogue, document) for document in rows["document"].unique()}
    return tuple(
        replace(
            documents[observation.document],
            key=observation.id,
            kind="figure",
            note=" ".join(filter(None, (f"{_number(catalogue, observation)}.", note))),
        )
        for observation, note in zip(catalogue.observations(rows), notes(catalogue, rows), strict=True)
    )


def catalogue_references(catalogue: Catalogue, address: str = "") -> tuple[Reference, ...]:
    """References to the catalogue itself, at the ``address`` of its dashboard, and then to each of its documents."""
    descriptor = catalogue.descriptor
    dataset = Reference(
        key=f"dataset:{descriptor.name}",
        kind="dataset",
        authors=editors(descriptor),
        title=descriptor.title,
        issued=descriptor.created,
        url=address,
        version=descriptor.version,
    )
    return (dataset, *(_document_reference(catalogue, document) for document in catalogue.documents.index))


def document_key(document: str) -> str:
    """The key of the reference to a document."""
    return f"document:{document}"


def _document_reference(catalogue: Catalogue, document: str) -> Reference:
    row = {column: catalogue.text("documents", document, column) for column in _DOCUMENT_COLUMNS}
    return Reference(
        key=document_key(document),
        kind="document",
        authors=document_authors(catalogue, document),
        title=document_title(catalogue, document),
        publisher=row["publisher"],
        issued=row["published"],
        accessed=row["accessed"],
        url=row["url"],
    )


def _number(catalogue: Catalogue, observation: Observation) -> str:
    """The printed words of a figure, else its number with qualifier and unit."""
    if observation.as_printed:
        return f"“{observation.as_printed}”"
    number, label, _ = number_and_unit(catalogue, observation, observation.unit)
    interval = interval_words(catalogue, observation)
    groups = group_titles(catalogue, observation.groups)
    return f"{number} {label}" + (f" ({interval})" if interval else "") + (f", {groups}" if groups else "")
