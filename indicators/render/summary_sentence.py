"""The sentences below the title: what the fields of the headline figures tell of their numbers and their sources."""

from collections.abc import Iterator

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.columns import look_up
from indicators.text.cardinals import count_in_words
from indicators.text.counted import noun_of
from indicators.text.first_letter import with_capital

_BOUNDS = (
    ("a lower bound", "lower bounds", ("more_than", "at_least")),
    ("an upper bound", "upper bounds", ("less_than", "at_most", "nearly")),
    ("a range", "ranges", ("between",)),
    ("approximate", "approximate", ("approximate", "vague")),
)


def summary_sentence(catalogue: Catalogue, headlines: pd.DataFrame) -> str:
    """How many headline figures there are, how many of them are no plain numbers, and who stands behind them.

    *Eight headline figures: two are lower bounds, two approximate. Three have a named source, one of these a party to
    the conflict; four a source that is not named; one is the author's own.* Empty without headline figures.
    """
    count = len(headlines)
    if not count:
        return ""
    bounds = ", ".join(_bounds(headlines["qualifier"]))
    first = f"{count_in_words(count)} headline {noun_of(count, 'figure')}{f': {bounds}' if bounds else ''}"
    sentences = (first, "; ".join(_sources(catalogue, headlines)))
    return " ".join(f"{with_capital(sentence)}." for sentence in sentences)


def _bounds(qualifiers: pd.Series) -> Iterator[str]:
    verb = True
    for single, several, among in _BOUNDS:
        count = int(qualifiers.isin(among).sum())
        if count:
            is_or_are = "is " if count == 1 else "are "
            yield f"{count_in_words(count)} {is_or_are if verb else ''}{single if count == 1 else several}"
            verb = False


def _sources(catalogue: Catalogue, headlines: pd.DataFrame) -> Iterator[str]:
    source = headlines["source"]
    own = (look_up(source, catalogue.sources["kind"]) == "author").to_numpy()
    named = headlines["named"].to_numpy(bool) & ~own
    party = int((look_up(source, catalogue.sources["party"]).to_numpy(bool) & named).sum())
    if named.any():
        of_these = f", {'all' if party == named.sum() > 1 else count_in_words(party)} of these a party to the conflict"
        if named.sum() == 1:
            of_these = ", a party to the conflict"
        have = "all have" if named.sum() == len(headlines) > 1 else _have(int(named.sum()))
        yield f"{have} a named source{of_these if party else ''}"
    unnamed = int((~headlines["named"].to_numpy(bool) & ~own).sum())
    if unnamed == len(headlines):
        yield "its source is not named" if unnamed == 1 else "none of their sources is named"
    elif unnamed:
        yield f"{count_in_words(unnamed) if named.any() else _have(unnamed)} a source that is not named"
    if own.any():
        yield f"{count_in_words(int(own.sum()))} {'is' if own.sum() == 1 else 'are'} the author's own"


def _have(count: int) -> str:
    return f"{count_in_words(count)} {'has' if count == 1 else 'have'}"
