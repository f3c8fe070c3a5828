"""The catalogue, read once for all readers."""

import ctypes
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import streamlit as st

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.paths import SHIPPED, catalogue_folder

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_LARGE = 2**20
"""Bytes of a block from which on it is returned when it is freed."""


def folder() -> Path:
    """The folder of the catalogue: INDICATORS_DATA, else the shipped catalogue."""
    return catalogue_folder(default=SHIPPED)


@st.cache_resource(show_spinner=False)
def catalogue(source: Path) -> Catalogue:
    """The catalogue in a folder; raises CatalogueError, after which the next visit reads it again."""
    read = load(source)
    return_memory()
    return read


def map_large_blocks() -> None:
    """Lets the C library return large blocks of memory as soon as they are free (GNU only): a tenth after downloads."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(_MMAP_THRESHOLD, _LARGE)


def return_memory() -> None:
    """Returns free memory to the system: a third of what loading a million observations has taken."""
    pa.default_memory_pool().release_unused()
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
