"""The addresses of files, asked as programs ask them: of the server, over HTTP."""

import csv
import gzip
import io
import json
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree

import bibtexparser
import pandas as pd
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.combine.derived import all_derived, derived_among
from indicators.export import figure_columns, figure_table, json_rows, writers
from indicators.figures.facets import FACETS
from indicators.figures.selection import Selection, select
from indicators.ui.shared import addresses, cached_charts, links
from indicators.ui.shared.addresses import MAX_LENGTH
from indicators.ui.shared.file import Request
from indicators.ui.shared.files import FILES
from indicators.ui.shared.query import MAX_SEARCH_LENGTH, Query
from tests.support import accessibility
from tests.support.dashboard import OpenPage, Server, StartServer, Traffic, Visit
from tests.support.effort import VIEWS
from tests.support.http import Answer, ask, ask_here
from tests.support.places import ROOT, WARDS

CSV = "text/csv; charset=utf-8; header=present"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHOSEN = Selection(source=("rok-military",), search="containers 000")
SELECTING = ", ".join((*FACETS, "search", "record"))

# An address of each file, what it is, and the name that a browser saves it by.
ADDRESSES = {
    "/data/figures.csv": (CSV, "attachment", "russia-dprk-relations-figures-subject.csv"),
    "/data/figures.json": ("application/json", "inline", "russia-dprk-relations-figures-subject.json"),
    "/data/figures.xlsx": (XLSX, "attachment", "russia-dprk-relations-figures-subject.xlsx"),
    "/data/figures.parquet": (
        "application/vnd.apache.parquet",
        "attachment",
        "russia-dprk-relations-figures-subject.parquet",
    ),
    "/data/figures.svg": ("image/svg+xml", "inline", "russia-dprk-relations-figures-subject.svg"),
    "/data/figures.png": ("image/png", "inline", "russia-dprk-relations-figures-subject.png"),
    "/data/index.html": ("text/html; charset=utf-8", "inline", "russia-dprk-relations-about.html"),
    "/data/openapi.json": ("application/json", "inline", "russia-dprk-relations-about.json"),
    "/data/datapackage.json": ("application/json", "inline", "russia-dprk-relations-about-subject.json"),
    "/data/figures.csv-metadata.json": (
        "application/csvm+json",
        "inline",
        "russia-dprk-relations-about-subject.json",
    ),
    "/robots.txt": ("text/plain; charset=utf-8", "inline", "russia-dprk-relations-robots.txt"),
    "/sitemap.xml": ("application/xml", "inline", "russia-dprk-relations-sitemap.xml"),
    "/data/derived.json": ("application/json", "inline", "russia-dprk-relations-derived-subject.json"),
    "/data/derived.xlsx": (XLSX, "attachment", "russia-dprk-relations-derived-subject.xlsx"),
    "/data/derived.csv": (CSV, "attachment", "russia-dprk-relations-derived-subject.csv"),
    "/data/bundle.zip": ("application/zip", "attachment", "russia-dprk-relations-bundle-subject.zip"),
    "/data/columns.md": ("text/markdown; charset=utf-8", "inline", "russia-dprk-relations-columns.md"),
    "/data/catalogue.jsonld": ("application/ld+json", "inline", "russia-dprk-relations-catalogue-subject.jsonld"),
    "/data/dcat.jsonld": ("application/ld+json", "inline", "russia-dprk-relations-dcat-subject.jsonld"),
    "/data/croissant.jsonld": ("application/ld+json", "inline", "russia-dprk-relations-croissant-subject.jsonld"),
    "/data/citations.bib": (
        "application/x-bibtex; charset=utf-8",
        "attachment",
        "russia-dprk-relations-citations-subject.bib",
    ),
    "/data/citations.ris": (
        "application/x-research-info-systems; charset=utf-8",
        "attachment",
        "russia-dprk-relations-citations-subject.ris",
    ),
    "/data/citations.json": (
        "application/vnd.citationstyles.csl+json",
        "attachment",
        "russia-dprk-relations-citations-subject.json",
    ),
    "/data/figures/losses-daily.json": (
        "application/json",
        "inline",
        "russia-dprk-relations-figure-losses-daily.json",
    ),
    "/data/figures/losses-daily.html": (
        "text/html; charset=utf-8",
        "inline",
        "russia-dprk-relations-figure-losses-daily.html",
    ),
    "/data/figures/losses-daily.csv": (CSV, "attachment", "russia-dprk-relations-figure-losses-daily.csv"),
    "/data/figures/losses-daily.md": (
        "text/markdown; charset=utf-8",
        "inline",
        "russia-dprk-relations-figure-losses-daily.md",
    ),
    "/data/figures/losses-daily.svg": ("image/svg+xml", "inline", "russia-dprk-relations-figure-losses-daily.svg"),
    "/data/figures/losses-daily.png": ("image/png", "inline", "russia-dprk-relations-figure-losses-daily.png"),
    "/data/charts/periods.html": (
        "text/html; charset=utf-8",
        "inline",
        "russia-dprk-relations-chart-periods-subject.html",
    ),
    "/embed/figures/losses-daily": (
        "text/html; charset=utf-8",
        "inline",
        "russia-dprk-relations-embed-losses-daily.html",
    ),
    "/embed/charts/periods": (
        "text/html; charset=utf-8",
        "inline",
        "russia-dprk-relations-embed-periods-subject.html",
    ),
    "/data/charts/periods.svg": ("image/svg+xml", "attachment", "russia-dprk-relations-chart-periods-subject.svg"),
    "/data/charts/periods.png": ("image/png", "attachment", "russia-dprk-relations-chart-periods-subject.png"),
    "/report": ("text/html; charset=utf-8", "inline", "russia-dprk-relations-report-subject.html"),
    "/data/charts/periods.csv": (CSV, "attachment", "russia-dprk-relations-chart-periods-subject.csv"),
}


def rows(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.body.decode(), newline="")))


def test_every_file_is_asked_for_in_these_tests() -> None:
    patterns = {path: path.replace("{id}", "(losses-daily|periods)") for path in FILES}
    assert all(sum(bool(re.fullmatch(one, address)) for address in ADDRESSES) == 1 for one in patterns.values())
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
        "access-control-expose-headers": "Accept-Ranges, Content-Disposition, Content-Range, ETag",
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
        assert head.status == whole.status
        differing = {"date": "", "vary": ""}
        assert {**head.headers, **differing} == {**whole.headers, **differing}


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
        assert answer.headers["content-type"] in (
            "application/zip",
            "application/vnd.apache.parquet",
            "image/png",
            XLSX,
        )
        return
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]
    assert "Accept-Encoding" in plain.headers["vary"]
    assert gzip.decompress(answer.body) == plain.body


@pytest.mark.parametrize("address", [*ADDRESSES, "/data/figures.csv?source=nobody"])
@pytest.mark.parametrize("method", ["POST", "DELETE"])
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
    assert answer.headers["access-control-allow-headers"] == "If-Modified-Since, If-None-Match, If-Range, Range"
    assert "access-control-allow-credentials" not in answer.headers


def test_a_csv_has_the_columns_that_are_asked_for(server: Server, shipped: Catalogue) -> None:
    slim = list(csv.DictReader(io.StringIO(ask(server, "/data/figures.csv?columns=slim&source=c4ads").text)))
    assert [row["figure"] for row in slim] == ["more than 74,000 metric tons"]
    assert slim[0]["link"] == f"{server.url}/figures?figure=munitions-shipped"
    some = ask(server, "/data/figures.csv?columns=value,id&source=c4ads").text
    assert some.splitlines() == ["value,id", '74000.0,"munitions-shipped"']
    words = rows(ask(server, "/data/figures.csv?columns=id,link,quote&source=c4ads"))
    assert [list(row.items()) for row in words] == [[(name, slim[0][name]) for name in ("id", "link", "quote")]]
    old = ask(server, "/data/figures.csv?columns=root,counted_by&source=c4ads").text
    assert old.splitlines()[0] == "root,counted_by"
    assert "root" in rows(ask(server, "/data/figures.csv?version=1&source=c4ads"))[0]
    converted = ask(server, "/data/figures.csv?columns=id,converted_unit&units=us&source=c4ads").text
    assert converted.splitlines() == ["id,converted_unit", '"munitions-shipped","short_ton"']
    for columns, names in {"slim": list(slim[0]), "root,id": ["root", "id"]}.items():
        workbook = ask(server, f"/data/figures.xlsx?columns={columns}&source=c4ads").body
        sheets = pd.read_excel(io.BytesIO(workbook), sheet_name=None)
        # The heading of a number has its unit too.
        assert [name.partition(" ")[0] for name in sheets["Figures"]] == list(sheets["Columns"]["column"]) == names


def test_the_csv_is_that_of_the_command_line_and_excel_gets_the_page_s(server: Server, shipped: Catalogue) -> None:
    chosen = select(shipped, Selection(source=("rok-military",)))
    table = figure_table.table(shipped, chosen)
    assert ask(server, "/data/figures.csv?source=rok-military").body == writers.to_csv(table)
    assert ask(server, "/data/figures.csv?source=rok-military&excel=0").body == writers.to_csv(table)
    excel = ask(server, "/data/figures.csv?source=rok-military&excel=1")
    assert excel.body == writers.to_csv(table, spreadsheet=True)
    assert excel.body.startswith(b"\xef\xbb\xbf")


def test_units_put_converted_columns_beside_the_printed_ones(server: Server, shipped: Catalogue) -> None:
    chart = "period-munitions-mass-arms"
    for path in ("figures.csv", f"charts/{chart}.csv"):
        printed, asked, us = (ask(server, f"/data/{path}{query}") for query in ("", "?units=printed", "?units=us"))
        assert printed.body == asked.body
        assert list(rows(printed)[0]) == list(figure_columns.COLUMNS)
        assert [{name: row[name] for name in figure_columns.COLUMNS} for row in rows(us)] == rows(printed)
        assert set(rows(us)[0]) == {*figure_columns.COLUMNS, *figure_columns.CONVERTED}
        (row,) = (row for row in rows(us) if row["id"] == "munitions-shipped")
        assert (row["value"], row["unit"]) == ("74000.0", "metric_ton")
        assert (row["converted_unit"], row["converted_unit_label"]) == ("short_ton", "short tons")
        assert float(row["converted_lower"]) == pytest.approx(74000 / 0.90718474, rel=1e-12)
        assert (row["converted_upper"], row["upper"]) == ("", "")


def test_a_chart_that_the_page_leaves_out_is_given_by_its_name(
    shipped: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cached_charts, "MOST", 1)
    monkeypatch.setattr(cached_charts, "MANY", 0)
    for drawn in build.charts(shipped, select(shipped, Selection()), "us"):
        request = Request(catalogue=shipped, query=Query(selection=Selection(), units="us"), id=drawn.name)
        text = b"".join(FILES[addresses.CHART_CSV].make(request)).decode()
        given = list(csv.DictReader(io.StringIO(text, newline="")))
        assert {row["id"] for row in given} == {figure.id for figure in drawn.figures}


def test_the_json_holds_the_same_rows(server: Server, shipped: Catalogue) -> None:
    everything = ask(server, "/data/figures.json").json()
    assert everything == json_rows.figure_rows(shipped, select(shipped, Selection()))
    assert ask(server, "/data/figures/losses-daily.json").json() in everything
    us = ask(server, "/data/figures.json?units=us&source=c4ads").json()
    assert us == json_rows.figure_rows(shipped, shipped.rows("munitions-shipped"), system="us")
    assert us[0]["converted_unit"] == "short_ton"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "html"),
        ("image/avif,image/webp,image/svg+xml,image/*;q=0.8", "svg"),
        ("image/png", "png"),
        ("text/csv;q=0.5, text/markdown", "md"),
        ("text/*;q=0.5, text/html;q=0", "csv"),
        ("application/pdf", "json"),
        ("nonsense;q=much", "json"),
    ],
)
def test_a_figure_comes_in_the_form_that_the_client_prefers(server: Server, accept: str, form: str) -> None:
    answer = ask(server, "/data/figures/losses-daily", Accept=accept)
    assert answer.headers["content-location"] == f"/data/figures/losses-daily.{form}"
    varying = answer.headers["vary"].split(", ")
    assert "Accept" in varying
    assert len(varying) == len({*varying})
    assert answer.body == ask(server, answer.headers["content-location"]).body
    assert ask(server, "/data/figures/nothing", Accept=accept).status == 404


def test_derived_figures_follow_the_selection(server: Server, shipped: Catalogue) -> None:
    selected = derived_among(shipped, select(shipped, Selection(source=("c4ads",))))
    assert [row["id"] for row in rows(ask(server, "/data/derived.csv?source=c4ads"))] == [one.id for one in selected]
    assert 0 < len(selected) < len(all_derived(shipped))


def test_citations_are_of_the_dashboard_the_documents_and_the_figures_selected(
    server: Server, shipped: Catalogue
) -> None:
    items = ask(server, "/data/citations.json?source=rok-military").json()
    (own, *documents), figures = items[:-2], items[-2:]
    assert own["type"] == "dataset"
    assert [one["id"] for one in documents] == [f"document:{select(shipped, CHOSEN)['document'].iloc[0]}"]
    assert [one["id"] for one in figures] == ["containers-2024-08", "containers-2024-03"]
    bibtex = bibtexparser.parse_string(ask(server, "/data/citations.bib?source=rok-military").body.decode())
    assert [entry.key for entry in bibtex.entries] == [item["id"] for item in items]
    classic = ask(server, "/data/citations.bib?source=rok-military&bibtex=classic").text
    assert (bibtex.entries[-1].entry_type, classic.count("@misc{")) == ("online", len(items))
    ris = rispy.loads(ask(server, "/data/citations.ris?source=rok-military").body.decode())
    assert len(ris) == len(items)


def test_the_bundle_tells_its_address_and_the_files_of_a_dataset_are_there(server: Server) -> None:
    answer = ask(server, "/data/bundle.zip?source=c4ads")
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        selection = json.loads(archive.read("selection.json"))
    assert selection["address"] == f"{server.url}/data/bundle.zip?source=c4ads"
    dataset = ask(server, "/data/catalogue.jsonld?source=c4ads").json()
    assert dataset["@id"] == f"{server.url}/data/catalogue.jsonld?source=c4ads"
    for one in dataset["distribution"]:
        given = ask(server, one["contentUrl"].removeprefix(server.url), "HEAD")
        assert given.status == 200
        assert given.headers["content-type"].partition(";")[0] == one["encodingFormat"]


def test_a_chart_is_an_image_in_the_units_and_colours_asked_for(server: Server, shipped: Catalogue) -> None:
    names = [one.name for one in build.charts(shipped, select(shipped, Selection()))]
    assert len(names) > 1
    for name in names:
        images = {ask(server, f"/data/charts/{name}.svg{query}").body for query in ("", "?scheme=dark", "?units=us")}
        assert all(ElementTree.fromstring(image).tag == "{http://www.w3.org/2000/svg}svg" for image in images)
        assert len(images) >= 2
        assert ask(server, f"/data/charts/{name}.png?scheme=dark").body.startswith(b"\x89PNG\r\n")
        assert rows(ask(server, f"/data/charts/{name}.csv"))
    assert ask(server, "/data/charts/no-such-chart.svg").status == 404


def test_the_report_is_of_the_selection_and_says_where_it_is_from(server: Server) -> None:
    page = ask(server, "/report?source=c4ads&units=us").body.decode()
    assert "81,000" in page
    assert "13,000" not in page
    assert f"{server.url}/?source=c4ads&amp;units=us" in page
    assert "<script src" not in page


def test_a_file_that_tells_its_address_has_a_tag_for_each_host(server: Server) -> None:
    hosts = (f"127.0.0.1:{server.port}", f"localhost:{server.port}", 'bad"><script>')
    answers = [ask(server, "/data/catalogue.jsonld", Host=host) for host in hosts]
    assert len({answer.headers["etag"] for answer in answers}) == 3
    assert answers[1].json()["url"] == f"http://localhost:{server.port}/figures"
    assert b"<script" not in answers[2].body
    assert "url" not in answers[2].json()
    for columns, tags in {"full": 1, "id,value": 1, "slim": 3, "id,link": 3}.items():
        target = f"/data/figures.csv?columns={columns}"
        assert len({ask(server, target, Host=host).headers["etag"] for host in hosts}) == tags


def test_an_empty_selection_has_no_bundle(server: Server) -> None:
    answer = ask(server, "/data/bundle.zip?source=c4ads&topic=troops")
    assert answer.status == 404
    assert answer.json()["error"].startswith("the selection holds no figure")


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
            [("sorce", "an unknown parameter", f"one of {SELECTING}, units, excel, columns, version", ["source"])],
        ),
        (
            "figures.csv?columns=id,valeu",
            [("columns", '"valeu"', "slim, full, or names of columns with commas between them", ["value"])],
        ),
        ("figures.csv?source=c4ad", [("source", '"c4ad"', "a source that has a figure", ["c4ads"])]),
        ("figures.csv?source=", [("source", '""', "a source that has a figure", [])]),
        ("figures.csv?search=a&search=b", [("search", "2 values", "one value", [])]),
        ("figures.csv?excel=yes", [("excel", '"yes"', "one of 0, 1", [])]),
        ("derived.csv?units=si", [("units", "an unknown parameter", f"one of {SELECTING}, excel, version", [])]),
        ("figures.json?excel=1", [("excel", "an unknown parameter", f"one of {SELECTING}, units, version", [])]),
        (
            "charts/periods.csv?units=uss",
            [("units", '"uss"', "one of printed, si, us", ["us"])],
        ),
        (
            "columns.md?source=c4ads",
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
            f"figures.csv?search={'x' * (MAX_SEARCH_LENGTH + 1)}",
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
    parameter, found, expected, _ = problems[0]
    sentence = f"found {found}; expected {expected}"
    assert answer.json()["error"].startswith(f"{parameter}: {sentence}" if parameter else sentence)


@pytest.mark.parametrize(
    ("target", "error"),
    [
        ("figures/loses-daily.json", 'no figure "loses-daily"; did you mean "losses-daily"?'),
        ("charts/period.csv?units=si", 'no chart of this selection "period"; did you mean'),
        ("figure.csv", "there is no file at /data/figure.csv"),
        ("figures/a%0Ab.json", 'no figure "a'),
        ("a%0Ab", "there is no file at /data/a"),
        ("figures.csv/", "there is no file at /data/figures.csv/"),
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
        "/data/units.txt",
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
    answer = ask(server, f"/data/figures.csv?search={'x' * MAX_LENGTH}")
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


def when(server: Server, is_so: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """The answer of /readyz once something is so."""
    while not is_so(state := ask(server, "/readyz").json()):
        time.sleep(0.05)
    return state


def test_the_files_of_a_catalogue_may_change_while_it_is_served(start_server: StartServer, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    path, topics = folder / "observations.csv", folder / "topics.csv"
    path.write_text(path.read_text().replace("metric_ton,", "kt,", 1))
    server = start_server(INDICATORS_DATA=str(folder))
    # With problems from the start, there are the problems and nothing else.
    for address in ADDRESSES:
        answer = ask(server, address)
        assert answer.status == 503
        assert answer.headers["cache-control"] == "no-store"
        (problem,) = answer.json()["problems"]
        assert (problem["file"], problem["line"], problem["column"]) == ("observations.csv", 10, "unit")
        assert '"kt"' in problem["found"]
    state = ask(server, "/readyz")
    assert (state.status, state.json()["status"], state.json()["problems"]) == (503, "not ready", 1)
    assert ask(server, "/healthz").text == "ok"

    shutil.copyfile(ROOT / "data" / "observations.csv", path)
    mended = when(server, lambda state: state["status"] == "ready")
    assert (mended["catalogue"], mended["problems"]) == ("russia-dprk-relations", 0)
    before = ask(server, "/data/figures.csv")
    assert before.status == 200

    # A change without a fault is taken up; whoever holds what was before is sent what is now.
    topics.write_text(topics.read_text().replace("Diplomacy", "Visits and treaties"))
    changed = when(server, lambda state: state["digest"] != mended["digest"])
    after = ask(server, "/data/figures.csv", If_None_Match=before.headers["etag"])
    assert (after.status, before.headers["etag"] != after.headers["etag"]) == (200, True)
    assert (b"Visits and treaties" in before.body, b"Visits and treaties" in after.body) == (False, True)

    # What is half written is not, is said in the log once, and changes no tag.
    topics.write_text('id,title,"syn')
    broken = when(server, lambda state: state["problems"])
    assert (broken["status"], broken["digest"]) == ("ready", changed["digest"])
    assert broken["first_problem"].startswith("topics.csv:1: ")
    assert ask(server, "/data/figures.csv", If_None_Match=after.headers["etag"]).status == 304
    assert server.log.read_text().count("topics.csv:1: ") == 1


def test_another_catalogue_has_the_same_addresses_and_other_tags(
    monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    monkeypatch.setenv("INDICATORS_DATA", str(WARDS))
    other = ask_here("/data/figures.csv")
    assert len(rows(other)) > 10
    assert other.headers["etag"] != ask(server, "/data/figures.csv").headers["etag"]


def test_the_pandas_line_of_the_page_reads_the_figures(server: Server, shipped: Catalogue) -> None:
    of = links.file_address(server.url, addresses.FIGURES_CSV, CHOSEN.query())
    program = f"{links.pandas_code(of)}\nprint(figures.to_json(orient='records'))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    expected = writers.row_objects(figure_table.table(shipped, select(shipped, CHOSEN)))
    assert read == expected
    assert len(read) == 2


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_curl_line_of_the_page_saves_the_figures(server: Server, tmp_path: Path) -> None:
    of = links.file_address(server.url, addresses.FIGURES_CSV, CHOSEN.query())
    subprocess.run(links.curl_command(of, "figures.csv"), shell=True, cwd=tmp_path, capture_output=True, check=True)
    whole = ask(server, of.removeprefix(server.url)).body
    assert (tmp_path / "figures.csv").read_bytes() == whole
    (tmp_path / "part.csv").write_bytes(whole[:1000])
    subprocess.run(["curl", "--silent", "--continue-at", "-", "--output", "part.csv", of], cwd=tmp_path, check=True)
    assert (tmp_path / "part.csv").read_bytes() == whole
    wrong = links.file_address(server.url, addresses.FIGURES_CSV, [("source", "nobody")])
    done = subprocess.run(
        links.curl_command(wrong, "no.csv"), shell=True, cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 22
    assert not (tmp_path / "no.csv").exists()


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_the_r_line_of_the_page_reads_the_figures(server: Server) -> None:
    of = links.file_address(server.url, addresses.FIGURES_CSV, CHOSEN.query())
    program = f"{links.r_code(of)}\ncat(figures$id, sum(figures$value), ncol(figures))"
    done = subprocess.run(["Rscript", "-e", program], capture_output=True, text=True, check=True)
    assert done.stdout == f"containers-2024-08 containers-2024-03 20000 {len(figure_columns.COLUMNS)}"


@given(st.text(max_size=30))
def test_no_letter_of_an_address_means_anything_to_a_shell_or_a_language(words: str) -> None:
    of = links.file_address("http://localhost:8501", addresses.FIGURES_CSV, [("search", words)])
    assert re.fullmatch(r"http://localhost:8501/data/figures\.csv\?search=[A-Za-z0-9_.~%-]*", of)
    assert parse_qs(urlsplit(of).query, keep_blank_values=True) == {"search": [words]}


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_the_dialog_is_used_by_keyboard_and_gives_address_code_and_files(
    scheme: str, width: int, open_page: OpenPage, server: Server, traffic: Traffic, tmp_path: Path
) -> None:
    page = open_page(f"{server.url}/figures?source=rok-military", {"width": width, "height": 900}, scheme)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Download", exact=True).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("link", name="CSV, all columns")).to_be_visible()
    for tab in ("Files", "Code", "Citation", "Charts"):
        dialog.get_by_role("tab", name=tab).focus()
        page.keyboard.press("Enter")
        expect(dialog.get_by_role("tab", name=tab, selected=True)).to_be_visible()
        assert accessibility.faults(page, within="[role=dialog]") == [], tab
        assert page.evaluate("document.documentElement.scrollWidth") <= width, tab
    address = f"{server.url}/data/figures.csv?source=rok-military"
    dialog.get_by_role("tab", name="Code").click()
    for title, text in {
        "The address of these figures": address,
        "pandas": links.pandas_code(address),
        "R": links.r_code(address),
        "curl": links.curl_command(address, "russia-dprk-relations-figures-rok-military.csv"),
    }.items():
        block = dialog.locator(".copyable").filter(has_text=text.split("\n")[0])
        expect(dialog.get_by_role("heading", name=title, exact=True)).to_be_visible()
        block.get_by_role("button", name="Copy to clipboard").first.click()
        assert page.evaluate("navigator.clipboard.readText()") == text
    dialog.get_by_role("tab", name="Files").click()
    with page.expect_download() as waiting:
        dialog.get_by_role("link", name="CSV for programs").click()
    assert waiting.value.suggested_filename == "russia-dprk-relations-figures-rok-military.csv"
    assert waiting.value.path().read_bytes() == ask(server, address.removeprefix(server.url)).body
    dialog.get_by_role("radio", name="All (22)").or_(dialog.get_by_role("button", name="All (22)")).click()
    link = dialog.get_by_role("link", name="CSV for programs")
    expect(link).to_have_attribute("href", f"{server.url}/data/figures.csv")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert traffic.complaints == []


@pytest.mark.browser
def test_every_link_to_a_file_on_the_first_page_and_in_the_dialog_leads_to_one(page: Page, server: Server) -> None:
    page.get_by_role("button", name="Download", exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("link", name="JSON", exact=True)).to_be_attached()
    expect(page.get_by_role("dialog").locator("a[href*='/data/charts/periods']").first).to_be_attached()
    found = {one.get_attribute("href") or "" for one in page.locator("a[href*='/data/'], a[href*='/report']").all()}
    assert len(found) > 10
    for address in sorted(found):
        assert ask(server, address.removeprefix(server.url), "HEAD").status == 200, address


@pytest.mark.browser
def test_the_report_opens_beside_the_dashboard_and_breaks_no_policy(
    page: Page, server: Server, traffic: Traffic
) -> None:
    page.get_by_role("button", name="Download", exact=True).click()
    with page.context.expect_page() as opening:
        page.get_by_role("dialog").get_by_role("link", name="Report").click()
    report = opening.value
    complaints: list[str] = []
    report.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    # Once it is there: a page that is still on its way cannot be loaded anew.
    report.get_by_role("heading", level=1).wait_for()
    report.reload()
    report.get_by_role("heading", level=1).wait_for()
    assert report.url == f"{server.url}/report"
    # Its own style sheet is applied, which the policy could forbid.
    assert report.evaluate("document.styleSheets.length") > 0
    assert complaints == []
    assert traffic.complaints == []


@pytest.mark.browser
def test_a_figure_shows_its_address(visit: Visit, server: Server) -> None:
    page = visit(f"{server.url}/figures?figure=munitions-shipped&source=c4ads")
    address = f"{server.url}/data/figures/munitions-shipped.json"
    expect(page.locator(".copyable").filter(has_text=address)).to_be_visible()
    assert ask(server, address.removeprefix(server.url)).json()["id"] == "munitions-shipped"
