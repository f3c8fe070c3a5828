"""The head of a page: what stands at its address, for programs that preview a link and run no scripts."""

from functools import lru_cache
from urllib.parse import parse_qs

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.charts.canvas import FRAMES
from indicators.errors import UnknownIdError
from indicators.figures.figure import figures_of
from indicators.figures.selection import in_words
from indicators.figures.summary import description
from indicators.measure.units import SYSTEMS
from indicators.render import selection_picture
from indicators.ui.shared import addresses, links, site
from indicators.ui.shared.query import SIZE, UNITS, parse_leniently

PREVIEW = "opengraph"
"""The frame of the pictures that stand for a page."""


@lru_cache(maxsize=256)
def head(catalogue: Catalogue, page: str, query: str, root: str) -> Markup:
    """Title, description, address and picture of a page; without a ``root``, the dashboard's address, the first two.

    A figure that is opened in full is what its page is about, whatever else is selected.
    """
    given = parse_qs(query)
    asked, _ = parse_leniently(catalogue, given)
    units = [(UNITS, asked.units)] if asked.units != SYSTEMS[0] else []
    try:
        (figure,) = figures_of(catalogue, catalogue.rows(given.get(links.FIGURE, [""])[0]), asked.units)
    except UnknownIdError:
        parameters = links.page_parameters(asked.selection, asked.units)
        shown = " · ".join(in_words(catalogue, asked.selection).values())
        title = " · ".join(filter(None, (site.title(page), shown)))
        words = selection_picture.description(catalogue, asked.selection)
        address, picture = links.file_address(root, f"/{page}", parameters), (addresses.FIGURES_PNG, parameters)
    else:
        title, words = f"{figure.phrase}: {figure.title}", description(figure)
        address = links.figure_address(root, figure.id, asked.units)
        picture = addresses.FIGURE_PNG.format(id=figure.id), units
    path, parameters = picture
    image = links.file_address(root, path, [*parameters, (SIZE, PREVIEW)])
    return _tags(catalogue.descriptor.title, title, words, address if root else "", image)


def _tags(site_name: str, title: str, words: str, address: str, image: str) -> Markup:
    width, height = FRAMES[PREVIEW]
    graph = {
        "og:type": "website",
        "og:site_name": site_name,
        "og:title": title or site_name,
        "og:description": words,
        **({"og:url": address, "og:image": image} if address else {}),
        **({"og:image:width": str(width), "og:image:height": str(height), "og:image:alt": words} if address else {}),
    }
    return markup.join(
        [
            markup.element("title", " · ".join(filter(None, (title, site_name)))),
            markup.empty_element("meta", name="description", content=words),
            *(markup.empty_element("meta", property=name, content=content) for name, content in graph.items()),
            markup.empty_element("meta", name="twitter:card", content="summary_large_image"),
            *([markup.empty_element("link", rel="canonical", href=address)] if address else []),
        ]
    )
