"""Makers of the files of a selection; those that may hold a million figures write part by part."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from indicators.export import (
    bundle,
    csvw,
    derived_table,
    dictionary,
    figure_table,
    json_ld,
    json_rows,
    parquet,
    reference_formats,
    references,
    slim_table,
    workbooks,
    writers,
)
from indicators.export.figure_columns import chosen, in_version
from indicators.export.references import Reference
from indicators.render import report
from indicators.ui.shared import site
from indicators.ui.shared.file import FULL, SLIM, Request, csv_file

_PART = 2**18
"""Least number of bytes of the parts of a text, but the last."""
_REFERENCES_AT_ONCE = 2**11
_WORDS_AT_ONCE = 2**12
"""Figures of which lines that quote them are made at once: each takes a few kilobytes meanwhile."""


def figures_csv(request: Request) -> Iterator[bytes]:
    """The figures as CSV, with the columns that the query asks for."""
    return writers.csv_parts(_tables(request), spreadsheet=request.query.excel == "1")


def _tables(request: Request) -> Iterator[pd.DataFrame]:
    pieces = request.pieces() if request.query.columns == FULL else request.pieces(_WORDS_AT_ONCE)
    return map(partial(_table, request), pieces)


def _table(request: Request, rows: pd.DataFrame) -> pd.DataFrame:
    """The table of these rows, with the columns that the query asks for."""
    catalogue, query = request.catalogue, request.query
    figure_page = f"{request.root}/{site.path('Figures')}?figure="
    if query.columns == SLIM:
        return slim_table.slim(catalogue, rows, figure_page, query.units)
    table = figure_table.table(catalogue, rows, query.units)
    if query.columns == FULL:
        return in_version(query.version, table)
    names = query.columns.split(",")
    if not slim_table.WORDS.keys().isdisjoint(names):
        table = slim_table.with_words(catalogue, rows, table, figure_page)
    return chosen(table, names)


def figures_xlsx(request: Request) -> bytes:
    """The figures as a workbook, with the columns that the query asks for."""
    rows, pieces = request.columns(*workbooks.COLUMNS), partial(_tables, request)
    return workbooks.workbook(request.catalogue, workbooks.FIGURES, pieces, rows, request.address)


def derived_xlsx(request: Request) -> bytes:
    """What follows from the figures, as a workbook."""
    rows = request.columns("id", *workbooks.COLUMNS)
    table = in_version(request.query.version, derived_table.table(request.catalogue, rows))
    return workbooks.workbook(request.catalogue, workbooks.DERIVED, lambda: [table], rows, request.address)


def figures_parquet(request: Request) -> Iterator[bytes]:
    """The figures as Parquet."""
    return parquet.parts(request.catalogue, request.pieces(), request.query.units, request.query.version)


def figures_json(request: Request) -> Iterator[bytes]:
    """The figures as JSON."""
    query = request.query
    texts = json_rows.figure_texts(request.catalogue, request.pieces(), query.version, query.units)
    return _encoded(writers.json_array(texts))


def derived_csv(request: Request) -> bytes:
    """What follows from the figures, as CSV."""
    table = derived_table.table(request.catalogue, request.columns("id"))
    return csv_file(request, table)


def derived_json(request: Request) -> bytes:
    """What follows from the figures, as JSON."""
    rows = json_rows.derived_rows(request.catalogue, request.columns("id"), request.query.version)
    return writers.to_json(rows).encode()


def bundle_zip(request: Request) -> Iterator[bytes]:
    """The bundle."""
    return bundle.parts(request.catalogue, request.query.selection, address=request.address)


def columns_md(request: Request) -> bytes:
    """The data dictionary."""
    return dictionary.columns_document(request.catalogue.descriptor).encode()


def catalogue_jsonld(request: Request) -> Iterator[bytes]:
    """The figures as JSON-LD."""
    query = urlencode(request.query.selection.query())
    return _encoded(json_ld.dataset_parts(request.catalogue, request.positions, address=request.root, query=query))


def of_dataset(describe: Callable[..., Mapping[str, Any]]) -> Callable[[Request], bytes]:
    """A maker of a description of the selection as a dataset, without its figures."""

    def make(request: Request) -> bytes:
        rows, query = request.columns(*json_ld.COVERAGE), urlencode(request.query.selection.query())
        return json(describe(request.catalogue, rows, address=request.root, query=query))

    return make


def json(content: Mapping[str, Any]) -> bytes:
    """The content as a JSON file."""
    return f"{writers.to_json(dict(content))}\n".encode()


def datapackage(request: Request) -> bytes:
    """The CSV files of the selection as a Data Package, which names them by addresses relative to its own."""
    return json(csvw.package(request.catalogue, urlencode(request.query.selection.query())))


def csv_metadata(request: Request) -> bytes:
    """The metadata of the CSV of the selection, as CSV on the Web."""
    query = urlencode(request.query.selection.query())
    return json(csvw.metadata(request.catalogue.descriptor, "figures", query))


def citations(write: Callable[[Iterable[Reference]], Iterator[str]]) -> Callable[[Request], Iterator[bytes]]:
    """A maker of files of citations: of the dashboard, of the documents of the selection, then of its figures."""
    return lambda request: _encoded(write(_cited(request)))


def citations_bib(request: Request) -> Iterator[bytes]:
    """The same citations as BibTeX, in the flavour that the query names."""
    return _encoded(reference_formats.bibtex_parts(_cited(request), request.query.bibtex))


def _cited(request: Request) -> Iterator[Reference]:
    used = {references.document_key(document) for document in request.columns("document")["document"].unique()}
    for reference in references.catalogue_references(request.catalogue, f"{request.root}/" if request.root else ""):
        if reference.kind != "document" or reference.key in used:
            yield reference
    for rows in request.pieces(_REFERENCES_AT_ONCE):
        yield from references.figure_references(request.catalogue, rows)


def _encoded(texts: Iterable[str]) -> Iterator[bytes]:
    """The texts in UTF-8, gathered to parts of _PART bytes or more."""
    gathered, size = [], 0
    for text in texts:
        gathered.append(text.encode())
        size += len(gathered[-1])
        if size >= _PART:
            yield b"".join(gathered)
            gathered, size = [], 0
    yield b"".join(gathered)


def report_html(request: Request) -> bytes:
    """The report."""
    address = f"{request.root}/" if request.root else ""
    query = request.query
    return report.page(request.catalogue, query.selection, system=query.units, address=address).encode()
