"""The one normal form of text: what typography alone changes is folded. Fingerprints are made of it."""

import re
import unicodedata

FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff"),  # soft hyphen, zero-width space, word joiner, byte order mark
    }
)
_SPACE = re.compile(r"\s+")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


def normalise(text: str) -> str:
    """Text with what typography alone changes folded: NFKC, quotation marks, dashes, white space."""
    if text.isascii():
        return _SPACE.sub(" ", text.replace("`", "'")).strip()
    # Folded before NFKC, which takes an acute accent in place of an apostrophe apart, and after it, which
    # makes dashes of their wide and small forms.
    compatible = unicodedata.normalize("NFKC", text.translate(FOLDED)).translate(FOLDED)
    return _SPACE.sub(" ", compatible).strip()


def as_id(text: str) -> str:
    """The letters and digits of a text as an id: lower case without accents, hyphens between; empty if it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_ID.sub("-", plain).strip("-")
