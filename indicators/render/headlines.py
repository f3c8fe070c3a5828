"""The masthead of the first page, and a card for each headline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt
import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import Observation
from indicators.charts.choice import chosen_indicators
from indicators.charts.series import series_of
from indicators.columns import Positions, look_up, rows_with
from indicators.combine.derived import all_derived, printed_inputs
from indicators.combine.verdict import Soundness
from indicators.figures import public_record
from indicators.figures.build import figures_from
from indicators.figures.citation import publication
from indicators.figures.selection import Selection, figures_in_scope
from indicators.render.card_grid import NUMBERS, card_grid
from indicators.render.headline_card import CardFigures, Links, headline_card, no_links, stage_card
from indicators.render.summary_sentence import summary_sentence
from indicators.text.counted import number_of

_STAGES = "stages"

MOST = 6
"""Maximum number of figures of one indicator on a card."""
_MOST_READ = 4_000
"""Maximum number of values of an indicator in its series: the latest ones."""


@dataclass(frozen=True, kw_only=True)
class HeadlineCard:
    """A card, the ids of the figures on it, and whether it is as wide as the page: it has a column for each stage."""

    html: Markup
    figures: tuple[str, ...]
    wide: bool


def masthead(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame, cards: Sequence[HeadlineCard]) -> Markup:
    """What stands below the title: what the figures on the cards tell, and where how many figures come from."""
    documents = catalogue.documents
    subjects = documents.index[documents["role"] == SUBJECT]
    on_cards = [figure for card in cards for figure in card.figures]
    found = summary_sentence(catalogue, rows[rows["id"].isin(on_cards)])
    shown = int(rows["source"].nunique())
    counts = [summary(catalogue, selection, rows), number_of(shown, "source")]
    of = [_document(catalogue, document) for document in subjects[:3]]
    return markup.join(
        [
            markup.paragraph(found or catalogue.descriptor.description, "deck"),
            markup.paragraph(markup.join([markup.join(of, "; "), *counts], " · "), "quiet"),
        ]
    )


def summary(catalogue: Catalogue, selection: Selection, rows: pd.DataFrame) -> str:
    """How many figures, ``rows``, of how many are selected."""
    return figure_count(catalogue, rows, record=selection.record, everything=not selection.narrowed)


def figure_count(catalogue: Catalogue, rows: pd.DataFrame, *, record: bool, everything: bool) -> str:
    """The number of rows in words; unless they are everything, also of how many they are a selection."""
    total = len(figures_in_scope(catalogue, record=record))
    own = rows_with(rows["role"], SUBJECT).size
    shares = f": {own:,} printed here, {len(rows) - own:,} published elsewhere" if record else ""
    return (f"All {total:,} figures" if everything else f"{len(rows):,} of {total:,} figures") + shares


def headline_positions(catalogue: Catalogue, rows: pd.DataFrame) -> npt.NDArray[np.intp]:
    """Positions of the rows that are headlines: figures of the subject whose indicator has a place among the headlines.

    They are sorted by that place, then by indicator, for two may have one place, then by date of issue. Those of
    one date stand in the order of their periods, as they are drawn; those of no date in that of the rows.
    """
    places = _places(catalogue, rows)
    positions = np.flatnonzero(~np.isnan(places) & (rows["role"] == SUBJECT).to_numpy())
    shown = rows[["indicator", "issued_start_first", "period_start_first"]].take(positions)
    issued = shown["issued_start_first"]
    period = shown["period_start_first"].where(issued.notna())
    order = np.lexsort((period, issued, shown["indicator"].cat.codes, places[positions]))
    return positions[order]


def other_positions(catalogue: Catalogue, rows: pd.DataFrame) -> npt.NDArray[np.intp]:
    """Positions of the figures of the subject that are no headlines, in the order of the rows."""
    return np.flatnonzero(np.isnan(_places(catalogue, rows)) & (rows["role"] == SUBJECT).to_numpy())


def headline_cards(
    catalogue: Catalogue, rows: pd.DataFrame, system: str, links: Links = no_links
) -> tuple[HeadlineCard, ...]:
    """A card for each indicator among the headlines, in one of ``units.SYSTEMS``, ``links`` making the links of each.

    A card has the first MOST figures of its indicator, by date of issue, or the latest of its series, and none of the
    record. Several indicators of one kind and topic whose chart is that of stages share a card, which comes after those
    of one indicator.
    """
    groups: dict[tuple[str, ...], list[CardFigures]] = {}
    for indicator, shown in _figures_of_cards(catalogue, rows, system):
        row = catalogue.indicators.loc[indicator]
        key = (str(row["kind"]), str(row["topic"])) if row["chart"] == _STAGES else (indicator,)
        groups.setdefault(key, []).append(shown)
    single = (
        HeadlineCard(html=headline_card(shown, links), figures=_ids([shown]), wide=False)
        for shown, *others in groups.values()
        if not others
    )
    stages = (
        HeadlineCard(html=stage_card(group[0].figures[0].topic, group, links), figures=_ids(group), wide=True)
        for group in groups.values()
        if len(group) > 1
    )
    return (*single, *stages)


def headline_grid(cards: Sequence[HeadlineCard]) -> Markup:
    """The cards side by side, wide ones below the others."""
    return card_grid(
        [card.html for card in cards if not card.wide], NUMBERS, wide=[card.html for card in cards if card.wide]
    )


def _ids(shown: Sequence[CardFigures]) -> tuple[str, ...]:
    return tuple(figure.id for each in shown for figure in each.figures)


def _figures_of_cards(catalogue: Catalogue, rows: pd.DataFrame, system: str) -> Iterator[tuple[str, CardFigures]]:
    """What the card of each indicator shows, in the order of the headlines."""
    positions = headline_positions(catalogue, rows)
    if not positions.size:
        return
    groups = np.split(positions, np.flatnonzero(np.diff(rows["indicator"].cat.codes.to_numpy()[positions])) + 1)
    indicators = [str(name) for name in rows["indicator"].iloc[[group[0] for group in groups]]]
    chosen = chosen_indicators(catalogue)
    starts = rows["period_start_first"].to_numpy()
    read = [
        _latest(group, starts) if indicator in chosen else group[:MOST]
        for indicator, group in zip(indicators, groups, strict=True)
    ]
    # All at once: to read one row takes as long as to read a hundred.
    observations = iter(catalogue.observations(rows.take(np.concatenate(read))))
    values = [tuple(islice(observations, len(each))) for each in read]
    on_cards = [
        _latest_and_history(catalogue, own) if indicator in chosen else (own, ())
        for indicator, own in zip(indicators, values, strict=True)
    ]
    derived = [figure for figure in all_derived(catalogue) if figure.verdict == Soundness.SOUND]
    needed = [(figure, {*printed_inputs(catalogue, figure.inputs)}) for figure in derived]
    for indicator, group, (shown, history) in zip(indicators, groups, on_cards, strict=True):
        ids = {each.id for each in shown}
        yield (
            indicator,
            CardFigures(
                figures=figures_from(catalogue, shown, system),
                observations=shown,
                derived=tuple(figure for figure, inputs in needed if inputs <= ids),
                beside=public_record.record_sentence(catalogue, indicator),
                more=len(group) - len(shown),
                history=history,
            ),
        )


def _latest(positions: Positions, starts: npt.NDArray[np.datetime64]) -> Positions:
    """The positions of the latest values by their start, at most _MOST_READ, in the order of the rows."""
    return np.sort(positions[np.argsort(starts[positions], kind="stable")[-_MOST_READ:]])


def _latest_and_history(
    catalogue: Catalogue, values: Sequence[Observation]
) -> tuple[tuple[Observation, ...], tuple[Observation, ...]]:
    """The latest value of the longest series for all, and the values of that; of groups alone the latest of each.

    The values stand in the order in which they are given. At most MOST are shown.
    """
    series = series_of(catalogue, values)
    longest = max((each for each in series if not each.groups), key=lambda each: len(each.current), default=None)
    if longest is not None:
        return (longest.latest,), longest.current
    latest = {each.latest.id for each in series[:MOST]}
    return tuple(each for each in values if each.id in latest), ()


def _places(catalogue: Catalogue, rows: pd.DataFrame) -> npt.NDArray[np.float64]:
    """The place of each row's indicator among the headlines; NaN where it has none."""
    return look_up(rows["indicator"], catalogue.indicators["order"]).to_numpy()


def _document(catalogue: Catalogue, document: str) -> Markup:
    """Authors, publisher and date of a document, as a link to it."""
    return markup.external_link(catalogue.text("documents", document, "url"), publication(catalogue, document))
