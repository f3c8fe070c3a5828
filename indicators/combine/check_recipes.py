"""Checks of the recipes and temptations of a catalogue."""

from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

import pandas as pd

from indicators.catalogue.check_cells import suggest
from indicators.catalogue.model import Catalogue
from indicators.combine.operand import PARTS, Operand
from indicators.combine.recipe import RefusedError, apply_recipe, recipe_dependencies, recipes_of
from indicators.errors import Problem, UnitError


def recipe_problems(catalogue: Catalogue, line_of: Callable[[str, str], int]) -> tuple[Problem, ...]:
    """The problems of the recipes and temptations of a catalogue whose cells are valid.

    ``line_of`` gives the line of a row from the name of its table and its id.
    """
    faults = [*_unknown_inputs(catalogue, "derivations"), *_unknown_inputs(catalogue, "temptations")]
    faults += [*_wrong_cells(catalogue), *_circle(catalogue), *_units_and_assumptions(catalogue)]
    return tuple(
        Problem(
            file=catalogue.descriptor.tables[fault.table].path,
            line=line_of(fault.table, fault.row),
            column=fault.column,
            found=fault.found,
            expected=fault.expected,
            advice=fault.advice,
        )
        for fault in faults or _refused(catalogue)
    )


class _Fault(NamedTuple):
    """A fault of one cell of ``derivations``, ``temptations`` or ``assumptions``; ``row`` is the id of its row."""

    table: str
    row: str
    column: str
    found: str
    expected: str
    advice: str = ""


def _unknown_inputs(catalogue: Catalogue, table: str) -> Iterator[_Fault]:
    """References to figures that do not exist."""
    rows: pd.DataFrame = getattr(catalogue, table)
    unknown = [
        (row_id, column, name)
        for row_id in map(str, rows.index)
        for column in ("left", "right")
        if (name := catalogue.text(table, row_id, column)) and not _is_input(catalogue, name)
    ]
    if not unknown:
        return
    expected = "an id of observations.csv or derivations.csv, or .period or .issued of an observation"
    known = [*catalogue.figure_ids, *catalogue.derivations.index]
    advice = suggest((name.partition(".")[0] for _, _, name in unknown), known)
    for row_id, column, name in unknown:
        yield _Fault(table, row_id, column, f'"{name}"', expected, advice.get(name.partition(".")[0], ""))


def _is_input(catalogue: Catalogue, name: str) -> bool:
    """Whether it names a figure, or the period or date of issue of a printed one."""
    figure_id, _, part = name.partition(".")
    if figure_id in catalogue.derivations.index:
        return not part
    return figure_id in catalogue.figure_ids and (not part or part in PARTS)


def _wrong_cells(catalogue: Catalogue) -> Iterator[_Fault]:
    """Recipes without a second input that have no period of their own, and recipes with the id of a printed figure."""
    for recipe in recipes_of(catalogue).values():
        own_period = recipe.operation != "equivalent" and not recipe.right
        if own_period and recipe.left in catalogue.derivations.index:
            found = "an empty cell, for the period of a derived figure, which has none of its own"
            yield _Fault("derivations", recipe.id, "right", found, "the period of a printed figure, as ID.period")
        if recipe.id in catalogue.figure_ids:
            yield _Fault("derivations", recipe.id, "id", "the id of an observation", "an id of its own")


def _circle(catalogue: Catalogue) -> Iterator[_Fault]:
    """The first circle of recipes that use each other."""
    try:
        TopologicalSorter(recipe_dependencies(recipes_of(catalogue))).prepare()
    except CycleError as error:
        circle = error.args[1]
        found = f"a circle ({' → '.join(circle)})"
        yield _Fault("derivations", circle[0], "left", found, "recipes that do not use themselves")


def _units_and_assumptions(catalogue: Catalogue) -> Iterator[_Fault]:
    """Units that are not listed, and assumptions that no recipe uses."""
    for recipe_id, unit in catalogue.derivations["unit"].dropna().items():
        if any(name not in catalogue.units.names for name in str(unit).split("/")):
            yield _Fault("derivations", str(recipe_id), "unit", f'"{unit}"', "a unit listed in units.txt")
    used = {name for recipe in recipes_of(catalogue).values() for name in recipe.assumptions}
    for assumption in catalogue.assumptions.index.difference(list(used)):
        found = "an assumption that no derivation uses"
        yield _Fault("assumptions", str(assumption), "id", found, "only what is used", "delete the row, or use it")


def _refused(catalogue: Catalogue) -> Iterator[_Fault]:
    """The first recipe that the rules refuse, or whose result has another unit than it states."""
    recipes = recipes_of(catalogue)
    derived: dict[str, Operand] = {}
    for recipe_id in TopologicalSorter(recipe_dependencies(recipes)).static_order():
        try:
            _, derived[recipe_id] = apply_recipe(catalogue, recipes[recipe_id], derived)
        except RefusedError as error:
            found, advice = f"a recipe that is refused ({error})", "list it in temptations.csv"
            yield _Fault("derivations", recipe_id, "operation", found, "one that the rules allow", advice)
            return
        except UnitError as error:
            found = f"a unit that the result does not have ({error})"
            yield _Fault("derivations", recipe_id, "unit", found, "one it has")
            return
