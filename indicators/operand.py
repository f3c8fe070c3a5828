"""What may be compared: a figure, the period of one, the date on which one was issued, and what is known of each."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from indicators import quantity
from indicators.catalogue import Catalogue
from indicators.errors import UnknownIdError, nearest
from indicators.quantity import Quantity
from indicators.reading import NOT_STATED, Caveat, readings

PARTS = ("period", "issued")
"""What may be named of a figure besides itself, as ``ID.period``."""


@dataclass(frozen=True, kw_only=True)
class Span:
    """First and last possible days of both ends of a period; NaT where an end has no date."""

    start_first: pd.Timestamp
    start_last: pd.Timestamp
    end_first: pd.Timestamp
    end_last: pd.Timestamp
    text: str

    @property
    def dated(self) -> bool:
        """Whether both ends have dates."""
        return not (pd.isna(self.start_first) or pd.isna(self.end_last))

    def days(self) -> Quantity:
        """Its length: every length that its ends may mean, first and last day included."""
        shortest = max((self.end_first - self.start_last).days + 1, 1)
        return quantity.between(shortest, (self.end_last - self.start_first).days + 1, "day")

    def months(self) -> Quantity:
        """Its length in calendar months, part of a month by its days."""
        shortest = max(_months(self.start_last, self.end_first), 0.0)
        return quantity.between(shortest, _months(self.start_first, self.end_last), "month")

    def relation(self, other: "Span") -> str:
        """How it lies to another: same, inside, around, overlapping, disjoint, or not stated."""
        if not (self.dated and other.dated):
            return NOT_STATED
        if self.text == other.text:
            return "same"
        if self.end_last < other.start_first or other.end_last < self.start_first:
            return "disjoint"
        if other.start_last <= self.start_first and self.end_last <= other.end_first:
            return "inside"
        if self.start_last <= other.start_first and other.end_last <= self.end_first:
            return "around"
        return "overlapping"


@dataclass(frozen=True, kw_only=True)
class Operand:
    """One side of a question.

    ``part`` is empty for a figure, else one of PARTS; ``inputs`` are the printed figures that it rests on. A derived
    figure has the sources, caveats and statuses of all its inputs.
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
    assumed: tuple[str, ...] = field(default=())

    @property
    def figure(self) -> str:
        """The id of the figure it is, or is a part of."""
        return self.id.partition(".")[0]

    @cached_property
    def issuers(self) -> frozenset[str]:
        """Whose counting it is where stated, else who claims it."""
        return frozenset(root or source for root, source in zip(self.roots, self.sources, strict=True))


def printed(catalogue: Catalogue, one: str) -> Operand:
    """A printed figure, or a part of one (``ID.period``, ``ID.issued``); raises UnknownIdError where there is none."""
    figure, _, part = one.partition(".")
    if part and part not in PARTS:
        raise UnknownIdError("part of a figure", part, nearest(part, PARTS) or PARTS)
    rows = catalogue.rows(figure)
    row = rows.iloc[0]
    (reading,) = readings(catalogue, rows)
    period, issued = _span(row, "period"), _span(row, "issued")
    named = {"": reading.title, "period": f"period of {reading.title}", "issued": f"date of issue of {reading.title}"}
    return Operand(
        id=one,
        name=named[part],
        part=part,
        quantity=None if part else quantity.of_figure(row),
        phrase={"": reading.phrase, "period": reading.period, "issued": reading.issued}[part],
        kind="" if part else row["kind"],
        kind_title=reading.kind,
        indicator=row["indicator"],
        population=row["population"],
        statistic=row["statistic"],
        sources=(row["source"],),
        roots=(_text(row["root"]),),
        period=period,
        issued=issued,
        places=(_text(row["place_from"]), _text(row["place_to"])),
        statuses=(row["status"],),
        updates=_text(row["updates"]),
        part_of=_text(row["part_of"]),
        series=_text(row["series"]),
        same_as=_text(row["same_as"]),
        caveats=reading.caveats,
        inputs=(figure,),
    )


def _span(row: "pd.Series", name: str) -> Span:
    ends = {end: row[f"{name}_{end}"] for end in ("start_first", "start_last", "end_first", "end_last")}
    return Span(**ends, text=_text(row[name]))


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def _months(first: pd.Timestamp, last: pd.Timestamp) -> float:
    """Calendar months from a first to a last day, both included: 1 August to 31 January is exactly 6."""
    after = last + pd.Timedelta(days=1)
    whole = (after.year - first.year) * 12 + after.month - first.month
    return whole + (after.day - 1) / after.days_in_month - (first.day - 1) / first.days_in_month
