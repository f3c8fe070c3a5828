"""The statistics of a figure in words: its groups, what it is a share or a change of, its interval, its adjustment."""

from collections.abc import Mapping, Sequence

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.amounts import number_and_unit, ratio_words
from indicators.figures.revisions import revision_indicators
from indicators.measure import period
from indicators.measure.bounds import last_place, scaled

INTERVALS = {
    "confidence": "confidence interval",
    "credible": "credible interval",
    "scenarios": "range of scenarios",
    "margin": "margin-of-error interval",
    "rounding": "interval that rounding leaves",
}
"""The kinds of published intervals in words."""
SEASONS = {"adjusted": "adjusted for the season", "unadjusted": "not adjusted for the season"}
"""Whether a value is adjusted for the season, in words."""

_ADJUSTMENTS = ("season", "prices", "price_base", "annualised")
"""Columns that say how a value is adjusted."""
_OF = {"share": "share_of", "change": "change_of", "percent_change": "change_of", "mean": "change_of"}
"""The column of an indicator with the indicator that its values are of, by statistic."""


def group_titles(catalogue: Catalogue, groups: Sequence[str]) -> str:
    """The groups of a value in words, each with the group of which it is a part; empty for the whole population."""

    def title(group: str) -> str:
        whole = catalogue.text("groups", group, "part_of")
        own = catalogue.text("groups", group, "title")
        return f"{own} (of {catalogue.text('groups', whole, 'title')})" if whole else own

    return ", ".join(map(title, groups))


def with_groups(title: str, groups: str) -> str:
    """What is measured, with the groups in words that it is of, if any: *Unemployed: Women*."""
    return f"{title}: {groups}" if groups else title


def statistic_words(catalogue: Catalogue, indicator: str) -> str:
    """The statistic of an indicator, with what it is of: *share of Unemployed*, *index with its base in 2015*."""
    statistic = catalogue.text("indicators", indicator, "statistic")
    word = catalogue.word("indicators", "statistic", statistic)
    base = catalogue.text("indicators", indicator, "base")
    if statistic == "index" and base:
        return f"{word} with its base in {period.words(base)}"
    whole = catalogue.text("indicators", indicator, _OF[statistic]) if statistic in _OF else ""
    if not whole:
        return word
    word = "revision" if indicator in revision_indicators(catalogue) else word
    changes = "changes of " if statistic == "mean" else ""
    return f"{word} of {changes}{catalogue.text('indicators', whole, 'title')}"


def interval_kind(observation: Observation) -> str:
    """What the interval beside a value is: *95 % credible interval*; empty without one."""
    if observation.interval_lower is None:
        return ""
    level = "" if observation.interval_level is None else f"{observation.interval_level:g} % "
    return level + INTERVALS.get(observation.interval_kind or "", "interval")


def interval_words(catalogue: Catalogue, observation: Observation, factor: float = 1) -> str:
    """The interval beside a value, its ends multiplied by ``factor``: *95 % credible interval 61 to 78*."""
    interval = observation.interval()
    if interval is None:
        return ""
    ends = (interval.lower * factor, interval.upper * factor)
    place = last_place(ends)
    lower, upper = (
        ratio_words(catalogue, observation, end) or scaled(shown, place)
        for end, shown in zip((interval.lower, interval.upper), ends, strict=True)
    )
    return f"{interval_kind(observation)} {lower} to {upper}"


def amount_words(catalogue: Catalogue, observation: Observation, unit: str) -> str:
    """Number and interval of an observation in a listed ``unit``: *70 percent (95 % credible interval 61 to 78)*."""
    number, label, _ = number_and_unit(catalogue, observation, unit)
    interval = interval_words(catalogue, observation, catalogue.units.factor(observation.unit, unit))
    return " ".join(filter(None, (number, label, f"({interval})" if interval else "")))


def adjustment_words(catalogue: Catalogue, observation: Observation) -> str:
    """How a value is adjusted: *adjusted for the season, in real terms at prices of 2015*; empty if not stated."""
    return adjustment_told(
        catalogue,
        observation.season or "",
        observation.prices or "",
        observation.price_base or "",
        "yes" if observation.annualised else "",
    )


def adjustment_apart(catalogue: Catalogue, observation: Observation) -> str:
    """As much of `adjustment_words` as tells a value from others of its indicator; empty where all are alike in it."""
    differ = _adjusted_differently(catalogue).get(observation.indicator)
    if not differ:
        return ""
    by_prices = not differ.isdisjoint(("prices", "price_base"))
    return adjustment_told(
        catalogue,
        (observation.season or "") if "season" in differ else "",
        (observation.prices or "") if by_prices else "",
        (observation.price_base or "") if by_prices else "",
        "yes" if observation.annualised and "annualised" in differ else "",
    )


@kept()
def _adjusted_differently(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """By indicator the columns of `_ADJUSTMENTS` in which its values differ; those with none are left out."""
    figures = catalogue.figures
    differ = [name for name in _ADJUSTMENTS if figures[name].nunique(dropna=False) > 1]
    if not differ:
        return {}
    ways = figures[["indicator", *differ]].drop_duplicates().astype({"indicator": "str"})
    counts = ways.groupby("indicator")[differ].nunique(dropna=False)
    found = {str(each): frozenset(name for name in differ if row[name] > 1) for each, row in counts.iterrows()}
    return {indicator: names for indicator, names in found.items() if names}


def adjustment_told(catalogue: Catalogue, season: str, prices: str, price_base: str, annualised: str) -> str:
    """`adjustment_words` of the cells of an observation, each empty where it is not stated."""
    base = f" at prices of {period.words(price_base)}" if price_base else ""
    parts = (
        SEASONS.get(season, ""),
        prices and f"in {catalogue.word('observations', 'prices', prices)} terms{base}",
        "annualised" if annualised else "",
    )
    return ", ".join(filter(None, parts))
