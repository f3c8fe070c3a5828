"""Whether a draft tells a revision as a change of what was revised: *lost 32,000 jobs* of *revised down by 32,000*."""

import re
from collections.abc import Iterator

from indicators.figures.revisions import revision_indicators
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.told_direction import told_direction

_SAYS_REVISION = re.compile(
    r"revis|restat|correct|amend|recalculat|overstat|understat|re-?estimat|benchmark|first|original|initial|previous"
    r"|earlier|prior|preliminary|published|reported|thought|adjusted (?:up|down)|(?:up|down)graded?",
    re.IGNORECASE,
)
"""Words of which one tells that a published number was changed."""


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
