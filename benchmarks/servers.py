"""Ours and the baselines, each a server in a process of its own that listens on 127.0.0.1."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BASELINES = Path(__file__).parent / "baselines"
SECONDS = 300
STREAMLIT = (sys.executable, "-m", "streamlit", "run")

Command = Callable[[int, Path], tuple[Sequence[str], Path]]
"""The command that starts a server on a port and a catalogue, and the folder in which it runs."""


def _ours(port: int, data: Path) -> tuple[Sequence[str], Path]:
    return (*STREAMLIT, "app.py", "--server.port", str(port), "--server.headless", "true"), ROOT


def _empty(port: int, data: Path) -> tuple[Sequence[str], Path]:
    """In a folder without settings, so as Streamlit comes, but for statistics that it would send out."""
    quiet = ("--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false")
    folder = Path(tempfile.gettempdir())
    return (*STREAMLIT, str(BASELINES / "empty.py"), "--server.port", str(port), *quiet), folder


def _script(name: str) -> Command:
    return lambda port, data: ((sys.executable, str(BASELINES / f"{name}_page.py"), str(port), str(data)), ROOT)


COMMANDS: Mapping[str, Command] = {
    "ours": _ours,
    "empty": _empty,
    **{name: _script(name) for name in ("dash", "panel", "datasette")},
}


@dataclass(frozen=True, kw_only=True)
class Server:
    """A server that answers; `seconds` it took until its first page did."""

    process: subprocess.Popen[bytes]
    url: str
    seconds: float

    def processor(self) -> float:
        """Processor time that the process has taken, user and system, in milliseconds."""
        import psutil

        times = psutil.Process(self.process.pid).cpu_times()
        return float(times.user + times.system) * 1000

    def memory(self) -> float:
        """Memory of its own of the process and its children, MiB: what would be free without it."""
        import psutil

        process = psutil.Process(self.process.pid)
        held = [each.memory_full_info().uss for each in (process, *process.children(recursive=True))]
        return float(sum(held)) / 2**20


@contextmanager
def running(
    name: str,
    data: Path = ROOT / "data",
    *,
    core: int | None = None,
    command: Command | None = None,
    cache: str | None = None,
) -> Iterator[Server]:
    """The server of this name, or of a `command`, on the catalogue in `data`; pinned to a `core` where one is given.

    What it keeps for its next start is in the folder `cache`, else where every server of this user keeps it.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments, folder = (command or COMMANDS[name])(port, data)
    environment = os.environ | {"INDICATORS_DATA": str(data)} | ({"CACHE_DIRECTORY": cache} if cache else {})
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            arguments,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {core}),
        )
        try:
            url = f"http://127.0.0.1:{port}"
            if not _answers(url, process):
                log.seek(0)
                raise SystemExit(f"the server {name} did not start:\n{log.read().decode(errors='replace')}")
            yield Server(process=process, url=url, seconds=time.perf_counter() - start)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    """Whether the first page is answered before the time is out."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=SECONDS) as answer:
                return bool(answer.read())
        except (OSError, urllib.error.URLError):
            time.sleep(0.01)
    return False
