"""Which figures of a catalogue belong together, so that a draft that quotes one may mean another beside it."""

from collections.abc import Collection

from indicators.catalogue.model import Catalogue
from indicators.quoting.profile import Profile

_MOST = 50
"""Members of a series that are looked for beside each other."""


def relations(catalogue: Catalogue, profiles: Collection[Profile]) -> dict[str, set[str]]:
    """For the id of a figure those that it updates, is a part of or changes, or that do so to it, and its series."""
    kin: dict[str, set[str]] = {}
    series: dict[str, list[str]] = {}
    levels: dict[tuple[object, ...], list[str]] = {}
    grouped = {profile.observation.indicator for profile in profiles if profile.observation.groups}
    for profile in profiles:
        observation = profile.observation
        for other in filter(None, (observation.updates, observation.part_of)):
            kin.setdefault(profile.id, set()).add(other)
            kin.setdefault(other, set()).add(profile.id)
        if observation.series:
            series.setdefault(observation.series, []).append(profile.id)
        elif not profile.is_change:
            key = (observation.indicator, observation.source, profile.unit, observation.season, observation.prices)
            series.setdefault(repr((*key, observation.groups)), []).append(profile.id)  # also what is expected
        if observation.groups or observation.indicator in grouped:
            series.setdefault(repr(profile.breakdown), []).append(profile.id)
        levels.setdefault((observation.indicator, observation.source, observation.groups), []).append(profile.id)
    for profile in profiles:
        observation = profile.observation
        changed = catalogue.text("indicators", observation.indicator, "change_of")
        for other in levels.get((changed, observation.source, observation.groups), ())[:_MOST]:
            kin.setdefault(profile.id, set()).add(other)
            kin.setdefault(other, set()).add(profile.id)
    for members in series.values():
        for one_id in members[:_MOST]:
            kin.setdefault(one_id, set()).update(members[:_MOST])
    return kin
