"""Two operands with an operation between them, and how they are related."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from indicators.catalogue.model import Catalogue
from indicators.combine.operand import Assumption, Operand
from indicators.measure.span import Relation

OPERATIONS = ("plus", "minus", "times", "over", "percent-change", "equals")
CHANGES = ("minus", "percent-change", "over")
"""Operations that compare a later value with an earlier one."""
HEDGED: Mapping[str, tuple[str, str]] = {
    "allegation": ("an allegation", "what is alleged is so"),
    "planned": ("planned", "what is planned is carried out"),
    "conditional": ("stated on a condition", "the condition holds"),
    "forecast": ("a forecast", "what is expected comes about"),
}
"""Statuses of claims that the reader must grant: what such a claim is, and what is granted."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two operands, the operation between them, and how they are related."""

    catalogue: Catalogue
    a: Operand
    operation: str
    b: Operand

    @property
    def own_period(self) -> bool:
        """Whether ``b`` is the period of ``a``."""
        return self.b.part == "period" and self.a.part == "" and self.a.figure == self.b.figure

    @cached_property
    def updates(self) -> bool:
        """Whether a document prints one as an update of the other, directly or indirectly."""
        return self.b.id in self._updated_by(self.a) or self.a.id in self._updated_by(self.b)

    @property
    def same_publication(self) -> bool:
        """Whether the editor judges that both are most likely one publication."""
        a, b = self.a, self.b
        return a.same_as == b.id or b.same_as == a.id or bool(a.same_as and a.same_as == b.same_as)

    @property
    def same_series(self) -> bool:
        """Whether both are running totals of one series."""
        return bool(self.a.series) and self.a.series == self.b.series

    @property
    def whole_and_part(self) -> bool:
        """Whether one is a declared part of the other."""
        return self.a.part_of == self.b.id or self.b.part_of == self.a.id

    @property
    def parts_of_one(self) -> bool:
        """Whether both are declared parts of one figure."""
        return bool(self.a.part_of) and self.a.part_of == self.b.part_of

    @property
    def kinds_of_one(self) -> bool:
        """Whether their kinds differ and are both declared parts of a third kind."""
        return self.a.kind != self.b.kind and bool(self.whole_kind)

    @cached_property
    def whole_kind(self) -> str:
        """The kind of which both kinds are declared parts; empty if there is none."""
        first, second = (self.catalogue.text("kinds", side.kind, "part_of") for side in (self.a, self.b))
        return first if first == second else ""

    @property
    def implied(self) -> bool:
        """Whether one is a derived total or rate with the kind, population and statistic of the other.

        Such a total or rate has no indicator in the catalogue.
        """
        a, b = self.a, self.b
        return (
            any(side.derived and side.indicator not in self.catalogue.indicators.index for side in (a, b))
            and (a.kind, a.population, a.statistic) == (b.kind, b.population, b.statistic)
            and bool(a.kind)
            and a.statistic in ("total", "rate")
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
        """Whether the same sources counted both, or published one as their update of the other."""
        return self.a.issuers == self.b.issuers or (self.updates and set(self.a.sources) == set(self.b.sources))

    @cached_property
    def ordered(self) -> bool:
        """Whether both are values of one indicator by one issuer, at stated times that do not overlap."""
        return (
            self.a.indicator == self.b.indicator
            and self.one_issuer
            and (
                self.a.period.relation(self.b.period) == Relation.DISJOINT
                or (self.a.statistic == "level" and self.a.issued.relation(self.b.issued) == Relation.DISJOINT)
            )
        )

    def _updated_by(self, side: Operand) -> Iterator[str]:
        """The ids of the figures that this figure updates, directly or indirectly."""
        updated = side.updates
        while updated:
            yield updated
            cell = self.catalogue.figures["updates"].iat[self.catalogue.figure_ids.position(updated)]
            updated = cell if isinstance(cell, str) else ""
