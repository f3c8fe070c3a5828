"""A file that has an address, and what it is made from."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.export import writers
from indicators.figures.selection import select
from indicators.ui.shared.query import COLUMNS, OPTIONS, Query

FULL, SLIM = OPTIONS[COLUMNS]


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a file is made from: the catalogue, the query, and the id of the figure or the name of the chart, if any.

    ``root`` is the address of the dashboard without a slash at its end, ``address`` that of the file; both are empty
    where the client sent no valid host.
    """

    catalogue: Catalogue
    query: Query
    root: str = ""
    address: str = ""
    id: str = ""

    def rows(self) -> pd.DataFrame:
        """The figures of the selection."""
        return select(self.catalogue, self.query.selection)


@dataclass(frozen=True, kw_only=True)
class File:
    """A file at an address.

    ``make`` gives its bytes, and raises UnknownIdError where the request names an unknown figure or chart. ``options``
    are its parameters besides those of a selection, which it has if it ``selects``. A browser shows an ``inline`` file
    and saves the others; a ``heavy`` file is made while no other is; ``has_address`` tells that the bytes always hold
    the address of the dashboard or of the file.
    """

    media_type: str
    extension: str
    make: Callable[[Request], bytes]
    stem: str = "figures"
    options: tuple[str, ...] = ()
    selects: bool = True
    inline: bool = False
    heavy: bool = False
    has_address: bool = False

    def holds_address(self, request: Request) -> bool:
        """Whether the bytes hold the address of the dashboard or of the file."""
        return self.has_address or request.query.columns == SLIM

    def name(self, request: Request) -> str:
        """The name under which it is saved, of lower-case letters, digits and hyphens."""
        catalogue = request.catalogue.descriptor.name
        if not self.selects:
            return f"{writers.slug(catalogue, self.stem, request.id)}.{self.extension}"
        stem = f"{self.stem}-{request.id}" if request.id else self.stem
        return writers.file_name(catalogue, request.query.selection, self.extension, stem)


def csv_file(request: Request, table: pd.DataFrame) -> bytes:
    """A table as CSV, for a spreadsheet if the query says so."""
    return writers.to_csv(table, spreadsheet=request.query.excel == "1")
