"""Rows that pass the check and that an editor may not have meant: falls above zero, two values of one thing."""

from collections.abc import Iterator

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import CHANGE_STATISTICS
from indicators.errors import Problem
from indicators.measure.bounds import in_plain_digits
from indicators.text.direction import says_fall, says_rise
from indicators.text.sentences import in_quotes

_THING = [
    "indicator", "counts", "groups", "document", "source", "root", "via", "period", "season", "prices", "price_base",
    "annualised", "status", "place_from", "place_through", "place_to", "vintage", "series", "part_of",
]  # fmt: skip
"""Columns in which rows that say one thing are equal."""
_MOST = 20_000
"""Figures of a catalogue that is looked through; those of a larger one no editor has typed."""


def odd_rows(catalogue: Catalogue) -> Iterator[Problem]:
    """The rows to look at, each as a problem: first those of a fall, then those with another value of one thing."""
    figures, path = catalogue.figures, catalogue.descriptor.tables["observations"].path
    if len(figures) <= _MOST:
        yield from _falls(figures, path)
        yield from _two_values(figures, path)


def _falls(figures: pd.DataFrame, path: str) -> Iterator[Problem]:
    """Changes above zero whose printed words say a fall: 6,000 of *declined by 6,000*."""
    above = figures["statistic"].isin(CHANGE_STATISTICS) & (figures["value"] > 0) & figures["as_printed"].notna()
    for identity, value, printed in figures.loc[above, ["id", "value", "as_printed"]].itertuples(index=False):
        if says_fall(printed) and not says_rise(printed):
            yield Problem(
                file=path,
                column="value",
                found=f"{in_plain_digits(value)} in {in_quotes(identity)}, whose words {in_quotes(printed)} say a fall",
                expected=f"{in_plain_digits(-value)}, as it is a change",
            )


def _two_values(figures: pd.DataFrame, path: str) -> Iterator[Problem]:
    """Rows with equal cells in all that says what they are of, and another value than one before."""
    dated = figures[figures["period"].notna() & figures["value"].notna()]
    codes = pd.DataFrame({name: pd.factorize(dated[name])[0] for name in _THING if dated[name].notna().any()})
    alike = dated[codes.duplicated(keep=False).to_numpy()]
    if alike.empty:
        return
    is_updated = alike["id"].isin(set(alike["updates"].dropna())) | alike["updates"].notna()
    left = alike[~is_updated & alike["same_as"].isna()]
    for _, rows in left.groupby(_THING, dropna=False, sort=False, observed=True):
        (identity, *amount), *others = zip(rows["id"], rows["value"], rows["unit"], strict=True)
        for other, *another in others:
            if another != amount:
                values = f"{in_plain_digits(amount[0])} and {in_plain_digits(another[0])}"
                yield Problem(
                    file=path,
                    column="value",
                    found=f"{values} in {in_quotes(identity)} and {in_quotes(other)}, which say of one thing",
                    expected="other groups, another period or another indicator of one of them",
                )
