"""The catalogue that is served while its files change."""

import gc
import logging
import shutil
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.errors import CatalogueError
from indicators.ui.shared import served_catalogue, site
from indicators.ui.shared.files import FILES
from indicators.ui.shared.served_catalogue import CatalogueFolder
from tests.support.http import ask_here
from tests.support.pages import PAGES, run_page
from tests.support.places import WARDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WARDS, tmp_path / "wards"))


def look(served: CatalogueFolder) -> None:
    """What the watch does once the files are at rest."""
    served.take_up_changes()
    served.take_up_changes()


def title(folder: Path, topic: str, text: str) -> None:
    path = folder / "topics.csv"
    path.write_text(path.read_text().replace(topic, text))


def test_a_change_replaces_the_catalogue_as_a_whole_and_leaves_the_old_one_as_it_was(folder: Path) -> None:
    served = CatalogueFolder(folder)
    old = served.catalogue()
    title(folder, "Capacity", "Room")
    assert served.catalogue() is old
    look(served)
    new = served.catalogue()
    assert (old.text("topics", "capacity", "title"), new.text("topics", "capacity", "title")) == ("Capacity", "Room")
    assert old.digest != new.digest


def test_files_that_are_written_anew_with_the_same_content_change_nothing(folder: Path) -> None:
    served = CatalogueFolder(folder)
    old = served.catalogue()
    (folder / "topics.csv").write_bytes((folder / "topics.csv").read_bytes())
    (folder / ".~lock.topics.csv#").write_text("an editor's own")
    look(served)
    assert served.catalogue() is old


FAULTS: dict[str, Callable[[Path], object]] = {
    "half_written": lambda folder: (folder / "observations.csv").write_bytes(b'id,indicator\n"dist'),
    "a_file_removed": lambda folder: (folder / "units.txt").unlink(),
    "a_folder_in_place_of_a_file": lambda folder: ((folder / "topics.csv").unlink(), (folder / "topics.csv").mkdir()),
    "the_folder_removed": shutil.rmtree,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_leaves_the_last_good_catalogue_up_until_it_is_mended(
    fault: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    served = CatalogueFolder(folder)
    good = served.catalogue()
    FAULTS[fault](folder)
    for _ in range(3):
        look(served)
    assert served.catalogue() is good
    assert served.served.problems
    (line,) = [record.message for record in caplog.records if record.levelno == logging.WARNING]
    assert str(served.served.problems[0]) in line

    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(WARDS, folder)
    look(served)
    assert (served.catalogue() is good, served.served.problems) == (True, ())


def test_files_are_not_read_while_they_change(folder: Path) -> None:
    served = CatalogueFolder(folder)
    good = served.catalogue()
    ended = threading.Event()

    def write() -> None:
        while not ended.wait(0.001):
            with (folder / "topics.csv").open("a") as file:
                file.write("\n")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(20):
            ended.wait(0.01)
            served.take_up_changes()
            assert served.served.catalogue is good
    finally:
        ended.set()
        writer.join()


def test_a_catalogue_with_problems_from_the_start_is_read_again_only_after_a_change(folder: Path) -> None:
    good = (folder / "topics.csv").read_bytes()
    (folder / "topics.csv").write_bytes(b"")
    served = CatalogueFolder(folder)
    with pytest.raises(CatalogueError) as first:
        served.catalogue()
    with pytest.raises(CatalogueError) as second:
        served.catalogue()
    assert first.value.problems is second.value.problems
    (folder / "topics.csv").write_bytes(good)
    assert served.catalogue().descriptor.name == "wards"


@pytest.mark.parametrize(("said", "shown"), [("1", True), ("0", False), ("", True)])
def test_problems_are_shown_where_that_is_asked_for_and_else_on_this_machine_only(
    said: str, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(site.SHOW_PROBLEMS, said)
    assert site.shows_problems() == shown


def test_a_catalogue_that_was_replaced_goes_whatever_was_made_of_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INDICATORS_DATA", str(folder))
    served = served_catalogue.current()
    made = weakref.ref(served.catalogue())
    _readers = [run_page(page) for page in PAGES]  # whose sessions outlive the change
    for path in FILES:
        assert ask_here(path.format(id="beds")).status < 500
    title(folder, "Capacity", "Room")
    look(served)
    run_page()  # the last script that ran keeps its names
    gc.collect()
    assert made() is None
