"""The preview: cards and charts of the first page as plain HTML, shown until the interface has loaded.

Streamlit's page is empty until its scripts have run and have fetched the content. `preview.js` in that page fetches the
preview at once, shows it where cards and charts will stand, and removes it when they stand there. The charts come by
an answer of their own, for which no card waits.
"""

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.errors import CatalogueError
from indicators.ui.server.queues import QUICK, BusyError
from indicators.ui.shared import cached_cards, served_catalogue
from indicators.ui.shared.addresses import MAX_LENGTH
from indicators.ui.shared.query import Query, parse_leniently

CHART, ALONE = "chart", "alone"
"""Parameters: the first asks for the charts, and says how many pixels wide each is, the second one in its own row."""
_NARROWEST, _WIDEST, _STEP = 240, 1280, 4
"""Widths of charts in pixels: multiples of the step, so that few are made and kept."""


async def preview(request: Request) -> Response:
    """Answers with the cards of the selection, or with its charts; status 204 where there are none.

    So it does where the catalogue has problems, which the page shows.
    """
    parameters = request.scope["query_string"][:MAX_LENGTH].decode("ascii", "replace")
    try:
        html = await QUICK.run(lambda: _html(parse_qs(parameters)))
    except BusyError as error:
        return PlainTextResponse(str(error), status_code=503, headers={"Retry-After": "5"})
    return HTMLResponse(html, headers={"Cache-Control": "no-cache"}) if html else Response(status_code=204)


def _html(parameters: Mapping[str, list[str]]) -> str:
    """The part of the preview that is asked for, or an empty text."""
    try:
        catalogue = served_catalogue.current().catalogue()
    except CatalogueError:
        return ""
    query, _ = parse_leniently(catalogue, parameters)
    width = "".join(parameters.get(CHART, ()))
    if not width:
        return _cards(catalogue, query)
    return _charts(catalogue, query, _pixels(width), _pixels("".join(parameters.get(ALONE, ())) or width))


def _cards(catalogue: Catalogue, query: Query) -> str:
    masthead, cards = cached_cards.masthead_and_cards(catalogue, query.selection, query.units)
    if not cards:
        return ""
    title = markup.heading(1, catalogue.descriptor.title)
    return markup.element("main", title, markup.element("div", masthead, cards, class_="ind"))


def _pixels(width: str) -> int:
    """A width as a parameter has it, within the limits."""
    pixels = int(width) if width.isascii() and width.isdigit() and len(width) < 5 else _WIDEST
    return min(max(pixels, _NARROWEST), _WIDEST) // _STEP * _STEP


def _charts(catalogue: Catalogue, query: Query, width: int, width_alone: int) -> str:
    _cards(catalogue, query)  # before the charts: what these import would share the processor with them
    from indicators.ui.shared import cached_charts, chart_section

    drawn = cached_charts.drawings(catalogue, query.selection, query.units, width, width_alone)
    return chart_section.section(catalogue, drawn, query.selection, query.units) if drawn else ""
