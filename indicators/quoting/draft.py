"""A draft in the parts that a reader judges it by: passages, sentences, and the numbers in them with their words."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from math import nan

from indicators.quoting.country_halves import halves_of_countries
from indicators.quoting.passage import Passage
from indicators.quoting.reader import DraftUnits, without_tags
from indicators.quoting.told_dates import named_months, numeric_months, relative_dates
from indicators.text.expression import QUANTITIES, Expression
from indicators.text.flood import MOST_QUOTED, line_of, too_many
from indicators.text.lexicon import Lexicon, Mention, Word, concept, words_of
from indicators.text.qualifiers import opening
from indicators.text.search import find
from indicators.text.sentences import split

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NEW_ITEM = re.compile(
    r"\n(?=\s*(?:[-*•–·|#>]|\d{1,2}[.)]\s|[A-Za-z][.)]\s|[^\n:]{1,50}:[^\S\n]*[^\w\s]{0,2}\d[^\n]{0,30}(?:\n|$)))"
)
"""The end of a line before an item of a list: behind a sign, a counter, or as a label and a number: *Men: 4.9%*."""
_BULLET = re.compile(r"^[-–—−](?=[^\S\n])", re.MULTILINE)
"""The sign of an item of a list, which is no minus and lets no number take the words of the next item as its unit."""
_TO = re.compile(r"\s+(?:up\s+)?to\s+|\s−\s")
_DOLLAR = "$"
_CURRENCIES = frozenset("$ dollar dollars peso pesos pound pounds rupee rupees franc francs crown crowns".split())
_STRAIGHT = str.maketrans("“”„‟«»‘’‚‹›", '""""""\'\'\'\'\'')
"""Quotation marks as they are typed, each for one that may close on the end of a sentence."""
_PASSAGE = 1500
"""Characters up to which paragraphs are read together."""
_BEFORE, _BEHIND = 800, 400
"""Characters before and behind them that are read for who speaks, and of what."""
_LONGEST = 4000
"""Characters of a paragraph above which it is read in parts."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a draft, by characters."""

    start: int
    end: int


def passages_of(
    text: str, units: DraftUnits, lexicon: Lexicon, countries: Collection[str] = ()
) -> Iterator[tuple[Passage, list[Expression]]]:
    """The draft in passages, and the quantities that stand in each: no dates, no names, no ordinals.

    ``countries`` are the labels of those that a draft may name by their half. Raises IndicatorsError where the draft
    holds too many numbers.
    """
    plain = without_tags(text)
    found = find(_BULLET.sub("•", plain), units.names, MOST_QUOTED + 1)
    if len(found) > MOST_QUOTED:
        raise too_many(MOST_QUOTED, line_of(text, found[-1].start))
    expressions = [expression for each in found for expression in _apart(plain, each)]
    starts = [expression.start for expression in expressions]
    paragraphs = list(_paragraphs(plain))
    words = [words_of(plain[expression.start : expression.end], expression.start) for expression in paragraphs]
    mentions = [lexicon.find(some) for some in words]
    known: dict[str, str] = {}  # of this draft alone: nothing of it stays in a cache
    for first, last in _blocks(paragraphs):
        begin, end = paragraphs[first].start, paragraphs[last - 1].end
        inside = expressions[bisect_left(starts, begin) : bisect_left(starts, end)]
        if inside:
            around = _with_neighbours(paragraphs, first, last)
            passage = _passage(plain, paragraphs, words, mentions, around, known, countries)
            stretch = Stretch(paragraphs[around[0]].start, paragraphs[around[1] - 1].end)
            near = expressions[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]
            months = dict(numeric_months(plain, stretch.start, stretch.end))
            told = [(each.start, date) for each in near for date in each.dates]
            covered = {at for each in near if each.dates for at in range(each.first, each.last)}
            passage.dated = frozenset(place for place, start in enumerate(passage.starts) if start in covered)
            named = [month for month in named_months(passage.words) if month[0] not in covered]
            dates = sorted([*told, *months.items(), *named])
            passage.dates = [*dates, *relative_dates(passage.words, dates)]
            yield passage, [each for each in inside if each.start not in months and _is_quantity(plain, each)]


def _is_quantity(text: str, expression: Expression) -> bool:
    """Whether an expression counts or measures something, and is not the end of a name: *troops-10000*."""
    is_of_name = text[max(expression.start - 1, 0)] == "-" and text[max(expression.start - 2, 0)].islower()
    return expression.kind in QUANTITIES and not (is_of_name and text[expression.start : expression.end].isdecimal())


def _blocks(paragraphs: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """The paragraphs in runs that are read together: the first of each, and the one behind its last."""
    first = 0
    for last, expression in enumerate(paragraphs, start=1):
        if expression.end - paragraphs[first].start >= _PASSAGE or last == len(paragraphs):
            yield first, last
            first = last


def _with_neighbours(paragraphs: Sequence[Stretch], first: int, last: int) -> tuple[int, int]:
    """A run with the paragraphs before and behind it that may say who speaks, and of what."""
    begin, end = paragraphs[first].start, paragraphs[last - 1].end
    while first and begin - paragraphs[first - 1].start <= _BEFORE:
        first -= 1
    while last < len(paragraphs) and paragraphs[last].end - end <= _BEHIND:
        last += 1
    return first, last


def _apart(text: str, expression: Expression) -> Iterator[Expression]:
    """The two numbers of *from 7,000 to 13,000*, which is a change as often as a range; else the expression itself."""
    gap = _TO.search(text, expression.start, expression.end) if expression.kind == "range" else None
    if gap is None or opening(text, expression.start) == "between":
        yield expression
        return
    first = replace(
        expression, kind="number", value=expression.low, end=gap.start(), after=gap.start(), last=gap.start()
    )
    second = replace(expression, kind="number", value=expression.high, start=gap.end(), first=gap.end())
    for each in (first, second):
        yield replace(each, low=nan, high=nan, qualifier="unqualified")


def _paragraphs(text: str) -> Iterator[Stretch]:
    """The paragraphs between blank lines; a very long one in parts that end with a sentence, or else with a word."""
    start = 0
    gaps = [(gap.start(), gap.end()) for gap in _BLANK_LINE.finditer(text)]
    for end, following in [*gaps, (len(text), len(text))]:
        while end - start > _LONGEST:
            cut = max(text.rfind(stop, start + _LONGEST // 2, start + _LONGEST) for stop in (". ", ".\n", "? ", "! "))
            if cut < 0:
                cut = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
            cut = start + _LONGEST if cut < 0 else cut + 1
            if text[start:cut].strip():
                yield Stretch(start, cut)
            start = cut
        if text[start:end].strip():
            yield Stretch(start, end)
        start = following


def _passage(
    text: str,
    paragraphs: Sequence[Stretch],
    words: Sequence[list[Word]],
    mentions: Sequence[list[Mention]],
    run: tuple[int, int],
    known: dict[str, str],
    countries: Collection[str],
) -> Passage:
    """A run of paragraphs with its words, mentions and sentences."""
    together: list[Word] = []
    found: list[Mention] = []
    sentences: list[tuple[int, int]] = []
    openings: set[int] = set()
    for place in range(*run):
        openings.add(len(sentences))
        base = len(together)
        starts = [word.start for word in words[place]]
        for expression in _sentences(text, paragraphs[place]):
            begin, end = bisect_left(starts, expression.start), bisect_left(starts, expression.end)
            if end > begin:
                sentences.append((base + begin, base + end))
        together += words[place]
        found += [
            Mention(mention.label, mention.first + base, mention.last + base)
            for mention in mentions[place]
            if not (_is_of_currency(words[place], mention) or _is_of_longer_name(words[place], mention))
        ]
    found = sorted([*found, *halves_of_countries(together, found, countries)], key=lambda mention: mention.first)
    names = [_name(word, known) for word in together]
    return Passage(words=together, names=names, mentions=found, sentences=sentences, openings=frozenset(openings))


def _is_of_currency(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a mention is the *US* of *US dollars* or *US$5*; *Chile $5* names a country and a sum."""
    if mention.last >= len(words) or not mention.label.startswith("country."):
        return False
    behind = words[mention.last]
    return behind.low in _CURRENCIES and (behind.text != _DOLLAR or words[mention.last - 1].text.isupper())


def _is_of_longer_name(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a mention is *the Ministry* of *the Ministry of Finance*, which may be another one."""
    is_short = mention.last - mention.first == 2 and words[mention.first].low == "the"
    return is_short and mention.last < len(words) and words[mention.last].low in ("of", "for")


def _name(word: Word, known: dict[str, str]) -> str:
    """The concept of a word; empty for a number or a sign."""
    if not word.text[0].isalpha():
        return ""
    if word.low not in known:
        known[word.low] = concept(word.low)
    return known[word.low]


def _sentences(text: str, paragraph: Stretch) -> Iterator[Stretch]:
    """The sentences of a paragraph; each item of a list and each row of a table stands for itself."""
    start = paragraph.start
    ends = [start + found.start() for found in _NEW_ITEM.finditer(text[paragraph.start : paragraph.end])]
    for end in [*ends, paragraph.end]:
        at = start
        for sentence in split(text[start:end].translate(_STRAIGHT)):
            yield Stretch(at, at + len(sentence))
            at += len(sentence) + 1
        start = end
