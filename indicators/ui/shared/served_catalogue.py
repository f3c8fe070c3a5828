"""The catalogue that all readers see: the last state of its files that had no problem.

Its files may change while it is served. They are read again when they have come to rest, and the new catalogue takes
the place of the old one as a whole. Files with a problem, or none at all, change nothing but `Served.problems`.
"""

import logging
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from indicators.catalogue.file_state import FileState, content_digest, file_state
from indicators.errors import CatalogueError, Problem
from indicators.paths import SHIPPED, catalogue_folder
from indicators.ui.shared.memory import return_memory

if TYPE_CHECKING:  # the server starts without pandas
    from indicators.catalogue.model import Catalogue

_LOG = logging.getLogger("indicators")
_ATTEMPTS = 50
_PAUSE = 0.1
"""How often, and after how many seconds, files that change while they are read are read again at the start."""


@dataclass(frozen=True, kw_only=True)
class Served:
    """What readers see: the ``catalogue`` read at the time ``since``, and the ``problems`` of its files as they are.

    Each is None or empty where there is none.
    """

    catalogue: "Catalogue | None" = None
    since: datetime | None = None
    problems: tuple[Problem, ...] = ()
    problems_since: datetime | None = None


class CatalogueFolder:
    """The folder of a catalogue, whose files may change at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._seen: FileState | None = None
        self._read: FileState | None = None
        self.served = Served()
        """The state that readers see now; replaced as a whole, never changed."""

    @property
    def is_read(self) -> bool:
        """Whether the files were read, with or without problems."""
        return self.served != Served()

    def catalogue(self) -> "Catalogue":
        """The catalogue; raises CatalogueError where its files have had problems from the start."""
        if self.served.catalogue is None:
            self._read_first()
        if self.served.catalogue is None:
            raise CatalogueError(self.served.problems)
        return self.served.catalogue

    def take_up_changes(self) -> None:
        """Reads the files if they have changed and come to rest.

        Called again and again, by one thread: files are at rest if they are as they were at the call before.
        """
        signature = file_state(self._folder)
        rests, self._seen = signature == self._seen, signature
        if not rests or signature == self._read:
            return
        with self._lock:
            self._read_files(signature)

    def _read_first(self) -> None:
        with self._lock:
            for _ in range(_ATTEMPTS):
                signature = file_state(self._folder)
                if self.served.catalogue is not None or signature == self._read or self._read_files(signature):
                    return
                time.sleep(_PAUSE)
            found = Problem(file=str(self._folder), found="files that change all the time", expected="files at rest")
            self._refuse((found,))

    def _read_files(self, signature: FileState) -> bool:
        """Reads the files and replaces `served`; False, and nothing else, where they changed meanwhile."""
        from indicators._load import load  # its imports take half a second, in which the server answers already

        try:
            catalogue = load(self._folder)
            digest = content_digest(self._folder)
        except CatalogueError as error:
            problems = error.problems
        except Exception:  # nothing that stands in a file may end the server
            _LOG.exception("The catalogue in %s cannot be read.", self._folder)
            problems = (Problem(file=str(self._folder), found="files that cannot be read", expected="a catalogue"),)
        else:
            problems = ()
        if file_state(self._folder) != signature:
            return False
        self._read = signature
        if problems:
            self._refuse(problems)
        else:
            self._accept(replace(catalogue, digest=digest))
        return True

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        if problems == self.served.problems:
            return
        kept = "the catalogue read before stays up" if self.served.catalogue else "there is nothing to show"
        _LOG.warning("Problems in %s: %d; %s. The first: %s", self._folder, len(problems), kept, problems[0])
        self.served = replace(self.served, problems=problems, problems_since=datetime.now(UTC))

    def _accept(self, catalogue: "Catalogue") -> None:
        before = self.served
        if before.catalogue and before.catalogue.digest == catalogue.digest:
            self.served = replace(before, problems=(), problems_since=None)
        else:
            self.served = Served(catalogue=catalogue, since=datetime.now(UTC))
            if before.catalogue:
                before.catalogue.results.clear()  # they name the catalogue, which would wait for garbage collection
        if before.problems:
            _LOG.warning("The problems in %s are mended.", self._folder)
        return_memory()


@cache
def _of(folder: Path) -> CatalogueFolder:
    return CatalogueFolder(folder)


def current() -> CatalogueFolder:
    """The folder that INDICATORS_DATA names, else that of the shipped catalogue."""
    return _of(catalogue_folder(default=SHIPPED))
