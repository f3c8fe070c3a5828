"""How a figure is cited: its producer first, then the document in which it was read."""

from collections.abc import Iterable, Sequence

import pandas as pd

from indicators import period
from indicators.catalogue import Catalogue
from indicators.codes import once

_AUTHOR = "author"


def document(catalogue: Catalogue, one: str, *, address: bool = True) -> str:
    """A document in the manner of APA: author (date). Title. Publisher. Address, unless that is shown otherwise."""
    return _documents(catalogue, [one], address=address)[0]


def figures(catalogue: Catalogue, rows: pd.DataFrame) -> pd.Series:
    """The citation of each row: who makes the claim, in which document, in which section and paragraph."""

    def said_by(few: pd.DataFrame) -> pd.Series:
        sources = catalogue.sources.loc[few["source"].tolist()]
        by = sources["name"].astype("str") + ", in: "
        return by.where(sources["kind"].astype("str") != _AUTHOR, "")

    def printed_in(few: pd.DataFrame) -> pd.Series:
        return pd.Series(_documents(catalogue, few["document"].tolist(), address=True), dtype="str")

    return once(rows[["source"]], said_by) + once(rows[["document"]], printed_in) + places(rows)


def places(rows: pd.DataFrame) -> pd.Series:
    """Where in its document each row stands, after a blank: * Section "lead", paragraph 2.*; nothing if not known."""
    return once(rows[["section", "paragraph"]], _places)


def _places(rows: pd.DataFrame) -> pd.Series:
    section = rows["section"].astype("str").fillna("")
    paragraph = rows["paragraph"].map("{:.0f}".format).astype("str").where(rows["paragraph"].notna(), "")
    place = (' Section "' + section + '"').where(section != "", "")
    place += (", paragraph " + paragraph).where(paragraph != "", "")
    return place.where(place == "", place + ".")


def _documents(catalogue: Catalogue, ids: Sequence[str], *, address: bool) -> list[str]:
    texts = []
    for row in catalogue.documents.loc[list(ids)].fillna("").astype(str).to_dict("records"):
        who = row["author"] or row["publisher"]
        when = period.words(row["published"]) if row["published"] else "no date"
        publisher = f" {row['publisher']}." if row["author"] else ""
        title = row["title"] if row["title"].endswith(("?", "!", ".")) else f"{row['title']}."
        texts.append(f"{who} ({when}). {title}{publisher}" + (f" {row['url']}" if address else ""))
    return texts


def dashboard(catalogue: Catalogue) -> str:
    """The catalogue itself in the manner of APA."""
    about = catalogue.descriptor
    who = ", ".join(about.editors) or about.title
    version = f" (version {about.version})" if about.version else ""
    return f"{who} ({about.created[:4] or 'no date'}). {about.title}{version} [Data set]."


def derived(catalogue: Catalogue, title: str, inputs: Iterable[str]) -> str:
    """The citation of a derived figure: the catalogue, whose arithmetic it is, and its inputs."""
    return f"{dashboard(catalogue)} {title}, derived from: {' | '.join(dict.fromkeys(inputs))}"
