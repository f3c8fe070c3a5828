"""A number of a draft together with the figure that it means, and a loss."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from indicators.quoting.fit import Fit
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile
from indicators.quoting.vocabulary import Vocabulary
from indicators.text.lexicon import Mention

_BESIDE = 2
"""Sentences around a number within which a figure stands beside it."""
_INVERTED = frozenset(("Were", "Should", "Had"))
"""First words of a sentence that is conditional without *if*."""


@dataclass(frozen=True, kw_only=True)
class Loss:
    """Something of a figure that a draft leaves out or gets wrong.

    ``code`` is one of ``finding.LOSSES``; ``told`` is what the draft says instead, empty where it says nothing. Where
    it is not ``certain``, a reader is asked. A value is ``beyond`` where it claims more than a bound: *over 75* for
    *more than 74*.
    """

    code: str
    told: str = ""
    certain: bool = True
    beyond: bool = False


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """A number of a draft together with the figure that it means."""

    vocabulary: Vocabulary
    passage: Passage
    number: DraftNumber
    fit: Fit

    @property
    def profile(self) -> Profile:
        """The figure that is meant."""
        return self.fit.profile

    @property
    def title_words(self) -> frozenset[str]:
        """The words of the title of the indicator, as concepts."""
        return self.vocabulary.wholes[self.profile.observation.indicator]

    @property
    def is_converted(self) -> bool:
        """Whether the draft tells the figure in another unit, rightly."""
        own, fit = self.profile.observation.value, self.fit
        return fit.factor != 1 and own is not None and math.isclose(self.number.value * fit.factor, own, rel_tol=1e-9)

    @property
    def twin_status(self) -> str:
        """The status of the figure that this one repeats; empty if it repeats none."""
        twin = self.vocabulary.profiles.get(self.profile.observation.same_as or "")
        return twin.observation.status if twin else ""

    @property
    def sentence(self) -> tuple[int, int]:
        """The words of the sentence."""
        return self.passage.span(self.number)

    @property
    def clause(self) -> tuple[int, int]:
        """The words between the numbers before and behind it, within the sentence."""
        return self.passage.clause(self.number)

    @property
    def part(self) -> tuple[int, int]:
        """The words of the sentence between semicolons, around the number."""
        words, place, (first, last) = self.passage.words, self.number.place, self.sentence
        begin = next((at + 1 for at in range(place, first, -1) if words[at].text == ";"), first)
        return begin, next((at for at in range(place, last) if words[at].text == ";"), last)

    def words(self, mention: Mention) -> str:
        """The words of a mention as the draft writes them."""
        return self.passage.text(mention.first, mention.last)

    def told(self, labels: frozenset[str]) -> str:
        """The words of the sentence with one of these labels, of the clause first; empty if there are none."""
        for stretch in ((self.number.place, self.clause[1]), self.clause, self.sentence):
            for label in sorted(labels):
                for mention in self.passage.mentioned(label, *stretch):
                    return self.words(mention)
        return ""

    def is_hedged(self, group: str) -> bool:
        """Whether the sentence has a word of a group, *if* or *alleged*, and not for the next number alone.

        *Were they to be sent* is conditional by the order of its words.
        """
        if group == "conditional" and self.passage.words[self.sentence[0]].text in _INVERTED:
            return True
        return any(
            not self.passage.is_of_next(self.number, mention.first)
            for mention in self.passage.mentioned(group, *self.sentence)
        )


def quotes_any(number: DraftNumber, near: Iterable[Quoted], figures: Collection[str]) -> bool:
    """Whether the sentence of a number quotes one of these figures."""
    return any(other.number.sentence == number.sentence and other.profile.id in figures for other in near)


def figures_beside(passage: Passage, number: DraftNumber, near: Sequence[Quoted]) -> frozenset[str]:
    """The figures that are quoted beyond doubt in the sentences around a number, or in its list."""
    heading = passage.heading(number)
    return frozenset(
        other.profile.id
        for other in near
        if other.fit.certain
        and (
            abs(other.number.sentence - number.sentence) <= _BESIDE
            or (heading is not None and passage.heading(other.number) == heading)
        )
    )
