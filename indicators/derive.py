"""Figures that follow from the printed ones by the recipes of ``derivations.csv``, and the combinations that tempt.

A recipe is judged by the same rules as any question; one that is refused is a problem of the catalogue. Recipes may
use one another, in any order of the file, but in no circle.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

import pandas as pd

from indicators import operand
from indicators.catalogue import Catalogue
from indicators.errors import IndicatorsError, Problem, did_you_mean, nearest
from indicators.operand import Operand
from indicators.pair import REFUSES, Assumption
from indicators.quantity import Quantity
from indicators.reading import Caveat
from indicators.verdict import SIGNS, Verdict, of_operands

RECIPES: Mapping[str, str] = {
    "difference": "minus",
    "sum": "plus",
    "ratio": "over",
    "percent_change": "percent-change",
    "product": "times",
    "rate": "over",
    "share": "over",
    "equivalent": "",
}
"""The operation of each recipe; a rate is over the figure's own period, an equivalent is the same in another unit."""


class _RefusedError(IndicatorsError):
    """A recipe that the rules refuse; its text is why."""


@dataclass(frozen=True, kw_only=True)
class Derived:
    """A figure that follows, with everything that it inherits; ``working`` has four lines."""

    id: str
    title: str
    operation: str
    verdict: str
    phrase: str
    result: Quantity
    unit_label: str
    kind: str
    statistic: str
    formula: str
    inputs: tuple[str, ...]
    sources: tuple[str, ...]
    caveats: tuple[Caveat, ...]
    assumptions: tuple[Assumption, ...]
    working: tuple[str, ...]
    note: str


@dataclass(frozen=True, kw_only=True)
class Temptation:
    """A combination that suggests itself, with the verdict on it."""

    id: str
    title: str
    formula: str
    inputs: tuple[str, ...]
    verdict: Verdict
    note: str


@lru_cache(maxsize=4)
def derived(catalogue: Catalogue) -> tuple[Derived, ...]:
    """Every derived figure in the order of the file, worked out once for a catalogue."""
    return tuple(figure for figure, _ in _made(catalogue).values())


@lru_cache(maxsize=4)
def operands(catalogue: Catalogue) -> Mapping[str, Operand]:
    """The derived figures as operands, by id."""
    return {one: side for one, (_, side) in _made(catalogue).items()}


@lru_cache(maxsize=4)
def refused(catalogue: Catalogue) -> tuple[Temptation, ...]:
    """The tempting combinations in the order of the file."""
    known = operands(catalogue)
    return tuple(
        Temptation(
            id=row["id"],
            title=row["title"],
            formula=f"{row['left']} {SIGNS[row['operation']]} {row['right']}",
            inputs=(row["left"], row["right"]),
            verdict=of_operands(
                catalogue, _side(catalogue, row["left"], known), row["operation"], _side(catalogue, row["right"], known)
            ),
            note=_text(row["note"]),
        )
        for row in catalogue.temptations.to_dict("records")
    )


def printed(inputs: Iterable[str]) -> tuple[str, ...]:
    """The figures of inputs, without the parts that are named of them (``ID.period``), each once."""
    return tuple(dict.fromkeys(one.partition(".")[0] for one in inputs))


def rests_on(catalogue: Catalogue, inputs: Iterable[str]) -> tuple[str, ...]:
    """The printed figures that inputs rest on, at whatever remove."""
    known = operands(catalogue)
    return tuple(
        dict.fromkeys(each for one in printed(inputs) for each in (known[one].inputs if one in known else (one,)))
    )


def selected(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Derived, ...]:
    """The derived figures all of whose printed inputs, at whatever remove, are among the rows."""
    return tuple(one for one in derived(catalogue) if _among(catalogue, one.inputs, rows))


def tempting(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Temptation, ...]:
    """The tempting combinations all of whose printed inputs, at whatever remove, are among the rows."""
    return tuple(one for one in refused(catalogue) if _among(catalogue, one.inputs, rows))


def _among(catalogue: Catalogue, inputs: Iterable[str], rows: pd.DataFrame) -> bool:
    printed_inputs = rests_on(catalogue, inputs)
    return bool(rows["id"].isin(printed_inputs).sum() == len(printed_inputs))


def faults(catalogue: Catalogue, line_of: Callable[[str, str], int]) -> tuple[Problem, ...]:
    """What is wrong with the recipes and the temptations of a catalogue whose cells are all as they should be.

    ``line_of`` tells the line of a row from its table and its id.
    """
    found = [*_unknown(catalogue, "derivations"), *_unknown(catalogue, "temptations"), *_circle(catalogue)]
    found += _misfits(catalogue)
    return tuple(
        Problem(
            file=catalogue.descriptor.tables[fault.table].path,
            line=line_of(fault.table, fault.row),
            column=fault.column,
            found=fault.found,
            expected=fault.expected,
            advice=fault.advice,
        )
        for fault in found or _refusals(catalogue)
    )


def _made(catalogue: Catalogue) -> dict[str, tuple[Derived, Operand]]:
    made: dict[str, tuple[Derived, Operand]] = {}
    for one in TopologicalSorter(_uses(catalogue)).static_order():
        known = {each: side for each, (_, side) in made.items()}
        made[one] = _derive(catalogue, _recipe(catalogue, one), known)
    return {one: made[one] for one in catalogue.derivations.index}


def _uses(catalogue: Catalogue) -> dict[str, list[str]]:
    """For each recipe the recipes that it uses."""
    recipes = catalogue.derivations
    return {
        one: [name for name in printed(filter(None, (_text(left), _text(right)))) if name in recipes.index]
        for one, left, right in zip(recipes.index, recipes["left"], recipes["right"], strict=True)
    }


def _recipe(catalogue: Catalogue, one: str) -> dict[str, object]:
    return {str(name): cell for name, cell in catalogue.derivations.loc[one].items()}


def _derive(
    catalogue: Catalogue, recipe: Mapping[str, object], known: Mapping[str, Operand]
) -> tuple[Derived, Operand]:
    operation, left, right, unit = (_text(recipe[name]) for name in ("operation", "left", "right", "unit"))
    a = _side(catalogue, left, known)
    if operation == "equivalent":
        return _equivalent(catalogue, recipe, a, unit)
    right = right or f"{left}.period"
    b = _side(catalogue, right, known)
    verdict = of_operands(catalogue, a, RECIPES[operation], b, unit=unit)
    result = verdict.result
    if result is None:
        raise _RefusedError(" ".join(reason.text for reason in verdict.reasons if reason.effect == REFUSES))
    phrase, label = verdict.answer, verdict.unit_label
    if operation == "share":
        result = replace(result.scale(100, ""), digits=result.digits)
        phrase, label = f"{result.number()} percent", "percent"
    elif unit and result.unit and unit != result.unit:
        result = result.scale(catalogue.units.factor(result.unit, unit), unit)
        label = catalogue.units.label(unit)
        phrase = f"{result.number()} {label}"
    working = verdict.working
    if phrase != verdict.answer:
        working = (*working[:2], f"= {phrase}", *working[3:])
    declared = [
        Assumption(id=one, text=str(catalogue.assumptions.at[one, "text"]))
        for one in catalogue.items(recipe["assumptions"], "derivations", "assumptions")
    ]
    assumptions = tuple(dict.fromkeys((*verdict.assumptions, *declared)))
    grade = "illustrative" if assumptions or a.assumed or b.assumed else verdict.verdict
    statistic = {"rate": "rate", "product": "total"}.get(operation, "")
    return _figure(
        catalogue, recipe, (a, b), result,
        verdict=grade, phrase=phrase, label=label, statistic=statistic, assumptions=assumptions,
        working=working, formula=f"{left} {SIGNS[RECIPES[operation]]} {right}",
    )  # fmt: skip


def _equivalent(catalogue: Catalogue, recipe: Mapping[str, object], a: Operand, unit: str) -> tuple[Derived, Operand]:
    """The same in another unit; the length of a period in days or months."""
    if a.part == "period":
        per_day = catalogue.units.factor("day", unit)
        result = a.period.months() if unit == "month" else a.period.days().scale(per_day, unit)
    elif a.quantity is None:
        raise _RefusedError(f"“{a.phrase}” states no number.")
    else:
        result = a.quantity.scale(catalogue.units.factor(a.quantity.unit, unit), unit)
    label = catalogue.units.label(unit, one=result.single and result.lower.value == 1)
    phrase = f"{result.number()} {label}"
    sources = catalogue.sources["name"]
    names = "; ".join(str(sources[one]) for one in a.sources)
    how = (
        "every day that its two ends may mean, both included"
        if a.part
        else f"1 {catalogue.units.label(a.quantity.unit if a.quantity else unit, one=True)} is "
        f"{catalogue.units.factor(a.quantity.unit if a.quantity else unit, unit):.9g} {catalogue.units.label(unit)}"
    )
    working = (
        f"{a.name} in {catalogue.units.label(unit)}",
        f"{a.phrase}; {how}",
        f"= {phrase}",
        f"rests on {names}; {len(a.caveats)} caveats",
    )
    return _figure(
        catalogue, recipe, (a,), result,
        verdict="sound", phrase=phrase, label=label, statistic=a.statistic if not a.part else "", assumptions=(),
        working=working, formula=f"{a.id} in {unit}",
    )  # fmt: skip


def _figure(
    catalogue: Catalogue,
    recipe: Mapping[str, object],
    sides: tuple[Operand, ...],
    result: Quantity,
    *,
    verdict: str,
    phrase: str,
    label: str,
    statistic: str,
    assumptions: tuple[Assumption, ...],
    working: tuple[str, ...],
    formula: str,
) -> tuple[Derived, Operand]:
    """A derived figure, and itself as an operand of further questions."""
    first = sides[0]
    one, title = _text(recipe["id"]), _text(recipe["title"])
    caveats = tuple(dict.fromkeys(caveat for side in sides for caveat in side.caveats))
    pairs = dict.fromkeys(pair for side in sides for pair in zip(side.sources, side.roots, strict=True))
    sources, roots = (tuple(pair[place] for pair in pairs) for place in (0, 1))
    plain = not (result.unit and first.kind) or not catalogue.units.measures(
        result.unit, catalogue.text("kinds", first.kind, "unit"), rate=statistic == "rate"
    )
    figure = Derived(
        id=one, title=title, operation=_text(recipe["operation"]), verdict=verdict, phrase=phrase, result=result,
        unit_label=label, kind="" if plain else first.kind_title, statistic=statistic, formula=formula,
        inputs=tuple(side.id for side in sides),
        sources=tuple(str(catalogue.sources.at[name, "name"]) for name in dict.fromkeys(sources)),
        caveats=caveats, assumptions=assumptions, working=working, note=_text(recipe["note"]),
    )  # fmt: skip
    side = Operand(
        id=one, name=title, quantity=result, phrase=phrase,
        kind="" if plain else first.kind, kind_title=figure.kind or "number",
        indicator=first.indicator if statistic == first.statistic and not plain else one, population=first.population,
        statistic=statistic, sources=sources, roots=roots, period=first.period, issued=first.issued,
        places=first.places, statuses=tuple(dict.fromkeys(status for each in sides for status in each.statuses)),
        caveats=caveats, inputs=tuple(dict.fromkeys(name for each in sides for name in each.inputs)),
        assumed=tuple(assumption.id for assumption in assumptions),
    )  # fmt: skip
    return figure, side


def _side(catalogue: Catalogue, one: str, known: Mapping[str, Operand]) -> Operand:
    return known[one] if one in known else operand.printed(catalogue, one)


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


class _Fault(NamedTuple):
    """What is wrong with one cell of a table of recipes."""

    table: str
    row: str
    column: str
    found: str
    expected: str
    advice: str = ""


def _unknown(catalogue: Catalogue, table: str) -> Iterator[_Fault]:
    """References to no figure, and recipes that are named like one."""
    known = [*catalogue.positions, *catalogue.derivations.index]
    recipes: pd.DataFrame = getattr(catalogue, table)
    for row in recipes.to_dict("records"):
        for column in ("left", "right"):
            name = _text(row[column])
            figure, _, part = name.partition(".")
            if name and (figure not in known or (part and part not in operand.PARTS)):
                expected = "an id of observations.csv or derivations.csv, or .period or .issued of an observation"
                yield _Fault(table, row["id"], column, f'"{name}"', expected, did_you_mean(nearest(figure, known)))
        if table == "derivations" and row["id"] in catalogue.positions:
            yield _Fault(table, row["id"], "id", "the id of an observation", "an id of its own")


def _circle(catalogue: Catalogue) -> Iterator[_Fault]:
    try:
        TopologicalSorter(_uses(catalogue)).prepare()
    except CycleError as error:
        path = " → ".join(error.args[1])
        yield _Fault(
            "derivations", error.args[1][0], "left", f"a circle ({path})", "recipes that do not use themselves"
        )


def _misfits(catalogue: Catalogue) -> Iterator[_Fault]:
    """Units that are not listed, assumptions that nothing uses."""
    units = catalogue.units
    for one, unit in catalogue.derivations["unit"].dropna().items():
        if any(name not in units.names for name in str(unit).split("/")):
            yield _Fault("derivations", str(one), "unit", f'"{unit}"', "a unit listed in units.txt")
    used = {
        each
        for cell in catalogue.derivations["assumptions"]
        for each in catalogue.items(cell, "derivations", "assumptions")
    }
    for one in catalogue.assumptions.index.difference(list(used)):
        found = "an assumption that no derivation uses"
        yield _Fault("assumptions", str(one), "id", found, "only what is used", "delete the row, or use it")


def _refusals(catalogue: Catalogue) -> Iterator[_Fault]:
    """Recipes whose result is refused, each with the reasons; none is made from one that is."""
    made: dict[str, Operand] = {}
    for one in TopologicalSorter(_uses(catalogue)).static_order():
        recipe = _recipe(catalogue, one)
        try:
            _, made[one] = _derive(catalogue, recipe, made)
        except _RefusedError as error:
            found, advice = f"a recipe that is refused ({error})", "list it in temptations.csv"
            yield _Fault("derivations", one, "operation", found, "one that the rules allow", advice)
            return
