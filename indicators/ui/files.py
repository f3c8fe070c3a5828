"""The files that have an address: what each is called, what it may be asked for, and how it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from indicators import charts, derive, export, tables
from indicators.catalogue import Catalogue
from indicators.errors import UnknownIdError, nearest
from indicators.select import select
from indicators.ui import cache
from indicators.ui.asked import EXCEL, UNITS, Asked

_CSV = "text/csv; charset=utf-8; header=present"
_JSON = "application/json"


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a file is made of: the catalogue, what is asked of it, the address it was asked at, the ``one`` it is of."""

    catalogue: Catalogue
    asked: Asked
    address: str = ""
    one: str = ""

    def rows(self) -> pd.DataFrame:
        """The figures of the selection."""
        return select(self.catalogue, self.asked.selection)


@dataclass(frozen=True, kw_only=True)
class File:
    """A file at an address.

    ``options`` are the parameters that it takes besides those of the selection, of which it takes none unless it
    ``selects``. ``make`` raises UnknownIdError where there is no such file. What is not ``inline`` is saved by a
    browser; what is ``heavy`` is made one at a time; what ``tells`` has its own address inside.
    """

    media_type: str
    ending: str
    make: Callable[[Request], bytes]
    what: str = "figures"
    options: tuple[str, ...] = ()
    selects: bool = True
    inline: bool = False
    heavy: bool = False
    tells: bool = False

    def name(self, request: Request) -> str:
        """Its name on a disk: small letters, digits and hyphens, whatever was asked for."""
        catalogue = request.catalogue.descriptor.name
        if not self.selects:
            return f"{export.slug(catalogue, self.what, request.one)}.{self.ending}"
        what = f"{self.what}-{request.one}" if request.one else self.what
        return export.file_name(catalogue, request.asked.selection, self.ending, what)


def _figures_csv(request: Request) -> bytes:
    return _csv(request, tables.download(request.catalogue, request.rows()))


def _figures_json(request: Request) -> bytes:
    return export.to_json(export.records(tables.download(request.catalogue, request.rows()))).encode()


def _figure_json(request: Request) -> bytes:
    (record,) = export.records(tables.download(request.catalogue, request.catalogue.rows(request.one)))
    return export.to_json(record).encode()


def _derived_csv(request: Request) -> bytes:
    ids = [one.id for one in derive.selected(request.catalogue, request.rows())]
    table = derive.table(request.catalogue)
    return _csv(request, table[table["id"].isin(ids)])


def _chart_csv(request: Request) -> bytes:
    drawn = _drawing(request)
    rows = request.catalogue.rows(*(one.id for one in drawn.readings))
    return _csv(request, tables.download(request.catalogue, rows))


def _drawing(request: Request) -> charts.Drawing:
    catalogue, asked = request.catalogue, request.asked
    known = {one.name: one for one in cache.drawn(catalogue, catalogue.folder, asked.selection, asked.units)}
    if request.one not in known:
        raise UnknownIdError("chart of this selection", request.one, nearest(request.one, known))
    return known[request.one]


def _csv(request: Request, table: pd.DataFrame) -> bytes:
    return export.to_csv(table, spreadsheet=request.asked.excel == "1")


FIGURES_CSV = "/data/figures.csv"
FIGURES_JSON = "/data/figures.json"
DERIVED_CSV = "/data/derived.csv"
FIGURE_JSON = "/data/figures/{one}.json"
CHART_CSV = "/data/charts/{one}.csv"

FILES: Mapping[str, File] = {
    FIGURES_CSV: File(media_type=_CSV, ending="csv", make=_figures_csv, options=(EXCEL,)),
    FIGURES_JSON: File(media_type=_JSON, ending="json", make=_figures_json, inline=True),
    DERIVED_CSV: File(media_type=_CSV, ending="csv", what="derived", make=_derived_csv, options=(EXCEL,)),
    FIGURE_JSON: File(media_type=_JSON, ending="json", make=_figure_json, what="figure", selects=False, inline=True),
    CHART_CSV: File(media_type=_CSV, ending="csv", what="chart", make=_chart_csv, options=(UNITS, EXCEL), heavy=True),
}
"""Every address and its file; ``{one}`` stands for the id or the name of what the file is of."""
