"""A made-up catalogue with rows added."""

import csv
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from tests.support.places import WARDS

Rows = Mapping[str, list[dict[str, str]]]
Extended = Callable[..., Catalogue]


def extend(temporary: Path, rows: Rows, base: Path = WARDS, units: str = "") -> Catalogue:
    """A made-up catalogue, by default the wards, with rows added to its tables and lines to its units."""
    folder = Path(shutil.copytree(base, temporary / "extended"))
    with (folder / "units.txt").open("a", encoding="utf-8") as file:
        file.write(units)
    for name, added in rows.items():
        path = folder / f"{name}.csv"
        with path.open(newline="", encoding="utf-8") as file:
            header = next(csv.reader(file))
        with path.open("a", newline="", encoding="utf-8") as file:
            csv.DictWriter(file, header, restval="", lineterminator="\n").writerows(added)
    return load(folder)


@pytest.fixture(scope="session")
def all_extended() -> dict[str, Catalogue]:
    """The extended catalogues by what was added; nobody changes them."""
    return {}


@pytest.fixture
def extended(tmp_path: Path, all_extended: dict[str, Catalogue]) -> Extended:
    """`extend` in a folder of the test; tests that add the same share a catalogue."""

    def extended(rows: Rows, base: Path = WARDS, units: str = "") -> Catalogue:
        key = json.dumps([rows, str(base), units])
        if key not in all_extended:
            all_extended[key] = extend(tmp_path, rows, base, units)
        return all_extended[key]

    return extended
