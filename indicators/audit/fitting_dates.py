"""Dates that a text prints and the ends of a period: their parts, and whether they fit."""

from collections.abc import Collection

from indicators.text.vocabulary import MONTHS


def ends_of(text: str) -> list[str]:
    """The dates of a period, without its open and unknown ends."""
    return [end for end in text.split("/") if bare(end) not in ("", "..")] if text else []


def years_in(texts: Collection[str]) -> list[str]:
    """Each year from the first to the last of these dates and periods."""
    found = [int(end[:4]) for text in texts for end in ends_of(text)]
    return [f"{year:04}" for year in range(min(found), max(found) + 1)] if found else []


def bare(date: str) -> str:
    """A date without its mark for what is uncertain or approximate."""
    return date.rstrip("?~%")


def parts_of(date: str) -> list[str]:
    """Year, month and day as far as they are printed; the year is empty if it is not."""
    return ["", *date[2:].split("-")] if date.startswith("--") else date.split("-")


def has_month(date: str) -> bool:
    """Whether a date has a month, and no season in its place."""
    parts = parts_of(date)
    return len(parts) > 1 and "01" <= parts[1] <= "12"


def is_period(date: str) -> bool:
    """Whether a printed date may be a period: a day, a month or a year, and no season, whose months are to decide."""
    return len(parts_of(date)) == 1 or has_month(date)


def fits(date: str, end: str) -> bool:
    """Whether a printed date may be the end of a period: year, month and day are the same as far as both have them."""
    return all(a == b or not a for a, b in zip(parts_of(date), parts_of(bare(end)), strict=False))


def any_fits(date: str, ends: Collection[str]) -> bool:
    """Whether a date that the text prints fits one of these ends of a period."""
    return any(fits(date, end) for end in ends)


def date_in_words(date: str) -> str:
    """A date with a month in words, with its day and year as far as it has them: *May 5 2024*."""
    parts = parts_of(date)
    names = [MONTHS.split()[int(parts[1]) - 1], *(str(int(day)) for day in parts[2:])]
    return " ".join([*names, parts[0]]).strip()
