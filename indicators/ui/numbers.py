"""The libraries of numbers, loaded before the server answers."""

import os


def get_ready() -> None:
    """Load the first of them, a tenth of a second of work.

    Loaded while the first reader's browser takes in the interface it would cost that reader more: on two cores the
    browser, the server and what it imports share the time. The rest is left to the warm-up, for the start's sake.
    """
    # Nothing here multiplies matrices; while numpy is loaded the threads for that would spin on every core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import pyarrow  # noqa: F401  # and with it numpy
