"""The numbers of a draft as the one reader reads them, with the units of a catalogue and those that convert to them."""

import re
from collections.abc import Iterable

from indicators.audit.unit_words import listed_forms
from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.errors import UnitError
from indicators.measure.units import PERCENT, Units
from indicators.text import unit_names
from indicators.text.unit_names import TEMPERATURES, UnitForm, UnitNames

_TAG = re.compile(r"<[A-Za-z/!][^<>]{0,300}>")
_ADDRESS = re.compile(
    r"https?://[^\s<>\"]{1,2000}|\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,10}/[^\s<>\"]{0,2000}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}"
)
"""Addresses of pages and of mail: their digits are no numbers of a text."""
_SAME = {"tonne": "metric_ton", "ton": "metric_ton"}
"""Further names of a unit; *ton* alone may be another ton."""
SHARES = frozenset((PERCENT, "percentage_point"))
"""Units of shares, and of their differences."""


class DraftUnits:
    """The units that a draft may use for the figures of a catalogue, and their conversion.

    Besides the listed units of the catalogue they are the common ones of the same dimensions, as a mile is where the
    catalogue has kilometers.
    """

    def __init__(self, units: Units, used: Iterable[str]) -> None:
        self._units = units
        self._common = Units("\n".join(unit_names.definitions(_plain_names())))
        self._factors: dict[tuple[str, str], float | None] = {}
        self._shared: dict[str, str] = {}
        """For each common unit a unit of its dimension that the catalogue lists too."""
        shared = [name for name in units.names if name in self._common.names]
        for name in self._common.names:
            if name in units.names:
                continue
            other = next((unit for unit in shared if self._common.same_dimension(name, unit)), None)
            if other is not None:
                self._shared[name] = other
        further = (
            UnitForm(name=name, singular=name.replace("_", " "), plural=self._common.label(name), symbol=name)
            for name in self._shared
        )
        self.names = UnitNames((*listed_forms(units, used), *further))

    def factor(self, unit: str, to: str) -> float | None:
        """The factor from a unit of a draft to one of the catalogue; None where they measure different things."""
        key = unit, to
        if key not in self._factors:
            self._factors[key] = self._computed_factor(unit, to)
        return self._factors[key]

    def _computed_factor(self, unit: str, to: str) -> float | None:
        try:
            if unit in self._shared:
                shared = self._shared[unit]
                return self._common.factor(unit, shared) * self._units.factor(shared, to)
            return self._units.factor(unit, to)
        except UnitError:
            return None

    def label(self, unit: str, *, singular: bool = False) -> str:
        """A unit that a draft may use in words, after a number: *short tons*; ``singular``: after a 1."""
        return (self._common if unit in self._shared else self._units).label(unit, singular)

    def same(self, unit: str, other: str) -> bool:
        """Whether two names are one unit."""
        return _SAME.get(unit, unit) == _SAME.get(other, other)


def _plain_names() -> list[str]:
    """The common units that are plain multiples of a base unit."""
    return [name for name in unit_names.common().names if name not in TEMPERATURES]


@kept()
def draft_units(catalogue: Catalogue) -> DraftUnits:
    """The units that a draft may use for the figures of a catalogue."""
    return DraftUnits(catalogue.units, catalogue.figures["unit"].dropna().unique())


def without_tags(text: str) -> str:
    """The text with blanks for the tags of HTML and for addresses, so that every character keeps its place."""
    text = _TAG.sub(_blank, text) if "<" in text else text
    return _ADDRESS.sub(_blank, text) if "/" in text or "@" in text else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
