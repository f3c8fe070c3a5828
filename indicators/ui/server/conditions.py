"""Conditions of a request: whether its client has the file already, and which part of it is asked for (RFC 9110)."""

import re
from datetime import UTC, datetime
from email.utils import format_datetime

from starlette.datastructures import Headers

_RANGE = re.compile(r"bytes=\s*([0-9]*)-([0-9]*)\s*")
_MOST_DIGITS = 18


class UnsatisfiableRangeError(Exception):
    """The part that is asked for lies behind the end of the file."""


def http_date(time: datetime) -> str:
    """The time as a date of HTTP."""
    return format_datetime(time.astimezone(UTC), usegmt=True)


def last_modified(since: datetime | None, now: datetime) -> str:
    """The date of HTTP of a file that has been the same ``since`` then; empty within that second.

    A file may change again within the second; a client that has a date has what stood at the end of it.
    """
    return http_date(since) if since is not None and int(now.timestamp()) > int(since.timestamp()) else ""


def is_known(headers: Headers, etag: str, modified: str) -> bool:
    """Whether the client has the file with this entity tag, in quotes, and date.

    Proxies may have marked the tag as weak. A date counts only where no tag is given, and only the very date that was
    sent: a clock may have been set back.
    """
    if tags := headers.get("if-none-match"):
        return not {etag, "*"}.isdisjoint(tag.strip().removeprefix("W/") for tag in tags.split(","))
    return bool(modified) and headers.get("if-modified-since") == modified


def part(headers: Headers, size: int, etag: str, modified: str) -> tuple[int, int] | None:
    """The first byte of the part that is asked for, and the one after its last; None where it is the whole file.

    Several parts, or a header that cannot be read, ask for the whole file, as do parts of a file that has changed.
    Raises UnsatisfiableRangeError.
    """
    found = _RANGE.fullmatch(headers.get("range", ""))
    if not found or found.groups() == ("", "") or headers.get("if-range", etag) not in (etag, modified or etag):
        return None
    first, last = (int(digits[:_MOST_DIGITS]) if digits else None for digits in found.groups())
    if first is None:
        start, end = max(size - (last or 0), 0), size
    else:
        start, end = first, size if last is None else min(last + 1, size)
        if last is not None and last < first:
            return None
    if start >= size:
        raise UnsatisfiableRangeError
    return start, end
