"""Whether an observation says what the words say that print it: number, qualifier, unit and dates."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from indicators.audit.unit_words import Named, Wording
from indicators.catalogue.model import Catalogue
from indicators.errors import UnitError
from indicators.measure import bounds
from indicators.text.search import QUANTITIES, Expression
from indicators.text.sentences import quote

_CLOSE = 1e-12
"""Relative difference that binary fractions make, and no two printed numbers."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY_WORDS = frozenset(
    "and are for from has have its not nor number per said that the their they this was who with".split()
)

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """A column of an observation that does not agree with the text: what it holds, and what the words say."""

    column: str
    found: str
    expected: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Print:
    """How a text prints an observation: its words, the expression among them, the unit named, and what stands around.

    `span` is where the words as quoted by the observation stand in the sentence; `dates` are those of the sentence.
    """

    sentence: str
    paragraph: str
    span: tuple[int, int]
    expression: Expression
    named: Named
    dates: frozenset[str]


def agrees_in_number(row: Row, one: Expression) -> bool:
    """Whether value, ends or order of magnitude of the observation are those that the expression reads."""
    match row["qualifier"]:
        case "vague":
            return one.order is not None
        case "between":
            return _close(row["lower"], one.lower) and _close(row["upper"], one.upper)
    return _close(row["value"], one.lower) and _close(row["value"], one.upper)


def differences(catalogue: Catalogue, wording: Wording, row: Row, printed: Print) -> Iterator[Difference]:
    """Where an observation differs from how the text prints it; what it lists as inferred may.

    An inferred unit may go unprinted, but none may contradict the words.
    """
    inferred = catalogue.items(row["inferred"], "observations", "inferred")
    one = printed.expression
    yield from _number(row, one)
    if row["qualifier"] != one.qualifier and "qualifier" not in inferred:
        yield Difference(column="qualifier", found=row["qualifier"], expected=one.qualifier)
    if one.kind in QUANTITIES and "qualifier" not in inferred:
        yield from _words(row, printed)
    yield from _unit(catalogue, wording, row, printed, "unit" in inferred)
    for column in ("period", "issued"):
        if column not in inferred:
            yield from _dates(row, column, printed)


def _close(value: float, other: float) -> bool:
    return math.isclose(value, other, rel_tol=_CLOSE)


def _number(row: Row, one: Expression) -> Iterator[Difference]:
    if one.order is not None:
        if not math.isnan(row["value"]):
            yield Difference(
                column="value", found=bounds.number(row["value"]), expected="none, as the words print none"
            )
    elif row["qualifier"] == "between" and one.kind == "range":
        for column, number in (("lower", one.lower), ("upper", one.upper)):
            if not _close(row[column], number):
                yield Difference(column=column, found=bounds.number(row[column]), expected=bounds.number(number))
    elif not math.isnan(row["value"]) and not agrees_in_number(row, one):
        ends = dict.fromkeys(bounds.number(end) for end in (one.lower, one.upper))
        expected = " to ".join(filter(None, ends)) or "none, as no number can be read from the words"
        yield Difference(column="value", found=bounds.number(row["value"]), expected=expected)


def _words(row: Row, printed: Print) -> Iterator[Difference]:
    """The words quoted hold the qualifier and the unit as well as the number."""
    one, (first, last) = printed.expression, printed.span
    start, end = one.first, max(one.last, printed.named.end)
    if not first <= start <= end <= last:
        expected = f"words that hold {quote(printed.sentence[start:end])}"
        yield Difference(column="as_printed", found=quote(row["as_printed"]), expected=expected)


def _unit(catalogue: Catalogue, wording: Wording, row: Row, printed: Print, inferred: bool) -> Iterator[Difference]:
    unit, named = row["unit"], printed.named
    name, _, per = unit.partition("/")
    main = str(catalogue.kinds.at[row["kind"], "unit"])
    expected = ""
    if not _measures(catalogue, unit, main, rate=row["statistic"] == "rate"):
        expected = f"a unit of the kind {row['kind']}"
    elif not named.units and not inferred and not _worded(catalogue, wording, row, printed, name, main):
        expected = "a unit that the words name, or unit among inferred"
    elif printed.expression.order is not None:
        yield from _order(catalogue, row, printed.expression.order, sorted(named.units) or [name])
    elif named.units and name not in named.units:
        expected = " or ".join(sorted(named.units))
    elif per not in (named.per or {""}) and (named.per or not inferred):
        expected = " or ".join(f"{name}/{one}" for one in sorted(named.per)) or f"{name}, as the words say per nothing"
    if expected:
        yield Difference(column="unit", found=unit, expected=expected)


def _order(catalogue: Catalogue, row: Row, order: int, named: Sequence[str]) -> Iterator[Difference]:
    """The power of ten in its unit is that of the words: *decades* are 1 in years and 0 in decades."""
    if row["qualifier"] != "vague":
        return
    stated, name = row["order_of_magnitude"], row["unit"].partition("/")[0]
    same = any(
        _measures(catalogue, name, one)
        and _close(10.0 ** float(stated) * catalogue.units.factor(name, one), 10.0**order)
        for one in named
    )
    if not same:
        found, expected = f"{stated:.0f} in {name}", f"{order} in {' or '.join(named)}"
        yield Difference(column="order_of_magnitude", found=found, expected=expected)


def _worded(catalogue: Catalogue, wording: Wording, row: Row, printed: Print, name: str, main: str) -> bool:
    """Whether the text prints the unit that is not named right after the number.

    The words of the unit stand in the paragraph; or it is the one unit of a thing that is counted, and the sentence
    has a word in which the catalogue says what that is (*soldiers*, of troops).
    """
    if wording.occur(name, printed.paragraph):
        return True
    if name != main or any(other != name and _measures(catalogue, other, name) for other in catalogue.units.names):
        return False
    indicator = catalogue.indicators.loc[row["indicator"]]
    said = " ".join(
        str(text) for text in (catalogue.kinds.at[row["kind"], "title"], indicator["title"], indicator["definition"])
    )
    return bool(_content(said) & _content(printed.sentence))


def _content(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - _EMPTY_WORDS


def _measures(catalogue: Catalogue, unit: str, main: str, *, rate: bool = False) -> bool:
    try:
        return catalogue.units.measures(unit, main, rate=rate)
    except UnitError:
        return False


def _dates(row: Row, column: str, printed: Print) -> Iterator[Difference]:
    """Each date that is not inferred is printed in the sentence."""
    cell = row[column]
    if not isinstance(cell, str):
        return
    for date in cell.split("/"):
        bare = date.rstrip("?~%")
        if bare not in ("", "..") and bare not in printed.dates:
            expected = f"dates that the sentence prints, or {column} among inferred"
            yield Difference(column=column, found=date, expected=expected)
