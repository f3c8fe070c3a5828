"""Charts as images: everything inside them, nothing cut off, the same on every machine."""

import hashlib
import io
import socket
import subprocess
import sys
import tomllib
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageColor
from playwright.sync_api import Page

from indicators.catalogue.model import Catalogue
from indicators.charts import build, image, timeline, typeface
from indicators.charts.canvas import FRAMES
from indicators.charts.chart import Chart
from indicators.charts.theme import THEMES
from indicators.figures.selection import Selection, select
from indicators.render import figure_picture
from tests.support.dashboard import NewContext
from tests.support.places import ROOT
from tools import typeface_widths

SVG = "{http://www.w3.org/2000/svg}"
LONG = (
    "A caveat of several lines, with “quotation marks”, <markup> & an ampersand, Ελληνικά, Кириллица, 남포항, "
    "and-a-word-that-is-so-long-that-no-line-has-room-for-it-" + "x" * 140
)


@pytest.fixture(scope="module")
def charts(shipped: Catalogue, wards: Catalogue) -> list[Chart]:
    """Every chart of the catalogues, the time strips too."""
    drawn: list[Chart] = []
    for catalogue in (shipped, wards):
        rows = select(catalogue, Selection())
        strip = timeline.strip(catalogue, rows)
        assert strip
        drawn += [*build.charts(catalogue, rows), strip]
    return drawn


@pytest.fixture(scope="module")
def chart(charts: list[Chart]) -> Chart:
    return next(chart for chart in charts if chart.title == "Containers North Korea delivered to Russia")


def words(svg: bytes) -> str:
    """All text that the image shows, lines joined."""
    root = ElementTree.fromstring(svg)
    return " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))


def test_a_text_that_no_image_can_hold_is_replaced_and_does_not_end_the_process(chart: Chart) -> None:
    controls = "".join(map(chr, [*range(9), 11, 12, 27, 127, 133, 0xD800, 0xDFFF, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE]))

    def spoilt(part: Any) -> Any:
        """The specification in which each label of the data and each title of an axis ends with these characters."""
        if isinstance(part, dict):
            return {
                key: f"{value}{controls}" if key in ("source", "title") and isinstance(value, str) else spoilt(value)
                for key, value in part.items()
            }
        return [spoilt(each) for each in part] if isinstance(part, list) else part

    drawn = image.svg(replace(chart, spec=spoilt(chart.spec), title=f"Title{controls}"), "light")
    replaced = "\ufffd" * 9
    shown = words(drawn)
    assert f"Title{replaced}" in shown
    assert shown.count(replaced) > 1
    assert image.png(replace(chart, spec=spoilt(chart.spec)), "dark").startswith(b"\x89PNG")


@pytest.mark.parametrize("scheme", THEMES)
def test_every_image_holds_title_unit_key_caveats_and_sources(charts: list[Chart], scheme: str) -> None:
    for chart in charts:
        shown = words(image.svg(chart, scheme))
        caveats = dict.fromkeys(caveat for one in chart.figures for caveat in one.caveats)
        for text in (
            chart.title,
            f"in {chart.unit}" if chart.unit else "",
            *chart.key,
            *(f"{caveat.text} [{caveat.origin}]" for caveat in caveats),
            *(one.source_words for one in chart.figures),
            *(one.document_citation for one in chart.figures),
        ):
            assert text in shown


@pytest.mark.parametrize("scheme", THEMES)
def test_an_image_has_the_colours_of_the_theme_and_no_others_are_left_open(scheme: str, chart: Chart) -> None:
    svg = image.svg(chart, scheme).decode()
    theme = THEMES[scheme]
    assert f'color="{theme.ink}"' in svg
    assert f'fill="{theme.paper}"' in svg
    assert f'stroke="{theme.marks[0]}"' in svg
    assert "var(" not in svg
    picture = Image.open(io.BytesIO(image.png(chart, scheme))).convert("RGB")
    colours = {colour for _, colour in picture.getcolors(maxcolors=1 << 24) or []}
    assert picture.getpixel((1, 1)) == ImageColor.getrgb(theme.paper)
    assert ImageColor.getrgb(theme.marks[0]) in colours


def test_the_colours_are_those_of_the_pages() -> None:
    pages = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    for scheme, theme in THEMES.items():
        page = pages[scheme]
        assert theme.paper == page["backgroundColor"]
        assert theme.ink == page["textColor"]
        assert theme.link == page["linkColor"]
        assert theme.line == page["borderColor"]
        assert list(theme.marks) == page["chartCategoricalColors"]


def test_the_same_chart_gives_the_same_bytes_in_another_process(shipped: Catalogue) -> None:
    program = (
        "import sys, hashlib; from pathlib import Path; from indicators.charts import build, image\n"
        "from indicators._load import load; from indicators.figures.selection import Selection, select\n"
        "catalogue = load(Path('data')); charts = list(build.charts(catalogue, select(catalogue, Selection())))\n"
        "print(hashlib.sha256(image.svg(charts[0], 'dark') + image.png(charts[0], 'dark')).hexdigest())"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    here = next(build.charts(shipped, select(shipped, Selection())))
    assert done.stdout.strip() == hashlib.sha256(image.svg(here, "dark") + image.png(here, "dark")).hexdigest()


def test_a_png_has_two_pixels_for_one_and_in_a_frame_as_many_as_the_frame(chart: Chart) -> None:
    root = ElementTree.fromstring(image.svg(chart, "light"))
    wide, high = int(root.attrib["width"]), int(root.attrib["height"])
    assert Image.open(io.BytesIO(image.png(chart, "light"))).size == (2 * wide, 2 * high)
    for size, frame in FRAMES.items():
        assert Image.open(io.BytesIO(image.png(chart, "light", size))).size == frame


@pytest.mark.browser
@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("Containers North Korea delivered to Russia", "opengraph"),
        (LONG, "natural"),
        (LONG, "opengraph"),
        (LONG, "square"),
        ("Периоды и 남포항", "wide"),
    ],
)
def test_nothing_is_cut_off_whatever_the_text(title: str, size: str, new_context: NewContext, chart: Chart) -> None:
    caveats = (replace(chart.figures[0].caveats[0], text=LONG),) * 3
    told = [replace(one, title=title, number=LONG, source_name=LONG, caveats=caveats) for one in chart.figures]
    long = replace(chart, title=title, unit=LONG, key=(LONG, "short"), figures=tuple(told))
    page = new_context().new_page()
    picture = figure_picture.svg(long.figures[0], "light", size, address="https://example.org/" + "x" * 90)
    for drawn in (image.svg(long, "light", size), picture):
        assert_nothing_outside(page, drawn)


def assert_nothing_outside(page: Page, drawn: bytes) -> None:
    page.set_content(drawn.decode().partition("?>")[2])
    page.evaluate("document.fonts.ready")
    assert page.locator("svg text").count() > 5
    outside = page.evaluate(
        """() => { const frame = document.querySelector('svg').getBoundingClientRect();
        return [...document.querySelectorAll('svg text')].filter(text => { const box = text.getBoundingClientRect();
        return box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom })
        .map(text => text.textContent) }"""
    )
    assert outside == []


@pytest.mark.browser
def test_the_typeface_inside_an_image_is_the_one_that_is_drawn(new_context: NewContext, chart: Chart) -> None:
    page = new_context().new_page()
    page.set_content(image.svg(chart, "light").decode().partition("?>")[2])
    loaded = page.evaluate("document.fonts.ready.then(faces => [...faces].map(face => face.family + face.status))")
    assert sorted(set(loaded)) in (['"Figures Sans"loaded'], ["Figures Sansloaded"])


def test_no_image_asks_the_network(chart: Chart) -> None:
    """A chart that names data elsewhere is refused rather than fetched."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/data.json"
        spec = {"data": {"url": address}, "mark": "point", "encoding": {}, "width": "container"}
        with pytest.raises(ValueError, match="External data url not allowed"):
            image.svg(replace(chart, spec=spec), "light")
        with pytest.raises(BlockingIOError):  # nobody has knocked
            server.accept()


def test_a_chart_of_several_panels_gets_a_width_in_each(chart: Chart) -> None:
    panel = {"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {}, "width": "container"}
    svg = image.svg(replace(chart, spec={"vconcat": [panel, panel]}), "light")
    assert svg.count(b"<path") >= 2


def test_inline_charts_share_no_id_and_take_their_colours_from_the_page(chart: Chart) -> None:
    clipped = {**chart.spec, "layer": [{**one, "mark": {**one["mark"], "clip": True}} for one in chart.spec["layer"]]}
    one, other = (image.inline(replace(chart, spec=clipped), name, 400) for name in ("first", "second"))
    ids = [
        {each.attrib["id"] for each in ElementTree.fromstring(svg).iter() if "id" in each.attrib}
        for svg in (one, other)
    ]
    assert len(ids[0]) > 2
    assert not ids[0] & ids[1]
    for svg, own in zip((one, other), ids, strict=True):
        assert all(f"#{name})" in svg for name in own if "clip" in name)
    assert "var(--mark-1)" in one
    assert "currentColor" in one
    assert "#064d86" not in one


def test_a_control_character_of_a_catalogue_breaks_no_image(chart: Chart) -> None:
    odd = replace(chart, title="a\x01b", alt="c\x00d")
    assert "a\ufffdb" in words(image.svg(odd, "light"))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), st.integers(10, 40))
def test_lines_hold_every_letter_and_none_is_too_wide(text: str, size: int) -> None:
    lines = list(typeface.lines(text, size, 120))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(typeface.width(line, size) <= 120 or len(line) == 1 for line in lines)


def test_the_widths_of_letters_are_those_of_the_fonts() -> None:
    assert typeface_widths.FILE.read_text(encoding="utf-8") == typeface_widths.text()


def test_a_word_without_room_is_broken_by_letters() -> None:
    assert list(typeface.lines("ab " + "m" * 5, 10, 20)) == ["ab", "mm", "mm", "m"]


def test_no_word_of_a_dark_image_is_left_black(shipped: Catalogue) -> None:
    shown = [image.svg(one, "dark") for one in build.charts(shipped, select(shipped, Selection(record=True)))]
    assert any("South Korea" in words(svg) for svg in shown)
    assert not [svg for svg in shown if b'fill="#000"' in svg]


@pytest.mark.parametrize("most", range(110, 400, 20))
def test_no_line_of_a_label_tears_a_bound_from_its_number(most: int) -> None:
    label = "Probably the same figure, published elsewhere: more than 13,000 · since about 7 Jun 2022 · a minister"
    found = list(typeface.lines(label, 10, most))
    assert " ".join(found) == label
    assert not [line for line in found if line.endswith(("more", "than", "about"))]
