"""Columns by their distinct cells."""

import pandas as pd

from indicators.columns import map_distinct


def test_rows_of_many_columns_that_differ_in_one_stay_apart() -> None:
    # Eight columns of 1,023 texts have more combinations than an integer of 64 bits has values.
    texts = pd.Series([str(number) for number in range(1023)] * 2, dtype="str")
    first = pd.Series(["one"] * 1023 + ["two"] * 1023, dtype="str")
    made = map_distinct(lambda *cells: " ".join(cells), first, *[texts] * 7)
    assert list(made) == [" ".join([start, *[text] * 7]) for start, text in zip(first, texts, strict=True)]
