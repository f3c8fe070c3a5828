"""Queues of work in threads, so that pages go on being served, and no queue grows without end."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

from indicators.errors import IndicatorsError

_Result = TypeVar("_Result")


class BusyError(IndicatorsError):
    """More requests wait than the server takes."""


class Queue:
    """Runs work in threads: at most ``at_once`` at a time, with at most ``waiting`` behind; refuses what is more."""

    def __init__(self, *, at_once: int, waiting: int) -> None:
        self._limiter = CapacityLimiter(at_once)
        self._waiting = waiting

    async def run(self, work: Callable[[], _Result]) -> _Result:
        """The result of the work; raises BusyError."""
        self._check()
        return await to_thread.run_sync(work, limiter=self._limiter)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Waits for a turn and keeps it, for work that is done piece by piece; raises BusyError."""
        self._check()
        async with self._limiter:
            yield

    def _check(self) -> None:
        if self._limiter.statistics().tasks_waiting >= self._waiting:
            raise BusyError("too many files are asked for at once; ask again in a few seconds")


CHOOSING = Queue(at_once=4, waiting=1000)
"""What takes milliseconds: reading a query."""
QUICK = Queue(at_once=4, waiting=64)
"""What takes less than a second."""
SLOW = Queue(at_once=1, waiting=16)
"""What takes longer, or much memory."""
