"""Commands that write files where a file cannot be written whole: what stood there stays, and one line says so."""

import re
import resource
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from indicators import whole_files
from indicators.cli.main import USAGE
from tests.support.command_line import run
from tests.support.places import WARDS

BYTES = 400
"""Of a file that can be written: some tables of the catalogue are smaller, its descriptor and all outputs larger."""


@contextmanager
def _full() -> Iterator[None]:
    """A system that writes no more than the first BYTES of a file; bytecode is not written, it would be cut off too."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    keeps_no_bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    resource.setrlimit(resource.RLIMIT_FSIZE, (BYTES, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        sys.dont_write_bytecode = keeps_no_bytecode


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "command",
    [
        "audit --save --data wards wards/text.txt",
        "check --upgrade wards",
        "workbook --back wards tables.xlsx",
        "new made --title T --url https://example.org --from wards/text.txt",
        *(
            pytest.param(command, marks=pytest.mark.external)
            for command in (
                "workbook wards tables.xlsx",
                "bundle --data wards old.zip",
                "bundle --data wards new.zip",
                "report --data wards old.html",
                "site --data wards made",
            )
        ),
    ],
)
def test_where_a_file_cannot_be_written_whole_what_stood_there_stays(command: str, tmp_path: Path) -> None:
    wards = Path(shutil.copytree(WARDS, tmp_path / "wards"))
    for old in ("old.zip", "old.html"):
        (tmp_path / old).write_bytes(b"o" * 2 * BYTES)
    audit = wards / "audit.json"
    audit.write_text(audit.read_text(encoding="utf-8") + "\n" * BYTES, encoding="utf-8")
    if "--upgrade" in command:
        descriptor = wards / "datapackage.json"
        earlier, count = re.subn('("catalogueFormat": )[0-9]+', r"\g<1>1", descriptor.read_text(encoding="utf-8"))
        assert count == 1
        descriptor.write_text(earlier, encoding="utf-8")
    if "workbook" in command:
        assert run("workbook", str(wards), "tables.xlsx", cwd=tmp_path).returncode == 0
    before = _files(tmp_path)
    with _full():
        done = run(*command.split(), cwd=tmp_path)
    assert _files(tmp_path) == before
    assert (done.returncode, done.stderr.count("\n")) == (USAGE, 1)
    assert done.stderr.startswith("indicators: ")
    assert "File too large" in done.stderr
    assert ".new-" not in done.stderr
    assert not (tmp_path / "made").exists() or not any((tmp_path / "made").iterdir())


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path: Path) -> None:
    file, link = tmp_path / "kept" / "figures.zip", tmp_path / "link.zip"
    file.parent.mkdir()
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    whole_files.write({link: b"new", Path("/dev/null"): b"new"})
    assert (link.is_symlink(), file.read_bytes(), file.stat().st_mode & 0o777) == (True, b"new", 0o640)
    assert Path("/dev/null").is_char_device()
    assert list(file.parent.iterdir()) == [file]
