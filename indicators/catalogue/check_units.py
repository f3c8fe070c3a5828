"""Checks units: each is listed, and fits the kind and the statistic of its indicator."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial

import numpy as np
import pandas as pd

from indicators.catalogue.problems import Problems
from indicators.catalogue.schema import UNITS
from indicators.columns import distinct_rows, distinct_texts
from indicators.errors import UnitError, did_you_mean
from indicators.measure.units import PERCENT, POINTS, Units
from indicators.text.sentences import in_quotes

Frames = Mapping[str, pd.DataFrame]

_IN_PERCENT = ("share", "percent_change")


def check(frames: Frames, units: Units, problems: Problems) -> None:
    """Adds the problems of the units in `frames`."""
    if "kinds" in frames:
        _check_listed(frames, units, problems)
    if {"kinds", "indicators", "observations"} <= frames.keys():
        _check_fit(frames, units, problems)


def _check_listed(frames: Frames, units: Units, problems: Problems) -> None:
    """Reports units that are not listed."""
    for table in frames.keys() & {"kinds", "observations", "unit_codes"}:
        cells = frames[table]["unit"]
        unlisted = dict(_unlisted(distinct_texts(cells), units))
        wrong = pd.DataFrame({"unit": list(unlisted)}, dtype="str")
        found, advice = map(in_quotes, unlisted), map(did_you_mean, unlisted.values())
        expected = f"a unit that {UNITS} lists"
        problems.add_each(table, frames[table], "unit", wrong, list(found), expected, list(advice))


def _unlisted(names: Iterable[str], units: Units) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The units that are not listed, each with the nearest listed units."""
    for name in names:
        try:
            units.check(name)
        except UnitError as error:
            yield name, error.nearest


def _check_fit(frames: Frames, units: Units, problems: Problems) -> None:
    """Reports units that do not fit the kind or the statistic of their indicator."""
    rows = frames["observations"]
    indicators = _by_id(frames["indicators"], "kind", "statistic")
    changing = _by_id(frames["indicators"], "change_of")
    kinds = _by_id(frames["kinds"], "unit")
    expected_instead = cache(partial(_expected_instead, units))

    def expected_for(indicator: str, unit: str) -> str:
        kind, statistic = indicators.get(indicator, ("", ""))
        (changed,) = changing.get(indicator, ("",)) if statistic == "change" else ("",)
        of = indicators.get(changed, ("", ""))[1]
        return expected_instead(unit, *kinds[kind], kind, statistic, of) if kind in kinds else ""

    pairs = distinct_rows(rows[["indicator", "unit"]]).astype("str")
    expected = np.array([expected_for(*pair) for pair in pairs.itertuples(index=False)], dtype=object)
    wrong = pairs[expected != ""]
    found = [in_quotes(unit) for unit in wrong["unit"]]
    problems.add_each("observations", rows, "unit", wrong, found, expected[expected != ""].tolist())


def _by_id(frame: pd.DataFrame, *columns: str) -> dict[str, tuple[str, ...]]:
    """Maps id to cells; skips incomplete rows; the first of duplicates wins."""
    rows = list(frame[["id", *columns]].dropna().itertuples(index=False, name=None))
    return {identity: tuple(cells) for identity, *cells in reversed(rows)}


def _expected_instead(units: Units, unit: str, main: str, kind: str, statistic: str, of: str) -> str:
    """The expected unit in words; empty if the unit fits, or if one is not listed.

    `main` is the unit of the kind; `of` is the statistic of what a change is a change of, empty if that is not said.
    """
    try:
        if fits_statistic(units, unit, main, statistic, of):
            return ""
        if of in _IN_PERCENT:
            return f"{POINTS[0]}, as it is a change of what is in percent"
        if statistic in _IN_PERCENT:
            return f"a unit of shares, such as {PERCENT}"
        if statistic != "rate" and of != "rate":
            return f"a unit of the kind {in_quotes(kind)}, such as {main}"
        if len(units.parts(main)) > 1:
            return f"a statistic other than rate, as {in_quotes(kind)} is itself in {main}"
        rates = (f"{main}/{time}" for time in units.names)
        example = next((unit for unit in rates if units.measures(unit, main, rate=True)), "")
        return f"a unit of the kind {in_quotes(kind)} per time, such as {example or f'{main} per day'}"
    except UnitError:
        return ""


def fits_statistic(units: Units, unit: str, main: str, statistic: str, of: str) -> bool:
    """Whether a unit is one of the kind whose unit is `main`, as this statistic has it.

    `of` is the statistic of what a change is a change of, empty if that is not said. Raises UnitError where a unit is
    not listed. A rate of a kind that is itself per time, such as liters a day, has the unit of the kind.
    """
    if of in _IN_PERCENT:
        return unit in POINTS
    if statistic in _IN_PERCENT:
        return units.is_share(unit) and unit not in POINTS
    per_time = len(units.parts(main)) > 1 and units.is_time(units.parts(main)[-1])
    if units.measures(unit, main, rate=(statistic == "rate" or of == "rate") and not per_time):
        return True
    match statistic:
        case "ratio":
            return units.is_share(unit) or units.same_dimension(unit.partition("/")[0], main)
        case "index":
            return units.is_share(unit)
        case "level":  # a lead, a gap: the difference of two percentages at one time
            return unit in POINTS and units.is_share(main)
        case "change" if not of:
            return unit in POINTS or units.measures(unit, main, rate=True)
        case "change" if of in ("ratio", "index"):
            return unit in POINTS or fits_statistic(units, unit, main, of, "")
    return False
