"""How the addresses of files answer: who may read, in which encoding, whether anything changed, and what was wrong.

A file is made in a thread, so that the pages go on; few are made at once, and only small ones are kept.
"""

import gzip
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request as Asking
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from indicators.errors import CatalogueError, IndicatorsError, UnknownIdError, nearest
from indicators.ui.server import interface
from indicators.ui.server.etags import Kept, tag
from indicators.ui.shared import cached_catalogue, links
from indicators.ui.shared import query as asked
from indicators.ui.shared.files import FILES, File, Request

_METHODS = "GET, HEAD, OPTIONS"
_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag",
    # What may be read from anywhere runs nothing and loads nothing, wherever it is opened.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_PREFLIGHT = {
    "Allow": _METHODS,
    "Access-Control-Allow-Methods": _METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_COMPRESSED = ("application/zip", "image/png")
_HOST = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?", re.IGNORECASE)
_MANY = 20_000
"""Figures of a catalogue from which on every file is made one at a time."""
_MOST_PROBLEMS = 200

_Result = TypeVar("_Result")


class _BusyError(IndicatorsError):
    """More is asked for at once than is made."""


class _Lane:
    """Work in threads: so much at once, so much waiting; what is more is refused."""

    def __init__(self, *, at_once: int, waiting: int) -> None:
        self._limiter = CapacityLimiter(at_once)
        self._waiting = waiting

    async def run(self, work: Callable[[], _Result]) -> _Result:
        """What the work gives; raises _BusyError."""
        if self._limiter.statistics().tasks_waiting >= self._waiting:
            raise _BusyError("too many files are asked for at once; ask again in a few seconds")
        return await to_thread.run_sync(work, limiter=self._limiter)


_QUICK = _Lane(at_once=4, waiting=64)
_SLOW = _Lane(at_once=1, waiting=16)
_KEPT = Kept(16 * 2**20)


@dataclass(frozen=True, kw_only=True)
class _Question:
    """What was asked, understood; ``tag`` names the bytes of the answer, whether or not they are ``gzipped``."""

    request: Request
    gzipped: bool
    tag: str


class _Address:
    """ASGI endpoint of the file at one address."""

    def __init__(self, path: str, file: File, base: str) -> None:
        self._path, self._file, self._base = path, file, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        asking = Asking(scope)
        await _answer_with(await self._answer(asking), scope, receive, send)

    async def _answer(self, asking: Asking) -> Response:
        if asking.method == "OPTIONS":
            return Response(status_code=204, headers=_OPEN | _PREFLIGHT)
        if asking.method not in ("GET", "HEAD"):
            return _refusal(405, f"{asking.method} is not possible here; {_METHODS} are", headers={"Allow": _METHODS})
        if len(asking.scope["query_string"]) > asked.LONGEST:
            return _refusal(414, f"the query is longer than {asked.LONGEST:,} characters")
        try:
            question = await _QUICK.run(lambda: self._understand(asking))
            headers = self._headers(question)
            if headers["ETag"] in _known(asking):
                return Response(status_code=304, headers=_OPEN | headers)
            content = _KEPT.get(question.tag)
            if content is None:
                slow = self._file.heavy or len(question.request.catalogue.figures) > _MANY
                content = await (_SLOW if slow else _QUICK).run(lambda: self._make(question))
            return Response(content, headers=_OPEN | self._described(question) | headers)
        except CatalogueError as error:
            problems = [asdict(one) for one in error.problems[:_MOST_PROBLEMS]]
            sentence = (
                f"the catalogue has {len(error.problems):,} problems, and nothing of it is given until they are mended"
            )
            return _refusal(503, sentence, problems)
        except asked.QueryError as error:
            return _refusal(400, str(error), error.problems())
        except UnknownIdError as error:
            found = {"parameter": "", "found": error.given, "expected": f"a {error.what}", "nearest": error.nearest}
            return _refusal(404, str(error), [found])
        except _BusyError as error:
            return _refusal(503, str(error), headers={"Retry-After": "5"})
        except IndicatorsError as error:
            return _refusal(404, str(error))

    def _understand(self, asking: Asking) -> _Question:
        catalogue = cached_catalogue.catalogue(cached_catalogue.folder())
        query = asking.scope["query_string"]
        given = asked.read(catalogue, query, self._file.options, selects=self._file.selects)
        one = asking.path_params.get("one", "")
        root = _root(asking) + self._base if _root(asking) else ""
        here = links.address(root, self._path.format(one=one), given.query()) if root else ""
        request = Request(catalogue=catalogue, asked=given, root=root, address=here, one=one)
        gzipped = self._file.media_type not in _COMPRESSED and interface.reads_gzip(asking.headers)
        return _Question(
            request=request,
            gzipped=gzipped,
            tag=tag(self._path, self._file, request) + ("-gzip" if gzipped else ""),
        )

    def _make(self, question: _Question) -> bytes:
        # While this one waited, the same may have been made for another.
        content = _KEPT.get(question.tag)
        if content is None:
            content = self._file.make(question.request)
            if question.gzipped:
                content = gzip.compress(content, 6, mtime=0)
            _KEPT.put(question.tag, content)
        return content

    def _headers(self, question: _Question) -> dict[str, str]:
        varies = {} if self._file.media_type in _COMPRESSED else {"Vary": "Accept-Encoding"}
        return {"ETag": f'"{question.tag}"', "Cache-Control": "no-cache", **varies}

    def _described(self, question: _Question) -> dict[str, str]:
        disposition = "inline" if self._file.inline else "attachment"
        return {
            "Content-Type": self._file.media_type,
            "Content-Disposition": f'{disposition}; filename="{self._file.name(question.request)}"',
            **({"Content-Encoding": "gzip"} if question.gzipped else {}),
        }


class _Nothing:
    """ASGI endpoint of every address below /data that has no file."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path = scope["path"][:200]
        expected = f"one of {', '.join(FILES)}"
        found = {"parameter": "", "found": path, "expected": expected, "nearest": nearest(path, FILES)}
        await _answer_with(_refusal(404, f"there is no file at {path}", [found]), scope, receive, send)


async def _answer_with(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["method"] == "HEAD":
        response.body = b""  # its length stays in the header
    await response(scope, receive, send)


def routes() -> list[Route]:
    """The routes of every file, below the base path that the server has, if any."""
    base = interface.base()
    # An id may hold a slash; the longest addresses are tried first.
    paths = sorted(FILES, key=len, reverse=True)
    found = [Route(base + path.replace("{one}", "{one:path}"), _Address(path, FILES[path], base)) for path in paths]
    return [*found, Route(base + "/data", _Nothing()), Route(base + "/data/{rest:path}", _Nothing())]


def _refusal(
    status: int, sentence: str, problems: object = (), *, headers: Mapping[str, str] | None = None
) -> Response:
    """An answer that says in JSON what was wrong."""
    body: dict[str, Any] = {"status": status, "error": sentence, "problems": problems}
    content = json.dumps(body, ensure_ascii=False, indent=2).encode("utf-8", "replace")
    described = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    return Response(content, status_code=status, headers={**_OPEN, **described, **(headers or {})})


def _known(asking: Asking) -> set[str]:
    """The entity tags that a reader has already; a proxy may have marked one as weak."""
    return {one.strip().removeprefix("W/") for one in asking.headers.get("if-none-match", "").split(",")}


def _root(asking: Asking) -> str:
    """The server's own address as the reader wrote it, or nothing where that is none."""
    host = asking.headers.get("host", "")
    return f"{asking.url.scheme}://{host}" if _HOST.fullmatch(host) else ""
