"""The data dictionary: the columns of the downloads, from the code that fills them and the descriptor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from indicators.catalogue.schema import Descriptor
from indicators.export import derived_table, figure_columns, slim_table
from indicators.export.figure_columns import VERSIONS
from indicators.markup import markdown
from indicators.measure.units import SYSTEMS

_YES: Mapping[str, str] = {"yes": "yes"}
_WORDS: Mapping[str, tuple[str, str]] = {
    "qualifier": ("observations", "qualifier"),
    "status": ("observations", "status"),
    "statistic": ("indicators", "statistic"),
    "source_kind": ("sources", "kind"),
    "counted_by_kind": ("sources", "kind"),
    "document_role": ("documents", "role"),
    "operation": ("derivations", "operation"),
}
"""Columns whose values are a closed list of the descriptor: the table and the field that declare it."""
_LISTED: Mapping[str, Mapping[str, str]] = {
    **dict.fromkeys(("lower_open", "upper_open", "source_implied", "source_party", "counted_by_party"), _YES),
    "source_named": {"yes": "yes", "no": "no"},
    "verdict": {"sound": "sound", "illustrative": "illustrative"},
}
_TYPES: Mapping[str, str] = {
    **dict.fromkeys(figure_columns.NUMBERS, "number"),
    **dict.fromkeys(("converted_value", "converted_lower", "converted_upper"), "number"),
    **dict.fromkeys(figure_columns.INTEGERS, "integer"),
    **dict.fromkeys(figure_columns.DAYS, "date"),
    **dict.fromkeys((*figure_columns.LISTS, "inputs", "printed_inputs"), "list"),
}
_UNITS: Mapping[str, str] = {
    **dict.fromkeys(("value", "lower", "upper"), "as unit says"),
    **dict.fromkeys(("converted_value", "converted_lower", "converted_upper"), "as converted_unit says"),
    "order_of_magnitude": "power of ten",
}
_TYPES_IN_DERIVED: Mapping[str, str] = {
    **dict.fromkeys(derived_table.LISTS, "list"),
    **dict.fromkeys(("status", "statistic"), "string"),
}
"""Columns of another type in a derived row, which may have values of several inputs, or values of its own."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a download; ``type`` is string, number, integer, date or list.

    ``values`` is the closed list of values, each with its words, if the column has one. ``delimiter`` separates the
    items of a list. ``unit`` is the unit of a number, in words.
    """

    name: str
    type: str
    description: str
    unit: str = ""
    values: Mapping[str, str]
    delimiter: str = ""
    required: bool = False

    @property
    def allowed(self) -> str:
        """The values in one line, each with its words if they say more."""
        texts = (
            value if words in (value, value.replace("_", " ")) else f"{value} ({words})"
            for value, words in self.values.items()
        )
        return ", ".join(texts)


def of_figures(descriptor: Descriptor, version: str = VERSIONS[0], system: str = SYSTEMS[0]) -> tuple[Column, ...]:
    """The columns of a download of printed figures, with the names of a version; in a system of units."""
    converted = figure_columns.CONVERTED if system != SYSTEMS[0] else {}
    columns = {**figure_columns.COLUMNS, **converted}
    return _in_version(version, (_column(descriptor, *each) for each in columns.items()))


def of_derived(descriptor: Descriptor, version: str = VERSIONS[0]) -> tuple[Column, ...]:
    """The columns of a download of derived figures, with the names of a version."""
    columns = derived_table.columns().items()
    return _in_version(
        version, (_column(descriptor, name, text, _TYPES_IN_DERIVED.get(name, "")) for name, text in columns)
    )


def _in_version(version: str, columns: Iterable[Column]) -> tuple[Column, ...]:
    named = {column.name: column for column in columns}
    return tuple(replace(named[new], name=name) for new, name in figure_columns.names_in(version, named).items())


def columns_of(descriptor: Descriptor, names: Iterable[str]) -> tuple[Column, ...]:
    """The columns with these names, of any version, of a download of printed or derived figures."""
    known = {**derived_table.columns(), **figure_columns.CONVERTED, **slim_table.WORDS}
    current = ((name, figure_columns.CURRENT.get(name, name)) for name in names)
    return tuple(replace(_column(descriptor, new, known[new]), name=name) for name, new in current)


def columns_document(descriptor: Descriptor) -> str:
    """The columns of both downloads as a document in Markdown."""
    own = [column for column in of_derived(descriptor) if column.name in derived_table.COLUMNS]
    return "\n".join(
        [
            "# Columns of the downloads",
            "",
            "Each row stands alone. Files are CSV (RFC 4180, UTF-8): text is quoted, numbers are bare and in full "
            "precision, an empty cell is a missing value. A number that is not an *integer* has a decimal point in "
            "every file but those for spreadsheets, so that a program finds the same type whatever is selected.",
            "",
            f"This is version {VERSIONS[0]} of the columns. Where an address has `version={VERSIONS[1]}`, the file has "
            "those of the version before; it will go with the next one. `columns=` takes the names of both.",
            "",
            f"| version {VERSIONS[1]} | version {VERSIONS[0]} |",
            "|---|---|",
            *(f"| `{old}` | `{new}` |" for new, old in figure_columns.RENAMED.items()),
            "",
            "## figures.csv",
            "",
            "Printed figures: one row is one value as one document prints it.",
            "",
            *_rows(of_figures(descriptor)),
            "",
            "An address that asks for `units=si` or `units=us`, of this table in any format or of the rows behind a "
            "chart, adds these columns after `unit_uncefact`. The columns above stay as printed. A converted number is "
            "the printed one times the factor between the two units, in full precision: it has more digits than the "
            "printed number bears, so round it to `significant_figures`, a lower bound down and an upper bound up. "
            "`qualifier`, `lower_open` and `upper_open` hold for the converted number too.",
            "",
            *_rows(_column(descriptor, name, text) for name, text in figure_columns.CONVERTED.items()),
            "",
            "## derived.csv",
            "",
            "Figures that follow from printed ones. It has the columns above, as far as they apply (sources, who "
            "counted, and documents are those of all inputs, as lists; `source_named` is yes where all are; a period "
            "stands only where it is one for all inputs; the status is derived, with the verdict), and these:",
            "",
            *_rows(own),
            "",
        ]
    )


def _rows(columns: Iterable[Column]) -> list[str]:
    head = ["| column | type | meaning | unit or values |", "|---|---|---|---|"]
    return head + [
        f"| `{column.name}` | {column.type}{f' ({column.delimiter})' if column.delimiter else ''} "
        f"| {markdown(column.description, also='#')} | {markdown(column.unit or column.allowed, also='#')} |"
        for column in columns
    ]


def _column(descriptor: Descriptor, name: str, description: str, other: str = "") -> Column:
    """A column; ``other`` is its type where that is not the one in the table of printed figures."""
    kind, values = other or _TYPES.get(name, "string"), dict(_LISTED.get(name, {}))
    if name in _WORDS and not other:
        table, field = _WORDS[name]
        declared = descriptor.tables[table].field(field)
        values = {value: declared.word(value) for value in declared.enum}
    delimiter = ""
    if kind == "list":
        fields = descriptor.tables["observations"].fields
        delimiters = {field.name: field.delimiter for field in fields if field.type == "list"}
        delimiter = delimiters.get(figure_columns.RENAMED.get(name, name), ";")
    return Column(
        name=name,
        type=kind,
        description=description,
        unit=_UNITS.get(name, ""),
        values=values,
        delimiter=delimiter,
        required=name in ("id", "title", "qualifier", "status", "citation"),
    )
