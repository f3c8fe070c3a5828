"""The top of the first page, cached: made once for all readers, for the page and for its preview."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.figures import summary
from indicators.figures.figure import Figure
from indicators.figures.selection import Selection, select
from indicators.render import embed, others_published
from indicators.render.headline_card import CardFigures
from indicators.render.headlines import headline_cards, headline_grid, masthead
from indicators.text.counted import number_of
from indicators.text.sentences import in_quotes
from indicators.ui.shared import addresses, chips, embedding, links, site
from indicators.ui.shared.query import EXCEL

_FILES = ((addresses.FIGURE_PNG, "PNG"), (addresses.FIGURE_SVG, "SVG"), (addresses.FIGURE_CSV, "CSV"))


@kept(200)
def masthead_and_cards(catalogue: Catalogue, selection: Selection, system: str) -> tuple[Markup, Markup]:
    """The masthead with the sources to choose, and the cards in one system of units, empty without a headline."""
    rows = select(catalogue, selection)
    cards = headline_cards(catalogue, rows, system, partial(_links, selection, system))
    top = masthead(catalogue, selection, rows, cards) + chips.source_chips(catalogue, selection, system)
    title = markup.element("h2", "Headline figures", class_="unseen") if cards else ""
    return top, markup.join([title, headline_grid(cards)])


def _links(selection: Selection, system: str, shown: CardFigures) -> tuple[Markup, Markup]:
    """Links from a card: to what follows and to the record, and for each figure to all of it and to its files."""
    return markup.join(_further(selection, system, shown)), markup.join(_figures(selection, system, shown))


def _further(selection: Selection, system: str, shown: CardFigures) -> Iterator[Markup]:
    parameters = links.page_parameters(selection, system)
    if shown.derived:
        first, *others = shown.derived
        more = f"; {number_of(len(others), 'more calculation')}" if others else ""
        yield links.page_link("Calculations", f"{first.title}: {first.phrase}{more}", parameters)
    if shown.more:
        title = shown.figures[0].measure
        found = links.page_parameters(replace(selection, search=title), system)
        yield links.page_link("Figures", f"Search for {in_quotes(title, whole=True)}", found)
    if shown.beside:
        section = others_published.anchor(shown.observations[0].indicator)
        yield links.page_link(site.OTHERS, site.OTHERS, parameters, anchor=section)


def _figures(selection: Selection, system: str, shown: CardFigures) -> Iterator[Markup]:
    """The links of each figure: to all of it, and to its files."""
    names = shown.names
    several = len(names) > 1
    for figure in shown.figures:
        name = names[figure.id]
        address = links.page_address("Figures", links.page_parameters(selection, system, figure=figure.id))
        own = [
            _link("Details and sources", "way", address, f" of {name}" if several else ""),
            _link("Copy link", "copy", address, f" to {name}"),
        ]
        yield markup.element(
            "p",
            markup.element("strong", name) if several else "",
            _beside(own),
            _beside(_files(figure, system, f" of {name}")),
        )


def _files(figure: Figure, system: str, of: str) -> Iterator[Markup]:
    """Links that save a figure as a picture or as data, and the one that copies a frame, where pages may be framed."""
    for path, text in _FILES:
        address = links.file_address("", path.format(id=figure.id), _options(system, text))[1:]
        yield _link(text, "", address, of, download="")
    if embedding.ancestors():
        yield _embed(figure, system, of)


def _beside(shown: Iterable[Markup]) -> Markup:
    """Links that stay on one line."""
    return markup.element("span", markup.join(shown, " · "))


def _embed(figure: Figure, system: str, of: str) -> Markup:
    """A link to the page for a frame; ``links.js`` copies the line of HTML that shows it instead of following it."""
    path = addresses.EMBED_FIGURE.format(id=figure.id)
    address = links.file_address("", path, links.units_parameters(system))[1:]
    return markup.element(
        "a",
        "Embed",
        class_="copy",
        href=address,
        aria_label=f"Embed: copy the code{of}",
        data_title=summary.title(figure),
        data_width=str(embed.WIDTH),
        data_height=str(embed.figure_height(figure)),
    )


def _link(text: str, style: str, address: str, of: str, download: str | None = None) -> Markup:
    """A link; one with a text for ``download``, also an empty one, saves what a browser would show."""
    label = f"{text}{of}" if of else None
    return markup.element("a", text, class_=style or None, href=address, aria_label=label, download=download)


def _options(system: str, form: str) -> list[tuple[str, str]]:
    """The parameters of a file: the units, and for a CSV that a spreadsheet opens it."""
    units = links.units_parameters(system)
    return [*units, (EXCEL, "1")] if form == "CSV" else units
