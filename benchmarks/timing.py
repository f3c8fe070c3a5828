"""Outcomes of measurements: samples of ours and of the baseline, taken in turn, and what they amount to."""

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Statistic = Callable[[tuple[float, ...]], float]


def percentile(samples: tuple[float, ...], share: float) -> float:
    """The smallest sample that so great a share of them does not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, min(len(ordered) - 1, round(share * len(ordered) + 0.5) - 1))]


def p95(samples: tuple[float, ...]) -> float:
    """The 95th percentile; of fewer than twenty samples it is the largest."""
    return percentile(samples, 0.95)


@dataclass(frozen=True, kw_only=True)
class Run:
    """How much is measured: few rounds if ``quick``, catalogues of 1,000,000 observations if ``large``."""

    quick: bool
    large: bool


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Samples of one row in `unit`; `statistic` is what is compared, as a ratio unless `difference`."""

    ours: tuple[float, ...]
    baseline: tuple[float, ...]
    unit: str
    statistic: Statistic = statistics.median
    difference: bool = False
    note: str = ""

    @property
    def measured(self) -> float:
        """Ours against the baseline."""
        ours, baseline = self.statistic(self.ours), self.statistic(self.baseline)
        return ours - baseline if self.difference else ours / baseline

    @property
    def spread(self) -> tuple[float, float] | None:
        """The middle half of ours against the baseline of the same round; None where there are no rounds to pair."""
        if len(self.ours) != len(self.baseline) or len(self.ours) < 3 or self.statistic is not statistics.median:
            return None
        pairs = zip(self.ours, self.baseline, strict=True)
        each = tuple(ours - baseline if self.difference else ours / baseline for ours, baseline in pairs)
        return percentile(each, 0.25), percentile(each, 0.75)


def in_turn(rounds: int, measures: Mapping[str, Callable[[], float]]) -> dict[str, tuple[float, ...]]:
    """What each measure gives in every round: A B A B …, so that a slow minute of the machine is everyone's."""
    samples: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            samples[name].append(measure())
    return {name: tuple(each) for name, each in samples.items()}
