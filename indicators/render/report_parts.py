"""The parts of the report in their order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from indicators import markup
from indicators.combine.derived import Temptation, derived_among, printed_inputs, temptations_among
from indicators.combine.recipe import Derived
from indicators.figures.build import figures_of
from indicators.figures.citation import cite_catalogue, cite_document
from indicators.figures.figure import Figure
from indicators.figures.names import distinct_names
from indicators.figures.summary import dated_if_known, full_title
from indicators.render import method, report_figures, source_card, verdict_card
from indicators.render.report_content import MOST_CITED, MOST_DERIVED, ReportContent, cells, left_out
from indicators.text.counted import number_of


class Part(NamedTuple):
    """A part of the report: its id, which is also that of its heading, its title and its content."""

    id: str
    title: str
    content: Markup


def parts(content: ReportContent) -> Iterator[Part]:
    """The parts; one that has nothing to show has empty content."""
    if len(content.rows):
        yield Part("headlines", "Headline figures", report_figures.headline_cards(content))
        yield Part("charts", "Charts", report_figures.charts(content))
        yield Part("figures", "Figures", report_figures.figure_table(content, content.ordered.iloc[: content.own]))
        record = report_figures.figure_table(content, content.rows.iloc[content.own :], documents=True)
        yield Part("record", "What others published", record)
        derived = derived_among(content.catalogue, content.rows)
        for verdict, (title, deck) in verdict_card.GROUPS.items():
            cards = _derived(content, [figure for figure in derived if figure.verdict == verdict], deck)
            yield Part(verdict, title, cards)
        temptations = temptations_among(content.catalogue, content.rows)
        yield Part("refused", verdict_card.temptations_title(temptations), _refused(temptations))
        yield Part("sources", "Who says it", _sources(content))
    yield Part("missing", "Whose voice is missing", _absent(content))
    yield Part("in-full", "Each figure in full", report_figures.figures_in_full(content))
    yield Part("method", "How to read the figures", _method(content))
    yield Part("citations", "To cite it", _citations(content))


def _derived(content: ReportContent, derived: list[Derived], deck: str) -> Markup:
    """Cards of derived figures with their working, and with links to the figures whose caveats they keep."""
    if not derived:
        return markup.EMPTY
    cards = (
        verdict_card.derived_card(content.catalogue, figure, _inputs(content, figure))
        for figure in derived[:MOST_DERIVED]
    )
    return markup.join(
        [
            markup.paragraph(deck, "quiet"),
            cells(cards),
            left_out(len(derived) - MOST_DERIVED, "result", "in the downloads"),
        ]
    )


def _inputs(content: ReportContent, derived: Derived) -> Markup:
    rows = content.catalogue.rows(*printed_inputs(content.catalogue, derived.inputs))
    figures = figures_of(content.catalogue, rows, content.system)
    names = distinct_names({figure.id: (_with_period(figure), f"issued {figure.issued}") for figure in figures})
    links = markup.join((content.link_to(figure, name) for figure, name in names.items()), "; ")
    count = len(derived.caveats)
    words = number_of(count, "caveat") if count else "No caveat"
    return markup.paragraph(markup.join([f"{words}, those of ", links]), "quiet")


def _with_period(figure: Figure) -> str:
    """What a figure measures, and when: *Patients a day, September 2024*."""
    return ", ".join(filter(None, (full_title(figure), dated_if_known(figure, "period"))))


def _refused(temptations: Sequence[Temptation]) -> Markup:
    if not temptations:
        return markup.EMPTY
    return verdict_card.refusals(temptations[:MOST_DERIVED]) + left_out(
        len(temptations) - MOST_DERIVED, "refusal", "on the page Calculations"
    )


def _sources(content: ReportContent) -> Markup:
    """A card for each source that makes a claim."""
    ids = source_card.speaking(content.rows, content.catalogue)
    cards = {
        source: source_card.card(
            content.catalogue,
            content.rows,
            source,
            content.system,
            record=content.record,
            link=content.link_to,
        )
        for source in ids[: source_card.MOST]
    }
    long = [source for source in cards if source_card.is_long(content.rows, source)]
    return markup.join(
        [
            markup.paragraph(source_card.summary(content.rows, ids)),
            cells(
                [cards[source] for source in cards if source not in long],
                wide=[cards[source] for source in long],
                stacked=True,
            ),
            left_out(len(ids) - source_card.MOST, "source", "on the page Sources"),
        ]
    )


def _absent(content: ReportContent) -> Markup:
    cards = source_card.absent(content.catalogue, record=content.record)
    return cells(cards[: source_card.MOST])


def _method(content: ReportContent) -> Markup:
    sections = method.sections(content.catalogue, level=4, record=content.record)
    folded = (markup.details(markup.heading(3, title), section) for title, section in sections)
    return markup.element("div", method.reading(), *folded, class_="method")


def _citations(content: ReportContent) -> Markup:
    """How to cite the dashboard and the documents; the citation of a figure stands where it is shown in full."""
    catalogue = content.catalogue
    used = content.rows["document"].unique()
    documents = [document for document in catalogue.documents.index if document in used]
    cited = (cite_document(catalogue, document) for document in documents[:MOST_CITED])
    return markup.join(
        [
            markup.paragraph(
                "A figure is cited by its producer first: its citation stands with its details. The dashboard:"
            ),
            markup.element("blockquote", cite_catalogue(catalogue)),
            markup.paragraph("What the figures were read in:") if documents else "",
            *(markup.element("blockquote", text) for text in cited),
            left_out(len(documents) - MOST_CITED, "document", "in the downloads"),
        ]
    )
