"""Files that were made, by entity tag: small ones in memory, others in temporary files that nobody else sees."""

import tempfile
import weakref
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Lock

_SMALL = 2**18
"""Bytes up to which a file is kept in memory."""


class NoRoomError(Exception):
    """A file has no room beside those that are being read."""


class Content:
    """The bytes of one file."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_SMALL)  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        self._lock = Lock()
        self.size = 0
        self.readers = 0

    @property
    def on_disk(self) -> bool:
        """Whether the bytes are in a temporary file, and not in memory."""
        return self.size > _SMALL

    def append(self, part: bytes) -> None:
        """Adds bytes at the end; raises OSError where no temporary file can be written."""
        self._file.write(part)
        self.size += len(part)

    def finish(self) -> None:
        """Writes what has been buffered; raises OSError as `append`."""
        self._file.flush()

    def read(self, start: int, count: int) -> bytes:
        """The bytes from a place on; from any thread."""
        with self._lock:
            self._file.seek(start)
            return self._file.read(count)

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Keeps the store from dropping the file."""
        self.readers += 1
        try:
            yield
        finally:
            self.readers -= 1


class Store:
    """The files that were used last: at most so many bytes in ``memory``, and on ``disk``."""

    def __init__(self, *, memory: int, disk: int) -> None:
        self._limits = {False: memory, True: disk}
        self._files: OrderedDict[str, Content] = OrderedDict()
        self._unfinished: set[Content] = set()
        self._lock = Lock()

    def get(self, tag: str) -> Content | None:
        """The file with this entity tag; None where there is none."""
        with self._lock:
            if tag in self._files:
                self._files.move_to_end(tag)
            return self._files.get(tag)

    def write(self, tag: str, parts: Iterable[bytes]) -> Content:
        """Writes a file; drops those that were used the longest ago, if they are not being read.

        Raises NoRoomError where that does not make room, OSError where no temporary file can be written.
        """
        content = Content()
        self._unfinished.add(content)
        try:
            for part in parts:
                self._make_room(len(part), on_disk=content.size + len(part) > _SMALL)
                content.append(part)
            content.finish()
            with self._lock:
                self._files[tag] = content
            return content
        finally:
            self._unfinished.discard(content)

    def _make_room(self, size: int, *, on_disk: bool) -> None:
        with self._lock:
            kept = [*self._files.values(), *self._unfinished]
            missing = sum(each.size for each in kept if each.on_disk == on_disk) + size - self._limits[on_disk]
            for tag, each in list(self._files.items()):
                if missing <= 0:
                    return
                if each.on_disk == on_disk and not each.readers:
                    del self._files[tag]
                    missing -= each.size
            if missing > 0:
                raise NoRoomError
