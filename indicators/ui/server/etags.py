"""Which bytes an address answers with, told without making them, and the small files last made."""

import hashlib
from collections import OrderedDict
from functools import cache as once
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from urllib.parse import urlencode

import streamlit as st

import indicators
from indicators.catalogue.model import Catalogue
from indicators.paths import PACKAGE
from indicators.ui.shared.files import File, Request

_WRITERS = ("altair", "pandas", "pyarrow", "vl-convert-python")
"""Packages whose version shows in the bytes of a file."""


def tag(path: str, file: File, request: Request) -> str:
    """A name for the bytes of a file: other bytes have another, in this version of the program or the next."""
    return _digest(
        _program(),
        _contents(request.catalogue, request.catalogue.folder),
        path,
        request.one,
        urlencode(request.asked.query()),
        request.root if file.tells else "",
    )[:32]


@once
def _program() -> str:
    """What the program is made of."""
    files = sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return _digest(indicators.__version__, *map(version, _WRITERS), *map(_sha256, files))


@st.cache_resource(show_spinner=False)
def _contents(_catalogue: Catalogue, folder: Path) -> str:
    """What the files of a catalogue hold; read once, as the catalogue is."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return _digest(*(f"{path.name} {_sha256(path)}" for path in files))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


class Kept:
    """The files last asked for, by tag: at most ``total`` bytes, none larger than an eighth of that."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._size = 0
        self._files: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str) -> bytes | None:
        """The file of this tag, if it is kept."""
        with self._lock:
            if tag in self._files:
                self._files.move_to_end(tag)
            return self._files.get(tag)

    def put(self, tag: str, content: bytes) -> None:
        """Keeps a file, in place of those that were not asked for the longest."""
        if len(content) > self._total // 8:
            return
        with self._lock:
            self._size += len(content) - len(self._files.pop(tag, b""))
            self._files[tag] = content
            while self._size > self._total:
                _, dropped = self._files.popitem(last=False)
                self._size -= len(dropped)
