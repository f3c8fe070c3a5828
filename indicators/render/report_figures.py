"""The parts of the report that show figures: headline cards, charts, tables, each figure in full."""

from collections import Counter
from collections.abc import Collection
from itertools import groupby, islice

import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.charts import build, image, timeline
from indicators.figures.build import figures_of
from indicators.figures.caveats import Caveat, caveat_count
from indicators.figures.figure import Figure
from indicators.figures.summary import dated, full_title
from indicators.render import figure_card, provenance_card
from indicators.render.figure_table import source
from indicators.render.headline_card import first_caveats
from indicators.render.report_content import (
    MOST_CARDS,
    MOST_CHARTS,
    MOST_IN_FULL,
    MOST_ROWS,
    ReportContent,
    cells,
    left_out,
)

_WIDTH = 360
"""Width of a chart with its axes, before it is scaled: its text is legible on a phone, and in two columns on paper."""


def headline_cards(content: ReportContent) -> Markup:
    """A card for each indicator among the headlines."""
    rows = content.headlines
    figures = zip(rows["indicator"], figures_of(content.catalogue, rows, content.system), strict=True)
    groups = [[figure for _, figure in group] for _, group in groupby(figures, key=lambda headline: headline[0])]
    having = Counter(caveat for group in groups for caveat in {each for figure in group for each in figure.caveats})
    shared = {caveat for caveat, count in having.items() if count > 1}
    cards = (figure_card.card(group, _links(content, group, shared)) for group in groups[:MOST_CARDS])
    return cells(cards) + left_out(len(groups) - MOST_CARDS, "headline", "in the table below")


def charts(content: ReportContent) -> Markup:
    """The charts, each with its unit and how to read it."""
    strip = timeline.strip(content.catalogue, content.rows)
    built = list(islice(build.charts(content.catalogue, content.rows, content.system), MOST_CHARTS + 1))
    shown = build.with_distinct_titles([*built[:MOST_CHARTS], *([strip] if strip else [])])
    figures = (
        markup.element(
            "figure",
            markup.heading(3, chart.title),
            markup.paragraph(f"in {chart.unit}", "quiet") if chart.unit else "",
            Markup(image.inline(chart, f"chart-{number}", _WIDTH)),
            markup.element("figcaption", markup.paragraph(chart.how_to_read, "quiet")) if chart.key else "",
        )
        for number, chart in enumerate(shown, 1)
    )
    more = "The charts of further groups of figures are left out." if len(built) > MOST_CHARTS else ""
    return markup.join(
        [
            markup.element("div", *figures, class_="cells wider") if shown else "",
            markup.paragraph(more, "quiet") if more else "",
        ]
    )


def figure_table(content: ReportContent, rows: pd.DataFrame, *, documents: bool = False) -> Markup:
    """A table of the rows, each linked to its figure in full; ``documents`` adds a column of links to the documents."""
    if rows.empty:
        return markup.EMPTY
    lines = (
        (
            markup.element("strong", content.link_to(figure.id, figure.phrase)),
            full_title(figure),
            source(content.catalogue, figure),
            figure.status,
            dated(figure, "period"),
            dated(figure, "issued"),
            f"{len(figure.caveats)}",
            *([provenance_card.document_link(content.catalogue, figure.document)] if documents else []),
        )
        for figure in figures_of(content.catalogue, rows.head(MOST_ROWS), content.system)
    )
    header = ["Figure", "What it measures", "Source", "Status", "Period", "Issued", "Caveats"]
    return markup.table([*header, *(["Page"] if documents else [])], lines) + left_out(
        len(rows) - MOST_ROWS, "figure", "in the downloads"
    )


def figures_in_full(content: ReportContent) -> Markup:
    """Each figure with all its fields, its chain of sources and, with the record, what it repeats."""
    articles = (
        markup.element(
            "article",
            figure_card.in_full(figure, 3, content.link_to),
            _provenance(content, figure.id),
            class_="record",
            id=f"figure-{figure.id}",
        )
        for figure in content.in_full
    )
    return markup.join(articles) + left_out(len(content.rows) - MOST_IN_FULL, "figure", "in the downloads")


def _links(content: ReportContent, figures: list[Figure], shared: Collection[Caveat]) -> Markup:
    """The foot of a card: its weightiest caveats, their number, and a link to each figure in full.

    ``shared`` are the caveats that other cards have too.
    """
    links = (content.link_to(id_, f"{name} in full") for id_, name in figure_card.names_on_card(figures).items())
    caveats = len({caveat for figure in figures for caveat in figure.caveats})
    count = caveat_count(caveats) if caveats else "No caveat is recorded"
    foot = markup.paragraph(markup.join([f"{count}; ", markup.join(links, ", ")]), "quiet")
    return first_caveats(figures, shared) + foot


def _provenance(content: ReportContent, figure: str) -> Markup:
    """The chain of sources; with the record, also how the figure compares with it."""
    chain = provenance_card.chain(content.catalogue, figure, content.rows, content.system, level=4)
    if not content.record:
        return chain
    return chain + provenance_card.in_record(content.catalogue, figure, content.system, level=4)
