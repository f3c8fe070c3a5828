"""What the text of a document says before there is a catalogue of it: its title, its headings, the units it names."""

import re
from dataclasses import dataclass
from itertools import pairwise

from indicators.audit.passages import is_title
from indicators.text.flood import MOST_DRAFTED, line_of, too_many
from indicators.text.numbers import numbers
from indicators.text.search import find
from indicators.text.unit_names import definitions

_MOST_WORDS_OF_A_HEADING = 12
_END_OF_A_HEADING = ")?”’"


@dataclass(frozen=True, kw_only=True)
class NewText:
    """The title of a text, empty if its first line is none; its headings; the common units that it names, by name.

    A heading is a paragraph of one short line that does not end as a sentence does, before a paragraph that does not
    look like one; *Photo: …* is none, nor is what stands below the title with the day of publication. Of the units
    that a word or sign may mean, only the most usual counts, and of two names of one unit the first.
    """

    title: str
    headings: tuple[str, ...]
    units: tuple[str, ...]


def read_new_text(text: str) -> NewText:
    """What a text says of itself by its form and its words; raises IndicatorsError where it holds too many numbers."""
    found = find(text, most=MOST_DRAFTED + 1)
    if len(found) > MOST_DRAFTED:
        raise too_many(MOST_DRAFTED, line_of(text, found[-1].start))
    title = text.strip().partition("\n")[0].strip() if is_title(text) else ""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", text.strip())][1 if title else 0 :]
    if title and paragraphs and _names_a_day(paragraphs[0]):
        paragraphs = paragraphs[1:]
    headings = [part for part, next_part in pairwise(paragraphs) if _is_short(part) and not _is_short(next_part)]
    units = [unit for number in numbers(text) for unit in (number.unit or "", *(number.per or "").split("/"))]
    by_size: dict[str, str] = {}
    for unit in units:
        if unit and not unit.isdecimal():
            by_size.setdefault(_size(unit), unit)
    return NewText(title=title, headings=tuple(dict.fromkeys(headings)), units=tuple(by_size.values()))


def _size(unit: str) -> str:
    """The definition of a common unit; *tonne* and *metric ton* share one, so a catalogue needs one of them."""
    sizes = {line.split(maxsplit=1)[0]: line.split("=")[1].strip() for line in definitions((unit,))}
    return sizes.get(unit, unit)


def _names_a_day(paragraph: str) -> bool:
    return any(date[:1].isdecimal() and date.count("-") == 2 for found in find(paragraph) for date in found.dates)


def _is_short(paragraph: str) -> bool:
    """Whether a paragraph is one short line that does not end as a sentence does."""
    return (
        not re.search(r"[\n|]|^\w+: ", paragraph)
        and len(paragraph.split()) <= _MOST_WORDS_OF_A_HEADING
        and (paragraph[-1:].isalnum() or paragraph[-1:] in _END_OF_A_HEADING)
    )
