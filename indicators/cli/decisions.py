"""What drafts of rows leave to decide, in words: *whether it is a figure 12, source 12, unit 3*."""

from collections.abc import Mapping

import pandas as pd

from indicators.catalogue.model import Catalogue

_FURTHER = ("groups", "period")
"""Columns of observations that a row may leave empty, and that are to be decided nevertheless."""
_NUMBER = ["lower", "value", "upper", "qualifier", "unit"]


def decisions_left(catalogue: Catalogue, table: str, rows: pd.DataFrame, asked: Mapping[str, int]) -> str:
    """What is to be decided of the rows of a table, and of how many; `asked` are questions that no empty cell asks."""
    further = _FURTHER if table == "observations" else ()
    required = [field.name for field in catalogue.descriptor.tables[table].fields if field.required]
    counts = {name: int((rows[name] == "").sum()) for name in (*required, *further)}
    if table == "observations":
        named = rows[rows["order_of_magnitude"] == ""]
        counts = {
            "whether it is a figure": len(rows),
            "whether it repeats one before": int(named.duplicated(_NUMBER).sum()),
            "id, so far its printed words": len(rows),
            **counts,
            "interval_kind": int(((rows["interval_lower"] != "") & (rows["interval_kind"] == "")).sum()),
            **asked,
        }
    elif table == "groups":
        counts = {"whether it is a group": len(rows), **counts}
    return ", ".join(f"{name} {count}" for name, count in counts.items() if count)
