"""The facets by which readers select figures, each with its column, its title and its ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indicators.catalogue.model import Catalogue


@dataclass(frozen=True, kw_only=True)
class Facet:
    """The column of the figures whose cells hold the ids of a facet, and the title of its list."""

    column: str
    title: str


FACETS: Mapping[str, Facet] = {
    "source": Facet(column="source", title="Source"),
    "topic": Facet(column="topic", title="Topic"),
    "status": Facet(column="status", title="Status"),
    "document": Facet(column="document", title="Document"),
    "dimension": Facet(column="groups", title="Broken down by"),
    "group": Facet(column="groups", title="Group"),
    "period": Facet(column="period", title="Period"),
}
"""Each facet by its name, which is its parameter in a query and its option on the command line."""


def known_ids(catalogue: "Catalogue", facet: str) -> Iterable[str]:
    """The ids of a facet in the order of their file; statuses in that of the format, periods in that of their text."""
    if facet == "status":
        return catalogue.descriptor.tables["observations"].field(facet).enum
    if facet == "period":
        return sorted(catalogue.figures["period"].cat.categories)
    table: Iterable[str] = getattr(catalogue, f"{facet}s").index
    return table


def ids_of(catalogue: "Catalogue", facet: str, cell: str) -> tuple[str, ...]:
    """The ids of a facet that a cell of its column holds; a cell with groups has their dimensions too."""
    if FACETS[facet].column != "groups":
        return (cell,)
    groups = catalogue.items(cell, "observations", "groups")
    return groups if facet == "group" else tuple(catalogue.text("groups", group, "dimension") for group in groups)
