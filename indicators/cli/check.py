"""The command `check`: the problems of a catalogue, or how much it holds."""

import contextlib
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from indicators.catalogue import limits, upgrade
from indicators.catalogue.document_fields import in_no_figure
from indicators.catalogue.file_state import file_states
from indicators.catalogue.format_steps import FORMAT
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.odd_rows import odd_rows
from indicators.catalogue.rewritten_cells import PRINTED, rewritten_cells
from indicators.catalogue.schema import LONG
from indicators.cli.options import Options, catalogue, folder
from indicators.cli.problem_lines import problem_line, problem_lines
from indicators.cli.terminal import complain, show
from indicators.errors import CatalogueError, IndicatorsError, Problem
from indicators.export import writers
from indicators.figures.revisions import unlinked_revisions
from indicators.text.counted import number_of

_SECONDS = 0.25
"""Time between two looks at the files."""
_MOST_POINTED_OUT = 20
_COUNTED = ("figures", "indicators", "sources", "documents")
"""Tables whose rows are counted."""


def check_catalogue(options: Options) -> int:
    """Prints how much a catalogue holds, and what to look at: cells unused or rewritten, falls above zero, two values.

    Its problems are the CatalogueError that it raises; in JSON they are printed with the rest, and the status is 1.

    With `--upgrade`, the files of a catalogue of an earlier format are written anew before. With `--watch` it checks
    again after each change, prints the problems too, and returns 0 when it is interrupted.
    """
    path = folder(options)
    check = _check_as_json if options.format == "json" else _check
    if not options.watch:
        return check(options, path)
    with contextlib.suppress(KeyboardInterrupt):
        for _ in file_states(path, _SECONDS):
            try:
                check(options, path)
            except CatalogueError as error:
                for line in problem_lines(error.problems):
                    complain(line)
                show(f"{path}: {len(error.problems)} problems")
            sys.stdout.flush()
    return 0


def _check_as_json(options: Options, path: Path) -> int:
    """Prints the problems, the numbers of rows, and the cells to look at as one object."""
    result: dict[str, Any] = {"folder": str(path), "problems": [], "rows": {}, "look_at": []}
    try:
        _, loaded = _checked(options, path)
        result["rows"] = {name: len(getattr(loaded, name)) for name in _COUNTED}
        result["look_at"] = [asdict(cell) for cell in _cells_to_look_at(loaded)]
    except CatalogueError as error:
        result["problems"] = [asdict(problem) for problem in error.problems]
    print(writers.to_json(result))
    return 1 if result["problems"] else 0


def _checked(options: Options, path: Path) -> tuple[object, Catalogue]:
    """The catalogue, written in the current format before where that is asked for, and the format that it had."""
    limits.check_files(path)
    version = upgrade.version_in(path)
    if options.upgrade:
        try:
            upgrade.upgrade(path)
        except OSError as error:
            raise IndicatorsError(f'cannot write "{error.filename}" ({error.strerror}); nothing is lost') from None
    return version, catalogue(options)


def _check(options: Options, path: Path) -> int:
    version, loaded = _checked(options, path)
    found = ", ".join(number_of(len(getattr(loaded, name)), name.removesuffix("s")) for name in _COUNTED)
    record = int((loaded.figures["role"] != SUBJECT).sum())
    if upgrade.is_earlier(version):
        done = "written anew as" if options.upgrade else "read as; `check --upgrade` writes it as"
        show(f"{loaded.folder}: format {version}, {done} format {FORMAT}")
    of_record = f" ({number_of(record, 'figure')} of the record)" if record else ""
    show(f"{loaded.folder}: {found}{of_record}; no problem found")
    pointed_out = _cells_to_look_at(loaded)
    for cell in pointed_out[:_MOST_POINTED_OUT]:
        show(f"look at {problem_line(cell)}")
    if len(pointed_out) > _MOST_POINTED_OUT:
        show(f"look at {len(pointed_out) - _MOST_POINTED_OUT:,} more cells of this kind")
    return 0


def _cells_to_look_at(loaded: Catalogue) -> list[Problem]:
    """Cells that pass the check and that an editor may not have meant."""
    rewritten = rewritten_cells(loaded.folder, loaded.descriptor.tables.values(), {LONG: loaded.figures[PRINTED]})
    return [*in_no_figure(loaded), *rewritten, *odd_rows(loaded), *unlinked_revisions(loaded)]
