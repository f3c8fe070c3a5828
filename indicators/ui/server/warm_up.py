"""What is done once before anyone asks: the catalogue is read, the first page drawn, and all that takes imported."""

import gc
import time
from contextlib import suppress

from indicators.errors import CatalogueError
from indicators.figures.selection import Selection, selectable_ids
from indicators.measure.units import SYSTEMS
from indicators.ui.shared import cached_cards, cached_catalogue

_FEW = 20
"""As many sources as are prepared one by one."""
_PAUSE = 3
"""Seconds until what no one has asked for is prepared: the first reader's page comes before it."""


def up() -> None:
    """Reads the catalogue and prepares the first page, its cards first; then what each source shows alone.

    A page that needs something of it waits for that. Looking for garbage would take a tenth of the time and find
    little, so it is put off to the end; later collections pass all of this by.
    """
    cached_catalogue.keep_apart()
    gc.disable()
    try:
        _make()
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def _make() -> None:
    with suppress(CatalogueError):  # the page shows its problems
        catalogue = cached_catalogue.catalogue(cached_catalogue.folder())
        everything = catalogue, catalogue.folder, Selection(), SYSTEMS[0]
        cached_cards.pieces(*everything)
        # What draws takes as long to import as all before, and the preview needs none of it.
        from indicators.ui.server import routes
        from indicators.ui.shared import cached_charts

        cached_charts.specs(*everything)
        time.sleep(_PAUSE)
        routes.answering_files()
        sources = selectable_ids(catalogue, "source")
        for one in sources if len(sources) <= _FEW else ():
            alone = catalogue, catalogue.folder, Selection(source=(one,)), SYSTEMS[0]
            cached_cards.pieces(*alone)
            cached_charts.specs(*alone)
