"""Which figures a search finds: in their own texts and numbers, and in those of the rows that they refer to."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.columns import Mask, as_text
from indicators.figures import search_words
from indicators.figures.search_pattern import Term, terms
from indicators.measure import period

_OWN = ("id", "counts", "as_printed", "attribution", "status", "place_from", "place_through", "place_to", "note")
"""Columns of the figures whose texts are searched."""
_NUMBERS = ("value", "lower", "upper")
_REFERENCES = {
    "indicator": ("indicators", ("title", "definition", "synonyms")),
    "source": ("sources", ("name", "short_name", "synonyms")),
    "root": ("sources", ("name", "short_name", "synonyms")),
    "kind": ("kinds", ("title", "synonyms")),
    "topic": ("topics", ("title", "synonyms")),
    "population": ("populations", ("title", "synonyms")),
}
"""Columns of the figures that hold an id, each with the table and the columns of the texts behind it."""
_LISTS = {"caveats": ("caveats", ("text",)), "via": ("sources", ("name", "short_name", "synonyms"))}
"""Columns of the figures that hold a list of ids, in the same way."""


def found_by(catalogue: Catalogue, search: str) -> Mask:
    """Whether each figure has all words of a search, in any case and form, and its numbers, however written."""
    found = np.ones(len(catalogue.figures), dtype=bool)
    for term in terms(search):
        found &= _has(catalogue, term)
    return found


def texts_with(texts: Sequence[str], search: str) -> tuple[str, ...]:
    """The texts that have all words and numbers of a search, as those of `found_by`."""
    found = np.ones(len(texts), dtype=bool)
    for term in terms(search):
        found &= _contain(term, pd.Series(texts, dtype="str"))
    return tuple(text for text, has in zip(texts, found, strict=True) if has)


@kept(16)
def _has(catalogue: Catalogue, term: Term) -> Mask:
    """Whether each figure has a term."""
    figures = catalogue.figures
    found = np.zeros(len(figures), dtype=bool)
    for name in _OWN:
        cells = figures[name]
        if isinstance(cells.dtype, pd.CategoricalDtype):
            found |= _by_category(cells, _contain(term, cells.cat.categories))
        else:
            found |= _contain(term, cells)
    for name, (table, columns) in _REFERENCES.items():
        found |= _by_category(
            figures[name], figures[name].cat.categories.isin(_rows_with(catalogue, term, table, columns))
        )
    for name, (table, columns) in _LISTS.items():
        ids = _rows_with(catalogue, term, table, columns)
        if ids:
            lists = figures[name].cat.categories
            has_id = [not ids.isdisjoint(catalogue.items(cell, "observations", name)) for cell in lists]
            found |= _by_category(figures[name], np.array(has_id, bool))
    for name, words in _WORDS.items():
        found |= _by_category(figures[name], _contain(term, _words(catalogue, name, words)))
    for texts, rows in _OF_ROWS:
        if _contain(term, pd.Index(texts, dtype="str")).any():
            found |= rows(catalogue)
    if term.value is not None:
        for name in _NUMBERS:
            found |= (figures[name] == term.value).to_numpy()
    return found


def _by_category(cells: pd.Series, matches: Mask) -> Mask:
    """Whether the category of each cell is among those that match; an empty cell has the code -1."""
    return np.asarray(np.append(matches, False)[cells.cat.codes])


def _contain(term: Term, texts: pd.Series | pd.Index) -> Mask:
    """Whether each text has the term."""
    cells = as_text(texts)
    # A plain word takes half the time, most of which is the preparation of the pattern where there are few texts.
    if term.plain and pc.all(pc.string_is_ascii(cells)).as_py():
        found = pc.match_substring(cells, term.plain, ignore_case=True)
    else:
        found = pc.match_substring_regex(cells, term.pattern)
    return np.array(found.fill_null(False), bool)


def _rows_with(catalogue: Catalogue, term: Term, table: str, columns: Sequence[str]) -> frozenset[str]:
    """The ids of the rows of a table that have the term in one of the columns."""
    frame: pd.DataFrame = getattr(catalogue, table)
    matches = np.logical_or.reduce([_contain(term, frame[column]) for column in columns])
    return frozenset(frame.index[matches])


_WORDS: dict[str, Callable[[Catalogue, str], str]] = {
    "unit": search_words.of_unit,
    "groups": search_words.of_groups,
    "period": lambda _, text: search_words.of_period(text),
    "issued": lambda _, text: period.words(text),
    "season": lambda _, season: search_words.SEASONS[season],
    "statistic": search_words.of_statistic,
    "vintage": lambda catalogue, vintage: catalogue.word("observations", "vintage", vintage),
}
"""Columns of the figures whose cells are searched in words."""
_OF_ROWS: tuple[tuple[tuple[str, ...], Callable[[Catalogue], Mask]], ...] = (
    (("revised to", "a later figure", "replaced"), search_words.replaced),
    (("a fall of",), search_words.falls),
    (("revised down by",), lambda catalogue: search_words.revised(catalogue, up=False)),
    (("revised up by",), lambda catalogue: search_words.revised(catalogue, up=True)),
    (("annualised",), lambda catalogue: catalogue.figures["annualised"].to_numpy(dtype=bool)),
)
"""Words that lists show of some figures, each with which these are."""


@kept(8)
def _words(catalogue: Catalogue, column: str, words: Callable[[Catalogue, str], str]) -> pd.Index:
    """The categories of a column in words."""
    return pd.Index([words(catalogue, cell) for cell in catalogue.figures[column].cat.categories], dtype="str")
