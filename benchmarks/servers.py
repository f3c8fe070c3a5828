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


def _ours(port: int, data: Path) -> tuple[Sequence[str], Path]:
    return (*STREAMLIT, "app.py", "--server.port", str(port), "--server.headless", "true"), ROOT


def _empty(port: int, data: Path) -> tuple[Sequence[str], Path]:
    """In a folder without settings, so as Streamlit comes, but for statistics that it would send out."""
    quiet = ("--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false")
    folder = Path(tempfile.gettempdir())
    return (*STREAMLIT, str(BASELINES / "empty.py"), "--server.port", str(port), *quiet), folder


def _script(name: str) -> Callable[[int, Path], tuple[Sequence[str], Path]]:
    return lambda port, data: ((sys.executable, str(BASELINES / f"{name}_page.py"), str(port), str(data)), ROOT)


COMMANDS: Mapping[str, Callable[[int, Path], tuple[Sequence[str], Path]]] = {
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

    def memory(self) -> float:
        """Memory of its own of the process and its children, MiB: what would be free without it."""
        import psutil

        process = psutil.Process(self.process.pid)
        held = [one.memory_full_info().uss for one in (process, *process.children(recursive=True))]
        return float(sum(held)) / 2**20


@contextmanager
def running(name: str, data: Path = ROOT / "data", *, core: int | None = None) -> Iterator[Server]:
    """The server of this name on the catalogue in `data`, pinned to one core where that is given."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command, folder = COMMANDS[name](port, data)
    environment = os.environ | {"INDICATORS_DATA": str(data)}
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
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
