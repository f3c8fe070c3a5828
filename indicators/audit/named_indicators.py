"""Compares the indicator of each observation with the indicators that the words before its number name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from indicators.audit.claims import AuditedText
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.text.expression import QUANTITIES, Expression
from indicators.text.sentences import in_quotes

_WORD = re.compile(r"[^\W\d_]{3,}")
_LINKS = frozenset("and are for from has have its not nor per that the their they this was were who with".split())
_GENERAL = frozenset(
    "average change changes gain level loss mean median monthly net number numbers percent rate ratio rise share total "
    "annual".split()
)
"""Words of statistics, which tell no two things apart."""
_CLAUSE = re.compile(r"[;:] |, (?:while|whereas|but|although|though) ")
"""What ends the reach of a name."""
_FEWEST_WORDS = 2
"""Words of a title that may stand for an indicator; a single one also stands where something else is told."""
_RELATED = ("change_of", "share_of", "part_of", "base", "beside")


def report_indicators(audited: AuditedText) -> None:
    """Reports each observation whose number stands behind the whole title of another indicator, and not behind its own.

    A synonym of another counts for nothing, as it may be the name of a time or of a comparison: *pre-pandemic level*.
    One whose sentence has a whole name of its own indicator may be of either; so may one whose indicator is a change, a
    share or a part of the other, or the other of it.
    """
    names = _Names(audited.catalogue)
    words: dict[int, frozenset[str]] = {}
    named: dict[int, Mapping[int, frozenset[str]]] = {}
    for observation, claim in audited.printed:
        passage = claim.passage
        if passage not in named:
            sentence = audited.passages[passage].text
            words[passage] = _words_of(sentence)
            named[passage] = dict(names.before([each.expression for each in audited.claims[passage]], sentence))
        before = named[passage].get(claim.expression.first, frozenset())
        if "indicator" in observation.inferred or names.tells(observation.indicator, words[passage], before):
            continue
        others = {other for other in names.named_in(before) if names.may_be(observation, other)}
        if others:
            titles = {other: audited.catalogue.text("indicators", other, "title") for other in sorted(others)}
            expected = " or ".join(f"{other} ({in_quotes(title)})" for other, title in titles.items())
            message = f"indicator: found {observation.indicator}; expected {expected}, which its sentence names"
            audited.report_misquoted(claim, observation.id, message)


class _Names:
    """The names of the indicators of a catalogue as sets of words, the title first."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._names: dict[str, list[frozenset[str]]] = {}
        """The title and each synonym of each indicator."""
        self._words: dict[str, frozenset[str]] = {}
        """All words of these and of the definition."""
        self._family: dict[str, set[str]] = {}
        """Each indicator with those that it rests on."""
        self._by_word: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        """The titles with their indicators, each under one of its words."""
        pairs = catalogue.figures[["indicator", "unit"]].drop_duplicates()
        self._units = set(pairs.itertuples(index=False, name=None))
        """Each indicator with each unit of its figures."""
        columns = ["title", "definition", "synonyms", *_RELATED]
        for identity, title, definition, synonyms, *related in catalogue.indicators[columns].itertuples():
            texts = [title, *catalogue.items(synonyms, "indicators", "synonyms")]
            self._names[identity] = [_words_of(text) for text in texts]
            self._words[identity] = _words_of(" ".join(filter(_is_text, (*texts, definition))))
            self._family[identity] = {identity, *filter(_is_text, related)}
            name = self._names[identity][0]
            if len(name) >= _FEWEST_WORDS and name - _GENERAL:
                self._by_word[min(name - _GENERAL)].append((name, identity))

    def tells(self, indicator: str, sentence: frozenset[str], before: frozenset[str]) -> bool:
        """Whether a sentence has all words of a name of an indicator, or the words before a number one of its own."""
        names = self._names[indicator]
        return any(name <= sentence for name in names) or any((name - _GENERAL) & before for name in names)

    def named_in(self, words: frozenset[str]) -> Iterator[str]:
        """The indicators of which all words of the title are among these."""
        for word in sorted(words):
            for name, indicator in self._by_word.get(word, ()):
                if name <= words:
                    yield indicator

    def may_be(self, observation: Observation, other: str) -> bool:
        """Whether another indicator has figures in the unit of an observation, and is apart from its indicator.

        Its title has a word that nothing says of that indicator, and neither rests on the other.
        """
        own = observation.indicator
        distinct = bool(self._names[other][0] - _GENERAL - self._words[own])
        alone = self._family[own].isdisjoint(self._family[other])
        return distinct and alone and (other, observation.unit) in self._units

    def before(self, expressions: Iterable[Expression], sentence: str) -> Iterator[tuple[int, frozenset[str]]]:
        """The words before each number of a sentence, given by where it starts: from the last whole title on."""
        start, words = 0, frozenset[str]()
        for expression in expressions:
            if expression.kind not in QUANTITIES:
                continue
            clause = max((match.end() for match in _CLAUSE.finditer(sentence, start, expression.first)), default=start)
            found = _words_of(sentence[clause : expression.first])
            words = found if clause > start or any(self.named_in(found)) else words | found
            yield expression.first, words
            start = expression.whole_end


def _words_of(text: str) -> frozenset[str]:
    """The words of a text that tell things apart, in small letters and without the s of a plural."""
    words = (match[0].lower() for match in _WORD.finditer(text))
    return frozenset(word.removesuffix("s") if len(word) > len("gas") else word for word in words if word not in _LINKS)


def _is_text(cell: object) -> bool:
    return isinstance(cell, str)
