"""The masthead of the first page, and a card for each headline."""

from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt
import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.columns import look_up, rows_with
from indicators.figures import public_record
from indicators.figures.citation import cite_document
from indicators.figures.figure import figures_of
from indicators.figures.selection import Selection, figures_in_scope
from indicators.render import figure_card

MOST = 6
"""Maximum number of figures of one indicator on a card."""


@dataclass(frozen=True, kw_only=True)
class HeadlineCard:
    """A card, the id and the name of each figure on it, and its topic where the public record has figures beside it.

    A name is the number of the figure, with more where numbers repeat. ``topic`` is the id of the topic; it is empty
    where the record has none.
    """

    html: Markup
    figures: tuple[tuple[str, str], ...]
    topic: str


def masthead(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame) -> Markup:
    """What stands below the title: what the dashboard is about, its documents, and how many figures are selected."""
    documents = catalogue.documents
    subjects = documents.index[documents["role"] == SUBJECT]
    return markup.join(
        [
            markup.paragraph(catalogue.descriptor.description, "deck"),
            *(markup.paragraph(_document(catalogue, document), "quiet") for document in subjects[:3]),
            markup.paragraph(summary(catalogue, selection, rows), "quiet"),
        ]
    )


def summary(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame) -> str:
    """How many figures, ``rows``, of how many are selected."""
    return figure_count(catalogue, rows, record=selection.record, everything=not selection.narrowed)


def figure_count(catalogue: Catalogue, rows: pd.DataFrame, *, record: bool, everything: bool) -> str:
    """The number of rows in words; unless they are everything, also of how many they are a selection."""
    total = len(figures_in_scope(catalogue, record=record))
    own = rows_with(rows["role"], SUBJECT).size
    shares = f": {own:,} printed here, {len(rows) - own:,} of the record" if record else ""
    return (f"All {total:,} figures" if everything else f"{len(rows):,} of {total:,} figures") + shares


def headline_positions(catalogue: Catalogue, rows: pd.DataFrame) -> npt.NDArray[np.intp]:
    """Positions of the rows that are headlines: figures of the subject whose indicator has a place among the headlines.

    They are sorted by that place, then by indicator, for two may have one place, then by date of issue.
    """
    places = _places(catalogue, rows)
    positions = np.flatnonzero(~np.isnan(places) & (rows["role"] == SUBJECT).to_numpy())
    shown = rows[["indicator", "issued_start_first"]].take(positions)
    order = np.lexsort((shown["issued_start_first"], shown["indicator"].cat.codes, places[positions]))
    return positions[order]


def other_positions(catalogue: Catalogue, rows: pd.DataFrame) -> npt.NDArray[np.intp]:
    """Positions of the figures of the subject that are no headlines, in the order of the rows."""
    return np.flatnonzero(np.isnan(_places(catalogue, rows)) & (rows["role"] == SUBJECT).to_numpy())


def headline_cards(catalogue: Catalogue, rows: pd.DataFrame, system: str) -> tuple[HeadlineCard, ...]:
    """A card for each indicator among the headlines, in one of ``units.SYSTEMS``.

    A card has the first MOST figures of its indicator, by date of issue, and none of the record.
    """
    positions = headline_positions(catalogue, rows)
    if not positions.size:
        return ()
    indicators = rows["indicator"].cat.codes.to_numpy()[positions]
    starts = np.flatnonzero(np.append(True, np.diff(indicators)))
    counts = np.diff(np.append(starts, len(positions)))
    ends = starts + np.minimum(counts, MOST)
    left_out = dict(zip(rows["indicator"].iloc[positions[starts]], counts - MOST, strict=True))
    shown = rows.take(np.concatenate([positions[start:end] for start, end in zip(starts, ends, strict=True)]))
    figures = zip(shown["indicator"], shown["topic"], figures_of(catalogue, shown, system), strict=True)
    cards = []
    for indicator, group in groupby(figures, key=lambda headline: headline[0]):
        _, topics, on_card = zip(*group, strict=True)
        more = left_out[indicator]
        beside = public_record.record_sentence(catalogue, indicator)
        pieces = [
            figure_card.card(on_card),
            markup.paragraph(f"{more:,} more figures of this are on the page Figures.", "quiet") if more > 0 else "",
            markup.paragraph(beside, "quiet") if beside else "",
        ]
        cards.append(
            HeadlineCard(
                html=markup.join(pieces),
                figures=tuple(figure_card.names_on_card(on_card).items()),
                topic=topics[0] if beside else "",
            )
        )
    return tuple(cards)


def _places(catalogue: Catalogue, rows: pd.DataFrame) -> npt.NDArray[np.float64]:
    """The place of each row's indicator among the headlines; NaN where it has none."""
    return look_up(rows["indicator"], catalogue.indicators["order"]).to_numpy()


def _document(catalogue: Catalogue, document: str) -> Markup:
    return markup.external_link(
        catalogue.text("documents", document, "url"), cite_document(catalogue, document, address=False)
    )
