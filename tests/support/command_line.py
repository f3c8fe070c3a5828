"""The command line, in this process: what it prints and its exit status."""

import contextlib
import io
import os
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import indicators._load
from indicators.catalogue.model import Catalogue
from indicators.cli.main import main
from tests.support.places import ROOT


class _Output(io.StringIO):
    """A text stream with the bytes below it that commands write files to."""

    def __init__(self) -> None:
        super().__init__()
        self.buffer = io.BytesIO()

    def whole(self) -> str:
        """Everything written, as text."""
        return self.getvalue() + self.buffer.getvalue().decode("utf-8")


def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `python -m indicators` prints and returns, run in a folder with variables of the environment added."""
    stdout, stderr = _Output(), _Output()
    with (
        contextlib.chdir(cwd),
        _environment(COLUMNS="100", **environment),
        loading_once(),
        contextlib.redirect_stdout(stdout),
        contextlib.redirect_stderr(stderr),
    ):
        try:
            status = main(arguments)
        except SystemExit as end:  # of the parser of arguments
            status = int(end.code or 0)
    return subprocess.CompletedProcess(arguments, status, stdout.whole(), stderr.whole())


@contextlib.contextmanager
def loading_once() -> Iterator[None]:
    """Has commands share the catalogue of a folder whose files are as they were; catalogues do not change."""
    load = indicators._load.load
    indicators._load.load = lambda folder, **options: _loaded(load, Path(folder), _files(Path(folder)), **options)
    try:
        yield
    finally:
        indicators._load.load = load


def _files(folder: Path) -> tuple[object, ...]:
    """What tells a changed folder: the path, and each file with its number, size and time."""
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    stats = [(path.name, path.stat()) for path in files if path.exists()]
    return folder.resolve(), *((name, stat.st_ino, stat.st_size, stat.st_mtime_ns) for name, stat in stats)


@cache
def _loaded(load: Callable[..., Catalogue], folder: Path, files: tuple[object, ...], **options: Any) -> Catalogue:
    return load(folder, **options)


@contextlib.contextmanager
def _environment(**added: str) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.pop("INDICATORS_DATA", None)
    os.environ.update(added)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
