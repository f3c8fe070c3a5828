"""What the server answers and to whom, around the pages; the pages have tests of their own."""

import gzip
import http.client
import os
import re
import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.dashboard import OpenPage, Server, StartServer, Traffic
from tests.support.places import ROOT

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
FIRST = "overview"


def _address(page: str) -> str:
    return "" if page == FIRST else page


def _ask(server: Server, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): text for name, text in headers.items()})
        response = connection.getresponse()
        return response, b"" if response.status == 101 else response.read()
    finally:
        connection.close()


@pytest.fixture(scope="module")
def script(server: Server) -> str:
    """The address of the interface's first script."""
    _, page = _ask(server, "/")
    found = re.search(rb'src="\.(/static/js/[^"]+\.js)"', page)
    assert found
    return found[1].decode()


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
        response, _ = _ask(server, path)
        assert {name: response.headers[name] for name in expected} == expected, path
        hash_of_own_script = r"'sha256-[\w+/]{43}='"
        assert re.sub(hash_of_own_script, "HASH", response.headers["content-security-policy"]).split("; ") == [
            "default-src 'self'",
            "script-src 'self' HASH HASH HASH",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ], path


def test_scripts_are_sent_compressed_to_whoever_reads_gzip(server: Server, script: str) -> None:
    plain_response, plain = _ask(server, script)
    assert plain_response.headers["content-encoding"] is None
    for _ in ("compressed", "kept"):
        response, body = _ask(server, script, Accept_Encoding="gzip, deflate, br")
        assert response.status == 200
        assert response.headers["content-encoding"] == "gzip"
        assert response.headers["content-length"] == str(len(body))
        assert response.headers["content-type"] == plain_response.headers["content-type"]
        assert response.headers["vary"] == "Accept-Encoding"
        assert "immutable" in response.headers["cache-control"]
        assert len(body) < len(plain) / 2
        assert gzip.decompress(body) == plain
    refused, body = _ask(server, script, Accept_Encoding="gzip;q=0")
    assert (refused.headers["content-encoding"], body) == (None, plain)


def test_a_part_of_a_script_is_sent_as_it_is(server: Server, script: str) -> None:
    _, plain = _ask(server, script)
    response, body = _ask(server, script, Accept_Encoding="gzip", Range="bytes=10-19")
    assert (response.status, response.headers["content-encoding"], body) == (206, None, plain[10:20])


def test_an_unknown_script_is_answered_with_the_page_and_not_kept_as_a_script(server: Server) -> None:
    response, body = _ask(server, "/static/js/no-such.js", Accept_Encoding="gzip")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"
    assert body == _ask(server, "/no-such-page")[1]


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://127.0.0.1:{port}", 101), ("https://elsewhere.example", 403), ("null", 403)],
)
def test_a_page_of_another_origin_gets_no_websocket(server: Server, origin: str, status: int) -> None:
    response, _ = _ask(
        server,
        "/_stcore/stream",
        Connection="Upgrade",
        Upgrade="websocket",
        Sec_WebSocket_Key="MDEyMzQ1Njc4OWFiY2RlZg==",
        Sec_WebSocket_Version="13",
        Origin=origin.format(port=server.port),
    )
    assert response.status == status
    # Streamlit's own refusal comes after a request to another host for this machine's address.
    assert "external IP" not in server.log.read_text()


def test_every_answer_leaves_at_once(server: Server) -> None:
    # Where the system gathers small pieces, every answer but the first on a connection takes 40 ms on Linux.
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    took = []
    for _ in range(50):
        begin = time.monotonic()
        connection.request("GET", "/_stcore/host-config")
        connection.getresponse().read()
        took.append(time.monotonic() - begin)
    connection.close()
    assert sorted(took)[10] < 0.03


@pytest.mark.parametrize("address", ["127.0.0.2", "::1"])
def test_the_server_listens_on_one_address_of_this_machine_only(server: Server, address: str) -> None:
    with pytest.raises(OSError, match=r"refused|timed out|assign|unreachable|not supported"):
        socket.create_connection((address, server.port), timeout=2).close()


@pytest.mark.skipif(os.name == "nt", reason="Windows opens a browser through no command that could stand in")
def test_the_dashboard_opens_in_the_browser_of_the_person_who_starts_it(
    start_server: StartServer, tmp_path: Path
) -> None:
    opened = tmp_path / "opened"
    for command in ("xdg-open", "open"):
        (tmp_path / command).write_text(f'#!/bin/sh\necho "$1" > {opened}.part && mv {opened}.part {opened}\n')
        (tmp_path / command).chmod(0o755)
    server = start_server("--server.headless", "false", PATH=f"{tmp_path}:{os.environ['PATH']}")
    deadline = time.monotonic() + 10
    while not opened.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
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
@pytest.mark.parametrize("name", PAGES)
def test_a_link_to_a_page_works_on_a_server_nobody_has_visited(
    name: str, start_server: StartServer, open_page: OpenPage
) -> None:
    page = open_page(f"{start_server().url}/{_address(name)}")
    # Only the router draws the links to the pages.
    links = page.get_by_test_id("stTopNavLink").or_(page.get_by_test_id("stSidebarNavLink"))
    addresses = {urlsplit(link.get_attribute("href") or "").path for link in links.all()}
    assert addresses == {f"/{_address(other)}" for other in PAGES}
    assert urlsplit(page.url).path == f"/{_address(name)}"


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_no_other_host_and_breaks_no_policy(
    name: str, server: Server, open_page: OpenPage, traffic: Traffic
) -> None:
    open_page(f"{server.url}/{_address(name)}").wait_for_load_state("networkidle")
    hosts = {urlsplit(request).netloc for request in traffic.requests if not request.startswith(("data:", "blob:"))}
    assert hosts == {f"127.0.0.1:{server.port}"}
    assert traffic.complaints == []
