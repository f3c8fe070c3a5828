"""Work that must stay within bounds, in the seconds a processor works: another program does not change them."""

import subprocess
import sys

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
