"""oEmbed (oembed.com): the frame that shows a figure or a chart, found by the address of its page."""

from urllib.parse import parse_qs, unquote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as HTTPRequest
from starlette.responses import JSONResponse, Response

from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.charts.canvas import FRAMES
from indicators.errors import IndicatorsError, UnknownIdError
from indicators.figures import summary
from indicators.figures.build import figures_of
from indicators.figures.selection import select
from indicators.render import embed, embed_chart
from indicators.render.standalone import PREVIEW
from indicators.ui.server import origins
from indicators.ui.shared import addresses, embedding, links, served_catalogue, site
from indicators.ui.shared.addresses import MAX_LENGTH
from indicators.ui.shared.query import parse_leniently

_FIGURES = tuple(path.partition("{id}")[0] for path in (addresses.EMBED_FIGURE, addresses.FIGURE))
_CHARTS = tuple(path.partition("{id}")[0] for path in (addresses.EMBED_CHART, addresses.CHART_HTML))
_SMALLEST = 280
"""Width in pixels from which on a page for a frame fits."""


async def oembed(request: HTTPRequest) -> Response:
    """Answers what embeds the page at the address ``url``: 404 where it is none of a figure or chart, 501 for XML."""
    query = request.scope["query_string"][: 2 * MAX_LENGTH].decode("ascii", "replace")
    given = {name: values[0] for name, values in parse_qs(query).items()}
    if given.get("format", "json") != "json":
        return _answer(501, {"status": 501, "error": "only the format json is given"})
    at = origins.root(request.scope)
    try:
        found = await run_in_threadpool(_found, given, at + site.base_path() if at else "")
    except IndicatorsError as error:
        return _answer(404, {"status": 404, "error": str(error)})
    return _answer(200, found)


def _answer(status: int, body: dict[str, object]) -> Response:
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"}
    return JSONResponse(body, status_code=status, headers=headers)


def _found(given: dict[str, str], root: str) -> dict[str, object]:
    """The properties of oEmbed; raises IndicatorsError where there is nothing to embed."""
    url = given.get("url", "")[:MAX_LENGTH]
    if not root or not url.startswith(f"{root}/") or not embedding.ancestors():
        raise IndicatorsError("the parameter url is no address of this dashboard that may be embedded")
    catalogue = served_catalogue.current().catalogue()
    parts = urlsplit(url.removeprefix(root))
    path, query = unquote(parts.path), parse_qs(parts.query)
    title, path, height, parameters, picture = _figure(catalogue, path, query) or _chart(catalogue, path, query)
    width = max(_SMALLEST, _number(given.get("maxwidth"), embed.WIDTH))
    height = _number(given.get("maxheight"), height)
    thumbnail = links.file_address(root, picture, [*parameters, *links.picture_parameters("printed")])
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": catalogue.descriptor.title,
        "provider_url": f"{root}/",
        "width": width,
        "height": height,
        "html": embedding.frame(links.file_address(root, path, parameters), title, width, height),
        "thumbnail_url": thumbnail,
        "thumbnail_width": FRAMES[PREVIEW][0],
        "thumbnail_height": FRAMES[PREVIEW][1],
    }


_Embedded = tuple[str, str, int, list[tuple[str, str]], str]
"""Title, path of the page for a frame, height, parameters, and path of the picture."""


def _figure(catalogue: Catalogue, path: str, query: dict[str, list[str]]) -> _Embedded | None:
    """What embeds the figure of a page; None where the page has none. Raises UnknownIdError."""
    id_ = _id(path, _FIGURES)
    if path.strip("/") == site.path("Figures"):
        id_ = query.get(links.FIGURE, [""])[0]
    if not id_:
        return None
    (figure,) = figures_of(catalogue, catalogue.rows(id_))
    title = summary.title(figure)
    picture = addresses.FIGURE_PNG.format(id=id_)
    return title, addresses.EMBED_FIGURE.format(id=id_), embed.figure_height(figure), [], picture


def _chart(catalogue: Catalogue, path: str, query: dict[str, list[str]]) -> _Embedded:
    """What embeds the chart of a page; raises UnknownIdError."""
    id_ = _id(path, _CHARTS)
    selection = parse_leniently(catalogue, query)[0].selection
    chart = build.chart(catalogue, select(catalogue, selection), id_) if id_ else None
    if chart is None:
        raise UnknownIdError("page with a figure or a chart", path)
    picture = addresses.CHART_PNG.format(id=id_)
    return chart.title, addresses.EMBED_CHART.format(id=id_), embed_chart.CHART_HEIGHT, selection.query(), picture


def _id(path: str, prefixes: tuple[str, ...]) -> str:
    """What follows one of the prefixes, without the ending of a page; empty where the path has none of them."""
    return next((path.removeprefix(each).removesuffix(".html") for each in prefixes if path.startswith(each)), "")


def _number(text: str | None, most: int) -> int:
    """The number of pixels, no more than ``most``; that where the text is no number."""
    return min(int(text), most) if text and text.isdecimal() and len(text) < 6 else most
