"""Long lists of ids in an address, written short: a mark, a checksum of all ids, and four characters for each.

The characters are those of the digest of an id, so they depend on nothing else of a catalogue: the list stands for the
same ids after others were added. The checksum tells a list that was damaged, and one of which an id is gone.
"""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Sequence
from itertools import islice, product

MARK = "~"
"""The first character of a short list, and of no id; no address escapes it."""
LONGEST = 1000
"""Maximum number of characters of ids that stand in an address as they are."""

_BYTES = 3
"""Of the digest of each id: four characters."""
_CHECKSUM = 6
_MOST_READINGS = 4096
"""Maximum number of ways to read a list that are tried where digests of ids begin alike."""


def shortened(ids: Sequence[str]) -> list[str]:
    """The ids in one order, or one short list of them where they are long."""
    if sum(map(len, ids)) <= LONGEST:
        return sorted(ids)
    written = _checksum(ids) + b"".join(sorted(map(_digest, ids)))
    return [MARK + urlsafe_b64encode(written).decode()]


def expanded(text: str, known: Iterable[str]) -> tuple[str, ...] | None:
    """The ids, all among the known ones, of a short list; None where it is damaged or names an id that is not known."""
    try:
        written = urlsafe_b64decode(text.removeprefix(MARK).encode("ascii"))
    except ValueError:
        return None
    by_digest: dict[bytes, list[str]] = {}
    for id_ in known:
        by_digest.setdefault(_digest(id_), []).append(id_)
    checksum, rest = written[:_CHECKSUM], written[_CHECKSUM:]
    digests = [rest[start : start + _BYTES] for start in range(0, len(rest), _BYTES)]
    readings = product(*(by_digest.get(digest, ()) for digest in digests))
    return next((ids for ids in islice(readings, _MOST_READINGS) if _checksum(ids) == checksum), None)


def _digest(id_: str) -> bytes:
    return hashlib.sha256(id_.encode()).digest()[:_BYTES]


def _checksum(ids: Iterable[str]) -> bytes:
    return hashlib.sha256("\n".join(sorted(ids)).encode()).digest()[:_CHECKSUM]
