"""Downloads: each file is made once for all who ask for it meanwhile, and then sent from the store.

What cannot be stored, because there is no room or no place for temporary files, is sent while it is made.
"""

import asyncio
import logging
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from anyio import to_thread
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from indicators.ui.server.queues import Queue
from indicators.ui.server.store import Content, NoRoomError, Store
from indicators.ui.shared.memory import return_memory

_LOG = logging.getLogger("indicators")
_PART = 2**16
"""Bytes that are sent at once."""
_LEVEL = 4
_LONGEST = 600
"""Seconds after which a file that is sent while it is made is given up, so that others get their turn."""

_MOST_ON_DISK = 4 * 2**30


def _room_on_disk() -> int:
    """Bytes that downloads may take of the folder of temporary files: half of what is free, and 4 GB at most."""
    try:
        return min(shutil.disk_usage(tempfile.gettempdir()).free // 2, _MOST_ON_DISK)
    except OSError:
        return 0


STORE = Store(memory=16 * 2**20, disk=_room_on_disk())
_making: dict[str, asyncio.Task[Content | None]] = {}

Parts = Callable[[], Iterable[bytes]]


async def content(tag: str, make: Parts, queue: Queue) -> Content | None:
    """The file with this entity tag, from the store or made by ``make``; None where it cannot be stored.

    Raises what ``make`` raises, and BusyError. Whoever asks while the file is being made waits for it.
    """
    if stored := STORE.get(tag):
        return stored
    if tag not in _making:
        _making[tag] = asyncio.create_task(_stored(tag, make, queue))
        _making[tag].add_done_callback(lambda task: _forget(tag, task))
    return await asyncio.shield(_making[tag])


def _forget(tag: str, task: "asyncio.Task[Content | None]") -> None:
    del _making[tag]
    if not task.cancelled():
        task.exception()  # whoever asked has it, or has gone


async def _stored(tag: str, make: Parts, queue: Queue) -> Content | None:
    try:
        return await queue.run(lambda: _written(tag, make))
    except NoRoomError:
        _LOG.warning("A file has no room beside the downloads that are being sent; it is sent while it is made.")
    except OSError as error:
        _LOG.warning("No temporary file can be written (%s); a file is sent while it is made.", error.strerror)
    return None


def _written(tag: str, make: Parts) -> Content:
    written = STORE.write(tag, make())
    if written.on_disk:
        return_memory()
    return written


def compressed(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts as one gzip file, the same bytes for the same parts."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    for part in parts:
        yield packer.compress(part)
    yield packer.flush()


class ContentResponse(Response):
    """Response with a stored file, or the bytes of it from ``start`` to before ``end``."""

    def __init__(self, file: Content, start: int, end: int, *, status: int, headers: Mapping[str, str]) -> None:
        super().__init__(None, status, headers)
        self.headers["Content-Length"] = str(end - start)
        self._file, self._start, self._end = file, start, end

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends the bytes in small parts, each when the client has taken those before."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        with self._file.in_use():
            place = self._end if scope["method"] == "HEAD" else self._start
            while place < self._end:
                part = await self._read(place, min(_PART, self._end - place))
                place += len(part)
                await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async def _read(self, start: int, count: int) -> bytes:
        if self._file.on_disk:
            return await to_thread.run_sync(self._file.read, start, count)
        return self._file.read(start, count)


class MadeResponse(Response):
    """Response with a file that is sent while it is made, without its length; an error ends the connection."""

    def __init__(self, make: Parts, queue: Queue, headers: Mapping[str, str]) -> None:
        super().__init__(None, 200, headers)
        del self.headers["Content-Length"]
        self._make, self._queue = make, queue

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Makes the file, and sends each part when the client has taken those before."""
        async with self._queue.turn(), asyncio.timeout(_LONGEST):
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            if scope["method"] != "HEAD":
                parts = await to_thread.run_sync(lambda: iter(self._make()))
                while part := await to_thread.run_sync(_next, parts):
                    for start in range(0, len(part), _PART):
                        body = part[start : start + _PART]
                        await send({"type": "http.response.body", "body": body, "more_body": True})
            await send({"type": "http.response.body", "body": b""})


def _next(parts: Iterator[bytes]) -> bytes:
    """The next part that is not empty; empty at the end."""
    return next(filter(None, parts), b"")
