"""Magnitudes in words: *thousands of*, *several hundred*, *decades*, *twice*, *a significant portion*, *a day*."""

import re
from collections.abc import Iterable

from indicators.text.vocabulary import ONCE, ORDERS, SCALES, SMALL, TENS

_TIMES = "minute hour day week fortnight month year decade century"
_TIME_PLURALS = "minutes hours days weeks months years decades centuries"
_LARGE = (
    "significant substantial considerable sizeable sizable large larger great greater good vast huge enormous massive "
    "major small smaller limited growing increasing disproportionate unknown unspecified"
)
_AMOUNT = (
    "portion part share proportion percentage number numbers amount amounts quantity quantities majority minority "
    "fraction bulk chunk measure extent degree volume volumes sum sums deal lot lots"
)
_GREAT = (
    "significant significantly substantial substantially considerable considerably extensive massive enormous huge "
    "vast immense astronomical sizeable sizable negligible multiple numerous countless innumerable majority minority"
)


def either(words: str | Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(words.split() if isinstance(words, str) else words, key=len, reverse=True))


_SCALE = either([*SCALES, "lakh"])
_PLURALS = either(word for word in ORDERS if word.endswith("s") and word not in ("tens", "scores"))
_NUMBER = either([*SMALL, *TENS, *SCALES])
_PATTERNS = {
    "vague": rf"(?:(?:several|(?:a )?few|many|a couple of|a number of) (?:{_SCALE})"
    rf"|(?:{_PLURALS})|(?:tens|scores)(?= of\b))(?:(?: of)? (?:{_SCALE})s?)*"
    r"|several|(?:a )?few(?! as\b)|(?:a )?couple of|(?:a )?handful(?: of)?",
    "one": rf"an? (?:(?:full|whole|further|mere|good|calendar) )?(?:{either(_TIMES)}|mile|kilomet(?:er|re)|tonn?e?)",
    "many": rf"{either(ONCE)}|pairs? of",
    "no_order": rf"(?:an? )?(?:(?:more|very|rather) )?(?:{either(_LARGE)}) (?:{either(_AMOUNT)})"
    rf"|an? (?:{either(_AMOUNT)}) of|any number of|(?:most|much|plenty|lots|bulk) of"
    rf"|many(?! as (?:[\d$€£¥]|(?:{_NUMBER})\b|an? |half ))|{either(_GREAT)}",
    "spell": rf"(?:{either(_TIME_PLURALS)})(?:,? (?:and|or|to|if not) (?:{either(_TIME_PLURALS)}))*",
}
_ANY = re.compile(
    "|".join(rf"(?P<{name}>(?:{pattern})\b)".replace(" ", r"\s+") for name, pattern in _PATTERNS.items()),
    re.IGNORECASE,
)
OPENINGS = frozenset(
    word for words in (_LARGE, _GREAT, _TIME_PLURALS, " ".join(ONCE)) for word in words.split()
) | frozenset(
    "a an any bulk couple dozens few handful hundreds thousands millions billions trillions lakhs crores lots "
    "many more most much pair pairs plenty rather scores several tens very".split()
)
"""Every word with which a magnitude may begin."""

AFTER_ARTICLE = frozenset(word for words in (_LARGE, _AMOUNT, _TIMES) for word in words.split()) | frozenset(
    "few couple handful number full whole further mere good calendar mile kilometer kilometre ton tone tonne more very "
    "rather".split()
)
"""Words before which an article may open a magnitude."""


def magnitude(text: str, place: int) -> re.Match[str] | None:
    """The magnitude that starts at a place; its last group names its sort."""
    return _ANY.match(text, place)


def order(words: str) -> int:
    """The power of ten that words of magnitude state."""
    return sum(ORDERS.get(word, 0) for word in words.lower().split())


def once(words: str) -> float:
    """What a word is that is a number by itself; a pair is two."""
    return ONCE.get(words.lower(), 2.0)
