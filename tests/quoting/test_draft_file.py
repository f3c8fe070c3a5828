"""Drafts in files: their text is read in memory, and what is broken, locked or a bomb gets a sentence."""

import io
import sys
import zipfile

import pypdf
import pytest

from indicators.errors import IndicatorsError
from indicators.quoting.draft_file import MOST_BYTES, draft_in

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def _zip(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return held.getvalue()


def _docx(body: str, before: str = "") -> bytes:
    return _zip(**{"word/document.xml": f"{before}<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def _odt(body: str) -> bytes:
    return _zip(**{"content.xml": f"<office:document-content {OPEN}>{body}</office:document-content>"})


def _pdf(text: str) -> bytes:
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 612 792] "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + table + b"trailer << /Root 1 0 R /Size 5 >>\nstartxref\n%d\n%%%%EOF\n" % len(written)


def _locked(data: bytes) -> bytes:
    writer, held = pypdf.PdfWriter(clone_from=io.BytesIO(data)), io.BytesIO()
    writer.encrypt("a password", algorithm="RC4-128")
    writer.write(held)
    return held.getvalue()


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _cell(text: str) -> str:
    return f"<w:tc><w:p>{_run(text)}</w:p></w:tc>"


PARAGRAPHS = f"<w:p>{_run('More than ')}{_run('36 beds')}</w:p><w:p>{_run('Two.')}</w:p>"
DELETED = f"<w:p><w:del><w:r><w:delText>36</w:delText></w:r></w:del><w:ins>{_run('48 beds')}</w:ins></w:p>"
TABLE = f"<w:tbl><w:tr>{_cell('Beds')}{_cell('36')}</w:tr></w:tbl>"
CHANGED = (
    "<text:tracked-changes><text:p>36</text:p></text:tracked-changes>"
    "<text:h>Beds</text:h><text:p>48<text:s/>beds</text:p>"
)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt", "\ufeff36 beds".encode(), "36 beds"),
        ("a.MD", b"# Beds\n\n36", "# Beds\n\n36"),
        ("a", b"36 beds", "36 beds"),
        ("a.docx", _docx(PARAGRAPHS), "More than 36 beds\n\nTwo."),
        ("a.docx", _docx(DELETED), "48 beds"),
        ("a.docx", _docx(TABLE), "Beds  | 36  |"),
        ("a.odt", _odt(CHANGED), "Beds\n\n48 beds"),
        ("a.pdf", _pdf("More than 36 beds"), "More than 36 beds"),
    ],
)
def test_the_text_of_a_file_is_read(name: str, data: bytes, text: str) -> None:
    assert draft_in(name, data).strip() == text


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"x" * (MOST_BYTES + 1), "larger than 8 MiB"),
        ("a.txt", b"\xff\xfe3\x006\x00", "UTF-16"),
        ("a.txt", b"\xe4 36", "not UTF-8"),
        ("a.txt", b" \n", "no text"),
        ("a.docx", b"36 beds", "no .docx, or it is broken"),
        ("a.docx", _docx(PARAGRAPHS)[:200], "no .docx, or it is broken"),
        ("a.docx", _docx("<w:p>"), "no .docx, or it is broken"),
        ("a.docx", _odt(CHANGED), "no .docx, or it is encrypted"),
        ("a.docx", _docx(PARAGRAPHS, '<!DOCTYPE a [<!ENTITY b "36">]>'), "declares a document type"),
        ("a.docx", _docx(" " * (40 * 2**20)), "more than 32 MiB"),
        ("a.odt", _odt(f"<text:p>{'36 ' * 2**20}</text:p>"), "longer than 2,097,152 characters"),
        ("a.pdf", b"36 beds", "no .pdf, or it is broken"),
        ("a.pdf", _locked(_pdf("36 beds")), "encrypted"),
        ("a.pdf", _pdf(""), "a scan has pictures"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(name: str, data: bytes, sentence: str) -> None:
    with pytest.raises(IndicatorsError, match=sentence):
        draft_in(name, data)


def test_a_reader_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ModuleNotFoundError) as caught:
        draft_in("a.pdf", _pdf("36 beds"))
    assert (caught.value.name or "").partition(".")[0] == "pypdf"
