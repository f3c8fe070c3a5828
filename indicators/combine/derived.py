"""All derived figures of a catalogue, and its temptations: combinations that suggest themselves and are judged.

Recipes may use each other in any order of the file, but not in a circle.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from graphlib import TopologicalSorter

import pandas as pd

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.combine.operand import Operand, printed_operand
from indicators.combine.recipe import (
    Derived,
    apply_recipe,
    find_input,
    recipe_dependencies,
    recipes_of,
    without_parts,
)
from indicators.combine.verdict import Verdict, verdict_on
from indicators.combine.working import SIGNS


@dataclass(frozen=True, kw_only=True)
class Temptation:
    """A combination that suggests itself, with the verdict on it."""

    id: str
    title: str
    formula: str
    inputs: tuple[str, ...]
    verdict: Verdict
    note: str


@kept()
def all_derived(catalogue: Catalogue) -> tuple[Derived, ...]:
    """Every derived figure, in the order of ``derivations.csv``."""
    return tuple(figure for figure, _ in _derived_and_operands(catalogue).values())


@kept()
def derived_operands(catalogue: Catalogue) -> Mapping[str, Operand]:
    """The derived figures as operands, by id."""
    return {figure_id: operand for figure_id, (_, operand) in _derived_and_operands(catalogue).items()}


@kept()
def all_temptations(catalogue: Catalogue) -> tuple[Temptation, ...]:
    """Every temptation, in the order of ``temptations.csv``."""
    operands, cells = derived_operands(catalogue), partial(catalogue.text, "temptations")
    made = []
    for identity in map(str, catalogue.temptations.index):
        left, operation, right = (cells(identity, column) for column in ("left", "operation", "right"))
        a, b = (find_input(catalogue, side, operands) for side in (left, right))
        made.append(
            Temptation(
                id=identity,
                title=cells(identity, "title"),
                formula=f"{left} {SIGNS[operation]} {right}",
                inputs=(left, right),
                verdict=verdict_on(catalogue, a, operation, b),
                note=cells(identity, "note"),
            )
        )
    return tuple(made)


def verdict_against(catalogue: Catalogue, derived_id: str) -> Verdict | None:
    """Whether a derived figure agrees with the one that its recipe sets it against; None if it names none."""
    other = catalogue.text("derivations", derived_id, "against")
    if not other:
        return None
    return verdict_on(catalogue, derived_operands(catalogue)[derived_id], "equals", printed_operand(catalogue, other))


def printed_inputs(catalogue: Catalogue, inputs: Iterable[str]) -> tuple[str, ...]:
    """The ids of the printed figures that these inputs rest on, directly or indirectly."""
    operands = derived_operands(catalogue)
    return without_parts(
        name
        for figure_id in without_parts(inputs)
        for name in (operands[figure_id].inputs if figure_id in operands else (figure_id,))
    )


def derived_among(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Derived, ...]:
    """The derived figures whose printed inputs are all among the rows."""
    return tuple(figure for figure in all_derived(catalogue) if _has_inputs(catalogue, rows, figure.inputs))


def temptations_among(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Temptation, ...]:
    """The temptations whose printed inputs are all among the rows."""
    temptations = all_temptations(catalogue)
    return tuple(temptation for temptation in temptations if _has_inputs(catalogue, rows, temptation.inputs))


def _has_inputs(catalogue: Catalogue, rows: pd.DataFrame, inputs: Iterable[str]) -> bool:
    printed = printed_inputs(catalogue, inputs)
    return bool(rows["id"].isin(printed).sum() == len(printed))


@kept()
def _derived_and_operands(catalogue: Catalogue) -> Mapping[str, tuple[Derived, Operand]]:
    """Each derived figure with itself as an operand, by id and in the order of the file."""
    recipes = recipes_of(catalogue)
    operands: dict[str, Operand] = {}
    figures: dict[str, Derived] = {}
    for recipe_id in TopologicalSorter(recipe_dependencies(recipes)).static_order():
        figures[recipe_id], operands[recipe_id] = apply_recipe(catalogue, recipes[recipe_id], operands)
    return {recipe_id: (figures[recipe_id], operands[recipe_id]) for recipe_id in recipes}
