"""Work that must stay within bounds, in calls or in the seconds a processor works: no other program changes them."""

import subprocess
import sys
from collections.abc import Callable
from types import FrameType

from tests.support.places import ROOT

LIMITED = "import resource; resource.setrlimit(resource.RLIMIT_CPU, ({0}, {0}))\n"


def run_within(processor_seconds: int, program: str) -> str:
    """What the program prints in a process of its own, which the system ends when it has worked for so long."""
    command = [sys.executable, "-c", LIMITED.format(processor_seconds) + program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (
        f"ended with {done.returncode} within {processor_seconds} seconds of work: {done.stderr}"
    )
    return done.stdout


def calls(work: Callable[[], object]) -> int:
    """The number of calls of functions, of the interpreter's own too, that some work makes."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
