"""``python -m indicators`` and the program `indicators`: the command line in a process of its own."""

import gc
import os
import sys


def run() -> None:
    """Runs one command and ends the process with its exit status.

    Skips garbage collection, which finds next to nothing while one command runs, and the shutdown of the interpreter,
    which frees objects one by one: a tenth of a second in all.
    """
    if sys.argv[1:2] != ["serve"]:  # which runs for days
        gc.disable()
    from indicators.cli.main import main  # its imports are a good part of the garbage

    os._exit(main())


if __name__ == "__main__":
    run()
