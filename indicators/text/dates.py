"""The dates that English text prints, as patterns to find them by and in EDTF.

A month without its year is written `--06`, a day without its year `--10-17`, as in ISO 8601:2000 and vCard.
"""

import re

MONTHS = "January February March April May June July August September October November December"
_NAMES = "|".join(MONTHS.split())
_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS.split(), start=1)}
_MONTH = rf"(?:(?:{_NAMES})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_YEAR = r"[12]\d{3}(?!\w|[.,:]\d)"

BARE_MONTH = rf"(?:{_NAMES})\b"
"""A month alone; `is_month` tells whether *May* and *March* are one."""

DATE = "|".join(
    (
        r"[12]\d{3}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\w-])",
        r"(?:0?[1-9]|[12]\d|3[01])(?P<stroke>[./])(?:0?[1-9]|[12]\d|3[01])(?P=stroke)[12]\d{3}(?!\w)",
        rf"{_DAY}(?: ?- ?{_DAY})?(?: of)? {_MONTH}(?:,? {_YEAR})?",
        rf"{_MONTH} {_DAY}(?: ?- ?{_DAY})?(?:,? {_YEAR})?",
        rf"{_MONTH},? {_YEAR}",
    )
)
"""Dates with at least two of day, month and year; the case of letters counts."""

DECADE = r"(?:[12]\d)?\d0'?s\b|'\d0s\b"
DECADES = r"(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
TIME_OF_DAY = r"\d{1,2}[:.]\d{2}(?: ?(?:[ap]m\b|[ap]\.m\.))|\d{1,2}:\d{2}(?!\d)|\d{1,2} ?(?:[ap]m\b|[ap]\.m\.)"
RELATIVE = (
    r"(?i:(?:this|last|next|past|previous|coming|same) "
    r"(?:week|weekend|month|quarter|year|decade|century|spring|summer|autumn|winter))\b"
)
"""A date told from the time of writing: *this week*, *last year*."""

RUN = re.compile(r"([12]\d{3}) ?- ?([12]\d{3}|\d\d)")
"""From one year to another: *1950-1953*, *2023-24*."""

_BEFORE_MONTH = re.compile(
    r"\b(?:in|by|of|on|from|to|since|until|till|through|during|before|after|between|and|this|last|next|every|"
    r"early|late|mid|since|a|the)[ -]$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[ -](?!(?:was|is|has|its|this|as|saw|does|us)\b)[a-z]+s\b")
_PARTS = re.compile(rf"(?P<month>{_MONTH})|(?P<year>[12]\d{{3}})(?!\d)|(?P<day>\d{{1,2}})")


def is_month(sentence: str, start: int, end: int) -> bool:
    """Whether a month's name that stands alone is meant as one; *May* and *March* are also other words."""
    ambiguous = sentence[start:end] in ("May", "March")
    return not ambiguous or bool(_BEFORE_MONTH.search(sentence, max(0, start - len("between ")), start))


def is_year(sentence: str, start: int, end: int) -> bool:
    """Whether a number in digits is a year: four digits, 1000 to 2099, and nothing in the plural behind it."""
    run = RUN.match(sentence, start)
    stop = run.end() if run else end
    year = sentence[start:end]
    return len(year) == 4 and year.isdigit() and "1000" <= year < "2100" and not _COUNTED.match(sentence, stop)


def date_of(text: str) -> tuple[str, ...]:
    """The date that a match of these patterns prints, two where it prints two; none where day and month are unclear."""
    if run := RUN.fullmatch(text):
        return run[1], run[2] if len(run[2]) == 4 else run[1][:2] + run[2]
    if re.match(r"\d{4}-", text):
        return (text,)
    parts = list(_PARTS.finditer(text))
    months = [_NUMBER[part[0][:3].lower()] for part in parts if part.lastgroup == "month"]
    years = [part[0] for part in parts if part.lastgroup == "year"]
    days = [int(part[0]) for part in parts if part.lastgroup == "day"]
    if not months:
        return ()
    month = f"{years[0] if years else '-'}-{months[0]:02}"
    return tuple(f"{month}-{day:02}" for day in days) or (month,)
