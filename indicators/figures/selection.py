"""A selection of figures, and the URL query that stands for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.columns import Positions, rows_with
from indicators.errors import DamagedListError, UnknownIdError, nearest
from indicators.figures.facets import FACETS, ids_of, known_ids
from indicators.figures.names import facet_names
from indicators.figures.search import found_by
from indicators.figures.short_lists import MARK, expanded, shortened

SEARCH = "search"
RECORD = "record"
"""Query parameter that includes the public record; its values are ON and OFF."""
ON, OFF = "on", "off"


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Ids chosen for each facet (no id: all) and words that a figure must contain.

    Without a chosen document, the selection holds the figures of the documents that are the subject; with ``record``
    also those of the public record.
    """

    source: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    dimension: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    search: str = ""
    record: bool = False

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The ids chosen for one of FACETS."""
        ids: tuple[str, ...] = getattr(self, facet)
        return ids

    @property
    def narrowed(self) -> bool:
        """Whether the selection leaves figures out."""
        return bool(self.search or any(map(self.chosen, FACETS)))

    def choices(self) -> list[tuple[str, str]]:
        """Each chosen id with its facet, and the search, in an order that does not depend on the order of choosing."""
        pairs = [(facet, identity) for facet in FACETS for identity in sorted(self.chosen(facet))]
        return [*pairs, (SEARCH, self.search)] if self.search else pairs

    def query(self) -> list[tuple[str, str]]:
        """The URL parameters of this selection; `short_lists` writes a long list of ids as one parameter."""
        pairs = [(facet, value) for facet in FACETS for value in shortened(self.chosen(facet))]
        pairs += [(SEARCH, self.search)] if self.search else []
        return [*pairs, (RECORD, ON)] if self.record else pairs


def figures_in_scope(catalogue: Catalogue, *, record: bool = False) -> pd.DataFrame:
    """The figures of the subject's documents; with ``record`` those of all documents."""
    return catalogue.figures if record else _subject(catalogue)


def has_record(catalogue: Catalogue) -> bool:
    """Whether the catalogue has figures of the public record."""
    return len(_subject(catalogue)) < len(catalogue.figures)


@kept()
def _subject(catalogue: Catalogue) -> pd.DataFrame:
    # The figures of the subject stand first: a slice is no copy.
    return catalogue.figures.iloc[: rows_with(catalogue.figures["role"], SUBJECT).size]


@kept(64)
def selectable_ids(catalogue: Catalogue, facet: str, *, record: bool = False) -> tuple[str, ...]:
    """The ids that may be chosen for a facet: those of the figures in scope, in the order of `known_ids`."""
    cells = figures_in_scope(catalogue, record=record)[FACETS[facet].column].dropna().unique()
    used = frozenset(identity for cell in cells for identity in ids_of(catalogue, facet, cell))
    return tuple(identity for identity in known_ids(catalogue, facet) if identity in used)


@kept(64)
def selectable_names(catalogue: Catalogue, facet: str, *, record: bool = False) -> Mapping[str, str]:
    """The ids that may be chosen for a facet, each with a name that no other has; with or without the record alike."""
    names = facet_names(catalogue, facet)
    return {identity: names[identity] for identity in selectable_ids(catalogue, facet, record=record)}


def parse_selection(
    catalogue: Catalogue, query: Mapping[str, Iterable[str]]
) -> tuple[Selection, tuple[UnknownIdError, ...]]:
    """The selection of a URL query, and an error for each id in the query that no figure has.

    The selection leaves unknown ids out. A chosen document of the public record includes the record.
    """
    query = {facet: _expanded(catalogue, facet, query.get(facet, ())) for facet in FACETS} | {
        name: values for name, values in query.items() if name not in FACETS
    }
    record_values = tuple(query.get(RECORD, ()))
    unknown = [UnknownIdError(RECORD, value, (ON, OFF)) for value in record_values if value not in (ON, OFF)]
    subject, everything = (selectable_ids(catalogue, "document", record=record) for record in (False, True))
    of_record = any(document in everything and document not in subject for document in query.get("document", ()))
    record = (ON in record_values or of_record) and has_record(catalogue)
    chosen: dict[str, tuple[str, ...]] = {}
    for facet in FACETS:
        ids = selectable_ids(catalogue, facet, record=record)
        given = tuple(dict.fromkeys(query.get(facet, ())))
        chosen[facet] = tuple(identity for identity in given if identity in ids)
        unknown += [_unknown(facet, identity, ids) for identity in given if identity not in ids]
    search = " ".join(query.get(SEARCH, ())).strip()
    return Selection(**chosen, search=search, record=record), tuple(unknown)


def _expanded(catalogue: Catalogue, facet: str, values: Iterable[str]) -> list[str]:
    """The values of a parameter, with its ids for a short list of them; a list that is damaged stays."""
    given: list[str] = []
    for value in values:
        ids = expanded(value, selectable_ids(catalogue, facet, record=True)) if value.startswith(MARK) else None
        given += [value] if ids is None else ids
    return given


def _unknown(facet: str, value: str, ids: Sequence[str]) -> UnknownIdError:
    if value.startswith(MARK):
        return DamagedListError(facet, value)
    return UnknownIdError(facet, value, nearest(value, ids))


def in_words(catalogue: Catalogue, selection: Selection) -> dict[str, str]:
    """The names of the chosen ids by facet, and the search; a facet without a choice is left out."""
    words = {}
    for facet in FACETS:
        names = selectable_names(catalogue, facet, record=selection.record) if selection.chosen(facet) else {}
        words[FACETS[facet].title] = "; ".join(names.get(id_, id_) for id_ in selection.chosen(facet))
    words["Search"] = selection.search
    return {facet: names for facet, names in words.items() if names}


def select(catalogue: Catalogue, selection: Selection) -> pd.DataFrame:
    """The rows of ``catalogue.figures`` in a selection, in the order of the catalogue."""
    rows = positions(catalogue, selection)
    if len(rows) and rows[-1] == len(rows) - 1:
        return catalogue.figures.iloc[: len(rows)]  # without a copy
    return catalogue.figures.take(rows)


@kept(1000)
def count(catalogue: Catalogue, selection: Selection) -> int:
    """The number of figures in a selection."""
    return len(positions(catalogue, selection))


def positions(catalogue: Catalogue, selection: Selection) -> Positions:
    """The rows of ``catalogue.figures`` in a selection, counted from 0, in the order of the catalogue."""
    figures = catalogue.figures
    keep = np.ones(len(figures), dtype=bool)
    if not (selection.document or selection.record):
        keep &= _among(figures["role"], (SUBJECT,))
    for facet in FACETS:
        if selection.chosen(facet):
            column = figures[FACETS[facet].column]
            keep &= _among(column, _cells_of(catalogue, facet, selection.chosen(facet)))
    if selection.search:
        keep &= found_by(catalogue, selection.search)
    return np.flatnonzero(keep)


def _cells_of(catalogue: Catalogue, facet: str, ids: tuple[str, ...]) -> Sequence[str]:
    """The distinct cells of a facet's column that hold one of the ids."""
    column = FACETS[facet].column
    if column == facet:
        return ids
    cells = catalogue.figures[column].cat.categories
    return [cell for cell in cells if not set(ids).isdisjoint(ids_of(catalogue, facet, cell))]


def _among(column: pd.Series, ids: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Whether each cell of a categorical column is one of the ids."""
    chosen = column.cat.categories.isin(ids)
    return np.append(chosen, False)[column.cat.codes]  # an empty cell has the code -1
