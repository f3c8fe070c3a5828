"""The text of a draft in a file (.txt, .md, .docx, .odt, .pdf), read from memory and never written to disk."""

import io
import re
import time
from pathlib import PurePath

from indicators.errors import IndicatorsError
from indicators.quoting.office_text import office_text

MOST_BYTES = 8 * 2**20
"""Size of the largest file that is read."""
MOST_CHARACTERS = 2 * 2**20
"""Length of the longest text that is taken from a file."""
SUFFIXES = ("txt", "md", "docx", "odt", "pdf")
"""Endings of the files that are read."""
_MOST_PAGES = 500
_MOST_SECONDS = 20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def is_plain(name: str) -> bool:
    """Whether a file of this name holds plain text, as all do whose ending says nothing else."""
    return _suffix(name) not in ("docx", "odt", "pdf")


def draft_in(name: str, data: bytes, most: int = MOST_CHARACTERS) -> str:
    """The text of a file with this name.

    Raises IndicatorsError, with a sentence, where it is too large, broken, encrypted or holds no text, and
    ModuleNotFoundError where the reader of its format is not installed.
    """
    if len(data) > MOST_BYTES:
        raise IndicatorsError(f"the file is larger than {MOST_BYTES // 2**20} MiB")
    suffix = _suffix(name)
    if suffix == "pdf":
        text = _pdf_text(data, most)
    elif suffix in ("docx", "odt"):
        text = office_text(data, suffix, most)
    else:
        text = _plain_text(data)
    if not text.strip():
        scan = "; a scan has pictures of text and no text" if suffix == "pdf" else ""
        raise IndicatorsError(f"the file holds no text{scan}")
    if len(text) > most:
        raise IndicatorsError(f"the draft is longer than {most:,} characters; check it in parts")
    return text


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower().removeprefix(".")


def _plain_text(data: bytes) -> str:
    if data.startswith(_UTF16) or b"\0" in data:
        raise IndicatorsError("the file is UTF-16 or no text at all; save it as plain text in UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise IndicatorsError("the file is not UTF-8; save it as plain text in UTF-8") from None


def _pdf_text(data: bytes, most: int) -> str:
    """The text of the pages, a blank line behind each; words that were divided at the end of a line are joined."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    start = time.monotonic()
    pages: list[str] = []
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise IndicatorsError("the .pdf is encrypted; save it without a password")
        if len(reader.pages) > _MOST_PAGES:
            raise IndicatorsError(f"the .pdf has more than {_MOST_PAGES} pages; check it in parts")
        for page in reader.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > most:
                raise IndicatorsError(f"the draft is longer than {most:,} characters; check it in parts")
            if time.monotonic() - start > _MOST_SECONDS:
                raise IndicatorsError(f"reading the .pdf takes longer than {_MOST_SECONDS} seconds; copy its text")
    except DependencyError:
        raise IndicatorsError("the .pdf is encrypted; save it without a password") from None
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError):
        raise IndicatorsError("the file is no .pdf, or it is broken") from None
    return _HYPHENATED.sub("", "\n\n".join(pages))
