"""How a figure is cited: its producer first, then the document in which it was read."""

from collections.abc import Iterable

import pandas as pd

from indicators import period
from indicators.catalogue import Catalogue

_AUTHOR = "author"


def document(catalogue: Catalogue, one: str, *, address: bool = True) -> str:
    """A document in the manner of APA: author (date). Title. Publisher. Address, unless that is shown otherwise."""
    row = catalogue.documents.loc[one].fillna("").astype(str)
    who = row["author"] or row["publisher"]
    when = period.words(row["published"]) if row["published"] else "no date"
    publisher = f" {row['publisher']}." if row["author"] else ""
    title = row["title"] or "Web page"
    title = title if title.endswith(("?", "!", ".")) else f"{title}."
    return f"{who} ({when}). {title}{publisher}" + (f" {row['url']}" if address else "")


def title(catalogue: Catalogue, one: str) -> str:
    """The title of a document; where it is not known, its address without what all addresses begin with."""
    known = catalogue.text("documents", one, "title")
    return known or catalogue.text("documents", one, "url").partition("://")[2].removeprefix("www.")


def figures(catalogue: Catalogue, rows: pd.DataFrame) -> pd.Series:
    """The citation of each row: who makes the claim, in which document, in which section and paragraph."""
    by = catalogue.sources.loc[:, "name"].astype("str") + ", in: "
    by = by.where(catalogue.sources["kind"].astype("str") != _AUTHOR, "")
    documents = pd.Series({one: document(catalogue, one) for one in rows["document"].dropna().unique()}, dtype="str")
    return rows["source"].astype("str").map(by) + rows["document"].astype("str").map(documents) + places(rows)


def places(rows: pd.DataFrame) -> pd.Series:
    """Where in its document each row stands, after a blank: * Section "lead", paragraph 2.*; nothing if not known."""
    section = rows["section"].astype("str").fillna("")
    paragraph = rows["paragraph"].map("{:.0f}".format).astype("str").where(rows["paragraph"].notna(), "")
    place = (' Section "' + section + '"').where(section != "", "")
    place += (", paragraph " + paragraph).where(paragraph != "", "")
    return place.where(place == "", place + ".")


def dashboard(catalogue: Catalogue) -> str:
    """The catalogue itself in the manner of APA."""
    about = catalogue.descriptor
    who = ", ".join(about.editors) or about.title
    version = f" (version {about.version})" if about.version else ""
    return f"{who} ({about.created[:4] or 'no date'}). {about.title}{version} [Data set]."


def derived(catalogue: Catalogue, title: str, inputs: Iterable[str]) -> str:
    """The citation of a derived figure: the catalogue, whose arithmetic it is, and its inputs."""
    return f"{dashboard(catalogue)} {title}, derived from: {' | '.join(dict.fromkeys(inputs))}"
