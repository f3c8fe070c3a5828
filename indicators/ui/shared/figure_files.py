"""Makers of the files of one figure and of one chart."""

from typing import Any

from indicators.charts import build, image
from indicators.charts.chart import Chart
from indicators.errors import UnknownIdError, nearest
from indicators.export import figure_table, json_rows, writers
from indicators.figures.figure import Figure, figures_of
from indicators.render import figure_document, figure_picture
from indicators.ui.shared import links, site
from indicators.ui.shared.file import Request, csv_file


def figure_address(request: Request) -> str:
    """The address of the figure's page; empty where that of the dashboard is not known."""
    parameters = links.page_parameters(request.query.selection, request.query.units, figure=request.id)
    return links.file_address(request.root, f"/{site.path('Figures')}", parameters) if request.root else ""


def figure_json(request: Request) -> bytes:
    """The figure as an object."""
    (row,) = json_rows.figure_rows(request.catalogue, request.catalogue.rows(request.id))
    return writers.to_json(row).encode()


def figure_csv(request: Request) -> bytes:
    """The figure as a table of one row."""
    rows = request.catalogue.rows(request.id)
    return csv_file(request, figure_table.table(request.catalogue, rows, request.query.units))


def figure_html(request: Request) -> bytes:
    """The figure as a page."""
    rows = request.catalogue.rows(request.id)
    return figure_document.html(request.catalogue, rows, request.query.units, figure_address(request)).encode()


def figure_markdown(request: Request) -> bytes:
    """The figure in Markdown."""
    return figure_document.markdown(_figure(request)).encode()


def figure_svg(request: Request) -> bytes:
    """The picture of the figure as SVG."""
    return figure_picture.svg(_figure(request), **_look(request), address=figure_address(request))


def figure_png(request: Request) -> bytes:
    """The picture of the figure as PNG."""
    return figure_picture.png(_figure(request), **_look(request), address=figure_address(request))


def chart_svg(request: Request) -> bytes:
    """The chart as SVG."""
    return image.svg(_chart(request), **_look(request), address=_chart_address(request))


def chart_png(request: Request) -> bytes:
    """The chart as PNG."""
    return image.png(_chart(request), **_look(request), address=_chart_address(request))


def chart_csv(request: Request) -> bytes:
    """The rows that the chart shows."""
    rows = request.catalogue.rows(*(figure.id for figure in _chart(request).figures))
    return csv_file(request, figure_table.table(request.catalogue, rows, request.query.units))


def _figure(request: Request) -> Figure:
    (figure,) = figures_of(request.catalogue, request.catalogue.rows(request.id), request.query.units)
    return figure


def _chart(request: Request) -> Chart:
    """The chart of the selection that has this name, also where the pages leave it out."""
    catalogue, rows = request.catalogue, request.rows()
    chart = build.chart(catalogue, rows, request.id, request.query.units)
    if chart is None:
        raise UnknownIdError(
            "chart of this selection", request.id, nearest(request.id, build.chart_names(catalogue, rows))
        )
    return chart


def _chart_address(request: Request) -> str:
    """The address of the page with the chart; empty where that of the dashboard is not known."""
    parameters = links.page_parameters(request.query.selection, request.query.units)
    return links.file_address(request.root, "/", parameters) if request.root else ""


def _look(request: Request) -> dict[str, Any]:
    return {"scheme": request.query.scheme, "size": request.query.size}
