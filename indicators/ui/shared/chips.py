"""The sources as a row of links: each adds its source to the selection, or takes it out."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.figures.names import short_source_names, source_names
from indicators.figures.selection import Selection, select, selectable_ids
from indicators.ui.shared import links

MOST = 12
"""Maximum number of sources that are shown as chips; the panel *Filter* has a list with search for more."""
MORE = "The sources of what others published, on the page Sources"


def source_chips(catalogue: Catalogue, selection: Selection, system: str, page: str = "Overview") -> Markup:
    """A chip for each source with the number of its figures in the rest of the selection, and one for all.

    With the record, one more leads to the list of the sources that only that has.
    Empty where the documents of the subject have fewer than two sources, or more than MOST.
    """
    sources = selectable_ids(catalogue, "source")
    if not 2 <= len(sources) <= MOST:
        return markup.EMPTY
    counts = select(catalogue, replace(selection, source=()))["source"].value_counts()

    def chip(
        text: str, source: tuple[str, ...], count: int, *, chosen: bool, name: str | None = None, page: str = page
    ) -> Markup:
        return markup.element(
            "a",
            text,
            " ",
            markup.element("span", f"{count:,}", class_="count"),
            class_="way chip",
            title=name,
            href=links.page_address(page, links.page_parameters(replace(selection, source=source), system)),
            aria_current="true" if chosen else None,
            data_focus=f"source {text}",
        )

    short, full = short_source_names(catalogue), source_names(catalogue)
    every = chip("All sources", (), int(counts.sum()), chosen=not selection.source)
    each = (
        chip(
            short[source],
            _toggled(selection.source, source),
            int(counts.get(source, 0)),
            chosen=source in selection.source,
            name=full[source],
        )
        for source in sources
        if counts.get(source, 0) or source in selection.source
    )
    others = counts[counts > 0].drop(list(sources), errors="ignore")
    more = chip(f"{len(others):,} more", (), int(others.sum()), chosen=False, name=MORE, page="Sources")
    return markup.element("nav", every, *each, more if len(others) else "", class_="chips", aria_label="Sources")


def _toggled(chosen: Sequence[str], source: str) -> tuple[str, ...]:
    """The chosen sources with this one, or without it if it is among them."""
    return tuple(each for each in chosen if each != source) if source in chosen else (*chosen, source)
