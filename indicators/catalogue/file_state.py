"""The state of the files in a folder, which tells whether one has changed without reading any; and their digest."""

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

FileState = tuple[object, ...]

_READ = (".csv", ".json", ".txt")
"""Endings of the files that make up a catalogue."""


def file_state(folder: Path) -> FileState:
    """A value that changes with each change of a file in the folder; hidden files, such as an editor's own, aside."""
    try:
        with os.scandir(folder) as entries:
            visible = sorted((entry for entry in entries if entry.name[0] != "."), key=lambda entry: entry.name)
            return tuple(_state(entry) for entry in visible)
    except OSError as error:
        return (error.errno,)


def file_states(folder: Path, seconds: float) -> Iterator[FileState]:
    """The state of the files now, then without end each new state in which they rest: two looks find them the same."""
    told = before = file_state(folder)
    yield told
    while True:
        time.sleep(seconds)
        now = file_state(folder)
        if now == before and now != told:
            told = now
            yield now
        before = now


def content_digest(folder: Path) -> str:
    """SHA-256 of the files of a catalogue: tables, descriptor, units and saved audits. Raises OSError."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.name[0] != "." and path.suffix.lower() in _READ and path.is_file():
            with path.open("rb") as file:
                digest.update(f"{path.name} {hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
    return digest.hexdigest()


def _state(entry: "os.DirEntry[str]") -> FileState:
    try:
        return entry.name, *state_of_file(entry.stat())
    except OSError as error:  # a link that leads nowhere
        return entry.name, error.errno


def state_of_file(status: os.stat_result) -> FileState:
    """A value that changes with each change of one file."""
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
