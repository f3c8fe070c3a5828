"""What all readers share: the catalogue, and the front of a selection."""

import os
from pathlib import Path

import streamlit as st

from indicators import headlines
from indicators.catalogue import Catalogue
from indicators.headlines import Front
from indicators.load import load
from indicators.select import Selection
from indicators.ui import memory

_SHIPPED = Path(__file__).parents[2] / "data"


def folder() -> Path:
    """The folder of the catalogue: INDICATORS_DATA, else the one that is shipped."""
    return Path(os.environ.get("INDICATORS_DATA") or _SHIPPED)


@st.cache_resource(show_spinner=False)
def catalogue(source: Path) -> Catalogue:
    """The catalogue in a folder, read once; raises CatalogueError, and reads again at the next visit."""
    read = load(source)
    memory.give_back()
    return read


@st.cache_resource(max_entries=200, show_spinner=False)
def front(_catalogue: Catalogue, source: Path, selection: Selection, system: str) -> Front:
    """The front of a selection, in one system of units; ``source`` tells whose catalogue it is."""
    return headlines.front(_catalogue, selection, system)
