"""The preview: cards and charts of the first page as plain HTML, shown until the interface has loaded.

Streamlit's page is empty until its scripts have run and have fetched the content. `preview.js` in that page fetches the
preview at once, shows it where cards and charts will stand, and removes it when they stand there. The charts come by
an answer of their own, for which no card waits. That of a server just started may be kept on disk: this module imports
little, so that it is sent before pandas is there.
"""

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from indicators.errors import CatalogueError
from indicators.ui.server import kept_preview
from indicators.ui.server.queues import QUICK, BusyError
from indicators.ui.shared import served_catalogue
from indicators.ui.shared.addresses import MAX_LENGTH

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
    width = "".join(parameters.get(CHART, ()))
    widths = (_pixels(width), _pixels("".join(parameters.get(ALONE, ())) or width)) if width else None
    of_everything = parameters.keys() <= {CHART, ALONE}
    name = f"charts {widths}" if widths else kept_preview.CARDS
    folder = served_catalogue.current()
    if of_everything and not folder.is_read and (kept := kept_preview.find(name)):
        return kept
    try:
        catalogue = folder.catalogue()
    except CatalogueError:
        return ""
    from indicators.ui.server import preview_parts

    if not of_everything:
        return preview_parts.part(catalogue, parameters, widths)
    if widths and (kept := kept_preview.find(name, catalogue.digest)):
        return kept  # to draw them again would wait for the process that draws, where only what was kept was shown yet
    html = preview_parts.part(catalogue, {}, widths)
    kept_preview.keep(catalogue.digest, name, html)
    return html


def _pixels(width: str) -> int:
    """A width as a parameter has it, within the limits."""
    pixels = int(width) if width.isascii() and width.isdigit() and len(width) < 5 else _WIDEST
    return min(max(pixels, _NARROWEST), _WIDEST) // _STEP * _STEP
