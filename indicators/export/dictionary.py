"""The data dictionary: what each column of a download holds, made from the code that fills it and the descriptor."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.catalogue.schema import Descriptor
from indicators.export import derived_table, figure_table

_YES: Mapping[str, str] = {"yes": "yes"}
_WORDS: Mapping[str, tuple[str, str]] = {
    "qualifier": ("observations", "qualifier"),
    "status": ("observations", "status"),
    "statistic": ("indicators", "statistic"),
    "source_kind": ("sources", "kind"),
    "root_kind": ("sources", "kind"),
    "role": ("documents", "role"),
    "operation": ("derivations", "operation"),
}
"""Columns with the values of a closed list, and the table and field that declares it."""
_LISTED: Mapping[str, Mapping[str, str]] = {
    **dict.fromkeys(("lower_open", "upper_open", "source_implied", "source_party", "root_party"), _YES),
    "source_named": {"yes": "yes", "no": "no"},
    "verdict": {"sound": "sound", "illustrative": "illustrative"},
}
_TYPES: Mapping[str, str] = {
    **dict.fromkeys(figure_table.NUMBERS, "number"),
    **dict.fromkeys(("order_of_magnitude", "significant_figures", "paragraph"), "integer"),
    **dict.fromkeys(("period_start", "period_end"), "date"),
    **dict.fromkeys((*figure_table.LISTS, "inputs", "printed_inputs"), "list"),
}
_UNITS: Mapping[str, str] = {
    **dict.fromkeys(("value", "lower", "upper"), "as unit says"),
    "order_of_magnitude": "power of ten",
}
_PLAIN_IN_DERIVED = (
    "source", "source_name", "source_kind", "source_named", "root", "root_kind", "status", "role", "url", "via",
    "statistic",
)  # fmt: skip
"""Columns that hold one value in a row of printed figures and may hold several, or another, in a derived one."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its type (string, number, integer, date, list), what it holds, and in what.

    ``values`` are those it may have, each in words, where they are a closed list; ``delimiter`` is what separates
    the items of a list; ``unit`` says in what a number is.
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
        """The values in one line, each with its words where they say more."""
        pairs = ((value, words) for value, words in self.values.items())
        each = (value if words in (value, value.replace("_", " ")) else f"{value} ({words})" for value, words in pairs)
        return ", ".join(each)


def figure_columns(descriptor: Descriptor) -> tuple[Column, ...]:
    """The columns of a download of printed figures."""
    return tuple(_column(descriptor, name, text) for name, text in figure_table.COLUMNS.items())


def derived_columns(descriptor: Descriptor) -> tuple[Column, ...]:
    """The columns of a download of derived figures."""
    return tuple(
        _column(descriptor, name, text, plain=name in _PLAIN_IN_DERIVED)
        for name, text in derived_table.columns().items()
    )


def markdown(descriptor: Descriptor) -> str:
    """Both files as a document in Markdown."""
    own = [column for column in derived_columns(descriptor) if column.name in derived_table.COLUMNS]
    return "\n".join(
        [
            "# Columns of the downloads",
            "",
            "Each row stands alone. Files are CSV (RFC 4180, UTF-8): text is quoted, numbers are bare and in full "
            "precision, an empty cell is a missing value.",
            "",
            "## figures.csv",
            "",
            "Printed figures: one row is one value as one document prints it.",
            "",
            *_rows(figure_columns(descriptor)),
            "",
            "## derived.csv",
            "",
            "Figures that follow from printed ones. It has the columns above, as far as they apply (sources, roots and "
            "documents are those of all inputs, separated by semicolons; a period stands only where it is one for "
            "all inputs; the status is derived, with the verdict), and these:",
            "",
            *_rows(own),
            "",
        ]
    )


def _rows(columns: Iterable[Column]) -> list[str]:
    head = ["| column | type | meaning | unit or values |", "|---|---|---|---|"]
    return head + [
        f"| `{one.name}` | {one.type}{f' ({one.delimiter})' if one.delimiter else ''} | {_cell(one.description)} "
        f"| {_cell(one.unit or one.allowed)} |"
        for one in columns
    ]


def _cell(text: str) -> str:
    """Text that Markdown shows letter for letter, on one line."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def _column(descriptor: Descriptor, name: str, description: str, *, plain: bool = False) -> Column:
    kind, values = _TYPES.get(name, "string"), dict(_LISTED.get(name, {}))
    if name in _WORDS:
        table, field = _WORDS[name]
        declared = descriptor.tables[table].field(field)
        values = {value: declared.word(value) for value in declared.enum}
    delimiter = ""
    if kind == "list":
        declared_lists = {one.name: one.delimiter for one in descriptor.tables["observations"].fields}
        delimiter = declared_lists.get(name, ";")
    return Column(
        name=name,
        type="string" if plain else kind,
        description=description,
        unit=_UNITS.get(name, ""),
        values={} if plain else values,
        delimiter="" if plain else delimiter,
        required=name in ("id", "title", "qualifier", "status", "citation"),
    )
