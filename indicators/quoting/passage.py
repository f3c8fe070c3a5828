"""A passage of a draft: its words, what they mention, and its numbers with their words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from indicators.measure.span import Span
from indicators.quoting.list_headings import headings
from indicators.quoting.told_dates import tells
from indicators.text.expression import Expression
from indicators.text.lexicon import Mention, Word

if TYPE_CHECKING:
    from indicators.quoting.fit import Fit

_STARTS = frozenset("and while whereas but ;".split())
CELL = "|"
"""What stands between the cells of a table."""
_PARTS = frozenset(", ; : – — ( ) while whereas but".split())
"""Words and signs behind which a sentence speaks of something else."""


@dataclass(frozen=True, kw_only=True)
class DraftNumber:
    """A number of a draft with its words.

    ``noun`` are the words right behind it that may name what is counted, ``thing`` those behind *of*, both as places in
    ``Passage.words``, as is ``place`` of the number.
    """

    expression: Expression
    words: str
    place: int
    sentence: int
    noun: tuple[int, ...] = ()
    thing: tuple[int, ...] = ()
    qualifier: str = "unqualified"

    @property
    def value(self) -> float:
        """The number; NaN for a range or a vague magnitude."""
        return self.expression.value


@dataclass(kw_only=True)
class Passage:
    """Paragraphs that are read together, with their words, mentions and numbers."""

    words: list[Word]
    names: list[str]
    """The concept of each word, empty for a number or a sign."""
    mentions: list[Mention]
    sentences: list[tuple[int, int]]
    """First word of each sentence and the word behind it."""
    openings: frozenset[int] = frozenset()
    """The sentences that open a paragraph."""
    numbers: list[DraftNumber] = field(default_factory=list)
    dates: list[tuple[int, str]] = field(default_factory=list)
    """Each date that is told, in EDTF, with the character at which it starts."""
    dated: frozenset[int] = frozenset()
    """The places of the words of dates: *first*, *quarter* of *the first quarter of 2025*."""
    periods: dict[str, bool] = field(default_factory=dict)
    """Whether its dates tell a period, once it was asked for."""
    told_groups: dict[int, frozenset[str]] = field(default_factory=dict)
    """Cache: for the place of a number, the groups that stand with it."""
    groups: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)
    """The groups that stretches of words name, once they were looked for."""
    near: dict[int, list["Fit"]] = field(default_factory=dict)
    """Cache: for the place of a number, the figures that it may tell by another value."""
    whose: dict[tuple[int, str], float] = field(default_factory=dict)
    """Cache: for a sentence and a figure, the weight of people and source."""
    clauses: dict[int, tuple[int, int]] = field(default_factory=dict)
    """The words between the numbers around each, once asked for."""
    things: dict[tuple[int, str], float] = field(default_factory=dict)
    """What the words of a sentence that name the thing of a figure weigh, once it was asked for."""

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts in the draft."""
        return [word.start for word in self.words]

    @cached_property
    def concepts(self) -> list[frozenset[str]]:
        """What the words of each sentence name."""
        return [frozenset(filter(None, self.names[first:last])) for first, last in self.sentences]

    @cached_property
    def low_words(self) -> list[frozenset[str]]:
        """The words of each sentence in small letters."""
        return [frozenset(word.low for word in self.words[first:last]) for first, last in self.sentences]

    @cached_property
    def sentence_labels(self) -> list[frozenset[str]]:
        """The labels of all that is mentioned in each sentence."""
        return [frozenset(mention.label for mention in _among(self.mentions, *span)) for span in self.sentences]

    @cached_property
    def by_label(self) -> dict[str, list[Mention]]:
        """The mentions by label."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.label, []).append(mention)
        return found

    @cached_property
    def by_family(self) -> dict[str, list[Mention]]:
        """The mentions by what stands before the first full stop of their label."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.label.partition(".")[0], []).append(mention)
        return found

    @cached_property
    def labels_at(self) -> dict[int, list[str]]:
        """The labels of all that is mentioned at a word."""
        found: dict[int, list[str]] = {}
        for mention in self.mentions:
            for at in range(mention.first, mention.last):
                found.setdefault(at, []).append(mention.label)
        return found

    def text(self, first: int, last: int) -> str:
        """These words as they are written, with a blank where there is space between two."""
        words = self.words[first:last]
        gaps = [" " if word.end < other.start else "" for word, other in pairwise(words)]
        return "".join(f"{word.text}{gap}" for word, gap in zip(words, [*gaps, ""], strict=False))

    def has(self, label: str, first: int = 0, last: int | None = None) -> bool:
        """Whether something with this label is mentioned among these words."""
        return any(True for _ in self.mentioned(label, first, last))

    def mentioned(self, label: str, first: int = 0, last: int | None = None) -> Iterator[Mention]:
        """The mentions of a label among these words."""
        return _among(self.by_label.get(label, ()), first, len(self.words) if last is None else last)

    def of_family(self, family: str, first: int, last: int) -> Iterator[Mention]:
        """The mentions of a family (*fate*, *country*) among these words."""
        return _among(self.by_family.get(family, ()), first, last)

    def labels(self, family: str, first: int, last: int) -> frozenset[str]:
        """The labels of a family (*fate*, *country*) that are mentioned among these words."""
        return frozenset(mention.label for mention in self.of_family(family, first, last))

    def tells(self, period: Span) -> bool:
        """Whether its dates tell a period."""
        if period.text not in self.periods:
            self.periods[period.text] = tells((date for _, date in self.dates), period)
        return self.periods[period.text]

    @cached_property
    def places(self) -> list[int]:
        """The place of each number."""
        return [number.place for number in self.numbers]

    def number_before(self, number: DraftNumber) -> DraftNumber | None:
        """The number before it; None before the first."""
        at = bisect_left(self.places, number.place) - 1
        return self.numbers[at] if at >= 0 else None

    def word_before(self, number: DraftNumber) -> int:
        """The word right before a number with its bound; -1 where it begins the draft."""
        return bisect_left(self.starts, number.expression.first) - 1

    def crosses_cells(self, first: int, last: int) -> bool:
        """Whether these words stand in several cells of a table."""
        return any(word.text == CELL for word in self.words[first:last])

    def clause(self, number: DraftNumber) -> tuple[int, int]:
        """The words from behind the number before it to the number behind it, within the sentence."""
        if number.place not in self.clauses:
            self.clauses[number.place] = self._clause(number)
        return self.clauses[number.place]

    def _clause(self, number: DraftNumber) -> tuple[int, int]:
        first, last = self.span(number)
        before = self.number_before(number)
        behind = bisect_right(self.places, number.place)
        if before is not None:
            first = max(first, before.place + 1)
        if behind < len(self.places):
            last = min(last, self.places[behind])
        return first, last

    def statement(self, number: DraftNumber) -> tuple[int, int]:
        """The words of the clause of a number without those that belong to the number before it in the sentence."""
        first, last = self.clause(number)
        if first > self.span(number)[0]:
            parts = [at for at in range(first, number.place) if self.words[at].low in _PARTS]
            first = parts[-1] if parts else first
        return first, last

    def is_of_next(self, number: DraftNumber, at: int) -> bool:
        """Whether a word stands behind *and* or *while* that starts what the sentence says of the next number."""
        first, last, behind = number.place, self.span(number)[1], bisect_right(self.places, number.place)
        if at < first or behind == len(self.places) or self.places[behind] >= last:
            return False
        end = bisect_left(self.starts, max(number.expression.end, number.expression.unit_end))  # days and weeks
        starts = [place for place in range(end, self.places[behind]) if self.words[place].low in _STARTS]
        return bool(starts) and at > starts[-1]

    def is_repeated(self, number: DraftNumber) -> bool:
        """Whether another number has its value."""
        return any(other is not number and other.value == number.value for other in self.numbers)

    def is_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is a paragraph of its own."""
        return len(self.paragraph(sentence)) == 1

    def paragraph(self, sentence: int) -> range:
        """The sentences of the paragraph of a sentence."""
        ends = self._paragraph_ends
        at = bisect_right(ends, sentence)
        return range(ends[at - 1], ends[at])

    @cached_property
    def _paragraph_ends(self) -> list[int]:
        return [0, *sorted(self.openings - {0}), len(self.sentences)]

    def sentence_behind(self, number: DraftNumber) -> int | None:
        """The sentence behind that of a number in its paragraph; None where it ends the paragraph."""
        behind = number.sentence + 1
        return None if behind == self.paragraph(number.sentence).stop else behind

    def sentence_before(self, number: DraftNumber) -> int | None:
        """The sentence before that of a number in its paragraph; None where it opens the paragraph."""
        return None if number.sentence == self.paragraph(number.sentence).start else number.sentence - 1

    def heading(self, number: DraftNumber) -> int | None:
        """The sentence that heads the list in which a number stands; None where it stands in none."""
        return self._headings[number.sentence]

    @cached_property
    def _headings(self) -> list[int | None]:
        return headings(self.words, self.sentences, self.openings)

    def span(self, number: DraftNumber) -> tuple[int, int]:
        """The words of the sentence of a number."""
        return self.sentences[number.sentence]


def _among(mentions: Sequence[Mention], first: int, last: int) -> Iterator[Mention]:
    """Of mentions in their order those that start among these words."""
    at = bisect_left(mentions, first, key=attrgetter("first"))
    while at < len(mentions) and mentions[at].first < last:
        yield mentions[at]
        at += 1
