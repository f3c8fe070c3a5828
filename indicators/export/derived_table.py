"""The columns of a download of derived figures: those of printed ones as far as they apply, and how each follows."""

from collections.abc import Iterable, Mapping

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.combine.derived import all_derived, derived_among, printed_inputs
from indicators.combine.recipe import Derived
from indicators.combine.verdict import value_and_bounds
from indicators.export import figure_table, unit_codes
from indicators.figures.citation import cite_derived

COLUMNS: Mapping[str, str] = {
    "verdict": "sound; or illustrative, which holds only under what is assumed.",
    "operation": "What is done with the inputs.",
    "formula": "How it follows from its inputs.",
    "inputs": "Names of the figures it is made of.",
    "printed_inputs": "Names of the printed figures that it rests on, at whatever remove.",
    "assumptions": "What has to be granted before it holds.",
    "working": "Its steps with numbers, separated by vertical bars.",
}
"""Columns that a download of derived figures has besides those of printed ones."""

_INHERITED = (
    "topic", "population", "source", "source_name", "source_kind", "source_named", "source_country", "source_stake",
    "root", "root_name", "root_kind", "via", "via_names", "document", "role", "document_title", "author", "publisher",
    "published", "url",
)  # fmt: skip
"""Columns that have every value of the printed inputs, each once."""

_SHARED = ("period", "period_start", "period_end")
"""Columns that have the value of the printed inputs where it is one for all."""

_SEPARATOR = "; "


def table(catalogue: Catalogue, rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """Derived figures, of all or of those whose printed inputs are among the rows, with the columns of ``columns``."""
    chosen = all_derived(catalogue) if rows is None else derived_among(catalogue, rows)
    rests = {one.id: printed_inputs(catalogue, one.inputs) for one in chosen}
    printed = dict.fromkeys(each for inputs in rests.values() for each in inputs)
    inherited = figure_table.table(catalogue, catalogue.rows(*printed)).set_index("id")
    records = [_record(catalogue, one, inherited.loc[list(rests[one.id])]) for one in chosen]
    frame = pd.DataFrame(records, columns=list(columns()))
    return frame.astype({name: "float64" if name in figure_table.NUMBERS else "str" for name in frame})


def columns() -> dict[str, str]:
    """Names of the columns in order, each with what it holds."""
    return {**figure_table.COLUMNS, **COLUMNS}


def _record(catalogue: Catalogue, one: Derived, inputs: pd.DataFrame) -> dict[str, object]:
    value, lower, upper = value_and_bounds(one.result)
    unit = one.result.unit
    return {
        "id": one.id, "title": one.title, "value": value, "lower": lower, "upper": upper,
        "lower_open": "yes" if one.result.lower.open and lower is not None else None,
        "upper_open": "yes" if one.result.upper.open and upper is not None else None,
        "qualifier": one.result.qualifier, "significant_figures": one.result.digits,
        "unit": unit or None, "unit_label": one.unit_label or None,
        "unit_ucum": unit_codes.ucum(catalogue, unit) or None if unit else None,
        "unit_uncefact": unit_codes.uncefact(catalogue, unit) or None if unit else None,
        "kind": one.kind or None, "statistic": one.statistic or None,
        **{name: _SEPARATOR.join(_each(inputs[name])) or None for name in _INHERITED},
        **{name: _one(inputs[name]) for name in _SHARED},
        "status": f"derived, {one.verdict}",
        "caveats": ";".join(caveat.code for caveat in one.caveats) or None,
        "caveats_in_words": " ".join(f"[{caveat.origin}] {caveat.text}" for caveat in one.caveats) or None,
        "note": one.note or None,
        "citation": cite_derived(catalogue, one.title, inputs["citation"]),
        "verdict": one.verdict, "operation": one.operation,
        "formula": one.formula, "inputs": ";".join(one.inputs), "printed_inputs": ";".join(inputs.index),
        "assumptions": " ".join(assumption.text for assumption in one.assumptions) or None,
        "working": " | ".join(one.working),
    }  # fmt: skip


def _each(cells: Iterable[object]) -> tuple[str, ...]:
    """The texts among cells, each once."""
    return tuple(dict.fromkeys(cell for cell in cells if isinstance(cell, str)))


def _one(cells: pd.Series) -> str | None:
    """The text that all cells have, if it is one for all."""
    texts = _each(cells)
    return texts[0] if len(texts) == 1 and cells.notna().all() else None
