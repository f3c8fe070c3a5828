"""Citations of documents, figures, derived figures and the catalogue, as plain text in the manner of APA."""

import math
from collections.abc import Iterable
from functools import partial

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.columns import map_distinct
from indicators.figures.agents import author_names
from indicators.measure import period

_AUTHOR = "author"


def cite_document(catalogue: Catalogue, document: str, *, address: bool = True) -> str:
    """The citation of a document: *Author (date). Title. Publisher. Address*, the address only if asked for."""
    publisher, published, title, url = (
        catalogue.text("documents", document, column) for column in ("publisher", "published", "title", "url")
    )
    author = author_names(catalogue, document)
    date = period.words(published) if published else "no date"
    title = title or "Web page"
    title = title if title.endswith(("?", "!", ".")) else f"{title}."
    publisher_part = f" {publisher}." if author else ""
    return f"{author or publisher} ({date}). {title}{publisher_part}" + (f" {url}" if address else "")


def document_title(catalogue: Catalogue, document: str) -> str:
    """The title of a document; without a title, its address without the scheme and *www*."""
    title = catalogue.text("documents", document, "title")
    return title or catalogue.text("documents", document, "url").partition("://")[2].removeprefix("www.")


def cite_figures(catalogue: Catalogue, rows: pd.DataFrame) -> pd.Series:
    """The citation of each row: the source that makes the claim, then the document, its section and paragraph."""

    def claimant(source: str) -> str:
        is_author = catalogue.text("sources", source, "kind") == _AUTHOR
        return "" if is_author else f"{catalogue.text('sources', source, 'name')}, in: "

    claimants = map_distinct(claimant, rows["source"])
    return claimants + map_distinct(partial(cite_document, catalogue), rows["document"]) + locators(rows)


def locators(rows: pd.DataFrame) -> pd.Series:
    """Where in its document each row stands, after a blank: * Section "lead", paragraph 2.*; empty if unknown."""
    return map_distinct(_locator, rows["section"], rows["paragraph"])


def _locator(section: object, paragraph: float) -> str:
    locator = f' Section "{section}"' if isinstance(section, str) else ""
    locator += "" if math.isnan(paragraph) else f", paragraph {paragraph:.0f}"
    return locator and f"{locator}."


def cite_catalogue(catalogue: Catalogue) -> str:
    """The citation of the catalogue itself."""
    descriptor = catalogue.descriptor
    editors = ", ".join(descriptor.editors) or descriptor.title
    version = f" (version {descriptor.version})" if descriptor.version else ""
    return f"{editors} ({descriptor.created[:4] or 'no date'}). {descriptor.title}{version} [Data set]."


def cite_derived(catalogue: Catalogue, title: str, citations: Iterable[str]) -> str:
    """The citation of a derived figure: the catalogue, which does the arithmetic, then those of its inputs."""
    return f"{cite_catalogue(catalogue)} {title}, derived from: {' | '.join(dict.fromkeys(citations))}"
