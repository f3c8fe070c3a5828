"""Whether a draft owes the time that a figure covers, or may leave it out."""

from indicators.quoting.quoted import Quoted
from indicators.quoting.told_dates import is_short
from indicators.quoting.told_stretches import tells_length

GATHERED = frozenset(("total", "running_total", "rate", "change", "percent_change"))
"""Statistics of what comes together in a time, which a draft always owes."""


def owes_time(quoted: Quoted) -> bool:
    """Whether a figure says little without its time: it is gathered in it, or only the time tells it from others."""
    return quoted.profile.observation.statistic in GATHERED or _is_of_days(quoted) or _is_of_several(quoted)


def _is_of_days(quoted: Quoted) -> bool:
    """Whether a figure counts people at a time of less than a month, as surveys of a week do."""
    observation = quoted.profile.observation
    return quoted.profile.peopled and observation.statistic == "level" and is_short(observation.period)


def _is_of_several(quoted: Quoted) -> bool:
    """Whether a figure is a change, or the catalogue has its thing at other times, and no length or *now* is told."""
    passage, number, profile = quoted.passage, quoted.number, quoted.profile
    if tells_length(passage, number):
        return False
    is_now = passage.has("present", *quoted.sentence)
    return profile.is_change or (quoted.vocabulary.has_several_times(profile) and not is_now)
