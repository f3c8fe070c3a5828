"""What is pasted is compared and forgotten: nothing in the process holds a word of it afterwards."""

import gc
import json
import logging
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest
from starlette.requests import Request
from starlette.responses import Response

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.ui.server import draft
from indicators.ui.server.draft_request import MOST_BYTES

MARK = "".join(("quib", "blewort", "hy"))
"""A word that stands nowhere else."""


def _holds(items: Iterable[object]) -> bool:
    return any(isinstance(item, str) and item is not MARK and MARK in item.lower() for item in items)


def _held() -> list[object]:
    """Everything in the process that holds a text with the mark."""
    gc.collect()
    found: list[object] = []
    for each in gc.get_objects():
        if (type(each) is dict and (_holds(list(each)) or _holds(list(each.values())))) or (
            type(each) in (list, tuple, set) and _holds(list(each))
        ):
            found.append(each)
    return found


def test_no_word_of_a_draft_stays(wards: Catalogue) -> None:
    before = len(_held())
    text = (
        f"The {MARK.upper()} hospital of Northvale has about 1,240 {MARK}s and 90 {MARK} beds, says Dr. {MARK.title()}."
    )
    assert check(wards, text)
    del text
    assert len(_held()) == before


def _ask(body: bytes, media_type: str = "text/plain", client: str = "192.0.2.1") -> Response:
    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/check",
        "query_string": b"",
        "headers": [(b"content-type", media_type.encode())],
        "client": (client, 1),
    }

    async def ask() -> Response:
        return await draft.check_draft(Request(scope, receive))

    with ThreadPoolExecutor(1) as thread:  # a browser of other tests may have an event loop in this one
        return thread.submit(anyio.run, ask).result()


def test_what_is_no_draft_is_refused_with_a_sentence() -> None:
    for body, media_type, status, words in (
        (b"x" * (MOST_BYTES + 1), "text/plain", 413, "1 MiB"),
        (b"\n" + b"two " * 10_001, "text/plain", 400, "found number 10,001 in line 2; expected at most 10,000"),
        (b"\xff\xfe1", "text/plain", 400, "not UTF-8"),
        (b"a\0b", "text/plain", 400, "no text"),
        (b"{", "application/json", 400, "not JSON"),
        (b'{"draft": 1}', "application/json", 400, "has no text"),
        (b'{"text": "1", "record": "yes"}', "application/json", 400, "true or false"),
        (b"", "text/plain", 400, "no draft"),
    ):
        answer = _ask(body, media_type)
        assert answer.status_code == status
        assert words in bytes(answer.body).decode()
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Credentials" not in answer.headers


def test_no_word_of_a_draft_is_written_or_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    words = f"Dr. {MARK.title()} counts 3,000 North Korean {MARK}s in Russia."
    body = json.dumps({"text": words, "record": True}).encode()
    with caplog.at_level(logging.DEBUG):
        answers = [_ask(body, "application/json", "192.0.2.4"), _ask(body[:-1], "application/json", "192.0.2.4")]
    assert [answer.status_code for answer in answers] == [200, 400]
    assert b"3,000" in bytes(answers[0].body)
    written = "".join([*capfd.readouterr(), caplog.text, *(value for one in answers for value in one.headers.values())])
    assert MARK not in written.lower()
    assert not list(tmp_path.iterdir())


def _form(name: str, content: bytes) -> Response:
    head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
    return _ask(head + content + b"\r\n--x--\r\n", "multipart/form-data; boundary=x", client="192.0.2.9")


def test_a_file_is_answered_with_a_page_that_runs_nothing() -> None:
    answer = _form("draft.md", b"<script>alert(36)</script> The war is over 4,200 kilometres away from North Korea.")
    page = bytes(answer.body).decode()
    assert answer.status_code == 200
    assert answer.media_type == "text/html"
    assert "&lt;script&gt;alert(36)" in page
    assert "4,200" in page
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_that_cannot_be_read_is_answered_with_a_sentence() -> None:
    for name, content, words in (("a.docx", b"36", "no .docx"), ("a.pdf", b"36", "no .pdf"), ("a.txt", b"", "no file")):
        answer = _form(name, content)
        assert answer.status_code == 400
        assert words in bytes(answer.body).decode().lower()


def test_a_client_that_asks_too_often_waits() -> None:
    statuses = [_ask(b"\xff", client="192.0.2.2").status_code for _ in range(2 * draft.MOST_A_MINUTE + 1)]
    assert statuses[0] == 400
    assert 429 in statuses
    assert _ask(b"\xff", client="192.0.2.3").status_code == 400
