"""Whether the words around a number of people, or a share, say nothing of what the figures of a catalogue are about."""

from indicators.measure.units import PERCENT
from indicators.quoting.evidence import fates_like, weight_of_who
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile
from indicators.quoting.thing import told_share
from indicators.quoting.vocabulary import Vocabulary

_RATIO = "one"
_TOLD, _NAMED = 0.2, 1.7
"""Share of a figure's words with which a sentence tells it; what people and source weigh where both are named."""


def is_off_topic(vocabulary: Vocabulary, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether nothing but a number of people, or a share, and a name speaks for a figure: *9,100 people vaccinated*.

    Beside a group, the source or the time is enough. Else no word of a title stands in the sentence, the one before it
    or the heading, and nothing tells what the figure says that happened to the people.
    """
    if not (profile.peopled or profile.unit in (PERCENT, _RATIO)) or profile.by_author:
        return False
    observation = profile.observation
    if observation.groups and (passage.has(f"source.{observation.source}") or passage.tells(observation.period)):
        return False
    if told_share(passage, number, profile) >= _TOLD or weight_of_who(passage, number, profile) >= _NAMED:
        return False
    near = [at for at in (number.sentence, passage.sentence_before(number), passage.heading(number)) if at is not None]
    fates = fates_like(frozenset(label for label in profile.sorts if label.startswith("fate."))) | profile.sorts
    if any(passage.sentence_labels[at] & fates for at in near):
        return False
    return not any(passage.concepts[at] & vocabulary.topics for at in near)
