"""How lines break on the pages, in a real browser: at the widths of a phone, a tablet and screens."""

import pytest
from playwright.sync_api import Page

from tests.support.dashboard import NewContext, Server, Visit

pytestmark = pytest.mark.browser

PAGES = (
    "?record=on",
    "figures?record=on",
    "figures?figure=containers-2024-08&record=on",
    "others",
    "what_follows?record=on",
    "compare?left=troops-considered&op=over&right=losses-daily",
    "sources?record=on",
    "method",
)
WIDTHS = (390, 768, 1024, 1120, 1240, 1280, 1366, 1440)
# A year may end a line: what follows it is not what it counts.
BROKEN_LINES = r"""() => {
  const torn = new RegExp(
    "(?:more than|less than|about|at least|at most|between|nearly|January|February|March|April|May|June|July|August|" +
      "September|October|November|December)\\s(?=\\d)|(?<!\\b(?:19|20)\\d)\\d\\s(?=\\w)", "g");
  const broken = [], range = document.createRange();
  const place = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getClientRects()[0];
  };
  if (document.documentElement.scrollWidth > innerWidth) broken.push("the page is wider than the window");
  const walker = document.createTreeWalker(document.querySelector("[data-testid=stMain]"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent, parent = node.parentElement;
    if (!parent.checkVisibility() || parent.closest("pre, code, svg, textarea, select")) continue;
    for (const found of text.matchAll(/ ?·/g)) {
      const dot = place(node, found.index + found[0].length - 1);
      const block = parent.closest("p, li, td, h1, h2, h3, h4");
      const left = block && block.getBoundingClientRect().left + parseFloat(getComputedStyle(block).paddingLeft);
      if (dot && block && dot.left - left < 8)
        broken.push("a line begins with a dot: " + block.textContent.slice(0, 80));
    }
    for (const found of text.matchAll(torn)) {
      const after = found.index + found[0].length;
      const [before, next] = [place(node, found.index), place(node, after)];
      if (before && next && next.top - before.top > 6)
        broken.push("a number is torn from its bound, month or unit: " + text.slice(found.index, after + 20));
    }
  }
  for (const table of document.querySelectorAll("[data-testid=stMain] .wide"))
    if (table.scrollWidth > table.clientWidth + 1) broken.push("a table is cut: " + table.textContent.slice(0, 40));
  for (const tag of document.querySelectorAll("[data-testid=stMain] .origin")) {
    const block = tag.closest("p, li, td, dd");
    if (block && tag.checkVisibility() && tag.getBoundingClientRect().left - block.getBoundingClientRect().left < 8)
      broken.push("a tag begins a line: " + block.textContent.slice(0, 80));
  }
  return broken;
}"""

BROKEN_WORDS = r"""() => {
  const broken = [], range = document.createRange();
  for (const place of document.querySelectorAll(".figure .number, td")) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const found of node.textContent.matchAll(/[\w,.]+/g)) {
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        if (new Set([...range.getClientRects()].map(line => Math.round(line.top))).size > 1) broken.push(found[0]);
      }
  }
  return broken;
}"""


@pytest.mark.parametrize("address", PAGES)
def test_no_line_tears_what_belongs_to_a_number_or_begins_with_a_dot_or_a_tag_and_no_table_is_cut(
    address: str, visit: Visit, server: Server
) -> None:
    page: Page = visit(f"{server.url}/{address}")
    broken = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        broken[width] = page.evaluate(BROKEN_LINES)
    assert broken == {key: [] for key in WIDTHS}


def test_no_word_is_broken_and_no_table_of_the_report_is_cut(
    visit: Visit, new_context: NewContext, server: Server
) -> None:
    report = new_context().new_page()
    report.goto(f"{server.url}/report?record=on")
    cut = "[...document.querySelectorAll('.wide')].filter(table => table.scrollWidth > table.clientWidth + 1).length"
    for page in (report, *(visit(f"{server.url}/{address}") for address in ("what_follows?record=on", "others"))):
        for width in (320, *WIDTHS):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(BROKEN_WORDS) == []
            assert page.evaluate(cut) == 0
    report.evaluate("document.querySelector('.cells .number').style.fontSize = '9rem'")
    assert report.evaluate(BROKEN_WORDS)


def test_a_broken_line_is_found(visit: Visit, server: Server) -> None:
    page = visit(f"{server.url}/method", width=390)
    page.evaluate(
        """() => {
          const column = document.createElement("div");
          column.style.width = "7em";
          column.innerHTML = "<p>in a place more than 74,000&nbsp;tons</p><p>74,000,000 containers</p>" +
            "<p>in September 2024</p>" +
            "<p>South Korean of<br>· estimate</p>" +
            '<p>not stated<br><span class="origin">editor</span></p>' +
            '<div class="wide" style="width: 4em"><table><tr><td>springfieldnewssun.com</td></tr></table></div>';
          document.querySelector("[data-testid=stMain]").append(column);
        }"""
    )
    assert [each.partition(":")[0] for each in page.evaluate(BROKEN_LINES)] == [
        *["a number is torn from its bound, month or unit"] * 3,
        "a line begins with a dot",
        "a table is cut",
        "a tag begins a line",
    ]
