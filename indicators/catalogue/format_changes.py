"""The changes that a step from one version of the catalogue format to the next is made of, and fields as declared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
FINGERPRINT_PATTERN = "^[0-9a-f]{64}$"


@dataclass(frozen=True, kw_only=True)
class NewField:
    """A field added to a table of the descriptor, behind the field `after`; its cells are empty."""

    table: str
    after: str
    declared: Json
    foreign_key: str = ""
    """The table that the field refers to, where it is no list."""


@dataclass(frozen=True, kw_only=True)
class NewTable:
    """A resource added to the descriptor, in front of the resource `before`; its file has a header and no row."""

    before: str
    declared: Json


@dataclass(frozen=True, kw_only=True)
class NamesToRows:
    """A field of names that becomes a list of references: each name becomes a row of another table, none is lost."""

    table: str
    field: str
    becomes: Json
    rows_of: str
    separator: str = ";"
    id_field: str = "id"
    name_field: str = "name"


@dataclass(frozen=True, kw_only=True)
class NewValues:
    """Values added to the closed list of a field, with its new description."""

    table: str
    field: str
    values: tuple[str, ...]
    description: str


@dataclass(frozen=True, kw_only=True)
class NewDescription:
    """A field whose meaning is told anew, and the pattern of its cells if that is another."""

    table: str
    field: str
    description: str
    pattern: str = ""


@dataclass(frozen=True, kw_only=True)
class FormatStep:
    """All that turns a catalogue of one version into one of the next."""

    tables: tuple[NewTable, ...] = ()
    fields: tuple[NewField, ...] = ()
    names: tuple[NamesToRows, ...] = ()
    values: tuple[NewValues, ...] = ()
    descriptions: tuple[NewDescription, ...] = ()


def new_fields(table: str, after: str, *declared: Json, foreign_key: str = "") -> tuple[NewField, ...]:
    """Fields added to a table one behind the other, the first behind the field `after`; all refer to `foreign_key`."""
    places = (after, *(str(column["name"]) for column in declared))
    return tuple(
        NewField(table=table, after=place, declared=column, foreign_key=foreign_key)
        for place, column in zip(places, declared, strict=False)
    )


def text(name: str, title: str, description: str, **more: Any) -> Json:
    """A field of text."""
    return {"name": name, "type": "string", "title": title, "description": description, **more}


def list_of(name: str, title: str, description: str, references: str = "") -> Json:
    """A field of a list, whose items may refer to a table."""
    refers = {"references": references} if references else {}
    return {"name": name, "type": "list", "title": title, "description": description, "delimiter": ";", **refers}


def synonyms() -> Json:
    """The field of the other words for what a row names."""
    words = "Other words by which a reader may look for it, such as an abbreviation or an everyday word."
    return list_of("synonyms", "Synonyms", words)


def yes_no(name: str, title: str, description: str) -> Json:
    """A field that is yes or no."""
    return {
        "name": name,
        "type": "boolean",
        "title": title,
        "description": description,
        "trueValues": ["yes"],
        "falseValues": ["no"],
    }


def table(name: str, title: str, description: str, fields: list[Json], keys: Mapping[str, str] | None = None) -> Json:
    """A resource with its fields, the first of which is its key; `keys` has the table that a field refers to."""
    foreign = [
        {"fields": [column], "reference": {"resource": resource, "fields": ["code" if resource == "caveats" else "id"]}}
        for column, resource in (keys or {}).items()
    ]
    return {
        "name": name,
        "path": f"{name}.csv",
        "title": title,
        "description": description,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": fields,
            "primaryKey": [fields[0]["name"]],
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }
