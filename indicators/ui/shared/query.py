"""Queries of addresses: strict for files, whose readers are programs, lenient for pages, whose readers are people."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qsl

from indicators.catalogue.model import Catalogue
from indicators.charts.canvas import NATURAL, SIZES
from indicators.combine.compare import find_operand
from indicators.combine.pair import OPERATIONS
from indicators.errors import DamagedListError, IndicatorsError, UnknownIdError, did_you_mean, nearest
from indicators.export import figure_columns, slim_table
from indicators.export.reference_formats import BIBLATEX, FLAVOURS
from indicators.figures.facets import FACETS
from indicators.figures.order import COLUMNS as ORDERS
from indicators.figures.order import parse_order
from indicators.figures.selection import SEARCH, Selection, parse_selection, selectable_ids
from indicators.measure.units import SYSTEMS

UNITS, SCHEME, SIZE, THEME = "units", "scheme", "size", "theme"
BIBTEX, EXCEL, COLUMNS, VERSION = "bibtex", "excel", "columns", "version"
OPTIONS = {
    UNITS: SYSTEMS,
    SCHEME: ("light", "dark"),
    SIZE: SIZES,
    THEME: ("auto", "light", "dark"),
    BIBTEX: FLAVOURS,
    EXCEL: ("0", "1"),
    COLUMNS: ("full", "slim"),
    VERSION: figure_columns.VERSIONS,
}
"""Parameters besides those of the selection, each with its values; the first is the default.

`columns` may also be names of columns with commas between them.
"""

COMPARISON = ("left", "op", "right")
"""Parameters of a page's address: the two operands of a comparison and the operation between them."""

SORT, PAGE = "sort", "page"
"""Parameters of a page's address: the order of the table of figures, and the number of its page, from 1."""

SELECTION_PARAMETERS = tuple(field.name for field in fields(Selection))
MAX_SEARCH_LENGTH = 200
_MOST_PROBLEMS = 10
"""Maximum number of problems of one kind that are explained, since each id is compared with every known id."""


@dataclass(frozen=True, kw_only=True)
class Query:
    """A selection, and the options of the file or page that shows it."""

    selection: Selection
    units: str = SYSTEMS[0]
    scheme: str = "light"
    size: str = NATURAL
    theme: str = "auto"
    bibtex: str = BIBLATEX
    excel: str = "0"
    columns: str = "full"
    version: str = figure_columns.VERSIONS[0]

    def parameters(self) -> list[tuple[str, str]]:
        """The parameters of this query in one order, without those that have their default."""
        options = [(name, getattr(self, name)) for name in OPTIONS]
        return [*self.selection.query(), *(pair for pair in options if pair[1] != OPTIONS[pair[0]][0])]


@dataclass(frozen=True, kw_only=True)
class QueryProblem:
    """One problem of a query: its parameter, what was found and expected, and the known values nearest to that."""

    parameter: str
    found: str
    expected: str
    nearest: tuple[str, ...] = ()


class QueryError(IndicatorsError):
    """A query with problems, the first of which are ``problems``."""

    def __init__(self, problems: Iterable[QueryProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        first = self.problems[0]
        advice = f"; {did_you_mean(first.nearest)}" if first.nearest else ""
        more = f" (and {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
        parameter = f"{first.parameter}: " if first.parameter else ""
        return f"{parameter}found {first.found}; expected {first.expected}{advice}{more}"


def parse_strictly(catalogue: Catalogue, query: bytes, options: Sequence[str], *, selects: bool = True) -> Query:
    """The query of a file that takes these options and, if it ``selects``, the parameters of a selection.

    Raises QueryError where a parameter or a value is unknown.
    """
    pairs = _decode(query)
    names = (*(SELECTION_PARAMETERS if selects else ()), *options)
    problems = [*_unknown_names(pairs, names), *_repeated(pairs, names), *_unfit_values(pairs, options)]
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    selecting = {name: given[name] for name in SELECTION_PARAMETERS if selects and name in given}
    selection, unknown = parse_selection(catalogue, _limit_unknown(catalogue, selecting))
    problems += [_unknown_id(error) for error in unknown[:_MOST_PROBLEMS]]
    if problems:
        raise QueryError(problems)
    return Query(selection=selection, **{name: given[name][0] for name in options if name in given})


def parse_leniently(catalogue: Catalogue, given: Mapping[str, list[str]]) -> tuple[Query, list[str]]:
    """The query of a page, and in words each value in it that is unknown and left out; other parameters are ignored."""
    selection, unknown = parse_selection(catalogue, _limit_unknown(catalogue, given))
    units = next(iter(given.get(UNITS, ())), SYSTEMS[0])
    words = [f"no units “{units}”"] if units not in SYSTEMS else []
    query = Query(
        selection=replace(selection, search=selection.search[:MAX_SEARCH_LENGTH]),
        units=units if units in SYSTEMS else SYSTEMS[0],
    )
    return query, [*words, *map(str, unknown)]


def parse_comparison(catalogue: Catalogue, given: Mapping[str, list[str]]) -> tuple[dict[str, str | None], list[str]]:
    """The value of each of COMPARISON in a query, None where there is none, and in words each that is unknown.

    Operands are known whatever the query selects.
    """
    values: dict[str, str | None] = {}
    words = []
    for name in COMPARISON:
        value = next(iter(given.get(name, ())), None)
        try:
            _check_comparison(catalogue, name, value)
        except IndicatorsError as error:
            words.append(str(error))
            value = None
        values[name] = value
    return values, words


def parse_place(given: Mapping[str, list[str]]) -> tuple[dict[str, str | None], list[str]]:
    """The value of SORT and of PAGE in a query, None where there is none, and in words each that is unknown."""
    sort, page = (next(iter(given.get(name, ())), None) for name in (SORT, PAGE))
    words = []
    if sort is not None and parse_order(sort) is None:
        words.append(str(UnknownIdError("order", _shortened(sort), nearest(_shortened(sort), ORDERS) or ORDERS)))
        sort = None
    if page is not None and not re.fullmatch("[1-9][0-9]{0,8}", page):
        words.append(f"no page “{_shortened(page)}”")
        page = None
    return {SORT: sort, PAGE: page}, words


def _check_comparison(catalogue: Catalogue, name: str, value: str | None) -> None:
    """Raises IndicatorsError where this parameter of a comparison cannot have the value."""
    if value is None:
        return
    if name != COMPARISON[1]:
        find_operand(catalogue, _shortened(value))
    elif value not in OPERATIONS:
        raise UnknownIdError("operation", _shortened(value), nearest(_shortened(value), OPERATIONS) or OPERATIONS)


def _decode(query: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError:
        found, expected = "letters that are no text", "UTF-8, each byte beyond ASCII as % and two digits"
        raise QueryError([QueryProblem(parameter="", found=found, expected=expected)]) from None


def _unknown_names(pairs: Sequence[tuple[str, str]], names: Sequence[str]) -> Iterator[QueryProblem]:
    for name in _first_distinct(name for name, _ in pairs if name not in names):
        yield QueryProblem(
            parameter=_shortened(name),
            found="an unknown parameter",
            expected=f"one of {', '.join(names)}" if names else "no parameter at this address",
            nearest=nearest(_shortened(name), names),
        )


def _repeated(pairs: Sequence[tuple[str, str]], names: Sequence[str]) -> Iterator[QueryProblem]:
    for name in names:
        count = sum(given == name for given, _ in pairs)
        if name not in FACETS and count > 1:
            yield QueryProblem(parameter=name, found=f"{count} values", expected="one value")


def _unfit_values(pairs: Sequence[tuple[str, str]], options: Sequence[str]) -> Iterator[QueryProblem]:
    for name, value in pairs:
        if name == COLUMNS and name in options and value not in OPTIONS[name]:
            yield from _unknown_columns(value, converted=dict(pairs).get(UNITS, SYSTEMS[0]) != SYSTEMS[0])
        elif name in options and value not in OPTIONS[name]:
            yield QueryProblem(
                parameter=name,
                found=_quoted(value),
                expected=f"one of {', '.join(OPTIONS[name])}",
                nearest=nearest(_shortened(value), OPTIONS[name]),
            )
        elif name == SEARCH and len(value) > MAX_SEARCH_LENGTH:
            expected = f"at most {MAX_SEARCH_LENGTH} characters"
            yield QueryProblem(parameter=name, found=f"{len(value)} characters", expected=expected)


def _unknown_columns(names: str, *, converted: bool) -> Iterator[QueryProblem]:
    known = [*figure_columns.COLUMNS, *slim_table.WORDS, *figure_columns.RENAMED.values()]
    known += figure_columns.CONVERTED if converted else ()
    for name in _first_distinct(name for name in names.split(",") if name not in known):
        yield QueryProblem(
            parameter=COLUMNS,
            found=_quoted(name),
            expected="slim, full, or names of columns with commas between them",
            nearest=nearest(_shortened(name), known),
        )


def _limit_unknown(catalogue: Catalogue, given: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The parameters given, with at most _MOST_PROBLEMS unknown ids for each facet."""
    limited = dict(given)
    for facet in given.keys() & FACETS:
        known = frozenset(selectable_ids(catalogue, facet, record=True))
        unknown = _first_distinct(value for value in given[facet] if value not in known)
        limited[facet] = [value for value in given[facet] if value in known or value in unknown]
    return limited


def _unknown_id(error: UnknownIdError) -> QueryProblem:
    expected = f"a {error.what} that has a figure" if error.what in FACETS else "a value that it can have"
    if isinstance(error, DamagedListError):
        expected = f"a short list of {error.what}s, whole, whose ids all have a figure"
    return QueryProblem(parameter=error.what, found=_quoted(error.given), expected=expected, nearest=error.nearest)


def _first_distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))[:_MOST_PROBLEMS]


def _quoted(value: str) -> str:
    return f'"{_shortened(value)}"'


def _shortened(value: str) -> str:
    return value if len(value) <= 100 else f"{value[:100]}…"
