"""What the server answers and to whom, around the pages; the pages have tests of their own."""

import base64
import gzip
import hashlib
import http.client
import os
import re
import socket
import threading
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import expect
from starlette.applications import Starlette
from uvicorn import Config
from uvicorn import Server as Uvicorn

from indicators.ui.server.middleware import MIDDLEWARE
from tests.support.dashboard import NewContext, OpenPage, Server, StartServer, Traffic, wait_for_charts
from tests.support.http import ask
from tests.support.places import ROOT
from tests.support.rewriting_proxy import rewriting_proxy

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
FIRST = "overview"


def _address(page: str) -> str:
    return "" if page == FIRST else page


@pytest.fixture(scope="module")
def script(server: Server) -> str:
    """The address of the interface's first script."""
    found = re.search(r'src="\.(/static/js/[^"]+\.js)"', ask(server, "/").text)
    assert found
    return found[1]


def test_every_response_carries_the_security_headers(server: Server, script: str) -> None:
    expected = {
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=()",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }
    for path in (
        "/",
        "/sources",
        "/no-such-page",
        "/_stcore/health",
        "/_stcore/no-such",
        "/media/no-such",
        script,
    ):
        answer = ask(server, path)
        assert {name: answer.headers.get(name) for name in expected} == expected, path
        assert "set-cookie" not in answer.headers, path
        policy = dict(part.partition(" ")[::2] for part in answer.headers["content-security-policy"].split("; "))
        scripts = policy.pop("script-src").split()
        assert "'self'" in scripts
        assert all(source == "'self'" or source.startswith("'sha256-") for source in scripts)
        assert policy == {
            "default-src": "'self'",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "connect-src": "'self'",
            "object-src": "'none'",
            "base-uri": "'self'",
            "form-action": "'self'",
            "frame-ancestors": "'none'",
        }, path


def test_the_scripts_in_the_page_are_those_that_the_policy_allows(server: Server) -> None:
    answer = ask(server, "/")
    inside = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    marks = {f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in inside}
    assert marks
    assert marks == set(re.findall(r"'sha256-[^']+'", answer.headers["content-security-policy"]))


def test_scripts_are_sent_compressed_to_whoever_reads_gzip(server: Server, script: str) -> None:
    plain = ask(server, script)
    assert "content-encoding" not in plain.headers
    for _ in ("compressed", "kept"):
        answer = ask(server, script, Accept_Encoding="gzip, deflate, br")
        assert answer.status == 200
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["content-length"] == str(len(answer.body))
        assert answer.headers["content-type"] == plain.headers["content-type"]
        assert answer.headers["vary"] == "Accept-Encoding"
        assert "immutable" in answer.headers["cache-control"]
        assert len(answer.body) < len(plain.body) / 2
        assert gzip.decompress(answer.body) == plain.body
    refused = ask(server, script, Accept_Encoding="gzip;q=0")
    assert "content-encoding" not in refused.headers
    assert refused.body == plain.body


def test_a_part_of_a_script_is_sent_as_it_is(server: Server, script: str) -> None:
    part = ask(server, script, Accept_Encoding="gzip", Range="bytes=10-19")
    assert (part.status, part.body) == (206, ask(server, script).body[10:20])
    assert "content-encoding" not in part.headers


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/sorces", 'Did you mean <a href="./sources">Sources</a>?'),
        ("/deep/er/figure", '<a href="../../figures" class="way">Figures</a>'),
        ("/figures/munitions-shiped", '<a href="../figures?figure=munitions-shipped">the figure munitions-shipped</a>'),
        ("/static/js/no-such.js", '<a href="../../" class="way">Overview</a>'),
        ("/figures/_stcore/health", "There is no such page"),
        ("/%3Cb%3E%E2%80%AE", "<code>/&lt;b&gt;\ufffd</code>"),
    ],
)
def test_an_unknown_path_is_answered_404_with_what_is_there(path: str, said: str, server: Server) -> None:
    answer = ask(server, path)
    assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert answer.headers["cache-control"] == "no-store"
    assert said in answer.text
    assert "<script" not in answer.text
    (font,) = re.findall(r'src: url\("([^"]+)"\)', answer.text)  # the typeface of every page, from where this one is
    assert ask(server, urljoin(path, font)).headers["content-type"] == "font/woff2"


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/figures/munitions-shipped?units=si&figure=x", "../figures?units=si&figure=munitions-shipped"),
        ("/overview?source=c4ads", "./?source=c4ads"),
        ("/sources/", "../sources"),
        ("/report/?source=c4ads", "../report?source=c4ads"),
        ("/data/", "../data"),
    ],
)
def test_another_address_of_a_page_leads_to_the_page(path: str, leads_to: str, server: Server) -> None:
    answer = ask(server, path)
    assert (answer.status, answer.headers["location"]) == (307, leads_to)


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://127.0.0.1:{port}", 101), ("https://elsewhere.example", 403), ("null", 403)],
)
def test_a_page_of_another_origin_gets_no_websocket(server: Server, origin: str, status: int) -> None:
    assert connect(server, Origin=origin.format(port=server.port)) == status
    # Streamlit's own refusal comes after a request to another host for this machine's address.
    assert "external IP" not in server.log.read_text()


def connect(server: Server, **headers: str) -> int:
    """The status of the answer to a page that wants a websocket."""
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13"}
    return ask(server, "/_stcore/stream", Sec_WebSocket_Key="MDEyMzQ1Njc4OWFiY2RlZg==", **upgrade, **headers).status


@pytest.mark.parametrize(
    ("path", "method"), [("upload_file/a/b", "PUT"), ("upload_file", "OPTIONS"), ("metrics", "GET")]
)
def test_what_streamlit_offers_and_nobody_uses_is_not_there(path: str, method: str, server: Server) -> None:
    answer = ask(server, f"/_stcore/{path}", method)
    assert (answer.status, answer.headers["x-content-type-options"]) == (404, "nosniff")


def test_a_host_that_nobody_vouches_for_is_in_no_file_and_untrusted_headers_are_not_believed(server: Server) -> None:
    known = ask(server, "/data/catalogue.jsonld", Host=f"localhost:{server.port}").json()["url"]
    assert known == f"http://localhost:{server.port}/figures"
    sly = {"X_Forwarded_Host": "sly.example", "X_Forwarded_Prefix": "/sly", "X_Forwarded_For": "10.1.2.3"}
    assert ask(server, "/data/catalogue.jsonld", **sly).json()["url"] == f"{server.url}/figures"
    for path in ("/data/catalogue.jsonld", "/report", "/", "/data/figures.json", "/healthz", "/report/"):
        answer = ask(server, path, Host="sly.example", **sly)
        assert b"sly.example" not in answer.body
        assert "sly" not in str(answer.headers)


def test_a_proxy_that_is_named_says_how_the_server_is_reached(start_server: StartServer) -> None:
    server = start_server(
        "--server.headless", "true", "--server.corsAllowedOrigins", "https://dash.example",
        INDICATORS_TRUSTED_PROXIES="10.0.0.0/8, 127.0.0.1, nonsense",
    )  # fmt: skip
    said = {"X_Forwarded_Host": "front.example", "X_Forwarded_Proto": "https", "X_Forwarded_Prefix": "/dash/"}
    assert ask(server, "/data/catalogue.jsonld", **said).json()["url"] == "https://front.example/dash/figures"
    assert "https://front.example/dash/" in ask(server, "/report", **said).text
    unfit = {"X_Forwarded_Host": 'a"><b', "X_Forwarded_Prefix": "//sly.example"}
    assert ask(server, "/data/catalogue.jsonld", **unfit).json()["url"] == f"{server.url}/figures"
    # Pages of the address that the proxy names, and of addresses that a setting names, connect; others do not.
    assert connect(server, Origin="https://front.example", **said) == 101
    assert connect(server, Origin="https://dash.example", Host="backend") == 101
    assert connect(server, Origin="https://elsewhere.example", **said) == 403
    assert connect(server, Origin="https://elsewhere.example", **said) == 403
    log = server.log.read_text()
    assert '"nonsense" is neither an address nor a network' in log
    assert log.count('The page is at "https://elsewhere.example", but the server was asked as "front.example"') == 1
    assert "external IP" not in log


@pytest.mark.browser
def test_a_page_that_may_not_connect_says_why_and_what_to_set(server: Server, new_context: NewContext) -> None:
    with rewriting_proxy(server) as address:
        page = new_context().new_page()
        page.goto(f"{address}/sources")
        notice = page.get_by_text("This page cannot connect to its server.")
        expect(notice).to_contain_text(f'The page is at "{address}", but the server was asked as "backend"')
        expect(notice).to_contain_text("--server.enableCORS false")


def test_every_answer_leaves_at_once() -> None:
    # Where the system gathers small pieces, every answer but the first on a connection takes 40 ms on Linux.
    uvicorn = Uvicorn(Config(Starlette(middleware=MIDDLEWARE), log_level="error"))
    with socket.socket() as listening:  # as Streamlit opens it; asyncio sets the option on other sockets only
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        serving = threading.Thread(target=uvicorn.run, kwargs={"sockets": [listening]})
        serving.start()
        connection = http.client.HTTPConnection(*listening.getsockname())
        try:
            connection.request("GET", "/")
            assert connection.getresponse().read()
            (protocol,) = uvicorn.server_state.connections
            accepted = protocol.transport.get_extra_info("socket")
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        finally:
            connection.close()
            uvicorn.should_exit = True
            serving.join()


@pytest.mark.parametrize("address", ["127.0.0.2", "::1"])
def test_the_server_listens_on_one_address_of_this_machine_only(server: Server, address: str) -> None:
    with pytest.raises(OSError, match=r"refused|timed out|assign|unreachable|not supported"):
        socket.create_connection((address, server.port), timeout=2).close()


@pytest.mark.skipif(os.name == "nt", reason="Windows opens a browser through no command that could stand in")
def test_the_dashboard_opens_in_the_browser_of_the_person_who_starts_it(
    start_server: StartServer, tmp_path: Path
) -> None:
    opened = tmp_path / "opened"
    os.mkfifo(opened)  # to read from it waits until something is written
    for command in ("xdg-open", "open"):
        (tmp_path / command).write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
        (tmp_path / command).chmod(0o755)
    server = start_server("--server.headless", "false", PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert opened.read_text() == f"{server.url}\n"
    assert server.log.read_text().split("\n") == [
        "",
        "  You can now view your Streamlit app in your browser.",
        "",
        f"  URL: {server.url}",
        "",
        "",
    ]


@pytest.mark.browser
@pytest.mark.parametrize(
    "name", [name if name == "compare" else pytest.param(name, marks=pytest.mark.external) for name in PAGES]
)
def test_a_link_to_a_page_works_on_a_server_nobody_has_visited(
    name: str, start_server: StartServer, open_page: OpenPage
) -> None:
    page = open_page(f"{start_server().url}/{_address(name)}")
    # Only the script that calls the router draws the menu.
    links = page.get_by_role("navigation", name="Pages", exact=True).get_by_role("link")
    expect(links).to_have_count(len(PAGES))
    addresses = {urlsplit(link.evaluate("link => link.href")).path for link in links.all()}
    assert addresses == {f"/{_address(other)}" for other in PAGES}
    assert urlsplit(page.url).path == f"/{_address(name)}"


@pytest.mark.browser
@pytest.mark.parametrize(
    "name", [name if name == FIRST else pytest.param(name, marks=pytest.mark.external) for name in PAGES]
)
def test_a_page_asks_no_other_host_and_breaks_no_policy(
    name: str, server: Server, open_page: OpenPage, traffic: Traffic
) -> None:
    wait_for_charts(open_page(f"{server.url}/{_address(name)}"))
    hosts = {urlsplit(request).netloc for request in traffic.requests if not request.startswith(("data:", "blob:"))}
    assert hosts == {f"127.0.0.1:{server.port}"}
    assert traffic.complaints == []
