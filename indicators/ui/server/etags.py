"""Entity tags, computed from the inputs of a file, and a small cache of files."""

import hashlib
from collections import OrderedDict
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from urllib.parse import urlencode

import indicators
from indicators.paths import PACKAGE
from indicators.ui.shared.file import File, Request

_WRITERS = ("altair", "pandas", "pyarrow", "vl-convert-python", "xlsxwriter")
"""Packages on whose version the bytes of a file depend."""


def etag(path: str, file: File, request: Request) -> str:
    """The entity tag of a file, without making the file: 32 hexadecimal digits.

    Files with other bytes have another tag, in this version of the program and in others.
    """
    return _digest(
        _program_digest(),
        request.catalogue.digest,
        path,
        request.id,
        urlencode(request.query.parameters()),
        request.root if file.holds_address(request) else "",
    )[:32]


@cache
def _program_digest() -> str:
    """Digest of the program's own files and of the versions of the packages that it writes with."""
    files = sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return _digest(indicators.__version__, *map(version, _WRITERS), *map(_sha256, files))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


class FileCache:
    """The files used last, by entity tag: at most ``size`` bytes in all, and no file above an eighth of that."""

    def __init__(self, size: int) -> None:
        self._most = size
        self._size = 0
        self._files: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, etag: str) -> bytes | None:
        """The file with this tag; None where the cache has none."""
        with self._lock:
            if etag in self._files:
                self._files.move_to_end(etag)
            return self._files.get(etag)

    def put(self, etag: str, content: bytes) -> None:
        """Adds a file, and drops those that were used the longest ago."""
        if len(content) > self._most // 8:
            return
        with self._lock:
            self._size += len(content) - len(self._files.pop(etag, b""))
            self._files[etag] = content
            while self._size > self._most:
                _, dropped = self._files.popitem(last=False)
                self._size -= len(dropped)
