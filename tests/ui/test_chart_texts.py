"""The texts of charts as a browser draws them: on a page, wide and narrow, and in pictures."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from indicators.charts import build, image, timeline
from indicators.figures.selection import Selection, select
from indicators.ui.shared.cached_charts import MOST
from tests.support.charted_release import VALUES, make_charted_release
from tests.support.dashboard import NewContext, StartServer, Visit, wait_for_charts

pytestmark = [pytest.mark.browser, pytest.mark.external]

FAULTS = """where => [...document.querySelectorAll(where)].flatMap(svg => {
    const frame = svg.getBoundingClientRect();
    const seen = [...svg.querySelectorAll('text')].filter(one => one.getAttribute('opacity') !== '0');
    const texts = seen.map(one => [one.textContent, one.getBoundingClientRect()])
        .filter(([text, box]) => text.trim() && box.width > 0);
    const shared = (one, other) => [
        Math.min(one.right, other.right) - Math.max(one.left, other.left),
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
    ];
    const room = 3.5;  // above and below the letters of a line
    return texts.flatMap(([text, box], place) => {
        const outside = Math.max(
            frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom) > room;
        const covered = texts.slice(place + 1).filter(([_, other]) => Math.min(...shared(box, other)) > room);
        return [...(outside ? [`outside: ${text}`] : []), ...covered.map(([other]) => `${text} covers ${other}`)];
    });
})"""
ON_PAGE = "#root [data-testid=stVegaLiteChart] svg"


def draw(page: Page, drawings: list[str]) -> None:
    page.set_content("".join(f"<p>{drawing}</p>" for drawing in drawings))
    page.evaluate("document.fonts.ready")


def test_what_is_looked_for_is_found(new_context: NewContext) -> None:
    page = new_context().new_page()
    texts = '<text x="10" y="50">first</text><text x="20" y="52">second</text><text x="190" y="90">third</text>'
    draw(page, [f'<svg width="200" height="100">{texts}</svg>'])
    assert page.evaluate(FAULTS, "svg") == ["first covers second", "outside: third"]


def test_no_text_of_a_chart_is_cut_off_or_covers_another(
    start_server: StartServer, visit: Visit, new_context: NewContext, tmp_path: Path
) -> None:
    release = make_charted_release(tmp_path / "release")
    rows = select(release, Selection())
    charts = list(build.charts(release, rows))
    strip = timeline.strip(release, rows)
    assert strip is not None
    # In pictures.
    page = new_context().new_page()
    for size in ("natural", "square"):
        pictures = [image.svg(chart, "light", size).decode().partition("?>")[2] for chart in [*charts, strip]]
        draw(page, pictures)
        assert page.locator("svg text").count() > 10 * len(pictures)
        assert page.evaluate(FAULTS, "p > svg") == []
    # On the page, which draws the first charts of all figures, and the others where others are chosen.
    server = start_server(INDICATORS_DATA=str(release.folder))
    others = [name for name, _ in VALUES if any(name in chart.name for chart in charts[MOST:])]
    for width in (1440, 390):
        for search in ("", *others):
            page = visit(f"{server.url}/?search={search}", width)
            page.locator(ON_PAGE).first.wait_for()
            wait_for_charts(page)
            assert page.evaluate(FAULTS, ON_PAGE) == [], (search, width)
