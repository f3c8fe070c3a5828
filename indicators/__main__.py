"""``python -m indicators``: the command line, in a process that ends with it."""

import gc
import os


def run() -> None:
    """Runs one command and ends the process with its status.

    What a command imports and reads stays to its end, so that Python looks in vain for what nothing uses any more; and
    the system takes all memory back at once, which Python would take apart piece by piece: a tenth of a second in all.
    """
    gc.disable()
    from indicators.cli.main import main  # not before, as it imports

    os._exit(main())


if __name__ == "__main__":
    run()
