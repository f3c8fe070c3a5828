"""What a command was given: the arguments, and the catalogue and the selection that they name."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from indicators.errors import IndicatorsError
from indicators.figures.facets import FACETS
from indicators.paths import DATA_VARIABLE, catalogue_folder

if TYPE_CHECKING:
    from indicators.catalogue.model import Catalogue
    from indicators.figures.selection import Selection

PROGRAM = "indicators"


class Options(argparse.Namespace):
    """The arguments of a command by name; each command has those that its help lists."""

    command: str
    data: str | None
    source: list[str]
    topic: list[str]
    document: list[str]
    status: list[str]
    dimension: list[str]
    group: list[str]
    period: list[str]
    search: str
    record: bool
    format: str
    column_version: str
    file: str
    units: str
    address: str
    server: str
    a: str
    operation: str
    b: str
    id: str
    folder: str
    title: str
    url: str
    publisher: str
    published: str
    back: bool
    text: str
    audited: str | None
    lines: bool
    fail_on: str
    suggest: bool
    save: bool
    upgrade: bool
    watch: bool
    suggest_dismissed: bool
    decisions: str
    flags: list[str]


def folder(options: Options) -> Path:
    """The folder of the catalogue; raises IndicatorsError where there is no such folder."""
    path = catalogue_folder(options.data)
    if path.is_dir():
        return path
    raise IndicatorsError(
        f'no folder "{path}" with a catalogue; name one by --data or the environment variable {DATA_VARIABLE}'
    )


def catalogue(options: Options) -> "Catalogue":
    """The catalogue in the folder; raises CatalogueError where it has problems."""
    from indicators._load import load

    return load(folder(options))


def selection(catalogue: "Catalogue", options: Options) -> "Selection":
    """What the options select; raises UnknownIdError for the first id that no figure has."""
    from indicators.figures.selection import ON, RECORD, SEARCH, parse_selection

    query = {facet: getattr(options, facet) for facet in FACETS}
    record = [ON] if options.record else []
    selected, unknown = parse_selection(catalogue, {**query, SEARCH: [options.search], RECORD: record})
    if unknown:
        raise unknown[0]
    return selected
