"""The rules by which two figures may be combined. They read fields of the catalogue and know no id.

Each rule looks at one thing and says what it makes of it. Its docstring is its row in the table of rules: what it
looks at; what follows; an example.
"""

from dataclasses import replace

from indicators.combine.pair import Pair
from indicators.combine.rules import issuers, things, times
from indicators.combine.rules.reason import Reason, Rule


def _name(rule: Rule) -> str:
    return rule.__name__.replace("_", "-")


_FIGURES: tuple[Rule, ...] = (
    things.number, things.kind, things.shared_input, things.base, issuers.updates,
    issuers.same_publication, issuers.series, things.part_of, things.indicator, things.population,
    times.statistic, issuers.issuer, times.period, things.places,
    issuers.status, issuers.inherited, things.bridge, things.across_kinds, times.rate_of_total, things.factor,
)  # fmt: skip
_PERIODS: tuple[Rule, ...] = (
    things.number, things.shared_input, times.own_period, times.rate_period, issuers.status, issuers.inherited,
)  # fmt: skip

TABLE = tuple(
    (_name(rule), *(" ".join(part.split()) for part in (rule.__doc__ or "").split(";")))
    for rule in (things.itself, *_FIGURES, times.own_period, times.rate_period, times.dates)
)
"""A row for each rule: its name, what it looks at, what follows, an example."""

CONDITIONS = tuple(map(_name, (issuers.status, issuers.inherited)))
"""Names of the rules that only say what has to be granted: that alone lets nothing be combined."""


def reasons_for(pair: Pair) -> tuple[Reason, ...]:
    """Every reason for and against, in the order of the rules."""
    if pair.a.id == pair.b.id and not pair.a.part:
        chosen: tuple[Rule, ...] = (things.number, things.itself, things.base, issuers.inherited)
    elif pair.a.part or (pair.b.part and pair.operation not in ("over", "times")) or pair.b.part == "issued":
        chosen = (times.dates,)
    elif pair.b.part:
        chosen = _PERIODS
    else:
        chosen = _FIGURES
    return tuple(replace(reason, rule=_name(rule)) for rule in chosen for reason in rule(pair))
