"""Names of units as a text prints them, for the units that are listed: in words, symbols, plurals and compounds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from indicators.text.currencies import CHANGE, CODES, NAMES, WORDS
from indicators.text.marks import folded
from indicators.text.tokens import Tokens
from indicators.text.word_table import table

TIMES = frozenset(
    "millisecond second minute hour day week fortnight month quarter year decade century microsecond nanosecond".split()
)
TEMPERATURES = frozenset(("degree_Celsius", "degree_Fahrenheit", "kelvin", "degree"))
ALWAYS = ("percent", "percentage_point", "basis_point", "per_mille")
"""Units of every text, listed or not."""

PARTS: Mapping[tuple[str, str], float] = {
    **{("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("hour", "minute"): 60},
    **{("minute", "second"): 60, ("yard", "foot"): 3, ("kilometer", "meter"): 1000, ("meter", "centimeter"): 100},
    ("kilogram", "gram"): 1000,
}
"""Units that are printed together, *5 ft 11 in*, and how many of the second make the first."""

_DEFINITION = re.compile(r"^\s*(\w+)\s*=([^#\n]*)", re.MULTILINE)
_WORD = re.compile(r"[A-Za-z_]\w*")
_BRITISH = {"meter": "metre", "liter": "litre", "gram": "gramme"}
_LONGEST = 5
"""Words of the longest name of a unit."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A listed unit, and what it is after a 1, in the plural and in short."""

    name: str
    singular: str
    plural: str
    symbol: str


class UnitNames:
    """The units that a reader knows, by what stands for them in a text."""

    def __init__(self, forms: Iterable[UnitForm]) -> None:
        listed = {form.name: form for form in forms}
        self.names = frozenset(listed)
        for name in ALWAYS:
            listed.setdefault(name, _form(name, f"{name}s" if "_" in name else name, name))
        self._words: dict[Key, list[str]] = {}
        self._symbols: dict[Key, list[str]] = {}
        self._plurals: set[Key] = set()
        self._money: dict[tuple[str, ...], tuple[str, ...]] = {}
        for form in listed.values():
            self._add(form)
        for name in listed:
            for power, exponent in (("square", "2"), ("cubic", "3")):
                if name.startswith(f"{power}_"):
                    self._power(name, name.removeprefix(f"{power}_"), power, exponent)
        self._first = {key[0] for key in self._words} | {key[0] for key in self._symbols}

    def at(self, t: Tokens, place: int) -> tuple[tuple[str, ...], int, bool] | None:
        """The units that the longest name at a token may mean, the token after it, and whether that is no singular."""
        if place >= t.count or (t.words[place] not in self._first and t.low[place] not in self._first):
            return None
        if t.is_designation(place):
            return None
        places: list[int] = []
        at = place
        while at < t.count and len(places) < _LONGEST and (not places or t.starts[at] <= t.ends[at - 1] + 1):
            if t.words[at] == "-" and places:
                at += 1
                continue
            if places and t.words[at][0].isdecimal() and not t.touches(at):
                break
            places.append(at)
            if t.at(at + 1) == "." and t.low[at] in ("sq", "cu", "fl"):
                at += 1
            at += 1
        words = tuple(t.words[at] for at in places)
        low = tuple(t.low[at] for at in places)
        for length in range(len(places), 0, -1):
            symbol, word = words[:length], low[:length]
            if symbol in self._symbols:
                return tuple(self._symbols[symbol]), places[length - 1] + 1, True
            if word in self._words:
                return tuple(self._words[word]), places[length - 1] + 1, word in self._plurals
        return None

    def money(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The units among these that are listed; else the names of the currencies that they are codes of.

        A word without a country (*dollar*) may be listed by itself.
        """
        if names not in self._money:
            found = [name for name in names if name in self.names]
            for name in names:
                found += [word for word, codes in WORDS.items() if name in codes and word in self.names]
            found = [name for name in dict.fromkeys(found) if name in names or name != "pound"]
            self._money[names] = tuple(found) or tuple(NAMES.get(name, name) for name in names)
        return self._money[names]

    def forms(self, unit: str) -> frozenset[Key]:
        """What stands for a unit in a text, word by word."""
        return frozenset(key for forms in (self._words, self._symbols) for key, names in forms.items() if unit in names)

    def _add(self, form: UnitForm) -> None:
        self._word(form.singular, form.name, plural=form.plural == form.singular)
        self._word(form.plural, form.name, plural=True)
        if form.symbol not in (form.name, form.plural):
            self._symbol(form.symbol, form.name)
        for alias in aliases().get(form.name, ()):
            if alias.islower() and len(alias) > 2 and alias.replace(" ", "").isalpha():
                self._word(alias, form.name, plural=False)
                self._word(_plural(alias), form.name, plural=True)
            else:
                self._symbol(alias, form.name)

    def _word(self, text: str, name: str, *, plural: bool) -> None:
        texts = [text, *(text.replace(ours, british) for ours, british in _BRITISH.items() if ours in text)]
        for spelling in texts:
            key = _key(spelling.lower())
            names = self._words.setdefault(key, [])
            if name not in names:
                names.append(name)
            if plural:
                self._plurals.add(key)

    def _symbol(self, text: str, name: str) -> None:
        names = self._symbols.setdefault(_key(text), [])
        if name not in names:
            names.append(name)

    def _power(self, name: str, base: str, power: str, exponent: str) -> None:
        """Adds what stands for a power of a unit: *square miles*, *sq mi*, *mi²*, *mi2*, *mi^2*."""
        short = {"square": "sq", "cubic": "cu"}[power]
        for form in (base, f"{base}s", *aliases().get(base, ())):
            text = form.replace("_", " ")
            if text.isalpha() or " " in text:
                self._word(f"{power} {text}", name, plural=True)
                self._word(f"{short} {text}", name, plural=True)
            if len(text) <= 2 and text.isalpha():
                for raised in (exponent, f"^{exponent}", {"2": "²", "3": "³"}[exponent]):
                    self._symbol(f"{text}{raised}", name)


def _plural(word: str) -> str:
    if word.startswith("degree "):
        return f"degrees {word.removeprefix('degree ')}"
    return word if word.endswith("s") else f"{word}s"


def _key(text: str) -> Key:
    return tuple(word for word in Tokens(folded(text)[0]).words if word not in "-.")


@cache
def aliases() -> Mapping[str, tuple[str, ...]]:
    """Further words and symbols of each unit, from `unit_words.txt`."""
    return table("unit_words.txt")


def from_definitions(text: str) -> UnitNames:
    """The units of a file in the syntax of pint: `name = definition = symbol or _ = plural`."""
    forms = []
    for name, definition in _DEFINITION.findall(text):
        _, *further = (part.strip() for part in definition.split("="))
        symbol = further[0] if further and further[0] != "_" else name
        plural = further[1] if len(further) > 1 else name
        forms.append(_form(name, plural, symbol))
    return UnitNames(forms)


def _form(name: str, plural: str, symbol: str) -> UnitForm:
    return UnitForm(name=name, singular=name.replace("_", " "), plural=plural.replace("_", " "), symbol=symbol)


@cache
def common() -> UnitNames:
    """The units that the library knows by itself, from `units.txt` beside this module."""
    return from_definitions(_common_definitions())


def definitions(names: Iterable[str]) -> list[str]:
    """The lines that define these common units and those that they are defined by, in the order of `units.txt`.

    Small change is a hundredth of the only money among them that has it: a cent beside USD.
    """
    lines = {line.split(maxsplit=1)[0]: line for line in _common_definitions().splitlines() if _DEFINITION.match(line)}
    wanted: set[str] = set()
    further = {name for name in names if name in lines}
    while further:
        wanted |= further
        used = {word for name in further for word in _WORD.findall(lines[name].split("=")[1])}
        further = (used & lines.keys()) - wanted
    money = sorted(wanted & CODES)
    for change, of in CHANGE.items():
        if change in wanted and len(money) == 1 and money[0] in of:
            lines[change] = lines[change].replace(f"[{change}]", f"{money[0]} / 100")
    return [line for name, line in lines.items() if name in wanted]


@cache
def _common_definitions() -> str:
    return (files("indicators.text") / "units.txt").read_text(encoding="utf-8")
