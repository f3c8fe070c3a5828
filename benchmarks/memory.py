"""Row on memory: what the server holds of its own while fifty readers are connected, each with its page run once."""

import asyncio
from collections.abc import Callable

from servers import running
from timing import Outcome, Run, in_turn
from viewers import Viewer

ROWS = ("memory",)
SESSIONS = 50


def measure(run: Run) -> dict[str, Outcome]:
    """Outcomes of ROWS."""
    seen = in_turn(1 if run.quick else 5, {"ours": lambda: _held("ours"), "baseline": lambda: _held("empty")})
    return {"memory": Outcome(ours=seen["ours"], baseline=seen["baseline"], unit="MiB", difference=True)}


def _held(name: str) -> float:
    with running(name) as server:
        return asyncio.run(_visited(server.url, server.memory))


async def _visited(url: str, weigh: Callable[[], float]) -> float:
    viewers = [await Viewer.connect(url) for _ in range(SESSIONS)]
    for viewer in viewers:
        await viewer.run()
    held = weigh()
    for viewer in viewers:
        await viewer.close()
    return held
