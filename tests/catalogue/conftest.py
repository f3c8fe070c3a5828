"""A catalogue to be spoilt."""

import shutil
from pathlib import Path

import pytest

from tests.support.places import WARDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the wards catalogue, to be spoilt."""
    return Path(shutil.copytree(WARDS, tmp_path / "wards"))
