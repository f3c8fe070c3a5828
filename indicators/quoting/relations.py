"""Which figures of a catalogue belong together, so that a draft that quotes one may mean another beside it."""

from collections.abc import Collection

from indicators.quoting.profile import Profile

_MOST = 50
"""Members of a series that are looked for beside each other."""


def relations(profiles: Collection[Profile]) -> dict[str, set[str]]:
    """For the id of a figure those that it updates or is a part of, or the other way round, and those of its series."""
    kin: dict[str, set[str]] = {}
    series: dict[str, list[str]] = {}
    grouped = {profile.observation.indicator for profile in profiles if profile.observation.groups}
    for profile in profiles:
        observation = profile.observation
        for other in filter(None, (observation.updates, observation.part_of)):
            kin.setdefault(profile.id, set()).add(other)
            kin.setdefault(other, set()).add(profile.id)
        if observation.series:
            series.setdefault(observation.series, []).append(profile.id)
        elif not profile.is_change:
            series.setdefault(repr(profile.series), []).append(profile.id)
        if observation.groups or observation.indicator in grouped:
            series.setdefault(repr(profile.breakdown), []).append(profile.id)
    for members in series.values():
        for one_id in members[:_MOST]:
            kin.setdefault(one_id, set()).update(members[:_MOST])
    return kin
