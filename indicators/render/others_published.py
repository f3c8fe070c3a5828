"""Each figure of the subject beside the public record: what was kept, changed or dropped, rivals, who rests on whom."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.figures import provenance, public_record
from indicators.figures.agents import within_sentence
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.names import indicator_titles
from indicators.figures.repeated import Became, RepeatedFigure, repeated_figures
from indicators.figures.statements import statements_about
from indicators.figures.summary import dated, dates_told, said_and_counted_by
from indicators.render import figure_cells, provenance_card
from indicators.render.headlines import headline_positions
from indicators.text.first_letter import with_capital

OTHER_THINGS = "Other things, counted by others"
MOST_SECTIONS, MOST_FIGURES = 40, 30
"""Maximum number of sections, and of figures in each list of a section."""

LinkToFigure = Callable[[Figure], Markup]
"""Makes a link to a figure, with its phrase as the text."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """What the record has beside one indicator, or beside none: the id of its heading, its title, what stands below."""

    anchor: str
    title: str
    html: Markup


def sections(
    catalogue: Catalogue, rows: pd.DataFrame, system: str, link: LinkToFigure, level: int = 2
) -> Iterator[Section]:
    """A section for each indicator among the rows whose quantity others published too; headlines come first.

    The last one has the rows of the record beside whose quantity none of the rows of the subject stands. The headings
    inside a section are one below ``level``.
    """
    is_own = (rows["role"] == SUBJECT).to_numpy()
    own = rows[is_own].sort_values("issued_start_first", kind="stable")
    headlines = own["indicator"].iloc[headline_positions(catalogue, own)]
    found = 0
    for indicator in dict.fromkeys([*headlines, *own["indicator"].unique()]):
        sentence = public_record.record_sentence(catalogue, indicator)
        if not sentence or found == MOST_SECTIONS:
            continue
        found += 1
        printed = figures_of(catalogue, own[(own["indicator"] == indicator).to_numpy()][:MOST_FIGURES], system)
        html = _section(catalogue, indicator, printed, sentence, system, link, level + 1)
        yield Section(anchor=anchor(indicator), title=indicator_titles(catalogue)[indicator], html=html)
    heads = public_record.indicator_families(catalogue)
    told = {heads[indicator] for indicator in own["indicator"].unique()}
    others = rows[~is_own & ~rows["indicator"].map(heads).isin(told).to_numpy()]
    if len(others):
        yield Section(
            anchor="other-things", title=OTHER_THINGS, html=_alone(catalogue, others, system, link, level + 1)
        )


def content(catalogue: Catalogue, rows: pd.DataFrame, system: str, link: LinkToFigure) -> tuple[Markup, ...]:
    """What the page says below its title: an introduction, links to its sections, the sections.

    ``rows`` are of the subject and of the record.
    """
    found = list(sections(catalogue, rows, system, link))
    if not found:
        return (markup.paragraph("Nothing else is recorded that was published on the figures of this selection."),)
    return (
        markup.paragraph(
            "What is printed here beside what was published elsewhere: what was kept, what was changed or left out, "
            "which other figures there are, and who counted. "
            "Whether two are one publication is the editor's judgement.",
            "deck",
        ),
        markup.element("nav", *map(_jump, found), class_="jumps", aria_label="On this page"),
        *(
            markup.element(
                "section",
                markup.element("h2", section.title, id=section.anchor),
                section.html,
                class_="beside",
            )
            for section in found
        ),
    )


def anchor(indicator: str) -> str:
    """The id of the section on an indicator."""
    return f"about-{indicator}"


def _jump(section: Section) -> Markup:
    return markup.element("a", section.title, href=f"#{section.anchor}")


def _section(
    catalogue: Catalogue,
    indicator: str,
    printed: Sequence[Figure],
    sentence: str,
    system: str,
    link: LinkToFigure,
    level: int,
) -> Markup:
    family = public_record.figures_of_family(catalogue, indicator)
    record = family[(family["role"] != SUBJECT).to_numpy()]
    pairs = [pair for figure in printed for pair in repeated_figures(catalogue, figure.id, system)]
    repeated = {pair.record.id for pair in pairs}
    others = _by_time(record[~record["id"].isin(repeated).to_numpy()])
    ids = {figure.id for figure in printed} | set(record["id"])
    return markup.join(
        [
            _printed(catalogue, printed, link),
            markup.paragraph(sentence),
            *(_repetition(catalogue, pair, link, level) for pair in pairs),
            markup.heading(level, "Other published figures") if len(others) else "",
            _others(catalogue, others, system, link),
            _who_counted(catalogue, family),
            _statements(statements_about(catalogue, ids), level),
        ]
    )


def _alone(catalogue: Catalogue, record: pd.DataFrame, system: str, link: LinkToFigure, level: int) -> Markup:
    """Figures of the record beside which none is printed here."""
    return markup.join(
        [
            markup.paragraph("No selected figure that is printed here measures the same."),
            _others(catalogue, _by_time(record), system, link),
            _who_counted(catalogue, record),
            _statements(statements_about(catalogue, set(record["id"])), level),
        ]
    )


def _by_time(record: pd.DataFrame) -> pd.DataFrame:
    """The rows by the end of their period, or else by their date of issue."""
    of_time = record["period_end_last"].fillna(record["issued_start_first"])
    return record.iloc[of_time.argsort(kind="stable")]


def _who_counted(catalogue: Catalogue, rows: pd.DataFrame) -> Markup:
    claims = zip(rows["source"].tolist(), rows["root"].astype(object).where(rows["root"].notna(), ""), strict=True)
    return markup.element(
        "p", markup.element("strong", "Who counted: "), provenance.who_counted(catalogue, claims), "."
    )


def _printed(catalogue: Catalogue, figures: Iterable[Figure], link: LinkToFigure) -> Markup:
    items = (markup.join([link(figure), markup.kept_together(f", {_by(catalogue, figure)}")]) for figure in figures)
    return markup.element("p", markup.element("strong", "Printed here: "), markup.join(items, "; "))


def _by(catalogue: Catalogue, figure: Figure) -> str:
    """Who says a figure, how firmly, and when."""
    return ", ".join((within_sentence(said_and_counted_by(catalogue, figure)), figure.status, *dates_told(figure)))


def _repetition(catalogue: Catalogue, pair: RepeatedFigure, link: LinkToFigure, level: int) -> Markup:
    """A figure and the publication that it most likely repeats: the fields that differ, and the names of the others."""
    alike = {
        became: [each.field for each in pair.differences if each.became == became]
        for became in (Became.KEPT, Became.NEITHER)
    }
    differing = [difference for difference in pair.differences if difference.became not in alike]
    rows = (
        (
            difference.field,
            difference.subject,
            difference.record,
            markup.element("strong", difference.became),
        )
        for difference in differing
    )
    return markup.join(
        [
            markup.element(f"h{level}", f"{with_capital(pair.subject.phrase)}, as printed elsewhere"),
            markup.element(
                "p",
                "Most likely the same figure: ",
                link(pair.record),
                " in ",
                provenance_card.document_link(catalogue, pair.record.document),
                markup.tagged(f", {dated(pair.record, 'issued')}. {pair.ground}", "editor"),
            ),
            markup.table(("", "As printed here", "As printed elsewhere", "Change"), rows) if differing else "",
            *(
                markup.paragraph(f"{became.capitalize()}: {', '.join(fields)}.", "quiet")
                for became, fields in alike.items()
                if fields
            ),
        ]
    )


def _others(catalogue: Catalogue, record: pd.DataFrame, system: str, link: LinkToFigure) -> Markup:
    """A table of the first of these figures of the record; empty without any."""
    if record.empty:
        return markup.EMPTY
    rows = (
        (
            link(figure),
            figure_cells.measured(catalogue, figure),
            said_and_counted_by(catalogue, figure),
            figure.status,
            figure_cells.date_cell(figure, "issued"),
            figure_cells.date_cell(figure, "period"),
            provenance_card.document_link(catalogue, figure.document),
        )
        for figure in figures_of(catalogue, record[:MOST_FIGURES], system)
    )
    more = f"and {len(record) - MOST_FIGURES:,} more" if len(record) > MOST_FIGURES else ""
    return markup.join(
        [
            markup.table(("Figure", "What it measures", "Source", "Status", "Issued", "Period", "Website"), rows),
            markup.paragraph(more, "quiet") if more else "",
        ]
    )


def _statements(sentences: Sequence[str], level: int) -> Markup:
    if not sentences:
        return markup.EMPTY
    return markup.heading(level, "What was said of it") + markup.bullet_list(sentences)
