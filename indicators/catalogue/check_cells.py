"""Checks the cells of each column against the descriptor: type, constraints and references."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from itertools import islice

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators import markup
from indicators.catalogue.column_cells import ColumnCells, to_mask
from indicators.catalogue.control_characters import EXPECTED, advice_on
from indicators.catalogue.limits import MOST_CELL, MOST_ITEMS, MOST_PRINTED, MOST_PROBLEMS
from indicators.catalogue.problems import Problems
from indicators.catalogue.scenario_fields import BASE_PATTERN
from indicators.catalogue.schema import BESIDE_COLUMNS, COLUMNS, Field, Table
from indicators.columns import MANY, TEXT, Mask, as_categories, as_text, is_in, side_by_side
from indicators.errors import did_you_mean, nearest
from indicators.measure.bounds import MOST_DIGITS
from indicators.text.sentences import in_quotes

_NUMBERS = {
    "number": (r"-?[0-9]{1,308}(?:\.[0-9]+)?", "a number in plain digits, such as 13000 or 0.5"),
    "integer": (r"-?[0-9]{1,308}", "a whole number in plain digits, such as 3"),
}
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[,'’ \u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?")
_EXPONENT = re.compile(r"-?[0-9.]+[eE][+-]?[0-9]+")
_NO_NUMBER = re.compile(r"[+-]?(?:nan|inf(?:inity)?|none|null|n/?a|#n/a|[-–—?])", re.IGNORECASE)

_SPREADSHEET_ERROR = r"#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!|SPILL!|#+)"
_GARBLED = "\ufffd|â€|[ÂÃ][\u0080-\u00bf‚-›€™]"
"""UTF-8 that a program has read as Windows-1252 and saved again."""

_PATTERNS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "small letters and digits, with single hyphens between them",
    "^[0-9a-f]{64}$": "64 hexadecimal digits",
    "^[!-~]+$": "printable ASCII without blanks",
    "^[A-Z0-9]{1,3}$": "one to three capital letters and digits",
    BASE_PATTERN: "a year, a month or the months of a fiscal year, such as 2015, 2015-06 or 2021-04/2022-03",
    "^https?://.+": "an address that starts with http:// or https://",
}
"""Common patterns in words; a message shows any other as it is."""

_COMPARISONS = 50_000
"""Maximum number of pairs of words compared for the suggestions of one column: about a quarter of a second."""


def trim(table: Table, frame: pd.DataFrame, problems: Problems) -> dict[str, ColumnCells]:
    """The columns of a table by name, without white space around their texts; adds a problem for cells that had it."""

    def trim_column(field: Field) -> ColumnCells:
        column = ColumnCells.of(table, field, frame[field.name], problems)
        _check_controls(column)
        bare = pc.utf8_trim_whitespace(column.texts)
        padded = to_mask(pc.not_equal(bare, column.texts))
        if not padded.any():
            return column
        column.refuse(padded, "the same without it", fault=" with white space around it")
        texts = bare.take(pa.array(column.codes, mask=column.codes < 0))
        texts = pc.if_else(pc.equal(texts, ""), None, texts)
        categorical = isinstance(column.cells.dtype, pd.CategoricalDtype)
        cells = pd.Series(as_categories(texts.dictionary_encode())) if categorical else texts.to_pandas()
        return ColumnCells.of(table, field, cells, problems)

    columns = side_by_side(trim_column, table.fields, many=len(frame) >= MANY)
    return dict(zip(table.names, columns, strict=True))


def refuse_long(columns: Iterable[ColumnCells]) -> bool:
    """Whether a cell or a list in it is longer than any check should read; adds a problem for each."""
    found = False
    for column in columns:
        most = MOST_PRINTED if column.field.name == "as_printed" else MOST_CELL
        long = to_mask(pc.greater(pc.utf8_length(column.texts), most))
        if long.any():
            found = True
            column.refused[long] = False  # whatever else is wrong with it
            column.refuse(long, f"at most {most:,} characters")
        if column.field.type == "list":
            many = to_mask(pc.greater_equal(pc.count_substring(column.texts, column.field.delimiter), MOST_ITEMS))
            found |= bool(many.any())
            column.refuse(many, f"at most {MOST_ITEMS} items")
    return found


def _check_controls(column: ColumnCells) -> None:
    """Reports control characters, except traces of a misread encoding, which `_check_texts` reports."""
    if pc.all(pc.ascii_is_printable(column.texts)).as_py():
        return
    wrong = to_mask(pc.match_substring_regex(column.texts, f"[{markup.CONTROLS}]"))
    if wrong.any():
        wrong &= ~to_mask(pc.match_substring_regex(column.texts, _GARBLED))
    advice = {text: advice_on(text) for text in column.texts.filter(pa.array(wrong)).to_pylist()}
    column.refuse(wrong, EXPECTED, advice=advice)


def to_types(columns: Mapping[str, ColumnCells], keys: Mapping[str, pa.Array]) -> pd.DataFrame:
    """The frame of a table, numbers as floats and booleans as bools; adds problems for cells against the descriptor.

    `keys` has the ids of each table whose rows were all read; references to another table are not checked.
    """
    many = any(len(column.codes) >= MANY for column in columns.values())
    cells = side_by_side(partial(_check_column, keys=keys), columns.values(), many=many)
    return pd.DataFrame({name: typed.array for name, typed in zip(columns, cells, strict=True)}, copy=False)


def _check_column(column: ColumnCells, keys: Mapping[str, pa.Array]) -> pd.Series:
    """The cells of the column in the type of its field."""
    table, field, cells = column.table, column.field, column.cells
    if field.required:
        column.problems.add(table.name, ~column.filled, field.name, "an empty cell", "a value")
    if field.type in _NUMBERS:
        cells = pd.Series(_to_numbers(column), index=cells.index)
    elif field.type == "boolean":
        cells = pd.Series(_to_booleans(column), index=cells.index)
    else:
        _check_texts(column)
    if field.references:
        to_columns = field.references == COLUMNS
        known = pa.array([*table.names, *BESIDE_COLUMNS], TEXT) if to_columns else keys.get(field.references)
        if known is not None:
            _check_references(column, known)
    if field.unique and not (field.name == table.key and len(keys.get(table.name, ())) == len(cells)):
        _check_unique(column, cells)
    return cells


def _to_booleans(column: ColumnCells) -> Mask:
    truths = [*column.field.true, *column.field.false]
    column.refuse(~column.is_in(truths), " or ".join(truths))
    return column.by_row(column.is_in(column.field.true), False)


def _to_numbers(column: ColumnCells) -> npt.NDArray[np.float64]:
    pattern, expected = _NUMBERS[column.field.type]
    good = column.match(pattern)
    wrong = column.texts.filter(pa.array(~good)).drop_null().slice(0, MOST_PROBLEMS).to_pylist()
    column.refuse(~good, expected, advice={text: _advise_on_number(text) for text in wrong})
    long = to_mask(pc.greater(pc.utf8_length(column.texts), MOST_DIGITS))
    digits = pc.utf8_trim(pc.replace_substring_regex(column.texts.filter(pa.array(long)), "[.-]", ""), "0")
    long[long] = to_mask(pc.greater(pc.utf8_length(digits), MOST_DIGITS))
    column.refuse(long, f"at most {MOST_DIGITS} digits, as no program keeps more")
    values = pc.if_else(pa.array(good), column.texts, None).cast(pa.float64()).to_numpy(zero_copy_only=False)
    if column.field.minimum is not None:
        column.refuse(values < column.field.minimum, f"{column.field.minimum:g} or more")
    return column.by_row(values, np.nan)


def _advise_on_number(text: str) -> str:
    """Advice on a text that is not a number; empty if the fault is not a common one."""
    if _GROUPED.fullmatch(text):
        return f"write {re.sub('[^-0-9.]', '', text)}"
    if _EXPONENT.fullmatch(text):
        return "write all its digits: a spreadsheet may have dropped some"
    return "leave the cell empty where there is no number" if _NO_NUMBER.fullmatch(text) else ""


def _check_texts(column: ColumnCells) -> None:
    field = column.field
    if pc.any(pc.starts_with(column.texts, "#")).as_py():
        column.refuse(column.match(_SPREADSHEET_ERROR), "what stood there before a spreadsheet failed on it")
    if not pc.all(pc.string_is_ascii(column.texts)).as_py():
        garbled = to_mask(pc.match_substring_regex(column.texts, _GARBLED))
        column.refuse(garbled, "text as it was before a program misread its encoding")
    if field.pattern:
        expected = _PATTERNS.get(field.pattern, f"text that matches {field.pattern}")
        column.refuse(~column.match(field.pattern), expected)
    if field.enum:
        wrong = ~column.is_in(field.enum)
        texts = column.texts.filter(pa.array(wrong)).drop_null().slice(0, MOST_PROBLEMS).to_pylist()
        column.refuse(wrong, f"one of {field.choices}", advice=suggest(texts, field.enum))


def suggest(texts: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """Advice by text: the known texts that are similar; only for the first texts if there are very many."""
    affordable = islice(dict.fromkeys(texts), _COMPARISONS // max(len(known), 1))
    return {text: did_you_mean(nearest(text, known)) for text in affordable}


def _check_references(column: ColumnCells, known: pa.Array) -> None:
    """Reports unknown ids, in lists unknown items."""
    field, tables = column.field, column.problems.tables
    if field.references == COLUMNS:
        expected = f"a column of {column.table.path}, or {' or '.join(BESIDE_COLUMNS)}"
    else:
        expected = f"an id that {tables[field.references].path} lists"
    ids = column.texts.filter(pa.array(~column.refused))
    if field.type == "list":
        ids = pc.utf8_trim(pc.split_pattern(ids, field.delimiter).flatten(), " ")
    if is_in(ids, known).all():
        return
    items = column.texts.to_pandas()[np.flatnonzero(~column.refused)]
    if field.type == "list":
        items = items.str.split(field.delimiter, regex=False).explode().str.strip()
    unknown = items[~is_in(as_text(items), known)]
    if unknown.empty:
        return
    rows = pd.DataFrame({"row": np.arange(len(column.codes)), "code": column.codes})
    found = rows[rows["code"].isin(unknown.index)].join(unknown.rename("item"), on="code")
    items = found["item"].iloc[:MOST_PROBLEMS]  # no more are listed
    advice = suggest(items, known.to_pylist())
    column.problems.add(
        column.table.name,
        found["row"].to_numpy(),
        field.name,
        [in_quotes(item) if item else "an empty item" for item in items],
        expected,
        [advice.get(item, "") for item in items],
    )


def _check_unique(column: ColumnCells, cells: pd.Series) -> None:
    """Reports each cell that equals an earlier one."""
    if not isinstance(cells.dtype, pd.CategoricalDtype):
        values = pa.array(cells, from_pandas=True)
        if pc.count_distinct(values).as_py() == len(values) - values.null_count:
            return
    twice = np.flatnonzero(cells.duplicated() & column.filled)
    if not twice.size:
        return
    codes, _ = pd.factorize(cells)
    _, first = np.unique(codes, return_index=True)
    first = first[codes[twice] - codes.min()]
    lines = column.problems.sheets[column.table.name].lines(first)
    listed = twice[:MOST_PROBLEMS]
    texts = cells.iloc[listed].map("{:g}".format) if column.field.type in _NUMBERS else column.cells.iloc[listed]
    found = [f"{in_quotes(text)}, which line {line} has too" for text, line in zip(texts, lines, strict=False)]
    column.problems.add(column.table.name, twice, column.field.name, found, "a value that no other row has")
