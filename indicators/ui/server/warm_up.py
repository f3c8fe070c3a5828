"""The warm-up: what is read, made and imported once, before any reader needs it."""

import gc
import time
from contextlib import suppress

from indicators.errors import CatalogueError
from indicators.figures.selection import Selection, selectable_ids
from indicators.measure.units import SYSTEMS
from indicators.ui.shared import cached_cards, hooks, memory, served_catalogue

_FEW = 20
"""Maximum number of sources of which each is prepared alone."""
_PAUSE = 3
"""Seconds between the first page and what nobody has asked for yet: the first reader's page comes first."""


def warm_up() -> None:
    """Reads the catalogue and prepares the first page, its cards first; then what each source shows alone.

    A page that needs some of this waits for it. Garbage collection would take a tenth of the time and find little: it
    runs once at the end, and later collections skip all objects made here.
    """
    memory.map_large_blocks()
    gc.disable()
    try:
        _prepare()
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def _prepare() -> None:
    with suppress(CatalogueError):  # the page shows the problems
        catalogue = served_catalogue.current().catalogue()
        everything = catalogue, Selection(), SYSTEMS[0]
        cached_cards.masthead_and_cards(*everything)
        # The charts' imports take as long as all before, and the preview needs none of them.
        from indicators.ui.server import routes
        from indicators.ui.shared import cached_charts

        cached_charts.specs(*everything)
        time.sleep(_PAUSE)
        hooks.check()
        routes.file_endpoints()
        sources = selectable_ids(catalogue, "source")
        for source in sources if len(sources) <= _FEW else ():
            alone = catalogue, Selection(source=(source,)), SYSTEMS[0]
            cached_cards.masthead_and_cards(*alone)
            cached_charts.specs(*alone)
