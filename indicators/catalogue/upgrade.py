"""A catalogue of an earlier version of the format, brought to the current one without losing anything.

The files are read and written as text: every cell that a step does not name keeps its letters, every column and every
property of the descriptor that the format does not know stays where it is.
"""

import csv
import io
import json
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from indicators import whole_files
from indicators.catalogue.format_changes import FormatStep, NamesToRows, NewField, NewTable
from indicators.catalogue.format_steps import FORMAT, PROPERTY, STEPS
from indicators.catalogue.schema import FILE
from indicators.text.normal import as_id

_BOM = "\ufeff"


def version_in(folder: Path) -> object:
    """The version of the format that the descriptor in `folder` names, 1 if it names none; None if it has no tables."""
    try:
        descriptor = json.loads((folder / FILE).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None  # `check` says what is wrong with it
    return descriptor.get(PROPERTY, 1) if isinstance(descriptor, dict) and "resources" in descriptor else None


def is_earlier(version: object) -> bool:
    """Whether it is an earlier version of the format, which `upgrade` brings to FORMAT."""
    return isinstance(version, int) and not isinstance(version, bool) and 1 <= version < FORMAT


def upgrade(folder: Path) -> None:
    """Brings the catalogue in `folder` to FORMAT; does nothing if it is no catalogue of an earlier version.

    A table that cannot be read stays as it is, for `check` to say what is wrong. The descriptor is written last, so
    that an upgrade that was interrupted can be repeated. Raises OSError if a file cannot be written.
    """
    version = version_in(folder)
    if not isinstance(version, int) or not is_earlier(version):
        return
    descriptor = json.loads((folder / FILE).read_text(encoding="utf-8-sig"))
    tables: dict[str, _Rows] = {}
    for number in range(version + 1, FORMAT + 1):
        _apply(STEPS[number], descriptor, folder, tables)
    for resource in descriptor["resources"]:
        for property_of_bytes in ("bytes", "hash") if isinstance(resource, dict) else ():
            resource.pop(property_of_bytes, None)
    texts = {folder / path: rows.text() for path, rows in tables.items() if rows.header}
    texts[folder / FILE] = json.dumps(_numbered(descriptor), ensure_ascii=False, indent=2) + "\n"
    whole_files.write({path: text.encode() for path, text in texts.items()})


@contextmanager
def upgraded_copy(folder: Path) -> Iterator[Path]:
    """A temporary copy of the catalogue in `folder`, brought to FORMAT; `folder` itself stays as it is."""
    with TemporaryDirectory(prefix="catalogue-") as temporary:
        copy = Path(temporary)
        for path in folder.iterdir():
            if path.is_file():
                shutil.copyfile(path, copy / path.name)
        upgrade(copy)
        yield copy


@dataclass(kw_only=True)
class _Rows:
    """The cells of a CSV file; without a header where it cannot be read."""

    header: list[str]
    rows: list[list[str]]
    bom: bool = False

    def column(self, name: str) -> list[str]:
        """The cells of a column, empty where a row is too short or the column is missing."""
        place = self.header.index(name) if name in self.header else len(self.header)
        return [row[place] if place < len(row) else "" for row in self.rows]

    def insert(self, after: str, name: str) -> None:
        """Adds an empty column behind another, at the end if that is missing."""
        if name in self.header or not self.header:
            return
        place = self.header.index(after) + 1 if after in self.header else len(self.header)
        self.header.insert(place, name)
        for row in self.rows:
            if row:  # an empty line stays one
                row.insert(place, "")

    def replace(self, name: str, by: str, cells: Sequence[str]) -> None:
        """Puts other cells and another name into a column."""
        if name not in self.header:
            return
        place = self.header.index(name)
        self.header[place] = by
        for row, cell in zip(self.rows, cells, strict=True):
            if place < len(row):
                row[place] = cell

    def text(self) -> str:
        """The file with line feeds and quotation marks where a cell needs them."""
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows([self.header, *self.rows])
        return (_BOM if self.bom else "") + written.getvalue()


def _apply(step: FormatStep, descriptor: dict[str, Any], folder: Path, tables: dict[str, _Rows]) -> None:
    """Changes the descriptor and the tables in memory."""
    for table in step.tables:
        _add_table(table, descriptor, tables)
    for column in step.fields:
        _add_field(column, descriptor, folder, tables)
    for names in step.names:
        _names_to_rows(names, descriptor, folder, tables)
    for change in step.values:
        for declared in _fields(descriptor, change.table, change.field):
            known = declared.setdefault("constraints", {}).setdefault("enum", [])
            known += [value for value in change.values if value not in known]
            if "categories" in declared:
                declared["categories"] += [{"value": value, "label": value} for value in change.values]
            declared["description"] = change.description
    for told in step.descriptions:
        for declared in _fields(descriptor, told.table, told.field):
            declared["description"] = told.description
            if told.pattern:
                declared.setdefault("constraints", {})["pattern"] = told.pattern


def _add_table(table: NewTable, descriptor: dict[str, Any], tables: dict[str, _Rows]) -> None:
    resources = descriptor["resources"]
    names = [resource.get("name") for resource in resources]
    if table.declared["name"] not in names:
        place = names.index(table.before) if table.before in names else len(names)
        resources.insert(place, deepcopy(table.declared))
        header = [column["name"] for column in table.declared["schema"]["fields"]]
        tables[table.declared["path"]] = _Rows(header=header, rows=[])


def _add_field(column: NewField, descriptor: dict[str, Any], folder: Path, tables: dict[str, _Rows]) -> None:
    for resource in _resources(descriptor, column.table):
        schema = resource["schema"]
        names = [declared.get("name") for declared in schema["fields"]]
        if column.declared["name"] not in names:
            place = names.index(column.after) + 1 if column.after in names else len(names)
            schema["fields"].insert(place, deepcopy(column.declared))
            if column.foreign_key:
                reference = {"resource": column.foreign_key, "fields": ["id"]}
                schema.setdefault("foreignKeys", []).append(
                    {"fields": [column.declared["name"]], "reference": reference}
                )
        _rows(resource, folder, tables).insert(column.after, column.declared["name"])


def _names_to_rows(names: NamesToRows, descriptor: dict[str, Any], folder: Path, tables: dict[str, _Rows]) -> None:
    """Each name in a column becomes a row of another table, and the column refers to it."""
    for resource, target in zip(
        _resources(descriptor, names.table), _resources(descriptor, names.rows_of), strict=False
    ):
        fields = resource["schema"]["fields"]
        fields[:] = [deepcopy(names.becomes) if each.get("name") == names.field else each for each in fields]
        rows, named = _rows(resource, folder, tables), _rows(target, folder, tables)
        ids: dict[str, str] = {}
        cells = [[name.strip() for name in cell.split(names.separator)] for cell in rows.column(names.field)]
        for name in dict.fromkeys(name for cell in cells for name in cell if name):
            ids[name] = _id_of(name, {*ids.values(), *named.column(names.id_field)})
            row = {names.id_field: ids[name], names.name_field: name}
            named.rows.append([row.get(column, "") for column in named.header])
        delimiter = names.becomes["delimiter"]
        lists = [delimiter.join(ids[name] for name in cell if name) for cell in cells]
        rows.replace(names.field, names.becomes["name"], lists)


def _id_of(name: str, taken: Collection[str]) -> str:
    """An id made of the letters and digits of a name, which no other has."""
    stem = as_id(name) or "agent"
    candidates = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(candidate for candidate in candidates if candidate not in taken)


def _resources(descriptor: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The resource of this name, if the descriptor has it with a schema."""
    return [
        resource
        for resource in descriptor["resources"]
        if isinstance(resource, dict)
        and resource.get("name") == name
        and isinstance(resource.get("path"), str)
        and isinstance(resource.get("schema"), dict)
        and isinstance(resource["schema"].get("fields"), list)
    ][:1]


def _fields(descriptor: Mapping[str, Any], table: str, name: str) -> list[dict[str, Any]]:
    """The field of this name, if the table has it."""
    return [
        declared
        for resource in _resources(descriptor, table)
        for declared in resource["schema"]["fields"]
        if declared.get("name") == name
    ][:1]


def _rows(resource: Mapping[str, Any], folder: Path, tables: dict[str, _Rows]) -> _Rows:
    """The cells of a table, read once."""
    path = resource["path"]
    if path not in tables:
        try:
            text = (folder / path).read_bytes().decode("utf-8")
            header, *rows = csv.reader(io.StringIO(text.removeprefix(_BOM), newline=""), strict=True)
        except (OSError, ValueError, csv.Error):
            text, header, rows = "", [], []
        tables[path] = _Rows(header=header, rows=rows, bom=text.startswith(_BOM))
    return tables[path]


def _numbered(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """The descriptor with its version in front of the resources."""
    numbered: dict[str, Any] = {}
    for name, value in descriptor.items():
        if name == "resources":
            numbered[PROPERTY] = FORMAT
        if name != PROPERTY:
            numbered[name] = value
    return numbered
