"""The commands and the server where a machine lacks what others have."""

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import SECONDS_TO_START
from tests.support.places import ROOT, WARDS

pytestmark = pytest.mark.external

NAMELESS = ["unshare", "--user", "--map-user=54321", "--map-group=54321"]
"""Runs a program as a user of whom the system knows no name and no home."""
READ_ONLY = [
    "unshare",
    "--user",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
    'mount -o remount,ro,bind / && exec "$@"',
    "sh",
]
"""Runs a program on a file system to which nothing can be written."""
PROGRAM = [sys.executable, "-m", "indicators"]
BARE = {name: text for name, text in os.environ.items() if name not in ("HOME", "USER", "LOGNAME")}
ENVIRONMENT = {**BARE, "TZ": "Pacific/Kiritimati", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.mark.parametrize("around", [NAMELESS, READ_ONLY], ids=["without a name", "read-only"])
def test_the_server_starts_without_a_home_for_a_user_without_a_name_and_where_nothing_can_be_written(
    around: list[str], free_port: int, tmp_path: Path
) -> None:
    if subprocess.run([*around, "true"], capture_output=True, check=False).returncode:
        pytest.skip(f"this machine lets nobody run a program so: {' '.join(around[:4])}")
    log = tmp_path / "log.txt"
    flags = ["--data", str(WARDS), "--server.port", str(free_port), "--server.headless", "true"]
    with log.open("wb") as file:
        command = [*around, *PROGRAM, "serve", *flags]
        server = subprocess.Popen(command, cwd=tmp_path, env=ENVIRONMENT, stdout=file, stderr=file)
    try:
        deadline, answer = time.monotonic() + SECONDS_TO_START, b""
        while not answer and time.monotonic() < deadline and server.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/data/figures.csv") as response:
                    answer = response.read()
            except OSError:
                time.sleep(0.1)
        assert answer.startswith(b"id,"), log.read_text(encoding="utf-8")
        for path in ("data/bundle.zip", "data/figures.xlsx", "data/figures.png", "report", "preview"):
            with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/{path}") as response:
                assert (response.status, bool(response.read())) == (200, True)
    finally:
        server.terminate()
        assert server.wait(timeout=60) == 0
    assert "Traceback" not in log.read_text(encoding="utf-8")


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
