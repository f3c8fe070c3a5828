"""Columns of numbers and of the texts that print them, made for all rows at once."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

BEFORE = {
    "unqualified": "", "exact": "exactly ", "approximate": "about ", "more_than": "more than ",
    "at_least": "at least ", "less_than": "fewer than ", "at_most": "up to ", "nearly": "nearly ",
}  # fmt: skip
IN_WORDS = {
    3: "three", 7: "seven", 12: "a dozen", 40: "forty", 42: "forty-two", 500: "five hundred", 3000: "three thousand",
    500_000: "half a million",
}  # fmt: skip
ORDERS = {2: "hundreds of", 3: "thousands of", 4: "tens of thousands of", 6: "millions of"}
_THOUSANDS = pa.array([f"{number:03}" for number in range(1000)])

Ints = NDArray[np.int64]


def pick(texts: Sequence[str], which: NDArray[np.int_]) -> pa.Array:
    """The text that each row picks; -1 picks none."""
    which = np.asarray(which, np.int64)
    return pa.array(texts, pa.string()).take(pa.array(which, mask=which < 0))


def join(*parts: pa.Array | str) -> pa.Array:
    """The parts of each row as one text."""
    return pc.binary_join_element_wise(*parts, "")


def digits(whole: Ints, width: int = 0) -> pa.Array:
    """Whole numbers in plain digits, with zeros before them up to `width`."""
    return pc.utf8_lpad(pa.array(whole).cast(pa.string()), width, "0")


def grouped(whole: Ints) -> pa.Array:
    """Whole numbers below a billion with commas between thousands: 1,234,567."""
    millions, thousands, ones = whole // 10**6, whole // 1000 % 1000, whole % 1000
    low, middle = _THOUSANDS.take(pa.array(ones)), _THOUSANDS.take(pa.array(thousands))
    return pc.case_when(
        pc.make_struct(pa.array(whole >= 10**6), pa.array(whole >= 1000)),
        join(digits(millions), ",", middle, ",", low),
        join(digits(thousands), ",", low),
        digits(ones),
    )


def hexadecimal(rows: int, rng: np.random.Generator) -> pa.Array:
    """64 hexadecimal digits a row, no two rows alike."""
    data = pa.py_buffer(rng.bytes(32 * rows).hex().encode())
    offsets = pa.py_buffer(np.arange(0, 64 * (rows + 1), 64, dtype=np.int32))
    return pa.StringArray.from_buffers(rows, offsets, data)


def numbers(
    qualifier: NDArray[np.str_], units: pa.Array, own: NDArray[np.bool_], rng: np.random.Generator
) -> dict[str, pa.Array]:
    """The columns value, lower, upper, qualifier, order_of_magnitude and as_printed of rows with these qualifiers.

    Rows with numbers of their `own` have seven-digit ones, each once; of the others some are millions with a
    decimal (4.5 million), some in words, the rest round.
    """
    rows = len(qualifier)
    between, vague = qualifier == "between", qualifier == "vague"
    single = ~between & ~vague
    value = rng.integers(1, 1000, rows) * 10 ** rng.integers(0, 5, rows)
    value[own] = 1_000_001 + np.arange(own.sum()) * 7_654_321 % 8_999_999
    text = grouped(value)

    chance = rng.random(rows)
    millions = single & ~own & (chance < 0.05)
    tenths = rng.integers(11, 99, rows)
    value[millions] = tenths[millions] * 100_000
    scaled = join(digits(tenths // 10), ".", digits(tenths % 10), " million")
    spelled = single & ~own & (chance > 0.97)
    which = rng.integers(0, len(IN_WORDS), rows)
    value[spelled] = np.array(list(IN_WORDS))[which[spelled]]
    text = pc.if_else(pa.array(millions), scaled, text)
    text = pc.if_else(pa.array(spelled), pick(list(IN_WORDS.values()), which), text)

    upper = value + rng.integers(1, 50, rows) * 10 ** np.maximum(np.log10(value).astype(int) - 1, 0)
    order = rng.integers(0, len(ORDERS), rows)
    before = pa.array(qualifier.astype(object), pa.string()).dictionary_encode()
    before = pick([BEFORE.get(qualifier, "") for qualifier in before.dictionary.to_pylist()], before.indices.to_numpy())
    phrase = pc.case_when(
        pc.make_struct(pa.array(between), pa.array(vague)),
        join("between ", grouped(value), " and ", grouped(upper)),
        pick(list(ORDERS.values()), order),
        join(before, text),
    )
    return {
        "value": pc.if_else(pa.array(single), digits(value), None),
        "lower": pc.if_else(pa.array(between), digits(value), None),
        "upper": pc.if_else(pa.array(between), digits(upper), None),
        "qualifier": pa.array(qualifier.astype(object), pa.string()),
        "order_of_magnitude": pick([str(power) for power in ORDERS], np.where(vague, order, -1)),
        "as_printed": join(phrase, " ", units),
    }
