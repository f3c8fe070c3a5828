"""What an address of a file asks for, read strictly: a program is told what is wrong, never given something else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any
from urllib.parse import parse_qsl

from indicators import select
from indicators.catalogue import Catalogue
from indicators.errors import IndicatorsError, did_you_mean, nearest
from indicators.select import Selection
from indicators.units import SYSTEMS

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
    faults = [
        *_unknown_names(pairs, names),
        *_repeated(pairs, names),
        *_unknown_options(pairs, options),
        *(_unknown_ids(catalogue, pairs) if selects else ()),
    ]
    if faults:
        raise QueryError(faults)
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    selection, _ = select.parse(catalogue, {name: given[name] for name in SELECTING if name in given})
    asked = Asked(selection=selection, **{name: given[name][0] for name in options if name in given})
    understood = asked.query()
    for name, value in pairs:
        # Whatever else a selection can be made by, what it makes nothing of is not passed over.
        if name in SELECTING and name not in (*select.FACETS, select.SEARCH) and (name, value) not in understood:
            raise QueryError([Fault(parameter=name, found=_quoted(value), expected="a value that it can have")])
    return asked


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
        if name not in select.FACETS and count > 1:
            yield Fault(parameter=name, found=f"{count} values", expected="one value")


def _unknown_options(pairs: Sequence[tuple[str, str]], options: Sequence[str]) -> Iterator[Fault]:
    for name, value in pairs:
        if name in options and value not in OPTIONS[name]:
            yield Fault(
                parameter=name,
                found=_quoted(value),
                expected=f"one of {', '.join(OPTIONS[name])}",
                nearest=nearest(_cut(value), OPTIONS[name]),
            )
        elif name == select.SEARCH and len(value) > LONGEST_SEARCH:
            expected = f"at most {LONGEST_SEARCH} characters"
            yield Fault(parameter=name, found=f"{len(value)} characters", expected=expected)


def _unknown_ids(catalogue: Catalogue, pairs: Sequence[tuple[str, str]]) -> Iterator[Fault]:
    for facet in select.FACETS:
        given = {value for name, value in pairs if name == facet}
        known = select.known(catalogue, facet) if given else ()
        for value in _first(value for name, value in pairs if name == facet and value not in frozenset(known)):
            yield Fault(
                parameter=facet,
                found=_quoted(value),
                expected=f"a {facet} that has a figure",
                nearest=nearest(_cut(value), known),
            )


def _first(given: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(given))[:_MOST]


def _quoted(value: str) -> str:
    return f'"{_cut(value)}"'


def _cut(value: str) -> str:
    return value if len(value) <= 100 else f"{value[:100]}…"
