"""What a document states once for all its figures: who says so, when it was said, what is covered."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from indicators.catalogue import csv_file
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.errors import Problem
from indicators.text.sentences import in_quotes

STATED_ONCE = ("source", "issued", "period", "season", "prices", "price_base")
"""Columns of `documents.csv` that a document states once for all its figures."""
INHERITED = ("issued", "season")
"""Those that a figure has from its document where its own cell is empty; the others stand in the row of each figure.

A value that another row `updates` was said before, on a day that the document of the later one does not tell.
"""


def inherit(observations: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The rows of `observations.csv` with what their document states once for all in the empty cells of INHERITED."""
    stated = documents.set_index("id")
    names, filled = observations["document"].astype("str"), {}
    for column in INHERITED:
        if stated[column].notna().any():
            own, of_document = observations[column].astype("str"), names.map(stated[column]).astype("str")
            updated = observations["updates"].dropna().unique()
            if column == "issued" and len(updated):
                of_document = of_document.mask(observations["id"].isin(updated))
            filled[column] = own.fillna(of_document).astype("category")
    return observations.assign(**filled)


def stated_by_document(catalogue: Catalogue, observation: Observation) -> tuple[str, ...]:
    """The fields of an observation that it has from its document: `source`, `issued`, `period`, how it is adjusted.

    A source with an attribution of its own has that from the sentence.
    """
    own = {
        "source": "" if observation.attribution else observation.source,
        "issued": observation.issued.text,
        "period": observation.period.text,
        "season": observation.season,
        "prices": observation.prices,
        "price_base": observation.price_base,
    }
    return tuple(
        name
        for name, text in own.items()
        if text and name not in observation.inferred and catalogue.text("documents", observation.document, name) == text
    )


def not_stated(catalogue: Catalogue, observation: Observation) -> frozenset[str]:
    """The fields that the document does not state, of those that a figure would have: its dates, place, who counted."""
    own = {
        "period": observation.period.text,
        "issued": observation.issued.text,
        "place": observation.place_from or observation.place_through or observation.place_to,
        "root": observation.root,
        "statistic": observation.statistic != "not_stated",
        "source_kind": catalogue.text("sources", observation.source, "kind") != "not_stated",
    }
    return frozenset(name for name, stated in own.items() if not stated)


def in_no_figure(catalogue: Catalogue) -> Iterator[Problem]:
    """The cells of `documents.csv` that state for all figures of a document what none of them has."""
    table = catalogue.descriptor.tables["documents"]
    sheet = csv_file.read(catalogue.folder / table.path, table)
    documents, figures = catalogue.documents, catalogue.figures
    with_figures = documents.index.isin(figures["document"].unique())
    for column in STATED_ONCE:
        stated = documents[column].astype("str")
        used = documents.index.isin(_documents_with_own(figures, column, stated))
        rows = np.flatnonzero(stated.notna().to_numpy() & with_figures & ~used)
        for row, line in zip(rows.tolist(), sheet.lines(rows).tolist(), strict=True):
            yield Problem(
                file=table.path,
                line=line,
                column=column,
                row=str(documents.index[row]),
                found=f"{in_quotes(stated.iloc[row])}, which no figure of the document has in its row",
                expected=f"the same {column} in the rows of observations.csv for which it holds",
                advice="`indicators audit --suggest` drafts rows with it",
            )


def _documents_with_own(figures: pd.DataFrame, column: str, stated: pd.Series) -> pd.Index:
    """The documents of which a figure has in this column what the document has in `stated`.

    Compared by the numbers of the categories, a million rows take milliseconds.
    """
    documents, own = figures["document"].cat, figures[column].cat
    wanted = own.categories.get_indexer(pd.Index(stated.reindex(documents.categories)))
    codes = documents.codes.to_numpy()
    same = (own.codes.to_numpy() == wanted[codes]) & (wanted[codes] >= 0)
    return documents.categories[np.unique(codes[same])]
