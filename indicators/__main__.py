"""``python -m indicators`` and the program `indicators`: the command line in a process of its own."""

import os

from indicators.cli.main import main


def run() -> None:
    """Runs one command and ends the process with its exit status.

    Skips the shutdown of the interpreter, which frees objects one by one: a tenth of the processor time of `list`.
    """
    os._exit(main())


if __name__ == "__main__":
    run()
