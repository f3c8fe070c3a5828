"""The parts of the report, each as HTML; a part that has nothing to show is empty."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice

import pandas as pd

from indicators import markup
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.charts import build, image
from indicators.columns import rows_with
from indicators.combine.derived import derived_among, printed_inputs, temptations_among
from indicators.combine.recipe import Derived
from indicators.figures import public_record
from indicators.figures.citation import cite_catalogue, cite_document
from indicators.figures.figure import Figure, figures_of
from indicators.render import figure_card, method, provenance_card, source_card, verdict_card

MOST_CARDS, MOST_CHARTS, MOST_ROWS, MOST_RECORDS, MOST_DERIVED, MOST_CITED = 60, 24, 400, 150, 100, 50
"""As many of each as the report holds; what it leaves out it says."""

_WIDTH = 430
"""Of a chart before it is scaled, in pixels: its text is then legible on a phone and in two columns on paper."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Content:
    """The ``rows`` that the report is about, in one ``system`` of units; with ``record`` it speaks of that too."""

    catalogue: Catalogue
    rows: pd.DataFrame
    system: str
    record: bool = False

    @cached_property
    def own(self) -> int:
        """How many of the rows are of the subject; these stand first."""
        return rows_with(self.rows["role"], SUBJECT).size

    @cached_property
    def headlines(self) -> pd.DataFrame:
        """The figures that have a place among the headlines, in that order."""
        order = self.rows["indicator"].astype("str").map(self.catalogue.indicators["order"])
        rows = self.rows.assign(_order=order)[order.notna() & (self.rows["role"] == SUBJECT)]
        return rows.sort_values(["_order", "issued_start_first"], kind="stable").head(4 * MOST_CARDS)

    @cached_property
    def recorded(self) -> tuple[Figure, ...]:
        """The figures that stand in the report with their record: the headlines, then the others."""
        first = self.rows[self.rows.index.isin(self.headlines.index)]
        others = self.rows.head(MOST_RECORDS + len(first))
        others = others[~others.index.isin(first.index)]
        return figures_of(self.catalogue, pd.concat([first, others]).head(MOST_RECORDS), self.system)

    @cached_property
    def _recorded_ids(self) -> frozenset[str]:
        return frozenset(one.id for one in self.recorded)

    def to(self, one: str, words: str) -> str:
        """The words, as a link to the record of a figure where the report holds it."""
        shown = markup.text(words)
        return f'<a href="#figure-{markup.text(one)}">{shown}</a>' if one in self._recorded_ids else shown


def parts(content: Content) -> Iterator[tuple[str, str]]:
    """The title and the HTML of each part in order."""
    catalogue = content.catalogue
    if len(content.rows):
        yield "Headline figures", _headlines(content)
        yield "Charts", _charts(content)
        yield "Figures", _table(content, content.rows.iloc[: content.own])
        yield "In the public record", _table(content, content.rows.iloc[content.own :], pages=True)
        chosen = derived_among(catalogue, content.rows)
        for verdict, (title, deck) in verdict_card.GROUPS.items():
            yield title, _derived(content, [one for one in chosen if one.verdict == verdict], deck)
        yield "Not computed, and why", _refused(content)
        yield "Who says it", _sources(content)
    yield (
        "Whose voice is missing",
        _cells(source_card.absent(catalogue, record=content.record, fold=markup.unfolded)[: source_card.MOST]),
    )
    yield "Each figure in full", _records(content)
    yield "How to read the figures", _method(content)
    yield "To cite it", _citations(content)


def _headlines(content: Content) -> str:
    """A card for each indicator among the headlines."""
    shown = figures_of(content.catalogue, content.headlines, content.system)
    groups = [list(group) for _, group in groupby(shown, key=lambda one: one.title)]
    return _cells(figure_card.card(group, _foot(content, group)) for group in groups[:MOST_CARDS]) + _more(
        len(groups) - MOST_CARDS, "headline", "in the table below"
    )


def _foot(content: Content, group: list[Figure]) -> str:
    links = ", ".join(content.to(one.id, f"{one.number} in full") for one in group)
    caveats = len({caveat for one in group for caveat in one.caveats})
    count = f"{caveats} {'caveat' if caveats == 1 else 'caveats'}" if caveats else "No caveat is recorded"
    return f'<p class="quiet">{count}; {links}</p>'


def _charts(content: Content) -> str:
    """The charts, each with its unit and how to read it."""
    strip = build.strip(content.catalogue, content.rows)
    drawn = list(islice(build.charts(content.catalogue, content.rows, content.system), MOST_CHARTS + 1))
    shown = [*drawn[:MOST_CHARTS], *([strip] if strip else [])]
    figures = (
        f"<figure><h3>{markup.text(one.title)}</h3>"
        + (markup.paragraph(f"in {one.unit}", "quiet") if one.unit else "")
        + image.inline(one, f"chart-{number}", _WIDTH)
        + f"<figcaption>{''.join(markup.paragraph(line, 'quiet') for line in one.key)}</figcaption></figure>"
        for number, one in enumerate(shown, 1)
    )
    left = "The charts of further groups of figures are left out." if len(drawn) > MOST_CHARTS else ""
    return (f'<div class="cells wider">{"".join(figures)}</div>' if shown else "") + (
        markup.paragraph(left, "quiet") if left else ""
    )


def _table(content: Content, rows: pd.DataFrame, *, pages: bool = False) -> str:
    """The figures of these rows in a table, each with a link to its record; ``pages`` adds one to its document."""
    if rows.empty:
        return ""
    shown = figures_of(content.catalogue, rows.head(MOST_ROWS), content.system)
    cells = (
        (
            f"<strong>{content.to(one.id, one.phrase)}</strong>",
            markup.text(one.title),
            markup.text(one.source_short + ("" if one.source_named else " (unnamed)")),
            markup.text(one.status),
            markup.text(one.period),
            markup.text(one.issued),
            f"{len(one.caveats)}",
            *([provenance_card.page(content.catalogue, one.document)] if pages else []),
        )
        for one in shown
    )
    header = ["Figure", "What it measures", "Source", "Status", "Covers", "Issued", "Caveats", "Page"]
    return markup.table(header if pages else header[:-1], cells) + _more(
        len(rows) - MOST_ROWS, "figure", "in the downloads"
    )


def _derived(content: Content, chosen: list[Derived], deck: str) -> str:
    """What follows, with its working, and the figures whose caveats it keeps."""
    if not chosen:
        return ""
    made = (
        verdict_card.derived(content.catalogue, one, _kept(content, one), markup.unfolded)
        for one in chosen[:MOST_DERIVED]
    )
    return (
        markup.paragraph(deck, "quiet") + _cells(made) + _more(len(chosen) - MOST_DERIVED, "result", "in the downloads")
    )


def _kept(content: Content, one: Derived) -> str:
    inputs = printed_inputs(content.catalogue, one.inputs)
    links = ", ".join(content.to(each, each) for each in inputs)
    count = f"{len(one.caveats)} {'caveat' if len(one.caveats) == 1 else 'caveats'}" if one.caveats else "No caveat"
    return f'<p class="quiet">{count}, those of {links}</p>'


def _refused(content: Content) -> str:
    tempting = temptations_among(content.catalogue, content.rows)
    if not tempting:
        return ""
    return verdict_card.refusals(tempting[:MOST_DERIVED]) + _more(
        len(tempting) - MOST_DERIVED, "refusal", "on the page What follows"
    )


def _sources(content: Content) -> str:
    """A card for each source that speaks."""
    ids = source_card.speaking(content.rows, content.catalogue)
    made = (
        source_card.card(
            content.catalogue, content.rows, one, content.system, record=content.record, fold=markup.unfolded
        )
        for one in ids[: source_card.MOST]
    )
    return (
        markup.paragraph(source_card.summary(content.rows, ids))
        + _cells(made)
        + _more(len(ids) - source_card.MOST, "source", "on the page Sources")
    )


def _records(content: Content) -> str:
    """Everything that the catalogue holds on each figure."""
    made = (
        f'<article class="record" id="figure-{markup.text(one.id)}">{figure_card.record(one, level=3)}'
        f"{_provenance(content, one.id)}</article>"
        for one in content.recorded
    )
    return "".join(made) + _more(len(content.rows) - MOST_RECORDS, "record", "in the downloads")


def _provenance(content: Content, one: str) -> str:
    """The chain of sources; with the record, what the figure most likely repeats and what was said of it."""
    catalogue, (row,) = content.catalogue, content.catalogue.rows(one).to_dict("records")
    resting = public_record.figures_of_one_root(catalogue, one, content.rows, content.system)
    shown = provenance_card.sources(catalogue, row, resting, level=4)
    if not content.record:
        return shown
    pairs = public_record.repeated_figures(catalogue, one, content.system)
    alike = {one, *(each.id for pair in pairs for each in (pair.subject, pair.record))}
    said = provenance_card.said("What was said of it", public_record.statements_about(catalogue, alike), level=4)
    return shown + provenance_card.repeated(pairs, level=4) + said


def _method(content: Content) -> str:
    sections = (
        f"<h3>{markup.text(title)}</h3>{piece}"
        for title, piece in method.sections(content.catalogue, level=4, record=content.record)
    )
    return method.reading() + "".join(sections)


def _citations(content: Content) -> str:
    """How to cite the dashboard and the documents; a figure's own citation stands in its record."""
    catalogue = content.catalogue
    used = content.rows["document"].unique()
    documents = [one for one in catalogue.documents.index if one in used]
    return (
        markup.paragraph("A figure is cited by its producer first; its citation stands in its record. The dashboard:")
        + f"<blockquote>{markup.text(cite_catalogue(catalogue))}</blockquote>"
        + (markup.paragraph("What the figures were read in:") if documents else "")
        + "".join(
            f"<blockquote>{markup.text(cite_document(catalogue, one))}</blockquote>" for one in documents[:MOST_CITED]
        )
        + _more(len(documents) - MOST_CITED, "document", "in the downloads")
    )


def _cells(pieces: Iterable[str]) -> str:
    """Pieces beside one another, as many to a row as there is room for."""
    made = "".join(f"<article>{piece}</article>" for piece in pieces)
    return f'<div class="cells">{made}</div>' if made else ""


def _more(count: int, what: str, where: str) -> str:
    """How many are left out, if any, and where they are."""
    if count <= 0:
        return ""
    return markup.paragraph(f"{count:,} more {what if count == 1 else f'{what}s'}: {where}.", "quiet")
