"""A folder read into a catalogue: every cell checked, every problem found at once, never half a catalogue."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from indicators.catalogue import check_cells, check_rows, check_tables, csv_file, descriptor
from indicators.catalogue.model import Catalogue
from indicators.catalogue.problems import Problems
from indicators.catalogue.schema import FILE, UNITS
from indicators.combine import check_recipes
from indicators.errors import CatalogueError, Problem, UnitError, did_you_mean, nearest
from indicators.measure.units import Units


def load(folder: Path | str, *, unfinished: bool = False) -> Catalogue:
    """The catalogue in `folder`; raises CatalogueError with every problem that it has.

    In an `unfinished` one, rows may stand that nothing uses yet.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise CatalogueError([_problem(str(folder), "no such folder", "the folder of a catalogue")])
    described = descriptor.read(folder)
    tables = described.tables
    sheets = {name: csv_file.read(folder / table.path, table) for name, table in tables.items()}
    findings = Problems(sheets=sheets, tables=tables)
    findings.extend(problem for sheet in sheets.values() for problem in sheet.problems)
    findings.extend(_strangers(folder, {table.path for table in tables.values()}))
    units = _units(folder, findings)

    columns = {
        name: check_cells.trimmed(tables[name], sheet.frame, findings)
        for name, sheet in sheets.items()
        if sheet.frame is not None
    }
    keys = {
        name: each[tables[name].key].texts.unique().drop_null() for name, each in columns.items() if sheets[name].whole
    }
    frames = {name: check_cells.typed(each, keys) for name, each in columns.items()}
    dates = check_rows.dates(frames)
    check_rows.check(columns, frames, keys, dates, findings)
    check_tables.check(columns, frames, units, findings, unfinished=unfinished)
    problems = findings.sorted()
    if problems or units is None:
        raise CatalogueError(problems)
    catalogue = Catalogue.of(folder=folder, descriptor=described, units=units, frames=frames, dates=dates)

    def line_of(table: str, row: str) -> int:
        position = np.flatnonzero(frames[table][tables[table].key] == row)[:1]
        return int(sheets[table].lines(position)[0])

    problems = check_recipes.recipe_problems(catalogue, line_of)
    if problems:
        raise CatalogueError(problems)
    return catalogue


def _units(folder: Path, findings: Problems) -> Units | None:
    """The units of the catalogue, or None and a problem."""
    try:
        return Units((folder / UNITS).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        found = "no such file"
    except OSError as error:
        found = f"a file that does not open ({error.strerror})"
    except UnicodeDecodeError:
        found = "bytes that are not UTF-8"
    except UnitError as error:
        found = f"a fault ({error})"
    findings.extend([_problem(UNITS, found, "pint definitions of the units in use")])
    return None


def _strangers(folder: Path, known: set[str]) -> Iterator[Problem]:
    """Tables in the folder that the descriptor does not list: what they hold would be left out in silence."""
    missing = [name for name in known if not (folder / name).exists()]
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".csv" and path.name not in known and not path.name.startswith("."):
            advice = did_you_mean(nearest(path.name, missing))
            yield _problem(path.name, "a table that nothing lists", f"only tables that {FILE} lists", advice)


def _problem(file: str, found: str, expected: str, advice: str = "") -> Problem:
    return Problem(file=file, line=None, column=None, found=found, expected=expected, advice=advice)
