"""The rules by which two figures may be combined. They read fields of the catalogue and contain no id of a figure.

Each rule is a function from a pair to reasons. Its docstring is its row in the table of rules, in three parts with
semicolons between: what it looks at; what follows; an example.
"""

from dataclasses import replace

from indicators.combine.pair import Pair
from indicators.combine.rules import breakdowns, dates, issuers, kinds, statistics, steps, things, times
from indicators.combine.rules.reason import Reason, Rule


def _rule_id(rule: Rule) -> str:
    return rule.__name__.replace("_", "-")


_FIGURES: tuple[Rule, ...] = (
    things.number, kinds.kind, things.shared_input, things.base, things.zero, issuers.direction, issuers.updates,
    statistics.revision, statistics.superseded, issuers.same_publication, issuers.series, things.part_of,
    things.indicator, things.counts, things.population, breakdowns.groups, breakdowns.alternative,
    breakdowns.adjustment, times.statistic, issuers.issuer, times.period, things.places, issuers.status,
    issuers.inherited, kinds.bridge, kinds.across_kinds, times.rate_of_total, steps.growth, steps.changes,
    steps.its_change, steps.of_base, steps.contribution, statistics.sign, statistics.scope, statistics.whole_of_part,
    statistics.beside_mean, statistics.factor, statistics.points, statistics.intervals,
)  # fmt: skip
_PERIODS: tuple[Rule, ...] = (
    things.number, things.shared_input, times.own_period, statistics.flow, times.rate_period, dates.assumed_dates,
    issuers.status, issuers.inherited,
)  # fmt: skip

TABLE = tuple(
    (_rule_id(rule), *(" ".join(part.split()) for part in (rule.__doc__ or "").split(";")))
    for rule in (
        things.itself,
        *_FIGURES,
        times.own_period,
        statistics.flow,
        times.rate_period,
        dates.dates,
        dates.assumed_dates,
    )
)
"""A row for each rule: its id, what it looks at, what follows, an example."""

CONDITIONS = tuple(map(_rule_id, (things.counts, dates.assumed_dates, issuers.status, issuers.inherited)))
"""Ids of the rules that only name an assumption; they alone do not allow a combination."""


def reasons_for(pair: Pair) -> tuple[Reason, ...]:
    """The reasons for and against a combination, in the order of the rules."""
    if pair.a.id == pair.b.id and not pair.a.part:
        chosen: tuple[Rule, ...] = (things.number, things.itself, things.base, issuers.inherited)
    elif pair.a.part or (pair.b.part and pair.operation not in ("over", "times")) or pair.b.part == "issued":
        chosen = (dates.dates, dates.assumed_dates)
    elif pair.b.part:
        chosen = _PERIODS
    else:
        chosen = _FIGURES
    return tuple(replace(reason, rule=_rule_id(rule)) for rule in chosen for reason in rule(pair))
