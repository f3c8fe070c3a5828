"""Whether a number takes up what an earlier sentence speaks of: behind a pronoun, or in the answer to a question."""

from itertools import pairwise

from indicators.quoting.passage import DraftNumber, Passage

_NEAR = 6
"""Words before a number among which a pronoun and its verb may stand."""
_PRONOUNS, _VERBS = frozenset(("it", "they", "that", "this")), frozenset(("was", "were", "is", "are", "had", "has"))
_ANSWER = 3
"""Sentences of an answer that still speak of what was asked."""


def is_of_pronoun(passage: Passage, number: DraftNumber) -> bool:
    """Whether a pronoun and its verb stand before a number: *it was 40*, *they had been 40*."""
    words = [word.low for word in passage.words[max(number.place - _NEAR, passage.span(number)[0]) : number.place]]
    return any(word in _PRONOUNS and verb in _VERBS for word, verb in pairwise(words))


def question_before(passage: Passage, number: DraftNumber) -> int | None:
    """The question in the paragraph that the sentence of a number answers, at most a few sentences before it."""
    first = passage.paragraph(number.sentence).start
    before = range(number.sentence - 1, max(number.sentence - 1 - _ANSWER, first - 1), -1)
    return next((at for at in before if passage.words[passage.sentences[at][1] - 1].text == "?"), None)
