"""A figure as a page for a frame of another page: small, without scripts, source and caveat inside."""

import re

from markupsafe import Markup

from indicators import markup
from indicators.charts import typeface
from indicators.figures.figure import Figure
from indicators.figures.summary import USUAL_STATUS, caveat_lines, description, full_title, summary_terms, title
from indicators.render import figure_card, standalone
from indicators.text.counted import number_of

SHEETS = ("style.css", "embed.css")
WIDTH = 480
"""Width of a frame in pixels that has room for everything; a page fits any frame from 280 pixels on."""


def figure(figure: Figure, scheme: str, address: str) -> Markup:
    """The page of a figure in one of ``standalone.SCHEMES``; ``address`` is that of its page in the dashboard."""
    first, *more = [*caveat_lines(figure, len(figure.caveats))] or [""]
    body = markup.element(
        "main",
        markup.heading(1, full_title(figure)),
        figure_card.number(figure, mark="" if figure.status_code == USUAL_STATUS else figure.status),
        markup.terms({**dict(summary_terms(figure)), "Caveat": first}),
        markup.details(number_of(len(more), "more caveat"), markup.bullet_list(more)) if more else "",
        markup.paragraph(linked(figure.document_citation), "quiet"),
        home(address),
    )
    return standalone.page(title(figure), description(figure), body, SHEETS, scheme=scheme)


def figure_height(figure: Figure) -> int:
    """Height in pixels that a frame of WIDTH needs for the page of a figure."""
    texts = [text for _, text in summary_terms(figure)] + list(caveat_lines(figure, 1))
    lines = sum(len(list(typeface.lines(text, 15.2, WIDTH - 145))) for text in texts)
    cited = len(list(typeface.lines(figure.document_citation, 14, WIDTH - 40)))
    return 190 + 22 * lines + 4 * len(texts) + 21 * cited + (45 if len(figure.caveats) > 1 else 0)


def home(address: str) -> Markup:
    """The link from such a page to the page with this address."""
    return markup.element("p", markup.external_link(address, "All details, in the dashboard"))


def linked(text: str) -> Markup:
    """The text, an address at its end as a link that a narrow frame breaks between its parts."""
    words, _, last = text.rpartition(" ")
    breakable = markup.join(re.split("(?<=[/-])", last), Markup("<wbr>"))
    return markup.join([words, " ", markup.external_link(last, breakable)])
