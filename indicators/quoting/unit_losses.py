"""What a draft loses of the unit of a number: another unit of the dimension, another currency, another time."""

from collections.abc import Iterator

from indicators.quoting.evidence import is_rate, names_time
from indicators.quoting.number import end_of, unit_places
from indicators.quoting.quoted import Loss, Quoted
from indicators.text.lexicon import POSSESSIVE

_ADVERBS = {
    **{"hour": "hourly", "day": "daily", "week": "weekly", "fortnight": "fortnightly", "month": "monthly"},
    **{"quarter": "quarterly", "year": "yearly"},
}
"""For each time the word that tells a number per it, in a text or in a title: *mean hourly pay*."""
_TIMES_TOLD = frozenset((*_ADVERBS.values(), "annually"))
_TIMES = frozenset(("minute", *_ADVERBS))
_PER, _ARTICLES = frozenset(("per", "each", "every")), frozenset(("a", "an"))
_DURING = frozenset("in for of over within during after than".split())
"""Words before *a month* after which it is a length."""
_APART = frozenset("ago later earlier before after".split())
"""Words behind *a month* with which it leads from one time to another."""
_TOTALS = frozenset(("total", "running_total"))
_LENGTHS = {"year": len("2024"), "month": len("2024-01"), "day": len("2024-01-01")}
"""Characters of a single one of these times in EDTF: a total of one year is that of the year."""
_MONEY, _MEAN = "money", "mean"
_WHOSE, _WORK = frozenset(("of", POSSESSIVE)), frozenset(("work", "labour", "labor"))


def unit_losses(quoted: Quoted) -> Iterator[Loss]:
    """The same number in another unit of the dimension; a bare *ton* may be another ton."""
    per = quoted.number.expression.per
    if quoted.is_converted:
        return
    if quoted.fit.is_in_other_unit:
        yield Loss(code="unit", told=_unit_told(quoted) or quoted.fit.unit.replace("_", " "))
    elif is_in_other_currency(quoted):
        yield Loss(code="unit", told=_unit_told(quoted))
    elif quoted.fit.unit:
        if not _names_metric_ton(quoted):
            yield Loss(code="unit", told="tons", certain=False)
    elif quoted.profile.per and not is_rate(quoted.passage, quoted.number, quoted.profile):
        other = _other_time(quoted)
        yield Loss(code="unit", told=other, certain=bool(other))
    elif other := _other_time_than_titled(quoted):
        yield Loss(code="unit", told=other)
    elif per and per != quoted.profile.per:
        is_total = quoted.profile.observation.statistic in _TOTALS and names_time(quoted.passage, quoted.number, per)
        if quoted.profile.per or (is_total and _LENGTHS.get(per) != len(quoted.profile.observation.period.text)):
            yield Loss(code="unit", told=f"per {per}")


def is_in_other_currency(quoted: Quoted) -> bool:
    """Whether an amount of money is told in a currency that does not convert to that of its figure."""
    expression = quoted.number.expression
    return quoted.fit.is_misnamed and expression.kind == _MONEY and bool(expression.units)


def _unit_told(quoted: Quoted) -> str:
    """The words of the unit as the draft writes them: *kilometres*."""
    return " ".join(quoted.passage.words[at].text for at in unit_places(quoted.passage, quoted.number))


def _other_time_than_titled(quoted: Quoted) -> str:
    """Another time than that per which the title tells a mean: *a day of work* of *mean hourly pay*; else empty.

    It stands right behind the number, or before the thing or *work*.
    """
    passage, number, profile = quoted.passage, quoted.number, quoted.profile
    if profile.observation.statistic != _MEAN or profile.is_change:
        return ""
    title = quoted.vocabulary.catalogue.text("indicators", profile.observation.indicator, "title").lower().split()
    own = [time for time, told in _ADVERBS.items() if told in title]
    if not own or any(names_time(passage, number, time) for time in own):
        return ""
    end = end_of(passage, number)
    (first, last), told = quoted.clause, _other_time(quoted)
    behind = passage.text(end, min(end + len(told.split()), last))
    if told and told == behind.lower():
        return f"{_unit_told(quoted)} {told}".lstrip()
    for at in range(first, last - 1):
        thing = at + 1 + (passage.words[at + 1].low in _WHOSE)
        is_of_it = thing < last and (passage.names[thing] in profile.stems or passage.words[thing].low in _WORK)
        if is_of_it and passage.words[at].low in (_TIMES | _TIMES_TOLD):
            return passage.text(at, thing + 1)
    return ""


def _other_time(quoted: Quoted) -> str:
    """Another time per which the words with a number tell it: *weekly*, *each hour*; empty if they name none."""
    first, last = quoted.clause
    lows = ["", "", *(word.low for word in quoted.passage.words[first:last]), ""]
    for at, low in enumerate(lows[2:-1], start=2):
        earlier, before, behind = lows[at - 2], lows[at - 1], lows[at + 1]
        is_per = before in _PER or (before in _ARTICLES and earlier not in _DURING and behind not in _APART)
        if low in _TIMES_TOLD or (is_per and low in _TIMES):
            return low if low in _TIMES_TOLD else f"{before} {low}"
    return ""


def _names_metric_ton(quoted: Quoted) -> bool:
    """Whether the passage names the metric ton before a bare *tons*."""
    return any(word.low in ("metric", "tonnes", "tonne") for word in quoted.passage.words[: quoted.number.place + 4])
