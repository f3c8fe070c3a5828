"""Whether the words around a number of people, or a share, say nothing of what the figures of a catalogue are about."""

from indicators.measure.units import PERCENT
from indicators.quoting.evidence import fates_like, weight_of_who
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.plain_words import PLAIN
from indicators.quoting.profile import Profile
from indicators.quoting.thing import PERSONS
from indicators.quoting.vocabulary import Vocabulary
from indicators.text.lexicon import concept

_RATIO = "one"
_TOLD, _NAMED = 0.2, 2.4
"""Share of a figure's words with which a sentence tells it; what people, source and time weigh where all are named."""
_VAGUE = frozenset(map(concept, PLAIN))
"""Words of a figure that tell no topic: *rate*."""


def is_off_topic(vocabulary: Vocabulary, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether nothing but a number of people, or a share, and a name speaks for a figure: *9,100 people vaccinated*.

    Beside a group, source and time are enough. Else no word of a title stands in the sentence, the one before it or the
    heading, and nothing tells what the figure says that happened to the people.
    """
    if not (profile.peopled or profile.unit in (PERCENT, _RATIO)) or profile.by_author:
        return False
    if profile.unit == _RATIO and _is_of_things(passage, number, profile):
        return True
    observation = profile.observation
    if observation.groups and passage.has(f"source.{observation.source}") and passage.tells(observation.period):
        return False
    told = passage.concepts[number.sentence] & profile.stems.keys() - PERSONS
    if (told or profile.peopled) and weight_of_who(passage, number, profile) >= _NAMED:
        return False
    if sum(profile.stems[stem] for stem in told - _VAGUE) >= _TOLD * profile.stems_weight:
        return False
    near = [at for at in (number.sentence, passage.sentence_before(number), passage.heading(number)) if at is not None]
    fates = fates_like(frozenset(label for label in profile.sorts if label.startswith("fate."))) | profile.sorts
    if any(passage.sentence_labels[at] & fates for at in near):
        return False
    return not any(passage.concepts[at] & vocabulary.topics for at in near)


def _is_of_things(passage: Passage, number: DraftNumber, profile: Profile) -> bool:
    """Whether a ratio of people is told of something else: *one in 75 cars*."""
    return (
        profile.peopled
        and bool(number.noun)
        and not any(passage.names[at] in profile.stems or passage.labels_at.get(at) for at in number.noun)
    )
