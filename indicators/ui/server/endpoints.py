"""HTTP endpoints of files: headers, content coding, entity tags, and refusals in JSON.

A file is made in a thread, so that pages go on being served. Few files are made at once; small ones are cached.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from starlette.requests import Request as HTTPRequest
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.errors import CatalogueError, IndicatorsError, UnknownIdError, nearest
from indicators.ui.server import conditions, downloads, file_headers, origins
from indicators.ui.server.any_path import ANY
from indicators.ui.server.etags import etag
from indicators.ui.server.negotiation import preferred
from indicators.ui.server.queues import CHOOSING, QUICK, SLOW, BusyError
from indicators.ui.server.static_files import accepts_gzip
from indicators.ui.shared import embedding, links, served_catalogue, site
from indicators.ui.shared.addresses import (
    FIGURE,
    FIGURE_FORMS,
    FIGURES_CSV,
    INDEX,
    INDEX_FORMS,
    MAX_LENGTH,
)
from indicators.ui.shared.file import File, Request
from indicators.ui.shared.files import FILES
from indicators.ui.shared.query import QueryError, parse_strictly

_METHODS = "GET, HEAD, OPTIONS"
_PREFLIGHT = {
    "Allow": _METHODS,
    "Access-Control-Allow-Methods": _METHODS,
    "Access-Control-Allow-Headers": "If-Modified-Since, If-None-Match, If-Range, Range",
    "Access-Control-Max-Age": "86400",
}
_COMPRESSED = ("application/zip", "image/png")
_MANY = 20_000
"""Number of figures above which all files of a catalogue are made one at a time."""
_MOST_PROBLEMS = 200
"""Maximum number of a catalogue's problems in a refusal."""


class _TooManyError(IndicatorsError):
    """A file cannot be made of so many figures."""


@dataclass(frozen=True, kw_only=True)
class _Representation:
    """What a request selects: the file of ``request``, its content coding, and the entity tag of these bytes.

    They are the same since the date ``modified``, if that is known.
    """

    request: Request
    gzipped: bool
    etag: str
    modified: str


class _FileEndpoint:
    """ASGI endpoint of the file at one address."""

    def __init__(self, path: str, file: File, base: str) -> None:
        self._path, self._file, self._base = path, file, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        await _send(await self.response(HTTPRequest(scope)), scope, receive, send)

    async def response(self, request: HTTPRequest) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=file_headers.ANY_ORIGIN | _PREFLIGHT)
        if request.method not in ("GET", "HEAD"):
            return _refusal(405, f"{request.method} is not possible here; {_METHODS} are", headers={"Allow": _METHODS})
        if self._file.framed and not embedding.ancestors():
            return _refusal(404, "this server lets no page embed its figures")
        if len(request.scope["query_string"]) > MAX_LENGTH:
            return _refusal(414, f"the query is longer than {MAX_LENGTH:,} characters")
        try:
            selected = await CHOOSING.run(lambda: self._select(request))
            validators = self._validators(selected)
            if conditions.is_known(request.headers, validators["ETag"], selected.modified):
                return Response(status_code=304, headers=validators)
            return await self._whole_or_part(request, selected, self._content_headers(selected) | validators)
        except CatalogueError as error:
            shown = error.problems[:_MOST_PROBLEMS] if site.shows_problems() else ()
            problems = [asdict(problem) for problem in shown]
            sentence = (
                f"the catalogue has {len(error.problems):,} problems, and nothing of it is given until they are mended"
            )
            return _refusal(503, sentence, problems)
        except QueryError as error:
            return _refusal(400, str(error), [asdict(problem) for problem in error.problems])
        except UnknownIdError as error:
            found = {"parameter": "", "found": error.given, "expected": f"a {error.what}", "nearest": error.nearest}
            return _refusal(404, str(error), [found])
        except BusyError as error:
            return _refusal(503, str(error), headers={"Retry-After": "5"})
        except _TooManyError as error:
            return _refusal(422, str(error))
        except IndicatorsError as error:
            return _refusal(404, str(error))

    async def _whole_or_part(
        self, request: HTTPRequest, selected: _Representation, headers: Mapping[str, str]
    ) -> Response:
        slow = self._file.heavy or len(selected.request.catalogue.figures) > _MANY
        queue = SLOW if slow else QUICK
        content = await downloads.content(selected.etag, lambda: self._parts(selected), queue)
        if content is None:
            return downloads.MadeResponse(lambda: self._parts(selected), queue, headers)
        headers = {**headers, "Accept-Ranges": "bytes"}
        start, end, status = 0, content.size, 200
        try:
            asked = request.method == "GET" and conditions.part(
                request.headers, content.size, headers["ETag"], selected.modified
            )
        except conditions.UnsatisfiableRangeError:
            sentence = f"the file has {content.size:,} bytes, and the part that is asked for lies behind them"
            return _refusal(416, sentence, headers={"Content-Range": f"bytes */{content.size}"})
        if asked:
            (start, end), status = asked, 206
            headers["Content-Range"] = f"bytes {start}-{end - 1}/{content.size}"
        return downloads.ContentResponse(content, start, end, status=status, headers=headers)

    def _select(self, request: HTTPRequest) -> _Representation:
        folder = served_catalogue.current()
        catalogue = folder.catalogue()
        served = folder.served
        file = self._file
        query = parse_strictly(catalogue, request.scope["query_string"], file.options, selects=file.selects)
        id_ = request.path_params.get("id", "")
        at = origins.root(request.scope)
        root = at + self._base if at else ""
        address = links.file_address(root, self._path.format(id=id_), query.parameters()) if root else ""
        made_of = Request(catalogue=catalogue, query=query, root=root, address=address, id=id_)
        gzipped = self._file.media_type not in _COMPRESSED and accepts_gzip(request.headers)
        return _Representation(
            request=made_of,
            gzipped=gzipped,
            etag=etag(self._path, self._file, made_of) + ("-gzip" if gzipped else ""),
            modified=conditions.last_modified(served.since, datetime.now(UTC)) if served.catalogue is catalogue else "",
        )

    def _parts(self, selected: _Representation) -> Iterable[bytes]:
        request, file = selected.request, self._file
        if file.selects and len(request.positions) > file.most:
            raise _TooManyError(
                f"the selection has {len(request.positions):,} figures, and this file {file.most:,} at most; "
                f"choose less, or take {file.instead}"
            )
        parts = file.make(request)
        return downloads.compressed(parts) if selected.gzipped else parts

    def _validators(self, selected: _Representation) -> dict[str, str]:
        """Headers of a response with content and of one without: entity tag, caching, and who may use the file.

        A browser puts those of an answer without content in the place of those that came with the content.
        """
        varies = {} if self._file.media_type in _COMPRESSED else {"Vary": "Accept-Encoding"}
        dated = {"Last-Modified": selected.modified} if selected.modified else {}
        policy = file_headers.ANY_ORIGIN | (file_headers.frame_policy() if self._file.framed else {})
        return {**policy, "ETag": f'"{selected.etag}"', "Cache-Control": "no-cache", **dated, **varies}

    def _content_headers(self, selected: _Representation) -> dict[str, str]:
        disposition = "inline" if self._file.inline else "attachment"
        return {
            "Content-Type": self._file.media_type,
            "Content-Disposition": f'{disposition}; filename="{self._file.name(selected.request)}"',
            **({"Content-Encoding": "gzip"} if selected.gzipped else {}),
            **(file_headers.described(selected.request.query) if self._path == FIGURES_CSV else {}),
        }


class _PreferredFile:
    """ASGI endpoint of several forms of one file: gives the form whose media type the client prefers."""

    def __init__(self, paths: Sequence[str], base: str) -> None:
        self._paths = {FILES[path].media_type.partition(";")[0]: path for path in paths}
        self._endpoints = {path: _FileEndpoint(path, FILES[path], base) for path in paths}
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        request = HTTPRequest(scope)
        path = self._paths[preferred(request.headers.get("accept", ""), list(self._paths))]
        response = await self._endpoints[path].response(request)
        response.headers.add_vary_header("Accept")
        if response.status_code == 200:
            response.headers["Content-Location"] = quote(self._base + path.format(id=request.path_params.get("id", "")))
        await _send(response, scope, receive, send)


class _UnknownFile:
    """ASGI endpoint of every address below /data that has no file."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request with status 404."""
        path = scope["path"][:200]
        expected = f"one of {', '.join(FILES)}"
        found = {"parameter": "", "found": path, "expected": expected, "nearest": nearest(path, FILES)}
        await _send(_refusal(404, f"there is no file at {path}", [found]), scope, receive, send)


async def _send(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["method"] == "HEAD":
        response.body = b""  # the length of the content stays in the header
    await response(scope, receive, send)


def routes() -> list[Route]:
    """The routes of every file, below the base path that the server has, if any."""
    base = site.base_path()
    # An id may hold a slash, so the longest addresses are tried first.
    files = {path: _FileEndpoint(path, file, base) for path, file in FILES.items()}
    forms = {FIGURE: FIGURE_FORMS, INDEX: INDEX_FORMS}
    preferring = {path: _PreferredFile(paths, base) for path, paths in forms.items()}
    endpoints: dict[str, ASGIApp] = {**files, **preferring}
    paths = sorted(endpoints, key=len, reverse=True)
    found = [Route(base + path.replace("{id}", f"{{id:{ANY}}}"), endpoints[path]) for path in paths]
    return [
        *found,
        Route(f"{base}{INDEX}/", RedirectResponse(f"..{INDEX}")),
        *(Route(base + path, _UnknownFile()) for path in (f"/data/{{rest:{ANY}}}", f"/embed/{{rest:{ANY}}}")),
    ]


def _refusal(
    status: int, sentence: str, problems: object = (), *, headers: Mapping[str, str] | None = None
) -> Response:
    """A response that says in JSON what was wrong with the request."""
    body: dict[str, Any] = {"status": status, "error": sentence, "problems": problems}
    content = json.dumps(body, ensure_ascii=False, indent=2).encode("utf-8", "replace")
    described = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    return Response(content, status_code=status, headers={**file_headers.ANY_ORIGIN, **described, **(headers or {})})
