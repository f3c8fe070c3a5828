"""The front of the dashboard: what it is about, what of it is selected, and a card for each headline."""

from dataclasses import dataclass
from itertools import groupby

import numpy as np
import pandas as pd

from indicators import markup
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.columns import look_up, rows_with
from indicators.figures import public_record
from indicators.figures.citation import cite_document
from indicators.figures.figure import figures_of
from indicators.figures.selection import Selection, figures_in_scope, select
from indicators.render import figure_card

MOST = 6
"""As many figures as a card shows."""


@dataclass(frozen=True, kw_only=True)
class Headline:
    """A card as HTML, the figures on it by id and number, and the topic of the record beside it, if there is one."""

    card: str
    figures: tuple[tuple[str, str], ...]
    topic: str


@dataclass(frozen=True, kw_only=True)
class Front:
    """HTML below the title, and the headlines."""

    masthead: str
    headlines: tuple[Headline, ...]


def front(catalogue: Catalogue, selection: Selection, system: str) -> Front:
    """The front of a selection, in one of ``units.SYSTEMS``."""
    rows = select(catalogue, selection)
    return Front(masthead=_masthead(catalogue, selection, rows), headlines=_headlines(catalogue, rows, system))


def _masthead(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame) -> str:
    """HTML below the title: what the dashboard is about, its documents, and what of them is selected."""
    documents = catalogue.documents
    subjects = documents.index[documents["role"] == SUBJECT]
    return "".join(
        [
            markup.paragraph(catalogue.descriptor.description, "deck"),
            *(f'<p class="quiet">{_document(catalogue, one)}</p>' for one in subjects[:3]),
            markup.paragraph(summary(catalogue, selection, rows), "quiet"),
        ]
    )


def summary(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame) -> str:
    """How many figures are selected, ``rows``, of how many."""
    everything = figures_in_scope(catalogue, record=selection.record)
    own = rows_with(rows["role"], SUBJECT).size
    shares = f": {own:,} printed here, {len(rows) - own:,} of the record" if selection.record else ""
    if selection.narrowed:
        return f"{len(rows):,} of {len(everything):,} figures{shares}"
    return f"All {len(everything):,} figures{shares}"


def _headlines(catalogue: Catalogue, figures: pd.DataFrame, system: str) -> tuple[Headline, ...]:
    """A headline for each title of an indicator that has a place among them.

    It has the first MOST figures of each such indicator in the order of their issue, none of the record.
    """
    order = look_up(figures["indicator"], catalogue.indicators["order"]).to_numpy()
    placed = np.flatnonzero(~np.isnan(order) & (figures["role"] == SUBJECT).to_numpy())
    if not placed.size:
        return ()
    placed = placed[np.lexsort((figures["issued_start_first"].to_numpy()[placed], order[placed]))]
    _, first, counts = np.unique(order[placed], return_index=True, return_counts=True)
    ends = first + np.minimum(counts, MOST)
    rows = figures.take(np.concatenate([placed[start:end] for start, end in zip(first, ends, strict=True)]))
    left_out = dict(zip(figures["indicator"].iloc[placed[first]], np.maximum(counts - MOST, 0), strict=True))
    shown = zip(rows["indicator"], rows["topic"], figures_of(catalogue, rows, system), strict=True)
    found = []
    for _, group in groupby(shown, key=lambda each: each[2].title):
        indicators, topics, on_card = zip(*group, strict=True)
        more = sum(left_out[one] for one in dict.fromkeys(indicators))
        standing = public_record.record_sentence(catalogue, indicators[0])
        pieces = [
            figure_card.card(on_card),
            markup.paragraph(f"{more:,} more figures of this are on the page Figures.", "quiet") if more else "",
            markup.paragraph(standing, "quiet") if standing else "",
        ]
        found.append(
            Headline(
                card="".join(pieces),
                figures=tuple((one.id, one.number) for one in on_card),
                topic=topics[0] if standing else "",
            )
        )
    return tuple(found)


def _document(catalogue: Catalogue, one: str) -> str:
    return markup.link(str(catalogue.documents.at[one, "url"]), cite_document(catalogue, one, address=False))
