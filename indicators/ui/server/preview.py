"""The first page's figures before the interface has loaded: its cards as plain HTML, which the interface replaces.

Streamlit's page is empty until its scripts have run and asked for the content. A script of our own in that page asks
for the preview at once, shows it where the cards will stand, and takes it away when they do.
"""

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from indicators import markup
from indicators.charts.theme import THEMES
from indicators.errors import CatalogueError
from indicators.paths import PACKAGE
from indicators.ui.shared import cached_cards, cached_catalogue
from indicators.ui.shared import query as asked

_COLOURS = {
    name: f"light-dark({getattr(THEMES['light'], name)}, {getattr(THEMES['dark'], name)})"
    for name in ("paper", "ink", "line")
}
_STYLE = "\n".join(
    [
        "#preview {" + "".join(f" --{name}: {colour};" for name, colour in _COLOURS.items()) + " }",
        *(
            path.read_text(encoding="utf-8")
            for path in (PACKAGE / "render" / "style.css", PACKAGE / "ui" / "server" / "preview.css")
        ),
    ]
)


async def answer(request: Request) -> Response:
    """The preview of what the query selects; nothing where there is no headline in it or the catalogue has problems."""
    query = request.scope["query_string"][: asked.LONGEST].decode("ascii", "replace")
    piece = await run_in_threadpool(_piece, query)
    return HTMLResponse(piece, headers={"Cache-Control": "no-cache"}) if piece else Response(status_code=204)


def _piece(query: str) -> str:
    try:
        catalogue = cached_catalogue.catalogue(cached_catalogue.folder())
    except CatalogueError:
        return ""  # the page shows them
    wanted, _ = asked.understood(catalogue, parse_qs(query))
    masthead, cards = cached_cards.pieces(catalogue, catalogue.folder, wanted.selection, wanted.units)
    if not cards:
        return ""
    title = markup.text(catalogue.descriptor.title)
    return f'<style>{_STYLE}</style><main><h1>{title}</h1><div class="ind">{masthead}{cards}</div></main>'
