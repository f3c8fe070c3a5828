"""The units of a catalogue: the listed names, their conversion, and their words.

The pint registry is built from the catalogue's `units.txt` alone: it has no other prefix, unit or spelling. By default
pint reads *kt* as knots, *ton* as the US short ton and *count* as a plain number, so a unit is first looked up among
the listed names and only then given to pint.
"""

import math
import re
from functools import cache
from itertools import islice, product
from typing import Any

from indicators.errors import UnitError, UnknownIdError, nearest
from indicators.measure import definitions

SYSTEMS = ("printed", "si", "us")
"""Systems of units: as printed, and the blocks `@system SI` and `@system US` of `units.txt`."""

PERCENT = "percent"
POINTS = ("percentage_point", "basis_point")
"""Units of the difference of two shares; that of two percentages is never percent."""

_MOST_SUGGESTIONS = 500
"""Unlisted units of a catalogue for which the nearest listed ones are looked for."""

_OPERATOR = re.compile(r"([*/])")
_TAKES_AN = re.compile(r"(?!eu|one\b)(?:[aeio]|hour)", re.IGNORECASE)
_DEGREE = re.compile(r"°\s?[CFcf]\b|celsius|fahrenheit", re.IGNORECASE)
_SINGULARS = {"people": "person"}
"""Names of units that are plurals, and their singular."""


class Units:
    """The listed units of one catalogue.

    `text` is the content of `units.txt`, a definition on each line: `name = definition = symbol_or__ = plural`. The
    plural, with spaces for underscores, is the label of the unit: any signs but blanks, `=` and `#`. Raises UnitError
    if pint cannot read the text, if a unit is not a plain multiple of its base unit (temperature scales, decibels), or
    if a sign `#` would cut a label short.

    Every method with a unit as argument raises UnitError if `check` does.
    """

    def __init__(self, text: str) -> None:
        # Imported here: it takes longer to load than everything else, and --help does not need it.
        import pint

        try:
            registry: Any = pint.UnitRegistry(None, on_redefinition="raise")
            registry.load_definitions(definitions.each_spelling_once(text))
            self._listed = {spelling: str(registry.get_name(spelling)) for spelling in registry}
            self._symbols = {name: str(registry.get_symbol(name)) for name in self._listed.values()}
            roots = {name: registry.get_root_units(name) for name in self._symbols}
            zeros = {name: registry.Quantity(0.0, name).to_root_units().magnitude for name in self._symbols}
            systems = {
                system: registry.get_system(system.upper()).base_units
                for system in SYSTEMS
                if system.upper() in dir(registry.sys)
            }
            self._contexts = tuple(definitions.CONTEXT.findall(text))
            for relation in definitions.RELATION.findall(text):  # pint reads one only when a quantity is converted
                registry.parse_expression(relation, value=registry.Quantity(1.0), **definitions.parameters(text))
        except Exception as error:  # pint's parser raises all sorts of errors: TypeError, RecursionError, …
            reason = definitions.reason(error)
            raise UnitError(f"the unit definitions cannot be read: {reason}", "") from error
        for name, (scale, _) in roots.items():
            if scale is None or not 0 < scale < math.inf or zeros[name] != 0:
                raise UnitError(f'the unit "{name}" is no plain multiple of its base unit', name)

        self.text = text
        self.names: tuple[str, ...] = tuple(self._symbols)
        self._plurals = definitions.plurals(text)
        self._shown = {
            system: {
                name: next(iter(bases[str(root)]))
                for name, (_, root) in roots.items()
                if list(bases.get(str(root), {}).values()) == [1]
            }
            for system, bases in systems.items()
        }
        self._unlisted = 0
        self._tokens = cache(self._take_apart)
        self._root = cache(registry.get_root_units)
        self._dimension = cache(registry.get_dimensionality)

        def across(unit: str, other: str, context: str) -> float | None:
            try:
                return float(registry.Quantity(1.0, unit).to(other, context).magnitude)
            except (pint.PintError, ArithmeticError, ValueError, TypeError):
                return None  # it leads elsewhere, or its formula divides by zero

        self._across = cache(across)

    def check(self, unit: str) -> None:
        """Raises UnitError, with the nearest valid units, unless the unit is valid in a cell.

        Valid are `name`, `name/name` and `name*name` with listed names; symbols, plurals, prefixes and spaces are not.
        """
        self._tokens(unit)

    def same_dimension(self, unit: str, other: str) -> bool:
        """Whether the two units have the same dimension, so that they convert."""
        self.check(unit)
        self.check(other)
        return bool(self._root(unit)[1] == self._root(other)[1])

    def parts(self, unit: str) -> tuple[str, ...]:
        """The listed names in a unit and the operator between them, in order."""
        return self._tokens(unit)

    def measures(self, unit: str, kind: str, *, rate: bool = False) -> bool:
        """Whether `unit` has the dimension of the unit `kind`; for a rate, that dimension per time."""
        match self._tokens(unit):
            case (name, "/", per) if rate:
                return self.same_dimension(name, kind) and self._dimension(per) == {"[time]": 1}
        return not rate and self.same_dimension(unit, kind)

    def is_share(self, unit: str) -> bool:
        """Whether `unit` measures a share: a plain number, or what *percent* measures where it is listed."""
        if len(self._tokens(unit)) > 1:  # hours a week are no share, though both measure time
            return False
        of_percent = self._dimension(PERCENT) if PERCENT in self._symbols else {}
        return not self._dimension(unit) or bool(self._dimension(unit) == of_percent)

    def plain(self, unit: str) -> float:
        """One of a unit of shares as a plain number: 0.01 of a percent; raises UnitError of any other unit."""
        if not self.is_share(unit):
            raise UnitError(f'"{unit}" measures no share', unit)
        return 0.01 * self.factor(unit, PERCENT) if self._dimension(unit) else float(self._root(unit)[0])

    def product(self, unit: str, other: str) -> tuple[str, float]:
        """The unit of a product, and the factor that goes with it: *EUR/hour* times *hour/week* is *EUR/week*.

        Raises UnitError where the names that are left make no unit of a cell.
        """
        both = (("*", *self._tokens(unit)), ("*", *self._tokens(other)))
        factors = [pair for tokens in both for pair in zip(tokens[::2], tokens[1::2], strict=True)]
        above = [name for sign, name in factors if sign == "*"]
        below = [name for sign, name in factors if sign == "/"]
        factor = 1.0
        for name in tuple(above):
            same = next((per for per in below if self.same_dimension(name, per)), "")
            if same:
                factor *= self.factor(name, same)
                above.remove(name)
                below.remove(same)
        if not (above and len(above) + len(below) <= 2):
            raise UnitError(f'"{unit}" times "{other}" is no unit of a figure', unit)
        return "/".join(["*".join(above), *below]), factor

    def is_degree(self, unit: str) -> bool:
        """Whether `unit` is a degree of a temperature scale, by the words and signs for it: °C, °F."""
        spellings = {unit, self.label(unit), self.symbol(unit)}
        return len(self._tokens(unit)) == 1 and any(_DEGREE.search(spelling) for spelling in spellings)

    def is_time(self, unit: str) -> bool:
        """Whether `unit` measures time."""
        self.check(unit)
        return bool(self._dimension(unit) == {"[time]": 1})

    def bridges(self, unit: str, other: str) -> tuple[str, ...]:
        """The names of the contexts in `units.txt` that convert `unit` to `other`, a unit of another dimension."""
        return tuple(name for name in self._contexts if self._across(unit, other, name) is not None)

    def bridge(self, unit: str, other: str, context: str) -> float:
        """The factor from `unit` to `other` in a context; raises UnitError if the context has no such conversion."""
        factor = self._across(unit, other, context)
        if factor is None:
            raise UnitError(f'"{context}" does not lead from "{unit}" to "{other}"', unit)
        return factor

    def factor(self, unit: str, to: str) -> float:
        """The factor from `unit` to `to`; raises UnitError if their dimensions differ."""
        if not self.same_dimension(unit, to):
            raise UnitError(f'"{unit}" does not convert to "{to}": they measure different things', unit)
        return float(self._root(unit)[0] / self._root(to)[0])

    def in_system(self, unit: str, system: str) -> str:
        """The unit in a system of units; a name for which the system declares no unit stays.

        Each name of a compound is replaced by itself: metric_ton/month becomes short_ton/month. Raises UnknownIdError
        if the system is not in SYSTEMS.
        """
        if system not in SYSTEMS:
            raise UnknownIdError("system of units", system, nearest(system, SYSTEMS))
        shown = self._shown.get(system, {})
        return "".join(shown.get(token, token) for token in self._tokens(unit))

    def label(self, unit: str, singular: bool = False) -> str:
        """The unit in words, after a number: 'metric tons', 'personnel losses a day'; `singular`: after a 1."""
        match self._tokens(unit):
            case name, "/", per:
                return f"{self.label(name, singular)} {self._per(per)}"
            case name, "*", other:
                return f"{self._singular(name)}-{self.label(other, singular)}"
        return self._singular(unit) if singular else _spaced(self._plurals.get(unit, unit))

    def symbol(self, unit: str) -> str:
        """The unit in short, after a number: 't', 'km a day'; its label if it has no symbol."""
        match self._tokens(unit):
            case name, "/", per:
                return f"{self.symbol(name)} {self._per(per)}"
            case (name,) if symbol := self.listed_symbol(name):
                return symbol
        return self.label(unit)

    def listed_symbol(self, unit: str) -> str:
        """The symbol that `units.txt` gives a unit; empty if it gives none, as for a compound unit."""
        symbol = self._symbols.get(unit, unit)
        return "" if symbol == unit else symbol

    def _singular(self, name: str) -> str:
        """The label of a listed name after a 1: the name, or the plural where that has signs that a name cannot have.

        *deaths_per_100,000_people* has no singular that a name could spell: the name *death_rate* says less.
        """
        plural = self._plurals.get(name, name)
        return _SINGULARS.get(name) or _spaced(name if f"_{plural}".isidentifier() else plural)

    def _per(self, name: str) -> str:
        """'a day', 'an hour', after the counted thing; 'per liters/m²' where the unit has no singular."""
        label = self._singular(name)
        if label not in (_spaced(name), _SINGULARS.get(name)):
            return f"per {label}"
        return f"{'an' if _TAKES_AN.match(label) else 'a'} {label}"

    def _take_apart(self, unit: str) -> tuple[str, ...]:
        """The result of `parts`; raises what `check` raises."""
        tokens = tuple(_OPERATOR.split(unit))
        names = tokens[::2]
        if len(names) <= 2 and all(name in self._symbols for name in names):
            return tokens
        self._unlisted += 1
        if self._unlisted > _MOST_SUGGESTIONS:
            raise UnitError(f'"{unit}" is not one of the listed units', unit)
        likely = [[token] if _OPERATOR.match(token) else self._likely(token) for token in tokens]
        suggestions = ["".join(choice) for choice in islice(product(*likely), 3)] if len(names) <= 2 else []
        listed = "" if suggestions else f", which are {', '.join(self.names)}, alone or as a/b or a*b"
        raise UnitError(f'"{unit}" is not one of the listed units{listed}', unit, suggestions)

    def _likely(self, name: str) -> list[str]:
        """The listed names that an unlisted name may mean: that of the same symbol or plural, else the nearest."""
        if name in self._listed:
            return [self._listed[name]]
        return list(dict.fromkeys(self._listed[spelling] for spelling in nearest(name, self._listed, limit=5)))


def _spaced(name: str) -> str:
    return name.replace("_", " ")
