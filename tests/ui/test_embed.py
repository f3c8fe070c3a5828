"""A figure and a chart in a frame of a page of another origin."""

import http.server
import threading
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.figures.build import figures_of
from indicators.figures.selection import Selection, select
from indicators.render import embed, embed_chart
from indicators.ui.shared import embedding
from tests.support.dashboard import NewContext, Server
from tests.support.http import ask

FIGURE = "/embed/figures/munitions-shipped"


@pytest.mark.parametrize(
    ("setting", "allowed"),
    [
        ("on", "*"),
        ("OFF", ""),
        ("https://a.example https://*.b.example:8443", "https://a.example https://*.b.example:8443"),
        ("https://a.example, b.example", "https://a.example"),
        ("https://a.example; script-src *", "*"),
    ],
)
def test_who_may_embed_is_said_by_a_variable(setting: str, allowed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(embedding.EMBED, setting)
    # What is no origin gets into no header.
    assert embedding.ancestors() == ("" if ";" in setting else allowed)


def test_the_page_of_a_figure_has_bound_source_and_caveat_and_no_script(wards: Catalogue) -> None:
    for figure in figures_of(wards, wards.figures):
        page = embed.figure(figure, "auto", "https://figures.example.org/figures?figure=x")
        for text in (
            figure.parts[1],
            figure.source_name,
            *figure.period.split(", "),
            *(each.text for each in figure.caveats),
        ):
            assert text in page.unescape()
        assert 'href="https://figures.example.org/figures?figure=x"' in page
        assert "<script" not in page


def test_a_theme_is_the_reader_s_or_always_the_same(wards: Catalogue) -> None:
    figure = figures_of(wards, wards.figures)[0]
    auto, light, dark = (str(embed.figure(figure, scheme, "")) for scheme in ("auto", "light", "dark"))
    assert "prefers-color-scheme: dark" in auto
    for fixed, scheme in ((light, "light"), (dark, "dark")):
        assert "prefers-color-scheme" not in fixed
        assert f"color-scheme: {scheme}" in fixed
    assert light != dark


def test_frames_are_allowed_for_embeds_and_for_nothing_else(server: Server) -> None:
    for address in (FIGURE, "/embed/charts/periods?theme=dark"):
        # A browser that has the page already goes by the headers of the answer that says so.
        for status, known in ((200, '"other"'), (304, "*")):
            answer = ask(server, address, If_None_Match=known)
            assert answer.status == status
            assert "frame-ancestors *" in answer.headers["content-security-policy"]
            assert "x-frame-options" not in answer.headers
            assert answer.headers["cross-origin-embedder-policy"] == "require-corp"
    for address in ("/", "/report", "/data/figures/munitions-shipped.html", "/data/charts/periods.html", "/oembed"):
        headers = ask(server, address).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY"
    assert ask(server, "/embed/figures/nobody").status == ask(server, "/embed/nothing").status == 404


def test_oembed_gives_the_frame_of_a_figure_and_of_a_chart(server: Server, shipped: Catalogue) -> None:
    chart = next(build.charts(shipped, select(shipped, Selection())))
    pages = {
        "/figures?figure=munitions-shipped&source=c4ads": FIGURE,
        "/data/figures/munitions-shipped.html": FIGURE,
        FIGURE: FIGURE,
        f"/data/charts/{chart.name}.html": f"/embed/charts/{chart.name}",
    }
    for page, embedded in pages.items():
        found = ask(server, f"/oembed?maxwidth=300&url={quote(server.url + page, safe='')}").json()
        assert found["type"] == "rich"
        assert found["width"] == 300
        assert f'src="{server.url}{embedded}"' in found["html"]
        assert ask(server, embedded).status == 200
        assert ask(server, found["thumbnail_url"].removeprefix(server.url)).body.startswith(b"\x89PNG")
    for url in (
        "",
        f"{server.url}/sources",
        f"{server.url}/figures?figure=nobody",
        "https://elsewhere.example/figures",
    ):
        assert ask(server, f"/oembed?url={quote(url, safe='')}").status == 404
    assert ask(server, f"/oembed?format=xml&url={server.url}/").status == 501


class _Host(http.server.BaseHTTPRequestHandler):
    """A page of another origin, which loads nothing but the frame, with a strict policy."""

    frame = ""
    origin = ""

    def do_GET(self) -> None:
        body = f"<!doctype html><title>Host</title>{self.frame}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header(
            "Content-Security-Policy", f"default-src 'none'; frame-src {self.origin}; style-src-attr 'none'"
        )
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[http.server.HTTPServer]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Host) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield host
        host.shutdown()


@pytest.mark.browser
@pytest.mark.parametrize("width", [280, 480])
def test_a_page_of_another_origin_with_a_strict_policy_shows_figure_and_chart(
    server: Server, shipped: Catalogue, host: http.server.HTTPServer, new_context: NewContext, width: int
) -> None:
    (figure,) = figures_of(shipped, shipped.rows("munitions-shipped"))
    _Host.origin = server.url
    page = new_context(viewport={"width": width, "height": 900}, color_scheme="dark").new_page()
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    for address, text in ((FIGURE, "74,000"), (f"{FIGURE}?theme=light", "74,000"), ("/embed/charts/periods", "Source")):
        height = embed.figure_height(figure) if "figures" in address else embed_chart.CHART_HEIGHT
        _Host.frame = embedding.frame(server.url + address, "A figure", width, height).replace(
            " style=", " data-style="
        )
        page.goto(f"http://127.0.0.1:{host.server_port}/")
        inside = page.frame_locator("iframe")
        expect(inside.get_by_text(text).first).to_be_visible()
        expect(inside.get_by_role("link", name="In the dashboard")).to_be_attached()
        size = inside.locator("html").evaluate(
            "one => [one.scrollWidth, one.clientWidth, one.scrollHeight, one.clientHeight]"
        )
        assert size[0] <= size[1]
        if width == embed.WIDTH and "figures" in address:
            assert size[2] <= size[3]  # no part of it has to be scrolled to
        paper = inside.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
        assert paper == ("rgb(255, 255, 255)" if "light" in address else "rgb(20, 23, 26)")
    assert complaints == []
