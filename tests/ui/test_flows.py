"""What readers come for, and with how many clicks they have it: by keyboard alone, by mouse, by touch on a phone."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.dashboard import OpenPage, Server, Visit, settle
from tests.support.http import ask

pytestmark = pytest.mark.browser

Find = Callable[[Page], Locator]

MOST_STOPS = 240
"""Maximum number of presses of Tab on the way to what is looked for."""


def main(page: Page) -> Locator:
    return page.get_by_test_id("stMain")


def link(name: str) -> Find:
    """The first link of this name outside the menu."""
    return lambda page: main(page).get_by_role("link", name=name, exact=True).first


def to(address: str) -> Find:
    """The first link to an address with this end."""
    return lambda page: main(page).locator(f'a[href$="{address}"]').first


def in_menu(name: str) -> Find:
    return lambda page: page.get_by_role("navigation", name="Pages", exact=True).get_by_role("link", name=name)


def chip(name: str) -> Find:
    return lambda page: page.get_by_role("navigation", name="Sources").get_by_role("link", name=name)


def button(name: str) -> Find:
    return lambda page: page.get_by_role("button", name=name, exact=True)


def tab(name: str) -> Find:
    return lambda page: page.get_by_role("tab", name=name, exact=True)


def words(text: str) -> Find:
    spaced = text.replace(" ", r"\s")  # a blank at which no line breaks is a blank too
    return lambda page: page.get_by_text(re.compile(spaced)).filter(visible=True).first


NEXT_KEY = """target => {
    const at = document.activeElement;
    if (at === target) return "";
    const tabs = target.closest("[role=tablist]");
    if (tabs?.contains(at)) return "ArrowRight";
    // Of a list of tabs, Tab reaches the one that is selected.
    const stop = tabs?.querySelector("[aria-selected=true]") ?? target;
    return at.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING ? "Tab" : "Shift+Tab";
}"""
"""The key that leads from where the focus is towards an element, empty where it is there."""


def press(page: Page, find: Find) -> None:
    """Goes to what is found with Tab, among tabs with the arrows, and presses Enter."""
    target = find(page)
    target.wait_for(state="attached")
    settle(page)
    for _ in range(MOST_STOPS):
        if not (key := target.evaluate(NEXT_KEY)):
            break
        page.keyboard.press(key)
    assert not key
    page.keyboard.press("Enter")


def click(page: Page, find: Find) -> None:
    find(page).click()


def tap(page: Page, find: Find) -> None:
    find(page).tap()


Hand = Callable[[Page, Find], None]
WAYS = [
    pytest.param(press, id="keyboard"),
    pytest.param(click, id="mouse", marks=pytest.mark.external),
    pytest.param(tap, id="touch", marks=pytest.mark.external),
]


@pytest.fixture
def first_page(hand: Hand, server: Server, visit: Visit, open_page: OpenPage) -> Page:
    """The first page, on a phone for whoever touches it."""
    if hand is tap:
        return open_page(f"{server.url}/", {"width": 390, "height": 844}, has_touch=True, accept_downloads=True)
    return visit(f"{server.url}/")


FLOWS: Sequence[tuple[str, Sequence[Find], Find]] = (
    ("is 600,000 a number of deaths", [], words("must not be read as deaths")),
    ("munitions a month", [], words("Munitions shipped per month: more than 12,000 metric tons a month")),
    ("may 74,000 be divided by 13,000", [in_menu("Calculations")], words("Munitions per container")),
    ("who counted 1,200", [to("figure=losses-daily")], words("[Ww]hose counting it is, is not stated")),
    (
        "13,000 in BibTeX",
        [to("figure=containers-2024-08"), tab("BibTeX")],
        words("@(incollection|inbook|misc|online)"),
    ),
    ("what others published", [in_menu("What others published")], words("General Staff of the Ukrainian Armed Forces")),
)


@pytest.mark.parametrize("hand", WAYS)
@pytest.mark.parametrize(("clicks", "answer"), [flow[1:] for flow in FLOWS], ids=[flow[0] for flow in FLOWS])
def test_what_a_reader_asks_is_answered_after_few_clicks(
    clicks: Sequence[Find], answer: Find, hand: Hand, first_page: Page
) -> None:
    for find in clicks:
        hand(first_page, find)
    expect(answer(first_page)).to_be_visible()


def change(page: Page, hand: Hand, find: Find) -> None:
    """Clicks what changes the address, and waits until the page is drawn."""
    before = page.url
    hand(page, find)
    page.wait_for_function("before => location.href !== before", arg=before)
    settle(page)


def rows(data: bytes) -> list[str]:
    return [row["id"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))]


@pytest.mark.parametrize("hand", WAYS)
def test_the_figures_of_chosen_sources_are_taken_as_csv(hand: Hand, first_page: Page, tmp_path: Path) -> None:
    assert taken(first_page, hand, [chip("C4ADS")], tmp_path) == ["munitions-shipped"]
    change(first_page, hand, chip("C4ADS"))  # takes it out again
    first_page.get_by_role("button", name="CSV (22)").wait_for()
    south_koreans = [chip("South Korean military"), chip("NIS")]
    korean = {"containers-2024-08", "containers-2024-03", "troops-training"}
    assert set(taken(first_page, hand, south_koreans, tmp_path)) == korean


def taken(page: Page, hand: Hand, chips: Sequence[Find], folder: Path) -> list[str]:
    """The ids of the CSV that is saved after these chips were clicked."""
    for find in chips:
        change(page, hand, find)
        expect(find(page)).to_have_attribute("aria-current", "true")
    with page.expect_download() as waiting:
        hand(page, lambda page: page.get_by_role("button", name=re.compile(r"^CSV \(\d+\)$")))
    waiting.value.save_as(folder / "figures.csv")
    return rows((folder / "figures.csv").read_bytes())


@pytest.mark.parametrize("hand", WAYS)
def test_a_chart_is_taken_as_a_picture_and_a_link_to_a_figure_with_one_click(
    hand: Hand, first_page: Page, tmp_path: Path
) -> None:
    page = first_page
    with page.expect_download() as waiting:
        hand(page, lambda page: main(page).get_by_role("link", name=re.compile("^PNG of the chart Containers North")))
    waiting.value.save_as(tmp_path / "chart.png")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hand(page, link("Copy link to 13,000"))
    expect(page.get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/figures?figure=containers-2024-08")


def test_a_number_is_cited_in_apa_with_two_clicks(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/")
    page.get_by_test_id("stMain").locator('a.way[href$="containers-2024-08"]').first.click()
    tab("APA")(page).click()
    expect(words(r"DePetris, D\. \(2024, October\)")(page)).to_be_visible()


def test_the_figures_of_a_country_are_in_a_spreadsheet_with_three_clicks(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/")
    page.get_by_test_id("stMain").get_by_role("link", name=re.compile("South Korean military")).first.click()
    page.get_by_role("button", name=re.compile(r"^CSV \([1-9]\)$")).wait_for()
    with page.expect_download() as saving:
        page.get_by_role("button", name=re.compile("^CSV")).click()
    text = saving.value.path().read_text(encoding="utf-8-sig")
    assert {row["source"] for row in csv.DictReader(io.StringIO(text))} == {"rok-military"}


def test_a_picture_of_a_card_takes_one_click(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/")
    with page.expect_download() as saving:
        main(page).get_by_role("link", name=re.compile("^PNG of more than 74,000")).click()
    assert saving.value.suggested_filename == "russia-dprk-relations-figure-munitions-shipped.png"
    assert saving.value.path().read_bytes().startswith(b"\x89PNG")


def test_the_line_to_embed_a_card_is_copied_with_one_click(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = page.get_by_test_id("stMain").locator('a.copy[href*="embed/figures/"]').first
    id_ = link.get_attribute("href").rpartition("/")[2]  # type: ignore[union-attr]
    link.click()
    expect(link).to_have_text("Copied")
    line = page.evaluate("navigator.clipboard.readText()")
    answer = ask(server, f"/oembed?url={server.url}/figures?figure={id_}").json()
    assert line == answer["html"]
