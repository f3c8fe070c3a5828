"""May these two be combined? The verdict on any two figures of a catalogue, printed or derived."""

from collections.abc import Sequence
from itertools import product

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.combine import operand
from indicators.combine.derived import derived_operands
from indicators.combine.operand import Operand
from indicators.combine.pair import OPERATIONS
from indicators.combine.verdict import Verdict, verdict_on, verdict_table
from indicators.errors import UnknownIdError, nearest


def compare(catalogue: Catalogue, a: str, operation: str, b: str, *, unit: str = "") -> Verdict:
    """The verdict on ``a operation b``; each is a figure, a derived figure, or ``ID.period`` or ``ID.issued`` of one.

    ``unit`` asks for the result in another unit than the one it comes in. Raises UnknownIdError for an unknown
    figure, part or operation.
    """
    if operation not in OPERATIONS:
        raise UnknownIdError("operation", operation, nearest(operation, OPERATIONS) or OPERATIONS)
    return verdict_on(catalogue, find_operand(catalogue, a), operation, find_operand(catalogue, b), unit=unit)


def find_operand(catalogue: Catalogue, one: str) -> Operand:
    """The operand of this name, printed or derived; raises UnknownIdError where there is none."""
    if one in catalogue.derivations.index:
        return derived_operands(catalogue)[one]
    try:
        return operand.printed_operand(catalogue, one)
    except UnknownIdError as error:
        if error.what != "figure":
            raise
        known = [*catalogue.figure_ids, *catalogue.derivations.index]
        raise UnknownIdError("figure", error.given, nearest(error.given, known)) from None


def compare_all(catalogue: Catalogue, ids: Sequence[str] | None = None) -> pd.DataFrame:
    """The verdict on every pair of printed figures, and of each with its own period, under every operation.

    With ``ids``, of these figures alone.
    """
    ids = list(catalogue.figure_ids if ids is None else ids)
    operands = {one: operand.printed_operand(catalogue, one) for one in [*ids, *(f"{each}.period" for each in ids)]}
    asked = [
        *product(ids, OPERATIONS, ids),
        *((one, operation, f"{one}.period") for one in ids for operation in OPERATIONS),
    ]
    return verdict_table(verdict_on(catalogue, operands[a], operation, operands[b]) for a, operation, b in asked)
