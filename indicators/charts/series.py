"""Observations of one indicator as series: the values of one group, issuer and adjustment, with their vintages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import EXPECTED, Observation
from indicators.figures.superseded import updated_by
from indicators.measure.span import Span

_LENGTHS = (1, 9, 32, 93, 186, 367)
"""Longest day, week, month, quarter, half year and year, in days: values of unlike lengths are no series."""
_MONTH = 32
_DAYS_OF_A_MONTH = 30.44
_MOST_STEPS = 1.6
"""Distance between two values, in steps of their series, above which a value is missing between them."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """The ``current`` value of each period, in the order of time, and those that it replaced (``superseded``).

    ``groups``, ``season``, ``prices``, ``annualised`` and ``source`` are what its values have in common; ``lane`` is
    above 0 where the catalogue has further values of the same periods and does not say which of them replaced which.
    """

    groups: tuple[str, ...]
    season: str
    prices: str
    annualised: bool
    source: str
    lane: int
    current: tuple[Observation, ...]
    superseded: tuple[Observation, ...]

    @property
    def latest(self) -> Observation:
        """The current value of the last period that was observed, or expected if none was."""
        return next((value for value in reversed(self.current) if not is_expected(value)), self.current[-1])


def time_of(observation: Observation) -> Span:
    """When a value applies: its period, of a level without one the date of issue."""
    period = observation.period
    return period if period.has_start or period.has_end or observation.statistic != "level" else observation.issued


def series_of(catalogue: Catalogue, observations: Iterable[Observation]) -> tuple[Series, ...]:
    """The series of observations of one indicator, in the order in which they first appear; values without a time too.

    A value that is printed twice counts once.
    """
    alike: dict[tuple[object, ...], list[Observation]] = {}
    for observation in observations:
        alike.setdefault(_common(observation), []).append(observation)
    later = updated_by(catalogue)
    return tuple(series for values in alike.values() for series in _lanes(values, later))


def segments(observations: Sequence[Observation]) -> Iterator[tuple[Observation, ...]]:
    """Runs of dated values, in the order of time, between which none is missing.

    Values of months and longer periods follow each other by that period, unless these overlap or all steps are alike,
    as those of a census are; others by the shortest step of the series.
    What is expected follows nothing that was observed.
    """
    if len(observations) < 2:
        yield tuple(observations)
        return
    starts = [time_of(each).start_first for each in observations]
    steps = [(after - before).days for before, after in pairwise(starts)]
    length = _length(time_of(observations[0]))
    shortest = max(min(steps), 1)
    regular = len(steps) > 1 and max(steps) <= _MOST_STEPS * shortest
    step = min(length, shortest) if length >= _MONTH and not regular else shortest
    run = [observations[0]]
    for observation, days in zip(observations[1:], steps, strict=True):
        if days > _MOST_STEPS * step or is_expected(observation) != is_expected(run[-1]):
            yield tuple(run)
            run = []
        run.append(observation)
    yield tuple(run)


def overlapping(observations: Sequence[Observation]) -> bool:
    """Whether the periods of these values in the order of time overlap: growth over a year, told each month."""
    times = [time_of(each) for each in observations]
    return any(bool(after.start_last < before.end_first) for before, after in pairwise(times))


def is_expected(observation: Observation) -> bool:
    """Whether a value is of what has not been observed: a forecast, a plan, or one that holds under a condition."""
    return observation.status in EXPECTED


def _common(observation: Observation) -> tuple[object, ...]:
    prices = " ".join(filter(None, (observation.prices, observation.price_base)))
    places = (observation.place_from, observation.place_through, observation.place_to)
    return (
        tuple(sorted(observation.groups)),
        observation.season or "",
        prices,
        observation.source,
        observation.annualised,
        places,
        _length(time_of(observation)),
    )


def _length(time: Span) -> int:
    """The length of a period in days, alike for periods that people take for equally long; 0 where it has no dates."""
    if not (time.has_start and time.has_end):
        return 0
    days = int((time.end_last - time.start_first).days) + 1
    # Of longer ones the months: a leap year from September to September is as long as any other.
    return next((most for most in _LENGTHS if days <= most), round(days / _DAYS_OF_A_MONTH) * _MONTH)


def _lanes(values: list[Observation], later: Mapping[str, str]) -> Iterator[Series]:
    """The series of values that have all but the time in common; ``later`` is the id of what replaced each id.

    A value whose replacement is not among the values is the current one of these.
    """
    ids = {value.id for value in values}
    superseded = tuple(value for value in values if later.get(value.id) in ids)
    replaced = {value.id for value in superseded}
    by_time: dict[str, dict[object, Observation]] = {}
    for value in values:
        if value.id not in replaced:
            number = (value.lower, value.value, value.upper, value.qualifier)
            by_time.setdefault(time_of(value).text, {}).setdefault(number, value)
    lanes = [list(published.values()) for published in by_time.values()]
    _, season, prices, source, *_ = _common(values[0])
    for lane in range(max(map(len, lanes), default=0)):
        current = [published[lane] for published in lanes if lane < len(published)]
        yield Series(
            groups=values[0].groups,
            season=str(season),
            prices=str(prices),
            annualised=values[0].annualised,
            source=str(source),
            lane=lane,
            current=tuple(sorted(current, key=_order)),
            superseded=superseded if lane == 0 else (),
        )


def _order(value: Observation) -> tuple[bool, pd.Timestamp]:
    start = time_of(value).start_first
    return (True, start) if not pd.isna(start) else (False, pd.Timestamp.min)
