"""The watch over the files of the catalogue while the server runs."""

import time
from typing import NoReturn

from indicators.ui.shared import hooks, served_catalogue, site

_SECONDS = 0.25
"""Time between two looks: files are at rest if two looks find them the same, and are read then."""


def watch() -> NoReturn:
    """Looks at the files four times a second, and has open pages run again after a change that their readers see."""
    folder = served_catalogue.current()
    while True:
        time.sleep(_SECONDS)
        before = folder.served
        folder.take_up_changes()
        now = folder.served
        if now.catalogue is not before.catalogue or (now.problems != before.problems and site.shows_problems()):
            hooks.rerun_pages()
