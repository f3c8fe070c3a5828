"""The catalogue, which all readers share."""

import os
from pathlib import Path

import streamlit as st

from indicators.catalogue import Catalogue
from indicators.load import load
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
