"""The table of derived figures in downloads: the columns of printed figures, and how each figure follows."""

from collections.abc import Iterable, Mapping

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.combine.derived import all_derived, derived_among, printed_inputs, verdict_against
from indicators.combine.recipe import Derived
from indicators.combine.verdict import value_and_bounds
from indicators.export import figure_columns, figure_table, unit_codes
from indicators.figures.citation import cite_derived

COLUMNS: Mapping[str, str] = {
    "verdict": "sound; or illustrative, which holds only under what is assumed.",
    "operation": "What is done with the inputs.",
    "formula": "How it follows from its inputs.",
    "inputs": "Names of the figures it is made of.",
    "printed_inputs": "Names of the printed figures that it rests on, at whatever remove.",
    "assumptions": "What has to be granted before it holds.",
    "working": "Its steps with numbers, separated by vertical bars.",
    "against": "Name of the printed figure that it is set against.",
    "agreement": "agree, differ or open, which cannot be told; empty where the two may not be set against each other.",
    "agreement_in_words": "What comes of it, or why they may not.",
}
"""Columns of derived figures besides those of printed figures."""

LISTS = (
    "source", "source_kind", "source_country_code", "counted_by", "counted_by_kind", "counted_by_country_code",
    "relayed_by", "document", "document_role",
)  # fmt: skip
"""Columns with a list of all values of the printed inputs, each once."""

_INHERITED = (
    "topic", "population", "source_name", "source_country", "source_stake", "source_party", "counted_by_name",
    "counted_by_party", "relayed_by_names", "document_title", "document_author", "document_publisher", "published",
    "document_url",
)  # fmt: skip
"""Columns with the same in words: a text may have a semicolon of its own, so they are no lists."""

_SHARED = ("period", "period_start", "period_end")
"""Columns with the value of the printed inputs if all have the same."""

_SEPARATOR = "; "


def table(catalogue: Catalogue, rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """The derived figures, all or those whose printed inputs are among ``rows``, with the columns of ``columns``."""
    figures = all_derived(catalogue) if rows is None else derived_among(catalogue, rows)
    inputs = {figure.id: printed_inputs(catalogue, figure.inputs) for figure in figures}
    printed_ids = dict.fromkeys(name for names in inputs.values() for name in names)
    printed = figure_table.table(catalogue, catalogue.rows(*printed_ids)).set_index("id")
    cells = [_row(catalogue, figure, printed.loc[list(inputs[figure.id])]) for figure in figures]
    frame = pd.DataFrame(cells, columns=list(columns()))
    types = dict.fromkeys(figure_columns.NUMBERS, "float64") | dict.fromkeys(figure_columns.INTEGERS, "Int64")
    return frame.astype({str(name): types.get(str(name), "str") for name in frame})


def columns() -> dict[str, str]:
    """The columns in order, each with its meaning."""
    return {**figure_columns.COLUMNS, **COLUMNS}


def _row(catalogue: Catalogue, figure: Derived, inputs: pd.DataFrame) -> dict[str, object]:
    """The cells of a derived figure by column; ``inputs`` are its printed inputs as downloads have them."""
    value, lower, upper = value_and_bounds(figure.result)
    unit = figure.result.unit
    against = verdict_against(catalogue, figure.id)
    return {
        "id": figure.id, "title": figure.title, "value": value, "lower": lower, "upper": upper,
        "lower_open": "yes" if figure.result.lower.open and lower is not None else None,
        "upper_open": "yes" if figure.result.upper.open and upper is not None else None,
        "qualifier": figure.result.qualifier, "significant_figures": figure.result.digits,
        "unit": unit or None, "unit_label": figure.unit_label or None,
        "unit_ucum": unit_codes.ucum(catalogue, unit) or None if unit else None,
        "unit_uncefact": unit_codes.uncefact(catalogue, unit) or None if unit else None,
        "kind": figure.kind_title or None, "statistic": figure.statistic or None,
        **{name: ";".join(_distinct_texts(inputs[name])) or None for name in LISTS},
        **{name: _SEPARATOR.join(_distinct_texts(inputs[name])) or None for name in _INHERITED},
        "source_named": "yes" if (inputs["source_named"] == "yes").all() else "no",
        **{name: _shared_text(inputs[name]) for name in _SHARED},
        "status": f"derived, {figure.verdict}",
        "caveats": ";".join(caveat.code for caveat in figure.caveats) or None,
        "caveats_in_words": " ".join(f"[{caveat.origin}] {caveat.text}" for caveat in figure.caveats) or None,
        "note": figure.note or None,
        "citation": cite_derived(catalogue, figure.title, inputs["citation"]),
        "verdict": figure.verdict, "operation": figure.operation,
        "formula": figure.formula, "inputs": ";".join(figure.inputs), "printed_inputs": ";".join(inputs.index),
        "assumptions": " ".join(assumption.text for assumption in figure.assumptions) or None,
        "working": " | ".join(figure.working),
        "against": against and against.b, "agreement": against and against.outcome,
        "agreement_in_words": against and (against.answer or " ".join(against.refusals)),
    }  # fmt: skip


def _distinct_texts(cells: Iterable[object]) -> tuple[str, ...]:
    """The texts among the cells, each once."""
    return tuple(dict.fromkeys(cell for cell in cells if isinstance(cell, str)))


def _shared_text(cells: pd.Series) -> str | None:
    """The text that all cells have; None if they differ or a cell is empty."""
    texts = _distinct_texts(cells)
    return texts[0] if len(texts) == 1 and cells.notna().all() else None
