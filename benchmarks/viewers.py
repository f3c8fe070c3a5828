"""Rows on many viewers: real websocket clients that speak Streamlit's messages and change the filter every two seconds.

A change is timed from the sending of the message until the script has finished and everything it sent has arrived.
The server runs on one core, the clients on another. A client starts at its own moment of the two seconds; one viewer,
twenty and fifty take turns.
"""

import asyncio
import csv
import io
import os
import random
import time
import urllib.parse
import urllib.request
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from servers import running
from timing import Outcome, Run, p95

ROWS = ("viewers-20", "viewers-50")
BEAT = 2.0  # seconds between two changes of one viewer; of the only one in a quick run, a quarter of it


@dataclass(kw_only=True)
class Viewer:
    """One session, with the page that it shows and the query of its address."""

    socket: Any
    page: str = ""

    @classmethod
    async def connect(cls, url: str) -> "Viewer":
        """A session with the server at `url`."""
        from websockets.asyncio.client import connect

        address = url.replace("http", "ws") + "/_stcore/stream"
        return cls(socket=await connect(address, subprotocols=["streamlit"], max_size=None, compression=None))

    async def run(self, query: str = "") -> float:
        """The milliseconds of a run of the page with this query, as a click on a chip asks for it."""
        from streamlit.proto.BackMsg_pb2 import BackMsg
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_script_hash = self.page
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(await self.socket.recv())
            kind = answer.WhichOneof("type")
            if kind == "new_session":
                self.page = answer.new_session.page_script_hash
            elif kind == "script_finished" and answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return (time.perf_counter() - start) * 1000
            elif kind == "script_finished" and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                raise SystemExit(f"a viewer's run ended with status {answer.script_finished}")

    async def close(self) -> None:
        """Ends the session."""
        await self.socket.close()


def measure(run: Run) -> dict[str, Outcome]:
    """Outcomes of ROWS."""
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        raise SystemExit("the server and the viewers need a core each")
    seen: dict[int, list[float]] = defaultdict(list)
    os.sched_setaffinity(0, {cores[1]})
    try:
        for _ in range(1 if run.quick else 3):
            for count in (1, 20, 50):
                with running("ours", core=cores[0]) as server:
                    beat = 0.5 if run.quick and count == 1 else BEAT
                    queries = _queries(server.url)
                    seen[count] += asyncio.run(_watched(server.url, queries, count, 10 if run.quick else 30, beat))
    finally:
        os.sched_setaffinity(0, cores)
    return {
        f"viewers-{count}": Outcome(ours=tuple(seen[count]), baseline=tuple(seen[1]), unit="ms", statistic=p95)
        for count in (20, 50)
    }


def _queries(url: str) -> list[str]:
    """A query for each source that the first page may be filtered by."""
    with urllib.request.urlopen(f"{url}/data/figures.csv?columns=source") as answer:
        rows = csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8"))
        return [urllib.parse.urlencode(row) for row in {row["source"]: row for row in rows}.values()]


async def _watched(url: str, queries: Sequence[str], count: int, seconds: float, beat: float) -> list[float]:
    """The milliseconds of every change that so many viewers make in so many seconds, one each on every beat."""
    viewers = [await Viewer.connect(url) for _ in range(count)]
    for viewer in viewers:
        await viewer.run()
    changes = round(seconds / beat)
    chance = random.Random(count)
    begin = time.perf_counter() + 0.5
    starts = [begin + chance.random() * beat for _ in viewers]
    taken = await asyncio.gather(
        *(
            _changes(viewer, queries, start, beat, changes, chance)
            for viewer, start in zip(viewers, starts, strict=True)
        )
    )
    for viewer in viewers:
        await viewer.close()
    return [milliseconds for sequence in taken for milliseconds in sequence]


async def _changes(
    viewer: Viewer, queries: Sequence[str], begin: float, beat: float, changes: int, chance: random.Random
) -> list[float]:
    """One viewer: a source, another source, … on the beat; a late answer delays the next change."""
    taken = []
    for number in range(changes):
        await asyncio.sleep(max(0.0, begin + number * beat - time.perf_counter()))
        taken.append(await viewer.run(chance.choice(queries)))
    return taken
