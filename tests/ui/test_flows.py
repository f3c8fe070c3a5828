"""What readers come for, and with how many clicks they have it."""

import re
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.dashboard import Server, Visit

pytestmark = pytest.mark.browser

Find = Callable[[Page], Locator]


def link(name: str) -> Find:
    """The first link of this name outside the menu."""
    return lambda page: page.get_by_test_id("stMain").get_by_role("link", name=name, exact=True).first


def in_menu(name: str) -> Find:
    return lambda page: page.get_by_role("navigation", name="Pages", exact=True).get_by_role("link", name=name)


def tab(name: str) -> Find:
    return lambda page: page.get_by_role("tab", name=name, exact=True)


def words(text: str) -> Find:
    return lambda page: page.get_by_text(re.compile(text)).filter(visible=True).first


FLOWS: Sequence[tuple[str, Sequence[Find], Find]] = (
    ("is 600,000 a number of deaths", [], words("must not be read as deaths")),
    ("may 74,000 be divided by 13,000", [in_menu("Calculations")], words("Munitions per container")),
    ("munitions a month", [in_menu("Calculations")], words("more than 12,000 metric tons a month")),
    (
        "who counted 1,200",
        [lambda page: page.get_by_test_id("stMain").locator('a.way[href$="figure=losses-daily"]').first],
        words("whose counting it is, is not stated|Whose counting it is, is not stated"),
    ),
    (
        "13,000 in BibTeX",
        [lambda page: page.get_by_test_id("stMain").locator('a.way[href$="containers-2024-08"]').first, tab("BibTeX")],
        words("@(incollection|inbook|misc|online)"),
    ),
    ("what others published", [in_menu("What others published")], words("General Staff of the Ukrainian Armed Forces")),
)


@pytest.mark.parametrize(("clicks", "answer"), [flow[1:] for flow in FLOWS], ids=[flow[0] for flow in FLOWS])
def test_what_a_reader_asks_is_answered_after_few_clicks(
    clicks: Sequence[Find], answer: Find, server: Server, visit: Visit
) -> None:
    page = visit(f"{server.url}/")
    for find in clicks:
        find(page).click()
    expect(answer(page)).to_be_visible()
