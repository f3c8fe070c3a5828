"""The preview that a server which starts again finds on disk: of the same files, program and settings."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.catalogue.file_state import content_digest
from indicators.paths import DASHBOARD
from indicators.ui.server import kept_preview
from indicators.ui.shared import served_catalogue
from tests.support.http import ask_here
from tests.support.places import ROOT, WARDS

PREVIEW = "<main>kept</main>"


@pytest.fixture
def catalogue_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A served catalogue that nobody has read yet, and an empty folder for what is kept."""
    folder = Path(shutil.copytree(WARDS, tmp_path / "catalogue"))
    monkeypatch.setenv("INDICATORS_DATA", str(folder))
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "cache"))
    return folder


@pytest.fixture
def kept(catalogue_files: Path, tmp_path: Path) -> Path:
    """The file in which PREVIEW is kept."""
    kept_preview.keep(content_digest(catalogue_files), "cards", PREVIEW)
    (file,) = (tmp_path / "cache" / "indicators").iterdir()
    assert kept_preview.find("cards") == PREVIEW
    return file


def test_a_server_that_has_not_read_its_catalogue_sends_what_was_kept_and_then_what_it_made(kept: Path) -> None:
    assert ask_here("/preview").text == PREVIEW
    assert "<h1>Beds of a made-up town</h1>" in ask_here("/preview?source=register").text
    assert served_catalogue.current().is_read
    assert "<h1>Beds of a made-up town</h1>" in ask_here("/preview").text


def test_charts_are_sent_as_they_were_kept_also_when_the_catalogue_is_read(kept: Path, catalogue_files: Path) -> None:
    kept_preview.keep(content_digest(catalogue_files), "charts (600, 1240)", PREVIEW)
    served_catalogue.current().catalogue()
    assert ask_here("/preview?chart=601&alone=1240").text == PREVIEW
    (catalogue_files / "topics.csv").write_text((catalogue_files / "topics.csv").read_text() + "\n")
    for _ in range(2):  # seen, and at rest
        served_catalogue.current().take_up_changes()
    assert ask_here("/preview?chart=601&alone=1240").text != PREVIEW


def test_what_is_kept_is_what_the_server_sends(catalogue_files: Path) -> None:
    cards, charts = (ask_here(f"/preview{query}").text for query in ("", "?chart=601&alone=1240"))
    assert kept_preview.find("cards") == cards
    assert kept_preview.find("charts (600, 1240)") == charts


def test_nothing_is_kept_of_a_catalogue_with_problems(catalogue_files: Path, tmp_path: Path) -> None:
    (catalogue_files / "units.txt").unlink()
    assert ask_here("/preview").status == 204
    assert not (tmp_path / "cache").exists()


def test_nothing_is_kept_in_the_home_that_serve_sets_for_a_user_without_one(
    catalogue_files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CACHE_DIRECTORY", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(DASHBOARD))
    before = set(DASHBOARD.glob(".cache/indicators/*"))
    kept_preview.keep(content_digest(catalogue_files), "cards", PREVIEW)
    assert set(DASHBOARD.glob(".cache/indicators/*")) == before
    assert kept_preview.find("cards") is None


CHANGES: dict[str, Callable[[Path, pytest.MonkeyPatch], object]] = {
    "a_table": lambda files, _: (files / "topics.csv").write_text((files / "topics.csv").read_text() + "\n"),
    "the_units": lambda files, _: (files / "units.txt").write_text("# a comment"),
    "a_table_more": lambda files, _: (files / "more.csv").write_text(""),
    "a_setting": lambda _, patch: patch.setenv("INDICATORS_EMBED", "off"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_makes_what_was_kept_useless(
    kept: Path, catalogue_files: Path, change: Callable[[Path, pytest.MonkeyPatch], object]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        change(catalogue_files, patch)
        assert kept_preview.find("cards") is None


def link(file: Path) -> None:
    elsewhere = file.parent.parent / "elsewhere"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)


OF_OTHERS: dict[str, Callable[[Path], object]] = {
    "a_folder_that_others_may_write": lambda file: file.parent.chmod(0o777),
    "a_folder_that_a_group_may_write": lambda file: file.parent.chmod(0o770),
    "a_file_that_others_may_write": lambda file: file.chmod(0o666),
    "a_link": link,
}


@pytest.mark.parametrize("spoil", OF_OTHERS.values(), ids=OF_OTHERS.keys())
def test_what_somebody_else_may_have_written_is_not_read(kept: Path, spoil: Callable[[Path], object]) -> None:
    spoil(kept)
    assert kept_preview.find("cards") is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_what_belongs_to_somebody_else_is_not_read(kept: Path) -> None:
    os.chown(kept.parent, 54321, -1)
    assert kept_preview.find("cards") is None


def test_a_file_takes_the_place_of_the_folder_and_nothing_is_kept(catalogue_files: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("")
    assert ask_here("/preview").status == 200
    assert kept_preview.find("cards") is None


def test_the_newest_are_kept(kept: Path, catalogue_files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_preview, "_MOST", 2)
    os.utime(kept, (0, 0))
    for name in ("first", "second"):
        kept_preview.keep(content_digest(catalogue_files), name, PREVIEW)
    assert [kept_preview.find(name) for name in ("cards", "first", "second")] == [None, PREVIEW, PREVIEW]


def test_the_server_answers_before_what_takes_long_to_import() -> None:
    imported = "import app, sys; print({'altair', 'pandas', 'pint'} & {*sys.modules})"
    command = [sys.executable, "-c", imported]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    assert answer.stdout == "set()\n"
