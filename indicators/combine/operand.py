"""Operands of a combination: a figure, its period, or its date of issue, with the fields that the rules read."""

from dataclasses import dataclass
from functools import cached_property

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import EXPECTED, Observation
from indicators.catalogue.schema import OF_INDICATOR
from indicators.combine.groups import Groups
from indicators.errors import IndicatorsError, UnknownIdError, nearest
from indicators.figures.agents import is_unnamed_reports
from indicators.figures.amounts import number_and_unit, ratio_words
from indicators.figures.assumed import ASSUMED, assumed, with_assumed
from indicators.figures.caveats import Caveat, caveats_of
from indicators.figures.statistics import group_titles, interval_words, with_groups
from indicators.measure import period
from indicators.measure.interval import Interval
from indicators.measure.quantity import Quantity
from indicators.measure.span import Span

PARTS = ("period", "issued")
"""Parts of a figure that may be an operand, named *ID.period* and *ID.issued*."""


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """A sentence that the reader must grant before a result holds."""

    id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Operand:
    """One side of an operation.

    ``part`` is empty for a figure, else one of PARTS. ``inputs`` are the printed figures, or parts of them, that the
    operand rests on. A derived figure has the caveats and statuses of all its inputs, the sources of all inputs that
    state a number, and the assumptions that its derivation needs (``assumed``). ``unknown`` says for each claim whether
    its issuer is unnamed reports, so that nobody knows who counted. ``inferred`` are the columns of its inputs that
    the editor inferred. ``counts`` is what the document says is counted, beyond the definition of the indicator.
    ``share_of`` and ``change_of`` are the indicators of what a derived share or change is of, ``from_to`` the text of
    the period of such a change if it is given as one from date to date;
    ``is_gap`` says that it is the difference of two groups at one time, ``statistic_inferred`` that the document does
    not say that it relates to time as ``statistic`` says.
    ``interval`` is published beside the value and no bound.
    ``rounding`` is the number with all that the rounding of its inputs leaves open. ``places`` are origin, way and
    destination.
    """

    id: str
    name: str
    part: str = ""
    quantity: Quantity | None = None
    phrase: str = ""
    kind: str = ""
    kind_title: str = ""
    indicator: str = ""
    counts: str = ""
    population: str = ""
    statistic: str = ""
    sources: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    unknown: tuple[bool, ...] = ()
    period: Span
    issued: Span
    groups: Groups = frozenset()
    share_of: str = ""
    change_of: str = ""
    from_to: str = ""
    is_gap: bool = False
    statistic_inferred: bool = False
    interval: Interval | None = None
    interval_words: str = ""
    rounding: Quantity | None = None
    season: str = ""
    prices: str = ""
    price_base: str = ""
    annualised: bool = False
    vintage: str = ""
    places: tuple[str, str, str] = ("", "", "")
    statuses: tuple[str, ...] = ()
    updates: str = ""
    part_of: str = ""
    series: str = ""
    same_as: str = ""
    caveats: tuple[Caveat, ...] = ()
    inputs: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    assumed: tuple[Assumption, ...] = ()

    @property
    def period_words(self) -> str:
        """Its period in words, marked where the editor assumed it, or that it is not stated."""
        return _words(self.period, self.inferred, "period")

    @property
    def states_period(self) -> bool:
        """Whether it has a period that its document states, if only in part."""
        return bool(self.period.text) and assumed(self.inferred, "period") != ASSUMED

    @property
    def issued_words(self) -> str:
        """Its date of issue in words, marked where the editor assumed it, or that it is not stated."""
        return _words(self.issued, self.inferred, "issued")

    @property
    def figure(self) -> str:
        """The id of the figure, without its part."""
        return self.id.partition(".")[0]

    @property
    def derived(self) -> bool:
        """Whether the operand is a derived figure."""
        return self.inputs != (self.id,)

    @property
    def expected(self) -> bool:
        """Whether it is of what has not been observed: a forecast, a plan, or one that holds under a condition."""
        return any(status in EXPECTED for status in self.statuses)

    @cached_property
    def issuers(self) -> frozenset[str]:
        """For each claim the source that counted, or the source that claims if it is unknown who counted."""
        return frozenset(root or source for root, source in zip(self.roots, self.sources, strict=True))

    @property
    def claims(self) -> tuple[tuple[str, str], ...]:
        """Source and root of each claim; an empty root is not stated."""
        return tuple(zip(self.sources, self.roots, strict=True))

    @property
    def anonymous(self) -> bool:
        """Whether one of its claims comes from unnamed reports."""
        return any(self.unknown)

    @property
    def counted_by(self) -> frozenset[str]:
        """The sources that are known to have counted: the stated roots, without unnamed reports."""
        return frozenset(root for root, unknown in zip(self.roots, self.unknown, strict=True) if root and not unknown)

    @property
    def roots_known(self) -> bool:
        """Whether it is known of each claim who counted."""
        return all(self.roots) and not self.anonymous


def _words(span: Span, inferred: tuple[str, ...], column: str) -> str:
    words = period.words(span.text)
    return with_assumed(words, inferred, column) if span.text else words


def printed_operand(catalogue: Catalogue, name: str) -> Operand:
    """The operand of a printed figure, or of a part of one: *ID*, *ID.period* or *ID.issued*.

    Raises UnknownIdError if there is no such figure or part, IndicatorsError for a part of a derived figure.
    """
    figure_id, _, part = name.partition(".")
    if part and part not in PARTS:
        raise UnknownIdError("part of a figure", part, nearest(part, PARTS) or PARTS)
    if part and figure_id in catalogue.derivations.index:
        raise IndicatorsError(f'"{figure_id}" is derived and has no {part} of its own; name one of a printed figure')
    observation = catalogue.observation(figure_id)
    title = with_groups(
        catalogue.text("indicators", observation.indicator, "title"), group_titles(catalogue, observation.groups)
    )
    if part:
        phrase = _words(observation.period if part == "period" else observation.issued, observation.inferred, part)
    else:
        phrase = " ".join(filter(None, number_and_unit(catalogue, observation, observation.unit, signed=True)))
    return Operand(
        id=name,
        name={"": title, "period": f"period of {title}", "issued": f"date of issue of {title}"}[part],
        part=part,
        quantity=None if part else observation.quantity(),
        phrase=phrase,
        kind="" if part else observation.kind,
        kind_title=catalogue.text("kinds", observation.kind, "title"),
        indicator=observation.indicator,
        counts=observation.counts or "",
        population=observation.population,
        statistic=observation.statistic,
        statistic_inferred=OF_INDICATOR in observation.inferred,
        sources=(observation.source,),
        roots=(observation.root or "",),
        unknown=(is_unnamed_reports(catalogue, observation.root or observation.source),),
        period=observation.period,
        issued=observation.issued,
        groups=frozenset(observation.groups),
        interval=None if part else observation.interval(),
        interval_words="" if part else _interval_words(catalogue, observation),
        season=observation.season or "",
        prices=observation.prices or "",
        price_base=observation.price_base or "",
        annualised=observation.annualised,
        vintage=observation.vintage or "",
        places=(observation.place_from or "", observation.place_through or "", observation.place_to or ""),
        statuses=(observation.status,),
        updates=observation.updates or "",
        part_of=observation.part_of or "",
        series=observation.series or "",
        same_as=observation.same_as or "",
        caveats=caveats_of(catalogue, observation.caveats),
        inputs=(name,),
        inferred=observation.inferred,
    )


def _interval_words(catalogue: Catalogue, observation: Observation) -> str:
    """The interval published beside a value with its unit, which a ratio (*1 in 62*) has none of; empty without one."""
    words = interval_words(catalogue, observation)
    if not words or ratio_words(catalogue, observation, observation.value):
        return words
    return f"{words} {catalogue.units.label(observation.unit)}"
