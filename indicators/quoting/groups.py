"""The groups by which the figures of a catalogue are broken down, as a draft names them: *women*, *15 to 24*."""

from collections import Counter
from collections.abc import Collection, Iterable

from indicators.catalogue.model import Catalogue
from indicators.quoting.catalogue_names import texts_of
from indicators.quoting.indicator_words import stems_of
from indicators.quoting.passage import DraftNumber, Passage
from indicators.text.lexicon import concept, words_of
from indicators.text.vocabulary import FUNCTION_WORDS

_RANGE = 2
"""Words from one number of a range to the other, *15 to 24*, or from an age to *older*."""
_YEARS, _AGED, _SIDES = frozenset(("year",)), frozenset("aged age ages".split()), frozenset("under over".split())
_AGES = frozenset("older younger olds + plus over under".split())
"""Words before and behind an age."""
_BEHIND = 9
"""Words behind a number among which the name of its group may stand."""
_FEW = 2
"""Names of up to so many words must be told whole; of longer names two of three words are enough."""
_JOINS = frozenset((",", "/", "&", "-", "(", ")"))
"""Signs within the title of a group."""
_REST = "other"
_NAMES = ("title", "synonyms")
_PLAIN = frozenset(map(concept, "aged old older young younger over under above below between more less other".split()))
"""Words of the names of groups that tell none of them alone."""


class GroupWords:
    """Finds the groups that some words name."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.dimensions = {str(group): str(catalogue.groups.at[group, "dimension"]) for group in catalogue.groups.index}
        self.titles = {group: catalogue.text("groups", group, "title") for group in self.dimensions}
        columns = catalogue.figures["groups"].dropna()
        self._used = frozenset(
            group for groups in columns for group in catalogue.items(groups, "observations", "groups")
        )
        self._broken_down: dict[str, set[str]] = {}
        for indicator, groups in zip(catalogue.figures["indicator"][columns.index], columns, strict=True):
            items = catalogue.items(groups, "observations", "groups")
            self._broken_down.setdefault(str(indicator), set()).update(self.dimensions[group] for group in items)
        self.stems = {group: frozenset(stems_of([title])) for group, title in self.titles.items()}
        """The words of the title of each group."""
        self.words = frozenset(name for stems in self.stems.values() for name in stems)
        """The words of the titles of all groups."""
        self.of_parts = self._words_of_parts(catalogue)
        """For each group the words that stand in the titles of several of its parts: *shops* of retail trade."""
        self._hints = self._distinct_words(catalogue)
        self._numbers: set[str] = set()
        self._by_word: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = {}
        for group in self.dimensions:
            for text in texts_of(catalogue, "groups", group, _NAMES):
                numbers = frozenset(word.text for word in words_of(text) if word.text[0].isdecimal())
                stems = frozenset(stems_of([text]))
                self._numbers |= numbers
                if any(word.low == _REST for word in words_of(text)):
                    stems |= {_REST}  # *shops* alone are not *other shops*
                if numbers:
                    stems = frozenset()  # *aged*, *older*: the numbers tell it
                for word in numbers or stems:
                    self._by_word.setdefault(word, []).append((group, numbers, stems))

    def _distinct_words(self, catalogue: Catalogue) -> dict[str, str]:
        """The words that stand in the name of one group alone, and in no other title: *knee* of *Knee surgery*.

        A word for all who are counted tells no group: *Kellmark* of *Kellmark City*.
        """
        others = [catalogue.text("indicators", str(indicator), "title") for indicator in catalogue.indicators.index]
        for table, rows in (("kinds", catalogue.kinds), ("populations", catalogue.populations)):
            others += [text for row in rows.index for text in texts_of(catalogue, table, str(row), _NAMES)]
        taken = stems_of(others) | _PLAIN
        owners: dict[str, set[str]] = {}
        for group in self.dimensions:
            for word in stems_of(texts_of(catalogue, "groups", group, _NAMES)) - taken:
                owners.setdefault(word, set()).add(group)
        return {word: min(groups) for word, groups in owners.items() if len(groups) == 1}

    def _words_of_parts(self, catalogue: Catalogue) -> dict[str, frozenset[str]]:
        counts: dict[str, Counter[str]] = {}
        for group in self.dimensions:
            if whole := catalogue.text("groups", group, "part_of"):
                counts.setdefault(whole, Counter()).update(self.stems[group] - _PLAIN)
        return {whole: frozenset(word for word, n in each.items() if n >= _FEW) for whole, each in counts.items()}

    def hinted(self, passage: Passage, places: Iterable[int]) -> frozenset[str]:
        """The groups that have a distinct word at one of these places."""
        if not self._hints:
            return frozenset()
        return frozenset(self._hints[name] for at in places if (name := passage.names[at]) in self._hints)

    def named(self, passage: Passage, first: int, last: int) -> frozenset[str]:
        """The groups that these words of a passage name."""
        if not self._by_word:
            return frozenset()
        key = first, last
        if key not in passage.groups:
            told = {*passage.names[first:last]}
            told |= {word.text for word in passage.words[first:last] if word.text[0].isdecimal()}
            found = {
                group: numbers
                for word in told & self._by_word.keys()
                for group, numbers, stems in self._by_word[word]
                if _is_told(numbers | stems, told)
            }
            parts = {name for name, few in found.items() if few and any(few < more for more in found.values())}
            if parts:  # *under 16* beside *16 to 64* has a 16 of its own
                counts = Counter(word.text for word in passage.words[first:last])
                parts = {name for name in parts if any(counts[number] < _FEW for number in found[name])}
            passage.groups[key] = frozenset(found.keys() - parts)
        return passage.groups[key]

    def titled(self, passage: Passage, first: int, stop: int) -> frozenset[str]:
        """The group whose title of several words stands whole right before a place; empty where none or two do.

        Only signs of a list and small words stand between its words.
        """
        names, words, found = passage.names, passage.words, set()
        for group, stems in self.stems.items():
            if len(stems) <= _FEW or names[stop - 1] not in stems:
                continue
            told, at = set(), stop - 1
            while at >= first and (names[at] in stems or words[at].low in _JOINS or words[at].low in FUNCTION_WORDS):
                told.add(names[at])
                at -= 1
            if stems <= told:
                found.add(group)
        return frozenset(found) if len(found) == 1 else frozenset()

    def named_near(self, passage: Passage, number: DraftNumber) -> frozenset[str]:
        """The groups that are named between the numbers before and behind a number, or right behind it."""
        if not self._by_word:
            return frozenset()
        last = min(number.place + _BEHIND, passage.span(number)[1])
        return self.named(passage, *passage.clause(number)) | self.named(passage, number.place, last)

    def is_name(self, passage: Passage, number: DraftNumber) -> bool:
        """Whether a bare number is of the name of a group of an age: *15 to 24*, *under 16*, *65 years or older*."""
        words, at = passage.words, number.place
        if words[at].text not in self._numbers or not _YEARS.issuperset(number.expression.units):
            return False
        near = {word.text for word in words[max(at - _RANGE, 0) : at + _RANGE + 1]}
        before = words[at - 1].low if at else ""
        behind = {word.low for word in words[at + 1 : at + 1 + _RANGE]}
        is_age = before in _AGED or not behind.isdisjoint(_AGES) or (before in _SIDES and not number.noun)
        named = [numbers for _, numbers, _ in self._by_word.get(words[at].text, ())]
        return any(numbers <= near and (len(numbers) > 1 or is_age) for numbers in named)

    def of_figures(self, named: Collection[str]) -> bool:
        """Whether any of the groups that are named has a figure of its own."""
        return not self._used.isdisjoint(named)

    def parts(self, indicator: str, named: Collection[str]) -> frozenset[str]:
        """Of the groups that are named those by which an indicator is broken down, one of each dimension; else none."""
        parts = frozenset(group for group in named if self.dimensions[group] in self._broken_down.get(indicator, ()))
        return parts if self.are_one_group(parts) else frozenset()

    def are_one_group(self, named: Collection[str]) -> bool:
        """Whether groups are named, and one of each dimension: not *men and women*."""
        return bool(named) and len({self.dimensions[group] for group in named}) == len(named)

    def rivals(self, groups: Collection[str], named: Collection[str]) -> frozenset[str]:
        """Of the groups that are named those that stand beside one of a figure's in its dimension."""
        own = {self.dimensions[group] for group in groups}
        return frozenset(group for group in named if self.dimensions[group] in own and group not in groups)


def _is_told(wanted: frozenset[str], told: Collection[str]) -> bool:
    found = sum(word in told for word in wanted)
    return found == len(wanted) if len(wanted) <= _FEW else 3 * found >= 2 * len(wanted)
