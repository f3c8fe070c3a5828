"""Makers of the files of one figure and of one chart, and of the picture of a selection."""

from typing import Any

from indicators.charts import build, image
from indicators.charts.chart import Chart
from indicators.errors import UnknownIdError, nearest
from indicators.export import figure_table, json_rows, writers
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.render import embed, embed_chart, figure_document, figure_picture, selection_picture, standalone
from indicators.ui.shared import addresses, embedding, links
from indicators.ui.shared.file import Request, csv_file


def figure_json(request: Request) -> bytes:
    """The figure as an object."""
    query, rows = request.query, request.catalogue.rows(request.id)
    (row,) = json_rows.figure_rows(request.catalogue, rows, query.version, query.units)
    return writers.to_json(row).encode()


def figure_csv(request: Request) -> bytes:
    """The figure as a table of one row."""
    rows = request.catalogue.rows(request.id)
    return csv_file(request, figure_table.table(request.catalogue, rows, request.query.units))


def figure_html(request: Request) -> bytes:
    """The figure as a page."""
    rows = request.catalogue.rows(request.id)
    parameters = links.picture_parameters(request.query.units)
    image = links.file_address(request.root, addresses.FIGURE_PNG.format(id=request.id), parameters)
    return figure_document.html(
        request.catalogue, rows, request.query.units, address=_figure_address(request), image=image
    ).encode()


def figure_markdown(request: Request) -> bytes:
    """The figure in Markdown."""
    return figure_document.markdown(_figure(request)).encode()


def figure_svg(request: Request) -> bytes:
    """The picture of the figure as SVG."""
    return figure_picture.svg(_figure(request), **_look(request), address=_figure_address(request))


def figure_png(request: Request) -> bytes:
    """The picture of the figure as PNG."""
    return figure_picture.png(_figure(request), **_look(request), address=_figure_address(request))


def figure_embed(request: Request) -> bytes:
    """The figure as a page for a frame."""
    return embed.figure(_figure(request), request.query.theme, _figure_address(request)).encode()


def chart_html(request: Request) -> bytes:
    """The chart as a page."""
    chart, site_name = _chart(request), request.catalogue.descriptor.title
    parameters = request.query.selection.query()
    address = links.file_address(request.root, addresses.CHART_HTML.format(id=request.id), parameters)
    image = links.file_address(
        request.root,
        addresses.CHART_PNG.format(id=request.id),
        [*parameters, *links.picture_parameters(request.query.units)],
    )
    preview = standalone.link_preview(site_name, chart.title, chart.alt, address if request.root else "", image)
    frame = ""
    if request.root and embedding.ancestors():
        preview.append(links.oembed_link(request.root, address))
        embedded = links.file_address(request.root, addresses.EMBED_CHART.format(id=request.id), parameters)
        frame = embedding.frame(embedded, chart.title, embed.WIDTH, embed_chart.CHART_HEIGHT)
    return embed_chart.chart(
        chart, request.query.theme, _selection_address(request), frame=frame, further=preview
    ).encode()


def chart_embed(request: Request) -> bytes:
    """The chart as a page for a frame."""
    return embed_chart.chart(_chart(request), request.query.theme, _selection_address(request)).encode()


def chart_svg(request: Request) -> bytes:
    """The chart as SVG."""
    return image.svg(_chart(request), **_look(request), address=_selection_address(request))


def chart_png(request: Request) -> bytes:
    """The chart as PNG."""
    return image.png(_chart(request), **_look(request), address=_selection_address(request))


def chart_csv(request: Request) -> bytes:
    """The rows that the chart shows."""
    rows = request.catalogue.rows(*(figure.id for figure in _chart(request).figures))
    return csv_file(request, figure_table.table(request.catalogue, rows, request.query.units))


def selection_svg(request: Request) -> bytes:
    """The picture of the selection as SVG."""
    return selection_picture.svg(**_selected(request), **_look(request), address=_selection_address(request))


def selection_png(request: Request) -> bytes:
    """The picture of the selection as PNG."""
    return selection_picture.png(**_selected(request), **_look(request), address=_selection_address(request))


def _figure_address(request: Request) -> str:
    """The address of the figure's page; empty where that of the dashboard is not known."""
    return links.figure_address(request.root, request.id, request.query.units) if request.root else ""


def _selected(request: Request) -> dict[str, Any]:
    query = request.query
    return {"catalogue": request.catalogue, "selection": query.selection, "system": query.units}


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


def _selection_address(request: Request) -> str:
    """The address of the first page with the selection; empty where that of the dashboard is not known."""
    parameters = links.page_parameters(request.query.selection, request.query.units)
    return links.file_address(request.root, "/", parameters) if request.root else ""


def _look(request: Request) -> dict[str, Any]:
    return {"scheme": request.query.scheme, "size": request.query.size}
