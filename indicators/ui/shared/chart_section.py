"""What stands around the charts of the first page, in the page and in its preview."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.charts.chart import Chart
from indicators.figures.selection import Selection
from indicators.ui.shared import addresses, cached_charts, links
from indicators.ui.shared.query import EXCEL

_FILES = ((addresses.CHART_PNG, "PNG"), (addresses.CHART_SVG, "SVG"), (addresses.CHART_CSV, "CSV"))


def heading(figures: int) -> Markup:
    """The heading above the charts of so many figures."""
    of_headlines = "Of so many figures the charts show the headlines alone. Filter to see others."
    left_out = markup.paragraph(of_headlines, "quiet") if figures > cached_charts.MANY else ""
    return markup.section_heading("Charts") + left_out


def others(catalogue: Catalogue, selection: Selection, system: str) -> Markup:
    """Links to the charts of a selection for which the page has no room; empty where it shows all."""
    found = cached_charts.left_out(catalogue, selection, system)
    if not found:
        return markup.EMPTY
    listed = [
        markup.element("a", title, href=_address(addresses.CHART_HTML, name, selection, system))
        for name, title in found[: cached_charts.MOST_LISTED]
    ]
    more = ["further ones appear when you filter"] if len(found) > len(listed) else []
    return markup.element("p", markup.element("strong", "More charts: "), markup.join([*listed, *more], " · "))


def title(chart: Chart) -> Markup:
    """The title of a chart and its unit."""
    unit = markup.paragraph(f"in {chart.unit}", "quiet") if chart.unit else ""
    return markup.join([markup.heading(3, chart.title), unit])


def key(chart: Chart, selection: Selection, system: str) -> Markup:
    """How to read the marks of a chart, and links to its images and to the rows behind it."""
    saved = []
    for path, text in _FILES:
        address = _address(path, chart.name, selection, system, *([(EXCEL, "1")] if text == "CSV" else []))
        saved.append(markup.element("a", text, href=address, aria_label=f"{text} of the chart {chart.title}"))
    read = markup.paragraph(chart.how_to_read, "quiet") if chart.key else ""
    return markup.join([read, markup.paragraph(markup.join(["Download ", markup.join(saved, " · ")]), "quiet")])


def _address(path: str, name: str, selection: Selection, system: str, *options: tuple[str, str]) -> str:
    """The address of a file of a chart, relative to that of the page."""
    parameters = [*selection.query(), *links.units_parameters(system), *options]
    return links.file_address("", path.format(id=name), parameters)[1:]


def section(catalogue: Catalogue, drawn: Sequence[tuple[Chart, Markup]], selection: Selection, system: str) -> Markup:
    """The whole section with drawings in the place of the charts."""
    pieces = (
        markup.element(
            "div",
            markup.element("div", title(chart), class_="ind"),
            markup.element("div", drawing, class_="drawing"),
            markup.element("div", key(chart, selection, system), class_="ind"),
            class_="chart alone" if alone else "chart",
        )
        for (chart, drawing), alone in zip(drawn, cached_charts.have_own_rows([each for each, _ in drawn]), strict=True)
    )
    above = markup.element("div", heading(0), class_="ind section-above")
    below = markup.element("div", others(catalogue, selection, system), class_="ind")
    return above + markup.element("div", *pieces, class_="charts") + below
