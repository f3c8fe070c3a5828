"""Checks the clauses of indicators: where the number goes in each, and that they are plain words, not ended."""

import re
from collections.abc import Mapping

import pandas as pd

from indicators.catalogue.clause_fields import CLAUSES, MARKS, NUMBER, PHRASE
from indicators.catalogue.observation import CHANGE_STATISTICS
from indicators.catalogue.problems import Problems
from indicators.text.sentences import in_quotes

_MARK = re.compile("|".join(map(re.escape, MARKS)))
_MARKUP = re.compile(r"[<>*`\n\r]|__|\]\(|&#?\w+;")
_END = re.compile(r"[.!?:;,]\s*$")


def check(frames: Mapping[str, pd.DataFrame], problems: Problems) -> None:
    """Adds the problems of the clauses in `frames`."""
    if "indicators" not in frames:
        return
    indicators = frames["indicators"]
    for column in CLAUSES:
        for fault, expected in _FAULTS.items():
            wrong = indicators[column].map(fault, na_action="ignore").eq(True).to_numpy(dtype=bool)
            problems.add("indicators", wrong, column, list(map(in_quotes, indicators[column][wrong])), expected)
    statistic = indicators["statistic"]
    excess = indicators["clause_fall"].notna() & statistic.notna() & ~statistic.isin(CHANGE_STATISTICS)
    found = list(map(in_quotes, indicators["clause_fall"][excess]))
    problems.add(
        "indicators", excess.to_numpy(dtype=bool), "clause_fall", found, "an empty cell, as it is not a change"
    )
    if "observations" in frames:
        _check_units(indicators, frames["observations"], problems)


def _is_without_number(clause: str) -> bool:
    return clause.count(PHRASE) + clause.count(NUMBER) != 1


def _has_other_braces(clause: str) -> bool:
    return not _is_without_number(clause) and not {"{", "}"}.isdisjoint(_MARK.sub("", clause))


def _has_markup(clause: str) -> bool:
    return _MARKUP.search(clause) is not None


def _is_ended(clause: str) -> bool:
    return _END.search(clause) is not None


_FAULTS = {
    _is_without_number: f"one {PHRASE} where the number goes with its unit, or one {NUMBER} where it goes without",
    _has_other_braces: f"no other marks than {', '.join(MARKS[:-1])} and {MARKS[-1]}",
    _has_markup: "plain words, without markup",
    _is_ended: "no sign at its end, as the period may follow",
}
"""What a clause may have wrong, and what is expected of it."""


def _check_units(indicators: pd.DataFrame, observations: pd.DataFrame, problems: Problems) -> None:
    """A clause that names the unit itself is wrong for figures in another one."""
    numbers = observations.groupby("indicator", observed=True)["unit"].nunique()
    several = indicators["id"].map(numbers).gt(1)
    for column in CLAUSES:
        wrong = (indicators[column].str.contains(NUMBER, regex=False, na=False) & several).to_numpy(dtype=bool)
        found = [f"{in_quotes(text)}, and figures in several units" for text in indicators[column][wrong]]
        problems.add("indicators", wrong, column, found, f"{PHRASE} for the number with its unit")
