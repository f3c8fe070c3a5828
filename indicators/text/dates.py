"""The dates that English text prints, in EDTF: days, months, years, quarters, seasons, decades, fiscal years, times.

A month without its year is written `--06`, a day without its year `--10-17`, as in ISO 8601:2000 and vCard.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.text.vocabulary import ANY_MONTH, DECADES, MONTHS, ORDINALS, SEASONS, SHORT_MONTHS

_ANY_CASE = ANY_MONTH.lower()
_DAY_WORDS = "|".join(sorted((word for word, day in ORDINALS.items() if day <= 30), key=len, reverse=True))
_MONTH = rf"(?P<month{{0}}>(?i:{_ANY_CASE})(?![a-z])|(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?)"
_DAY = r"(?P<day{0}>0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?(?![\w%]|[.,:]\d|\s?per\s?cent)"
_NO_RATIO = r"(?!\s+(?:in|out\s+of)\s+(?!(?:1[5-9]|20)\d\d\b)\d)"
"""Not in March *1 in 14* people."""
_WORD_DAY = rf"(?P<worded{{0}}>(?i:(?:twenty|thirty)[\s-])?(?i:{_DAY_WORDS}))\b"
_YEAR = r"(?P<year{0}>[12]\d{{3}}(?![\w%]|[.,:/-]\d)|'\d\d(?!\w))"
_SHORT_YEAR = r"(?P<year{0}>[12]\d{{3}}|\d\d)(?![\w%-]|[.,:/]\d)"
_SEP = r"[\s,-]{1,3}"
_TO = r"\s?(?:-|to|through|until|till|and)\s?"
_END = r"(?!\w|[/-]\d|[.,:]\d)"


def _m(part: str, number: str = "") -> str:
    return part.format(number)


_FORMS = [
    rf"(?P<iso>[12]\d{{3}}(?:([-/.])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01])|[-/](?:0?[1-9]|1[0-2]))"
    rf"(?:T[\d:.]+Z?)?){_END}",
    rf"(?P<first>\d\d?)(?P<stroke>[-/.])(?P<second>\d\d?)(?P=stroke)(?P<year>[12]\d{{3}}|\d\d){_END}",
    rf"{_m(_DAY)}(?:{_TO}{_m(_DAY, 'b')})?(?:\s+day)?(?:\s*(?:of|-|/)?\s*){_m(_MONTH)}(?:{_SEP}(?:of\s+)?{_m(_YEAR)}"
    rf"|[-/]{_m(_SHORT_YEAR, 'c')})?",
    rf"{_m(_WORD_DAY)}(?:\s+day)?\s+(?:of\s+)?{_m(_MONTH)}(?:{_SEP}(?:of\s+)?{_m(_YEAR)})?",
    rf"{_m(_MONTH)}(?:\s+the\s+|[\s/-]{{1,2}}){_m(_DAY)}{_NO_RATIO}(?:{_TO}{_m(_DAY, 'b')})?"
    rf"(?:(?:{_SEP}|,?\s+of\s+){_m(_YEAR)}|[-/]{_m(_SHORT_YEAR, 'c')})?",
    rf"{_m(_MONTH)}\s+(?:the\s+)?{_m(_WORD_DAY)}(?:{_SEP}{_m(_YEAR)})?",
    rf"{_m(_MONTH)}(?:{_SEP}|\s+of\s+|,\s+|/)(?:the\s+year\s+)?{_m(_YEAR)}",
    rf"{_m(_MONTH)}-{_m(_SHORT_YEAR)}",
]
_COMPILED = [re.compile(form) for form in _FORMS]
_BY_DIGITS, _BY_ORDINAL, _BY_MONTH = _COMPILED[:3], _COMPILED[3:4], _COMPILED[4:]
_PERIODS = {
    "fiscal": re.compile(
        r"(?i:fiscal(?:\s+years?)?|financial\s+year|FY)[\s']?(?P<year>[12]\d{3}|\d\d)(?:[/-](?P<to>\d{4}|\d\d))?(?!\w)"
    ),
    "quarter": re.compile(
        r"(?:Q(?P<n>[1-4])|(?P<m>[1-4])Q)(?:\s?(?:of\s+)?(?:FY)?\s?(?P<year>[12]\d{3}|'?\d\d)(?!\w))?(?!\w)"
        r"|(?P<year2>[12]\d{3})[\s-]?Q(?P<n2>[1-4])(?!\w)"
        r"|(?i:(?P<word>first|second|third|fourth|1st|2nd|3rd|4th|final|last)[\s-]quarter(?:\s+of|\s+in|,)?"
        r"(?:\s+the)?(?:\s+fiscal)?(?:\s+year)?)\s+(?P<year3>[12]\d{3})(?!\w)"
        r"|(?<=[Tt]he )(?i:(?P<bare>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]quarter\b(?!-\w|\s+(?:of|final)))"
    ),
    "half": re.compile(
        r"(?:H(?P<n>[12])|(?P<m>[12])H)\s?(?P<year>[12]\d{3}|'?\d\d)(?!\w)"
        r"|(?i:(?P<word>first|second)[\s-]half(?:\s+of)?)\s+(?P<year3>[12]\d{3})(?!\w)"
    ),
    "season": re.compile(r"(?i:(?P<season>spring|summer|autumn|fall|winter)(?:\s+of)?,?)\s+(?P<year>[12]\d{3})(?!\w)"),
    "decade": re.compile(r"(?P<decade>[12]\d)?(?P<ten>\d)0'?s\b|(?<=')(?P<ten2>\d)0s\b"),
    "era": re.compile(r"\d{1,4}\s?(?:BCE?|B\.C\.|AD|A\.D\.|CE)(?!\w)"),
}
_RUN = re.compile(r"([12]\d{3})\s?[-/]\s?([12]\d{3}|\d\d)(?![\w%]|[.,:/-]\d)")
_TIME = re.compile(
    r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?(?:[ap]m\b|[ap]\.m\.))|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])"
    r"|\d{1,2}\s?(?:[ap]m\b|[ap]\.m\.|o'clock)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?i:(?:this|last|next|past|previous|coming|same)\s+"
    r"(?:week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter)"
    rf"|(?:this|last|next)\s+(?=(?:{ANY_MONTH})\b))\b"
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|by|of|on|from|to|since|until|till|through|during|before|after|between|and|this|last|next|every|"
    r"early|late|mid|since|a|the)[\s-]+$",
    re.IGNORECASE,
)
_YEAR_WORDS = frozenset(
    "sales profits earnings elections results revenues games olympics figures levels prices rates statistics models "
    "riots attacks protests talks wildfires floods accords was is has its this as saw does us ranges reaches rises "
    "falls drops declines grows climbs stands remains averages totals exceeds equals varies amounts accounts".split()
)
_COUNTED = re.compile(r"[\s-]+([a-z]+s|[a-z]*(?:people|men)|children|personnel)\b")
_BEFORE_COUNT = re.compile(
    r"\b(?:more than|at least|fewer than|less than|up to|nearly|almost|as many as|some|exceed(?:s|ed|ing)?|above|"
    r"below|under|equals? to|equals|between)\s+(?:a |an )?$",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"\b(?:since|until|from|in|by|of|year|before|after|circa|during|till)\s+\w*\s?\w*\s?$")
_YEAR_AFTER = re.compile(r"\b(?:in|by|since|year|of|circa|until|from|around|AD|before|after|during)\s+$", re.IGNORECASE)
_OPENS_WITH_IN = re.compile(r"(?:^|[.!?:)\"']\s+|\n\s*)In\s+$")
"""*In* as the first word of a sentence: *In 2026 farmers sowed less*."""
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}


_MONTH_WORDS = frozenset(MONTHS.lower().split())
_NOT_DATED = frozenset("this next past previous coming same".split()) | frozenset(DECADES)


@dataclass(frozen=True, slots=True)
class Date:
    """Where a date stands, and its days, months or years in EDTF: two of a period, none where it is unclear."""

    start: int
    end: int
    dates: tuple[str, ...] = ()


def read_date(text: str, place: int, word: str) -> Date | None:
    """The date that starts at a place of a text with this word in small letters, but a month or a year alone."""
    if word[0].isdecimal():
        if time := _TIME.match(text, place):
            return Date(place, time.end())
        return _by_forms(_BY_DIGITS, text, place) or read_period(text, place, "fiscal")
    if word in SHORT_MONTHS or word in _MONTH_WORDS:
        return _by_forms(_BY_MONTH, text, place)
    if word in ORDINALS or word in ("twenty", "thirty"):
        if found := _by_forms(_BY_ORDINAL, text, place):
            return found
    elif word in _NOT_DATED:
        return None
    return read_period(text, place)


def _by_forms(forms: Sequence[re.Pattern[str]], text: str, place: int) -> Date | None:
    for pattern in forms:
        if found := pattern.match(text, place):
            run = _RUN.match(text, place)
            if run and int(run[2][-2:]) == (int(run[1][-2:]) + 1) % 100:
                break  # 2011-12 are two years rather than December
            if (dates := _dates(found)) is not None:
                return Date(place, found.end(), dates)
    return None


def read_period(text: str, place: int, without: str = "") -> Date | None:
    """The period that starts at a place: years from one to another, fiscal year, quarter, season, decade."""
    if (run := _RUN.match(text, place)) and (last := _last_year(run[1], run[2])) > int(run[1]):
        return Date(place, run.end(), (run[1], str(last)))
    for name, pattern in _PERIODS.items():
        if name != without and (found := pattern.match(text, place)):
            return Date(place, found.end(), _period(name, found))
    return None


def read_word(text: str, start: int, end: int) -> Date | None:
    """A month by itself, a decade in words or a time told from that of writing, where a word stands."""
    word = text[start:end]
    if word.lower() in DECADES:
        return Date(start, end)
    if relative := _RELATIVE.match(text, start):
        if relative[0].strip().lower() in ("this", "last", "next"):
            return None
        return Date(start, relative.end())
    if word in MONTHS.split():
        ambiguous = word in ("May", "March")
        if not ambiguous or _BEFORE_MONTH.search(text, max(0, start - len("between ")), start):
            return Date(start, end, (f"--{SHORT_MONTHS[word[:3].lower()]:02}",))
    return None


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year: 1000 to 2099, and nothing that is counted behind, no bound before."""
    year = text[start:end]
    if len(year) != 4 or not year.isascii() or not year.isdecimal() or not "1000" <= year < "2100":
        return False
    counted = _COUNTED.match(text, end)
    before = text[max(0, start - 30) : start]
    if counted and counted[1] not in _YEAR_WORDS:
        return opens_sentence(text, start, end)
    if _BEFORE_COUNT.search(before):
        return bool(_BEFORE_DATE.search(before)) or (year >= "1800" and before.lower().endswith("between "))
    return year >= "1500" or bool(_YEAR_AFTER.search(before))


def opens_sentence(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year, 1901 to 2099, before what is counted in it: *In 2026 farmers sowed less*."""
    year = text[start:end]
    is_year = len(year) == 4 and year.isascii() and year.isdecimal() and "1900" < year < "2100" and year[2:] != "00"
    return is_year and bool(_COUNTED.match(text, end)) and bool(_OPENS_WITH_IN.search(text[max(0, start - 30) : start]))


def _year(text: str | None) -> str:
    """Four digits of a year that may be printed with two."""
    if not text:
        return ""
    text = text.lstrip("'")
    return text if len(text) == 4 else f"{19 if int(text) > 50 else 20}{text}"


def _last_year(first: str, last: str) -> int:
    return int(last if len(last) == 4 else first[:2] + last)


def _dates(found: re.Match[str]) -> tuple[str, ...] | None:
    """The dates of a match; none where day and month are unclear, None where it is no date."""
    parts = found.groupdict()
    if iso := parts.get("iso"):
        date = [piece.zfill(2) for piece in re.split("[-/.T]", iso)[:3]]
        return ("-".join(date),)
    if first := parts.get("first"):
        return _numeric(int(first), int(parts["second"]), _year(parts["year"]))
    month = SHORT_MONTHS[parts["month"][:3].lower()]
    year = _year(parts.get("year") or parts.get("yearc"))
    stem = f"{year or '-'}-{month:02}"
    days = [int(day) for key in ("day", "dayb") if (day := parts.get(key))]
    if worded := parts.get("worded"):
        days = [_worded(worded.lower())]
    if days and not 0 < max(days) <= 31:
        return None
    return tuple(f"{stem}-{day:02}" for day in days) or (stem,)


def _worded(word: str) -> int:
    tens, _, last = re.sub(r"[\s-]+", " ", word).rpartition(" ")
    return int(ORDINALS[last]) + {"twenty": 20, "thirty": 30, "": 0}[tens]


def _numeric(first: int, second: int, year: str) -> tuple[str, ...] | None:
    if not min(first, second) > 0 or max(first, second) > 31 or min(first, second) > 12:
        return None
    if first > 12 or first == second:
        return (f"{year}-{second:02}-{first:02}",)
    return (f"{year}-{first:02}-{second:02}",) if second > 12 else ()


def _period(name: str, found: re.Match[str]) -> tuple[str, ...]:
    parts = {key: value for key, value in found.groupdict().items() if value}
    year = _year(parts.get("year") or parts.get("year2") or parts.get("year3"))
    if name == "fiscal":
        return (year, str(_last_year(year, parts["to"]))) if "to" in parts else (year,)
    if name == "season":
        return (f"{year}-{SEASONS[parts['season'].lower()]}",)
    if name == "decade":
        ten = parts.get("ten") or parts["ten2"]
        return (f"{parts['decade']}{ten}X",) if "decade" in parts and len(parts["decade"]) == 2 else ()
    if name == "era" or not (year or "bare" in parts):
        return ()
    word = (parts.get("word") or parts.get("bare", "")).lower()
    number = int(parts.get("n") or parts.get("m") or parts.get("n2") or _QUARTERS.get(word, 4))
    months = 12 // (4 if name == "quarter" else 2)
    return f"{year or '-'}-{(number - 1) * months + 1:02}", f"{year or '-'}-{number * months:02}"
