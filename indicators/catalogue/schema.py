"""The tables of a catalogue as its descriptor declares them, and the columns that the program needs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from indicators.errors import Problem, did_you_mean, nearest
from indicators.measure.bounds import QUALIFIERS
from indicators.text.sentences import in_quotes

FILE = "datapackage.json"
UNITS = "units.txt"

TYPES = ("string", "number", "integer", "boolean", "list")
CONSTRAINTS = ("required", "unique", "enum", "pattern", "minimum")
TRUE, FALSE = ("true", "True", "TRUE", "1"), ("false", "False", "FALSE", "0")
"""The texts of a boolean by the standard, for a field that does not declare its own."""
COLUMNS = "fields"
"""Value of `references` for a list whose items are names of columns of the same table."""
OF_INDICATOR = "statistic"
"""How a number relates to time, where its indicator says so and the text does not."""
BESIDE_COLUMNS = ("period.year", "issued.year", OF_INDICATOR)
"""What such a list may name besides: the year of a date whose other parts are printed, and OF_INDICATOR."""
LONG = "observations"
"""The table that may have a million rows: most of its columns are categorical; those of other tables are text."""
DISTINCT = ("value", "as_printed", "fingerprint", "note")
"""Columns of that table in which nearly every text is different: they stay text."""

_NEEDED: Mapping[str, str] = {
    "observations": """
        id! indicator>indicators! counts groups:list>groups document>documents! also_in:list>documents source>sources!
        source_implied:boolean root>sources via:list>sources lower:number value:number upper:number
        interval_lower:number interval_upper:number interval_kind interval_level:number qualifier!
        order_of_magnitude:integer significant_figures:integer unit! as_printed attribution status!
        season prices price_base annualised:boolean period issued inferred:list>fields
        place_from place_through place_to updates>observations vintage part_of>observations series
        same_as>observations same_as_ground section paragraph:integer fingerprint caveats:list>caveats note""",
    "indicators": """
        id! title! definition synonyms:list kind>kinds! topic>topics! population>populations! statistic!
        share_of>indicators change_of>indicators part_of>indicators base chart order:integer beside>indicators""",
    "kinds": "id! title! synonyms:list unit! part_of>kinds",
    "agents": "id! kind name! given particle family suffix",
    "sources": """
        id! name! short_name! synonyms:list kind! agent>agents named:boolean! collective:boolean country stake
        party:boolean absent:boolean description""",
    "documents": """
        id! role! title publisher! authors:list>agents published source>sources issued period
        season prices price_base url! also_at accessed text_held:boolean! headings:list note""",
    "statements": """
        id! document>documents! source>sources! via:list>sources said! what! about:list>observations! period issued
        inferred:list>fields as_printed section paragraph:integer fingerprint note""",
    "populations": "id! title! synonyms:list",
    "topics": "id! title! synonyms:list",
    "dimensions": "id! title! synonyms:list exhaustive:boolean alternatives:boolean",
    "groups": "id! dimension>dimensions! title! synonyms:list order:integer part_of>groups exhaustive:boolean code",
    "caveats": "code! text! origin!",
    "dismissed": """
        id! document>documents! section! paragraph:integer! occurrence:integer as_printed! fingerprint! why!
        figure>observations""",
    "passages": """
        id! document>documents! caveat>caveats figure>observations indicator>indicators section! paragraph:integer!
        as_printed! fingerprint!""",
    "unit_codes": "unit! ucum uncefact",
    "assumptions": "id! text!",
    "derivations": "id! title! operation! left! right unit assumptions:list>assumptions against>observations note",
    "temptations": "id! title! left! operation! right! note",
}
"""Tables and columns that the program reads, as `name:type>table!`: the type (a string if none is given), the table
that the cells refer to, and `!` if no cell may be empty. A descriptor may declare more."""

_COLUMN = re.compile(r"(\w+)(?::(\w+))?(?:>(\w+))?(!)?")


@dataclass(frozen=True, kw_only=True)
class Field:
    """A column: its type, its constraints, and the table that its cells or, of a list, its items refer to."""

    name: str
    type: str = "string"
    title: str = ""
    description: str = ""
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    pattern: str = ""
    minimum: float | None = None
    true: tuple[str, ...] = TRUE
    false: tuple[str, ...] = FALSE
    delimiter: str = ","
    references: str = ""

    @property
    def choices(self) -> str:
        """The values of a closed list; each with its explanation where the description explains them all."""
        heads = [part.partition(":")[0].strip() for part in self.description.split(";")]
        return self.description.rstrip(".") if heads == list(self.enum) else ", ".join(self.enum)

    def word(self, value: object) -> str:
        """A value of a closed list in words: its label, else the value with spaces; empty if it is missing."""
        return self.labels.get(value, value.replace("_", " ")) if isinstance(value, str) else ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A file of the catalogue and its columns in order; `key` is the column with the id of a row."""

    name: str
    path: str
    title: str = ""
    description: str = ""
    key: str
    fields: tuple[Field, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns in the order of the descriptor."""
        return tuple(column.name for column in self.fields)

    def field(self, name: str) -> Field:
        """The column of this name; raises KeyError if there is none."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> Mapping[str, Field]:
        return {column.name: column for column in self.fields}


@dataclass(frozen=True, kw_only=True)
class Descriptor:
    """The metadata of a catalogue and its tables by name."""

    name: str
    title: str
    description: str = ""
    version: str = ""
    created: str = ""
    editors: tuple[str, ...] = ()
    contact: str = ""
    licence: str = ""
    licence_url: str = ""
    tables: Mapping[str, Table] = field(default_factory=dict)
    declared: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """The whole of `datapackage.json`."""


def schema_problems(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Tables and columns that the program needs and that are missing or declared differently; dangling references."""
    for name, columns in _NEEDED.items():
        if name in tables:
            yield from _table_problems(tables[name], columns)
        else:
            advice = did_you_mean(nearest(name, tables))
            yield _problem(f"no resource {in_quotes(name)}", "every table that the program reads", advice)
    for table in tables.values():
        for column in table.fields:
            if column.references and column.references not in (*tables, *_NEEDED, COLUMNS):
                found = f"a reference to {in_quotes(column.references)} in {_where(table, column.name)}"
                yield _problem(found, "the name of a resource")


def _problem(found: str, expected: str, advice: str = "") -> Problem:
    return Problem(file=FILE, found=found, expected=expected, advice=advice)


def _where(table: Table, column: str) -> str:
    return f"the field {in_quotes(column)} of the resource {in_quotes(table.name)}"


def _table_problems(table: Table, needed: str) -> Iterator[Problem]:
    """Needed columns that the table lacks or declares differently."""
    declared = {column.name: column for column in table.fields}
    key, *_ = _COLUMN.findall(needed)[0]
    if table.key != key:
        yield _problem(
            f"the primary key {in_quotes(table.key)} of the resource {in_quotes(table.name)}",
            in_quotes(key),
        )
    for name, kind, references, required in _COLUMN.findall(needed):
        column, where = declared.get(name), _where(table, name)
        if column is None:
            found = f"no field {in_quotes(name)} in the resource {in_quotes(table.name)}"
            yield _problem(found, "every field that the program reads", did_you_mean(nearest(name, declared)))
        elif column.type != (kind or "string"):
            yield _problem(
                f"the type {in_quotes(column.type)} in {where}",
                f"the type {in_quotes(kind or 'string')}",
            )
        elif column.references != references:
            found = f"a reference to {in_quotes(column.references)}" if column.references else "no reference"
            expected = f"a reference to {in_quotes(references)}" if references else "none"
            yield _problem(f"{found} in {where}", expected)
        elif required and not column.required:
            yield _problem(f"{where}, which may be empty", '"required": true among its constraints')
        elif name == "qualifier" and not set(column.enum or [""]) <= set(QUALIFIERS):
            others = ", ".join(in_quotes(value) for value in column.enum if value not in QUALIFIERS)
            yield _problem(f"{others or 'any value'} in {where}", f'an "enum" of {", ".join(QUALIFIERS)} at most')
