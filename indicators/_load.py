"""Loads a catalogue: reads a folder, checks every cell and reports all problems at once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from indicators.catalogue import (
    audit_file,
    check_cells,
    check_rows,
    check_tables,
    control_characters,
    csv_file,
    descriptor,
    document_fields,
    limits,
    upgrade,
)
from indicators.catalogue.audit_file import SavedAudit
from indicators.catalogue.model import Catalogue
from indicators.catalogue.problems import Problems
from indicators.catalogue.schema import FILE, LONG, UNITS, Table
from indicators.catalogue.upgrade import is_earlier
from indicators.combine import check_recipes
from indicators.errors import CatalogueError, Problem, UnitError, did_you_mean, nearest
from indicators.measure import definitions
from indicators.measure.units import Units

_UNCHECKED = Problem(
    file=FILE,
    found=f"more than {limits.MOST_IN_CELLS:,} problems of cells in its tables",
    expected="none; rows and tables are checked when fewer are left",
)


def load(folder: Path | str, *, unfinished: bool = False) -> Catalogue:
    """The catalogue in `folder`; raises CatalogueError with all its problems.

    An `unfinished` catalogue may have rows that nothing uses yet. A catalogue of an earlier version of the format is
    read as `upgrade` would write it; its files stay as they are.
    """
    folder = Path(folder)
    limits.check_files(folder)
    if is_earlier(upgrade.version_in(folder)):
        with upgrade.upgraded_copy(folder) as copy:
            return replace(_read(copy, unfinished=unfinished), folder=folder)
    return _read(folder, unfinished=unfinished)


def _read(folder: Path, *, unfinished: bool) -> Catalogue:
    described = descriptor.read(folder)
    tables = described.tables
    limits.check_files(folder, [table.path for table in tables.values()], tables[LONG].path)
    sheets = {name: csv_file.read(folder / table.path, table) for name, table in tables.items()}
    problems = Problems(sheets=sheets, tables=tables)
    problems.extend(problem for sheet in sheets.values() for problem in sheet.problems)
    problems.extend(_unlisted_tables(folder, {table.path for table in tables.values()}))
    units = _units(folder, problems)
    if too_many := [*_too_many_rows(sheets, tables)]:
        raise CatalogueError(too_many)

    columns = {
        name: check_cells.trim(tables[name], sheet.frame, problems)
        for name, sheet in sheets.items()
        if sheet.frame is not None
    }
    if check_cells.refuse_long(column for cells in columns.values() for column in cells.values()):
        raise CatalogueError(problems.sorted())
    keys = {
        name: cells[tables[name].key].texts.unique().drop_null()
        for name, cells in columns.items()
        if sheets[name].whole
    }
    frames = {name: check_cells.to_types(cells, keys) for name, cells in columns.items()}
    if problems.count() > limits.MOST_IN_CELLS:
        raise CatalogueError([*problems.sorted(), _UNCHECKED])
    if {"observations", "documents"} <= frames.keys() and frames["documents"]["id"].is_unique:
        frames["observations"] = document_fields.inherit(frames["observations"], frames["documents"])
    dates = check_rows.parse_dates(frames)
    check_rows.check(columns, frames, keys, dates, problems)
    check_tables.check(columns, frames, units, problems, unfinished=unfinished)
    audits = _audits(folder, problems)
    found = problems.sorted()
    if found or units is None:
        raise CatalogueError(found)
    catalogue = Catalogue.of(
        folder=folder, descriptor=described, units=units, frames=frames, dates=dates, audits=audits
    )

    def line_of(table: str, row: str) -> int:
        position = np.flatnonzero(frames[table][tables[table].key] == row)[:1]
        return int(sheets[table].lines(position)[0])

    found = check_recipes.recipe_problems(catalogue, line_of)
    if found:
        raise CatalogueError(found)
    return catalogue


def _too_many_rows(sheets: Mapping[str, csv_file.Sheet], tables: Mapping[str, Table]) -> Iterator[Problem]:
    """A problem for each table of recipes that has more rows than may be computed."""
    for name in ("derivations", "temptations"):
        frame = sheets[name].frame
        if frame is not None and len(frame) > limits.MOST_RECIPES:
            expected = f"at most {limits.MOST_RECIPES:,}"
            yield Problem(file=tables[name].path, found=f"{len(frame):,} rows", expected=expected)


def _units(folder: Path, problems: Problems) -> Units | None:
    """The units of the catalogue; None and a problem if they cannot be read."""
    line = None
    try:
        text = (folder / UNITS).read_text(encoding="utf-8-sig")
        if found_controls := list(control_characters.in_lines(UNITS, text)):
            problems.extend(found_controls)
            return None
        if beyond := list(definitions.problems(text)):
            expected = "what the format allows in this file"
            problems.extend(Problem(file=UNITS, line=line, found=found, expected=expected) for line, found in beyond)
            return None
        return Units(text)
    except FileNotFoundError:
        found = "no such file"
    except OSError as error:
        found = f"a file that does not open ({error.strerror})"
    except UnicodeDecodeError:
        found = "bytes that are not UTF-8"
    except UnitError as error:
        found, line = f"a fault ({error})", definitions.faulty_line(text, error.reason)
    problems.extend([Problem(file=UNITS, line=line, found=found, expected="pint definitions of the units in use")])
    return None


def _audits(folder: Path, problems: Problems) -> tuple[SavedAudit, ...]:
    """The saved audits; none and a problem if they cannot be read."""
    try:
        return audit_file.read(folder)
    except CatalogueError as error:
        problems.extend(error.problems)
        return ()


def _unlisted_tables(folder: Path, known: set[str]) -> Iterator[Problem]:
    """CSV files in the folder that the descriptor does not list: nothing would read them."""
    missing = [name for name in known if not (folder / name).exists()]
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".csv" and path.name not in known and not path.name.startswith("."):
            advice = did_you_mean(nearest(path.name, missing))
            expected = f"only tables that {FILE} lists"
            yield Problem(file=path.name, found="a table that nothing lists", expected=expected, advice=advice)
