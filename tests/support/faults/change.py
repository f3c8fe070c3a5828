"""Small changes of a good catalogue: each takes the bytes of one file and returns others."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Change = Callable[[bytes], bytes]
FAULTS: dict[str, dict[str, Change | None]] = {}
"""For each fault the files of the wards catalogue that differ, and how; `None` where the file is missing."""


def fault(name: str, **changes: Change | None) -> None:
    """Declares a fault; a file is named without its ending, which is `.csv` unless it says otherwise."""
    endings = {"datapackage": ".json", "units": ".txt"}
    if name in FAULTS:
        raise ValueError(f"two faults are named {name}")
    FAULTS[name] = {f"{stem}{endings.get(stem, '.csv')}": change for stem, change in changes.items()}


def spoil(folder: Path, name: str) -> None:
    """Gives the catalogue in a folder the named fault."""
    for file, change in FAULTS[name].items():
        path = folder / file
        if change is None:
            path.unlink()
        else:
            path.write_bytes(change(path.read_bytes() if path.exists() else b""))


def cells(**changes: dict[str, str]) -> Change:
    """Sets columns of rows; a row is named by its id with underscores for hyphens."""

    def change(data: bytes) -> bytes:
        reader = csv.DictReader(io.StringIO(data.decode(), newline=""))
        rows = list(reader)
        for name, columns in changes.items():
            row = next(row for row in rows if next(iter(row.values())) == name.replace("_", "-"))
            row.update(columns)
        return _csv(list(reader.fieldnames or ()), rows)

    return change


def added(**columns: str) -> Change:
    """Adds a row at the end."""

    def change(data: bytes) -> bytes:
        reader = csv.DictReader(io.StringIO(data.decode(), newline=""))
        return _csv(list(reader.fieldnames or ()), [*reader, columns])

    return change


def _csv(header: list[str], rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, header, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def text(*replacements: tuple[str, str], encoding: str = "utf-8") -> Change:
    """Replaces text that stands there, and saves in an encoding."""

    def change(data: bytes) -> bytes:
        found = data.decode()
        for old, new in replacements:
            if old not in found:
                raise ValueError(f"{old!r} is not there any more")
            found = found.replace(old, new, 1)
        return found.encode(encoding)

    return change


def line(number: int, *lines: str) -> Change:
    """Puts lines in place of one."""

    def change(data: bytes) -> bytes:
        found = data.decode().split("\n")
        return "\n".join([*found[: number - 1], *lines, *found[number:]]).encode()

    return change


def after(number: int, *lines: str) -> Change:
    """Puts lines behind one."""
    return lambda data: line(number, data.decode().split("\n")[number - 1], *lines)(data)


def content(new: bytes) -> Change:
    """Puts other bytes in place of all."""
    return lambda _: new


def described(edit: Callable[[dict[str, Any]], object]) -> Change:
    """Edits the descriptor, given its resources by name, under "" the whole."""

    def change(data: bytes) -> bytes:
        whole = json.loads(data)
        edit({resource["name"]: resource for resource in whole["resources"]} | {"": whole})
        return json.dumps(whole, indent=1, ensure_ascii=False).encode() + b"\n"

    return change


def column(resources: dict[str, Any], table: str, name: str) -> dict[str, Any]:
    """The declaration of a column."""
    return next(one for one in resources[table]["schema"]["fields"] if one["name"] == name)
