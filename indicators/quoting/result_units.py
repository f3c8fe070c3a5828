"""Whether a number of a draft has the unit of a result, and whether its sentence names the inputs."""

from functools import cache

from indicators.measure.units import Units
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import PEOPLE
from indicators.quoting.reader import DraftUnits
from indicators.text.lexicon import concept

_POINT = "point"
_SMALL_WORD = 3
"""Letters of the longest word of a title that tells nothing of it."""


class ResultUnits:
    """Compares the units of numbers with those of results."""

    def __init__(self, listed: Units, units: DraftUnits) -> None:
        self._listed, self._units = listed, units

    def has(self, passage: Passage, number: DraftNumber, unit: str) -> bool:
        """Whether a number is told in a unit, its own or the word behind it; the sentence may name the time."""
        expression = number.expression
        name, _, per = unit.partition("/")
        if expression.kind == "percent" or is_points(passage, number):
            return unit in ("", "percent")
        if per and expression.per != per and not names_unit(passage, number, per):
            return False
        if not name:
            return not expression.units and not number.noun
        if expression.units:
            return any(self._units.same(told, name) for told in expression.units)
        label = self._listed.label(name)
        wanted = {concept(word) for word in label.split()}
        nouns = {passage.names[at] for at in number.noun}
        measured = self._units.factor(name, "day") or self._units.factor(name, "meter")
        if measured and len(number.noun) > 1 and passage.words[number.noun[0] + 1].text == "-":
            return passage.names[number.noun[-1]] in wanted  # 45 bed-days
        return not measured and (not nouns or bool(nouns & wanted) or _is_people(passage, number))


def is_points(passage: Passage, number: DraftNumber) -> bool:
    """Whether a number is told in points: *5.3 points*."""
    return not number.expression.units and [passage.names[at] for at in number.noun] == [_POINT]


def share_of_title(passage: Passage, number: DraftNumber, title: str) -> float:
    """The share of the words of a title that the sentence has."""
    wanted = _title_words(title)
    return len(wanted & passage.concepts[number.sentence]) / len(wanted) if wanted else 1.0


@cache
def _title_words(title: str) -> frozenset[str]:
    return frozenset(concept(word) for word in title.lower().split() if len(word) > _SMALL_WORD)


def names_unit(passage: Passage, number: DraftNumber, unit: str) -> bool:
    """Whether the sentence has a word of the name of a unit."""
    wanted = {concept(word) for word in unit.replace("_", " ").split()}
    return not wanted.isdisjoint(passage.concepts[number.sentence])


def _is_people(passage: Passage, number: DraftNumber) -> bool:
    """Whether the noun of a number means people: *soldiers*, *Chileans*."""
    places = number.noun
    if not places:
        return False
    named = [passage.words[mention.last - 1].low for mention in passage.of_family("country", places[0], places[-1] + 1)]
    return any(word.endswith("s") for word in named) or any(
        passage.has(label, places[0], places[-1] + 1) for label in PEOPLE
    )
