"""What a request to /check holds: a draft as text, as JSON, as a file, or as the form of the page."""

import json
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP

from indicators.quoting import draft_file

FORM = "multipart/form-data"
"""Media type of the form of the page; the answer to it is a page."""
_MEDIA_TYPES = {
    "application/pdf": "draft.pdf",
    "application/vnd.oasis.opendocument.text": "draft.odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "draft.docx",
}
MOST_BYTES = 2**20
"""Size of the longest text."""
MOST_FILE_BYTES = 4 * 2**20
"""Size of the largest file."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The text of a draft, and whether the figures of the record count."""

    text: str
    record: bool = False


def most_bytes(content_type: str) -> int:
    """Size of the longest body of this type."""
    media_type = _media_type(content_type)
    return MOST_FILE_BYTES if media_type == FORM or media_type in _MEDIA_TYPES else MOST_BYTES


def is_form(content_type: str) -> bool:
    """Whether the form of the page asks."""
    return _media_type(content_type) == FORM


def draft_of(body: bytes, content_type: str) -> Draft:
    """The draft in a body; raises ValueError or IndicatorsError with a sentence on what was expected."""
    media_type = _media_type(content_type)
    if not body:
        raise ValueError("there is no draft in the body of the request")
    if media_type == FORM:
        return _of_form(body, content_type)
    if media_type in _MEDIA_TYPES:
        return Draft(text=draft_file.draft_in(_MEDIA_TYPES[media_type], body, MOST_BYTES))
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("the draft is not UTF-8") from None
    if "\0" in text:
        raise ValueError("the draft is no text")
    if not media_type.endswith("json"):
        return Draft(text=text)
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("the body is not JSON") from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise ValueError("the body has no text: expected an object with text and, if wanted, record")
    if not isinstance(given.get("record", False), bool):
        raise ValueError("record is true or false")
    return Draft(text=given["text"], record=given.get("record") is True)


def _of_form(body: bytes, content_type: str) -> Draft:
    """The file of a form, read in memory: the parser of Starlette writes larger ones to disk."""
    header = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace")
    parts = BytesParser(policy=HTTP).parsebytes(header + body)
    fields = {_field(part): part for part in parts.iter_parts()} if parts.is_multipart() else {}
    file = fields.get("file")
    data = file.get_payload(decode=True) if file is not None else None
    if file is None or not isinstance(data, bytes) or not data:
        raise ValueError("no file was chosen")
    text = draft_file.draft_in(file.get_filename() or "", data, MOST_BYTES)
    return Draft(text=text, record="record" in fields)


def _field(part: Message) -> str:
    return str(part.get_param("name", "", header="content-disposition"))


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()
