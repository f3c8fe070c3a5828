"""Dates in the tokens of a text: read where they start, joined with the date behind *to*, years as they are spoken."""

from bisect import bisect_left

from indicators.text import dates, qualifiers
from indicators.text.cardinals import cardinal
from indicators.text.expression import Expression
from indicators.text.marks import VULGAR_MARKS
from indicators.text.scan import Scan, plain
from indicators.text.vocabulary import NUMBER_WORDS, ORDINALS, PLURAL_SCALES

_CENTURIES = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}


def date_at(scan: Scan, place: int) -> Expression | None:
    """The date that starts at a token, but for a month or a year alone."""
    t = scan.t
    start = t.starts[place]
    if t.touches(place) and t.words[place - 1][-1].isalnum():
        return None
    sign = t.at(place - 1) == "-" and t.touches(place) and not (t.touches(place - 1))
    found = None if sign else _outside_numbers(scan, place, dates.read_date(t.text, start, t.low[place]))
    if found is None:
        return None
    following = bisect_left(t.starts, found.end)
    if t.touches(following) and t.words[following] in VULGAR_MARKS:
        return plain("number", start, t.ends[following])  # 2023-05-12½ is nothing that can be read
    begin = start - (t.text[start - 1 : start] == "'" and t.low[place][0].isdecimal() and found.end - start <= 3)
    found = _through(scan, found) or found
    return plain("date", begin, found.end, dates=found.dates)


def word_date(scan: Scan, place: int) -> Expression | None:
    """A month alone, a decade in words, or a time told from that of writing."""
    found = dates.read_word(scan.t.text, scan.t.starts[place], scan.t.ends[place])
    if found is None:
        return None
    found = _through(scan, found) or found
    return plain("date", found.start, found.end, dates=found.dates)


def _through(scan: Scan, date: dates.Date) -> dates.Date | None:
    """With the date behind *to* or a hyphen: *January to March 2024*, *4 May 2023 – 6 June 2024*."""
    text = scan.t.text
    if len(date.dates) != 1:
        return None
    for link in (" - ", "-", " to ", " through ", " until ", " and "):
        if text.startswith(link, date.end):
            if link == " and " and qualifiers.opening(text, date.start) != "between":
                return None
            at = bisect_left(scan.t.starts, date.end + len(link))
            word = scan.t.at(at) or " "
            other = _outside_numbers(scan, at, dates.read_date(text, date.end + len(link), word))
            if other is None or len(other.dates) != 1:
                return None
            first, last = date.dates[0], other.dates[0]
            if link == " and " and (not first.startswith("--") or last.startswith("--")):
                return None
            if first.startswith("--") and not last.startswith("--"):
                first = f"{last[:4]}-{first[2:]}"
            return dates.Date(date.start, other.end, (first, last))
    return None


def _outside_numbers(scan: Scan, place: int, found: dates.Date | None) -> dates.Date | None:
    """The date that starts at a token, up to a number that begins in it and ends behind it: none in *May 2½*."""
    t = scan.t
    while found is not None:
        last = bisect_left(t.starts, found.end) - 1
        number = cardinal(t, last) if t.is_digits(last) else None
        if number is None or t.ends[number.end - 1] <= found.end or t.low[number.end - 1] in PLURAL_SCALES:
            return found
        shorter = dates.read_date(t.text[: t.starts[last]], found.start, t.low[place]) if last > place else None
        if shorter is None or t.text[shorter.end : t.starts[last]].strip(" ,"):
            return None
        found = shorter
    return None


def spoken_year(scan: Scan, place: int) -> Expression | None:
    """*nineteen ninety-five*, *twenty twenty-four*."""
    t = scan.t
    century = _CENTURIES.get(t.low[place])
    if century is None or t.at(place - 1) in NUMBER_WORDS or place + 1 >= t.count:
        return None
    years = cardinal(t, place + 1)
    if years is None or years.is_ordinal or years.is_plain or not 10 <= years.value < 100 or years.scale != 1:
        return None
    if years.end < t.count and (t.low[years.end] in ORDINALS or t.low[years.end].rstrip("s") in ORDINALS):
        return None
    year = f"{century}{years.value:.0f}"
    return plain("date", t.starts[place], t.ends[years.end - 1], value=float(year), dates=(year,))
