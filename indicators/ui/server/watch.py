"""The watch over the files of the catalogue while the server runs."""

import time
from typing import NoReturn

from indicators.ui.shared import hooks, served_catalogue, site
from indicators.ui.shared.served_catalogue import Served

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
        changed = now.catalogue is not before.catalogue or (now.problems != before.problems and site.shows_problems())
        if changed and before != Served():  # the first reading changes no page
            hooks.rerun_pages()
