"""The verdict on any two figures of a catalogue, printed or derived."""

from collections.abc import Sequence
from itertools import product

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.combine.derived import derived_operands
from indicators.combine.operand import Operand, printed_operand
from indicators.combine.pair import OPERATIONS
from indicators.combine.verdict import Verdict, verdict_on, verdict_table
from indicators.errors import UnknownIdError, nearest


def compare(catalogue: Catalogue, a: str, operation: str, b: str, *, unit: str = "") -> Verdict:
    """The verdict on ``a operation b``; each is a figure, a derived figure, or a part: ``ID.period``, ``ID.issued``.

    ``unit`` is the unit of the result, by default the unit that the arithmetic gives. Raises UnknownIdError for an
    unknown figure, part or operation.
    """
    if operation not in OPERATIONS:
        raise UnknownIdError("operation", operation, nearest(operation, OPERATIONS) or OPERATIONS)
    return verdict_on(catalogue, find_operand(catalogue, a), operation, find_operand(catalogue, b), unit=unit)


def find_operand(catalogue: Catalogue, name: str) -> Operand:
    """The operand of this name, printed or derived; raises UnknownIdError if there is none."""
    if name in catalogue.derivations.index:
        return derived_operands(catalogue)[name]
    try:
        return printed_operand(catalogue, name)
    except UnknownIdError as error:
        if error.what != "figure":
            raise
        ids = [*catalogue.figure_ids, *catalogue.derivations.index]
        raise UnknownIdError("figure", error.given, nearest(error.given, ids)) from None


def compare_all(catalogue: Catalogue, ids: Sequence[str] | None = None) -> pd.DataFrame:
    """The verdicts on every pair of printed figures, and of each with its own period, under every operation.

    ``ids`` are the figures to compare, by default all; the columns are those of ``verdict_table``.
    """
    ids = list(catalogue.figure_ids if ids is None else ids)
    names = [*ids, *(f"{figure_id}.period" for figure_id in ids)]
    operands = {name: printed_operand(catalogue, name) for name in names}
    questions = [
        *product(ids, OPERATIONS, ids),
        *((figure_id, operation, f"{figure_id}.period") for figure_id in ids for operation in OPERATIONS),
    ]
    return verdict_table(verdict_on(catalogue, operands[a], operation, operands[b]) for a, operation, b in questions)
