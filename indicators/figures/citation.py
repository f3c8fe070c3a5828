"""Citations of documents, figures, derived figures and the catalogue, as plain text in the manner of APA."""

import math
from collections.abc import Iterable
from functools import partial

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.columns import map_distinct
from indicators.figures.agents import author_names, claimant_within_sentence
from indicators.measure import period
from indicators.text.first_letter import with_capital
from indicators.text.sentences import LEAD


def cite_document(catalogue: Catalogue, document: str, *, address: bool = True) -> str:
    """The citation of a document: *Author (date). Title. Publisher. Address*, the address only if asked for."""
    publisher, published, title, url = (
        catalogue.text("documents", document, column) for column in ("publisher", "published", "title", "url")
    )
    author = author_names(catalogue, document)
    date = period.words(published) if published else "no date"
    title = title or "Web page"
    title = title if title.endswith(("?", "!", ".")) else f"{title}."
    publisher_part = f" {publisher}." if publisher not in _responsible(catalogue, document) else ""
    return f"{author or publisher} ({date}). {title}{publisher_part}" + (f" {url}" if address else "")


def _responsible(catalogue: Catalogue, document: str) -> list[str]:
    """The names of the authors of a document; of its publisher if none is known."""
    authors = author_names(catalogue, document)
    return authors.split("; ") if authors else [catalogue.text("documents", document, "publisher")]


def publication(catalogue: Catalogue, document: str) -> str:
    """Authors, publisher and date of a document in a few words, or its title if none of them is known.

    A publisher that is an author is named once.
    """
    publisher, published = (catalogue.text("documents", document, column) for column in ("publisher", "published"))
    responsible = _responsible(catalogue, document)
    words = (
        "; ".join(responsible),
        publisher if publisher not in responsible else "",
        period.words(published) if published else "",
    )
    return ", ".join(filter(None, words)) or document_title(catalogue, document)


def document_title(catalogue: Catalogue, document: str) -> str:
    """The title of a document; without a title, its address without the scheme and *www*."""
    title = catalogue.text("documents", document, "title")
    return title or catalogue.text("documents", document, "url").partition("://")[2].removeprefix("www.")


def cite_figure(catalogue: Catalogue, observation: Observation) -> str:
    """The citation of one figure, as ``cite_figures`` has it."""
    parts = (
        cite_document(catalogue, observation.document),
        _sentence(locator(catalogue, observation.document, observation.section, observation.paragraph)),
        _attribution(catalogue, observation.document, observation.source, observation.source_implied),
    )
    return " ".join(filter(None, parts))


def cite_figures(catalogue: Catalogue, rows: pd.DataFrame) -> pd.Series:
    """The citation of each row: the document, then where in it the figure stands and to whom it attributes it."""
    return map_distinct(partial(cite_document, catalogue), rows["document"]) + _after_blank(notes(catalogue, rows))


def notes(catalogue: Catalogue, rows: pd.DataFrame) -> pd.Series:
    """What a citation of each row's document says of its figure: *Opening section, paragraph 2. As attributed to A.*

    The author's own figures are attributed to nobody else, nor are those of a publisher where no author is known; what
    is not recorded is left out.
    """
    attributions = map_distinct(
        partial(_attribution, catalogue), rows["document"], rows["source"], rows["source_implied"]
    )
    located = partial(locator, catalogue)
    places = map_distinct(lambda *row: _sentence(located(*row)), rows["document"], rows["section"], rows["paragraph"])
    return (places + _after_blank(attributions)).str.lstrip()


def _after_blank(texts: pd.Series) -> pd.Series:
    return map_distinct(lambda text: f" {text}" if text else "", texts)


def _attribution(catalogue: Catalogue, document: str, source: str, implied: bool) -> str:
    name = catalogue.text("sources", source, "name")
    if name.removeprefix("The ") in (each.removeprefix("The ") for each in _responsible(catalogue, document)):
        return ""
    claimant = claimant_within_sentence(catalogue, source, name)
    return f"As attributed{', by implication,' if implied else ''} to {claimant}." if claimant else ""


def locator(catalogue: Catalogue, document: str, section: object, paragraph: float | None) -> str:
    """Where in a document a figure stands: *section “Results”, paragraph 2*; empty where that is not recorded.

    What is before the first heading is the *opening section*, which is not named where the document has no heading.
    """
    if section == LEAD:
        headings = catalogue.text("documents", document, "headings")
        name = "opening section" if headings else ""
    else:
        name = f"section “{section}”" if isinstance(section, str) else ""
    numbered = "" if paragraph is None or math.isnan(paragraph) else f"paragraph {paragraph:.0f}"
    return ", ".join(filter(None, (name, numbered)))


def _sentence(words: str) -> str:
    return f"{with_capital(words)}." if words else ""


def cite_catalogue(catalogue: Catalogue, address: str = "") -> str:
    """The citation of the catalogue itself, with the address of its dashboard if that is known."""
    descriptor = catalogue.descriptor
    editors = ", ".join(descriptor.editors) or descriptor.title
    version = f" (version {descriptor.version})" if descriptor.version else ""
    cited = f"{editors} ({descriptor.created[:4] or 'no date'}). {descriptor.title}{version} [Data set]."
    return f"{cited} {address}" if address else cited


def cite_derived(catalogue: Catalogue, title: str, citations: Iterable[str]) -> str:
    """The citation of a derived figure: the catalogue, which does the arithmetic, then those of its inputs."""
    return f"{cite_catalogue(catalogue)} {title}, derived from: {' | '.join(dict.fromkeys(citations))}"
