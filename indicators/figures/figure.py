"""A figure as the reader sees it: every id resolved to words, the number in the units that were asked for."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.columns import to_list
from indicators.figures.citation import cite_figures, document_title
from indicators.measure import bounds, period
from indicators.measure.period import NOT_STATED

MOST_KEPT = 5_000
"""As many readings as are kept once they were made, about 20 MB, until they are made anew."""


@dataclass(frozen=True, kw_only=True)
class Caveat:
    """One sentence to know before use, and whether the document or the editor says it."""

    code: str
    text: str
    origin: str


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure in words.

    ``definition`` says what is counted, in the document's own terms where the catalogue has them; ``number`` is the
    number with its qualifier (*more than 74,000*; the printed words where there is no number), ``unit`` its unit in
    words; both are in the reader's system of units where ``converted``, which is otherwise empty and then says from
    what. Dates are in words; what the document does not state reads *not stated*.
    """

    id: str
    title: str
    definition: str
    number: str
    unit: str
    converted: str
    qualifier: str
    as_printed: str
    kind: str
    statistic: str
    topic: str
    population: str
    source: str
    source_name: str
    source_short: str
    source_kind: str
    source_named: bool
    source_implied: bool
    attribution: str
    root: str
    via: tuple[str, ...]
    status: str
    period: str
    issued: str
    inferred: tuple[str, ...]
    place: str
    updates: str
    document: str
    document_title: str
    text_held: bool
    section: str
    paragraph: str
    caveats: tuple[Caveat, ...]
    note: str
    citation: str

    @property
    def phrase(self) -> str:
        """Qualifier, number and unit: *more than 74,000 metric tons*."""
        return f"{self.number} {self.unit}" if self.unit else self.number

    @property
    def parts(self) -> tuple[str, str]:
        """The words of the qualifier, which may be none, and the number after them."""
        bound = bounds.WORDS[self.qualifier]
        if self.unit and bound:
            return bound, self.number.removeprefix(bound).strip()
        return "", self.number

    @property
    def qualifier_words(self) -> str:
        """The qualifier as a word: *more than*; *unqualified* for a bare number."""
        return self.qualifier.replace("_", " ")

    @property
    def source_words(self) -> str:
        """Who makes the claim, with what sort of source it is: *US officials (government, unnamed)*."""
        return f"{self.source_name} ({self.source_kind}{'' if self.source_named else ', unnamed'})"

    @property
    def attributed(self) -> str:
        """The words that tie the claim to its source, in quotation marks, or why there are none."""
        if self.attribution:
            return f"“{self.attribution}”"
        return "none in the document" if self.text_held else "not recorded, as the text is not held"

    @property
    def locator(self) -> str:
        """Where in the document it stands."""
        if not self.section:
            return NOT_STATED
        return f"section “{self.section}”, paragraph {self.paragraph}"


def figures_of(catalogue: Catalogue, rows: pd.DataFrame, system: str = "printed") -> tuple[Figure, ...]:
    """The rows as readings, in ``system`` of units (one of ``units.SYSTEMS``): for what a page shows, not for all."""
    ids = rows["id"].tolist()
    kept = _kept(catalogue, system)
    # Sessions share what is kept, and one may empty it while another reads.
    found = {one: kept.get(one) for one in ids}
    if None in found.values():
        missing = rows[[found[one] is None for one in ids]]
        made = dict(zip(missing["id"], _made(catalogue, missing, system), strict=True))
        if len(kept) + len(made) > MOST_KEPT:
            kept.clear()
        kept.update(made)
        found |= made
    return tuple(one for one in map(found.get, ids) if one)


@lru_cache(maxsize=12)
def _kept(_catalogue: Catalogue, _system: str) -> dict[str, Figure]:
    """The readings of a catalogue that were made before."""
    return {}


def _made(catalogue: Catalogue, rows: pd.DataFrame, system: str) -> tuple[Figure, ...]:
    citations = cite_figures(catalogue, rows)
    columns = [str(name) for name, kind in rows.dtypes.items() if kind.kind != "M"]  # days are read as EDTF
    records = zip(*(to_list(rows[name]) for name in columns), strict=True)
    return tuple(
        _reading(catalogue, dict(zip(columns, cells, strict=True)), citation, system)
        for cells, citation in zip(records, citations, strict=True)
    )


def _reading(catalogue: Catalogue, row: dict[Any, Any], citation: str, system: str) -> Figure:
    def text(column: str) -> str:
        return _text(row[column])

    def items(column: str) -> tuple[str, ...]:
        return catalogue.items(row[column], "observations", column)

    def of_source(column: str) -> str:
        return catalogue.text("sources", row["source"], column)

    figure, unit, converted = number(catalogue, row, system)
    definition = catalogue.text("indicators", row["indicator"], "definition")
    return Figure(
        id=row["id"],
        title=catalogue.text("indicators", row["indicator"], "title"),
        definition=" ".join(filter(None, (text("counts"), definition))),
        number=figure,
        unit=unit,
        converted=converted,
        qualifier=row["qualifier"],
        as_printed=text("as_printed"),
        kind=catalogue.text("kinds", row["kind"], "title"),
        statistic=catalogue.word("indicators", "statistic", row["statistic"]),
        topic=catalogue.text("topics", row["topic"], "title"),
        population=catalogue.text("populations", row["population"], "title"),
        source=row["source"],
        source_name=of_source("name"),
        source_short=of_source("short_name"),
        source_kind=catalogue.word("sources", "kind", of_source("kind")),
        source_named=row["named"],
        source_implied=row["source_implied"],
        attribution=text("attribution"),
        root=catalogue.text("sources", row["root"], "name") or NOT_STATED,
        via=tuple(catalogue.text("sources", one, "name") for one in items("via")),
        status=catalogue.word("observations", "status", row["status"]),
        period=period.words(text("period")),
        issued=period.words(text("issued")),
        inferred=items("inferred"),
        place=_place(text("place_from"), text("place_to")),
        updates=text("updates"),
        document=row["document"],
        document_title=document_title(catalogue, row["document"]),
        text_held=bool(catalogue.documents.at[row["document"], "text_held"]),
        section=text("section"),
        paragraph="" if pd.isna(row["paragraph"]) else f"{row['paragraph']:.0f}",
        caveats=caveats(catalogue, row["caveats"]),
        note=text("note"),
        citation=citation,
    )


def caveats(catalogue: Catalogue, cell: object) -> tuple[Caveat, ...]:
    """The caveats that a cell of the observations lists."""
    return tuple(
        Caveat(
            code=code,
            text=catalogue.text("caveats", code, "text"),
            origin=catalogue.text("caveats", code, "origin"),
        )
        for code in catalogue.items(cell, "observations", "caveats")
    )


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def _place(origin: str, destination: str) -> str:
    if origin and destination:
        return f"from {origin} to {destination}"
    return f"from {origin}" if origin else f"to or in {destination}" if destination else NOT_STATED


def number(catalogue: Catalogue, row: Mapping[Hashable, Any], system: str) -> tuple[str, str, str]:
    """Number, unit and, where converted, the number and unit as printed."""
    unit, qualifier = row["unit"], row["qualifier"]
    if qualifier == "vague":
        return _text(row["as_printed"]) or bounds.WORDS[qualifier], "", ""
    shown = catalogue.units.in_system(unit, system)
    factor = catalogue.units.factor(unit, shown)
    digits = None if shown == unit else int(row["digits"])
    ends = (row["value"] * factor, qualifier, row["lower"] * factor, row["upper"] * factor)
    figure = bounds.phrase(*ends, digits=digits)
    one = row["value"] * factor == 1
    printed = "" if shown == unit else " ".join(number(catalogue, row, "printed")[:2])
    return figure, catalogue.units.label(shown, singular=one), printed
