"""Lists whose options have one name, in a real browser: what is chosen is shared by the address and stays."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.support.dashboard import OpenPage, Server, StartServer, Visit, open_panel, settle, wait_for_choice
from tests.support.twins import add_twins

pytestmark = pytest.mark.browser

TWINS = (
    ("Source", "source", ("officials", "officials-south")),
    pytest.param("Topic", "topic", ("supplies", "supplies-south"), marks=pytest.mark.external),
    pytest.param("Document", "document", ("winter-2023", "winter-2024"), marks=pytest.mark.external),
)


@pytest.fixture(scope="module")
def twins(start_server: StartServer, tmp_path_factory: pytest.TempPathFactory) -> Server:
    folder = add_twins(tmp_path_factory.mktemp("twins") / "data")
    return start_server(INDICATORS_DATA=str(folder))


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def click_units(page: Page, label: str) -> None:
    """Any click: it runs the page again, and sends every choice back."""
    open_panel(page)
    page.get_by_role("radio", name=label, exact=True).click()
    wait_for_choice(page)


@pytest.mark.parametrize(("label", "facet", "ids"), TWINS)
def test_two_of_one_name_are_each_chosen_shared_and_kept(
    label: str, facet: str, ids: tuple[str, str], visit: Visit, twins: Server
) -> None:
    counts = []
    for identity in ids:
        page = visit(f"{twins.url}/figures?{facet}={identity}")
        counts.append(page.get_by_test_id("stMain").get_by_text(" of 24 figures").inner_text())
        click_units(page, "SI")
        page.wait_for_url(f"**/figures?{facet}={identity}&units=si")
        assert page.get_by_test_id("stMain").get_by_text(" of 24 figures").inner_text() == counts[-1]
        # The other is chosen by hand beside it, and then both stay.
        open_panel(page)
        page.get_by_role("combobox", name=label).click()
        other = next(iter({*ids} - {identity}))
        page.get_by_role("option", name=NAMES[other], exact=True).click()
        page.keyboard.press("Escape")
        wait_for_choice(page)
        click_units(page, "As printed")
        page.wait_for_url(lambda address: "units" not in address)
        assert sorted(query(page)[facet]) == sorted(ids)
    assert len(set(counts)) == 2


NAMES = {
    "officials": "Officials of the health board, Northland",
    "officials-south": "Officials of the health board, Southland",
    "supplies": "Staff and supplies, id supplies",
    "supplies-south": "Staff and supplies, id supplies-south",
    "winter-2023": "Beds for the Winter, 4 December 2023",
    "winter-2024": "Beds for the Winter, 4 December 2024",
}


def test_two_figures_of_one_name_are_compared_and_each_stays(visit: Visit, twins: Server) -> None:
    for left, right in (("oxygen-officials", "oxygen-later"), ("oxygen-later", "oxygen-officials")):
        asked = {"left": left, "op": "equals", "right": right}
        page = visit(f"{twins.url}/compare?{urlencode(asked)}")
        click_units(page, "US customary")
        page.wait_for_url("**/compare?units=us&**")
        assert query(page) == {"units": ["us"], **{name: [value] for name, value in asked.items()}}


def test_a_figure_of_a_repeated_name_is_chosen_by_hand(visit: Visit, twins: Server) -> None:
    page = visit(f"{twins.url}/compare")
    for label, period in (("First", "October 2023"), ("Second", "September 2023")):
        page.get_by_role("combobox", name=label).fill("Board officials, Northland")
        name = re.compile(rf", {period}, assumed \(Board officials, Northland\)$")
        page.get_by_role("option").filter(has_text=name).click()
        page.keyboard.press("Tab")
        settle(page)
    page.wait_for_url("**/compare?left=oxygen-later&right=oxygen-officials")


def test_a_filter_says_what_it_leaves_out_and_the_question_is_answered(visit: Visit, twins: Server) -> None:
    page = visit(f"{twins.url}/compare?source=register&left=oxygen-later&op=equals&right=oxygen-officials")
    expect(page.get_by_text("The lists have the 4 of 24 figures of the filter")).to_be_visible()
    expect(page.get_by_text("is not among the figures of the filter. It is compared all the same")).to_have_count(2)
    expect(page.locator(".verdict").first).to_be_visible()


def test_an_unknown_figure_in_the_question_is_named(open_page: OpenPage, twins: Server) -> None:
    page = open_page(f"{twins.url}/compare?left=oxygen-latter&op=equals&right=oxygen-officials")
    expect(page.get_by_text('no figure "oxygen-latter"; did you mean "oxygen-later"', exact=False)).to_be_visible()
    assert page.url.endswith("/compare?left=oxygen-latter&op=equals&right=oxygen-officials")
