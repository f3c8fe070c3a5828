"""Memory that is free, given back to the system: a catalogue of a million figures leaves half a gigabyte of it."""

import ctypes
from contextlib import suppress

import pyarrow as pa

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_LARGE = 2**20


def keep_apart() -> None:
    """Has large pieces of memory go back to the system as soon as they are free, where the C library is GNU's."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Gives back what is free now."""
    pa.default_memory_pool().release_unused()
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
