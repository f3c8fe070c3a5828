"""Reads the descriptor of a catalogue, `datapackage.json`: a Data Package (version 2) with Table Schemas.

It has one property that is not in the standard: `references` of a list field names the table in which every item must
be found, or `fields` for the columns of the same table. Foreign keys cannot say this of a list.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from indicators.catalogue import control_characters, limits
from indicators.catalogue.format_steps import FORMAT, PROPERTY
from indicators.catalogue.schema import (
    CONSTRAINTS,
    FALSE,
    FILE,
    TRUE,
    TYPES,
    Descriptor,
    Field,
    Table,
    schema_problems,
)
from indicators.errors import CatalogueError, Problem
from indicators.text.sentences import in_quotes

_PATH = re.compile(r"[^./\\\0][^/\\\0]*")
_SCHEME = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]*\s*:")
_LONGEST_NAME = 200
"""Bytes of a file's name: file systems take 255, and programs add to it."""
_NAME = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?")
_JSON = {str: "a text", list: "a list", dict: "an object"}
_T = TypeVar("_T", str, list[Any], dict[str, Any])


def read(folder: Path) -> Descriptor:
    """The descriptor in `folder`.

    Raises CatalogueError if the file is missing or is not JSON, if it lacks a table or a column that the program needs,
    or if it declares a constraint that the program does not check.
    """
    try:
        text = (folder / FILE).read_text(encoding="utf-8-sig")
        raw = json.loads(text)
    except FileNotFoundError:
        raise _error("no such file", "the Data Package descriptor of the catalogue") from None
    except OSError as error:
        raise _error(f"a file that does not open ({error.strerror})", "a file that can be read") from None
    except UnicodeDecodeError:
        raise _error("bytes that are not UTF-8", "JSON in UTF-8") from None
    except json.JSONDecodeError as error:
        raise _error(f"text that is not JSON ({error.msg})", "one JSON object", error.lineno) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets without end
        raise _error("JSON that is too long or too deep", "one JSON object") from None
    limits.check_shape(raw)
    if unfit := list(control_characters.in_json(FILE, text)):
        raise CatalogueError(unfit)
    described = _descriptor(raw)
    if differing := list(limits.declared_problems(folder, described)):
        raise CatalogueError(differing)
    return described


def _error(found: str, expected: str, line: int | None = None) -> CatalogueError:
    return CatalogueError([Problem(file=FILE, line=line, found=found, expected=expected)])


def _get(raw: object, name: str, kind: type[_T], where: str, default: _T | None = None) -> _T:
    """The property `name` of a JSON object.

    Raises CatalogueError if it is missing and has no default, or is not of the `kind`.
    """
    if not isinstance(raw, dict):
        raise _error(f"{where}, which is not an object", "an object with named properties")
    value = raw.get(name, default)
    if not isinstance(value, kind):
        found = f'"{name}" of {where}, which is not {_JSON[kind]}' if name in raw else f'no "{name}" in {where}'
        raise _error(found, f'"{name}", {_JSON[kind]}')
    return value


def _descriptor(raw: Any) -> Descriptor:
    where = "the descriptor"
    resources = _get(raw, "resources", list, where)
    version = raw.get(PROPERTY, 1)
    if version != FORMAT:
        advice = f"a newer version of this program may read it; this one reads formats 1 to {FORMAT}"
        raise CatalogueError(
            [Problem(file=FILE, found=f'"{PROPERTY}" {json.dumps(version)}', expected=str(FORMAT), advice=advice)]
        )
    tables = _tables(resources)
    name = _get(raw, "name", str, where)
    if not _NAME.fullmatch(name):
        raise _error(f'the "name" {in_quotes(name)}', "small letters, digits, full stops and hyphens")
    people = _get(raw, "contributors", list, where, [])
    editors = [_get(person, "title", str, "a contributor", "") for person in people]
    contacts = [_get(person, "email", str, "a contributor", "") for person in people]
    licence: object = next(iter(_get(raw, "licenses", list, where, [])), {})
    licence_url = _get(licence, "path", str, "a licence", "")
    if _SCHEME.match(licence_url) and not licence_url.lower().startswith(("http://", "https://")):
        found = f'the "path" {in_quotes(licence_url)} of a licence'
        raise _error(found, "an address that starts with http:// or https://")
    return Descriptor(
        name=name,
        title=_get(raw, "title", str, where, name),
        description=_get(raw, "description", str, where, ""),
        version=_get(raw, "version", str, where, ""),
        created=_get(raw, "created", str, where, "")[:10],
        editors=tuple(filter(None, editors)),
        contact=next(filter(None, contacts), ""),
        licence=_get(licence, "title", str, "a licence", _get(licence, "name", str, "a licence", "")),
        licence_url=licence_url,
        tables=tables,
        declared=raw,
    )


def _tables(resources: list[Any]) -> dict[str, Table]:
    """The resources that are tables, by name; raises CatalogueError with the problems of all of them."""
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for resource in resources:
        try:
            name = _name(resource, "a resource")
            if name in tables:
                raise _error(f"two resources named {in_quotes(name)}", "a name for each")
            if _in_subfolder(resource.get("path")):
                continue
            if "schema" in resource or str(resource.get("path")).endswith(".csv"):
                tables[name] = _table(resource, name)
        except CatalogueError as error:
            problems += error.problems
    paths = Counter(table.path.casefold() for table in tables.values())
    problems += [
        problem
        for path, count in paths.items()
        if count > 1
        for problem in _error(f"{count} resources with the path {in_quotes(path)}", "a file for each").problems
    ]
    problems = problems or list(schema_problems(tables))
    if problems:
        raise CatalogueError(problems)
    return tables


def _in_subfolder(path: object) -> bool:
    """Whether a path leads into a folder inside the catalogue: files there are made from it and are not checked."""
    return isinstance(path, str) and re.fullmatch(rf"({_PATH.pattern}/)+{_PATH.pattern}", path) is not None


def _table(resource: dict[str, Any], name: str) -> Table:
    where = f"the resource {in_quotes(name)}"
    path = _get(resource, "path", str, where)
    if not _PATH.fullmatch(path):
        raise _error(f"the path {in_quotes(path)} in {where}", "the name of a file in the folder of the catalogue")
    if len(path.encode()) > _LONGEST_NAME or path in limits.MOST_BYTES:
        expected = f"at most {_LONGEST_NAME} bytes, and none of {', '.join(limits.MOST_BYTES)}"
        raise _error(f"the path {in_quotes(path)} in {where}", expected)
    raw = _get(resource, "schema", dict, where)
    if _get(raw, "missingValues", list, where, [""]) != [""]:
        raise _error(f'"missingValues" in {where}', 'none, or [""]: only an empty cell is a missing value')
    foreign = {}
    for key in _get(raw, "foreignKeys", list, where, []):
        target = _get(_get(key, "reference", dict, where), "resource", str, where, "")
        foreign[_key_column(key, "fields", where)] = target or name
    key = _key_column(raw, "primaryKey", where)
    fields = tuple(_field(field, key, foreign, where) for field in _get(raw, "fields", list, where))
    names = [column.name for column in fields]
    if key not in names or len(set(names)) < len(names):
        raise _error(f"the fields {', '.join(names)} in {where}", f"each once, and among them {in_quotes(key)}")
    return Table(
        name=name,
        path=path,
        title=_get(resource, "title", str, where, name),
        description=_get(resource, "description", str, where, ""),
        key=key,
        fields=fields,
    )


def _name(raw: object, where: str) -> str:
    return limits.short_name(_get(raw, "name", str, where), where)


def _key_column(raw: dict[str, Any], name: str, where: str) -> str:
    """The single column of a key; Table Schema writes it as a name or as a list."""
    match raw.get(name):
        case str(column) | [str(column)]:
            return column
    raise _error(f'"{name}" of {where}, which is not one column', f'"{name}", the name of a column')


def _field(raw: object, key: str, foreign: Mapping[str, str], where: str) -> Field:
    name = _name(raw, f"a field of {where}")
    where = f"the field {in_quotes(name)} of {where}"
    kind = _get(raw, "type", str, where, "string")
    if kind not in TYPES:
        raise _error(f"the type {in_quotes(kind)} in {where}", f"one of {', '.join(TYPES)}")
    constraints = _get(raw, "constraints", dict, where, {})
    for constraint in constraints:
        if constraint not in CONSTRAINTS:
            found = f"the constraint {in_quotes(constraint)} in {where}, which would not be checked"
            raise _error(found, f"only {', '.join(CONSTRAINTS)}")
    minimum = constraints.get("minimum")
    if minimum is not None and not _is_number(minimum):
        raise _error(f'"minimum" of {where}, which is not a number that programs hold', '"minimum", a number')
    pattern = _get(constraints, "pattern", str, where, "")
    limits.check_pattern(pattern, where)
    try:
        pc.match_substring_regex(pa.array([""]), pattern)
    except pa.ArrowInvalid:
        raise _error(f"the pattern {in_quotes(pattern)} in {where}", "a regular expression") from None
    return Field(
        name=name,
        type=kind,
        title=_get(raw, "title", str, where, name),
        description=_get(raw, "description", str, where, ""),
        required=bool(constraints.get("required")) or name == key,
        unique=bool(constraints.get("unique")) or name == key,
        enum=tuple(map(str, _get(constraints, "enum", list, where, []))),
        labels=dict(_label(category, where) for category in _get(raw, "categories", list, where, [])),
        pattern=pattern,
        minimum=minimum,
        true=tuple(map(str, _get(raw, "trueValues", list, where, list(TRUE)))),
        false=tuple(map(str, _get(raw, "falseValues", list, where, list(FALSE)))),
        delimiter=_get(raw, "delimiter", str, where, ",") or ",",
        references=foreign.get(name, _get(raw, "references", str, where, "")),
    )


def _is_number(value: object) -> bool:
    try:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(float(value))
    except OverflowError:
        return False


def _label(raw: object, where: str) -> tuple[str, str]:
    """A category and its label; Table Schema writes it as an object or as the value alone."""
    if isinstance(raw, str):
        return raw, raw.replace("_", " ")
    value = _get(raw, "value", str, f"a category of {where}")
    return value, _get(raw, "label", str, f"a category of {where}", value)
