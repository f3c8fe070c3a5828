"""The pages of the dashboard as plain HTML, for a site without a server."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.charts.chart import Chart
from indicators.figures import summary
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.selection import Selection, has_record, select
from indicators.measure.units import SYSTEMS
from indicators.render import (
    figure_cells,
    figure_document,
    figure_table,
    headlines,
    method,
    others_published,
    standalone,
)
from indicators.render.headline_card import CardFigures
from indicators.render.report_content import ReportContent
from indicators.render.report_parts import Part, parts
from indicators.render.verdict_card import GROUPS
from indicators.ui.shared import addresses, site
from indicators.ui.shared.descriptions import ABOUT

_ASKING = ("Compare", "Check a draft")
"""Pages that answer a question, which only a server can."""
_FILES_OF_FIGURE = (*addresses.FIGURE_FORMS, addresses.EMBED_FIGURE)
_FILES_OF_CHART = (addresses.CHART_HTML, addresses.CHART_PNG, addresses.CHART_SVG, addresses.CHART_CSV)
_FORMS = {addresses.FIGURE_HTML: "page", addresses.CHART_HTML: "page", addresses.EMBED_FIGURE: "for a frame"}
"""Words for a form of a file, where they are others than the ending of its name."""


def file_name(address: str) -> str:
    """The path of a file or page below the folder of the site, of its address, which begins with a slash.

    An address without an ending is that of a folder; every host shows its ``index.html``.
    """
    name = address.strip("/")
    return name if "." in name else f"{name}/index.html".lstrip("/")


@dataclass(frozen=True, kw_only=True, eq=False)
class Pages:
    """The pages of a catalogue, without a selection and in units as printed.

    ``charts`` and ``files``, which are addresses without ``{id}``, are in the list of files. What needs a query is
    linked to ``server``, the address of a dashboard without a slash at its end, and left out without one.
    """

    catalogue: Catalogue
    charts: Sequence[Chart]
    files: Sequence[str]
    server: str = ""

    def __iter__(self) -> Iterator[tuple[str, Markup]]:
        """The address of each page and the page, those of the dashboard first, then one for each figure."""
        yield "/", self._page("/", site.FIRST, self._overview())
        yield self._below("Figures", self._figures())
        if has_record(self.catalogue):
            yield self._below(site.OTHERS, self._others())
        yield self._below("Calculations", self._parts(*GROUPS, "refused"))
        yield self._below("Sources", self._parts("sources", "missing"))
        yield self._below("Method", self._parts("method", "citations"))
        yield addresses.INDEX, self._page(addresses.INDEX, "Files", [markup.heading(1, "Files"), *self._list()])
        link = partial(self._figure_link, "../../")
        for figure in figures_of(self.catalogue, self.catalogue.figures, SYSTEMS[0]):
            content = figure_document.content(self.catalogue, figure, SYSTEMS[0], link)
            saved = self._saved("../../", _FILES_OF_FIGURE, figure.id)
            address = f"/{site.path('Figures')}/{figure.id}"
            yield address, self._page(address, summary.title(figure), [content, markup.heading(2, "Files"), saved])

    @cached_property
    def _content(self) -> ReportContent:
        rows = select(self.catalogue, Selection())
        return ReportContent(catalogue=self.catalogue, rows=rows, system=SYSTEMS[0], page=partial(self._figure, "../"))

    @cached_property
    def _report(self) -> dict[str, Part]:
        return {part.id: part for part in parts(self._content) if part.content}

    def _below(self, title: str, pieces: Iterable[str]) -> tuple[str, Markup]:
        address = f"/{site.path(title)}"
        return address, self._page(address, title, [markup.heading(1, title), *pieces])

    def _page(self, address: str, title: str, pieces: Iterable[str]) -> Markup:
        """A page with the menu above it and the licence below."""
        about, up = self.catalogue.descriptor, "../" * file_name(address).count("/")
        body = [
            markup.element(
                "header", markup.element("nav", *self._menu(address, up), class_="jumps", aria_label="Pages")
            ),
            markup.element("main", *pieces),
            markup.element("footer", method.licence(self.catalogue)),
        ]
        return standalone.page(
            f"{title} · {about.title}",
            about.description,
            markup.join(body, "\n"),
            ("style.css", "report.css"),
            attributes=address == "/",  # the marks of its cards
        )

    def _menu(self, current: str, up: str) -> Iterator[Markup]:
        """Links to the pages, of which one is ``current``."""
        pages = [
            (title, f"/{site.path(title) if title != site.FIRST else ''}")
            for title in site.menu(self.catalogue)
            if title not in _ASKING
        ]
        here = [*pages, ("Report", addresses.REPORT), ("Files", addresses.INDEX)]
        for title, address in here:
            place = "page" if address == current else None
            yield markup.element("a", title, href=up + file_name(address), aria_current=place)
        for title in _ASKING if self.server else ():
            yield markup.external_link(f"{self.server}/{site.path(title)}", title)

    def _overview(self) -> Iterator[Markup]:
        rows = self._content.rows
        cards = headlines.headline_cards(self.catalogue, rows, SYSTEMS[0], self._card_links)
        yield markup.heading(1, self.catalogue.descriptor.title)
        yield headlines.masthead(self.catalogue, Selection(), rows, cards)
        yield headlines.headline_grid(cards)
        yield from self._parts("charts")

    def _card_links(self, shown: CardFigures) -> tuple[Markup, Markup]:
        """Links from a card to what follows, to the record, and to each of its figures."""
        further = [("Calculations", f"{figure.title}: {figure.phrase}", "") for figure in shown.derived[:1]]
        if shown.beside:
            further.append((site.OTHERS, site.OTHERS, others_published.anchor(shown.observations[0].indicator)))
        links = (
            markup.page_link(file_name(f"/{site.path(title)}") + (f"#{place}" if place else ""), words)
            for title, words, place in further
        )
        figures = (
            markup.element("p", self._figure_link("", id_, f"Details and sources: {name}"))
            for id_, name in shown.names.items()
        )
        return markup.join(links), markup.join(figures)

    def _figures(self) -> Iterator[Markup]:
        """Every figure in a table, the headlines first, each with a link to its page."""
        record = has_record(self.catalogue)
        rows = self.catalogue.figures
        rows = rows.take(figure_table.positions(self.catalogue, rows, None, slice(None), SYSTEMS[0]))
        address = partial(self._figure, "../")
        yield figure_table.table(self.catalogue, rows, SYSTEMS[0], None, record=record, figure_address=address)

    def _others(self) -> tuple[Markup, ...]:
        def link(figure: Figure) -> Markup:
            return self._figure_link("../", figure.id, figure_cells.amount(figure))

        return others_published.content(self.catalogue, self.catalogue.figures, SYSTEMS[0], link)

    def _parts(self, *ids: str) -> Iterator[Markup]:
        """The parts of the report with these ids, each below its title; those without content are left out."""
        for id_ in ids:
            if part := self._report.get(id_):
                yield markup.heading(2, part.title) + part.content

    def _list(self) -> Iterator[Markup]:
        """Every file of the whole catalogue and of each chart."""
        yield markup.paragraph("The selection is here every figure that the documents print.")
        if self.server:
            index = f"{self.server}{addresses.INDEX}"
            link = markup.external_link(index, "the server")
            yield markup.element("p", "For a part of the figures, or other units, ask ", link, ".")
        lines = (
            (self._link("../", address, address.rpartition("/")[2]), ABOUT[address].replace("`", ""))
            for address in self.files
        )
        yield markup.table(("File", "Content"), lines)
        yield markup.heading(2, "Charts")
        yield markup.table(
            ("Chart", "Files"),
            ((chart.title, self._saved("../", _FILES_OF_CHART, chart.name)) for chart in self.charts),
        )
        yield markup.paragraph("The files of a figure are on its page.")

    def _saved(self, up: str, forms: Iterable[str], id_: str) -> Markup:
        links = (
            self._link(up, form.format(id=id_), _FORMS.get(form, form.rpartition(".")[2].upper())) for form in forms
        )
        return markup.join(links, " · ")

    def _figure_link(self, up: str, id_: str, words: str) -> Markup:
        return markup.element("a", words, href=self._figure(up, id_))

    @staticmethod
    def _figure(up: str, id_: str) -> str:
        return up + file_name(f"/{site.path('Figures')}/{id_}")

    @staticmethod
    def _link(up: str, address: str, words: str) -> Markup:
        return markup.element("a", words, href=up + file_name(address))
