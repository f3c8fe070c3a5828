"""Downloads: made once, kept within bounds, sent whole or in part, and streamed where nothing can be kept."""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.datastructures import Headers

from indicators.ui.server import conditions, downloads, endpoints
from indicators.ui.server.queues import Queue
from indicators.ui.server.store import NoRoomError, Store
from indicators.ui.shared import files
from tests.support.dashboard import Server
from tests.support.http import ask, wait_for

LARGE = 2**18 + 1
"""Bytes of a file that is not kept in memory."""
PART = {"/data/figures.csv", "/data/figures.xlsx", "/data/figures.parquet", "/data/bundle.zip", "/report"}


def test_the_store_drops_what_was_used_the_longest_ago_and_never_what_is_being_read() -> None:
    for size in (10, LARGE):  # in memory, on disk
        store = Store(memory=80, disk=8 * LARGE)
        for number in range(20):
            store.write(str(number), [b"x" * size])
            assert store.get("0") is not None  # asked for again and again
        assert [number for number in range(20) if store.get(str(number))] == [0, 13, 14, 15, 16, 17, 18, 19]
        content = store.get("13")
        assert content is not None
        with content.in_use():
            for number in range(20, 40):
                store.write(str(number), [b"y" * size])
            assert store.get("13") is content
        assert content.read(size - 2, 10) == b"xx"
        with pytest.raises(NoRoomError):
            store.write("too large", [b"x" * size] * 9)
        assert store.get("too large") is None


def test_a_file_that_many_ask_for_at_once_is_made_once() -> None:
    made = []

    def make() -> Iterator[bytes]:
        made.append(1)
        yield b"once"

    async def all_ask() -> list[bytes]:
        queue = Queue(at_once=1, waiting=1)
        found = await asyncio.gather(*(downloads.content("made once", make, queue) for _ in range(200)))
        return [content.read(0, 9) for content in found if content is not None]

    assert wait_for(all_ask()) == [b"once"] * 200
    assert made == [1]


def _answer(path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer of the endpoints in this process."""
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "http",
        "headers": [(name.replace("_", "-").lower().encode(), text.encode()) for name, text in headers.items()],
    }
    wait_for(Starlette(routes=endpoints.routes())(scope, None, send))  # type: ignore[arg-type]
    start, *parts = sent
    return start["status"], dict(Headers(raw=start["headers"])), b"".join(part["body"] for part in parts)


@pytest.mark.parametrize("path", ["/data/figures.csv", "/data/figures.json", "/data/bundle.zip"])
def test_a_file_is_sent_while_it_is_made_where_no_temporary_file_can_be_written(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "STORE", Store(memory=2**24, disk=2**24))
    whole = _answer(path)
    assert whole[0] == 200
    monkeypatch.setattr(downloads, "STORE", Store(memory=0, disk=0))
    streamed = _answer(path, Range="bytes=0-9")
    assert (streamed[0], streamed[2]) == (200, whole[2])
    assert "content-length" not in streamed[1]
    assert "accept-ranges" not in streamed[1]
    monkeypatch.setattr(downloads, "STORE", Store(memory=2**24, disk=2**24))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such folder"))
    assert _answer(path)[2] == whole[2]


def test_a_file_of_too_many_figures_is_refused_with_what_to_take_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    limited = {path: file for path, file in files.FILES.items() if file.instead}
    assert len(limited) == 6
    for path, file in limited.items():
        monkeypatch.setattr(downloads, "STORE", Store(memory=2**24, disk=2**24))
        endpoint_files = {**files.FILES, path: replace(file, most=3)}
        monkeypatch.setattr(endpoints, "FILES", endpoint_files)
        status, _, body = _answer(path)
        assert status == 422
        assert f"this file 3 at most; choose less, or take {file.instead}".encode() in body


SIZES = st.integers(0, 30)
BOUND = st.one_of(st.just(""), st.integers(0, 40).map(str), st.just("9" * 400))


@given(size=SIZES, first=BOUND, last=BOUND)
def test_a_part_is_within_the_file_and_is_the_one_that_is_asked_for(size: int, first: str, last: str) -> None:
    try:
        found = conditions.part(Headers({"range": f"bytes={first}-{last}"}), size, '"tag"', "")
    except conditions.UnsatisfiableRangeError:
        assert int(first or 0) >= size or (first == "" and int(last) == 0) or size == 0
        return
    if (not first and not last) or (first and last and int(last) < int(first)):
        assert found is None
    elif first:
        assert found is not None
        assert (found[0], found[1]) == (int(first), min(int(last) + 1 if last else size, size))
    else:
        assert found == (max(size - int(last), 0), size)


@given(header=st.text("bytes=0123456789-, xé", max_size=20))
@pytest.mark.parametrize("name", ["range", "if-range"])
def test_any_header_asks_for_a_part_or_the_whole(name: str, header: str) -> None:
    headers = Headers(raw=[(b"range", b"bytes=1-2"), (name.encode(), header.encode())][name == "range" :])
    try:
        found = conditions.part(headers, 10, '"tag"', "")
    except conditions.UnsatisfiableRangeError:
        return
    assert found is None or 0 <= found[0] < found[1] <= 10


@pytest.mark.parametrize("path", sorted(PART))
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_a_part_of_a_file_is_sent_to_whoever_asks_for_it(server: Server, path: str, coding: str) -> None:
    whole = ask(server, path, Accept_Encoding=coding)
    size, tag, date = len(whole.body), whole.headers["etag"], whole.headers["last-modified"]
    assert whole.headers["accept-ranges"] == "bytes"
    assert parsedate_to_datetime(date).tzinfo is not None
    for asked, start, end in (("0-9", 0, 10), ("5-", 5, size), ("-7", size - 7, size), (f"9-{10**9}", 9, size)):
        for condition in ({}, {"If_Range": tag}, {"If_Range": date}):
            part = ask(server, path, Accept_Encoding=coding, Range=f"bytes={asked}", **condition)
            assert (part.status, part.body) == (206, whole.body[start:end])
            assert part.headers["content-range"] == f"bytes {start}-{end - 1}/{size}"
            assert part.headers["content-length"] == str(end - start)
            assert part.headers["etag"] == tag
    for changed in ('"other"', f"W/{tag}", "Thu, 01 Jan 1970 00:00:00 GMT"):
        answer = ask(server, path, Accept_Encoding=coding, Range="bytes=0-9", If_Range=changed)
        assert (answer.status, answer.body) == (200, whole.body)
    behind = ask(server, path, Accept_Encoding=coding, Range=f"bytes={size}-")
    assert (behind.status, behind.headers["content-range"]) == (416, f"bytes */{size}")


def test_a_client_that_has_the_file_by_its_date_or_any_tag_gets_it_no_more(server: Server) -> None:
    date = ask(server, "/data/figures.csv").headers["last-modified"]
    assert ask(server, "/data/figures.csv", If_None_Match="*").status == 304
    assert ask(server, "/data/figures.csv", If_Modified_Since=date).status == 304
    # A tag decides where both are given; of dates, only the very one that was sent.
    assert ask(server, "/data/figures.csv", If_Modified_Since=date, If_None_Match='"other"').status == 200
    assert ask(server, "/data/figures.csv", If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT").status == 200


def test_no_date_is_told_within_the_second_in_which_a_file_may_change_again() -> None:
    since = parsedate_to_datetime("Fri, 27 Nov 2026 10:00:00 GMT").replace(microsecond=900_000)
    after = since.replace(second=1, microsecond=0)
    assert conditions.last_modified(since, since) == ""
    assert conditions.last_modified(since, after) == "Fri, 27 Nov 2026 10:00:00 GMT"
    assert conditions.last_modified(None, since) == ""
