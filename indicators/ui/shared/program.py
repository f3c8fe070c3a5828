"""What this program is: a digest that changes with each change of its files, its packages or its settings."""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from indicators.paths import PACKAGE

_WRITERS = ("altair", "pandas", "pint", "pyarrow", "vl-convert-python", "xlsxwriter")
"""Packages on whose version the bytes of a file depend."""


@cache
def digest() -> str:
    """Digest of the program's own files and of the versions of the packages that it writes with."""
    return digest_of(*map(version, _WRITERS), *map(_sha256, sorted(_files(str(PACKAGE)))))


def settings() -> list[str]:
    """The environment variables that are settings of this program, as *NAME=value*."""
    return sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith("INDICATORS_"))


def digest_of(*parts: str) -> str:
    """SHA-256 of these texts."""
    return hashlib.sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()


def _files(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = (name for name in folders if name != "__pycache__")
        yield from (f"{parent}/{name}" for name in files)


def _sha256(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
