"""The command `workbook`: a catalogue as a workbook to edit in a spreadsheet, and back."""

from pathlib import Path

from indicators._load import load
from indicators.catalogue.workbook import read_workbook, write_workbook
from indicators.cli.options import Options
from indicators.cli.terminal import show
from indicators.errors import CatalogueError, IndicatorsError


def exchange(options: Options) -> int:
    """Writes the workbook, or with `--back` the tables, and prints what was written and how many problems it has."""
    folder, file = Path(options.folder), Path(options.file)
    if not folder.is_dir():
        raise IndicatorsError(f'no folder "{folder}" with a catalogue; `indicators new` makes one')
    if options.back:
        names = read_workbook(file, folder)
        show(f"{folder}: {len(names)} tables written from {file}; type: indicators check {folder}")
        return 0
    problems = []
    try:
        load(folder)
    except CatalogueError as error:
        problems = list(error.problems)
    write_workbook(folder, file, problems)
    show(f"{file}: the tables of {folder}, with {len(problems)} problems as notes")
    return 0
