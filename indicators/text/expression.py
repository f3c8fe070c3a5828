"""What each pattern of a number, a date or a magnitude reads where it matches.

Number words and ordinals in words are read by text2num. It passes over what is read here: digits, dates and decades,
*a dozen*, *half a million*, *two-thirds*, *one in five*, *twice*, *a day* for one day, magnitudes without a number
(*thousands of*, *decades*) and magnitudes without an order (*a significant portion*). Words are known in English alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from math import nan

from text_to_num import find_numbers

from indicators.text import qualifiers
from indicators.text.dates import date_of, is_month, is_year
from indicators.text.patterns import CURRENCY, ONCE, ORDERS, PARTS, SCALE_WORDS, either

KINDS: Mapping[str, str] = {
    "digits": "a number in digits",
    "words": "a number in words",
    "money": "an amount of money",
    "range": "a range of numbers",
    "vague": "an order of magnitude without a number",
    "no_order": "a magnitude without an order",
    "date": "a date",
    "decade": "a decade",
    "ordinal": "an ordinal",
    "name": "digits in a name",
}
"""Kinds of expression, each in words."""

QUANTITIES = ("digits", "words", "money", "range", "vague")
"""Kinds that may be a figure."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Expression:
    """A numeric expression and where it stands in its sentence.

    `start` and `end` hold the number itself, `first` and `last` also the words of its qualifier; the words that name
    what is counted follow from `after`. `lower` and `upper` are the number, equal but for a range, and NaN where there
    is none; `order` is the power of ten of a vague magnitude; `dates` are its days, months or years in EDTF, without
    the year where none is printed (*--10-17*).
    """

    kind: str
    start: int
    end: int
    after: int
    first: int
    last: int
    lower: float = nan
    upper: float = nan
    order: int | None = None
    qualifier: str = "unqualified"
    currency: str = ""
    dates: tuple[str, ...] = ()

    @property
    def is_unit_alone(self) -> bool:
        """Whether it is a plural without a number: *decades*."""
        return self.kind == "vague" and self.after == self.start

    @property
    def is_one_unit(self) -> bool:
        """Whether it is a singular with its article: *a day*."""
        return self.kind == "words" and self.after < self.end


_SMALL = dict(zip("a an one two three four five six seven eight nine ten".split(), [1, 1, *range(1, 11)], strict=True))
_SCALES = {"dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_PLAIN = re.compile(r"-?(?:\d{1,3}(?:[, ']\d{3})+(?:\.\d+)?|\d*\.?\d+)")
_SCALE = re.compile(rf"[ -]?({either(SCALE_WORDS)})\b| ?([mbt]n)\b|(?<=\d)([km])\b", re.IGNORECASE)
_AND_PART = re.compile(r" and (?:an?|one)[ -](half|third|quarter)\b", re.IGNORECASE)
_OF_A_SCALE = re.compile(rf"[ -](?:an? )?(?={either(SCALE_WORDS)})", re.IGNORECASE)
_MONEY_AFTER = re.compile(rf" ?(?:{CURRENCY})|[ -](?:US )?(?:dollar|euro|cent|pound sterling|r(?:o)?uble|yen|yuan)s?\b")
_OF = re.compile(r" of\b")
_WORD = re.compile(r"\w+")


def read(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    """The expressions that a match of `patterns` reads; words before `floor` belong to the one before."""
    return _READERS[match.lastgroup or ""](sentence, match, floor)


def scale(sentence: str, start: int, end: int) -> float:
    """What the first scale word of an expression multiplies by; 1 where there is none."""
    found = _SCALE.search(sentence, start, end)
    return _times(found) if found else 1.0


def _times(found: re.Match[str]) -> float:
    return _SCALES[found[1].lower()] if found[1] else _LETTERS[(found[2] or found[3]).lower()]


def _as(kind: str, sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    start, end = match.span()
    yield Expression(kind=kind, start=start, end=end, after=end, first=start, last=end)


def _date(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    start, end = match.span()
    yield Expression(kind="date", start=start, end=end, after=end, first=start, last=end, dates=date_of(match[0]))


def _month(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    if is_month(sentence, *match.span()):
        yield from _date(sentence, match, floor)


def _single(
    sentence: str, span: tuple[int, int], floor: int, value: float, *, kind: str = "words", currency: str = ""
) -> Expression:
    """A number with the parts and scale words that follow it, and the qualifier around it."""
    start, end = span
    if part := _AND_PART.match(sentence, end):
        value, end = value + 1 / PARTS[part[1].lower()], part.end()
    while (found := _SCALE.match(sentence, end)) and (currency or found[3] not in ("m", "M")):  # 5m: five meters
        value, end = value * _times(found), found.end()
    if currency or _MONEY_AFTER.match(sentence, end):
        kind = "money"
    return _number(sentence, (start, end), end, floor, value, kind, currency)


def _number(
    sentence: str, span: tuple[int, int], after: int, floor: int, value: float, kind: str, currency: str = ""
) -> Expression:
    start, end = span
    qualifier, first, last = qualifiers.around(sentence, start, end, floor)
    return Expression(
        kind=kind,
        start=start,
        end=end,
        after=after,
        first=first,
        last=last,
        lower=value,
        upper=value,
        qualifier=qualifier,
        currency=currency,
    )


def _digits(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    start, end = span = match.span()
    unsigned = match[0].removeprefix("-").removeprefix("minus ")
    sign = "-" if len(unsigned) < end - start else ""
    currency = unsigned.rstrip("0123456789.,':/⁄ ")
    digits = sign + unsigned[len(currency) :].lstrip()
    above, stroke, below = digits.partition("⁄" if "⁄" in digits else "/")
    if not currency and is_year(sentence, start, end):
        value, dates = float(digits), (digits,)
        yield Expression(
            kind="date", start=start, end=end, after=end, first=start, last=end, lower=value, upper=value, dates=dates
        )
    elif _PLAIN.fullmatch(digits):
        value = float(digits.replace(",", "").replace(" ", "").replace("'", ""))
        yield _single(sentence, span, floor, value, kind="digits", currency=currency)
    elif stroke and above.isdigit() and below.isdigit() and float(below):
        yield _single(sentence, span, floor, float(above) / float(below), kind="digits")
    else:
        yield _number(sentence, span, end, floor, nan, "digits", currency)


def _part(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    *number, part = re.split("[ -]", match[0].lower())
    value = (_SMALL[number[0]] if number else 1) / PARTS[part if part in PARTS else part.removesuffix("s")]
    start, end = match.span()
    if large := _OF_A_SCALE.match(sentence, end):
        end = large.end() - 1
    yield _single(sentence, (start, end), floor, value)


def _one_in(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    words = match[0].lower().split()
    yield _single(sentence, match.span(), floor, _SMALL[words[0]] / _SMALL[words[-1]])


def _many(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    yield _single(sentence, match.span(), floor, ONCE.get(match[0].lower(), 2.0))


def _dozen(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    yield _single(sentence, match.span(), floor, 12.0)


def _one(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    after = match.start() + match[0].rindex(" ")
    yield _number(sentence, match.span(), after, floor, 1.0, "words")


def _vague(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    start, end = match.span()
    order = sum(ORDERS.get(word, 0) for word in match[0].lower().split())
    after = of.end() if (of := _OF.match(sentence, end)) else end
    yield Expression(
        kind="vague", start=start, end=end, after=after, first=start, last=end, order=order, qualifier="vague"
    )


def _spelled(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    start, end = match.span()
    yield Expression(kind="vague", start=start, end=end, after=start, first=start, last=end, order=0, qualifier="vague")


class _Token:
    """A word as text2num asks for it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def text(self) -> str:
        return self._text

    def nt_separated(self, previous: object) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def _words(sentence: str, match: re.Match[str], floor: int) -> Iterator[Expression]:
    places = [word.span() for word in _WORD.finditer(sentence, *match.span())]
    for run in find_numbers([_Token(sentence[start:end]) for start, end in places], "en", 0):
        article = run.start == 1 and places[0][1] - places[0][0] <= len("an")  # a hundred
        start, end = places[0 if article else run.start][0], places[run.end - 1][1]
        if run.is_ordinal:
            yield Expression(kind="ordinal", start=start, end=end, after=end, first=start, last=end)
        else:
            yield _single(sentence, (start, end), floor, run.value)
        floor = end


_READERS: Mapping[str, Callable[[str, re.Match[str], int], Iterator[Expression]]] = {
    "time": partial(_as, "date"),
    "date": _date,
    "decade": partial(_as, "decade"),
    "name": partial(_as, "name"),
    "ordinal": partial(_as, "ordinal"),
    "digits": _digits,
    "part": _part,
    "one_in": _one_in,
    "vague": _vague,
    "one": _one,
    "dozen": _dozen,
    "words": _words,
    "many": _many,
    "no_order": partial(_as, "no_order"),
    "spell": _spelled,
    "month": _month,
    "relative": partial(_as, "date"),
}
