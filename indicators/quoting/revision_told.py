"""Whether a draft tells a revision as what it is not.

As a change of what was revised, *lost 32,000 jobs* of *revised down by 32,000*; or as one that leads to the value which
was replaced.
"""

import re
from collections.abc import Collection, Iterator

from indicators.figures.revisions import revision_indicators
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.told_direction import told_direction
from indicators.text.vocabulary import NUMBER_WORDS

_SAYS_REVISION = re.compile(
    r"revis|restat|correct|amend|recalculat|overstat|understat|re-?estimat|benchmark|first|original|initial|previous"
    r"|earlier|prior|preliminary|published|reported|thought|adjusted (?:up|down)|(?:up|down)graded?",
    re.IGNORECASE,
)
"""Words of which one tells that a published number was changed."""
_REVISED = frozenset("revised restated corrected amended updated upgraded downgraded adjusted".split())
_LEADS_TO = frozenset("up down upward upwards downward downwards slightly sharply by from a an , or".split())
"""Words from such a verb to *to*, beside numbers and what they count: *revised down by 32,000 jobs to*."""
_DENIED = frozenset("had not never before until wrongly".split())
"""Words before such a verb that make it one of another time, or none."""
_VERB_OF = 3
"""Words before the verb among which they stand."""


def revision_told_as_change(quoted: Quoted) -> Iterator[Loss]:
    """A revision is told as a rise or a fall, and its paragraph has no word of a revision."""
    passage, number = quoted.passage, quoted.number
    if quoted.profile.observation.indicator not in revision_indicators(quoted.vocabulary.catalogue):
        return
    _, word = told_direction(passage, number, quoted.profile.changed_stems)
    sentences = passage.paragraph(number.sentence)
    first, last = passage.sentences[sentences[0]][0], passage.sentences[sentences[-1]][1]
    if word and not _SAYS_REVISION.search(passage.text(first, last)):
        yield Loss(code="kind", told=word)


def is_revised_to(quoted: Quoted, later: Collection[float | None]) -> bool:
    """Whether a replaced value is told as that to which it was revised: *revised down by 32,000 to 504,000* from it.

    ``later`` are the values that replaced it; where one stands behind the number, it may have been revised twice.
    """
    passage, number, (first, last) = quoted.passage, quoted.number, quoted.sentence
    to = passage.word_before(number)
    if quoted.profile.observation.updates or to < first or passage.words[to].low != "to":
        return False
    if any(other.value in later for other in passage.numbers if number.place < other.place < last):
        return False
    before = passage.number_before(number)
    is_origin = before is not None and before.value in later and first < passage.word_before(before)
    if before and is_origin and passage.words[passage.word_before(before)].low == "from":
        to = passage.word_before(before)  # revised the gain from 472,000 to 504,000
        to = next((at + 1 for at in range(to - 1, first - 1, -1) if passage.words[at].low in _REVISED), to)
    counted = {at for other in passage.numbers for at in (other.place, *other.noun)}
    for at in range(to - 1, first - 1, -1):
        word = passage.words[at].low
        if word in _REVISED:
            return _DENIED.isdisjoint(each.low for each in passage.words[max(at - _VERB_OF, first) : at])
        if not (at in counted or word in _LEADS_TO or word[0].isdecimal() or word in NUMBER_WORDS):
            return False
    return False
