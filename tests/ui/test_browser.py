"""The dashboard in a real browser."""

import csv
import io
import re
import shutil
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from indicators.export import figure_columns
from tests.support import accessibility
from tests.support.dashboard import OpenPage, Server, StartServer, Traffic, Visit, open_panel, settle, wait_for_charts
from tests.support.effort import in_views
from tests.support.places import WARDS
from tests.support.second_article import add_article

pytestmark = pytest.mark.browser

PAGES = (
    "", "figures", "figures?figure=munitions-shipped", "others", "what_follows", "sources", "method", "check_a_draft",
    "compare?left=troops-considered&op=over&right=losses-daily",
    "?record=on", "figures?figure=containers-2024-08&record=on", "sources?record=on",
)  # fmt: skip


def choose(page: Page, source: str) -> None:
    """One click on the chip of a source."""
    page.get_by_role("navigation", name="Sources").get_by_role("link", name=source).click()
    page.get_by_role("navigation", name="Sources").locator("[aria-current]").filter(has_text=source).wait_for()
    settle(page)


def downloaded(page: Page, label: str, folder: Path) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    path = folder / "download.csv"
    waiting.value.save_as(path)
    return waiting.value.suggested_filename, path.read_bytes()


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_choosing_a_source_changes_cards_charts_and_address(page: Page) -> None:
    expect(page.get_by_test_id("stMain").get_by_text("All 22 figures")).to_be_visible()
    choose(page, "C4ADS")
    expect(page.get_by_test_id("stMain").get_by_text("1 of 22 figures")).to_be_visible()
    expect(page.get_by_role("heading", name="Containers North Korea delivered to Russia")).to_have_count(0)
    expect(page.locator("[data-testid=stVegaLiteChart]")).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "C4ADS 1", "focus stays where the reader is"
    expect(page.locator("body > [role=status]")).to_have_text("1 of 22 figures")
    page.wait_for_url("**/?source=c4ads")


def test_the_selection_goes_along_to_another_page_and_back(page: Page) -> None:
    choose(page, "C4ADS")
    page.get_by_role("link", name="Sources", exact=True).click()
    expect(page.get_by_role("heading", name="Sources", level=1)).to_be_visible()
    expect(page.get_by_text("1 figure from 1 source; none without a named source", exact=False)).to_be_visible()
    page.wait_for_url("**/sources?source=c4ads")
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_test_id("stMain").get_by_text("1 of 22 figures")).to_be_visible()
    page.wait_for_url("**/?source=c4ads")


def test_the_record_is_turned_on_and_off_and_the_address_says_so(page: Page) -> None:
    open_panel(page)
    page.get_by_role("switch").press("Space")
    settle(page)
    expect(page.get_by_role("combobox", name="Source"), "the panel closes on a choice").to_have_count(0)
    expect(page.get_by_test_id("stPopoverButton"), "and focus goes to its button").to_be_focused()
    expect(page.get_by_test_id("stPopoverButton")).to_contain_text("Filter · others’ figures")
    expect(page.locator("body > [role=status]")).to_have_text("All 59 figures: 22 printed here, 37 published elsewhere")
    expect(
        page.get_by_test_id("stMain").get_by_text("All 59 figures: 22 printed here, 37 published elsewhere")
    ).to_be_visible()
    expect(page.get_by_role("heading", name="What others published", exact=True)).to_be_visible()
    page.wait_for_url("**/?record=on")
    open_panel(page)
    page.get_by_text("Compare with 37 other published figures").click()
    settle(page)
    expect(page.get_by_test_id("stMain").get_by_text("All 22 figures")).to_be_visible()
    expect(page.get_by_role("heading", name="What others published", exact=True)).to_have_count(0)
    assert urlsplit(page.url).query == ""


def test_what_others_published_is_one_click_away(page: Page) -> None:
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="What others published").click()
    expect(page.get_by_role("heading", name="What others published", level=1)).to_be_focused()
    page.wait_for_url("**/others")
    page.get_by_role("link", name="Russian dead and wounded").click()
    expect(page.get_by_role("heading", name="Russian dead and wounded", level=2)).to_be_in_viewport()
    page.get_by_role("link", name="more than 600,000 dead and wounded").first.click()
    expect(page.get_by_role("heading", name="Russian dead and wounded", level=1)).to_be_focused()


def test_the_back_button_undoes_a_choice(page: Page) -> None:
    choose(page, "C4ADS")
    page.wait_for_url("**/?source=c4ads")
    page.go_back()
    expect(page.get_by_test_id("stMain").get_by_text("All 22 figures")).to_be_visible()
    assert urlsplit(page.url).query == ""


def test_a_link_reproduces_the_view(open_page: OpenPage, server: Server) -> None:
    page = open_page(f"{server.url}/?source=c4ads&units=us")
    expect(page.get_by_text("81,000", exact=True)).to_be_visible()
    expect(page.get_by_test_id("stMain").get_by_text("1 of 22 figures")).to_be_visible()
    assert parse_qs(urlsplit(page.url).query) == {"source": ["c4ads"], "units": ["us"]}


def test_a_card_opens_its_figure_in_full_and_the_way_back_leads_to_the_table(page: Page) -> None:
    links = page.get_by_role("link", name="Details and sources", exact=True)
    expect(links).to_have_count(6)
    links.first.click()
    expect(page.get_by_role("heading", name="North Korean munitions shipped to Russian ports", level=1)).to_be_visible()
    page.wait_for_url("**/figures?figure=munitions-shipped")
    expect(page).to_have_title(
        re.compile("^more than 74,000 metric tons, North Korean munitions shipped to Russian ports · ")
    )
    page.get_by_role("link", name="All figures").click()
    expect(page.get_by_role("heading", name="Figures", level=1)).to_be_visible()
    page.wait_for_url("**/figures")
    expect(page).to_have_title(re.compile("^Figures · "))


def test_a_link_is_followed_without_loading_the_page_anew(page: Page) -> None:
    top = "document.querySelector('[data-testid=stMain]').scrollTop"
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Details and sources", exact=True).first.scroll_into_view_if_needed()
    page.locator("[data-testid=stMain]").evaluate("one => one.scrollBy(0, 150)")
    assert page.evaluate(top) > 0
    page.get_by_role("link", name="Details and sources", exact=True).first.click()
    expect(page.get_by_role("heading", name="North Korean munitions shipped to Russian ports", level=1)).to_be_visible()
    assert page.evaluate(top) == 0
    page.get_by_role("link", name="Compare it with another figure").click()
    expect(page.get_by_role("heading", name="Compare", level=1)).to_be_visible()
    page.wait_for_url("**/compare?left=munitions-shipped")
    page.go_back()
    expect(page.get_by_role("heading", name="North Korean munitions shipped to Russian ports", level=1)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("link", name="Details and sources", exact=True).first).to_be_visible()
    assert page.evaluate("window.same")


def test_a_link_opens_in_a_tab_of_its_own_when_that_is_asked_for(page: Page) -> None:
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Details and sources", exact=True).first.click(modifiers=["ControlOrMeta"])
    other = opened.value
    expect(
        other.get_by_role("heading", name="North Korean munitions shipped to Russian ports", level=1)
    ).to_be_visible()
    expect(page.get_by_role("link", name="Details and sources", exact=True).first).to_be_visible()


def test_a_link_of_a_page_opened_by_its_own_address_is_followed_without_loading_anew(
    open_page: OpenPage, server: Server
) -> None:
    page = open_page(f"{server.url}/figures?figure=munitions-shipped&units=us")
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Compare it with another figure").click()
    expect(page.get_by_role("heading", name="Compare", level=1)).to_be_visible()
    page.wait_for_url("**/compare?units=us&left=munitions-shipped")
    assert page.evaluate("window.same")


def test_the_caveat_that_matters_most_is_there_and_the_others_are_one_click_away(page: Page) -> None:
    expect(page.get_by_text("the number must not be read as deaths", exact=False)).to_be_visible()
    other = page.get_by_text("the count has no starting date", exact=False)
    expect(other).to_be_hidden()
    page.get_by_role("group").filter(has_text="the count has no starting date").locator("summary").click()
    expect(other).to_be_visible()


def test_numbers_come_first_and_an_update_stands_on_one_line(page: Page) -> None:
    before = page.viewport_size
    assert before is not None
    try:
        for width in (360, 640, 1024, 1280, 1366, 1440, 1920):
            look_at_cards(page, width, 844 if width < 640 else 900)
    finally:
        page.set_viewport_size(before)


def look_at_cards(page: Page, width: int, height: int) -> None:
    """Whether the numbers that come first are seen, a number stands beside its update, and no card stands alone."""
    page.set_viewport_size({"width": width, "height": height})
    box = "one => { const box = one.getBoundingClientRect(); return [box.top, box.bottom, box.right]; }"
    bottoms = [one.evaluate(box)[1] for one in page.locator("[data-testid=stMain] .cards > section .number").all()]
    assert bottoms[0] < height
    if width >= 1440:
        assert max(bottoms[:5]) < height, "the four cards of the first row"
    pair = page.locator("[data-testid=stMain] .pair")
    tops = {round(one.evaluate(box)[0]) for one in pair.locator(".number").all()}
    assert len(tops) == 1, width
    assert pair.locator(".number").last.evaluate(box)[2] <= page.locator(".cards section:has(.pair)").evaluate(box)[2]
    rows: dict[int, int] = {}
    for card in page.locator("[data-testid=stMain] .cards > section:not(.wide-card)").all():
        top = round(card.evaluate(box)[0])
        rows[top] = rows.get(top, 0) + 1
    assert width < 640 or rows[max(rows)] > 1, width
    rules = page.locator("[data-testid=stMain] .cards > section:not(.wide-card) > .foot").all()
    gaps = [
        rule.evaluate("one => one.offsetTop - one.previousSibling.offsetTop - one.previousSibling.offsetHeight")
        for rule in rules
    ]
    assert max(gaps) < 24, "the rule and the links follow the text"


def test_the_download_holds_the_selection_and_the_page_does_not_run_again(page: Page, tmp_path: Path) -> None:
    choose(page, "South Korean military")
    name, data = downloaded(page, "CSV (2)", tmp_path)
    assert name == "russia-dprk-relations-figures-rok-military.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    assert [row["id"] for row in rows(data)] == ["containers-2024-08", "containers-2024-03"]
    assert list(rows(data)[0]) == list(figure_columns.COLUMNS)


def test_a_second_article_is_shown_filtered_and_downloaded(
    start_server: StartServer, open_page: OpenPage, tmp_path: Path
) -> None:
    add_article(tmp_path / "data")
    server = start_server(INDICATORS_DATA=str(tmp_path / "data"))
    page = open_page(f"{server.url}/?document=second")
    expect(page.get_by_role("heading", name="Containers unloaded").first).to_be_visible()
    _, data = downloaded(page, "CSV (1)", tmp_path)
    assert [(row["id"], row["value"], row["qualifier"]) for row in rows(data)] == [
        ("second-containers", "42", "at_least")
    ]
    # The page is told of a change while it is open, and shows it.
    indicators = tmp_path / "data" / "indicators.csv"
    indicators.write_text(indicators.read_text().replace("Containers unloaded", "Containers landed"))
    expect(page.get_by_text("The figures have been updated.")).to_be_visible()
    expect(page.get_by_role("heading", name="Containers landed").first).to_be_visible()
    assert "document=second" in page.url
    # A file that is broken or removed leaves the page as it was, and the page says which file it is and where.
    good = indicators.read_text()
    lines = good.count("\n")
    indicators.write_text(good.replace("Containers landed", "Containers lost") + "second,half a li")
    warning = page.get_by_test_id("stAlert").filter(has_text="The files of this catalogue have changed")
    expect(warning).to_contain_text(f"indicators.csv:{lines + 1}: ")
    warning.click(trial=True)  # nothing covers it
    expect(page.get_by_role("heading", name="Containers landed").first).to_be_visible()
    indicators.unlink()
    expect(warning).to_contain_text("indicators.csv: ")
    expect(page.get_by_role("heading", name="Containers landed").first).to_be_visible()
    indicators.write_text(good)
    expect(warning).to_have_count(0)
    expect(page.get_by_role("heading", name="Containers landed").first).to_be_visible()


WATCH = """text => {
    const seen = () => document.querySelector('#root').textContent.includes(text);
    window.appeared = new Promise(done => {
        const look = () => seen() && (observer.disconnect(), done(Date.now()));
        const observer = new MutationObserver(look);
        observer.observe(document.body, {childList: true, subtree: true, characterData: true});
        look();
    });
    return seen();
}"""


@pytest.mark.external
def test_a_saved_change_is_seen_in_an_open_page_within_two_seconds(
    start_server: StartServer, open_page: OpenPage, tmp_path: Path
) -> None:
    indicators = Path(shutil.copytree(WARDS, tmp_path / "wards")) / "indicators.csv"
    page = open_page(start_server(INDICATORS_DATA=str(indicators.parent)).url)
    text = indicators.read_text()
    title = next(csv.DictReader(io.StringIO(text)))["title"]
    expect(page.get_by_text(title).first).to_be_visible()
    seconds = []
    for changed in ("Patients of the first change", "Patients of the second change", "Patients of the third change"):
        assert not page.evaluate(WATCH, changed)
        written = time.time()
        indicators.write_text(text.replace(title, changed))
        seconds.append(page.evaluate("window.appeared") / 1000 - written)
    # The quickest of three: what else runs on the machine takes time as well.
    assert 0 < min(seconds) < 2, seconds


@pytest.mark.parametrize(("path", "width", "scheme"), in_views(PAGES))
def test_nothing_is_wider_than_the_screen_axe_finds_no_fault_and_no_other_host_is_asked(
    path: str, width: int, scheme: str, visit: Visit, server: Server, traffic: Traffic
) -> None:
    page = visit(f"{server.url}/{path}", width, scheme)
    wait_for_charts(page)
    hosts = {urlsplit(request).netloc for request in traffic.requests if not request.startswith(("data:", "blob:"))}
    assert hosts <= {urlsplit(server.url).netloc}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("nav.menu [aria-current]"), "a narrow menu is scrolled to the page").to_be_in_viewport(ratio=1)
    assert accessibility.faults(page) == []
    assert accessibility.faint_edges(page) == []
    assert traffic.complaints == []


def test_a_comparison_is_made_by_hand_and_its_address_reproduces_it(
    visit: Visit, open_page: OpenPage, server: Server, tmp_path: Path
) -> None:
    page = visit(f"{server.url}/compare")
    settle(page)  # a list that opens while the page is still made anew is closed by it
    for label, side, option in (("First", "left", "13,000 containers"), ("Second", "right", "7,000 containers")):
        page.get_by_role("combobox", name=label).fill(option)
        # The name of a figure that has been updated also names its update.
        page.get_by_role("option", name=re.compile(f"^{option}")).first.click()
        page.keyboard.press("Tab")  # while a list is open, the rest of the page is hidden from roles
        page.wait_for_url(f"**{side}=*")
        settle(page)
    page.get_by_role("button", name="− minus").or_(page.get_by_role("radio", name="− minus")).click()
    expect(page.get_by_text("6,000 containers", exact=True)).to_be_visible()
    page.wait_for_url("**/compare?left=containers-2024-08&op=minus&right=containers-2024-03")
    again = open_page(page.url)
    expect(again.get_by_text("6,000 containers", exact=True)).to_be_visible()
    _, data = downloaded(again, "CSV of this answer", tmp_path)
    assert [(row["verdict"], row["value"], row["unit"]) for row in rows(data)] == [("sound", "6000", "container")]


def test_what_follows_is_downloaded_with_formula_inputs_and_assumptions(
    visit: Visit, server: Server, tmp_path: Path
) -> None:
    page = visit(f"{server.url}/what_follows?source=c4ads")
    name, data = downloaded(page, "CSV of the calculations (5)", tmp_path)
    assert name == "russia-dprk-relations-derived.csv"
    first = rows(data)[0]
    assert (first["id"], first["qualifier"], first["formula"]) == (
        "munitions-per-month",
        "more_than",
        "munitions-shipped ÷ munitions-shipped.period",
    )


def test_every_chart_has_a_text_for_those_who_do_not_see_it(page: Page) -> None:
    charts = page.locator("[data-testid=stVegaLiteChart][role=graphics-document]")
    expect(charts.first).to_be_visible()
    charts.first.hover()
    expect(page.get_by_test_id("stElementToolbar").filter(visible=True)).to_have_count(0)
    labels = [one.get_attribute("aria-label") or "" for one in charts.all()]
    assert labels
    assert all("Chart in" in label or "Time strip" in label for label in labels)
