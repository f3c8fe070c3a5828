"""What is worked out once for all readers: the catalogue, and the charts of a selection."""

import os
from pathlib import Path

import pyarrow as pa
import streamlit as st

from indicators import charts
from indicators.catalogue import Catalogue
from indicators.load import load
from indicators.select import Selection, select

_SHIPPED = Path(__file__).parents[2] / "data"


def folder() -> Path:
    """The folder of the catalogue: INDICATORS_DATA, else the one that is shipped."""
    return Path(os.environ.get("INDICATORS_DATA") or _SHIPPED)


@st.cache_resource(show_spinner=False)
def catalogue(source: Path) -> Catalogue:
    """The catalogue in a folder, read once; raises CatalogueError, and reads again at the next visit."""
    read = load(source)
    pa.default_memory_pool().release_unused()  # what reading took, half a gigabyte for a million rows
    return read


@st.cache_resource(max_entries=200, show_spinner=False)
def drawn(_catalogue: Catalogue, source: Path, selection: Selection, system: str) -> tuple[charts.Drawing, ...]:
    """The charts of a selection, in one system of units; ``source`` tells whose catalogue it is."""
    rows = select(_catalogue, selection)
    strip = charts.strip(_catalogue, rows)
    return (*charts.drawings(_catalogue, rows, system), *([strip] if strip else []))
