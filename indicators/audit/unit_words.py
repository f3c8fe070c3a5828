"""How the units of a catalogue are worded in a text: which unit the words after a number name, and per what."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.measure.units import Units
from indicators.text.expression import Expression

_SPELLINGS = {"meter": "metre", "liter": "litre", "percent": "per cent"}
_SIGNS: Mapping[str, str] = {
    "$": "USD AUD CAD HKD NZD SGD dollar",
    "US$": "USD dollar",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "€": "EUR euro",
    "£": "GBP pound",
    "¥": "JPY CNY yen yuan",
    "₩": "KRW won",
    "₽": "RUB ruble rouble",
    "₹": "INR rupee",
    "₴": "UAH hryvnia",
    "dollar": "USD AUD CAD HKD NZD SGD dollar",
    "euro": "EUR euro",
    "pound": "GBP pound",
    "ruble": "RUB ruble",
    "rouble": "RUB ruble",
    "yen": "JPY yen",
    "yuan": "CNY yuan",
    "%": "percent",
}
"""Signs and names of money, and the percent sign, with the units that each may stand for: ISO 4217 codes and names."""

_SIGN_AFTER = re.compile(r"[ -]?(US\$|[€£¥₩₽₹₴$%])|[ -](?:US )?(dollar|euro|pound|ruble|rouble|yen|yuan)s?\b")
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
_STOP = re.compile(
    r'[,;:!?()"]|\.(?!\w)|\b(?:of|in|to|for|from|by|with|at|on|and|or|but|that|which|who|when|while|as|than|per|a|an|'
    r"is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|can|did|does|do|since|ago|later|"
    r"between|after|before|during|until|through)\b",
    re.IGNORECASE,
)
_REACH = 80
"""Characters after a number in which the name of its unit may end."""

_NEXT_WORDS = {True: re.compile(r"(?: of)?(?: \w[\w']*){1,5}\b"), False: re.compile(r"(?: \w[\w']*){1,3}\b")}
"""The words that are shown after a number whose unit they do not name: more after a vague magnitude."""

_MOST = 0.75
"""Share of a sentence that is shown at most beyond the number itself."""

_ALONE = ("one", "both", "single", "once")


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """The units that the words after a number name, none where they name none, per what, and where they end."""

    units: frozenset[str]
    per: frozenset[str]
    end: int


class Wording:
    """The words for the units of one catalogue, from its `units.txt`: names, plurals and symbols."""

    def __init__(self, units: Units, used: Iterable[str]) -> None:
        """`used` are the units in use, among which compounds are worded too: *passenger-kilometers*."""
        products = {unit.partition("/")[0] for unit in used if "*" in unit}
        self._singular: dict[str, set[str]] = {}
        self._plural: dict[str, set[str]] = {}
        for name in (*units.names, *sorted(products)):
            for form in _spelled(units.label(name, singular=True)):
                self._singular.setdefault(form, set()).add(name)
            for form in (*_spelled(units.label(name)), *_symbol(units, name)):
                self._plural.setdefault(form, set()).add(name)
        self._signs = {
            sign: frozenset(
                name
                for name in units.names
                if {name, *units.label(name, singular=True).split()} & set(stands_for.split())
            )
            for sign, stands_for in _SIGNS.items()
        }
        self._many = _pattern(self._plural)
        self._any = _pattern({**self._singular, **self._plural})
        self._per = re.compile(
            rf"(?:\b(?:an?|per|each|every) |/ ?)"
            rf"(?:({_either(self._singular)})|(second|minute|hour|day|week|month|year))\b"
            rf"(?! (?:later|earlier|ago|after|before|or two)\b)|\b({_either(_ADVERBS)})\b"
        )

    def named(self, sentence: str, one: Expression, limit: int) -> Named:
        """What the words after the number name, which end before `limit`, where the next number begins.

        Only a plural counts after another number than 1, so that *13 container ships* are not containers.
        """
        limit = min(limit, one.after + _REACH)
        if limit - one.after < 2 and not one.currency:
            return Named(units=frozenset(), per=frozenset(), end=one.last)
        stop = _STOP.search(sentence, one.after, limit)
        ending = stop.start() if stop else limit
        per, per_end = self._denominator(sentence, one, limit)
        if one.currency:
            return Named(units=self._signs.get(one.currency, frozenset()), per=per, end=max(one.last, per_end))
        attached = one.after == one.start or sentence[one.after : one.after + 1] == "-"
        pattern = self._any if attached or abs(one.upper) <= 1 else self._many
        found = pattern.search(sentence, one.after, limit)
        if found and found.start() < ending:
            form = found[0].lower()
            units = {*self._plural.get(form, ()), *self._plural.get(found[0], ()), *self._singular.get(form, ())}
            return Named(units=frozenset(units), per=per, end=max(found.end(), per_end))
        sign = _SIGN_AFTER.match(sentence, one.after)
        if sign:
            return Named(units=self._signs[sign[1] or sign[2].lower()], per=per, end=max(sign.end(), per_end))
        return Named(units=frozenset(), per=per, end=per_end)

    def _denominator(self, sentence: str, one: Expression, limit: int) -> tuple[frozenset[str], int]:
        found = self._per.search(sentence, one.after, limit)
        if not found or re.search(r"[,;:!?()]|\. ", sentence[one.after : found.start()]):
            return frozenset(), one.last
        name = found[1] or found[2] or _ADVERBS[found[3]]
        return frozenset(self._singular.get(name.lower(), {name})), found.end()

    def words(self, unit: str) -> frozenset[str]:
        """The forms in which a unit may be printed."""
        return frozenset(
            form for forms in (self._singular, self._plural) for form, names in forms.items() if unit in names
        )

    def occur(self, unit: str, passage: str) -> bool:
        """Whether the unit is printed anywhere in a passage, in words or by a sign."""
        forms = [form for form in self.words(unit) if len(form) > 2]
        signs = [sign for sign, names in self._signs.items() if unit in names]
        return bool(forms and _pattern(forms).search(passage)) or any(sign in passage for sign in signs)


def shown(sentence: str, one: Expression, named: Named, limit: int) -> str:
    """The few words that print an expression: its qualifier, the number and what is counted."""
    end = max(named.end, one.end, one.last)
    bare = one.kind in ("digits", "words", "vague") and not named.units and not named.per
    if bare and limit - one.after > 1 and sentence[one.start : one.end].lower() not in _ALONE:
        stop = _STOP.search(sentence, one.after, min(limit, one.after + _REACH))
        ending = stop.start() if stop else min(limit, one.after + _REACH)
        words = _NEXT_WORDS[one.kind == "vague"].match(sentence, one.end, max(ending, one.end))
        if words:
            # Never a whole sentence: the words are quoted, the text is not.
            end = max(end, words.end()) if words.end() - one.first < _MOST * len(sentence) else end
    return sentence[one.first : end].strip()


def _spelled(form: str) -> list[str]:
    form = form.lower()
    return [form, *(form.replace(one, other) for one, other in _SPELLINGS.items() if one in form)]


def _symbol(units: Units, name: str) -> list[str]:
    symbol = units.symbol(name)
    return [] if symbol == units.label(name) else [symbol]


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) or "(?!)"


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of the forms as whole words; only those in small letters whatever the case, since a symbol has its own."""
    small = [form for form in forms if form.islower() and len(form) > 2]
    others = [form for form in forms if form not in small]
    return re.compile(rf"(?<![^\W\d_])(?:(?i:{_either(small)})|{_either(others)})(?!\w)")
