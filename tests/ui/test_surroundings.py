"""The commands and the server where a machine lacks what others have."""

import http.client
import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.dashboard import SECONDS_TO_START, free_port
from tests.support.http import Answer, request
from tests.support.places import ROOT, WARDS
from tests.support.programs import program
from tests.support.release import write_release

pytestmark = pytest.mark.external

NAMELESS = ["unshare", "--user", "--map-user=54321", "--map-group=54321"]
"""Runs a program as a user of whom the system knows no name and no home."""
MOUNTING = ["unshare", "--user", "--map-root-user", "--mount"]
"""Runs a program that may mount file systems, which nobody else sees."""
READ_ONLY = [*MOUNTING, "sh", "-c", 'mount -o remount,ro,bind / && exec "$@"', "sh"]
"""Runs a program on a file system to which nothing can be written."""
CLOCK = b"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *now) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(clock, now);
    if (clock == CLOCK_REALTIME && access(getenv("SET_BACK"), F_OK) == 0) now->tv_sec -= 400 * 86400;
    return result;
}

time_t time(time_t *place) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (place) *place = now.tv_sec;
    return now.tv_sec;
}
"""
"""A library whose clock of the day goes back by 400 days once the file SET_BACK is there; others go on."""
FILES = (
    "/data/figures.csv",
    "/data/figures.json",
    "/data/bundle.zip",
    "/data/figures.xlsx",
    "/data/figures.png",
    "/report",
    "/preview",
)
PROGRAM = [sys.executable, "-m", "indicators"]
BARE = {name: text for name, text in os.environ.items() if name not in ("HOME", "USER", "LOGNAME")}
ENVIRONMENT = {**BARE, "TZ": "Pacific/Kiritimati", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


class _Served:
    """The server within ``around``, while it is entered: at its end it returns 0 and has logged no traceback."""

    def __init__(self, around: Sequence[str], folder: Path, data: Path = WARDS, **variables: str) -> None:
        self._port, self._log = free_port(), folder / "log.txt"
        flags = ["--data", str(data), "--server.port", str(self._port), "--server.headless", "true"]
        self._command = [*around, *PROGRAM, "serve", *flags]
        self._folder, self._environment = folder, ENVIRONMENT | variables

    def __enter__(self) -> "_Served":
        with self._log.open("wb") as file:
            self._process = subprocess.Popen(
                self._command, cwd=self._folder, env=self._environment, stdout=file, stderr=file
            )
        self.wait_until(lambda: self.ask("/readyz").status == 200)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        assert self._process.wait(timeout=60) == 0
        assert "Traceback" not in self._log.read_text(encoding="utf-8")

    def ask(self, path: str, **headers: str) -> Answer:
        """The answer of the server; status 0 where nothing listens."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port)
        try:
            return request(connection, path, "GET", {name.replace("_", "-"): text for name, text in headers.items()})
        except ConnectionError:
            return Answer(status=0, headers={}, body=b"")

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Waits for a state, as long as the server runs."""
        deadline = time.monotonic() + SECONDS_TO_START
        while not is_so():
            assert self._process.poll() is None, self._log.read_text(encoding="utf-8")
            assert time.monotonic() < deadline
            time.sleep(0.1)


def _skip_unless_possible(around: Sequence[str]) -> None:
    if subprocess.run([*around, "true"], capture_output=True, check=False).returncode:
        pytest.skip(f"this machine lets nobody run a program so: {' '.join(around[:5])}")


@pytest.mark.parametrize("around", [NAMELESS, READ_ONLY], ids=["without a name", "read-only"])
def test_the_server_starts_without_a_home_for_a_user_without_a_name_and_where_nothing_can_be_written(
    around: list[str], tmp_path: Path
) -> None:
    _skip_unless_possible(around)
    with _Served(around, tmp_path) as server:
        assert server.ask("/data/figures.csv").body.startswith(b"id,")
        for path in FILES:
            answer = server.ask(path)
            assert (answer.status, bool(answer.body)) == (200, True), path


@pytest.mark.parametrize("is_full", ["at the start", "while it serves"])
def test_a_server_whose_disk_is_full_gives_every_file_whole(is_full: str, tmp_path: Path) -> None:
    disk, start, end = tmp_path / "disk", tmp_path / "start", tmp_path / "end"
    disk.mkdir()
    mount = f"mount -t tmpfs -o size=64m tmpfs {disk}"
    _skip_unless_possible([*MOUNTING, "sh", "-c", mount])
    fill = f"until [ -e {start} ]; do sleep 0.1; done; cat /dev/zero > {disk}/zeros; touch {end}"
    write_release(
        tmp_path / "release",
        [{"id": "things", "title": "Things", "statistic": "level"}],
        [{"indicator": "things", "value": str(number), "period": str(1000 + number)} for number in range(999)],
    )
    if is_full == "at the start":
        start.touch()
    around = [*MOUNTING, "sh", "-c", f'{mount} && {{ ({fill}) & }} && exec "$@"', "sh"]
    try:
        with _Served(around, tmp_path, tmp_path / "release", TMPDIR=str(disk)) as server:
            before = [server.ask(path) for path in FILES]
            start.touch()
            server.wait_until(end.exists)
            for path, one in zip(FILES, before, strict=True):
                again, other = server.ask(path), server.ask(f"{path}?source=office")
                assert {one.status, again.status, other.status} <= {200, 204}, path  # no preview without cards
                if path != "/data/figures.xlsx":  # of which the rows may be kept in memory
                    assert again.body == one.body, path
                for answer in (one, again, other):
                    if answer.body.startswith(b"PK"):
                        assert ZipFile(io.BytesIO(answer.body)).testzip() is None
                    elif path == "/data/figures.json":
                        assert len(answer.json()) == 999
                        assert len(answer.body) > 2**18  # more than is kept in memory
    finally:
        start.touch()


def test_a_server_whose_clock_is_set_back_goes_on(tmp_path: Path) -> None:
    data, library, is_set_back = (tmp_path / name for name in ("wards", "clock.so", "set back"))
    shutil.copytree(WARDS, data)
    compiler = program("cc", "gcc", "libc6-dev")
    subprocess.run([compiler, "-shared", "-fPIC", "-x", "c", "-", "-o", str(library)], input=CLOCK, check=True)
    with _Served((), tmp_path, data, LD_PRELOAD=str(library), SET_BACK=str(is_set_back)) as server:
        time.sleep(1)
        before = {path: server.ask(path) for path in FILES}
        is_set_back.touch()
        last_year = str(date.today().year - 1)
        server.wait_until(lambda: last_year in server.ask("/healthz").headers["date"])
        for path, answer in before.items():
            assert server.ask(path).body == answer.body, path
            if "etag" in answer.headers:
                assert server.ask(path, If_None_Match=answer.headers["etag"]).status == 304
        # An edit is taken up, and nobody keeps what stood there before.
        since, topics = server.ask("/readyz").json()["since"], data / "topics.csv"
        topics.write_text(topics.read_text(encoding="utf-8").replace("Capacity", "Room"), encoding="utf-8")
        server.wait_until(lambda: server.ask("/readyz").json()["since"] != since)
        assert server.ask("/readyz").json()["since"] < since
        time.sleep(1)
        for path in ("/data/figures.json", "/report"):
            old, new = before[path], server.ask(path)
            assert b"Room" in new.body, path
            assert new.headers["etag"] != old.headers["etag"]
            assert last_year in new.headers["last-modified"]
            assert server.ask(path, If_None_Match=old.headers["etag"]).status == 200
            assert server.ask(path, If_Modified_Since=old.headers["last-modified"]).status == 200
            assert server.ask(path, If_Modified_Since=new.headers["last-modified"]).status == 304


@pytest.mark.parametrize("command", [("list",), ("derive", "--format", "csv"), ("verdicts",)], ids=" ".join)
def test_a_full_disk_is_told_in_one_line(command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [*PROGRAM, *command, "--data", str(WARDS)],
            env=ENVIRONMENT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert run.returncode == 2
    (line,) = run.stderr.decode().splitlines()
    assert line == "indicators: cannot write: No space left on device"
