"""A catalogue of an earlier version of the format, brought to the current one without losing anything.

The files are read and written as text: every cell that a step does not name keeps its letters, every column and every
property of the descriptor that the format does not know stays where it is.
"""

import csv
import io
import json
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from indicators.catalogue.format_steps import FORMAT, PROPERTY, STEPS, NamesToRows, NewField, NewTable, Step
from indicators.catalogue.schema import FILE

_BOM = "\ufeff"


def version_of(descriptor: object) -> object:
    """The version that a descriptor names, 1 where it names none; not checked."""
    return descriptor.get(PROPERTY, 1) if isinstance(descriptor, Mapping) else 1


def is_earlier(version: object) -> bool:
    """Whether it is an earlier version of the format, which `upgrade` can bring along."""
    return isinstance(version, int) and not isinstance(version, bool) and 1 <= version < FORMAT


def upgrade(folder: Path) -> int:
    """The version of the catalogue in `folder` before it was brought to FORMAT.

    Writes the files that change, the descriptor last, so that an interrupted upgrade can be repeated. Raises OSError,
    and ValueError where the descriptor or a table is no text that can be read; `check` says what is wrong with those.
    """
    descriptor = json.loads((folder / FILE).read_text(encoding="utf-8-sig"))
    version = version_of(descriptor)
    if not is_earlier(version) or not isinstance(version, int):
        return version if isinstance(version, int) else FORMAT
    tables: dict[str, _Rows] = {}
    for number in range(version + 1, FORMAT + 1):
        _apply(STEPS[number], descriptor, folder, tables)
    for path, rows in tables.items():
        _write(folder / path, rows.text())
    _write(folder / FILE, json.dumps(_numbered(descriptor), ensure_ascii=False, indent=2) + "\n")
    return version


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
    """The cells of a CSV file, the header first."""

    header: list[str]
    rows: list[list[str]]
    bom: bool = False

    def column(self, name: str) -> list[str]:
        """The cells of a column, empty where a row is too short."""
        place = self.header.index(name)
        return [row[place] if place < len(row) else "" for row in self.rows]

    def insert(self, after: str, name: str) -> None:
        """Adds an empty column behind another."""
        if name in self.header:
            return
        place = self.header.index(after) + 1
        self.header.insert(place, name)
        for row in self.rows:
            if row:  # an empty line stays one
                row.insert(place, "")

    def replace(self, name: str, by: str, cells: Sequence[str]) -> None:
        """Puts other cells and another name into a column."""
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


def _apply(step: Step, descriptor: dict[str, Any], folder: Path, tables: dict[str, _Rows]) -> None:
    """Changes the descriptor and the tables in memory."""
    for table in step.tables:
        _add_table(table, descriptor, tables)
    for column in step.fields:
        _add_field(column, descriptor, _table(column.table, descriptor, folder, tables))
    for names in step.names:
        _names_to_rows(names, descriptor, folder, tables)
    for change in step.values:
        declared = _field(descriptor, change.table, change.field)
        known = declared.setdefault("constraints", {}).setdefault("enum", [])
        known += [value for value in change.values if value not in known]
        declared["description"] = change.description
    for told in step.descriptions:
        _field(descriptor, told.table, told.field)["description"] = told.description


def _add_table(table: NewTable, descriptor: dict[str, Any], tables: dict[str, _Rows]) -> None:
    resources = descriptor["resources"]
    names = [resource.get("name") for resource in resources]
    if table.declared["name"] not in names:
        resources.insert(names.index(table.before), json.loads(json.dumps(table.declared)))
        header = [column["name"] for column in table.declared["schema"]["fields"]]
        tables[table.declared["path"]] = _Rows(header=header, rows=[])


def _add_field(column: NewField, descriptor: dict[str, Any], rows: _Rows) -> None:
    schema = _resource(descriptor, column.table)["schema"]
    names = [declared["name"] for declared in schema["fields"]]
    if column.declared["name"] not in names:
        schema["fields"].insert(names.index(column.after) + 1, json.loads(json.dumps(column.declared)))
        if column.foreign_key:
            reference = {"resource": column.foreign_key, "fields": ["id"]}
            schema.setdefault("foreignKeys", []).append({"fields": [column.declared["name"]], "reference": reference})
    rows.insert(column.after, column.declared["name"])


def _names_to_rows(
    names: NamesToRows, descriptor: dict[str, Any], folder: Path, tables: dict[str, _Rows]
) -> None:
    """Each text of a column becomes a row of another table, and the column refers to it."""
    fields = _resource(descriptor, names.table)["schema"]["fields"]
    place = [declared["name"] for declared in fields].index(names.field)
    fields[place] = json.loads(json.dumps(names.becomes))
    rows = _table(names.table, descriptor, folder, tables)
    target = _table(names.rows_of, descriptor, folder, tables)
    ids: dict[str, str] = {}
    for text in rows.column(names.field):
        if text and text not in ids:
            ids[text] = _slug(text, taken=ids.values())
            cells = {names.id_field: ids[text], names.text_field: text}
            target.rows.append([cells.get(name, "") for name in target.header])
    rows.replace(names.field, names.becomes["name"], [ids.get(text, "") for text in rows.column(names.field)])


def _slug(text: str, taken: object) -> str:
    """An id made of the letters and digits of a text, that no other has."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "agent"
    known = set(taken) if isinstance(taken, (list, tuple)) or hasattr(taken, "__iter__") else set()
    number, unique = 2, slug
    while unique in known:
        unique, number = f"{slug}-{number}", number + 1
    return unique


def _resource(descriptor: Mapping[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in descriptor["resources"] if each.get("name") == name)
    return found


def _field(descriptor: Mapping[str, Any], table: str, name: str) -> dict[str, Any]:
    fields = _resource(descriptor, table)["schema"]["fields"]
    found: dict[str, Any] = next(each for each in fields if each["name"] == name)
    return found


def _table(name: str, descriptor: Mapping[str, Any], folder: Path, tables: dict[str, _Rows]) -> _Rows:
    """The cells of a table, read once."""
    path = _resource(descriptor, name)["path"]
    if path not in tables:
        text = (folder / path).read_bytes().decode("utf-8")
        bom = text.startswith(_BOM)
        header, *rows = csv.reader(io.StringIO(text.removeprefix(_BOM), newline=""))
        tables[path] = _Rows(header=header, rows=rows, bom=bom)
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


def _write(path: Path, text: str) -> None:
    """Puts a whole file in the place of another."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8", newline="")
    new.replace(path)
