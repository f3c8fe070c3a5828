"""Checks what statistics a row states: its groups, its interval, how it is adjusted, and what an indicator is of."""

from collections.abc import Mapping

import pandas as pd

from indicators.catalogue.problems import Problems
from indicators.columns import Mask, distinct_texts
from indicators.measure.bounds import in_plain_digits
from indicators.text.sentences import in_quotes

Frames = Mapping[str, pd.DataFrame]

_OF = {
    "share_of": (("share",), "a share"),
    "change_of": (("change", "percent_change", "mean"), "a change, or a mean of changes"),
    "base": (("index",), "an index"),
}
"""Columns of indicators that only some statistics may have, and what these are in words."""
_LEVELS = ("confidence", "credible", "margin", "scenarios")
"""Kinds of interval that have a level."""


def check(frames: Frames, problems: Problems) -> None:
    """Adds the problems of groups, intervals and adjustments in `frames`."""
    if "groups" in frames:
        _check_parents(frames["groups"], problems)
    if {"groups", "dimensions"} <= frames.keys():
        _check_alternatives(frames["dimensions"], frames["groups"], problems)
    if {"groups", "observations"} <= frames.keys():
        _check_dimensions(frames, problems)
    if "observations" in frames:
        _check_intervals(frames["observations"], problems)
    if "indicators" in frames:
        _check_indicators(frames["indicators"], problems)
    for table in frames.keys() & {"observations", "documents"}:
        _check_base(table, frames[table], problems)


def _check_parents(groups: pd.DataFrame, problems: Problems) -> None:
    """Reports groups that are part of a group of another dimension."""
    dimensions = groups.drop_duplicates("id").set_index("id")["dimension"]
    of_parent = groups["part_of"].map(dimensions)
    wrong = (of_parent.notna() & groups["dimension"].notna() & (of_parent != groups["dimension"])).to_numpy(dtype=bool)
    found = [
        f"{in_quotes(parent)}, a group of {in_quotes(dimension)}"
        for parent, dimension in zip(groups["part_of"][wrong], of_parent[wrong], strict=True)
    ]
    expected = [f"a group of {in_quotes(dimension)}" for dimension in groups["dimension"][wrong]]
    problems.add("groups", wrong, "part_of", found, expected)


def _check_alternatives(dimensions: pd.DataFrame, groups: pd.DataFrame, problems: Problems) -> None:
    """Alternatives stand for the whole, each by itself: they make up nothing and have no parts."""
    alternatives = dimensions["alternatives"].to_numpy(dtype=bool)
    both = alternatives & dimensions["exhaustive"].to_numpy(dtype=bool)
    expected = "an empty cell or no, as its groups are alternatives"
    problems.add("dimensions", both, "exhaustive", in_quotes("yes"), expected)
    among = groups["dimension"].isin(dimensions["id"][alternatives]).to_numpy(dtype=bool)
    parts = among & groups["part_of"].notna().to_numpy(dtype=bool)
    found = [in_quotes(text) for text in groups["part_of"][parts]]
    problems.add("groups", parts, "part_of", found, "an empty cell, as an alternative is no part of another")


def _check_dimensions(frames: Frames, problems: Problems) -> None:
    """An observation has one group of each dimension at most."""
    cells = frames["observations"]["groups"]
    dimensions = frames["groups"].drop_duplicates("id").set_index("id")["dimension"].to_dict()
    delimiter = problems.tables["observations"].field("groups").delimiter
    texts: list[str] = []
    expected: list[str] = []
    for text in map(str, distinct_texts(cells)):
        seen: dict[object, str] = {}
        for group in map(str.strip, text.split(delimiter)):
            dimension = dimensions.get(group)
            if dimension in seen and dimension is not None:
                texts.append(text)
                expected.append(
                    f"one group of each dimension; {in_quotes(seen[dimension])} and {in_quotes(group)} are both of "
                    f"{in_quotes(dimension)}"
                )
                break
            seen[dimension] = group
    wrong = pd.DataFrame({"groups": texts}, dtype="str")
    advice = "give each group a row of its own"
    problems.add_each(
        "observations", frames["observations"], "groups", wrong, list(map(in_quotes, texts)), expected, advice
    )


def _check_intervals(rows: pd.DataFrame, problems: Problems) -> None:
    """An interval has two ends in order, a kind, and around it no value that it leaves out."""
    lower, upper, kind = (rows[f"interval_{name}"] for name in ("lower", "upper", "kind"))
    level = rows["interval_level"]
    has = (lower.notna() | upper.notna() | kind.notna() | level.notna()).to_numpy()
    if not has.any():
        return
    for name, cells, needed in (
        ("interval_lower", lower, "its lower end, as an interval has two ends"),
        ("interval_upper", upper, "its upper end, as an interval has two ends"),
        ("interval_kind", kind, "what kind of interval it is"),
    ):
        problems.add("observations", has & cells.isna().to_numpy(), name, "an empty cell", needed)
    above = (lower > upper).to_numpy()
    found = [
        f"{in_plain_digits(low)}, which is above the upper end {in_plain_digits(high)}"
        for low, high in zip(lower[above], upper[above], strict=True)
    ]
    problems.add("observations", above, "interval_lower", found, "a lower end at or below it")
    value = rows["value"]
    outside = ((value < lower) | (value > upper)).to_numpy() & ~above
    found = [
        f"{in_plain_digits(low)} to {in_plain_digits(high)}, which leaves out the value {in_plain_digits(number)}"
        for low, high, number in zip(lower[outside], upper[outside], value[outside], strict=True)
    ]
    problems.add(
        "observations", outside, "interval_lower", found, "the ends as published beside this value, in its unit"
    )
    vague = has & (rows["qualifier"] == "vague").to_numpy()
    problems.add("observations", vague, "interval_lower", "an interval of a vague magnitude", "a value, or no interval")
    _refuse(problems, level >= 100, "interval_level", level, "less than 100: the level in percent")
    odd = level.notna() & kind.notna() & ~kind.isin(_LEVELS)
    _refuse(
        problems, odd, "interval_level", level, f"an empty cell: only an interval of the kind {_listed(_LEVELS)} has"
    )


def _refuse(problems: Problems, wrong: pd.Series, column: str, numbers: pd.Series, expected: str) -> None:
    mask: Mask = wrong.to_numpy(dtype=bool)
    problems.add("observations", mask, column, list(map(in_plain_digits, numbers[mask])), expected)


def _listed(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _check_indicators(indicators: pd.DataFrame, problems: Problems) -> None:
    """Only a share is of a whole, only a change of what changes, and only an index has a base, which it needs."""
    statistic = indicators["statistic"]
    for column, (statistics, words) in _OF.items():
        excess = (indicators[column].notna() & statistic.notna() & ~statistic.isin(statistics)).to_numpy(dtype=bool)
        found = [in_quotes(text) for text in indicators[column][excess]]
        problems.add("indicators", excess, column, found, f"an empty cell, as it is not {words}")
    lacking = ((statistic == "index") & indicators["base"].isna()).to_numpy(dtype=bool)
    problems.add("indicators", lacking, "base", "an empty cell", "the year or month of its base, as it is an index")


def _check_base(table: str, rows: pd.DataFrame, problems: Problems) -> None:
    """Only real values have a base of prices."""
    excess = (rows["price_base"].notna() & (rows["prices"] != "real")).to_numpy(dtype=bool)
    if excess.any():
        found = [in_quotes(text) for text in rows["price_base"][excess]]
        problems.add(table, excess, "price_base", found, "an empty cell, as the prices are not said to be real")
