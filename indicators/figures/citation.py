"""How a figure is cited: its producer first, then the document in which it was read."""

import math
from collections.abc import Iterable
from functools import partial

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.columns import map_distinct
from indicators.measure import period

_AUTHOR = "author"


def cite_document(catalogue: Catalogue, one: str, *, address: bool = True) -> str:
    """A document in the manner of APA: author (date). Title. Publisher. Address, unless that is shown otherwise."""
    author, publisher, published, title, url = (
        catalogue.text("documents", one, column) for column in ("author", "publisher", "published", "title", "url")
    )
    when = period.words(published) if published else "no date"
    title = title or "Web page"
    title = title if title.endswith(("?", "!", ".")) else f"{title}."
    by = f" {publisher}." if author else ""
    return f"{author or publisher} ({when}). {title}{by}" + (f" {url}" if address else "")


def document_title(catalogue: Catalogue, one: str) -> str:
    """The title of a document; where it is not known, its address without what all addresses begin with."""
    known = catalogue.text("documents", one, "title")
    return known or catalogue.text("documents", one, "url").partition("://")[2].removeprefix("www.")


def cite_figures(catalogue: Catalogue, rows: pd.DataFrame) -> pd.Series:
    """The citation of each row: who makes the claim, in which document, in which section and paragraph."""

    def said_by(source: str) -> str:
        own = catalogue.text("sources", source, "kind") == _AUTHOR
        return "" if own else f"{catalogue.text('sources', source, 'name')}, in: "

    return (
        map_distinct(said_by, rows["source"])
        + map_distinct(partial(cite_document, catalogue), rows["document"])
        + locators(rows)
    )


def locators(rows: pd.DataFrame) -> pd.Series:
    """Where in its document each row stands, after a blank: * Section "lead", paragraph 2.*; nothing if not known."""
    return map_distinct(_place, rows["section"], rows["paragraph"])


def _place(section: object, paragraph: float) -> str:
    place = f' Section "{section}"' if isinstance(section, str) else ""
    place += "" if math.isnan(paragraph) else f", paragraph {paragraph:.0f}"
    return place and f"{place}."


def cite_catalogue(catalogue: Catalogue) -> str:
    """The catalogue itself in the manner of APA."""
    about = catalogue.descriptor
    who = ", ".join(about.editors) or about.title
    version = f" (version {about.version})" if about.version else ""
    return f"{who} ({about.created[:4] or 'no date'}). {about.title}{version} [Data set]."


def cite_derived(catalogue: Catalogue, title: str, inputs: Iterable[str]) -> str:
    """The citation of a derived figure: the catalogue, whose arithmetic it is, and its inputs."""
    return f"{cite_catalogue(catalogue)} {title}, derived from: {' | '.join(dict.fromkeys(inputs))}"
