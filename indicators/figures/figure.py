"""A figure as the reader sees it: every id resolved to words, the number in the chosen system of units."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from indicators.catalogue.document_fields import not_stated, stated_by_document
from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.amounts import FALL, is_fall, number_and_unit, size_of_fall
from indicators.figures.caveats import Caveat, caveats_of
from indicators.figures.citation import cite_document, cite_figure, publication
from indicators.figures.names import (
    document_titles,
    indicator_titles,
    place_words,
    short_source_names,
    source_names,
    topic_titles,
)
from indicators.figures.provenance import root_name, via_names
from indicators.figures.statistics import (
    adjustment_words,
    group_titles,
    interval_words,
    statistic_words,
    with_groups,
)
from indicators.figures.updates import update_words, vintage_words
from indicators.measure import bounds, period
from indicators.measure.period import NOT_STATED

MAXIMUM_CACHED = 5_000
"""Maximum number of cached figures of a catalogue in one system of units, about 20 MB."""
STATED = "stated by the document"
"""Of a field that a document states once for all its figures."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure in words.

    ``measure`` is what is measured, ``title`` the same with the ``groups`` that it is of. ``interval`` is the one
    published beside the number, and no bound. A change below zero reads as a fall, with the size of the fall as its
    number: *a fall of 182,000*.

    ``definition`` says what is counted, in the document's own terms where the catalogue has them. ``number`` is the
    number with its qualifier (*more than 74,000*), or the printed words of a vague magnitude; ``unit`` is its unit in
    words. ``converted`` is the number and unit as printed if they were converted, else empty. Dates are in words.
    Fields that the document does not state are ``missing`` and read *not stated*; ``stated`` are those that it states
    once for all its figures. ``root`` is the name of who counted, ``via`` are those of who relayed it. ``updates`` is
    the id of the figure that this one updates; ``update_words`` tell it, or the one that updates this, ``vintage``
    whether this is first published or revised, and to what. ``status_code`` is the id of ``status``. A figure of the
    record stands ``elsewhere``.
    """

    id: str
    title: str
    measure: str
    definition: str
    groups: str
    number: str
    unit: str
    converted: str
    interval: str
    qualifier: str
    is_fall: bool
    as_printed: str
    kind: str
    statistic: str
    topic: str
    population: str
    source: str
    source_name: str
    source_short: str
    source_kind: str
    source_named: bool
    source_implied: bool
    attribution: str
    root: str
    via: tuple[str, ...]
    status: str
    status_code: str
    adjustment: str
    vintage: str
    period: str
    issued: str
    inferred: tuple[str, ...]
    stated: tuple[str, ...]
    missing: frozenset[str]
    place: str
    updates: str
    update_words: str
    document: str
    document_title: str
    document_citation: str
    publication: str  # the document in a few words
    elsewhere: bool
    text_held: bool
    section: str
    paragraph: str
    caveats: tuple[Caveat, ...]
    note: str
    citation: str

    def known(self, field: str) -> str:
        """The words of a field; empty where the document does not state it."""
        return "" if field in self.missing else str(getattr(self, field))

    @property
    def amount(self) -> str:
        """Qualifier, number and unit: *more than 74,000 metric tons*."""
        return f"{self.number} {self.unit}" if self.unit else self.number

    @property
    def phrase(self) -> str:
        """The amount, and the interval that is published beside it: *70 percent (95 % credible interval 61 to 78)*."""
        return f"{self.amount} ({self.interval})" if self.interval else self.amount

    @property
    def parts(self) -> tuple[str, str]:
        """The words of the qualifier, empty for a bare number, and the number without them."""
        bound = bounds.WORDS[self.qualifier]
        if self.is_fall:
            bound = f"{FALL}{bound}".strip()
        if self.unit and bound:
            return bound, self.number.removeprefix(bound).strip()
        return "", self.number

    @property
    def qualifier_words(self) -> str:
        """The qualifier in words: *more than*; *none, a bare number*."""
        return "none, a bare number" if self.qualifier == "unqualified" else self.qualifier.replace("_", " ")

    @property
    def source_words(self) -> str:
        """Name and kind of the source: *US officials (government, unnamed)*; without a kind that its name tells."""
        known = "source_kind" not in self.missing
        told = self.source_kind.casefold() in self.source_name.casefold()
        kind = [self.source_kind] if known and not told else []
        unnamed = ["unnamed"] if known and not self.source_named else []
        about = ", ".join([*kind, *unnamed])
        return f"{self.source_name} ({about})" if about else self.source_name

    @property
    def claimant(self) -> str:
        """The source in words, and whether it is the editor who infers it from the context."""
        return f"{self.source_words}, as the editor reads the text" if self.source_implied else self.source_words

    @property
    def is_attributed(self) -> bool:
        """Whether words of its own, or the document for all its figures, tie the claim to its source."""
        return bool(self.attribution) or "source" in self.stated

    @property
    def attributed(self) -> str:
        """The words that tie the claim to its source, in quotation marks, or why there are none."""
        if self.attribution:
            return f"“{self.attribution}”"
        if "source" in self.stated:
            return STATED
        return "none in the document" if self.text_held else "not recorded, as the text is not held"

    @property
    def locator(self) -> str:
        """Section and paragraph of the document."""
        if not self.section:
            return NOT_STATED
        return f"section “{self.section}”, paragraph {self.paragraph}"


def figures_of(catalogue: Catalogue, rows: pd.DataFrame, system: str = "printed") -> tuple[Figure, ...]:
    """The figures of these rows of ``catalogue.figures``, in ``system`` of units (one of ``units.SYSTEMS``).

    Takes some 100 µs for each new figure: pass the rows that a page shows, not a whole catalogue.
    """
    cache = _cache(catalogue, system)
    ids = rows["id"].tolist()
    # Sessions share the cache, and one session may empty it while another reads.
    figures = {figure_id: cache.get(figure_id) for figure_id in ids}
    if None in figures.values():
        missing = rows[[figures[figure_id] is None for figure_id in ids]]
        made = figures_from(catalogue, catalogue.observations(missing), system)
        figures |= {figure.id: figure for figure in made}
    return tuple(figure for figure in map(figures.get, ids) if figure)


def figures_from(
    catalogue: Catalogue, observations: Iterable[Observation], system: str = "printed"
) -> tuple[Figure, ...]:
    """The figures of these observations; where rows would be read for both, quicker than ``figures_of``."""
    cache = _cache(catalogue, system)
    figures = []
    for observation in observations:
        figure = cache.get(observation.id) or _figure(catalogue, observation, system)
        if len(cache) >= MAXIMUM_CACHED:
            cache.clear()
        cache[observation.id] = figure
        figures.append(figure)
    return tuple(figures)


@kept()
def _cache(_catalogue: Catalogue, _system: str) -> dict[str, Figure]:
    """Cached figures of a catalogue in one system of units, by id."""
    return {}


def _figure(catalogue: Catalogue, observation: Observation, system: str) -> Figure:
    shown = catalogue.units.in_system(observation.unit, system)
    number, unit, converted = number_and_unit(catalogue, observation, shown)
    definition = catalogue.text("indicators", observation.indicator, "definition")
    measure, groups = indicator_titles(catalogue)[observation.indicator], group_titles(catalogue, observation.groups)
    return Figure(
        id=observation.id,
        title=with_groups(measure, groups),
        measure=measure,
        definition=" ".join(filter(None, (observation.counts, definition))),
        groups=groups,
        number=number,
        unit=unit,
        converted=converted,
        interval=interval_words(catalogue, observation, catalogue.units.factor(observation.unit, shown)),
        qualifier=size_of_fall(observation).qualifier if is_fall(observation) else observation.qualifier,
        is_fall=is_fall(observation),
        as_printed=observation.as_printed or "",
        kind=catalogue.text("kinds", observation.kind, "title"),
        statistic=statistic_words(catalogue, observation.indicator),
        topic=topic_titles(catalogue)[observation.topic],
        population=catalogue.text("populations", observation.population, "title"),
        source=observation.source,
        source_name=source_names(catalogue)[observation.source],
        source_short=short_source_names(catalogue)[observation.source],
        source_kind=catalogue.word("sources", "kind", catalogue.text("sources", observation.source, "kind")),
        source_named=observation.named,
        source_implied=observation.source_implied,
        attribution=observation.attribution or "",
        root=root_name(catalogue, observation),
        via=via_names(catalogue, observation),
        status_code=observation.status,
        status=catalogue.word("observations", "status", observation.status),
        adjustment=adjustment_words(catalogue, observation),
        vintage=vintage_words(catalogue, observation, system),
        period=period.words(observation.period.text),
        issued=period.words(observation.issued.text),
        inferred=observation.inferred,
        stated=stated_by_document(catalogue, observation),
        missing=not_stated(catalogue, observation),
        place=place_words(observation),
        updates=observation.updates or "",
        update_words=update_words(catalogue, observation, system),
        document=observation.document,
        document_title=document_titles(catalogue)[observation.document],
        document_citation=cite_document(catalogue, observation.document),
        publication=publication(catalogue, observation.document),
        elsewhere=observation.role != SUBJECT,
        text_held=bool(catalogue.documents.at[observation.document, "text_held"]),
        section=observation.section or "",
        paragraph="" if observation.paragraph is None else str(observation.paragraph),
        caveats=caveats_of(catalogue, observation.caveats),
        note=observation.note or "",
        citation=cite_figure(catalogue, observation),
    )
