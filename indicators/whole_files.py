"""Writes files whole or not at all: on a full disk what stood there stays, and nothing half-written is left."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


def write(contents: Mapping[Path, bytes]) -> None:
    """Puts each content in the place of its file, and leaves every file as it is where one cannot be written.

    A file keeps its permissions and a link its target. Raises OSError with the path that cannot be written.
    """
    beside: dict[Path, Path] = {}
    try:
        for number, (path, content) in enumerate(contents.items()):
            with _naming(path):
                target = path.resolve()
                if target.exists() and not target.is_file():  # a pipe or a terminal is written to; a folder raises
                    path.write_bytes(content)
                    continue
                new = target.with_name(f".new-{os.getpid()}-{number}")
                beside[new] = target
                new.write_bytes(content)
                if target.exists():
                    shutil.copymode(target, new)
        for new, target in beside.items():
            with _naming(target):
                new.replace(target)
    finally:
        for new in beside:
            with suppress(OSError):
                new.unlink(missing_ok=True)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Gives an OSError of the block this path, whichever file it was about."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


@contextmanager
def filling(folder: Path) -> Iterator[None]:
    """Makes a folder that is not there, and leaves it empty where the block, which fills it, raises OSError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError:
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        raise
