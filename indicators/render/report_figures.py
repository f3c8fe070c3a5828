"""The parts of the report that show figures: headline cards, charts, tables, each figure in full."""

from functools import partial
from itertools import islice

import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.charts import build, timeline
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.summary import said_and_counted_by
from indicators.render import caveat_list, figure_card, figure_cells, headlines, provenance_card, report_charts
from indicators.render.headline_card import CardFigures
from indicators.render.report_content import (
    MOST_CARDS,
    MOST_CHARTS,
    MOST_IN_FULL,
    MOST_ROWS,
    ReportContent,
    left_out,
)
from indicators.text.counted import number_of


def headline_cards(content: ReportContent) -> Markup:
    """The cards of the first page, with links to the figures in full."""
    cards = headlines.headline_cards(content.catalogue, content.headlines, content.system, partial(_links, content))
    return headlines.headline_grid(cards[:MOST_CARDS]) + left_out(
        len(cards) - MOST_CARDS, "headline", "in the table below"
    )


def charts(content: ReportContent) -> Markup:
    """The charts, each with its unit and how to read it."""
    strip = timeline.strip(content.catalogue, content.rows)
    built = list(islice(build.charts(content.catalogue, content.rows, content.system), MOST_CHARTS + 1))
    shown = build.with_distinct_titles([*built[:MOST_CHARTS], *([strip] if strip else [])])
    more = "The charts of further groups of figures are left out." if len(built) > MOST_CHARTS else ""
    return report_charts.in_columns(shown) + (markup.paragraph(more, "quiet") if more else "")


def figure_table(content: ReportContent, rows: pd.DataFrame, *, documents: bool = False) -> Markup:
    """A table of the rows, each linked to its figure in full; ``documents`` adds a column of links to the documents."""
    if rows.empty:
        return markup.EMPTY
    lines = (
        (
            markup.element("strong", content.link_to(figure.id, figure_cells.amount(figure))),
            figure_cells.measured(content.catalogue, figure),
            said_and_counted_by(content.catalogue, figure),
            figure.status,
            figure_cells.date_cell(figure, "period"),
            figure_cells.date_cell(figure, "issued"),
            f"{len(figure.caveats)}",
            *([provenance_card.document_link(content.catalogue, figure.document)] if documents else []),
        )
        for figure in figures_of(content.catalogue, rows.head(MOST_ROWS), content.system)
    )
    header = ["Figure", "What it measures", "Source", "Status", "Period", "Issued", "Caveats"]
    return markup.table([*header, *(["Website"] if documents else [])], lines) + left_out(
        len(rows) - MOST_ROWS, "figure", "in the downloads"
    )


def figures_in_full(content: ReportContent) -> Markup:
    """Each figure with its caveats; a click shows all its fields, its sources and what it repeats."""
    articles = (markup.element("article", *_in_full(content, figure), class_="record") for figure in content.in_full)
    return markup.join(articles) + left_out(len(content.rows) - MOST_IN_FULL, "figure", "in the downloads")


def _in_full(content: ReportContent, figure: Figure) -> tuple[Markup, ...]:
    """A figure with its caveats, and the rest behind a click, which the browser opens for a link that leads there."""
    inside = markup.element(
        "div",
        markup.paragraph(figure.definition),
        figure_card.fields_and_citation(figure, 3, content.link_to),
        _provenance(content, figure.id),
        id=f"figure-{figure.id}",
    )
    return (
        markup.heading(3, figure.title),
        figure_card.said_by(figure, f"{figure.phrase} ({figure.vintage})" if figure.vintage else figure.phrase),
        caveat_list.of_figure(figure),
        markup.details("What is counted, all fields, sources, citation", inside),
    )


def _links(content: ReportContent, shown: CardFigures) -> tuple[Markup, Markup]:
    """The links of a card: how many more figures its indicator has, and each of its figures in full."""
    more = f"{number_of(shown.more, 'more figure')} in the table below." if shown.more else ""
    links = (markup.paragraph(content.link_to(id_, f"{name} in full")) for id_, name in shown.names.items())
    return markup.paragraph(more, "quiet") if more else markup.EMPTY, markup.join(links)


def _provenance(content: ReportContent, figure: str) -> Markup:
    """The chain of sources; with the record, also how the figure compares with it."""
    chain = provenance_card.chain(content.catalogue, figure, content.rows, content.system, level=4)
    if not content.record:
        return chain
    return chain + provenance_card.in_record(content.catalogue, figure, content.system, level=4)
