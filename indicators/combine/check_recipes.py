"""What is wrong with the recipes and the temptations of a catalogue."""

from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.combine import operand, recipe
from indicators.combine.operand import Operand
from indicators.errors import Problem, UnitError, did_you_mean, nearest


def recipe_problems(catalogue: Catalogue, line_of: Callable[[str, str], int]) -> tuple[Problem, ...]:
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
    derived = catalogue.derivations.index
    rows: pd.DataFrame = getattr(catalogue, table)
    for row in rows.to_dict("records"):
        for column in ("left", "right"):
            name = recipe.text(row[column])
            figure, _, part = name.partition(".")
            unknown = figure not in derived and figure not in catalogue.figure_ids
            if name and (unknown or (part and (part not in operand.PARTS or figure in derived))):
                expected = "an id of observations.csv or derivations.csv, or .period or .issued of an observation"
                advice = did_you_mean(nearest(figure, [*catalogue.figure_ids, *derived]))
                yield _Fault(table, row["id"], column, f'"{name}"', expected, advice)
        own_period = table == "derivations" and row["operation"] != "equivalent" and not recipe.text(row["right"])
        if own_period and row["left"] in derived:
            found = "an empty cell, for the period of a derived figure, which has none of its own"
            yield _Fault(table, row["id"], "right", found, "the period of a printed figure, as ID.period")
        if table == "derivations" and row["id"] in catalogue.figure_ids:
            yield _Fault(table, row["id"], "id", "the id of an observation", "an id of its own")


def _circle(catalogue: Catalogue) -> Iterator[_Fault]:
    try:
        TopologicalSorter(recipe.recipe_dependencies(catalogue)).prepare()
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
    for one in TopologicalSorter(recipe.recipe_dependencies(catalogue)).static_order():
        try:
            _, made[one] = recipe.apply_recipe(catalogue, one, made)
        except recipe.RefusedError as error:
            found, advice = f"a recipe that is refused ({error})", "list it in temptations.csv"
            yield _Fault("derivations", one, "operation", found, "one that the rules allow", advice)
            return
        except UnitError as error:
            yield _Fault("derivations", one, "unit", f"a unit that the result does not have ({error})", "one it has")
            return
