"""What an address of a file asks for, read strictly: a program is told what is wrong, never given something else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any
from urllib.parse import parse_qsl

from indicators.catalogue.model import Catalogue
from indicators.errors import IndicatorsError, UnknownIdError, did_you_mean, nearest
from indicators.figures.selection import FACETS, SEARCH, Selection, parse_selection
from indicators.measure.units import SYSTEMS

UNITS = "units"
SCHEME = "scheme"
EXCEL = "excel"
OPTIONS = {UNITS: SYSTEMS, SCHEME: ("light", "dark"), EXCEL: ("0", "1")}
"""What an address may say besides the selection, each with its values; the first is meant where it says nothing."""

SELECTING = tuple(field.name for field in fields(Selection))
"""Parameters of a selection."""

LONGEST = 8000
"""Characters of a query; the longest that browsers, servers and proxies all pass on."""

LONGEST_SEARCH = 200

_MOST = 10
"""As many faults as are explained: an explanation looks through every known id."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A selection, and how its file is to be made."""

    selection: Selection
    units: str = SYSTEMS[0]
    scheme: str = "light"
    excel: str = "0"

    def query(self) -> list[tuple[str, str]]:
        """The parameters that ask for this again, in one order."""
        options = [(name, getattr(self, name)) for name in OPTIONS]
        return [*self.selection.query(), *(pair for pair in options if pair[1] != OPTIONS[pair[0]][0])]


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing wrong with a query: in which parameter, what was found, what was expected, what is like it."""

    parameter: str
    found: str
    expected: str
    nearest: tuple[str, ...] = ()


class QueryError(IndicatorsError):
    """A query that cannot be answered as it was asked; ``faults`` are the first of its faults."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        first = self.faults[0]
        advice = f"; {did_you_mean(first.nearest)}" if first.nearest else ""
        more = f" (and {len(self.faults) - 1} more)" if len(self.faults) > 1 else ""
        return f"{first.parameter}: found {first.found}; expected {first.expected}{advice}{more}"

    def problems(self) -> list[dict[str, Any]]:
        """The faults as objects."""
        return [asdict(one) for one in self.faults]


def read(catalogue: Catalogue, query: bytes, options: Sequence[str], *, selects: bool = True) -> Asked:
    """What a query asks for, of an address that takes these options; raises QueryError."""
    pairs = _pairs(query)
    names = (*(SELECTING if selects else ()), *options)
    faults = [*_unknown_names(pairs, names), *_repeated(pairs, names), *_unfit(pairs, options)]
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    selecting = {name: given[name] for name in SELECTING if selects and name in given}
    selection, unknown = parse_selection(catalogue, _few_unknown(catalogue, selecting))
    faults += [_unknown(error) for error in unknown[:_MOST]]
    if faults:
        raise QueryError(faults)
    return Asked(selection=selection, **{name: given[name][0] for name in options if name in given})


def understood(catalogue: Catalogue, given: Mapping[str, list[str]]) -> tuple[Asked, list[str]]:
    """What the address of a page asks for, and what is unknown in it, in words: a reader is shown the rest of it."""
    selection, unknown = parse_selection(catalogue, _few_unknown(catalogue, given))
    units = next(iter(given.get(UNITS, ())), SYSTEMS[0])
    words = [f"no units “{units}”"] if units not in SYSTEMS else []
    return (
        Asked(
            selection=replace(selection, search=selection.search[:LONGEST_SEARCH]),
            units=units if units in SYSTEMS else SYSTEMS[0],
        ),
        [*words, *map(str, unknown)],
    )


def _pairs(query: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError:
        found, expected = "letters that are no text", "UTF-8, each byte beyond ASCII as % and two digits"
        raise QueryError([Fault(parameter="", found=found, expected=expected)]) from None


def _unknown_names(pairs: Sequence[tuple[str, str]], names: Sequence[str]) -> Iterator[Fault]:
    for name in _first(name for name, _ in pairs if name not in names):
        expected = f"one of {', '.join(names)}" if names else "no parameter at this address"
        yield Fault(
            parameter=_cut(name), found="an unknown parameter", expected=expected, nearest=nearest(_cut(name), names)
        )


def _repeated(pairs: Sequence[tuple[str, str]], names: Sequence[str]) -> Iterator[Fault]:
    for name in names:
        count = sum(given == name for given, _ in pairs)
        if name not in FACETS and count > 1:
            yield Fault(parameter=name, found=f"{count} values", expected="one value")


def _unfit(pairs: Sequence[tuple[str, str]], options: Sequence[str]) -> Iterator[Fault]:
    for name, value in pairs:
        if name in options and value not in OPTIONS[name]:
            yield Fault(
                parameter=name,
                found=_quoted(value),
                expected=f"one of {', '.join(OPTIONS[name])}",
                nearest=nearest(_cut(value), OPTIONS[name]),
            )
        elif name == SEARCH and len(value) > LONGEST_SEARCH:
            expected = f"at most {LONGEST_SEARCH} characters"
            yield Fault(parameter=name, found=f"{len(value)} characters", expected=expected)


def _few_unknown(catalogue: Catalogue, given: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """What is given without all but the first of what no figure has, since each is set against every known id."""
    kept = dict(given)
    for facet in FACETS:
        known = frozenset(catalogue.figures[facet].cat.categories)
        strange = _first(value for value in given.get(facet, ()) if value not in known)
        kept[facet] = [value for value in given.get(facet, ()) if value in known or value in strange]
    return kept


def _unknown(error: UnknownIdError) -> Fault:
    expected = f"a {error.what} that has a figure" if error.what in FACETS else "a value that it can have"
    return Fault(parameter=error.what, found=_quoted(error.given), expected=expected, nearest=error.nearest)


def _first(given: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(given))[:_MOST]


def _quoted(value: str) -> str:
    return f'"{_cut(value)}"'


def _cut(value: str) -> str:
    return value if len(value) <= 100 else f"{value[:100]}…"
