"""Entity tags, computed from the inputs of a file."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
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
