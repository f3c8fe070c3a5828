"""What may be compared: a figure, the period of one, the date on which one was issued, and what is known of each."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from indicators.catalogue.model import Catalogue
from indicators.errors import IndicatorsError, UnknownIdError, nearest
from indicators.figures.figure import Caveat, caveats, number
from indicators.measure import period, quantity
from indicators.measure.quantity import Quantity
from indicators.measure.span import Span

PARTS = ("period", "issued")
"""What may be named of a figure besides itself, as ``ID.period``."""


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """What has to be granted before a result holds."""

    id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Operand:
    """One side of a question.

    ``part`` is empty for a figure, else one of PARTS; ``inputs`` are the printed figures, or parts of them, that it
    rests on. A derived figure has the caveats and statuses of all its inputs, the sources of all that state a number,
    and what was ``assumed`` in working it out.
    """

    id: str
    name: str
    part: str = ""
    quantity: Quantity | None = None
    phrase: str = ""
    kind: str = ""
    kind_title: str = ""
    indicator: str = ""
    population: str = ""
    statistic: str = ""
    sources: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    period: Span
    issued: Span
    places: tuple[str, str] = ("", "")
    statuses: tuple[str, ...] = ()
    updates: str = ""
    part_of: str = ""
    series: str = ""
    same_as: str = ""
    caveats: tuple[Caveat, ...] = ()
    inputs: tuple[str, ...] = ()
    assumed: tuple[Assumption, ...] = ()

    @property
    def figure(self) -> str:
        """The id of the figure it is, or is a part of."""
        return self.id.partition(".")[0]

    @property
    def derived(self) -> bool:
        """Whether it was worked out, and is not printed."""
        return self.inputs != (self.id,)

    @cached_property
    def issuers(self) -> frozenset[str]:
        """Whose counting it is where stated, else who claims it."""
        return frozenset(root or source for root, source in zip(self.roots, self.sources, strict=True))


def printed_operand(catalogue: Catalogue, one: str) -> Operand:
    """A printed figure, or a part of one (``ID.period``, ``ID.issued``).

    Raises UnknownIdError where there is none, IndicatorsError where a part of a derived figure is asked for.
    """
    figure, _, part = one.partition(".")
    if part and part not in PARTS:
        raise UnknownIdError("part of a figure", part, nearest(part, PARTS) or PARTS)
    if part and figure in catalogue.derivations.index:
        raise IndicatorsError(f'"{figure}" is derived and has no {part} of its own; name one of a printed figure')
    at = catalogue.figure_ids.position(figure)
    if at < 0:
        raise UnknownIdError("figure", figure, nearest(figure, catalogue.figure_ids))
    row = catalogue.cells(at)
    title = catalogue.text("indicators", row["indicator"], "title")
    spans = {name: _span(row, name) for name in PARTS}
    return Operand(
        id=one,
        name={"": title, "period": f"period of {title}", "issued": f"date of issue of {title}"}[part],
        part=part,
        quantity=None if part else quantity.of_figure(row),
        phrase=period.words(spans[part].text) if part else " ".join(filter(None, number(catalogue, row, "printed"))),
        kind="" if part else row["kind"],
        kind_title=catalogue.text("kinds", row["kind"], "title"),
        indicator=row["indicator"],
        population=row["population"],
        statistic=row["statistic"],
        sources=(row["source"],),
        roots=(_text(row["root"]),),
        period=spans["period"],
        issued=spans["issued"],
        places=(_text(row["place_from"]), _text(row["place_to"])),
        statuses=(row["status"],),
        updates=_text(row["updates"]),
        part_of=_text(row["part_of"]),
        series=_text(row["series"]),
        same_as=_text(row["same_as"]),
        caveats=caveats(catalogue, row["caveats"]),
        inputs=(one,),
    )


def _span(row: Mapping[Hashable, Any], name: str) -> Span:
    ends = {end: row[f"{name}_{end}"] for end in ("start_first", "start_last", "end_first", "end_last")}
    return Span(**ends, text=_text(row[name]))


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
