"""How well the words around a number name what a figure counts."""

from collections.abc import Sequence

from indicators.quoting.bare_numbers import follows, is_headed
from indicators.quoting.evidence import SMALL, fates_like, names_both
from indicators.quoting.number import compound_heads
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import PEOPLE, Profile
from indicators.quoting.reader import SHARES
from indicators.quoting.taken_up import is_of_pronoun, question_before
from indicators.quoting.told_group import tells_all, told_groups
from indicators.quoting.vocabulary import Vocabulary
from indicators.text.lexicon import concept

PERSONS = frozenset(map(concept, ("people", "persons")))
"""Words of what is counted that tell no thing from another."""
_SENDINGS = frozenset("ship ships shipment shipments delivery deliveries supplies exports imports transfers".split())
"""What is counted beside what is sent: *7,000 ships*."""
_BOTH = 0.8
"""Added where a sentence names both countries that a figure is about."""
_TELLING = 2
"""Digits up to which many figures have the same number."""
_OWN_GROUP, _OTHER_GROUP = 0.4, -0.6
"""Added where the draft names the group of a figure; where it names another group, or none."""
_GOVERNED, _VERB = 0.6, 4
"""Added where a verb such as *lost* governs the number; the words there may be between the two."""
_UNIT = 0.5
"""Added where a share is told in percent, which names no thing."""
_GROUP, _RIVAL = 0.8, 0.6
"""Added where the word behind a number names the group of a figure, *76 nurses*, or another group of its dimension."""
_ELLIPTIC = 0.6
"""Added where a bare number follows words, a heading or a number of the thing."""
_SHARE = 1.5
"""What the other words of a share must weigh where the words of its whole are not its own."""
_MEASURED, _ONLY_UNIT = 0.4, 1.0
"""Added for the unit of a measured figure; for a unit that no other indicator has."""
_WHOSE = 0.1
"""Added for a word that says of whom, and not what: *Chilean*, *in Chile*."""
_OWN_WORD, _TITLE_WORD, _FATE_WORD, _PEOPLE_WORD = 1.0, 0.5, 0.6, 0.3
"""Added for a noun of the thing; another word of its title; a word such as *killed*; *people*."""
_PEOPLE_NAMED = 1.5
"""What the words of a sentence weigh at least where a few people are those that a figure counts otherwise: patients."""
_SENTENCE_BEFORE = 0.6
"""The part of their weight that words of the sentence before keep."""
_NOUN_IN_SENTENCE = 0.6
"""Added where a number with another value stands in a sentence that has a noun of the thing."""
_RELATED = 0.8
"""Added where the sentence tells the fate or the stage that is counted: *killed*, *planned*."""
_MOST_WORDS = 2.5
"""What all words of the thing in a sentence add at most."""


def holders_of(profile: Profile) -> frozenset[str]:
    """The labels of people who hold what a figure counts: workers, of jobs."""
    return frozenset() if profile.measured else frozenset(f"holders.{stem}" for stem in profile.noun_stems)


def told_weight(passage: Passage, number: DraftNumber, profile: Profile) -> float:
    """The sum of the weights of a figure's words in the sentence of a number."""
    key = number.sentence, profile.id
    if key not in passage.things:
        told = passage.concepts[number.sentence] & profile.stems.keys()
        passage.things[key] = sum(profile.stems[stem] for stem in told)
    return passage.things[key]


def told_share(passage: Passage, number: DraftNumber, profile: Profile) -> float:
    """How much of the words of a figure the sentence of a number has, by their weights."""
    return told_weight(passage, number, profile) / profile.stems_weight


class ThingWords:
    """Weighs the words of what is counted."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def weight(self, passage: Passage, number: DraftNumber, profile: Profile, matched: bool) -> float | None:
        """How well the words around the number name what the figure counts; None where they name something else."""
        named = (_UNIT if profile.unit in SHARES else 1.0) if matched and not profile.measured else 0.0
        for nouns in (number.noun, number.thing):
            known = [self._known(passage, number, at, profile) for at in nouns]
            if nouns is number.thing and named >= 1 and not profile.measured and self._is_listed(passage, nouns):
                continue  # what a draft adds: containers of shells
            if nouns is number.thing and profile.without and self._is_listed(passage, nouns):
                continue  # what is declared to be no part of it: worth of arms
            if self._is_of_group(passage, number, profile, nouns):
                if nouns is number.noun:
                    named = max(named, _GROUP)
                continue  # of whom a share is: children under 16; who live abroad
            telling = [each for each in known if each != _WHOSE]
            is_of_whole = profile.share_of and told_weight(passage, number, profile) >= _SHARE
            is_of_all = bool(nouns) and passage.has("everybody", nouns[0] - 1, nouns[-1] + 1)
            if nouns is number.thing and (is_of_whole or is_of_all):
                continue  # of another whole: percent of all operations; of the whole population
            if telling and not any(telling) and (nouns is number.thing or not (matched or profile.measured)):
                return None
            named = max([named, *(each for each in telling if each > _WHOSE)])
        at = passage.word_before(number)
        if not named and not number.noun and at >= 0 and passage.names[at] in profile.stems:
            named = _ELLIPTIC
        if self._is_of_other_people(passage, number, profile) or self._is_of_other_head(passage, number, profile):
            return None
        if not named and follows(passage, number, profile):
            named = _ELLIPTIC
        first, last = passage.span(number)
        stems = passage.concepts[number.sentence]
        weight = told_weight(passage, number, profile)
        if (not weight and not named) or is_of_pronoun(passage, number):
            weight += _SENTENCE_BEFORE * self._before(passage, number, profile)
        if not named and is_headed(passage, number, profile, self._title(profile)):
            named = _ELLIPTIC
        is_staged = any(label.startswith("stage.") for label in profile.sorts)
        related = is_staged and bool(passage.labels("stage", first, last))
        fates = frozenset(label for label in profile.sorts if label.startswith("fate."))
        if fates and not profile.measured:
            before = passage.sentence_before(number)
            near = first if before is None else passage.sentences[before][0]
            told = passage.labels("fate", first, last) or (not number.noun and passage.labels("fate", near, last))
            if not told and (heading := passage.heading(number)) is not None:
                told = passage.labels("fate", *passage.sentences[heading])
            related = bool(told and told & fates_like(fates))
            if not related and not stems & profile.noun_stems:
                return None
            if related and not named and not number.noun and self._is_object(passage, number, fates):
                named = _GOVERNED
        unit = self._own_unit(profile) if matched and profile.measured else 0.0
        if not named and not matched and stems & profile.noun_stems:
            unit += _NOUN_IN_SENTENCE
        is_of_people = profile.peopled and bool(number.expression.units) and weight >= _PEOPLE_NAMED
        if abs(number.value) < SMALL and not matched and not named and not is_of_people:
            return None
        if names_both(passage, number, profile):
            weight += _BOTH
        grouped = self._grouped(passage, number, profile)
        return unit + named + min(weight, _MOST_WORDS) + (_RELATED if related else 0.0) + grouped

    def _own_unit(self, profile: Profile) -> float:
        """The weight of the unit of a measured figure: more where no other indicator has it."""
        return _ONLY_UNIT if len(self._vocabulary.of_unit(profile.unit)) == 1 else _MEASURED

    def _is_of_other_people(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether the sentence tells of other people than the figure, and names no source: *6,430 people voted*."""
        if profile.measured or profile.per or passage.has(f"source.{profile.observation.source}"):
            return False
        nouns = {passage.names[at] for at in number.noun}
        is_people = number.expression.units[:1] == (profile.unit,) or not nouns.isdisjoint(PERSONS)
        told = (passage.concepts[number.sentence] & profile.stems.keys()) - PERSONS
        return is_people and not told and bool(nouns - PERSONS) and not profile.sorts

    def _is_of_other_head(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether a number is the size of something else: *a ship of the 400-box class*, *a 90-seat hall*."""
        heads = compound_heads(passage, number)
        return bool(heads) and not any(passage.labels_at.get(at) or passage.names[at] in profile.stems for at in heads)

    def _title(self, profile: Profile) -> frozenset[str]:
        return self._vocabulary.wholes[profile.observation.indicator] - PERSONS

    def _is_object(self, passage: Passage, number: DraftNumber, fates: frozenset[str]) -> bool:
        """Whether one of these fates stands right before a number: *lost 1,200*."""
        first = max(number.place - _VERB, passage.span(number)[0])
        return bool(passage.labels("fate", first, number.place) & fates)

    def _grouped(self, passage: Passage, number: DraftNumber, profile: Profile) -> float:
        """The weight of the groups that the draft names: for a figure of these groups, against a figure of others."""
        groups, own = self._vocabulary.groups, profile.observation.groups
        near = groups.named_near(passage, number) | groups.hinted(passage, number.noun)
        if own and groups.hinted(passage, (*number.noun, *range(*passage.clause(number)))).issuperset(own):
            return _OWN_GROUP
        if not own:
            return _OTHER_GROUP if groups.are_one_group(near) and groups.of_figures(near) else 0.0
        if near.issuperset(own) or self._names_other_group(passage, number, profile):
            return _OWN_GROUP
        if tells_all(passage, number) and told_weight(passage, number, profile):
            return 0.0
        is_other = groups.are_one_group(near) and groups.of_figures(near)
        is_long = profile.digits > _TELLING and is_other
        return 0.0 if is_long or groups.named(passage, *passage.span(number)).issuperset(own) else _OTHER_GROUP

    def _names_other_group(self, passage: Passage, number: DraftNumber, profile: Profile) -> bool:
        """Whether the sentence tells the thing, and with the number a group that has a figure beside this one."""
        told = told_groups(self._vocabulary.groups, passage, number)
        is_told = bool(told and told_weight(passage, number, profile))
        return is_told and bool(self._vocabulary.members(profile.breakdown, told))

    def _is_of_group(self, passage: Passage, number: DraftNumber, profile: Profile, nouns: Sequence[int]) -> bool:
        """Whether the words behind *of*, or a word of its name right behind the number, tell the group of a figure."""
        own, groups = profile.observation.groups, self._vocabulary.groups
        if nouns is number.noun and not any(passage.names[at] in groups.stems[group] for at in nouns for group in own):
            return False
        if not own or groups.named_near(passage, number).issuperset(own):
            return bool(own)
        is_name = bool(nouns) and groups.words.issuperset(passage.names[at] for at in nouns)
        return is_name and nouns is number.thing and self._names_other_group(passage, number, profile)

    def _is_listed(self, passage: Passage, nouns: Sequence[int]) -> bool:
        """Whether one of these words names a kind of the catalogue, or arms."""
        if nouns and passage.has("military", nouns[0], nouns[-1] + 1):
            return True
        names = {passage.names[at] for at in nouns}
        return any(names & stems for stems in self._vocabulary.thing_stems.values())

    def _known(self, passage: Passage, number: DraftNumber, at: int, profile: Profile) -> float:
        """The weight of a word behind a number: much for a word of the figure, little for a word that fits many."""
        name = passage.names[at]
        if passage.words[at].low in _SENDINGS:
            return 0.0
        if name in profile.noun_stems:
            return _OWN_WORD
        if name in profile.stems:
            return _TITLE_WORD
        if not holders_of(profile).isdisjoint(passage.labels_at.get(at, ())):
            source = f"source.{profile.observation.source}"
            return _OWN_WORD if source in passage.sentence_labels[number.sentence] else 0.0
        own, groups = profile.observation.groups, self._vocabulary.groups
        hinted = groups.hinted(passage, [at])
        if own and hinted:
            return _GROUP if hinted.issuperset(own) else _RIVAL if groups.rivals(own, hinted) else 0.0
        for label in passage.labels_at.get(at, ()):
            if label.startswith("country."):
                is_people = passage.words[at].low.endswith("s") and passage.words[at].text[0].isupper()
                return _FATE_WORD if profile.peopled and is_people and len(passage.words[at].low) > 4 else _WHOSE
            if profile.peopled and (label in PEOPLE or label.startswith(("fate.", "stage."))):
                return _FATE_WORD if label != "people" else _PEOPLE_WORD
            if label in profile.sorts or label.startswith(("population.", "stage.", "handling.", "place.", "source.")):
                return _WHOSE
        return 0.0

    def _before(self, passage: Passage, number: DraftNumber, profile: Profile) -> float:
        """The weight of the figure's words in the sentence before and the heading, where this sentence has no noun."""
        before = passage.sentence_before(number)
        if before is None or number.noun:
            return 0.0
        stems = frozenset().union(
            *(
                passage.concepts[sentence]
                for sentence in (before, passage.heading(number), question_before(passage, number))
                if sentence is not None
            )
        )
        return sum(profile.stems[stem] for stem in stems & profile.stems.keys())
