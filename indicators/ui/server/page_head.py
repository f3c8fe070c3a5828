"""The head of a page: what stands at its address, for programs that preview a link and run no scripts."""

from urllib.parse import parse_qs, urlencode

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.errors import UnknownIdError
from indicators.export import json_ld
from indicators.figures import summary
from indicators.figures.build import figures_of
from indicators.figures.selection import Selection, in_words, select
from indicators.render import selection_picture, standalone
from indicators.ui.shared import addresses, embedding, links, site
from indicators.ui.shared.query import parse_leniently


@kept(256)
def head(catalogue: Catalogue, page: str, query: str, root: str) -> Markup:
    """Title, description, address and picture of a page; without a ``root``, the dashboard's address, the first two.

    A figure that is opened in full is what its page is about, whatever else is selected.
    """
    given = parse_qs(query)
    asked, _ = parse_leniently(catalogue, given)
    try:
        (figure,) = figures_of(catalogue, catalogue.rows(given.get(links.FIGURE, [""])[0]), asked.units)
    except UnknownIdError:
        selected = asked.selection.query()
        shown = " · ".join(in_words(catalogue, asked.selection).values())
        title = " · ".join(filter(None, (site.title(page), shown)))
        words = selection_picture.description(catalogue, asked.selection)
        address = links.file_address(root, f"/{page}", links.page_parameters(asked.selection, asked.units))
        path = addresses.FIGURES_PNG
    else:
        title, words = summary.title(figure), summary.description(figure)
        address = links.figure_address(root, figure.id, asked.units)
        path, selected = addresses.FIGURE_PNG.format(id=figure.id), []
    image = links.file_address(root, path, [*selected, *links.picture_parameters(asked.units)])
    site_name = catalogue.descriptor.title
    oembed = (
        links.oembed_link(root, address) if path != addresses.FIGURES_PNG and root and embedding.ancestors() else ""
    )
    return markup.join(
        [
            markup.element("title", " · ".join(filter(None, (title, site_name)))),
            markup.empty_element("meta", name="description", content=words),
            *standalone.link_preview(site_name, title or site_name, words, address if root else "", image),
            oembed,
            _dataset(catalogue, root, asked.selection) if not page and root else "",
        ]
    )


def _dataset(catalogue: Catalogue, root: str, selection: Selection) -> Markup:
    """The selection as a Dataset, without its figures, for search engines for data."""
    data = json_ld.about(catalogue, select(catalogue, selection), root, urlencode(selection.query()))
    # No text of HTML: a browser reads what stands inside the element without unescaping it.
    return Markup(f'<script type="application/ld+json">{json_ld.script(data)}</script>')
