"""Prints what two replicas bear: damages of their catalogue while readers ask, and kills of one replica.

`make soak` takes an hour; `make soak SECONDS=600` ten minutes. Every second or so the made-up catalogue is damaged,
checked, and put where both replicas read it. Nothing may be lost: either replica may answer, as behind a proxy.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from indicators._load import load
from indicators.errors import CatalogueError
from indicators.ui.shared.files import FILES
from tests.support.dashboard import free_port
from tests.support.faults import FAULTS, spoil
from tests.support.places import ROOT, WARDS

READERS = 3
KILL_EVERY = 30.0
"""Seconds between two kills of the second replica."""
LOOKS = 12
"""How often the memory of the first replica, which is never killed, is looked at."""
QUERIES = ("", "?record=on", "?units=us", "?source=officials", "?q=beds&record=on", "?nonsense=1")
ADDRESSES = [
    *(path for path in FILES if "{id}" not in path), "/", "/figures", "/sources", "/preview", "/healthz", "/readyz"
]  # fmt: skip


class Replica:
    """A server on a port of its own, which can be killed and started again; its log outlives it."""

    def __init__(self, data: Path, log: Path) -> None:
        self.port, self.log, self._data = free_port(), log, data
        self.start()

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        flags = ["--server.port", str(self.port), "--server.headless", "true"]
        with self.log.open("ab") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", *flags],
                cwd=ROOT,
                env=os.environ | {"INDICATORS_DATA": str(self._data)},
                stdout=file,
                stderr=file,
            )
        while self.process.poll() is None and self.status("/healthz") != 200:
            time.sleep(0.2)

    def status(self, address: str) -> int:
        """The status of an answer that was read whole; 0 where there was none."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=120) as answer:
                answer.read()
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except (OSError, HTTPException):  # the latter for an answer that was cut off
            return 0

    def megabytes(self) -> int:
        """Resident memory."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))


def visit(replica: Replica) -> str:
    """Why a page was not drawn in a session of its own; empty where it was."""
    message: Any = BackMsg()
    message.rerun_script.query_string = random.choice(QUERIES).removeprefix("?")
    try:
        address = f"ws://127.0.0.1:{replica.port}/_stcore/stream"
        with connect(
            address,
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            open_timeout=120,
        ) as opened:
            opened.send(message.SerializeToString())
            while True:
                answer: Any = ForwardMsg.FromString(opened.recv(timeout=120))
                if answer.WhichOneof("type") != "script_finished":
                    continue
                if answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return ""
                if answer.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    return "the script ended with an error"
    except (OSError, WebSocketException) as error:
        return repr(error)


def damage(folder: Path) -> None:
    """Gives the catalogue in a folder a known fault, or changes a piece of one of its files."""
    if random.random() < 0.5:
        spoil(folder, random.choice(sorted(FAULTS)))
        return
    path = random.choice(sorted(path for path in folder.iterdir() if path.is_file()))
    data = path.read_bytes()
    place, length = random.randrange(len(data) + 1), random.choice((0, 1, 10, 1000))
    piece = random.choice((b"", b",", b'"', b"\n", b"\xff", b"0", b"-1", b"9" * 40, data[:length], os.urandom(length)))
    path.write_bytes(data[:place] + piece + data[place + length :])


def churn(served: Path, counts: Counter[str]) -> None:
    """Damages a copy of the catalogue, checks it, and puts its files where they are served."""
    with tempfile.TemporaryDirectory() as parent:
        copy = Path(shutil.copytree(WARDS, Path(parent) / "wards"))
        if random.random() < 0.7:
            damage(copy)
            counts["damages tried"] += 1
            try:
                load(copy)
                counts["of these accepted"] += 1
            except CatalogueError:
                pass
            except Exception as error:  # whatever it is, it is counted and told
                counts["tracebacks"] += 1
                print(f"check: {error!r}", file=sys.stderr)
        for path in served.iterdir():
            if not (copy / path.name).exists():
                path.unlink()
        for path in copy.iterdir():
            shutil.copyfile(path, served / f".{path.name}")
            (served / f".{path.name}").replace(served / path.name)
    time.sleep(random.random())


def read(replicas: tuple[Replica, Replica], counts: Counter[str]) -> None:
    """Asks for an address or opens a page, of the other replica where the first does not answer."""
    first, second = random.sample(replicas, 2)
    if random.random() < 0.1:
        counts["sessions"] += 1
        why = visit(first) and visit(second)
        lost, what = bool(why), f"a page: {why}"
    else:
        what = random.choice(ADDRESSES) + random.choice(QUERIES)
        counts["requests tried"] += 1
        lost = all(not 200 <= each.status(what) < 500 for each in (first, second))
    if lost:
        counts["lost"] += 1
        print(f"lost: {what}", file=sys.stderr)


def kill(replica: Replica, counts: Counter[str]) -> None:
    """Kills a replica and starts it again."""
    time.sleep(KILL_EVERY)
    replica.process.send_signal(signal.SIGKILL)
    replica.process.wait()
    counts["kills"] += 1
    replica.start()


def soak(seconds: float, folder: Path) -> tuple[dict[str, int], list[int]]:
    """The counts of all that was tried and went wrong, by their names in words; megabytes of memory in turn."""
    served = Path(shutil.copytree(WARDS, folder / "served"))
    replicas = Replica(served, folder / "one.txt"), Replica(served, folder / "two.txt")
    counts: Counter[str] = Counter()
    for address in ADDRESSES:
        replicas[0].status(address)
    memory, end = [replicas[0].megabytes()], time.monotonic() + seconds

    def again(work: Callable[..., None], *arguments: object) -> None:
        while time.monotonic() < end:
            work(*arguments)

    tasks: list[tuple[Any, ...]] = [(churn, served, counts), (kill, replicas[1], counts)]
    tasks += [(read, replicas, counts)] * READERS
    try:
        with ThreadPoolExecutor(len(tasks)) as pool:
            running = [pool.submit(again, *task) for task in tasks]
            for _ in range(LOOKS):
                time.sleep(seconds / LOOKS)
                memory.append(replicas[0].megabytes())
            for done in running:
                done.result()  # raises what went wrong here, so that no hour has less load than it says
    finally:
        for replica in replicas:
            replica.process.terminate()
            replica.process.wait(timeout=60)
    logs = "".join(replica.log.read_text(encoding="utf-8", errors="replace") for replica in replicas)
    counts["tracebacks"] += logs.count("Traceback (most recent call last)")
    names = ("damages tried", "of these accepted", "requests tried", "sessions", "kills", "lost", "tracebacks")
    return {"seconds": round(seconds), **{name: counts[name] for name in names}}, memory


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        found, memory = soak(float(sys.argv[1]), Path(name))
        if found["tracebacks"]:
            for log in sorted(Path(name).glob("*.txt")):
                print(log.read_text(encoding="utf-8", errors="replace")[-20_000:], file=sys.stderr)
    rows = [*found.items(), ("MB of memory at the start", memory[0]), ("MB of memory at the end", memory[-1])]
    print("\n".join(["| what | number |", "|---|---|", *(f"| {what} | {count:,} |" for what, count in rows)]))
    print(f"\nMB of memory, from the start to the end: {', '.join(map(str, memory))}")
    sys.exit(1 if found["lost"] or found["tracebacks"] else 0)
