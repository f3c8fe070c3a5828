"""A file that has an address, and what it is made from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.columns import Positions, pieces
from indicators.export import slim_table, writers
from indicators.export.figure_columns import in_version
from indicators.figures.selection import positions, select
from indicators.ui.shared.query import COLUMNS, OPTIONS, SELECTION_PARAMETERS, Query

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
        """The figures of the selection; a copy, unless they are the first of the catalogue."""
        return select(self.catalogue, self.query.selection)

    @cached_property
    def positions(self) -> Positions:
        """The rows of ``catalogue.figures`` that the selection has."""
        return positions(self.catalogue, self.query.selection)

    def pieces(self, size: int = 2**14) -> Iterator[pd.DataFrame]:
        """The figures of the selection, so many at a time, that a file of a million figures takes little memory."""
        return pieces(self.catalogue.figures, self.positions, size)

    def columns(self, *names: str) -> pd.DataFrame:
        """These columns of the figures of the selection."""
        return self.catalogue.figures[list(names)].take(self.positions)


@dataclass(frozen=True, kw_only=True)
class File:
    """A file at an address.

    ``make`` gives its bytes part by part, and raises UnknownIdError, before the first, where the request names an
    unknown figure or chart. It is made of at most ``most`` figures, so that it takes a minute and little memory;
    ``instead`` says in words what to take for more. ``options``
    are its parameters besides those of a selection, which it has if it ``selects``. A browser shows an ``inline`` file
    and saves the others; a ``heavy`` file is made while no other is; ``has_address`` tells that the bytes always hold
    the address of the dashboard or of the file; a ``framed`` file is for frames of other people's pages.
    """

    media_type: str
    extension: str
    make: Callable[[Request], Iterable[bytes]]
    stem: str = "figures"
    options: tuple[str, ...] = ()
    selects: bool = True
    inline: bool = False
    heavy: bool = False
    has_address: bool = False
    most: int = 2_000_000
    instead: str = ""
    framed: bool = False

    def holds_address(self, request: Request) -> bool:
        """Whether the bytes hold the address of the dashboard or of the file."""
        names = {*request.query.columns.split(",")}
        return self.has_address or not names.isdisjoint((SLIM, *slim_table.WITH_ADDRESS))

    def name(self, request: Request) -> str:
        """The name under which it is saved, of lower-case letters, digits and hyphens."""
        catalogue = request.catalogue.descriptor.name
        if not self.selects:
            return f"{writers.slug(catalogue, self.stem, request.id)}.{self.extension}"
        stem = f"{self.stem}-{request.id}" if request.id else self.stem
        return writers.file_name(catalogue, request.query.selection, self.extension, stem)


def parameter_names(file: File) -> tuple[str, ...]:
    """The parameters of the address of a file."""
    return (*(SELECTION_PARAMETERS if file.selects else ()), *file.options)


def whole(make: Callable[[Request], bytes]) -> Callable[[Request], Iterable[bytes]]:
    """What makes a small file, as one part."""
    return lambda request: (make(request),)


def csv_file(request: Request, table: pd.DataFrame) -> bytes:
    """A table of figures as CSV, for a spreadsheet or with the columns of another version if the query says so."""
    return writers.to_csv(in_version(request.query.version, table), spreadsheet=request.query.excel == "1")
