"""A new catalogue."""

from pathlib import Path

import pytest

from tests.support.command_line import run


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """An empty catalogue."""
    done = run(
        "new",
        str(tmp_path / "mine"),
        "--title",
        "Ferries of the Sound",
        "--url",
        "https://example.org/ferries",
        "--published",
        "2025-06",
    )
    assert (done.returncode, done.stderr) == (0, "")
    return tmp_path / "mine"
