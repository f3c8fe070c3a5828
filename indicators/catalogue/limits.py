"""Limits of the files of a catalogue, which may come from strangers: kind, place and size, before any is opened."""

import hashlib
import re
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from indicators.catalogue.audit_file import FILE as AUDIT
from indicators.catalogue.schema import FILE, UNITS, Descriptor
from indicators.errors import CatalogueError, Problem
from indicators.text.sentences import in_quotes

MOST_BYTES = {FILE: 5 * 2**20, UNITS: 2**20, AUDIT: 5 * 2**20}
MOST_TABLE_BYTES = 2**29
MOST_OTHER_BYTES = 2**27
"""Of a table other than that of the observations."""
MOST_RECIPES = 5_000
"""Rows of each of the tables `derivations` and `temptations`: each is computed when the catalogue is read."""
MOST_FILES = 1_000
"""CSV, JSON and text files in the folder."""
MOST_NAME = 100
"""Characters of the name of a table or a column."""
MOST_PATTERN = 300
"""Characters of a pattern; none of its repetitions may have three digits."""
MOST_COLUMNS = 1_000
"""Columns of a table in the descriptor."""
MOST_FURTHER_COLUMNS = 50
"""Columns of a CSV file beside those of the descriptor."""
MOST_EMPTY_ROWS = 10_000
MOST_ROW = 2**20
"""Bytes of a row."""
MOST_TEXT, MOST_PER_ROW = 2**24, 1_000
"""Bytes of a CSV file, in all and in addition for each row."""
MOST_TABLES = 200
MOST_DEPTH = 50
MOST_CELL = 100_000
"""Characters of one cell."""
MOST_ITEMS = 100
"""Items of a list in a cell."""
MOST_IN_CELLS = 5_000
"""Problems of cells beyond which rows and tables are not checked."""
MOST_PROBLEMS = 1_000
"""Problems of one kind that are listed: in one column, or in the rows of one file."""
MOST_PRINTED = 300
"""Characters of the few printed words that hold a number."""


_MANY_TIMES = re.compile(r"\{[\d,]*\d{3}")
_SUFFIXES = (".csv", ".json", ".txt")


def check_files(folder: Path, names: Collection[str] = (), long: str = "") -> None:
    """Raises CatalogueError where a CSV, JSON or text file, or one of these names, is no file here or too large.

    Where it is known which file is `long`, the one with the observations, the others have to be smaller.
    """
    try:
        if not folder.is_dir():
            raise CatalogueError(
                [Problem(file=str(folder), found="no such folder", expected="the folder of a catalogue")]
            )
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES or path.name in names)
        if len(paths) > MOST_FILES:
            found, expected = f"{len(paths):,} files", f"at most {MOST_FILES:,}"
            raise CatalogueError([Problem(file=str(folder), found=found, expected=expected)])
        root = folder.resolve()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no name of a folder"
        found = f"a folder that does not open ({reason})"
        raise CatalogueError(
            [Problem(file=str(folder)[:200], found=found, expected="the folder of a catalogue")]
        ) from None
    problems = [problem for path in paths for problem in _file_problems(path, root, long or path.name)]
    problems += _same_but_for_case([path.name for path in paths])
    if problems:
        raise CatalogueError(problems)


def _same_but_for_case(names: list[str]) -> Iterator[Problem]:
    """A problem for each name that some systems take for one before it."""
    seen = dict[str, str]()
    for name in names:
        first = seen.setdefault(name.casefold(), name)
        if first != name:
            found = f"a name that differs from {in_quotes(first)} by case alone"
            yield Problem(file=_shown(name), found=found, expected="names that every system tells apart")


def _shown(name: str) -> str:
    """The name of a file as it can be printed."""
    return name.encode("utf-8", "backslashreplace").decode()


def _file_problems(path: Path, root: Path, long: str) -> Iterator[Problem]:
    def problem(found: str, expected: str) -> Problem:
        return Problem(file=_shown(path.name), found=found, expected=expected)

    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            yield problem("a link that leads out of the folder", "a file in the folder")
            return
        state = path.stat()
    except (OSError, RuntimeError):  # a link to itself
        yield problem("a file that does not open", "a file that can be read")
        return
    most = MOST_BYTES.get(path.name) or (MOST_TABLE_BYTES if path.name == long else MOST_OTHER_BYTES)
    if not (stat.S_ISREG(state.st_mode) or stat.S_ISDIR(state.st_mode)):
        yield problem("a pipe or a device", "a file")
    elif state.st_size > most:
        yield problem(f"{state.st_size:,} bytes", f"at most {most:,}")


def check_shape(raw: Any) -> None:
    """Raises CatalogueError where the JSON of a descriptor is nested too deeply or lists too much."""
    level, depth = [raw], 0
    while level:
        depth += 1
        if depth > MOST_DEPTH:
            raise _shape_error("properties that are nested too deeply", f"at most {MOST_DEPTH} levels")
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node if isinstance(node, list) else ())
            if isinstance(child, dict | list)
        ]
    resources = raw.get("resources") if isinstance(raw, dict) else None
    if not isinstance(resources, list):
        return
    if len(resources) > MOST_TABLES:
        raise _shape_error(f"{len(resources):,} resources", f"at most {MOST_TABLES}")
    for resource in resources:
        schema = resource.get("schema") if isinstance(resource, dict) else None
        fields = schema.get("fields") if isinstance(schema, dict) else None
        if isinstance(fields, list) and len(fields) > MOST_COLUMNS:
            raise _shape_error(f"{len(fields):,} fields in a resource", f"at most {MOST_COLUMNS:,}")


def short_name(name: str, where: str) -> str:
    """The name of a table or column; raises CatalogueError where it is too long."""
    if len(name) > MOST_NAME:
        raise _shape_error(f"the name {in_quotes(name)} of {where}", f"at most {MOST_NAME} characters")
    return name


def check_pattern(pattern: str, where: str) -> None:
    """Raises CatalogueError for a pattern that would take long to match."""
    if len(pattern) > MOST_PATTERN or _MANY_TIMES.search(pattern):
        expected = f"at most {MOST_PATTERN} characters, and repetitions below 100"
        raise _shape_error(f"the pattern {in_quotes(pattern)} in {where}", expected)


def _shape_error(found: str, expected: str) -> CatalogueError:
    return CatalogueError([Problem(file=FILE, found=found, expected=expected)])


def declared_problems(folder: Path, descriptor: Descriptor) -> Iterator[Problem]:
    """A problem for each table that has not the number of bytes or the hash that its resource declares."""
    paths = {table.path for table in descriptor.tables.values()}
    for resource in descriptor.declared["resources"]:
        name, size, declared = resource.get("path"), resource.get("bytes"), resource.get("hash")
        if name not in paths or not (folder / name).is_file():
            continue
        if size is not None and size != (folder / name).stat().st_size:
            yield _differs(name, f"{(folder / name).stat().st_size:,} bytes", f"{size!s:.40}", "bytes")
        elif isinstance(declared, str):
            algorithm, _, digest = declared.lower().rpartition(":")
            if (algorithm or "md5") in ("md5", "sha1", "sha256", "sha512"):
                with (folder / name).open("rb") as file:
                    found = hashlib.file_digest(file, algorithm or "md5").hexdigest()
                if found != digest:
                    yield _differs(name, f"the hash {found[:16]}…", f"{digest[:16]}…", "hash")


def _differs(file: str, found: str, declared: str, name: str) -> Problem:
    return Problem(
        file=file,
        found=found,
        expected=f'{declared}, which "{name}" in {FILE} says',
        advice=f'get the whole file; if you have changed it, delete "{name}"',
    )
