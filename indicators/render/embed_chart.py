"""A chart as a page for a frame of another page: small, without scripts, source and caveats inside.

It stands apart from `embed`, which the cards of the first page need: what draws charts takes long to import.
"""

from collections.abc import Iterable

from markupsafe import Markup

from indicators import markup
from indicators.charts import image
from indicators.charts.chart import Chart
from indicators.render import embed, standalone

CHART_HEIGHT = 720
"""Height in pixels of a frame for a chart; what does not fit is reached by scrolling in the frame."""

_WIDE, _NARROW = 620, 320
"""Widths of a chart in pixels before it is scaled, for frames above and below `embed.WIDTH`."""
_MOST = 3
"""Maximum number of caveats and of sources of a chart, which says how many more there are."""


def chart(chart: Chart, scheme: str, address: str, *, frame: str = "", further: Iterable[Markup] = ()) -> Markup:
    """The page of a chart in one of ``standalone.SCHEMES``; ``address`` is that of the page that has the chart.

    ``frame`` is the line that embeds it, shown if given; ``further`` elements stand in its head.
    """
    caveats, sources = image.caveat_lines(chart, _MOST), image.source_lines(chart, _MOST)
    body = markup.element(
        "main",
        markup.heading(1, chart.title),
        markup.paragraph(f"in {chart.unit}", "quiet") if chart.unit else "",
        markup.element("div", Markup(image.inline(chart, "wide", _WIDE)), class_="wide-chart"),
        markup.element("div", Markup(image.inline(chart, "narrow", _NARROW)), class_="narrow-chart"),
        markup.paragraph(chart.how_to_read, "quiet") if chart.key else "",
        markup.heading(2, "Before you quote this") + markup.bullet_list(caveats) if caveats else "",
        markup.heading(2, "Source"),
        markup.bullet_list(map(embed.linked, sources)),
        embed.home(address),
        markup.heading(2, "To show it on another page, copy") + markup.shell_commands(frame) if frame else "",
    )
    return standalone.page(chart.title, chart.alt, body, embed.SHEETS, scheme=scheme, further=further)
