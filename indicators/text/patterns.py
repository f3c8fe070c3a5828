"""The patterns by which English text prints numbers, dates and magnitudes, and where the next one stands."""

import re
from collections.abc import Mapping

from indicators.text.dates import BARE_MONTH, DATE, DECADE, DECADES, MONTHS, RELATIVE, TIME_OF_DAY

CURRENCY = r"(?:US|CA|AU|NZ|HK|[CAS])?\$|[€£¥₩₽₹₴]"
"""Signs of currencies; `wording` says what each stands for."""

SCALE_WORDS = "dozen hundred thousand million billion trillion"
ONCE: Mapping[str, float] = {
    **dict.fromkeys("single once".split(), 1.0),
    **dict.fromkeys("both dual twice double doubles doubled doubling twofold".split(), 2.0),
    **dict.fromkeys("thrice triple triples tripled tripling threefold".split(), 3.0),
    **dict.fromkeys("quadruple quadrupled fourfold".split(), 4.0),
    **{"fivefold": 5.0, "tenfold": 10.0, "hundredfold": 100.0},
}
"""Words that are a number by themselves."""

PARTS: Mapping[str, float] = {
    **{"half": 2.0, "halves": 2.0, "third": 3.0, "quarter": 4.0, "fourth": 4.0, "fifth": 5.0, "sixth": 6.0},
    **{"seventh": 7.0, "eighth": 8.0, "ninth": 9.0, "tenth": 10.0},
}
"""Parts of one, each with how many make it."""

ORDERS: Mapping[str, int] = {
    **{"tens": 1, "dozen": 1, "dozens": 1, "scores": 1, "hundred": 2, "hundreds": 2, "thousand": 3, "thousands": 3},
    **{"million": 6, "millions": 6, "billion": 9, "billions": 9, "trillion": 12, "trillions": 12},
}
"""Powers of ten that words of magnitude state."""

_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth "
    "ninetieth hundredth thousandth millionth billionth"
)
_SMALL = "one two three four five six seven eight nine ten"
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
_ROMAN = "II III IV IX VI VII VIII XI XII XIII XIV XV XX"
_RANKS = "primary secondary tertiary firstly secondly thirdly"


def either(words: str) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(words.split(), key=len, reverse=True))


_FRACTION = either(" ".join(name for name in PARTS if not name.startswith("hal")))

# In order: the first that matches at a place is what stands there.
_DIGITAL = {
    "time": TIME_OF_DAY,
    "date": DATE,
    "decade": DECADE,
    "name": r"(?!(?i:mid|pre|post|early|late|non|sub)-)(?:[^\W\d]+\d\w*|[A-Z][A-Za-z]*-\d\w*(?:-\w*\d\w*)*)"
    r"|\d+[a-z]*[A-Z]\w*|\d+[^\W\d]+\d\w*",
    "ordinal": r"\d+(?:,\d{3})*(?:st|nd|rd|th)\b",
    "digits": rf"(?:(?<![^ (])-|minus )?(?:(?:{CURRENCY}) ?)?(?:(?<![^ ($€£¥-])\.)?"
    r"(?:\d{1,3}(?:[ ']\d{3})+(?!\d)|\d+(?:[.,:/⁄]\d+)*)",
}
_WORDED = {
    "date": DATE,
    "decade": DECADES,
    "name": rf"(?:{either(_ROMAN)})\b",
    "ordinal": rf"(?i:{either(_RANKS)})\b",
    "part": rf"(?i:half|halves|(?:an?|one)[ -](?:{_FRACTION})(?= of\b)|one-(?:{_FRACTION})"
    rf"|(?:{either(_SMALL)})[ -](?:{_FRACTION})s)\b",
    "one_in": rf"(?i:(?:{either(_SMALL)}) (?:in|out of) (?:{either(_SMALL)}))\b",
    "vague": rf"(?i:(?:(?:several|(?:a )?few|many|a couple of|a number of) (?:{either(SCALE_WORDS)})"
    r"|(?:dozen|hundred|thousand|million|billion|trillion)s|(?:tens|scores)(?= of\b))"
    r"(?:(?: of)? (?:thousand|million|billion|trillion)s?)*"
    r"|several|(?:a )?few|(?:a )?couple of|(?:a )?handful(?: of)?)\b",
    "one": rf"(?i:an? (?:(?:full|whole|further|mere|good|calendar) )?"
    rf"(?:{either(_TIMES)}|mile|kilomet(?:er|re)|tonn?e?))\b",
    "dozen": r"(?i:(?:an? )?dozen)\b",
    "words": rf"(?i:(?:an? (?={either(SCALE_WORDS)}))?(?:{either(_NUMBER_WORDS)})\b"
    rf"(?:(?:[ -]| and |-and-| point )(?:{either(_NUMBER_WORDS)})\b)*)",
    "many": rf"(?i:{either(' '.join(ONCE))}|pairs? of)\b",
    "no_order": rf"(?i:(?:an? )?(?:(?:more|very|rather) )?(?:{either(_LARGE)}) (?:{either(_AMOUNT)})"
    rf"|an? (?:{either(_AMOUNT)}) of|any number of|(?:most|much|plenty|lots|bulk) of"
    rf"|many(?! as (?:[\d$€£¥]|(?:{either(_NUMBER_WORDS)})\b|an? |half ))|{either(_GREAT)})\b",
    "spell": rf"(?i:(?:{either(_TIME_PLURALS)})(?:,? (?:and|or|to|if not) (?:{either(_TIME_PLURALS)}))*)\b",
    "month": BARE_MONTH,
    "relative": RELATIVE,
    "digits": rf"minus (?:(?:{CURRENCY}) ?)?\d+(?:[.,]\d+)*",
}
_OPENINGS = frozenset(
    word.lower()
    for words in (
        *(MONTHS, _NUMBER_WORDS, _RANKS, _ROMAN, _SMALL, _LARGE, _GREAT, _TIME_PLURALS, " ".join(ONCE)),
        "jan feb mar apr jun jul aug sep sept oct nov dec",
        "twenties thirties forties fifties sixties seventies eighties nineties",
        "this last next past previous coming same",
        "a an any bulk couple dozen dozens few half halves handful hundreds thousands millions billions trillions lots "
        "many minus more most much pair pairs plenty rather scores several tens very",
    )
    for word in words.split()
)
"""Every word with which a pattern may begin, so that most words of a text need no second look."""


def _any(patterns: Mapping[str, str]) -> str:
    return "|".join(f"(?P<{name}>{one})" for name, one in patterns.items())


_IN_DIGITS = re.compile(_any(_DIGITAL))
_IN_WORDS = re.compile(rf"(?<!\w)(?:{_any(_WORDED)})")
_TOKEN = re.compile(r"(\w+)(?=(-\d|\$)?)|[$€£¥₩₽₹₴]|[.'-](?=\d)")


def next_match(sentence: str, position: int) -> re.Match[str] | None:
    """The first number, date or magnitude at or after a position; the last group that matched names its pattern."""
    for token in _TOKEN.finditer(sentence, position):
        word = token[1]
        match = None
        if word is None or token[2] or not word.isalpha():
            match = _IN_DIGITS.match(sentence, token.start())
        if not match and word and word.lower() in _OPENINGS:
            match = _IN_WORDS.match(sentence, token.start())
        if match:
            return match
    return None
