"""The files that have an address: what each is called, what it may be asked for, and how it is made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.charts import image
from indicators.charts.chart import Chart
from indicators.errors import UnknownIdError, nearest
from indicators.export import bundle, derived_table, dictionary, figure_table, json_ld, references, writers
from indicators.export.references import Reference
from indicators.figures.selection import select
from indicators.render import report
from indicators.ui.shared import cached_charts
from indicators.ui.shared.query import EXCEL, SCHEME, UNITS, Asked

_CSV = "text/csv; charset=utf-8; header=present"
_JSON = "application/json"


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a file is made of: the catalogue, what is asked of it, and the ``one`` it is of.

    ``root`` is the address of the dashboard without a slash at its end, ``address`` that of the file; both are empty
    where the reader named no host.
    """

    catalogue: Catalogue
    asked: Asked
    root: str = ""
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
            return f"{writers.slug(catalogue, self.what, request.one)}.{self.ending}"
        what = f"{self.what}-{request.one}" if request.one else self.what
        return writers.file_name(catalogue, request.asked.selection, self.ending, what)


def _figures_csv(request: Request) -> bytes:
    return _csv(request, figure_table.table(request.catalogue, request.rows()))


def _figures_json(request: Request) -> bytes:
    return writers.to_json(writers.row_objects(figure_table.table(request.catalogue, request.rows()))).encode()


def _figure_json(request: Request) -> bytes:
    (record,) = writers.row_objects(figure_table.table(request.catalogue, request.catalogue.rows(request.one)))
    return writers.to_json(record).encode()


def _derived_csv(request: Request) -> bytes:
    return _csv(request, derived_table.table(request.catalogue, request.rows()))


def _bundle_zip(request: Request) -> bytes:
    return bundle.make(request.catalogue, request.asked.selection, address=request.address)


def _columns_md(request: Request) -> bytes:
    return dictionary.markdown(request.catalogue.descriptor).encode()


def _catalogue_jsonld(request: Request) -> bytes:
    query = urlencode(request.asked.selection.query())
    return writers.to_json(
        json_ld.dataset(request.catalogue, request.rows(), address=request.root, query=query)
    ).encode()


def _citations(write: Callable[[Iterable[Reference]], str]) -> Callable[[Request], bytes]:
    """Makes a file of citations: the dashboard, the documents of the selection, then its figures."""

    def make(request: Request) -> bytes:
        rows = request.rows()
        used = {references.document_key(one) for one in rows["document"].unique()}
        about = [
            one
            for one in references.catalogue_references(request.catalogue)
            if one.kind != "document" or one.key in used
        ]
        return write([*about, *references.figure_references(request.catalogue, rows)]).encode()

    return make


def _report_html(request: Request) -> bytes:
    address = f"{request.root}/" if request.root else ""
    asked = request.asked
    return report.page(request.catalogue, asked.selection, system=asked.units, address=address).encode()


def _chart_svg(request: Request) -> bytes:
    return image.svg(_chart(request), request.asked.scheme)


def _chart_png(request: Request) -> bytes:
    return image.png(_chart(request), request.asked.scheme)


def _chart_csv(request: Request) -> bytes:
    chart = _chart(request)
    rows = request.catalogue.rows(*(one.id for one in chart.figures))
    return _csv(request, figure_table.table(request.catalogue, rows))


def _chart(request: Request) -> Chart:
    catalogue, asked = request.catalogue, request.asked
    known = {one.name: one for one in cached_charts.charts(catalogue, catalogue.folder, asked.selection, asked.units)}
    if request.one not in known:
        raise UnknownIdError("chart of this selection", request.one, nearest(request.one, known))
    return known[request.one]


def _csv(request: Request, table: pd.DataFrame) -> bytes:
    return writers.to_csv(table, spreadsheet=request.asked.excel == "1")


FIGURES_CSV = "/data/figures.csv"
FIGURES_JSON = "/data/figures.json"
DERIVED_CSV = "/data/derived.csv"
BUNDLE_ZIP = "/data/bundle.zip"
COLUMNS_MD = "/data/columns.md"
CATALOGUE_JSONLD = "/data/catalogue.jsonld"
CITATIONS_BIB = "/data/citations.bib"
CITATIONS_RIS = "/data/citations.ris"
CITATIONS_CSL = "/data/citations.json"
FIGURE_JSON = "/data/figures/{one}.json"
CHART_SVG = "/data/charts/{one}.svg"
CHART_PNG = "/data/charts/{one}.png"
REPORT = "/report"
CHART_CSV = "/data/charts/{one}.csv"

FILES: Mapping[str, File] = {
    FIGURES_CSV: File(media_type=_CSV, ending="csv", make=_figures_csv, options=(EXCEL,)),
    FIGURES_JSON: File(media_type=_JSON, ending="json", make=_figures_json, inline=True),
    DERIVED_CSV: File(media_type=_CSV, ending="csv", what="derived", make=_derived_csv, options=(EXCEL,)),
    BUNDLE_ZIP: File(
        media_type="application/zip", ending="zip", what="bundle", make=_bundle_zip, heavy=True, tells=True
    ),
    COLUMNS_MD: File(
        media_type="text/markdown; charset=utf-8",
        ending="md",
        what="columns",
        make=_columns_md,
        selects=False,
        inline=True,
    ),
    CATALOGUE_JSONLD: File(
        media_type="application/ld+json",
        ending="jsonld",
        what="catalogue",
        make=_catalogue_jsonld,
        inline=True,
        tells=True,
    ),
    CITATIONS_BIB: File(
        media_type="application/x-bibtex; charset=utf-8",
        ending="bib",
        what="citations",
        make=_citations(references.bibtex),
    ),
    CITATIONS_RIS: File(
        media_type="application/x-research-info-systems; charset=utf-8",
        ending="ris",
        what="citations",
        make=_citations(references.ris),
    ),
    CITATIONS_CSL: File(
        media_type="application/vnd.citationstyles.csl+json",
        ending="json",
        what="citations",
        make=_citations(references.csl_json),
    ),
    FIGURE_JSON: File(media_type=_JSON, ending="json", make=_figure_json, what="figure", selects=False, inline=True),
    CHART_SVG: File(
        media_type="image/svg+xml",
        ending="svg",
        what="chart",
        make=_chart_svg,
        options=(UNITS, SCHEME),
        heavy=True,
    ),
    CHART_PNG: File(
        media_type="image/png", ending="png", what="chart", make=_chart_png, options=(UNITS, SCHEME), heavy=True
    ),
    REPORT: File(
        media_type="text/html; charset=utf-8",
        ending="html",
        what="report",
        make=_report_html,
        options=(UNITS,),
        inline=True,
        heavy=True,
        tells=True,
    ),
    CHART_CSV: File(media_type=_CSV, ending="csv", what="chart", make=_chart_csv, options=(UNITS, EXCEL), heavy=True),
}
"""Every address and its file; ``{one}`` stands for the id or the name of what the file is of."""
