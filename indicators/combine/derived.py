"""Figures that follow from the printed ones by the recipes of ``derivations.csv``, and the combinations that tempt.

A recipe is judged by the same rules as any question; one that is refused is a problem of the catalogue. Recipes may
use one another, in any order of the file, but in no circle.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from graphlib import TopologicalSorter

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.combine import recipe
from indicators.combine.operand import Operand
from indicators.combine.recipe import Derived, figure_ids, find_input
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


@lru_cache(maxsize=4)
def all_derived(catalogue: Catalogue) -> tuple[Derived, ...]:
    """Every derived figure in the order of the file, worked out once for a catalogue."""
    return tuple(figure for figure, _ in _made(catalogue).values())


@lru_cache(maxsize=4)
def derived_operands(catalogue: Catalogue) -> Mapping[str, Operand]:
    """The derived figures as operands, by id."""
    return {one: operand for one, (_, operand) in _made(catalogue).items()}


@lru_cache(maxsize=4)
def all_temptations(catalogue: Catalogue) -> tuple[Temptation, ...]:
    """The tempting combinations in the order of the file."""
    known = derived_operands(catalogue)
    return tuple(
        Temptation(
            id=row["id"],
            title=row["title"],
            formula=f"{row['left']} {SIGNS[row['operation']]} {row['right']}",
            inputs=(row["left"], row["right"]),
            verdict=verdict_on(
                catalogue,
                find_input(catalogue, row["left"], known),
                row["operation"],
                find_input(catalogue, row["right"], known),
            ),
            note=recipe.text(row["note"]),
        )
        for row in catalogue.temptations.to_dict("records")
    )


def printed_inputs(catalogue: Catalogue, inputs: Iterable[str]) -> tuple[str, ...]:
    """The printed figures that inputs rest on, at whatever remove."""
    known = derived_operands(catalogue)
    return figure_ids(each for one in figure_ids(inputs) for each in (known[one].inputs if one in known else (one,)))


def derived_among(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Derived, ...]:
    """The derived figures all of whose printed inputs, at whatever remove, are among the rows."""
    return tuple(one for one in all_derived(catalogue) if _among(catalogue, one.inputs, rows))


def temptations_among(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Temptation, ...]:
    """The tempting combinations all of whose printed inputs, at whatever remove, are among the rows."""
    return tuple(one for one in all_temptations(catalogue) if _among(catalogue, one.inputs, rows))


def _among(catalogue: Catalogue, inputs: Iterable[str], rows: pd.DataFrame) -> bool:
    printed = printed_inputs(catalogue, inputs)
    return bool(rows["id"].isin(printed).sum() == len(printed))


def _made(catalogue: Catalogue) -> dict[str, tuple[Derived, Operand]]:
    made: dict[str, tuple[Derived, Operand]] = {}
    for one in TopologicalSorter(recipe.recipe_dependencies(catalogue)).static_order():
        known = {each: operand for each, (_, operand) in made.items()}
        made[one] = recipe.apply_recipe(catalogue, one, known)
    return {one: made[one] for one in catalogue.derivations.index}
