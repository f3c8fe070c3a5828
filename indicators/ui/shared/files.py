"""The files that have an address: the options, the name and the media type of each, and how it is made."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from indicators.export import croissant, dcat, reference_formats, spreadsheet
from indicators.ui.shared import addresses, crawlers, figure_files, listing, openapi
from indicators.ui.shared import selection_files as made
from indicators.ui.shared.file import File, Request, whole
from indicators.ui.shared.query import BIBTEX, COLUMNS, EXCEL, SCHEME, SIZE, THEME, UNITS, VERSION

_CSV = "text/csv; charset=utf-8; header=present"
_JSON = "application/json"
_JSON_LD = "application/ld+json"
_HTML = "text/html; charset=utf-8"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARQUET = "application/vnd.apache.parquet"


def _of_figure(media_type: str, extension: str, make: Callable[[Request], bytes], *options: str) -> File:
    return File(
        media_type=media_type,
        extension=extension,
        stem="figure",
        make=whole(make),
        options=options,
        selects=False,
        inline=extension != "csv",
        has_address=extension in ("html", "svg", "png"),
    )


def _picture(media_type: str, extension: str, make: Callable[[Request], bytes]) -> File:
    return File(
        media_type=media_type,
        extension=extension,
        make=whole(make),
        options=(UNITS, SCHEME, SIZE),
        inline=True,
        has_address=True,
    )


def _of_chart(media_type: str, extension: str, make: Callable[[Request], bytes], *options: str) -> File:
    return File(
        media_type=media_type,
        extension=extension,
        stem="chart",
        make=whole(make),
        options=options,
        heavy=True,
        has_address=extension != "csv",
    )


def _about(media_type: str, extension: str, make: Callable[[Request], bytes]) -> File:
    """A file about the other files."""
    return File(
        media_type=media_type,
        extension=extension,
        stem="about",
        make=whole(make),
        selects=False,
        inline=True,
        has_address=True,
    )


def _description(stem: str, make: Callable[[Request], bytes]) -> File:
    """A description of the selection in a vocabulary of linked data."""
    return File(media_type=_JSON_LD, extension="jsonld", stem=stem, make=whole(make), inline=True, has_address=True)


_TAKE_TABLE = "the CSV, JSON or Parquet of the figures, which have no such limit"
_MOST_ONE_BY_ONE = 100_000
"""Figures in a file that is made figure by figure, half a millisecond each."""

FILES: Mapping[str, File] = {
    addresses.FIGURES_CSV: File(
        media_type=_CSV, extension="csv", make=made.figures_csv, options=(UNITS, EXCEL, COLUMNS, VERSION)
    ),
    addresses.FIGURES_JSON: File(
        media_type=_JSON, extension="json", make=made.figures_json, options=(UNITS, VERSION), inline=True
    ),
    addresses.FIGURES_XLSX: File(
        media_type=_XLSX,
        extension="xlsx",
        make=whole(made.figures_xlsx),
        options=(UNITS, COLUMNS, VERSION),
        heavy=True,
        has_address=True,
        most=spreadsheet.MOST_ROWS,
        instead=_TAKE_TABLE,
    ),
    addresses.FIGURES_PARQUET: File(
        media_type=_PARQUET, extension="parquet", make=made.figures_parquet, options=(UNITS, VERSION)
    ),
    addresses.FIGURES_SVG: _picture("image/svg+xml", "svg", figure_files.selection_svg),
    addresses.FIGURES_PNG: _picture("image/png", "png", figure_files.selection_png),
    addresses.DERIVED_JSON: File(
        media_type=_JSON,
        extension="json",
        stem="derived",
        make=whole(made.derived_json),
        options=(VERSION,),
        inline=True,
    ),
    addresses.DERIVED_XLSX: File(
        media_type=_XLSX,
        extension="xlsx",
        stem="derived",
        make=whole(made.derived_xlsx),
        options=(VERSION,),
        heavy=True,
        has_address=True,
    ),
    addresses.DERIVED_CSV: File(
        media_type=_CSV, extension="csv", stem="derived", make=whole(made.derived_csv), options=(EXCEL, VERSION)
    ),
    addresses.BUNDLE_ZIP: File(
        media_type="application/zip",
        extension="zip",
        stem="bundle",
        make=made.bundle_zip,
        heavy=True,
        has_address=True,
        most=_MOST_ONE_BY_ONE,
        instead="the command `indicators bundle`, which has no limit, or the CSV",
    ),
    addresses.COLUMNS_MD: File(
        media_type="text/markdown; charset=utf-8",
        extension="md",
        stem="columns",
        make=whole(made.columns_md),
        selects=False,
        inline=True,
    ),
    addresses.CATALOGUE_JSONLD: File(
        media_type=_JSON_LD,
        extension="jsonld",
        stem="catalogue",
        make=made.catalogue_jsonld,
        most=_MOST_ONE_BY_ONE,
        instead=_TAKE_TABLE,
        inline=True,
        has_address=True,
    ),
    addresses.DCAT_JSONLD: _description("dcat", made.of_dataset(dcat.dataset)),
    addresses.CROISSANT_JSONLD: _description("croissant", made.of_dataset(croissant.dataset)),
    addresses.CITATIONS_BIB: File(
        media_type="application/x-bibtex; charset=utf-8",
        extension="bib",
        stem="citations",
        make=made.citations_bib,
        options=(BIBTEX,),
        has_address=True,
        most=_MOST_ONE_BY_ONE,
        instead=_TAKE_TABLE,
    ),
    addresses.CITATIONS_RIS: File(
        media_type="application/x-research-info-systems; charset=utf-8",
        extension="ris",
        stem="citations",
        make=made.citations(reference_formats.ris_parts),
        has_address=True,
        most=_MOST_ONE_BY_ONE,
        instead=_TAKE_TABLE,
    ),
    addresses.CITATIONS_CSL: File(
        media_type="application/vnd.citationstyles.csl+json",
        extension="json",
        stem="citations",
        make=made.citations(reference_formats.csl_json_parts),
        has_address=True,
        most=_MOST_ONE_BY_ONE,
        instead=_TAKE_TABLE,
    ),
    addresses.FIGURE_JSON: _of_figure(_JSON, "json", figure_files.figure_json, UNITS, VERSION),
    addresses.FIGURE_HTML: _of_figure(_HTML, "html", figure_files.figure_html, UNITS),
    addresses.FIGURE_CSV: _of_figure(_CSV, "csv", figure_files.figure_csv, UNITS, EXCEL, VERSION),
    addresses.FIGURE_MD: _of_figure("text/markdown; charset=utf-8", "md", figure_files.figure_markdown, UNITS),
    addresses.FIGURE_SVG: _of_figure("image/svg+xml", "svg", figure_files.figure_svg, UNITS, SCHEME, SIZE),
    addresses.FIGURE_PNG: _of_figure("image/png", "png", figure_files.figure_png, UNITS, SCHEME, SIZE),
    addresses.CHART_HTML: replace(_of_chart(_HTML, "html", figure_files.chart_html, UNITS, THEME), inline=True),
    addresses.EMBED_FIGURE: replace(
        _of_figure(_HTML, "html", figure_files.figure_embed, UNITS, THEME), stem="embed", framed=True
    ),
    addresses.EMBED_CHART: replace(
        _of_chart(_HTML, "html", figure_files.chart_embed, UNITS, THEME), stem="embed", inline=True, framed=True
    ),
    addresses.CHART_SVG: _of_chart("image/svg+xml", "svg", figure_files.chart_svg, UNITS, SCHEME, SIZE),
    addresses.CHART_PNG: _of_chart("image/png", "png", figure_files.chart_png, UNITS, SCHEME, SIZE),
    addresses.REPORT: File(
        media_type=_HTML,
        extension="html",
        stem="report",
        make=whole(made.report_html),
        options=(UNITS,),
        inline=True,
        heavy=True,
        has_address=True,
    ),
    addresses.CHART_CSV: _of_chart(_CSV, "csv", figure_files.chart_csv, UNITS, EXCEL, VERSION),
    addresses.INDEX_HTML: _about(_HTML, "html", lambda request: listing.html(request, FILES)),
    addresses.OPENAPI: _about(_JSON, "json", lambda request: made.json(openapi.document(request, FILES))),
    addresses.DATAPACKAGE: replace(_about(_JSON, "json", made.datapackage), selects=True),
    addresses.CSV_METADATA: replace(_about("application/csvm+json", "json", made.csv_metadata), selects=True),
    addresses.ROBOTS: File(
        media_type="text/plain; charset=utf-8",
        extension="txt",
        stem="robots",
        make=whole(crawlers.robots),
        selects=False,
        inline=True,
        has_address=True,
    ),
    addresses.SITEMAP: File(
        media_type="application/xml",
        extension="xml",
        stem="sitemap",
        make=whole(crawlers.sitemap),
        selects=False,
        inline=True,
        has_address=True,
    ),
}
"""Every address and its file; ``{id}`` stands for the id of a figure or the name of a chart."""
