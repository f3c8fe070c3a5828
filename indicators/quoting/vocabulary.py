"""The words by which a draft may mean the figures of a catalogue, and the lexicon that finds them.

All of it is read from the tables: titles, definitions and synonyms of indicator, kind, population and source, as a
search does. A sentence of a definition that says what a figure is not lends it no words.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import CHANGE_STATISTICS, Observation
from indicators.figures.agents import is_unnamed_reports
from indicators.figures.superseded import updated_by
from indicators.quoting.catalogue_names import full_names, proper_names, short_names, texts_of
from indicators.quoting.groups import GroupWords
from indicators.quoting.indicator_words import IndicatorWords, indicator_words, is_denied, stated_sentences, stems_of
from indicators.quoting.plain_words import PLAIN
from indicators.quoting.profile import PEOPLE, Profile
from indicators.quoting.relations import relations
from indicators.quoting.told_interval import intervals
from indicators.text.currencies import CODES
from indicators.text.lexicon import (
    Lexicon,
    Phrase,
    concept,
    country_phrases,
    group_phrases,
    phrase,
    words_of,
)
from indicators.text.unit_names import common
from indicators.text.vocabulary import FUNCTION_WORDS

_ANYBODY = frozenset(("people", "arms"))
"""Labels of words that tell no topic."""
_POSSIBLE = frozenset(("could", "would", "might"))


class Vocabulary:
    """The profiles of a catalogue, and the lexicon that finds all that they and the English groups name."""

    def __init__(self, catalogue: Catalogue, *, record: bool) -> None:
        self.catalogue = catalogue
        self.general = Lexicon([*group_phrases(), *country_phrases()])
        figures = catalogue.figures
        rows = figures if record else figures[(figures["role"] == SUBJECT).to_numpy()]
        observations = catalogue.observations(rows)
        own = {name: indicator_words(catalogue, name) for name in {each.indicator for each in observations}}
        counts = Counter(name for texts in own.values() for name in {*stems_of(texts.all)})
        weights = {name: math.log((len(own) + 1) / count) / 2 + 0.2 for name, count in counts.items()}
        self.profiles = {each.id: self._profile(each, own[each.indicator], weights) for each in observations}
        self.stems = frozenset(name for profile in self.profiles.values() for name in profile.stems)
        """The words of all things that figures count."""
        self._kin = relations(catalogue, self.profiles.values())
        self._of_unit: dict[str, list[Profile]] = {}
        for profile in {each.observation.indicator: each for each in self.profiles.values()}.values():
            self._of_unit.setdefault(profile.unit, []).append(profile)
        self._members: dict[tuple[tuple[object, ...], frozenset[str]], list[Profile]] = {}
        for profile in self.profiles.values():
            if profile.observation.groups:
                key = profile.breakdown, frozenset(profile.observation.groups)
                self._members.setdefault(key, []).append(profile)
        self._later: dict[str, list[Profile]] = {}
        for earlier, later in updated_by(catalogue).items():
            if later in self.profiles:
                self._later.setdefault(earlier, []).append(self.profiles[later])
        self.groups = GroupWords(catalogue)
        self._newest: dict[tuple[object, ...], str] = {}
        for profile in self.profiles.values():
            self._newest[profile.series] = max(self._newest.get(profile.series, ""), profile.observation.period.text)
        self._times: dict[str, set[str]] = {}
        for profile in self.profiles.values():
            self._times.setdefault(profile.observation.indicator, set()).add(profile.observation.period.text)
        self._full_names = {identity: full_names(catalogue, identity) for identity in map(str, catalogue.sources.index)}
        self._short_names = short_names(catalogue)
        self.lexicon = Lexicon([*group_phrases(), *country_phrases(), *self._named()])
        self.countries = frozenset(label for profile in self.profiles.values() for label in profile.countries)
        """The labels of the countries that figures are about."""
        self.place_words = frozenset(
            word.low
            for profile in self.profiles.values()
            for text in (*profile.named_places, profile.observation.counts or "")
            for word in words_of(text)
        )
        self.wholes = {
            str(indicator): frozenset(stems_of([catalogue.text("indicators", str(indicator), "title")]))
            for indicator in catalogue.indicators.index
        }
        """The words of the title of each indicator."""
        stems = frozenset().union(*self.wholes.values()).difference(map(concept, (*PLAIN, "patients")))
        self.intervals = intervals(catalogue, self.general_labels)
        """For each indicator that is a time from one event to another the two."""
        self.topics = frozenset(stem for stem in stems if not self.general_labels(stem) & _ANYBODY)
        """The words of all titles that tell more than people or a share."""
        self.first_year = _first_year(observations)
        """The first year of any period, or of any date at which a figure was told."""
        self.counted_units = frozenset(map(str, catalogue.kinds["unit"]))
        """The units of all kinds."""
        self.thing_stems = {
            kind: frozenset(stems_of(texts_of(catalogue, "kinds", str(kind), ("title", "synonyms"))))
            for kind in catalogue.kinds.index
        }

    def _profile(self, observation: Observation, texts: IndicatorWords, weights: dict[str, float]) -> Profile:
        catalogue = self.catalogue
        positive = [*texts.all, *stated_sentences(observation.counts or "")]
        population = texts_of(catalogue, "populations", observation.population, ("title", "synonyms"))
        kind = texts_of(catalogue, "kinds", observation.kind, ("title",))
        unit, _, per = observation.unit.partition("/")
        label = catalogue.units.label(unit)
        title = ". ".join(texts.title)
        of_population = self._labels(". ".join(population), "country")
        named_places = tuple(filter(None, (observation.place_from, observation.place_through, observation.place_to)))
        definition = catalogue.text("indicators", observation.indicator, "definition")
        places = ". ".join([*named_places, *positive, definition])
        geography = self._country_stems([*positive, *population, places])
        geography |= stems_of(name for text in population for name in proper_names(text))
        fates = self._labels(". ".join([*kind, label]), "fate")
        sorts = self._labels(title, "stage", "handling") or self._labels(". ".join(texts.stated), "stage", "handling")
        counts_people = bool(self.general_labels(label) & PEOPLE)
        measured = not counts_people and (unit in common().names or unit in CODES)
        peopled = not measured and bool(fates | self.general_labels(". ".join([*kind, *population])) & PEOPLE)
        country = catalogue.text("sources", observation.source, "country")
        changed = catalogue.text("indicators", observation.indicator, "change_of")
        groups = [catalogue.text("groups", group, "title") for group in observation.groups]
        return Profile(
            observation=observation,
            unit=unit,
            per=per,
            stems={name: weights.get(name, 1.0) for name in stems_of(positive) - geography},
            stated_stems=frozenset(stems_of([*texts.title, *texts.stated]) - geography),
            noun_stems=frozenset(stems_of([*kind, *texts.kind_synonyms, label, *population]) - geography),
            countries=of_population or self._labels(title, "country"),
            places=self._labels(places, "country"),
            sorts=(fates or self._labels(title, "fate")) | sorts,
            measured=measured,
            peopled=peopled,
            is_subject=observation.role == SUBJECT,
            by_author=observation.source_kind == "author",
            named_places=named_places,
            unnamed=is_unnamed_reports(catalogue, observation.source),
            source_kind=observation.source_kind,
            source_country=f"country.{country}" if country else "",
            without=frozenset(
                concept(found) for text in positive for found in re.findall(r"\bnon-?(\w+)", text, re.IGNORECASE)
            ),
            share_of=catalogue.text("indicators", observation.indicator, "share_of"),
            is_change=bool(changed) or observation.statistic in CHANGE_STATISTICS,
            is_possible=any(word.low in _POSSIBLE for text in (*texts.title, *texts.stated) for word in words_of(text)),
            own_words=frozenset(
                word.low
                for text in (*positive, *kind, label)
                for word in words_of(text)
                if word.low not in FUNCTION_WORDS and concept(word.low) not in geography
            ),
            changed_stems=frozenset(stems_of([*groups, catalogue.text("indicators", changed, "title")]))
            if changed
            else frozenset(stems_of(groups)),
        )

    def _labels(self, text: str, *families: str) -> frozenset[str]:
        """What a text of the catalogue mentions and does not deny, of these families."""
        return frozenset(label for label in self.general_labels(text) if label.partition(".")[0] in families)

    def general_labels(self, text: str) -> frozenset[str]:
        """All groups and countries that a text of the catalogue mentions and does not deny."""
        words = words_of(text)
        return frozenset(mention.label for mention in self.general.find(words) if not is_denied(words, mention))

    def _country_stems(self, texts: Iterable[str]) -> set[str]:
        """The stems of the words that name countries in these texts: they name people, not things."""
        words = words_of(". ".join(texts))
        named = [mention for mention in self.general.find(words) if mention.label.startswith("country.")]
        return {concept(word.low) for mention in named for word in words[mention.first : mention.last]}

    def related(self, ids: Collection[str]) -> frozenset[str]:
        """The figures that update one of these, are updated by one, are a part of one, or belong to its series."""
        return frozenset(name for figure in ids for name in self._kin.get(figure, ())) - {*ids}

    def of_unit(self, unit: str) -> Sequence[Profile]:
        """A figure of each indicator that has figures in a unit."""
        return self._of_unit.get(unit, ())

    def members(self, breakdown: tuple[object, ...], groups: frozenset[str]) -> Sequence[Profile]:
        """The figures of a breakdown that are of these groups."""
        return self._members.get((breakdown, groups), ())

    def later_than(self, figure_id: str) -> tuple[Profile, ...]:
        """The figures that update this one."""
        return tuple(self._later.get(figure_id, ()))

    def is_past(self, profile: Profile) -> bool:
        """Whether the same source has a figure of the same thing for a later period."""
        return profile.observation.period.text < self._newest[profile.series]

    def has_several_times(self, profile: Profile) -> bool:
        """Whether figures of the indicator of this one are for more than one period."""
        return len(self._times[profile.observation.indicator] - {""}) > 1

    def full_names(self, source: str) -> frozenset[str]:
        """The names of a source that mean nobody else, in small letters as words with blanks between them."""
        return self._full_names[source] | {name.lower() for name in self._short_names.get(source, ())}

    def _names_within(self, population: str) -> Iterator[str]:
        """The short names of sources that are also in the title of a population: *St Anne* and its hospital."""
        for identity in map(str, self.catalogue.sources.index):
            name = self.catalogue.text("sources", identity, "short_name")
            if name and re.search(rf"\b{re.escape(name)}\b", population):
                yield name

    def _named(self) -> Iterator[Phrase]:
        """The names of sources and populations."""
        catalogue = self.catalogue
        for identity in map(str, catalogue.sources.index):
            synonyms = catalogue.items(catalogue.text("sources", identity, "synonyms") or None, "sources", "synonyms")
            full = self._full_names[identity]
            for name in {*synonyms, *full}:
                yield phrase(name, f"source.{identity}", cased=name not in full)
        for identity, names in self._short_names.items():
            yield from (phrase(name, f"source.{identity}", cased=True) for name in names)
        for identity in map(str, catalogue.populations.index):
            for text in texts_of(catalogue, "populations", identity, ("title", "synonyms")):
                for name in {*proper_names(text), *self._names_within(text)}:
                    yield phrase(name, f"population.{identity}", cased=True)
        for identity in map(str, catalogue.groups.index):
            for name in proper_names(catalogue.text("groups", identity, "title")):
                if " " in name:
                    yield phrase(name, f"group.{identity}", cased=True)
        for profile in self.profiles.values():
            for place in profile.named_places:
                for name in proper_names(place):
                    yield phrase(name, f"place.{place}", cased=True)


def _first_year(observations: Iterable[Observation]) -> int:
    """The first year that the times of observations name; 0 where they name none."""
    times = (time.text for each in observations for time in (each.period, each.issued))
    return min((int(year) for time in times for year in re.findall(r"\d{4}", time)), default=0)


@kept(8)
def vocabulary(catalogue: Catalogue, record: bool) -> Vocabulary:
    """The vocabulary of a catalogue, with the figures of the record or without."""
    return Vocabulary(catalogue, record=record)
