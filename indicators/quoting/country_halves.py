"""*The North* and *the South*, where a passage names a country that has such a half, or else the catalogue does."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from indicators.text.lexicon import Mention, Word, countries

_OPPOSITE = {"North": "South", "South": "North", "East": "West", "West": "East"}
_COUNTRY = "country."


def halves_of_countries(
    words: Sequence[Word], mentions: Sequence[Mention], own: Collection[str] = ()
) -> Iterator[Mention]:
    """The mentions of a country by its half alone: *the South* where its North is named, or is one of its ``own``."""
    named = {mention.label for mention in mentions if mention.label in _halves()}
    halves = {half: label for label in named or own for half, label in _halves().get(label, {}).items()}
    if not halves:
        return
    for at in range(1, len(words)):
        label = halves.get(words[at].text)
        behind = words[at + 1].text if at + 1 < len(words) else ""
        if label and words[at - 1].low == "the" and (named or behind != "of") and not behind[:1].isupper():
            yield Mention(label, at, at + 1)


@cache
def _halves() -> Mapping[str, Mapping[str, str]]:
    """For the label of each country with an opposite half those of both, by half."""
    found: dict[str, dict[str, str]] = {}
    for name in countries():
        half, _, rest = name.partition(" ")
        if half in _OPPOSITE and f"{_OPPOSITE[half]} {rest}" in countries():
            found[f"{_COUNTRY}{name}"] = {side: f"{_COUNTRY}{side} {rest}" for side in (half, _OPPOSITE[half])}
    return found
