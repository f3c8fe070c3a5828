"""The addresses of files, asked as programs ask them: of the server, over HTTP."""

import csv
import gzip
import http.client
import io
import json
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from conftest import ROOT, Server, StartServer

from indicators import derive, export, tables
from indicators.load import load
from indicators.select import FACETS, Selection, select
from indicators.ui.asked import LONGEST, LONGEST_SEARCH
from indicators.ui.files import FILES
from indicators.ui.kept import Kept

CATALOGUE = load(ROOT / "data")
CSV = "text/csv; charset=utf-8; header=present"
SELECTING = ", ".join((*FACETS, "search"))

# An address of each file, what it is, and the name that a browser saves it by.
ADDRESSES = {
    "/data/figures.csv": (CSV, "attachment", "russia-dprk-relations-figures-subject.csv"),
    "/data/figures.json": ("application/json", "inline", "russia-dprk-relations-figures-subject.json"),
    "/data/derived.csv": (CSV, "attachment", "russia-dprk-relations-derived-subject.csv"),
    "/data/figures/losses-daily.json": (
        "application/json",
        "inline",
        "russia-dprk-relations-figure-losses-daily.json",
    ),
    "/data/charts/periods.csv": (CSV, "attachment", "russia-dprk-relations-chart-periods-subject.csv"),
}


@dataclass(frozen=True, kw_only=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


def ask(server: Server, target: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request(method, target, headers={name.replace("_", "-"): text for name, text in headers.items()})
        response = connection.getresponse()
        named = {name.lower(): text for name, text in response.getheaders()}
        return Answer(status=response.status, headers=named, body=response.read())
    finally:
        connection.close()


def rows(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.body.decode(), newline="")))


def test_every_file_is_asked_for_in_these_tests() -> None:
    asked = {f"/data/{address.split('/')[2]}" for address in ADDRESSES if address.startswith("/data")}
    assert {f"/data/{path.split('/')[2]}" for path in FILES if path.startswith("/data")} <= asked
    assert len(ADDRESSES) == len(FILES)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_says_what_it_gives_and_lets_every_site_read_it(server: Server, address: str) -> None:
    answer = ask(server, address)
    media_type, disposition, name = ADDRESSES[address]
    assert answer.status == 200
    expected = {
        "content-type": media_type,
        "content-disposition": f'{disposition}; filename="{name}"',
        "cache-control": "no-cache",
        "content-length": str(len(answer.body)),
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "Content-Disposition, ETag",
        "cross-origin-resource-policy": "cross-origin",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
    }
    assert {header: answer.headers.get(header) for header in expected} == expected
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "script-src" not in policy


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_is_get_without_the_content(server: Server, address: str) -> None:
    for encoding in ("identity", "gzip"):
        whole, head = (ask(server, address, method, Accept_Encoding=encoding) for method in ("GET", "HEAD"))
        assert head.body == b""
        for answer in (whole, head):
            assert isinstance(answer.headers, dict)
            answer.headers.pop("date")
        assert head.status == whole.status
        assert {**head.headers, "vary": ""} == {**whole.headers, "vary": ""}


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_has_not_changed_is_not_sent_again(server: Server, address: str) -> None:
    tags = set()
    for encoding in ("identity", "gzip"):
        first = ask(server, address, Accept_Encoding=encoding)
        tag = first.headers["etag"]
        assert tag.startswith('"')
        assert tag.endswith('"')
        tags.add((tag, first.body))
        for known in (tag, f'"other", {tag}', f"W/{tag}"):
            again = ask(server, address, Accept_Encoding=encoding, If_None_Match=known)
            assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
            assert again.headers["access-control-allow-origin"] == "*"
        assert ask(server, address, Accept_Encoding=encoding, If_None_Match='"other"').body == first.body
    # One tag, one sequence of bytes.
    assert len({tag for tag, _ in tags}) == len({body for _, body in tags})


@pytest.mark.parametrize("address", ADDRESSES)
def test_gzip_is_sent_to_whoever_reads_it(server: Server, address: str) -> None:
    plain = ask(server, address)
    answer = ask(server, address, Accept_Encoding="br, GZIP;q=0.8")
    if "content-encoding" not in answer.headers:
        assert answer.body == plain.body
        assert plain.headers["content-type"] in ("application/zip", "image/png")
        return
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]
    assert "Accept-Encoding" in plain.headers["vary"]
    assert gzip.decompress(answer.body) == plain.body


@pytest.mark.parametrize("address", [*ADDRESSES, "/data/figures.csv?source=nobody"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(server: Server, address: str, method: str) -> None:
    answer = ask(server, address, method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.json()["error"] == f"{method} is not possible here; GET, HEAD, OPTIONS are"


def test_a_page_of_another_site_may_ask_first(server: Server) -> None:
    answer = ask(
        server,
        "/data/figures.csv",
        "OPTIONS",
        Origin="https://elsewhere.example",
        Access_Control_Request_Method="GET",
        Access_Control_Request_Headers="if-none-match",
    )
    assert answer.status == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["access-control-allow-headers"] == "If-None-Match"
    assert "access-control-allow-credentials" not in answer.headers


def test_the_csv_is_that_of_the_command_line_and_excel_gets_the_page_s(server: Server) -> None:
    chosen = select(CATALOGUE, Selection(source=("rok-military",)))
    table = tables.download(CATALOGUE, chosen)
    assert ask(server, "/data/figures.csv?source=rok-military").body == export.to_csv(table)
    assert ask(server, "/data/figures.csv?source=rok-military&excel=0").body == export.to_csv(table)
    excel = ask(server, "/data/figures.csv?source=rok-military&excel=1")
    assert excel.body == export.to_csv(table, spreadsheet=True)
    assert excel.body.startswith(b"\xef\xbb\xbf")


def test_the_json_holds_the_same_rows(server: Server) -> None:
    everything = ask(server, "/data/figures.json").json()
    assert everything == export.records(tables.download(CATALOGUE, select(CATALOGUE, Selection())))
    assert ask(server, "/data/figures/losses-daily.json").json() in everything


def test_derived_figures_follow_the_selection(server: Server) -> None:
    selected = derive.selected(CATALOGUE, select(CATALOGUE, Selection(source=("c4ads",))))
    assert [row["id"] for row in rows(ask(server, "/data/derived.csv?source=c4ads"))] == [one.id for one in selected]
    assert 0 < len(selected) < len(derive.derived(CATALOGUE))


def test_a_selection_without_figures_is_a_header_alone(server: Server) -> None:
    answer = ask(server, "/data/figures.csv?source=c4ads&topic=troops")
    assert (answer.status, rows(answer)) == (200, [])
    assert ask(server, "/data/figures.json?source=c4ads&topic=troops").json() == []


def test_one_selection_has_one_tag_however_it_is_written(server: Server) -> None:
    written = (
        "source=c4ads&source=author&search=more%20than",
        "search=more+than&source=author&source=c4ads&source=c4ads&excel=0",
    )
    one, other = (ask(server, f"/data/figures.csv?{query}").headers["etag"] for query in written)
    assert one == other
    others = {ask(server, f"/data/{path}").headers["etag"] for path in ("figures.csv", "figures.json", "derived.csv")}
    assert len({one, *others}) == 4


@pytest.mark.parametrize(
    ("target", "problems"),
    [
        (
            "figures.csv?sorce=c4ads",
            [("sorce", "an unknown parameter", f"one of {SELECTING}, excel", ["source"])],
        ),
        ("figures.csv?source=c4ad", [("source", '"c4ad"', "a source that has a figure", ["c4ads"])]),
        ("figures.csv?source=", [("source", '""', "a source that has a figure", [])]),
        ("figures.csv?search=a&search=b", [("search", "2 values", "one value", [])]),
        ("figures.csv?excel=yes", [("excel", '"yes"', "one of 0, 1", [])]),
        ("figures.csv?units=si", [("units", "an unknown parameter", f"one of {SELECTING}, excel", [])]),
        ("figures.json?excel=1", [("excel", "an unknown parameter", f"one of {SELECTING}", [])]),
        (
            "charts/periods.csv?units=uss",
            [("units", '"uss"', "one of printed, si, us", ["us"])],
        ),
        (
            "figures/losses-daily.json?source=c4ads",
            [("source", "an unknown parameter", "no parameter at this address", [])],
        ),
        (
            "derived.csv?status=x&topic=troop",
            [
                ("topic", '"troop"', "a topic that has a figure", ["troops"]),
                ("status", '"x"', "a status that has a figure", []),
            ],
        ),
        (
            f"figures.csv?search={'x' * (LONGEST_SEARCH + 1)}",
            [("search", "201 characters", "at most 200 characters", [])],
        ),
        (
            "figures.csv?source=%ff",
            [("", "letters that are no text", "UTF-8, each byte beyond ASCII as % and two digits", [])],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_as_it_was_asked_is_explained(
    server: Server, target: str, problems: list[tuple[str, str, str, list[str]]]
) -> None:
    answer = ask(server, f"/data/{target}")
    assert answer.status == 400
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "etag" not in answer.headers
    names = ("parameter", "found", "expected", "nearest")
    assert answer.json()["problems"] == [dict(zip(names, one, strict=True)) for one in problems]
    assert answer.json()["error"].startswith(f"{problems[0][0]}: found {problems[0][1]}; expected {problems[0][2]}")


@pytest.mark.parametrize(
    ("target", "error"),
    [
        ("figures/loses-daily.json", 'no figure "loses-daily"; did you mean "losses-daily"?'),
        ("charts/period.csv?units=si", 'no chart of this selection "period"; did you mean'),
        ("figure.csv", "there is no file at /data/figure.csv"),
        ("figures.csv/", "there is no file at /data/figures.csv/"),
        ("", "there is no file at /data/"),
    ],
)
def test_what_is_not_there_is_named_with_what_is_like_it(server: Server, target: str, error: str) -> None:
    answer = ask(server, f"/data/{target}")
    assert answer.status == 404
    assert answer.json()["error"].startswith(error)
    assert len(answer.json()["problems"]) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/data/../app.py",
        "/data/%2e%2e/app.py",
        "/data/figures/../../app.py.json",
        "/data/figures/..%2f..%2fdata%2fsources.csv.json",
        "/data/sources.csv",
        "/data/datapackage.json",
        "/data//etc/passwd",
        "/data/charts/%00.csv",
    ],
)
def test_no_path_leads_to_a_file_of_the_machine(server: Server, path: str) -> None:
    answer = ask(server, path)
    assert answer.status in (400, 404)
    for secret in (b"import", b"short_name", b"root:"):
        assert secret not in answer.body


@pytest.mark.parametrize(
    "words", ['a"; filename="b.exe', "a\r\nSet-Cookie: a=b", "ü\u202e=HYPERLINK(1)", "../../../etc/passwd", "a\x00b"]
)
def test_what_is_searched_for_cannot_change_the_headers(server: Server, words: str) -> None:
    answer = ask(server, f"/data/figures.csv?search={quote(words)}")
    assert answer.status == 200
    assert "set-cookie" not in answer.headers
    name = answer.headers["content-disposition"].removeprefix('attachment; filename="').removesuffix('.csv"')
    assert name.replace("-", "").isascii()
    assert name.replace("-", "").isalnum()


def test_a_query_too_long_is_refused_before_it_is_read(server: Server) -> None:
    answer = ask(server, f"/data/figures.csv?search={'x' * LONGEST}")
    assert answer.status == 414
    many = ask(server, f"/data/figures.csv?{'&'.join(f'source={number}' for number in range(600))}")
    assert (many.status, len(many.json()["problems"])) == (400, 10)


def test_pages_and_addresses_answer_side_by_side_under_many_requests(server: Server) -> None:
    def one(number: int) -> int:
        return ask(server, f"/data/charts/periods.csv?search={'a' * (number % 8)}").status

    with ThreadPoolExecutor(40) as pool:
        statuses = list(pool.map(one, range(80)))
        health = ask(server, "/_stcore/health").status
    assert health == 200
    # More than may wait are told to come again; the server does the work of one at a time.
    assert set(statuses) <= {200, 404, 503}
    assert ask(server, "/data/charts/periods.csv").status == 200


def test_a_catalogue_with_problems_gives_the_problems_and_nothing_else(
    start_server: StartServer, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "observations.csv"
    path.write_text(path.read_text().replace("metric_ton,", "kt,", 1))
    server = start_server(INDICATORS_DATA=str(tmp_path / "data"))
    for address in ADDRESSES:
        answer = ask(server, address)
        assert answer.status == 503
        assert answer.headers["cache-control"] == "no-store"
        (problem,) = answer.json()["problems"]
        assert (problem["file"], problem["line"], problem["column"]) == ("observations.csv", 10, "unit")
        assert '"kt"' in problem["found"]


def test_another_catalogue_has_the_same_addresses_and_other_tags(start_server: StartServer, server: Server) -> None:
    other = ask(start_server(INDICATORS_DATA=str(ROOT / "tests" / "catalogues" / "wards")), "/data/figures.csv")
    assert len(rows(other)) > 10
    assert other.headers["etag"] != ask(server, "/data/figures.csv").headers["etag"]


def test_what_is_kept_stays_within_its_bounds() -> None:
    kept = Kept(80)
    kept.put("large", b"x" * 11)
    assert kept.get("large") is None
    for number in range(20):
        kept.put(str(number), b"x" * 10)
        assert kept.get("0") is not None  # asked for again and again
    assert [number for number in range(20) if kept.get(str(number))] == [0, 13, 14, 15, 16, 17, 18, 19]
    kept.put("0", b"y" * 10)
    assert kept.get("0") == b"y" * 10
    assert kept.get("13") is not None
