"""The public record beside the figures of the subject: what it has, and which figures rest on one counting."""

from collections.abc import Mapping

import pandas as pd

from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.columns import rows_with
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.names import title_within_sentence
from indicators.text.cardinals import count_in_words
from indicators.text.counted import noun_of

MOST = 8
"""Maximum number of figures that a sentence names."""


_STATES = frozenset({"government", "head_of_state", "military", "intelligence"})
"""Kinds of sources that speak for a state."""
_NOUNS = {"running_total": "total", "total": "total", "rate": "rate"}


@kept()
def indicator_families(catalogue: Catalogue) -> Mapping[str, str]:
    """For each indicator the head of its family: the indicator it stands beside, directly or indirectly, or itself."""
    beside = {name: other for name, other in catalogue.indicators["beside"].items() if isinstance(other, str)}

    def head(indicator: str) -> str:
        while indicator in beside:
            indicator = beside[indicator]
        return indicator

    return {str(indicator): head(str(indicator)) for indicator in catalogue.indicators.index}


def figures_of_family(catalogue: Catalogue, indicator: str) -> pd.DataFrame:
    """The rows of ``catalogue.figures`` whose indicator is of the same family as this indicator."""
    return catalogue.figures[_of_family(catalogue, indicator)]


def _of_family(catalogue: Catalogue, indicator: str) -> pd.Series:
    """For each row of ``catalogue.figures`` whether its indicator is of that family."""
    heads = indicator_families(catalogue)
    return catalogue.figures["indicator"].isin([name for name, head in heads.items() if head == heads[indicator]])


@kept(2048)
def record_sentence(catalogue: Catalogue, indicator: str) -> str:
    """A sentence on what the record has beside an indicator of the subject; empty if it has nothing.

    *Published elsewhere: eight totals from two governments, two of them most likely those printed here.* Figures of
    another kind are named, and those that are part of another figure counted apart, at the end: *and two parts of one
    of them*.
    """
    figures = catalogue.figures[["id", "indicator", "role", "part_of", "same_as", "statistic", "source"]]
    published = figures[_of_family(catalogue, indicator) & (figures["role"] != SUBJECT)]
    rows = published[published["part_of"].isna()]
    if rows.empty:
        return ""
    nouns = {_NOUNS.get(statistic, "figure") for statistic in rows["statistic"].unique()}
    noun = nouns.pop() if len(nouns) == 1 else "figure"
    own = figures[(figures["indicator"] == indicator) & (figures["role"] == SUBJECT)]
    matched = int((rows["same_as"].isin(own["id"]) | rows["id"].isin(own["same_as"].dropna())).sum())
    count = len(rows)
    if count == 1:
        match = "most likely the one printed here" if matched else "which is not taken to be the one printed here"
    elif matched:
        those = "the one" if matched == 1 else "those"
        match = f"{count_in_words(matched)} of them most likely {those} printed here"
    else:
        match = "none of them taken to be the one printed here"
    found, parts = f"{_counted(count, noun)} from {_speakers(catalogue, rows)}", _parts(published, rows)
    return f"Published elsewhere: {found}, {match}{_of_other_kinds(catalogue, indicator, rows)}{parts}."


def _of_other_kinds(catalogue: Catalogue, indicator: str, rows: pd.DataFrame) -> str:
    """How many of several published figures count something else, and what; empty where none does."""
    kinds = catalogue.indicators["kind"]
    counted = rows["indicator"].astype(str).map(kinds)
    others = counted[(counted != kinds[indicator]).to_numpy()]
    if others.empty or len(rows) == 1:
        return ""
    titles = (title_within_sentence(catalogue, catalogue.text("kinds", kind, "title")) for kind in others.unique())
    which = "all of them" if len(others) == len(rows) else f"{count_in_words(len(others))} of them"
    return f", {which} of something else ({'; '.join(titles)})"


def _parts(published: pd.DataFrame, rows: pd.DataFrame) -> str:
    """How many of the published figures are parts, and of which of the others; empty where none is."""
    wholes = published["part_of"].dropna()
    if wholes.empty:
        return ""
    if not wholes.isin(rows["id"]).all():
        whole = "other figures"
    elif len(rows) == 1:
        whole = "it"
    else:
        whole = "one of them" if wholes.nunique() == 1 else "them"
    return f", and {_counted(len(wholes), 'part')} of {whole}"


def figures_of_one_root(
    catalogue: Catalogue, figure_id: str, rows: pd.DataFrame, system: str = "printed"
) -> tuple[Figure, ...]:
    """The first MOST of the rows that rest on the same counting as this figure, without the figure itself.

    Only rows of the figure's indicator family, or of its kind, are considered. Such figures do not confirm each other
    independently.
    """
    this = catalogue.observation(figure_id)
    if this.root is None:
        return ()
    heads, kinds = indicator_families(catalogue), catalogue.indicators["kind"].to_dict()
    related = [name for name in heads if heads[name] == heads[this.indicator] or kinds[name] == kinds[this.indicator]]
    same_root = rows_with(rows["root"], this.root)  # few rows of many: the other columns are read for these alone
    keep = rows["indicator"].take(same_root).isin(related) & (rows["id"].take(same_root) != figure_id)
    return figures_of(catalogue, rows.take(same_root[keep][:MOST]), system)


def _speakers(catalogue: Catalogue, rows: pd.DataFrame) -> str:
    """*two governments* where every source speaks for a state that is named, else *three sources*."""
    sources = catalogue.sources.loc[list(rows["source"].unique())]
    if sources["kind"].isin(_STATES).all() and sources["country"].notna().all():
        return _counted(sources["country"].nunique(), "government")
    return _counted(len(sources), "source")


def _counted(count: int, noun: str) -> str:
    return f"{count_in_words(count)} {noun_of(count, noun)}"
