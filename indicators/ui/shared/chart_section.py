"""What stands around the charts of the first page, in the page and in its preview."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators import markup
from indicators.charts.chart import Chart
from indicators.figures.selection import Selection
from indicators.measure.units import SYSTEMS
from indicators.ui.shared import addresses, cached_charts, links
from indicators.ui.shared.query import EXCEL, UNITS

_FILES = ((addresses.CHART_PNG, "PNG"), (addresses.CHART_SVG, "SVG"), (addresses.CHART_CSV, "CSV"))


def heading(figures: int, charts: int) -> Markup:
    """The heading above so many charts of so many figures, and which charts are left out."""
    left_out = ""
    if figures > cached_charts.MANY:
        left_out = "Of so many figures the charts show the headlines alone. Select fewer to see others."
    elif charts >= cached_charts.MOST:
        left_out = f"At most {cached_charts.MOST} charts are drawn. Select fewer figures to see others."
    return markup.section_heading("Charts") + (markup.paragraph(left_out, "quiet") if left_out else "")


def title(chart: Chart) -> Markup:
    """The title of a chart and its unit."""
    unit = markup.paragraph(f"in {chart.unit}", "quiet") if chart.unit else ""
    return markup.join([markup.heading(3, chart.title), unit])


def key(chart: Chart, selection: Selection, system: str) -> Markup:
    """How to read the marks of a chart, and links to its images and to the rows behind it."""
    units = [(UNITS, system)] if system != SYSTEMS[0] else []
    saved = []
    for path, text in _FILES:
        options = [*selection.query(), *units, *([(EXCEL, "1")] if text == "CSV" else [])]
        address = links.file_address("", path.format(id=chart.name), options)[1:]
        saved.append(markup.element("a", text, href=address, aria_label=f"{text} of the chart {chart.title}"))
    lines = (markup.paragraph(line, "quiet") for line in chart.key)
    return markup.join([*lines, markup.paragraph(markup.join(["Download ", markup.join(saved, " · ")]), "quiet")])


def section(drawn: Sequence[tuple[Chart, Markup]], selection: Selection, system: str) -> Markup:
    """The whole section with drawings in the place of the charts."""
    pieces = (
        markup.element(
            "div",
            markup.element("div", title(chart), class_="ind"),
            markup.element("div", drawing, class_="drawing"),
            markup.element("div", key(chart, selection, system), class_="ind"),
            class_="chart",
        )
        for chart, drawing in drawn
    )
    above = markup.element("div", heading(0, len(drawn)), class_="ind section-above")
    return above + markup.element("div", *pieces, class_="charts")
