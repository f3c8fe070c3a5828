"""Makes the figures of rows of a catalogue, or of observations, and keeps them."""

from collections.abc import Iterable

import pandas as pd

from indicators.catalogue.document_fields import not_stated, stated_by_document
from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.agents import marked_if_unnamed
from indicators.figures.amounts import direction_words, is_fall, number_and_unit, size_of_fall
from indicators.figures.caveats import caveats_of
from indicators.figures.citation import cite_document, cite_figure, locator, publication
from indicators.figures.figure import Figure
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
    adjustment_apart,
    adjustment_words,
    group_titles,
    interval_words,
    statistic_words,
    with_groups,
)
from indicators.figures.updates import update_words, vintage_words
from indicators.measure import period

MAXIMUM_CACHED = 5_000
"""Maximum number of cached figures of a catalogue in one system of units, about 20 MB."""


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
        direction=direction_words(catalogue, observation),
        as_printed=observation.as_printed or "",
        kind=catalogue.text("kinds", observation.kind, "title"),
        statistic=statistic_words(catalogue, observation.indicator),
        topic=topic_titles(catalogue)[observation.topic],
        population=catalogue.text("populations", observation.population, "title"),
        source=observation.source,
        source_name=source_names(catalogue)[observation.source],
        source_short=short_source_names(catalogue)[observation.source],
        source_marked=marked_if_unnamed(catalogue, observation.source, source_names(catalogue)[observation.source]),
        source_kind=catalogue.word("sources", "kind", catalogue.text("sources", observation.source, "kind")),
        source_named=observation.named,
        source_implied=observation.source_implied,
        attribution=observation.attribution or "",
        root=root_name(catalogue, observation),
        via=via_names(catalogue, observation),
        status_code=observation.status,
        status=catalogue.word("observations", "status", observation.status),
        adjustment=adjustment_words(catalogue, observation),
        told_apart=adjustment_apart(catalogue, observation),
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
        locator=locator(catalogue, observation.document, observation.section, observation.paragraph),
        caveats=caveats_of(catalogue, observation.caveats),
        note=observation.note or "",
        citation=cite_figure(catalogue, observation),
    )
