"""Two operands with an operation between them, and how they are related."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from indicators.catalogue.observation import CHANGE_STATISTICS
from indicators.combine.groups import Overlap
from indicators.combine.likeness import is_part, revises
from indicators.combine.operand import Assumption, Operand
from indicators.combine.statistical_pair import StatisticalPair
from indicators.measure.quantity import Quantity
from indicators.measure.span import MONTH_TOLERANCE, Relation

OPERATIONS = ("plus", "minus", "times", "over", "percent-change", "equals")
HEDGED: Mapping[str, tuple[str, str]] = {
    "allegation": ("an allegation", "what is alleged is so"),
    "planned": ("planned", "what is planned is carried out"),
    "conditional": ("stated on a condition", "the condition holds"),
    "forecast": ("a forecast", "what is expected comes about"),
}
"""Statuses of claims that the reader must grant: what such a claim is, and what is granted."""


@dataclass(frozen=True, kw_only=True)
class Pair(StatisticalPair):
    """Two operands, the operation between them, and how they are related."""

    def is_duration(self, side: Operand) -> bool:
        """Whether the operand measures time, by its unit or, without a number, by the unit of its kind."""
        units = self.catalogue.units
        own, of_kind = side.quantity and side.quantity.unit, self.catalogue.text("kinds", side.kind, "unit")
        return any(unit and units.is_time(unit) for unit in (own, of_kind))

    @property
    def own_period(self) -> bool:
        """Whether ``b`` is the period of ``a``."""
        return self.b.part == "period" and self.a.part == "" and self.a.figure == self.b.figure

    @cached_property
    def time_unit(self) -> str:
        """The unit to measure the period ``b`` in: the time of the rate ``a`` in a product, else that of ``unit``.

        By default months, or days where the period may be shorter than a month.
        """
        if self.operation == "times" and self.a.quantity and "/" in self.a.quantity.unit:
            return self.a.quantity.unit.partition("/")[2]
        return self.unit.partition("/")[2] or ("month" if self.fits_period("month") else "day")

    def period_length(self, unit: str) -> Quantity:
        """The length of the period ``b``: in calendar months, or in days and what is made of days."""
        span = self.b.period
        return span.months() if unit == "month" else span.days().scale(self.catalogue.units.factor("day", unit), unit)

    def fits_period(self, unit: str) -> bool:
        """Whether the period ``b`` is at least as long as this unit of time; a common year is as long as a year."""
        return self.b.period.dated and self.period_length(unit).lower.value >= 1 - MONTH_TOLERANCE

    @cached_property
    def updates(self) -> bool:
        """Whether a document prints one as an update of the other, directly or indirectly."""
        a, b = self.a, self.b
        return b.id in self._following("updates", a.updates) or a.id in self._following("updates", b.updates)

    @cached_property
    def same_publication(self) -> bool:
        """Whether the editor judges that both are most likely one publication, directly or by way of a third."""
        a, b = ({side.id, *self._following("same_as", side.same_as)} for side in (self.a, self.b))
        return not a.isdisjoint(b)

    @property
    def weighted(self) -> bool:
        """Whether the growth of a group is multiplied by a share of that group, which may be its weight."""
        a, b = self.a, self.b
        return (
            self.operation == "times"
            and {a.statistic, b.statistic} == {"share", "percent_change"}
            and (a.kind, a.population) == (b.kind, b.population)
            and bool(a.groups)
            and self.overlap == Overlap.SAME
        )

    @property
    def same_series(self) -> bool:
        """Whether both are running totals of one series."""
        return bool(self.a.series) and self.a.series == self.b.series

    @cached_property
    def a_is_part(self) -> bool:
        """Whether ``a`` is a declared part of ``b``, directly or as a part of a part, itself or by what it counts."""
        return self.b.id in self._following("part_of", self.a.part_of) or is_part(self.catalogue, self.a, self.b)

    @cached_property
    def whole_and_part(self) -> bool:
        """Whether one is a declared part of the other, directly or as a part of a part."""
        return (
            self.a_is_part
            or self.a.id in self._following("part_of", self.b.part_of)
            or is_part(self.catalogue, self.b, self.a)
        )

    @property
    def parts_of_one(self) -> bool:
        """Whether both are declared parts of one figure."""
        return bool(self.a.part_of) and self.a.part_of == self.b.part_of

    @property
    def declared(self) -> bool:
        """Whether the catalogue relates the two: as an update, as parts, or as values of one series."""
        return self.updates or self.whole_and_part or self.parts_of_one or self.same_series

    @property
    def kinds_of_one(self) -> bool:
        """Whether their kinds differ and are both declared parts of a third kind."""
        return self.a.kind != self.b.kind and self.whole_kind not in ("", self.a.kind, self.b.kind)

    @cached_property
    def whole_kind(self) -> str:
        """The kind of which both kinds are declared parts, or one kind if the other is a part of it; empty if none."""
        first, second = (self.catalogue.text("kinds", side.kind, "part_of") for side in (self.a, self.b))
        if first == second:
            return first
        return first if first == self.b.kind else second if second == self.a.kind else ""

    @property
    def in_whole_kind(self) -> bool:
        """Whether both are set against each other in the unit of a kind that holds both kinds."""
        related = self.operation in ("plus", "over") or self.whole_and_part
        return self.a.kind != self.b.kind and bool(self.whole_kind) and related

    @cached_property
    def shares_publication(self) -> bool:
        """Whether two of their printed inputs are most likely one publication."""
        a, b = (
            {name for figure in side.inputs if "." not in figure for name in self._following("same_as", figure)}
            for side in (self.a, self.b)
        )
        return not a.isdisjoint(b)

    @property
    def implied(self) -> bool:
        """Whether one is a derived total, rate, share, ratio or change of what the other is one of.

        Such a figure has no indicator in the catalogue. It is of the kind, population and statistic of the other, or
        both are shares of one declared whole or changes of one declared thing.
        """
        a, b = self.a, self.b
        return (
            any(side.derived and side.indicator not in self.catalogue.indicators.index for side in (a, b))
            and ((a.kind, a.population) == (b.kind, b.population) or self.of_one)
            and a.statistic == b.statistic
            and bool(a.kind)
            and a.statistic in ("total", "rate", "level", "share", "change", "percent_change", "ratio")
        )

    @cached_property
    def bridges(self) -> tuple[Assumption, ...]:
        """The assumptions under which the kind of ``a`` stands for the kind of which ``b`` is a rate."""
        if (
            self.a.quantity is None
            or self.b.quantity is None
            or self.a.kind == self.b.kind
            or not (self.a.kind and self.b.kind)
        ):
            return ()
        if self.operation != "over" or self.a.statistic == "rate" or self.b.statistic != "rate":
            return ()
        numerator = self.b.quantity.unit.partition("/")[0]
        names = self.catalogue.units.bridges(self.a.quantity.unit, numerator)
        texts = self.catalogue.assumptions["text"]
        return tuple(Assumption(id=name, text=str(texts[name])) for name in names if name in texts.index)

    @cached_property
    def one_issuer(self) -> bool:
        """Whether the same sources counted both, or published one as their update of the other.

        Unnamed reports are no issuer: two such figures rest on nobody knows whom.
        """
        if self.anonymous:
            return False
        return self.a.issuers == self.b.issuers or (self.updates and set(self.a.sources) == set(self.b.sources))

    @property
    def anonymous(self) -> bool:
        """Whether one of the two rests on unnamed reports."""
        return self.a.anonymous or self.b.anonymous

    @cached_property
    def order(self) -> int:
        """1 if ``a`` is the later of the two, -1 if ``b`` is, 0 if that is not known.

        An update is later than what it updates. Otherwise the periods tell, or for levels the dates of issue; of two
        running totals the one that ends later is the later.
        """
        a, b = self.a, self.b
        if self.revision:
            return 1 if revises(a, b) else -1
        if self.updates:
            return 1 if b.id in self._following("updates", a.updates) else -1
        if (a.indicator, a.statistic) != (b.indicator, b.statistic):
            return 0
        first, second = a.period, b.period
        if self.moved_on:
            return 1 if first.end_first > second.end_first else -1
        if not (first.has_end and second.has_end):
            first, second = a.issued, b.issued
        # A comparison with a missing day is false.
        return 1 if first.end_first > second.end_last else -1 if second.end_first > first.end_last else 0

    @property
    def moved_on(self) -> bool:
        """Whether both are changes over equally long periods that overlap, as the growth of twelve months, monthly."""
        a, b = self.a, self.b
        changes = a.statistic == b.statistic and a.statistic in CHANGE_STATISTICS
        return changes and a.period.relation(b.period) == Relation.OVERLAPPING and a.period.as_long_as(b.period)

    @property
    def said_apart(self) -> bool:
        """Whether both are levels or running totals, one states no period, and they were said at different times."""
        return (
            self.a.statistic == self.b.statistic
            and self.a.statistic in ("level", "running_total")
            and not (self.a.period.text and self.b.period.text)
            and self.a.issued.relation(self.b.issued) == Relation.DISJOINT
        )

    @cached_property
    def ordered(self) -> bool:
        """Whether both are values of one indicator by one issuer, at stated times that do not overlap."""
        return (
            self.a.indicator == self.b.indicator
            and self.one_issuer
            and (
                self.a.period.relation(self.b.period) == Relation.DISJOINT
                or self.moved_on
                or (self.a.statistic == "level" and self.a.issued.relation(self.b.issued) == Relation.DISJOINT)
            )
        )

    def _following(self, column: str, figure_id: str) -> tuple[str, ...]:
        """This figure, the figure that its cell in ``column`` names, and so on; empty if ``figure_id`` is."""
        found = []
        while figure_id:
            found.append(figure_id)
            cell = self.catalogue.figures[column].iat[self.catalogue.figure_ids.position(figure_id)]
            figure_id = cell if isinstance(cell, str) else ""
        return tuple(found)
