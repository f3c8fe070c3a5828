"""A figure or a chart as a page for a frame of another page: small, without scripts, source and caveat inside."""

from collections.abc import Iterable

from markupsafe import Markup

from indicators import markup
from indicators.charts import image, typeface
from indicators.charts.chart import Chart
from indicators.figures.caveats import caveat_count
from indicators.figures.figure import Figure
from indicators.figures.summary import caveat_lines, description, full_title, summary_terms, title
from indicators.render import figure_card, standalone

SHEETS = ("style.css", "embed.css")
WIDTH = 480
"""Width of a frame in pixels that has room for everything; a page fits any frame from 280 pixels on."""

_WIDE, _NARROW = 620, 320
"""Widths of a chart in pixels before it is scaled, for frames above and below WIDTH."""
_MOST = 3
"""Maximum number of caveats and of sources of a chart, which says how many more there are."""


def figure(figure: Figure, scheme: str, address: str) -> Markup:
    """The page of a figure in one of ``standalone.SCHEMES``; ``address`` is that of its page in the dashboard."""
    first, *more = [*caveat_lines(figure, len(figure.caveats))] or [""]
    body = markup.element(
        "main",
        markup.heading(1, full_title(figure)),
        figure_card.number(figure),
        markup.terms({**dict(summary_terms(figure)), "Caveat": first}),
        markup.details(caveat_count(len(more), "more"), markup.bullet_list(more)) if more else "",
        markup.paragraph(_linked(figure.document_citation), "quiet"),
        _home(address),
    )
    return standalone.page(title(figure), description(figure), body, SHEETS, scheme=scheme)


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
        markup.bullet_list(map(_linked, sources)),
        _home(address),
        markup.heading(2, "To show it on another page, copy") + markup.shell_commands(frame) if frame else "",
    )
    return standalone.page(chart.title, chart.alt, body, SHEETS, scheme=scheme, further=further)


def figure_height(figure: Figure) -> int:
    """Height in pixels that a frame of WIDTH needs for the page of a figure."""
    texts = [text for _, text in summary_terms(figure)] + list(caveat_lines(figure, 1))
    lines = sum(len(list(typeface.lines(text, 15.2, WIDTH - 145))) for text in texts)
    cited = len(list(typeface.lines(figure.document_citation, 14, WIDTH - 40)))
    return 190 + 22 * lines + 4 * len(texts) + 21 * cited + (45 if len(figure.caveats) > 1 else 0)


CHART_HEIGHT = 720
"""Height in pixels of a frame for a chart; what does not fit is reached by scrolling in the frame."""


def _home(address: str) -> Markup:
    return markup.element("p", markup.external_link(address, "All that is recorded of it, in the dashboard"))


def _linked(text: str) -> Markup:
    """The text, an address at its end as a link."""
    words, _, last = text.rpartition(" ")
    return markup.join([words, " ", markup.external_link(last, last)])
