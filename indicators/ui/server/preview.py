"""The preview: the cards of the first page as plain HTML, shown until the interface has loaded.

Streamlit's page is empty until its scripts have run and have fetched the content. `preview.js` in that page fetches the
preview at once, shows it where the cards will stand, and removes it when they stand there.
"""

from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from indicators import markup
from indicators.charts.theme import THEMES
from indicators.errors import CatalogueError
from indicators.paths import PACKAGE
from indicators.ui.server.queues import QUICK, BusyError
from indicators.ui.shared import cached_cards, hooks, served_catalogue
from indicators.ui.shared.query import MAX_LENGTH, parse_leniently

_COLOURS = {
    name: f"light-dark({getattr(THEMES['light'], name)}, {getattr(THEMES['dark'], name)})"
    for name in ("paper", "ink", "line")
}
_STYLE = "\n".join(
    [
        "#preview {" + "".join(f" --{name}: {colour};" for name, colour in _COLOURS.items()) + " }",
        (PACKAGE / "render" / "style.css").read_text(encoding="utf-8"),
        (PACKAGE / "ui" / "server" / "preview.css").read_text(encoding="utf-8").replace("STREAMLIT_MAIN", hooks.MAIN),
    ]
)


async def preview(request: Request) -> Response:
    """Answers with the preview of the selection; status 204 where it has no headline or the catalogue has problems."""
    parameters = request.scope["query_string"][:MAX_LENGTH].decode("ascii", "replace")
    try:
        html = await QUICK.run(lambda: _html(parameters))
    except BusyError as error:
        return PlainTextResponse(str(error), status_code=503, headers={"Retry-After": "5"})
    return HTMLResponse(html, headers={"Cache-Control": "no-cache"}) if html else Response(status_code=204)


def _html(parameters: str) -> str:
    """The preview, or an empty text."""
    try:
        catalogue = served_catalogue.current().catalogue()
    except CatalogueError:
        return ""  # the page shows the problems
    query, _ = parse_leniently(catalogue, parse_qs(parameters))
    masthead, cards = cached_cards.masthead_and_cards(catalogue, catalogue.digest, query.selection, query.units)
    if not cards:
        return ""
    title = markup.heading(1, catalogue.descriptor.title)
    main = markup.element("main", title, markup.element("div", masthead, cards, class_="ind"))
    return f"<style>{_STYLE}</style>{main}"
