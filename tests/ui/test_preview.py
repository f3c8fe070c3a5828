"""The figures of the first page before the interface has loaded, and how the interface takes their place."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.support import accessibility
from tests.support.dashboard import NewContext, OpenPage, Server, Traffic, settle, wait_for_charts
from tests.support.effort import in_views
from tests.support.http import ask, ask_here
from tests.support.places import ROOT
from tests.support.tabs import Tabs

NUMBERS = "one => [...one.querySelectorAll('.number')].map(each => each.textContent)"
PLACES = """one => [...one.querySelectorAll(
    'h1, h3, .deck, .number, .quiet, .chip, .drawing svg, [data-testid=stVegaLiteChart] svg')]
    .filter(each => !each.parentElement.closest('svg')).map(each => {
    const box = each.getBoundingClientRect();
    return [each.matches('svg') ? 'chart' : each.textContent, Math.round(box.x), Math.round(box.y)];
})"""
DRAWN = """root => [...root.querySelectorAll('.drawing svg, [data-testid=stVegaLiteChart] svg')]
    .filter(svg => !svg.parentElement.closest('svg')).map(svg => {
        const from = svg.getBoundingClientRect();
        const place = one => (box => [box.left - from.left, box.top - from.top, box.width, box.height])(
            one.getBoundingClientRect());
        return [[...svg.querySelectorAll('text')].map(one => one.textContent),
            [...svg.querySelectorAll('path, rect, circle, line')].map(place).filter(box => box[2] + box[3] > 0)];
    })"""
UNCOVERED = """() => [...document.querySelectorAll('#preview .number')].every(one => {
    one.scrollIntoView({block: 'center'});
    const box = one.getBoundingClientRect();
    return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === one;
})"""


class Tags(HTMLParser):
    """The names of the elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


@contextmanager
def waiting(page: Page, address: str) -> Iterator[Callable[[], None]]:
    """The page is at the address, and its interface waits for an answer of the server until the function is called."""
    page.route("**/_stcore/host-config", lambda _: None)

    def go_on() -> None:
        page.unroute_all()  # which lets what was held go on
        settle(page)

    page.goto(address, wait_until="commit")
    yield go_on
    page.unroute_all(behavior="ignoreErrors")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "width", "scheme"), in_views(["", "?units=us", "?source=c4ads&source=rok-military", "?record=on"])
)
def test_the_preview_shows_what_the_page_will_and_where_and_axe_finds_no_fault(
    query: str, width: int, scheme: str, server: Server, tabs: Tabs
) -> None:
    with_drawings = query in ("", "?units=us")
    page = tabs.empty({"width": width, "height": 900}, scheme)
    with waiting(page, f"{server.url}/{query}") as go_on:
        preview = page.locator("#preview")
        preview.locator(".number").first.wait_for()
        page.locator("[data-testid=stApp]").wait_for(state="attached")
        if with_drawings:
            preview.locator(".drawing").nth(1).wait_for()
        page.evaluate("document.fonts.ready")
        preview.locator("details").nth(1).evaluate("one => { one.open = true; }")
        before = preview.evaluate(PLACES)
        numbers = preview.evaluate(NUMBERS)
        drawings = preview.evaluate(DRAWN) if with_drawings else []
        assert page.evaluate(UNCOVERED)
        page.evaluate("document.querySelector('#preview').scrollTo(0, 0)")
        assert accessibility.faults(page) == []
        go_on()
        page.locator("#root .number").nth(len(numbers) - 1).wait_for()
        assert page.locator("#root").evaluate(NUMBERS) == numbers
        assert len(numbers) > 1
        unfolded = "one => [...one.querySelectorAll('.cards details')].map(each => each.open)"
        assert [place for place, is_open in enumerate(page.locator("#root").evaluate(unfolded)) if is_open] == [1]
        after = page.locator("#root").evaluate(PLACES)
        for (text, *was), (same, *now) in zip(before, after, strict=False):  # lists follow
            assert text == same
            assert was == pytest.approx(now, abs=2), text
        if with_drawings:
            wait_for_charts(page)
        for (labels, marks), (page_labels, page_marks) in zip(
            drawings, page.locator("#root").evaluate(DRAWN), strict=False
        ):
            assert labels == page_labels
            for some, others in ((marks, page_marks), (page_marks, marks)):
                assert all(any(one == pytest.approx(other, abs=8) for other in others) for one in some), labels


@pytest.mark.browser
def test_the_interface_takes_the_place_of_the_preview_where_it_was_scrolled_to(server: Server, tabs: Tabs) -> None:
    page = tabs.empty()
    with waiting(page, server.url) as go_on:
        page.locator("#preview .number").first.wait_for()
        assert page.locator("[data-testid=stMain] .number").count() == 0
        page.evaluate("document.querySelector('#preview').scrollTo(0, 250)")
        go_on()
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 250
        page.locator("[data-testid=stMain] .number").first.wait_for()


@pytest.mark.browser
def test_the_theme_that_a_reader_has_chosen_is_that_of_the_preview(server: Server, new_context: NewContext) -> None:
    page = new_context(color_scheme="light").new_page()
    with waiting(page, server.url):
        paper = "() => getComputedStyle(document.querySelector('#preview')).backgroundColor"
        page.locator("#preview .number").first.wait_for()
        assert page.evaluate(paper) == "rgb(255, 255, 255)"
        page.evaluate("localStorage.setItem('stActiveTheme-/-v2', JSON.stringify('Dark'))")
        page.reload(wait_until="commit")
        page.locator("#preview .number").first.wait_for()
        assert page.evaluate(paper) == "rgb(20, 23, 26)"


@pytest.mark.browser
def test_a_link_of_the_preview_opens_the_figure(server: Server, tabs: Tabs) -> None:
    page = tabs.empty()
    with waiting(page, f"{server.url}/?units=us") as go_on:
        page.locator("#preview").get_by_role("link", name="Details and sources", exact=True).first.click()
        page.wait_for_url("**/figures?units=us&figure=munitions-shipped")
        go_on()
        assert page.get_by_role("heading", level=1).text_content() == "North Korean munitions shipped to Russian ports"


@pytest.mark.browser
def test_without_scripts_the_page_leads_to_the_report(server: Server, new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(server.url)
    page.get_by_role("link", name="report", exact=True).click()
    page.wait_for_url("**/report")
    assert page.get_by_text("74,000").first.is_visible()


@pytest.mark.browser
def test_the_preview_gives_way_to_what_the_page_says_is_unknown(
    server: Server, open_page: OpenPage, traffic: Traffic
) -> None:
    page = open_page(f"{server.url}/?source=no-such")
    assert page.get_by_text("names something unknown").is_visible()
    assert traffic.complaints == []


def test_the_page_is_sent_once(server: Server) -> None:
    page = ask(server, "/")
    again = ask(server, "/", If_None_Match=page.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    other = ask(server, "/", If_None_Match='"other"')
    assert (other.status, other.body) == (200, page.body)
    scripts = re.findall(r"<script.*?>", page.text)
    assert page.text.count("<title>") == 1
    assert scripts[0] == "<script>", "ours comes first, so that nothing is asked for before the preview"


@pytest.mark.parametrize("query", ["search=no+such+word", "status=no-such&search=zzz", "topic=diplomacy&search=%FF%00"])
def test_there_is_no_preview_where_no_headline_is_selected(query: str, server: Server) -> None:
    answer = ask(server, f"/preview?{query}")
    assert (answer.status, answer.body) == (204, b"")


def test_there_is_no_preview_of_a_catalogue_with_problems(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INDICATORS_DATA", str(tmp_path))
    answer = ask_here("/preview")
    assert (answer.status, answer.body) == (204, b"")


def test_text_of_a_catalogue_is_no_markup_in_the_preview(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    sly = "</style><img src=x onerror=alert(1)>"
    for name, words in (("indicators.csv", "munitions shipped"), ("datapackage.json", "Russia–DPRK relations")):
        path = tmp_path / "data" / name
        text = path.read_text(encoding="utf-8")
        assert words in text
        path.write_text(text.replace(words, sly, 1), encoding="utf-8")
    monkeypatch.setenv("INDICATORS_DATA", str(tmp_path / "data"))
    answer = ask_here("/preview")
    assert answer.status == 200
    tags = Tags(answer.text).found
    assert {"img", "script", "style"}.isdisjoint(tags)
    assert answer.text.count(escape(sly)) == 3  # the title, a heading, and what a link has to copy


@pytest.mark.browser
def test_the_preview_gives_way_to_a_page_with_fewer_figures(server: Server, tabs: Tabs) -> None:
    def answer(route: Route) -> None:
        answered = route.fetch()
        route.fulfill(response=answered, body=answered.text() + '<p class="number">1</p>')

    page = tabs.empty()
    page.route("**/preview", answer)
    page.goto(server.url)
    page.locator("#preview").wait_for()
    settle(page)
    assert page.locator("[data-testid=stMain] .number").count() > 1
