"""The command `check`: the problems of a catalogue, or how much it holds."""

import contextlib
import sys
from pathlib import Path

from indicators.catalogue import limits, upgrade
from indicators.catalogue.document_fields import in_no_figure
from indicators.catalogue.file_state import file_states
from indicators.catalogue.format_steps import FORMAT
from indicators.catalogue.model import SUBJECT
from indicators.catalogue.odd_rows import odd_rows
from indicators.catalogue.rewritten_cells import PRINTED, rewritten_cells
from indicators.catalogue.schema import LONG
from indicators.cli.options import Options, catalogue, folder
from indicators.cli.terminal import complain, show
from indicators.errors import CatalogueError, IndicatorsError

_SECONDS = 0.25
"""Time between two looks at the files."""
_MOST_POINTED_OUT = 20


def check_catalogue(options: Options) -> int:
    """Prints how much a catalogue holds, and what to look at: cells unused or rewritten, falls above zero, two values.

    Its problems are the CatalogueError that it raises.

    With `--upgrade`, the files of a catalogue of an earlier format are written anew before. With `--watch` it checks
    again after each change, prints the problems too, and returns 0 when it is interrupted.
    """
    path = folder(options)
    if not options.watch:
        _check(options, path)
        return 0
    with contextlib.suppress(KeyboardInterrupt):
        for _ in file_states(path, _SECONDS):
            try:
                _check(options, path)
            except CatalogueError as error:
                complain(str(error))
                show(f"{path}: {len(error.problems)} problems")
            sys.stdout.flush()
    return 0


def _check(options: Options, path: Path) -> None:
    limits.check_files(path)
    version = upgrade.version_in(path)
    if options.upgrade:
        try:
            upgrade.upgrade(path)
        except OSError as error:
            raise IndicatorsError(f'cannot write "{error.filename}" ({error.strerror}); nothing is lost') from None
    loaded = catalogue(options)
    counts = {name: len(getattr(loaded, name)) for name in ("figures", "indicators", "sources", "documents")}
    record = int((loaded.figures["role"] != SUBJECT).sum())
    found = ", ".join(f"{count} {name}" for name, count in counts.items())
    if upgrade.is_earlier(version):
        done = "written anew as" if options.upgrade else "read as; `check --upgrade` writes it as"
        show(f"{loaded.folder}: format {version}, {done} format {FORMAT}")
    show(f"{loaded.folder}: {found}{f' ({record} figures of the record)' if record else ''}; no problem found")
    printed = {LONG: loaded.figures[PRINTED]}
    rewritten = rewritten_cells(path, loaded.descriptor.tables.values(), printed)
    pointed_out = [*in_no_figure(loaded), *rewritten, *odd_rows(loaded)]
    for cell in pointed_out[:_MOST_POINTED_OUT]:
        show(f"look at {cell}")
    if len(pointed_out) > _MOST_POINTED_OUT:
        show(f"look at {len(pointed_out) - _MOST_POINTED_OUT:,} more cells of this kind")
