"""Figures that follow from the printed ones by the recipes of ``derivations.csv``, and the combinations that tempt.

A recipe is judged by the same rules as any question; one that is refused is a problem of the catalogue. Recipes may
use one another, in any order of the file, but in no circle.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from graphlib import TopologicalSorter

import pandas as pd

from indicators import recipes, tables
from indicators.catalogue import Catalogue
from indicators.operand import Operand
from indicators.recipes import Derived, printed, side
from indicators.verdict import Verdict, numbers, of_operands
from indicators.working import SIGNS


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
    return {one: operand for one, (_, operand) in _made(catalogue).items()}


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
                catalogue, side(catalogue, row["left"], known), row["operation"], side(catalogue, row["right"], known)
            ),
            note=recipes.text(row["note"]),
        )
        for row in catalogue.temptations.to_dict("records")
    )


def rests_on(catalogue: Catalogue, inputs: Iterable[str]) -> tuple[str, ...]:
    """The printed figures that inputs rest on, at whatever remove."""
    known = operands(catalogue)
    return printed(each for one in printed(inputs) for each in (known[one].inputs if one in known else (one,)))


def selected(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Derived, ...]:
    """The derived figures all of whose printed inputs, at whatever remove, are among the rows."""
    return tuple(one for one in derived(catalogue) if _among(catalogue, one.inputs, rows))


def tempting(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Temptation, ...]:
    """The tempting combinations all of whose printed inputs, at whatever remove, are among the rows."""
    return tuple(one for one in refused(catalogue) if _among(catalogue, one.inputs, rows))


def _among(catalogue: Catalogue, inputs: Iterable[str], rows: pd.DataFrame) -> bool:
    printed_inputs = rests_on(catalogue, inputs)
    return bool(rows["id"].isin(printed_inputs).sum() == len(printed_inputs))


def table(catalogue: Catalogue) -> pd.DataFrame:
    """Derived figures with the columns of a download, what does not apply empty, and formula, inputs, assumptions."""
    rows = []
    for one in derived(catalogue):
        value, lower, upper = numbers(one.result)
        rows.append(
            {
                "id": one.id, "title": one.title, "value": value, "lower": lower, "upper": upper,
                "lower_open": "yes" if one.result.lower.open and lower is not None else None,
                "upper_open": "yes" if one.result.upper.open and upper is not None else None,
                "qualifier": one.result.qualifier, "significant_figures": one.result.digits,
                "unit": one.result.unit or None, "unit_label": one.unit_label or None, "kind": one.kind or None,
                "statistic": one.statistic or None, "source_name": "; ".join(one.sources),
                "status": f"derived, {one.verdict}",
                "caveats": ";".join(caveat.code for caveat in one.caveats),
                "caveats_in_words": " ".join(f"[{caveat.origin}] {caveat.text}" for caveat in one.caveats),
                "note": one.note or None, "formula": one.formula, "inputs": ";".join(one.inputs),
                "assumptions": " ".join(assumption.text for assumption in one.assumptions) or None,
            }
        )  # fmt: skip
    frame = pd.DataFrame(rows, columns=[*tables.COLUMNS, *COLUMNS])
    digits = ["value", "lower", "upper", "order_of_magnitude", "significant_figures", "paragraph"]
    return frame.astype({name: "float64" if name in digits else "str" for name in frame})


COLUMNS: Mapping[str, str] = {
    "formula": "How it follows from its inputs.",
    "inputs": "Names of the figures it is made of.",
    "assumptions": "What has to be granted before it holds.",
}
"""Columns that a download of derived figures has besides those of printed ones."""


def _made(catalogue: Catalogue) -> dict[str, tuple[Derived, Operand]]:
    made: dict[str, tuple[Derived, Operand]] = {}
    for one in TopologicalSorter(recipes.uses(catalogue)).static_order():
        known = {each: operand for each, (_, operand) in made.items()}
        made[one] = recipes.make(catalogue, one, known)
    return {one: made[one] for one in catalogue.derivations.index}
