"""Words for the units of a catalogue in a text: which units the words after a number name, and per what."""

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
"""Signs and names of money, and the percent sign, with the units that each may stand for.

A unit is meant if one of the listed words, an ISO 4217 code or a name, is its id or a part of its id.
"""

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
"""Characters after a number within which the name of its unit ends."""

_NEXT_WORDS = {True: re.compile(r"(?: of)?(?: \w[\w']*){1,5}\b"), False: re.compile(r"(?: \w[\w']*){1,3}\b")}
"""Words quoted after a number that names no unit, by whether it is a vague magnitude."""

_LONGEST_EXCERPT = 0.75
"""Largest share of a sentence that an excerpt may quote."""

_ALONE = ("one", "both", "single", "once")


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedUnits:
    """The units that the words after a number may name, per what, both empty if they name none; where they end."""

    units: frozenset[str]
    per: frozenset[str]
    end: int


class UnitWords:
    """The words for the units of one catalogue, from its `units.txt`: names, plurals and symbols."""

    def __init__(self, units: Units, used: Iterable[str]) -> None:
        """`used` are the units of the figures; compounds among them have words too: *passenger-kilometers*."""
        products = {unit.partition("/")[0] for unit in used if "*" in unit}
        self._singular: dict[str, set[str]] = {}
        self._plural: dict[str, set[str]] = {}
        for name in (*units.names, *sorted(products)):
            for form in _spelled(units.label(name, singular=True)):
                self._singular.setdefault(form, set()).add(name)
            symbol = units.listed_symbol(name)
            for form in (*_spelled(units.label(name)), *([symbol] if symbol else [])):
                self._plural.setdefault(form, set()).add(name)
        self._signs = {
            sign: frozenset(name for name in units.names if {name, *name.split("_")} & set(stands_for.split()))
            for sign, stands_for in _SIGNS.items()
        }
        self._many = _pattern(self._plural)
        self._any = _pattern({**self._singular, **self._plural})
        self._per = re.compile(
            rf"(?:\b(?:an?|per|each|every) |/ ?)"
            rf"(?:({_either(self._singular)})|(second|minute|hour|day|week|month|year))\b"
            rf"(?! (?:later|earlier|ago|after|before|or two)\b)|\b({_either(_ADVERBS)})\b"
        )

    def find(self, sentence: str, expression: Expression, limit: int) -> NamedUnits:
        """The units that the words between an expression and `limit`, the start of the next, name.

        After any number but 1 only a plural is a unit, so that *13 container ships* are not containers.
        """
        limit = min(limit, expression.after + _REACH)
        if limit - expression.after < 2 and not expression.currency:
            return NamedUnits(units=frozenset(), per=frozenset(), end=expression.last)
        stop = _STOP.search(sentence, expression.after, limit)
        ending = stop.start() if stop else limit
        per, per_end = self._denominator(sentence, expression, limit)
        if expression.currency:
            return NamedUnits(
                units=self._signs.get(expression.currency, frozenset()), per=per, end=max(expression.last, per_end)
            )
        attached = expression.after == expression.start or sentence[expression.after : expression.after + 1] == "-"
        pattern = self._any if attached or abs(expression.upper) <= 1 else self._many
        found = pattern.search(sentence, expression.after, limit)
        if found and found.start() < ending:
            form = found[0].lower()
            units = {*self._plural.get(form, ()), *self._plural.get(found[0], ()), *self._singular.get(form, ())}
            return NamedUnits(units=frozenset(units), per=per, end=max(found.end(), per_end))
        sign = _SIGN_AFTER.match(sentence, expression.after)
        if sign:
            return NamedUnits(units=self._signs[sign[1] or sign[2].lower()], per=per, end=max(sign.end(), per_end))
        return NamedUnits(units=frozenset(), per=per, end=per_end)

    def _denominator(self, sentence: str, expression: Expression, limit: int) -> tuple[frozenset[str], int]:
        found = self._per.search(sentence, expression.after, limit)
        if not found or re.search(r"[,;:!?()]|\. ", sentence[expression.after : found.start()]):
            return frozenset(), expression.last
        name = found[1] or found[2] or _ADVERBS[found[3]]
        return frozenset(self._singular.get(name.lower(), {name})), found.end()

    def forms(self, unit: str) -> frozenset[str]:
        """The words and symbols that may print a unit."""
        return frozenset(
            form for forms in (self._singular, self._plural) for form, names in forms.items() if unit in names
        )

    def occur(self, unit: str, passage: str) -> bool:
        """Whether a passage prints the unit anywhere, in words or as a sign."""
        forms = [form for form in self.forms(unit) if len(form) > 2]
        signs = [sign for sign, names in self._signs.items() if unit in names]
        return bool(forms and _pattern(forms).search(passage)) or any(sign in passage for sign in signs)


def excerpt(sentence: str, expression: Expression, named: NamedUnits, limit: int) -> str:
    """The few words that print an expression: its qualifier, the number and what is counted."""
    end = max(named.end, expression.end, expression.last)
    bare = expression.kind in ("digits", "words", "vague") and not named.units and not named.per
    if bare and limit - expression.after > 1 and sentence[expression.start : expression.end].lower() not in _ALONE:
        stop = _STOP.search(sentence, expression.after, min(limit, expression.after + _REACH))
        ending = stop.start() if stop else min(limit, expression.after + _REACH)
        words = _NEXT_WORDS[expression.kind == "vague"].match(sentence, expression.end, max(ending, expression.end))
        if words:
            # Never a whole sentence: a few words may be quoted, the text may not.
            end = max(end, words.end()) if words.end() - expression.first < _LONGEST_EXCERPT * len(sentence) else end
    return sentence[expression.first : end].strip()


def _spelled(form: str) -> list[str]:
    form = form.lower()
    return [form, *(form.replace(american, british) for american, british in _SPELLINGS.items() if american in form)]


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) or "(?!)"


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the forms as whole words; only forms in small letters match in any case, as symbols do not."""
    small = [form for form in forms if form.islower() and len(form) > 2]
    others = [form for form in forms if form not in small]
    return re.compile(rf"(?<![^\W\d_])(?:(?i:{_either(small)})|{_either(others)})(?!\w)")
