"""The offices by which a draft may name the source of a figure: *Chile's army*."""

from collections.abc import Collection

from indicators.quoting.passage import Passage
from indicators.quoting.profile import Profile

_BEHIND = 3
"""Words behind a country among which its office stands."""
_OFFICES = {
    "government": ("office.government", "office.military", "office.minister", "office.intelligence"),
    "military": ("office.military",),
    "intelligence": ("office.intelligence",),
    "head_of_state": ("office.head_of_state",),
    "lawmaker": ("office.lawmaker",),
    "ngo": ("office.ngo",),
    "media": ("office.media",),
    "monitor": ("office.monitor", "office.ngo"),
}
"""For each kind of source the labels of the offices that may stand for it."""
VAGUE_OFFICES = frozenset("official officials authorities government figures estimates sources count counts".split())
"""Offices that may stand for any source of a country."""


def own_offices(profile: Profile) -> tuple[str, ...]:
    """The labels of the offices that may stand for the source of a figure."""
    return _OFFICES.get(profile.source_kind, ())


def names_office(passage: Passage, profile: Profile, first: int, last: int) -> bool:
    """Whether these words name an office of the source beside its country: *US officials*, *officials of the US*."""
    return any(
        passage.has(office, country.last, country.last + _BEHIND)
        or (
            passage.words[country.first - 1].low in ("of", "the", "in")
            and passage.has(office, max(country.first - _BEHIND, first), country.first)
        )
        for country in passage.mentioned(profile.source_country, first, last)
        for office in own_offices(profile)
    )


def names_own_office(passage: Passage, profile: Profile, first: int, last: int, ignored: Collection[str]) -> bool:
    """Whether these words name nothing but the office of the source: *officials*; ``ignored`` may stand beside it."""
    covered = {
        at
        for label in own_offices(profile)
        for mention in passage.mentioned(label, first, last)
        for at in range(mention.first, mention.last)
    }
    return bool(covered) and all(at in covered or passage.words[at].low in ignored for at in range(first, last))
