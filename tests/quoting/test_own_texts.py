"""The program's own texts lose nothing: cards, charts and the report, as plain text, come out of the check."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from indicators.catalogue.model import Catalogue
from indicators.charts.build import charts
from indicators.export import slim_table
from indicators.figures.selection import Selection, select
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES
from indicators.render import report
from indicators.render.headlines import headline_cards

EVERYTHING = Selection(record=True)
CATALOGUES = pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
_LINES = frozenset("tr li dt dd br".split())
_PARAGRAPHS = frozenset(
    "p div section article h1 h2 h3 h4 h5 ul ol table dl figure figcaption summary details header blockquote".split()
)
_UNREAD = frozenset("style script svg title".split())


class _Text(HTMLParser):
    """The text of a page as a browser copies it: a line for a row or an item, an empty one around a paragraph."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unread = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unread += tag in _UNREAD
        self._break(tag)
        if tag in ("td", "th"):
            self.pieces.append(" | ")

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.pieces.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str) -> None:
        if tag in _LINES or tag in _PARAGRAPHS:
            self.pieces.append("\n" if tag in _LINES else "\n\n")


def plain(page: str) -> str:
    """The text of a page as a browser copies it."""
    return "".join(_Text(page).pieces)


def _accused(catalogue: Catalogue, text: str) -> list[tuple[str, ...]]:
    found = [one for one in check(catalogue, text, record=True) if one.verdict in ACCUSES]
    return [(one.message, text[max(one.start - 80, 0) : one.end + 40]) for one in found]


def _short_texts(catalogue: Catalogue) -> Iterator[str]:
    rows = select(catalogue, EVERYTHING)
    yield from (plain(card.html) for card in headline_cards(catalogue, rows, "printed"))
    for chart in charts(catalogue, rows):
        yield chart.title
        yield chart.alt
        yield from chart.key


@CATALOGUES
def test_cards_and_charts_quote_their_figures_whole(catalogue: Catalogue) -> None:
    assert not [one for text in _short_texts(catalogue) for one in _accused(catalogue, text)]


@pytest.mark.parametrize(
    ("catalogue", "selection"), [("shipped", EVERYTHING), ("wards", Selection())], indirect=["catalogue"]
)
def test_the_report_as_plain_text_quotes_its_figures_whole(catalogue: Catalogue, selection: Selection) -> None:
    text = plain(report.page(catalogue, selection))
    assert text.count("\n") > len(catalogue.figures)
    assert not _accused(catalogue, text)


@pytest.mark.parametrize("catalogue", ["shipped", "wards", "jobs", "infections"], indirect=True)
def test_the_slim_table_quotes_its_figures_whole(catalogue: Catalogue) -> None:
    quotes = slim_table.slim(catalogue, select(catalogue, EVERYTHING), "https://example.org/?figure=")["quote"]
    assert not [one for text in quotes for one in _accused(catalogue, text.partition(" Printed in: ")[0])]
