"""An installation of the wheel: its programs, and the dashboard that they start."""

import os
import re
import subprocess
import time
from pathlib import Path

import pytest

from tests.support.places import DATA, ROOT


def install(programs: Path, wheel: str) -> None:
    """Installs a wheel with the versions of the lock file."""
    lock = re.findall(r"^([\w.-]+==[^\s;\\]+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    constraints = programs / "constraints.txt"
    constraints.write_text("\n".join(lock), encoding="utf-8")
    subprocess.run(
        [programs / "python", "-m", "pip", "install", "--quiet", "--constraint", constraints, wheel],
        check=True,
        capture_output=True,
        text=True,
    )


def environment(**added: str) -> dict[str, str]:
    """The variables of this process, without those that would lead to the checkout or its catalogue."""
    kept = {name: text for name, text in os.environ.items() if name not in ("INDICATORS_DATA", "PYTHONPATH")}
    return kept | added


class Served:
    """The dashboard, started by `serve` in a folder without settings, while it is entered."""

    def __init__(self, program: list[str], folder: Path, data: Path = DATA, **variables: str) -> None:
        self.log = folder / "log.txt"
        self._program, self._folder, self._data, self._variables = program, folder, data, variables

    def __enter__(self) -> "Served":
        flags = ["--server.port", "0", "--server.headless", "true"]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [*self._program, "serve", "--data", str(self._data), *flags],
                cwd=self._folder,
                env=environment(**self._variables),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.url = self._address()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _address(self) -> str:
        """The address that it prints, once it does."""
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline and self._process.poll() is None:
            found = re.search(r"URL: (http://\S+)", self.log.read_text(encoding="utf-8", errors="replace"))
            if found:
                return found[1]
            time.sleep(0.1)
        self._process.kill()
        pytest.fail(f"the server did not start:\n{self.log.read_text(encoding='utf-8', errors='replace')}")
