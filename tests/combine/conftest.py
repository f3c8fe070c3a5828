"""A made-up catalogue with rows added."""

import csv
import shutil
from collections.abc import Callable, Mapping
from functools import partial
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


@pytest.fixture
def extended(tmp_path: Path) -> Extended:
    """`extend` in a folder of the test."""
    return partial(extend, tmp_path)
