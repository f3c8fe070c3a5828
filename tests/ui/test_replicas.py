"""Two replicas behind Debian's nginx with the settings of `deploy/nginx.conf`, below a path and over TLS."""

import csv
import io
import json
import re
import ssl
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.dashboard import SECONDS_TO_START, NewContext, Server, StartServer, settle
from tests.support.http import ask
from tests.support.nginx import NAME, Proxy, nginx
from tests.support.programs import program
from tests.support.release import write_release

pytestmark = pytest.mark.external

FILES = (
    "data/figures.csv", "data/figures.json", "data/figures.xlsx", "data/derived.csv", "data/bundle.zip",
    "data/catalogue.jsonld", "data/citations.bib", "data/figures.png", "report",
)  # fmt: skip


@pytest.fixture
def replicas(start_server: StartServer) -> tuple[Server, Server]:
    """Two servers, started as the unit in `deploy` starts them."""
    flags = ("--server.headless", "true", "--server.baseUrlPath", "dash")
    environment = {"INDICATORS_TRUSTED_PROXIES": "127.0.0.1", "INDICATORS_METRICS": "1"}
    return start_server(*flags, **environment), start_server(*flags, **environment)


def _open(address: str, new_context: NewContext) -> tuple[Page, list[str]]:
    """A page that has loaded this address, and what its console complains of."""
    page, complaints = new_context(ignore_https_errors=True).new_page(), list[str]()
    page.on(
        "console",
        lambda line: complaints.append(f"{line.text} {line.location['url']}") if line.type == "error" else None,
    )
    page.goto(address)
    settle(page)
    return page, complaints


def _replica_of(page: Page, proxy: Proxy) -> int:
    """The port of the replica that a reader's requests go to."""
    question = f"/dash/healthz?{time.monotonic_ns()}"
    assert page.evaluate("address => fetch(address).then(answer => answer.status)", question) == 200
    _wait_until(lambda: any(address == question for _, _, address in proxy.log()))  # which is written after the answer
    return next(port for port, _, address in proxy.log() if address == question)


def _asked(proxy: Proxy) -> int:
    """The port of the replica that nginx asks for this machine."""
    assert proxy.ask("/healthz").status == 200
    _wait_until(lambda: bool(proxy.log()))
    return proxy.log()[-1][0]


def _wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_files_have_one_address_and_one_entity_tag_on_both_replicas(
    replicas: tuple[Server, Server], tmp_path: Path
) -> None:
    with nginx(replicas, tmp_path) as proxy:
        host = f"{NAME}:{proxy.port}"
        for path in FILES:
            one, two = (
                ask(replica, f"/dash/{path}", X_Forwarded_Host=host, X_Forwarded_Proto="https") for replica in replicas
            )
            assert (one.headers["etag"], one.body) == (two.headers["etag"], two.body), path
            answer = proxy.ask(f"/{path}", Accept_Encoding="identity")
            assert (answer.status, answer.body) == (200, one.body), path
            assert answer.headers["vary"] in ("Accept-Encoding", "Accept-Encoding, Accept"), path
            again = proxy.ask(f"/{path}", If_None_Match=answer.headers["etag"], Accept_Encoding="identity")
            assert (again.status, again.body) == (304, b""), path
        assert proxy.ask("/data/catalogue.jsonld").json()["url"] == f"{proxy.address}/figures"
        assert proxy.ask("/readyz").json()["status"] == "ready"
        with pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"):
            proxy.ask("/data/catalogue.jsonld", name="sly.example")


@pytest.mark.browser
def test_a_reader_whose_replica_is_killed_has_the_same_view_and_goes_on(
    replicas: tuple[Server, Server], tmp_path: Path, new_context: NewContext
) -> None:
    (tmp_path / "changing").mkdir()
    with nginx(replicas, tmp_path / "changing", host=False) as proxy:  # as nginx does unless told otherwise
        _, complaints = _open(f"{proxy.address}/figures", new_context)
        assert complaints == []
    with nginx(replicas, tmp_path) as proxy:
        page, complaints = _open(f"{proxy.address}/figures?source=c4ads", new_context)
        assert complaints == []
        before, table = page.url, page.get_by_role("table").inner_text()
        port = _replica_of(page, proxy)
        killed, other = replicas if port == replicas[0].port else reversed(replicas)
        killed.process.kill()
        _wait_until(lambda: "indicators_open_pages 1" in ask(other, "/dash/metrics").text)
        assert (page.url, page.get_by_role("table").inner_text()) == (before, table)
        assert _replica_of(page, proxy) == other.port
        # The first thing that the reader does is done, and the next file comes from the other replica.
        page.get_by_role("link", name=re.compile("^NIS")).first.click()
        with page.expect_download() as waiting:
            page.get_by_role("button", name="CSV (2)").click()
        waiting.value.save_as(tmp_path / "figures.csv")
        rows = csv.DictReader(io.StringIO((tmp_path / "figures.csv").read_text(encoding="utf-8-sig"), newline=""))
        assert len([*rows]) == 2
        assert all(status < 500 for _, status, _ in proxy.log())


def test_a_download_whose_replica_dies_fails_loudly_and_the_next_is_whole(
    start_server: StartServer, tmp_path: Path
) -> None:
    curl = program("curl", "curl")
    write_release(
        tmp_path / "release",
        [{"id": "things", "title": "Things", "statistic": "level"}],
        [
            {"indicator": "things", "value": str(number), "note": "n" * 1500, "period": f"{number % 9000 + 1000}"}
            for number in range(10_000)
        ],
    )
    environment = {"INDICATORS_TRUSTED_PROXIES": "127.0.0.1", "INDICATORS_DATA": str(tmp_path / "release")}
    flags = ("--server.headless", "true", "--server.baseUrlPath", "dash")
    replicas = start_server(*flags, **environment), start_server(*flags, **environment)
    (tmp_path / "proxy").mkdir()
    file = tmp_path / "figures.json"
    asking = [curl, "--silent", "--show-error", "--fail", "--output", str(file)]
    with nginx(replicas, tmp_path / "proxy") as proxy:
        killed, other = replicas if _asked(proxy) == replicas[0].port else reversed(replicas)
        address = f"http://127.0.0.1:{killed.port}/dash/data/figures.json"
        download = subprocess.Popen([*asking, "--limit-rate", "1M", address], stderr=subprocess.PIPE, text=True)
        _wait_until(lambda: file.exists() and file.stat().st_size > 2**16)
        killed.process.kill()
        _, complaint = download.communicate(timeout=300)
        assert download.returncode == 18  # of curl: the file is not whole
        assert "bytes remaining to read" in complaint
        part = file.stat().st_size
        through = ["--cacert", str(proxy.folder / "crt"), "--resolve", f"{NAME}:{proxy.port}:127.0.0.1"]
        subprocess.run([*asking, *through, f"{proxy.address}/data/figures.json"], check=True)
        assert len(json.loads(file.read_bytes())) == 10_000
        assert part < file.stat().st_size
        assert [port for port, _, address in proxy.log() if address.endswith("figures.json")][-1] == other.port
