"""The preview of the first page on disk, so that a server which starts again has it before it has read the catalogue.

It is used only with the same bytes in the catalogue's files, the same program and the same settings as when it was
made, which was after all checks. Its folder belongs to the user of the server, and nobody else may write there: else
nothing is read, and where nothing can be written, or the user has no home, nothing is kept.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

from indicators import whole_files
from indicators.catalogue.file_state import content_digest
from indicators.paths import DASHBOARD, SHIPPED, catalogue_folder
from indicators.ui.shared import program
from indicators.ui.shared.site import base_path

CARDS = "cards"
"""Name of the part without charts."""
_MOST = 24
"""Number of files that are kept, the newest: a preview has two for each width of a window."""
_LARGEST = 2**28
"""Bytes of a catalogue above which it is not looked for: files that nobody has checked yet are read for it."""


def find(name: str, catalogue: str = "") -> str | None:
    """The part of the preview with this name of the catalogue with this digest, if it is kept.

    Without a digest it is that of the catalogue's files as they are now, which nobody has read yet.
    """
    folder = catalogue_folder(default=SHIPPED)
    with suppress(OSError, RuntimeError):  # RuntimeError: a user without a home
        if catalogue or sum(path.stat().st_size for path in folder.iterdir()) <= _LARGEST:
            return _read(_path(catalogue or content_digest(folder), name))
    return None


def keep(catalogue: str, name: str, html: str) -> None:
    """Keeps a part of the preview of the catalogue with this digest, unless it is there or cannot be written."""
    with suppress(OSError, RuntimeError):
        path = _path(catalogue, name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() or not _is_own(path.parent.lstat()):
            return
        whole_files.write({path: html.encode()})
        for old in sorted(path.parent.glob("*.html"), key=lambda kept: -kept.stat().st_mtime_ns)[_MOST:]:
            old.unlink()


def _path(catalogue: str, name: str) -> Path:
    """Where a part is kept: in CACHE_DIRECTORY, as systemd sets it, else in the cache of the user.

    Raises RuntimeError for a user without a home, also where `serve` has set one for Streamlit: the program's folder.
    """
    named = os.environ.get("CACHE_DIRECTORY") or os.environ.get("XDG_CACHE_HOME")
    home = Path.home()
    if not named and home == DASHBOARD:
        raise RuntimeError("the user has no home")
    folder = Path(named) if named else home / ".cache"
    key = program.digest_of(program.digest(), catalogue, base_path(), *program.settings(), name)
    return folder / "indicators" / f"{key}.html"


def _read(path: Path) -> str | None:
    """The content of a file that nobody else can have written."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with open(file, encoding="utf-8", newline="") as kept:
        if _is_own(path.parent.lstat()) and _is_own(os.fstat(file)):
            return kept.read()
    return None


def _is_own(status: os.stat_result) -> bool:
    """Whether a file or a folder, not a link, is of this user, and nobody else may write it; never on Windows."""
    owner = os.geteuid() if hasattr(os, "geteuid") else None
    return status.st_uid == owner and not stat.S_ISLNK(status.st_mode) and not status.st_mode & 0o022
