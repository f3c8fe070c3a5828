"""Cells checked against the descriptor, column by column: type, constraints, and what they refer to."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.catalogue.problems import Problems
from indicators.catalogue.schema import COLUMNS, Field, Table
from indicators.columns import MANY, TEXT, Codes, Mask, as_text, is_in, side_by_side
from indicators.errors import did_you_mean, nearest
from indicators.text.sentences import quote

_NUMBERS = {
    "number": (r"-?[0-9]{1,308}(?:\.[0-9]+)?", "a number in plain digits, such as 13000 or 0.5"),
    "integer": (r"-?[0-9]{1,308}", "a whole number in plain digits, such as 3"),
}
_MOST_DIGITS = 15  # that a float64 holds, and a spreadsheet too
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[,'’ \u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?")
_EXPONENT = re.compile(r"-?[0-9.]+[eE][+-]?[0-9]+")
_NO_NUMBER = re.compile(r"[+-]?(?:nan|inf(?:inity)?|none|null|n/?a|#n/a|[-–—?])", re.IGNORECASE)

_SPREADSHEET_ERROR = r"#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!|SPILL!|#+)"
_GARBLED = "\ufffd|â€|[ÂÃ][\u0080-\u00bf‚-›€™]"
"""What becomes of UTF-8 in a program that takes it for Windows-1252 and saves what it shows."""

_PATTERNS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "small letters and digits, with single hyphens between them",
    "^[0-9a-f]{64}$": "64 hexadecimal digits",
    "^[!-~]+$": "printable ASCII without blanks",
    "^[A-Z0-9]{1,3}$": "one to three capital letters and digits",
    "^https?://.+": "an address that starts with http:// or https://",
}
"""Usual patterns in words; any other is shown as it is."""

_NO_ADVICE: Mapping[str, str] = MappingProxyType({})

_COMPARISONS = 200_000
"""Pairs of words compared for the suggestions of one column: a second or so, however large the catalogue."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Column:
    """The cells of one column: their distinct texts, and which of these each row has (-1: an empty cell).

    A text that was refused once is not found fault with again.
    """

    table: Table
    field: Field
    cells: pd.Series
    texts: pa.Array
    codes: Codes
    refused: Mask
    findings: Problems

    @classmethod
    def of(cls, table: Table, field: Field, cells: pd.Series, findings: Problems) -> "Column":
        """The column of these cells, which are text or categories of it."""
        if isinstance(cells.dtype, pd.CategoricalDtype):
            texts, codes = as_text(cells.array.categories), cells.array.codes
        else:
            texts = as_text(cells)
            codes = np.arange(len(cells), dtype=np.int32)
            if texts.null_count:
                codes[np.array(texts.is_null(), bool)] = -1
        return cls(
            table=table,
            field=field,
            cells=cells,
            texts=texts,
            codes=codes,
            refused=np.array(texts.is_null(), bool),
            findings=findings,
        )

    @property
    def filled(self) -> Mask:
        """Which rows have a text."""
        return np.asarray(self.codes >= 0)

    def match(self, pattern: str) -> Mask:
        """Which texts match as a whole."""
        return _flags(pc.match_substring_regex(self.texts, f"^(?:{pattern})$"))

    def among(self, known: Iterable[str]) -> Mask:
        """Which texts are known."""
        return is_in(self.texts, pa.array(known, TEXT))

    def spread(self, of_texts: npt.NDArray[Any], of_empty: bool | float) -> npt.NDArray[Any]:
        """What each row has, from what each text has."""
        values: npt.NDArray[Any] = np.append(of_texts, np.array([of_empty]))
        return values[self.codes]

    def refuse(self, bad: Mask, expected: str, *, what: str = "", advice: Mapping[str, str] = _NO_ADVICE) -> None:
        """A problem for each cell with a `bad` text; `what` is said of it, and the `advice` for it given."""
        fresh = bad & ~self.refused
        if not fresh.any():
            return
        self.refused[fresh] = True
        rows = np.flatnonzero(self.spread(fresh, False))
        texts = self.texts.take(self.codes[rows]).to_pylist()
        found = [quote(text) + what for text in texts]
        more = [advice.get(text, "") for text in texts]
        self.findings.add(self.table.name, rows, self.field.name, found, expected, more)


def _flags(array: pa.Array) -> Mask:
    """Mask of an Arrow array; none where it has no value."""
    return np.array(array.fill_null(False), bool)


def trimmed(table: Table, frame: pd.DataFrame, findings: Problems) -> dict[str, Column]:
    """The columns of a table without white space around their texts; every cell that had some is found."""

    def column(field: Field) -> Column:
        given = Column.of(table, field, frame[field.name], findings)
        bare = pc.utf8_trim_whitespace(given.texts)
        padded = _flags(pc.not_equal(bare, given.texts))
        if not padded.any():
            return given
        given.refuse(padded, "the same without it", what=" with white space around it")
        texts = bare.take(pa.array(given.codes, mask=given.codes < 0))
        texts = pc.if_else(pc.equal(texts, ""), None, texts)
        tidy = (texts.dictionary_encode() if isinstance(given.cells.dtype, pd.CategoricalDtype) else texts).to_pandas()
        return Column.of(table, field, tidy, findings)

    columns = side_by_side(column, table.fields, many=len(frame) >= MANY)
    return dict(zip(table.names, columns, strict=True))


def typed(columns: Mapping[str, Column], keys: Mapping[str, pa.Array]) -> pd.DataFrame:
    """The frame of a table with numbers as floats and booleans as bools; what its descriptor does not admit is found.

    `keys` has the ids of each table that was read whole; a reference into any other is passed over.
    """
    many = any(len(column.codes) >= MANY for column in columns.values())
    cells = side_by_side(partial(_typed, keys=keys), columns.values(), many=many)
    return pd.DataFrame({name: each.array for name, each in zip(columns, cells, strict=True)}, copy=False)


def _typed(column: Column, keys: Mapping[str, pa.Array]) -> pd.Series:
    table, field, cells = column.table, column.field, column.cells
    if field.required:
        column.findings.add(table.name, ~column.filled, field.name, "an empty cell", "a value")
    if field.type in _NUMBERS:
        cells = pd.Series(_numbers(column), index=cells.index)
    elif field.type == "boolean":
        cells = pd.Series(_booleans(column), index=cells.index)
    else:
        _words(column)
    if field.references:
        known = pa.array(table.names, TEXT) if field.references == COLUMNS else keys.get(field.references)
        if known is not None:
            _references(column, known)
    if field.unique and not (field.name == table.key and len(keys.get(table.name, ())) == len(cells)):
        _unique(column, cells)
    return cells


def _booleans(column: Column) -> Mask:
    truths = [*column.field.true, *column.field.false]
    column.refuse(~column.among(truths), " or ".join(truths))
    return column.spread(column.among(column.field.true), False)


def _numbers(column: Column) -> npt.NDArray[np.float64]:
    pattern, expected = _NUMBERS[column.field.type]
    good = column.match(pattern)
    wrong = column.texts.filter(pa.array(~good)).drop_null().to_pylist()
    column.refuse(~good, expected, advice={text: _on_number(text) for text in wrong})
    long = _flags(pc.greater(pc.utf8_length(column.texts), _MOST_DIGITS))
    digits = pc.utf8_trim(pc.replace_substring_regex(column.texts.filter(pa.array(long)), "[.-]", ""), "0")
    long[long] = _flags(pc.greater(pc.utf8_length(digits), _MOST_DIGITS))
    column.refuse(long, f"at most {_MOST_DIGITS} digits, as no program keeps more")
    values = pc.if_else(pa.array(good), column.texts, None).cast(pa.float64()).to_numpy(zero_copy_only=False)
    if column.field.minimum is not None:
        column.refuse(values < column.field.minimum, f"{column.field.minimum:g} or more")
    return column.spread(values, np.nan)


def _on_number(text: str) -> str:
    """What to do with a text that is not a number, where that is plain to see."""
    if _GROUPED.fullmatch(text):
        return f"write {re.sub('[^-0-9.]', '', text)}"
    if _EXPONENT.fullmatch(text):
        return "write all its digits: a spreadsheet may have dropped some"
    return "leave the cell empty where there is no number" if _NO_NUMBER.fullmatch(text) else ""


def _words(column: Column) -> None:
    field = column.field
    if pc.any(pc.starts_with(column.texts, "#")).as_py():
        column.refuse(column.match(_SPREADSHEET_ERROR), "what stood there before a spreadsheet failed on it")
    if not pc.all(pc.string_is_ascii(column.texts)).as_py():
        garbled = _flags(pc.match_substring_regex(column.texts, _GARBLED))
        column.refuse(garbled, "text as it was before a program misread its encoding")
    if field.pattern:
        expected = _PATTERNS.get(field.pattern, f"text that matches {field.pattern}")
        column.refuse(~column.match(field.pattern), expected)
    if field.enum:
        bad = ~column.among(field.enum)
        texts = column.texts.filter(pa.array(bad)).drop_null().to_pylist()
        column.refuse(bad, f"one of {', '.join(field.enum)}", advice=suggestions(texts, field.enum))


def suggestions(texts: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """For each text the known ones that it may be meant to be, as advice; as many as there is time for."""
    affordable = islice(dict.fromkeys(texts), _COMPARISONS // max(len(known), 1))
    return {text: did_you_mean(nearest(text, known)) for text in affordable}


def _references(column: Column, known: pa.Array) -> None:
    """Finds every id, in a list every item, that is not known."""
    field, tables = column.field, column.findings.tables
    if field.references == COLUMNS:
        expected = f"a column of {column.table.path}"
    else:
        expected = f"an id that {tables[field.references].path} lists"
    listed = column.texts.filter(pa.array(~column.refused))
    if field.type == "list":
        listed = pc.utf8_trim(pc.split_pattern(listed, field.delimiter).flatten(), " ")
    if is_in(listed, known).all():
        return
    items = column.texts.to_pandas()[np.flatnonzero(~column.refused)]
    if field.type == "list":
        items = items.str.split(field.delimiter, regex=False).explode().str.strip()
    unknown = items[~is_in(as_text(items), known)]
    if unknown.empty:
        return
    rows = pd.DataFrame({"row": np.arange(len(column.codes)), "code": column.codes})
    found = rows[rows["code"].isin(unknown.index)].join(unknown.rename("item"), on="code")
    advice = suggestions(found["item"], known.to_pylist())
    column.findings.add(
        column.table.name,
        found["row"].to_numpy(),
        field.name,
        [quote(item) if item else "an empty item" for item in found["item"]],
        expected,
        [advice.get(item, "") for item in found["item"]],
    )


def _unique(column: Column, cells: pd.Series) -> None:
    given = pa.array(cells, from_pandas=True)
    if pc.count_distinct(given).as_py() == len(given) - given.null_count:
        return
    twice = np.flatnonzero(cells.duplicated() & cells.notna())
    codes, _ = pd.factorize(cells)
    _, first = np.unique(codes, return_index=True)
    first = first[codes[twice] - codes.min()]
    lines = column.findings.sheets[column.table.name].lines(first)
    texts = cells.iloc[twice].map("{:g}".format) if column.field.type in _NUMBERS else cells.iloc[twice]
    found = [f"{quote(text)}, which line {line} has too" for text, line in zip(texts, lines, strict=True)]
    column.findings.add(column.table.name, twice, column.field.name, found, "a value that no other row has")
