"""What a link says of itself: programs that preview one read the head of the page and run no scripts."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from indicators.catalogue.model import Catalogue
from indicators.ui.server import page_head
from tests.support.dashboard import Server
from tests.support.http import Answer, ask

ROOT = "https://figures.example.org/war"
PAGES = ("/", "/figures", "/sources", "/figures?figure=munitions-shipped&source=c4ads", "/?source=c4ads&units=us")


class Head(HTMLParser):
    """Title, metadata by name or property, and links by relation, of a page or a part of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.title, self.meta, self.links = "", dict[str, str](), dict[str, str]()
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_title = tag == "title"
        if tag == "meta" and "content" in given:
            self.meta[given.get("property") or given.get("name", "")] = given["content"]
        if tag == "link":
            self.links[given["rel"]] = given["href"]

    def handle_data(self, data: str) -> None:
        self.title += data if self._in_title else ""
        self._in_title = False


def test_the_head_of_a_figure_says_the_figure_whole(wards: Catalogue) -> None:
    head = Head(page_head.head(wards, "figures", "figure=beds-staffed&source=register", ROOT))
    assert head.title == "exactly 1,240 beds: Staffed beds · Beds of a made-up town"
    assert head.links["canonical"] == head.meta["og:url"] == f"{ROOT}/figures?figure=beds-staffed"
    assert head.meta["og:image"] == f"{ROOT}/data/figures/beds-staffed.png?size=opengraph"
    assert (head.meta["og:image:width"], head.meta["og:image:height"]) == ("1200", "630")
    words = head.meta["description"]
    assert words == head.meta["og:description"]
    assert head.meta["og:image:alt"] == f"{head.meta['og:title']}. {words}"
    for part in ("Said by: Northvale Health Board (government).", "Period: not stated."):
        assert part in words


def test_the_head_of_a_selection_says_what_is_selected(wards: Catalogue) -> None:
    head = Head(page_head.head(wards, "", "topic=capacity&topic=nonsense&search=beds", ROOT))
    assert head.title == "Capacity · beds · Beds of a made-up town"
    assert head.links["canonical"] == f"{ROOT}/?topic=capacity&search=beds"
    assert head.meta["og:image"] == f"{ROOT}/data/figures.png?topic=capacity&search=beds&size=opengraph"
    assert "Topic: Capacity. Search: beds." in head.meta["description"]
    assert Head(page_head.head(wards, "sources", "", ROOT)).title == "Sources · Beds of a made-up town"


def test_the_first_page_is_a_dataset_for_search_engines_for_data(wards: Catalogue) -> None:
    head = page_head.head(wards, "", "topic=capacity", ROOT)
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', head)[1])  # type: ignore[index]
    assert (data["@type"], data["keywords"], data["version"]) == ("Dataset", ["Capacity"], "2.1.0")
    assert data["identifier"] == f"{ROOT}/data/catalogue.jsonld?topic=capacity"
    assert all(one["contentUrl"].endswith("?topic=capacity") for one in data["distribution"])
    assert "variableMeasured" not in data
    assert "<script" not in page_head.head(wards, "figures", "", ROOT)


def test_without_a_known_host_a_head_has_words_and_no_address(wards: Catalogue) -> None:
    for query in ("", "figure=beds-staffed"):
        tags = page_head.head(wards, "figures", query, "")
        head = Head(tags)
        assert head.title
        assert head.meta["og:description"]
        assert not {"og:url", "og:image"} & set(head.meta)
        assert not head.links
        assert "//" not in tags


def test_nothing_in_an_address_breaks_out_of_the_head(wards: Catalogue) -> None:
    head = page_head.head(wards, "figures", "search=%22%3E%3C/title%3E%3Cscript%3Ex%3C/script%3E", ROOT)
    assert "<script" not in head
    assert head.count("<title>") == head.count("</title>") == 1


@pytest.fixture(scope="module")
def ready(server: Server) -> Server:
    """The server once it has read the catalogue: until then pages do not wait for a head of their own."""
    assert ask(server, "/data/columns.md").status == 200
    return server


def test_served_pages_have_heads_of_their_own_whose_pictures_are_there(ready: Server) -> None:
    seen = set()
    for page in PAGES:
        answer = ask(ready, page)
        head = Head(answer.text)
        assert answer.text.count("<title>") == 1
        assert head.links["canonical"].startswith(ready.url)
        seen.add(head.title)
        picture = head.meta["og:image"].removeprefix(ready.url)
        assert ask(ready, picture).body.startswith(b"\x89PNG")
        again = ask(ready, page, If_None_Match=answer.headers["etag"])
        assert (again.status, again.body) == (304, b"")
    assert len(seen) == len(PAGES)


def test_a_host_nobody_vouches_for_stands_in_no_page(ready: Server) -> None:
    for page in (*PAGES, "/robots.txt"):
        answer = ask(ready, page, Host="evil.example")
        assert answer.status == 200
        assert "evil.example" not in answer.text
        assert "canonical" not in answer.text
    assert ask(ready, "/sitemap.xml", Host="evil.example").status == 404


def locations(answer: Answer) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(answer.body).iter() if element.tag.endswith("loc")]


def test_robots_and_the_map_of_the_site_name_what_is_there(ready: Server) -> None:
    robots = ask(ready, "/robots.txt").text
    assert re.search(r"^Sitemap: (.*)$", robots, re.MULTILINE)[1] == f"{ready.url}/sitemap.xml"  # type: ignore[index]
    found = locations(ask(ready, "/sitemap.xml"))
    assert f"{ready.url}/" in found
    assert f"{ready.url}/figures?figure=munitions-shipped" in found
    for address in (found[1], found[-1]):
        parts = urlsplit(address)
        assert Head(ask(ready, f"{parts.path}?{parts.query}").text).links["canonical"] == address
    assert len(set(found)) == len(found)
