"""The words by which a draft may tell a figure: thing, people, places and source."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from indicators.catalogue.observation import Observation
from indicators.quoting.rounding import significant

PEOPLE = frozenset(("people", "arms", "patients"))
"""Groups of words for people of any sort."""
_SERIES_FIELDS = ("indicator", "source", "unit", "season", "prices", "status")
"""The fields that all figures of a series share, beside their groups."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Profile:
    """A figure with the words by which a draft may mean it.

    ``stems`` weigh the words of what is measured: the rarer in the catalogue, the heavier; ``stated_stems`` are those
    of title and definition. ``noun_stems`` name the thing counted. ``countries`` are whom it is about, ``places`` all
    countries that it names. ``sorts`` are the labels of fates, stages and handling that it states. ``measured`` says
    that it is a mass, a length, a time or money, ``peopled`` that it counts people. ``without`` are stems of which it
    is declared free: *military* of non-military aid. ``share_of`` is the indicator of which it is a share.
    ``is_change`` says that it is a rise or a fall, and ``changed_stems`` are the words of what rises or falls.
    ``is_possible`` says that it counts what could or would be. ``own_words`` are all words of indicator and kind.
    """

    observation: Observation
    unit: str
    per: str
    stems: dict[str, float]
    stated_stems: frozenset[str]
    noun_stems: frozenset[str]
    countries: frozenset[str]
    places: frozenset[str]
    sorts: frozenset[str]
    measured: bool
    peopled: bool
    is_subject: bool
    by_author: bool
    unnamed: bool
    named_places: tuple[str, ...]
    source_kind: str
    source_country: str
    without: frozenset[str]
    share_of: str
    is_change: bool
    is_possible: bool
    changed_stems: frozenset[str]
    own_words: frozenset[str]

    @cached_property
    def stems_weight(self) -> float:
        """The sum of the weights of the words of title and definition: a draft needs no synonym beside them."""
        return sum(self.stems[stem] for stem in self.stated_stems) or 1.0

    @cached_property
    def digits(self) -> int:
        """The digits of its number that tell it from others."""
        value = self.observation.value
        return self.observation.digits or (significant(value) if value else 0)

    @cached_property
    def names(self) -> frozenset[str]:
        """The labels of the people or countries that it is about."""
        groups = (f"group.{group}" for group in self.observation.groups)
        return self.countries | {f"population.{self.observation.population}", *groups}

    @cached_property
    def series(self) -> tuple[object, ...]:
        """What all figures of a series share: their indicator, source and unit, and their groups."""
        return (*self._common, self.observation.groups)

    @cached_property
    def breakdown(self) -> tuple[object, ...]:
        """What a figure of the whole shares with those of its groups."""
        return (*self._common, self.observation.period.text)

    @property
    def _common(self) -> tuple[object, ...]:
        return tuple(getattr(self.observation, field) for field in _SERIES_FIELDS)

    @property
    def id(self) -> str:
        """The id of the figure."""
        return self.observation.id


def vague_key(order: int | None) -> str:
    """The key of a magnitude without a number."""
    return f"order {order}"


def values_of(profile: Profile) -> Iterable[float]:
    """The numbers that a figure prints."""
    observation = profile.observation
    if observation.qualifier == "between":
        return tuple(end for end in (observation.lower, observation.upper) if end is not None)
    return () if observation.value is None else (observation.value,)
