"""Links of a card on the first page."""

import html
import re
from urllib.parse import parse_qs, urlsplit

from indicators.catalogue.model import Catalogue
from indicators.figures.selection import Selection
from indicators.ui.shared.cached_cards import masthead_and_cards
from tests.support.blanks import plain


def test_a_link_to_further_figures_names_the_search_that_it_makes_and_promises_no_number(jobs: Catalogue) -> None:
    _, cards = masthead_and_cards(jobs, Selection(), "printed")
    links = re.findall(r'<a [^>]*href="([^"]*[?&;]search=[^"]*)"[^>]*>([^<]*)<', str(cards))
    assert links
    for address, words in links:
        query = parse_qs(urlsplit(html.unescape(address)).query)
        shown = plain(html.unescape(words))
        assert shown == f'Search for "{query["search"][0]}"'
