"""A selection of figures, and the URL query that stands for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow.compute as pc

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.columns import as_text, rows_with
from indicators.errors import UnknownIdError, nearest
from indicators.figures.citation import document_title

FACETS = ("source", "topic", "status", "document")
"""What a selection may choose by; each is a column of the figures and a parameter of the query."""

SEARCH = "search"
RECORD = "record"
"""Parameter that brings in the documents of the record, its values, and how a query says yes."""
ON, OFF = "on", "off"


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Ids chosen for each facet, none meaning all, and words that a figure must hold.

    Without a document chosen, the figures are those of the documents that are the subject, and with ``record`` those
    of the documents besides that these may be set against.
    """

    source: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    search: str = ""
    record: bool = False

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The ids chosen for one of FACETS."""
        ids: tuple[str, ...] = getattr(self, facet)
        return ids

    @property
    def narrowed(self) -> bool:
        """Whether anything is chosen that leaves figures out."""
        return bool(self.search or any(map(self.chosen, FACETS)))

    def query(self) -> list[tuple[str, str]]:
        """Parameters of a URL that give this selection again, in one order whatever order they were chosen in."""
        pairs = [(facet, one) for facet in FACETS for one in sorted(self.chosen(facet))]
        pairs += [(SEARCH, self.search)] if self.search else []
        return [*pairs, (RECORD, ON)] if self.record else pairs


def figures_in_scope(catalogue: Catalogue, *, record: bool = False) -> pd.DataFrame:
    """Every figure of the documents that are the subject, with ``record`` of all documents."""
    return catalogue.figures if record else _subject(catalogue)


def has_record(catalogue: Catalogue) -> bool:
    """Whether there are figures besides those of the subject."""
    return len(_subject(catalogue)) < len(catalogue.figures)


@lru_cache(maxsize=4)
def _subject(catalogue: Catalogue) -> pd.DataFrame:
    # They stand first, so that this is no copy.
    return catalogue.figures.iloc[: rows_with(catalogue.figures["role"], SUBJECT).size]


@lru_cache(maxsize=64)
def selectable_ids(catalogue: Catalogue, facet: str, *, record: bool = False) -> tuple[str, ...]:
    """The ids that may be chosen for a facet: those with a figure in scope, in the order of their file."""
    used = frozenset(figures_in_scope(catalogue, record=record)[facet].dropna().unique())
    if facet == "status":
        statuses = catalogue.descriptor.tables["observations"].field(facet).enum
        return tuple(status for status in statuses if status in used)
    table: pd.DataFrame = getattr(catalogue, f"{facet}s")
    return tuple(one for one in table.index if one in used)


@lru_cache(maxsize=64)
def selectable_names(catalogue: Catalogue, facet: str, *, record: bool = False) -> Mapping[str, str]:
    """The ids that may be chosen for a facet, each with its name for people."""
    ids = selectable_ids(catalogue, facet, record=record)
    if facet == "status":
        return {one: catalogue.word("observations", facet, one) for one in ids}
    if facet == "document":
        return {one: document_title(catalogue, one) for one in ids}
    column = "name" if facet == "source" else "title"
    return {one: catalogue.text(f"{facet}s", one, column) for one in ids}


def parse_selection(
    catalogue: Catalogue, query: Mapping[str, Iterable[str]]
) -> tuple[Selection, tuple[UnknownIdError, ...]]:
    """The selection that a query stands for, and the ids in it that no figure has, which are left out.

    A document of the record that is asked for brings in the record.
    """
    chosen, unknown = dict[str, tuple[str, ...]](), list[UnknownIdError]()
    asked = tuple(query.get(RECORD, ()))
    unknown += [UnknownIdError(RECORD, one, (ON, OFF)) for one in asked if one not in (ON, OFF)]
    subject, everything = (selectable_ids(catalogue, "document", record=record) for record in (False, True))
    record = ON in asked or any(one in everything and one not in subject for one in query.get("document", ()))
    record = record and has_record(catalogue)
    for facet in FACETS:
        ids = selectable_ids(catalogue, facet, record=record)
        given = tuple(dict.fromkeys(query.get(facet, ())))
        chosen[facet] = tuple(one for one in given if one in ids)
        unknown += [UnknownIdError(facet, one, nearest(one, ids)) for one in given if one not in ids]
    search = " ".join(query.get(SEARCH, ())).strip()
    return Selection(**chosen, search=search, record=record), tuple(unknown)


def select(catalogue: Catalogue, selection: Selection) -> pd.DataFrame:
    """The figures of a selection, in the order of the catalogue."""
    figures = catalogue.figures
    keep = np.ones(len(figures), dtype=bool)
    if not (selection.document or selection.record):
        keep &= _among(figures["role"], (SUBJECT,))
    for facet in FACETS:
        if selection.chosen(facet):
            keep &= _among(figures[facet], selection.chosen(facet))
    for word in selection.search.split():
        keep &= _holding(catalogue, word)
    rows = np.flatnonzero(keep)
    if len(rows) and rows[-1] == len(rows) - 1:
        return figures.iloc[: len(rows)]  # without a copy
    return figures.take(rows)


def _among(column: pd.Series, ids: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Whether each cell is one of the ids."""
    chosen = column.cat.categories.isin(ids)
    return np.append(chosen, False)[column.cat.codes]  # an empty cell has the code -1


@lru_cache(maxsize=16)
def _holding(catalogue: Catalogue, word: str) -> npt.NDArray[np.bool_]:
    """Whether a figure, or what it refers to, holds a word in any case, anywhere in its text."""

    def holds(texts: pd.Series | pd.Index) -> npt.NDArray[np.bool_]:
        found = pc.match_substring(as_text(texts), word, ignore_case=True)
        return np.array(found.fill_null(False), bool)

    figures = catalogue.figures
    found = holds(figures["id"])
    for column in ("counts", "as_printed", "attribution", "status", "place_from", "place_to", "note"):
        cells = figures[column]
        if isinstance(cells.dtype, pd.CategoricalDtype):
            found |= np.append(holds(cells.cat.categories), False)[cells.cat.codes]
        else:
            found |= holds(cells)
    for column, texts in {
        "indicator": catalogue.indicators[["title", "definition"]],
        "source": catalogue.sources[["name", "short_name"]],
        "kind": catalogue.kinds[["title"]],
        "topic": catalogue.topics[["title"]],
        "population": catalogue.populations[["title"]],
    }.items():
        holding = np.logical_or.reduce([holds(each) for _, each in texts.items()])
        found |= _among(figures[column], texts.index[holding].tolist())
    return found
