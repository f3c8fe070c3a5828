"""A made-up catalogue with rows added."""

import csv
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from tests.support.places import WARDS

Rows = Mapping[str, list[dict[str, str]]]
Extended = Callable[..., Catalogue]


@pytest.fixture
def extended(tmp_path: Path) -> Extended:
    """A function that loads a made-up catalogue, by default the wards, with rows added to its tables."""

    def extended(rows: Rows, base: Path = WARDS) -> Catalogue:
        folder = Path(shutil.copytree(base, tmp_path / "extended"))
        for name, added in rows.items():
            path = folder / f"{name}.csv"
            with path.open(newline="", encoding="utf-8") as file:
                header = next(csv.reader(file))
            with path.open("a", newline="", encoding="utf-8") as file:
                csv.DictWriter(file, header, restval="", lineterminator="\n").writerows(added)
        return load(folder)

    return extended
