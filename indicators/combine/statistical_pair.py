"""Two operands with an operation between them, and what their statistics, groups and intervals say of the two."""

from dataclasses import dataclass
from functools import cached_property

from indicators.catalogue.model import Catalogue
from indicators.combine.groups import Overlap, alternatives, overlap
from indicators.combine.likeness import (
    CHANGES,
    IN_PERCENT,
    changing,
    is_part_in_time,
    revises,
    whole_of_share,
)
from indicators.combine.means import are_two_means, is_mean_of_such
from indicators.combine.operand import Operand
from indicators.combine.step import Step, base_step, is_same_change, may_contribute, step_of
from indicators.combine.whole import sums_to_whole
from indicators.figures.superseded import updated_by
from indicators.measure.span import Relation
from indicators.measure.units import PERCENT, POINTS


@dataclass(frozen=True, kw_only=True)
class StatisticalPair:
    """Two operands and the operation between them; ``unit`` is the unit asked for, empty for what follows."""

    catalogue: Catalogue
    a: Operand
    operation: str
    b: Operand
    unit: str = ""

    @cached_property
    def overlap(self) -> Overlap:
        """How the groups of the two lie to each other; a scenario goes on from what was observed before."""
        return Overlap.SAME if self.projected else overlap(self.catalogue, self.a.groups, self.b.groups)

    @cached_property
    def _of_one_thing(self) -> bool:
        """Whether both are values of one indicator and of the same groups, whatever scenarios they are of."""
        first, second = (side.groups - alternatives(self.catalogue, side.groups) for side in (self.a, self.b))
        return self.a.indicator == self.b.indicator and first == second

    @cached_property
    def projected(self) -> bool:
        """Whether one was observed and the other is expected for a later time, so that they make a projected change."""
        seen, coming = (self.b, self.a) if self.a.expected else (self.a, self.b)
        return (
            coming.expected
            and not seen.expected
            and self._of_one_thing
            # A comparison with a missing day is false.
            and bool(coming.period.start_first > seen.period.end_last)
        )

    @cached_property
    def outcome(self) -> bool:
        """Whether one was expected of the very time at which the other was observed."""
        return self.a.expected != self.b.expected and self._at_one_time

    @cached_property
    def side_by_side(self) -> bool:
        """Whether both are what two scenarios, or other alternatives, give for one time."""
        return self.overlap == Overlap.ALTERNATIVE and self._at_one_time

    @property
    def _in_one_period(self) -> bool:
        return self.a.period.relation(self.b.period) == Relation.SAME

    @property
    def _at_one_time(self) -> bool:
        return self._of_one_thing and self._in_one_period

    @cached_property
    def revision(self) -> bool:
        """Whether one is a revised value of the other, of one thing and period."""
        return revises(self.a, self.b) or revises(self.b, self.a)

    @cached_property
    def part_in_time(self) -> bool:
        """Whether one is the total of a part of the time of the other."""
        a, b = self.a, self.b
        return is_part_in_time(self.catalogue, a, b) or is_part_in_time(self.catalogue, b, a)

    @property
    def alike_in_dimension(self) -> bool:
        """Whether both have numbers in units of one dimension."""
        a, b = self.a.quantity, self.b.quantity
        return a is not None and b is not None and self.catalogue.units.same_dimension(a.unit, b.unit)

    @property
    def converts(self) -> bool:
        """Whether the two are in units of one dimension, or a percentage and its change in percentage points."""
        a, b = self.a.quantity, self.b.quantity
        if a is None or b is None or not (a.unit and b.unit) or self.alike_in_dimension or self.contribution:
            return True
        shares = [side.unit for side in (a, b) if side.unit not in POINTS]
        return bool(self.step) and len(shares) == 1 and self.catalogue.units.is_share(shares[0])

    @property
    def in_percent(self) -> bool:
        """Whether both are percentages, which an index in percent of its base is not."""
        return all(
            side.quantity is not None
            and bool(side.quantity.unit)
            and side.statistic != "index"
            and (
                side.quantity.unit == PERCENT
                or (side.statistic in IN_PERCENT and self.catalogue.units.is_share(side.quantity.unit))
            )
            for side in (self.a, self.b)
        )

    @cached_property
    def of_one(self) -> bool:
        """Whether one is worked out and both are shares of one declared whole, or changes of one declared thing.

        Then they are of one kind and population, whatever a catalogue names the kind of a share or a change.
        """
        a, b = self.a, self.b
        of_what = {"share": whole_of_share, "change": changing, "percent_change": changing}.get(a.statistic)
        if of_what is None or a.statistic != b.statistic or not (a.derived or b.derived):
            return False
        whole = of_what(self.catalogue, a)
        return bool(whole) and whole == of_what(self.catalogue, b) and self.alike_in_dimension

    @property
    def alike_by_declaration(self) -> bool:
        """Whether two that are set against each other are ``of_one``, so that kind and population need not be alike."""
        return self.operation == "equals" and self.of_one

    @property
    def from_one_to_other(self) -> bool:
        """Whether one was worked out from the values of two dates, and the period of the other runs between these."""
        a, b = self.a, self.b
        return bool(a.from_to and a.from_to == b.period.text) or bool(b.from_to and b.from_to == a.period.text)

    @cached_property
    def beside_mean(self) -> tuple[Operand, Operand] | None:
        """A value and a mean of such values that are set against each other; None if they are none."""
        if self.operation in CHANGES:
            for value, mean in ((self.a, self.b), (self.b, self.a)):
                if is_mean_of_such(self.catalogue, mean, value) and self.alike_in_dimension:
                    return value, mean
        return None

    @property
    def over_other_mean(self) -> bool:
        """Whether a mean is divided by another of its kind; that of a part by that of the whole only at one time."""
        return self._of_one_kind and are_two_means(self.catalogue, self.a, self.b)

    @property
    def over_level(self) -> bool:
        """Whether a change is divided by what it is a change of."""
        return self._of_one_kind and changing(self.catalogue, self.a) == self.b.indicator

    @cached_property
    def step(self) -> Step | None:
        """The step that a value and its own change make to the value before or after; None if they make none."""
        return step_of(self.catalogue, self.a, self.operation, self.b)

    @cached_property
    def base_step(self) -> Step | None:
        """The step from the value that is multiplied by its change in percent, or by which its change is divided."""
        a, b = self.a, self.b
        sides = {"times": ((a, b), (b, a)), "over": ((b, a),)}.get(self.operation, ())
        found = (base_step(self.catalogue, value, change) for value, change in sides)
        return next(filter(None, found), None)

    @property
    def over_share(self) -> bool:
        """Whether an amount is divided by a percentage that may be its share, of a whole that it is not itself."""
        a, b = self.a, self.b
        whole = whole_of_share(self.catalogue, b)
        return (
            self.operation == "over"
            and b.statistic == "share"
            and a.statistic in ("total", "running_total", "level")
            and (a.kind, a.population) == (b.kind, b.population)
            and self.overlap == Overlap.SAME
            and self._in_one_period
            and (
                not whole
                or whole in self.catalogue.wholes("indicators", a.indicator)
                or (whole == a.indicator and bool(a.groups))
            )
        )

    @cached_property
    def contribution(self) -> bool:
        """Whether percentage points of a part are set against a growth in percent to which they may contribute."""
        a, b = self.a, self.b
        points, growth = (a, b) if self.operation == "over" else (b, a)
        return self.operation in ("over", "minus") and may_contribute(self.catalogue, points, growth)

    @cached_property
    def revised_since(self) -> tuple[Operand, ...]:
        """Those of two values of different periods that another value of the catalogue took the place of."""
        if self.a.indicator != self.b.indicator or self.a.period.relation(self.b.period) == Relation.SAME:
            return ()
        later, sides = updated_by(self.catalogue), {self.a.id, self.b.id}
        return tuple(side for side in (self.a, self.b) if later.get(side.id, side.id) not in sides)

    @property
    def one_scope(self) -> bool:
        """Whether a total is divided by another of its kind, population and period, which is not said to hold it."""
        a, b = self.a, self.b
        return (
            self._of_one_kind
            and a.statistic == b.statistic == "total"
            and not (a.derived or b.derived)
            and self.overlap in (Overlap.SAME, Overlap.INSIDE)
            and self._in_one_period
        )

    @cached_property
    def shares_make_whole(self) -> bool:
        """Whether both are among the shares of all groups of a dimension at one time, which make up 100 percent."""
        a, b = self.a, self.b
        if a.statistic != "share" or a.derived or b.derived or a.indicator != b.indicator:
            return False
        return sums_to_whole(self.catalogue, a.id, b.id)

    @property
    def over_growth(self) -> bool:
        """Whether a change is divided by the same change in percent."""
        return self.operation == "over" and is_same_change(self.catalogue, self.a, self.b)

    @property
    def _of_one_kind(self) -> bool:
        """Whether two indicators of one kind and population are divided by each other."""
        a, b = self.a, self.b
        return (
            self.operation == "over"
            and a.indicator != b.indicator
            and (a.kind, a.population) == (b.kind, b.population)
            and bool(a.kind)
            and self.alike_in_dimension
        )

    @property
    def intervals_overlap(self) -> bool:
        """Whether the intervals published beside both have a value in common."""
        a, b = self.a, self.b
        if not (a.interval and b.interval and a.quantity and b.quantity):
            return False
        return a.interval.overlaps(b.interval, self.catalogue.units.factor(b.quantity.unit, a.quantity.unit))
