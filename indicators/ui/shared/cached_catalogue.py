"""The catalogue, which all readers share."""

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


def folder() -> Path:
    """The folder of the catalogue: INDICATORS_DATA, else the one that is shipped."""
    return catalogue_folder(default=SHIPPED)


@st.cache_resource(show_spinner=False)
def catalogue(source: Path) -> Catalogue:
    """The catalogue in a folder, read once; raises CatalogueError, and reads again at the next visit."""
    read = load(source)
    give_back()
    return read


def keep_apart() -> None:
    """Has large pieces of memory go back to the system as soon as they are free, where the C library is GNU's."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Gives back what is free now."""
    pa.default_memory_pool().release_unused()
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
