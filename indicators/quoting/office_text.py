"""The text of a .docx or .odt file: a zip with XML in it, read in memory and never unpacked to disk."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from xml.parsers import expat

from indicators.errors import IndicatorsError

_MOST_XML = 32 * 2**20
"""Bytes of XML that are read of a file."""
_CHUNK = 2**16
_PARTS: Mapping[str, tuple[str, ...]] = {
    "docx": ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"),
    "odt": ("content.xml",),
}
"""The parts of a file that hold its text, the main one first."""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_ENDS: Mapping[str, str] = {
    **{f"{space}{tag}": end for space in (_WORD, _STRICT_WORD) for tag, end in (("p", "\n\n"), ("tr", "\n\n"))},
    f"{_TEXT}p": "\n\n",
    f"{_TEXT}h": "\n\n",
    f"{_TABLE}table-row": "\n\n",
}
"""What stands in the text where an element ends."""
_CELLS = frozenset((f"{_WORD}tc", f"{_STRICT_WORD}tc", f"{_TABLE}table-cell"))
_SIGNS: Mapping[str, str] = {
    **{
        f"{space}{tag}": sign
        for space in (_WORD, _STRICT_WORD)
        for tag, sign in (("tab", "\t"), ("br", "\n"), ("cr", "\n"), ("noBreakHyphen", "-"))
    },
    f"{_TEXT}tab": "\t",
    f"{_TEXT}line-break": "\n",
    f"{_TEXT}s": " ",
}
"""What stands in the text for an element."""
_SHOWN = frozenset((f"{_WORD}t", f"{_STRICT_WORD}t"))
_LEFT_OUT = frozenset((f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_WORD}instrText"))


def office_text(data: bytes, kind: str, most: int) -> str:
    """The text of a .docx or an .odt (``kind``), a blank line behind each paragraph and row of a table.

    Raises IndicatorsError where it is no such file, is encrypted, or has more than ``most`` characters.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = {*file.namelist()}
            main, *others = _PARTS[kind]
            if main not in names:
                raise IndicatorsError(f"the file is no .{kind}, or it is encrypted")
            reader = _Reader(most)
            for part in (main, *(name for name in others if name in names)):
                with file.open(part) as stream:
                    reader.read(stream.read)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, NotImplementedError, ValueError):
        raise IndicatorsError(f"the file is no .{kind}, or it is broken") from None
    except RuntimeError:
        raise IndicatorsError(f"the .{kind} is encrypted; save it without a password") from None
    return reader.text


class _Reader:
    """Collects the characters of paragraphs. It refuses document types, by which entities would be declared."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._pieces: list[str] = []
        self._length = self._read = 0
        self._skipped = self._cells = 0
        self._paragraphs = self._shown = 0

    @property
    def text(self) -> str:
        """All that was read."""
        return "".join(self._pieces).strip()

    def read(self, stream: Callable[[int], bytes]) -> None:
        """Adds the text of a part."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._refuse
        while chunk := stream(_CHUNK):
            self._read += len(chunk)
            if self._read > _MOST_XML:
                raise IndicatorsError(f"the file holds more than {_MOST_XML // 2**20} MiB of text and layout")
            parser.Parse(chunk)
        parser.Parse(b"", True)

    def _start(self, name: str, _attributes: Mapping[str, str]) -> None:
        self._skipped += name in _LEFT_OUT
        self._cells += name in _CELLS
        self._shown += name in _SHOWN
        self._paragraphs += name in (f"{_TEXT}p", f"{_TEXT}h")
        if name in _SIGNS and not self._skipped:
            self._add(_SIGNS[name])

    def _end(self, name: str) -> None:
        self._skipped -= name in _LEFT_OUT
        self._shown -= name in _SHOWN
        self._paragraphs -= name in (f"{_TEXT}p", f"{_TEXT}h")
        if name in _CELLS:
            self._cells -= 1
            self._add(" | ")
        elif name in _ENDS and not self._skipped:
            self._add(" " if self._cells else _ENDS[name])

    def _characters(self, text: str) -> None:
        if (self._shown or self._paragraphs) and not self._skipped:
            self._add(text)

    def _add(self, text: str) -> None:
        self._length += len(text)
        if self._length > self._most:
            raise IndicatorsError(f"the draft is longer than {self._most:,} characters; check it in parts")
        self._pieces.append(text)

    def _refuse(self, *_: object) -> None:
        raise IndicatorsError("the file declares a document type, which no word processor writes; it is not read")
