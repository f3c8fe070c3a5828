"""The charts of a selection, drawn once for all readers."""

from itertools import islice
from pathlib import Path

import numpy as np
import streamlit as st
from streamlit.dataframe_util import convert_anything_to_arrow_bytes as to_arrow

from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.charts.axes import Value
from indicators.charts.chart import Chart
from indicators.columns import look_up
from indicators.figures.selection import Selection, select

MANY = 20_000
"""Figures of which not every chart is drawn."""
MOST = 8
"""As many charts as a page has."""


@st.cache_resource(max_entries=200, show_spinner=False)
def charts(_catalogue: Catalogue, source: Path, selection: Selection, system: str) -> tuple[Chart, ...]:
    """The charts of a selection, in one system of units; ``source`` tells whose catalogue it is.

    They are MOST at most, of MANY figures those of the headlines alone.
    """
    rows = select(_catalogue, selection)
    strip = build.strip(_catalogue, rows)
    if len(rows) > MANY:
        order = look_up(rows["indicator"], _catalogue.indicators["order"]).to_numpy()
        rows = rows.take(np.flatnonzero(~np.isnan(order)))
    return (*islice(build.charts(_catalogue, rows, system), MOST), *([strip] if strip else []))


@st.cache_resource(max_entries=200, show_spinner=False)
def specs(_catalogue: Catalogue, source: Path, selection: Selection, system: str) -> tuple[tuple[Chart, Value], ...]:
    """Each of these charts, with its specification whose data is Arrow: Streamlit would write it anew at every run."""
    return tuple(
        (one, {**one.spec, "datasets": {name: to_arrow(data) for name, data in one.spec.get("datasets", {}).items()}})
        for one in charts(_catalogue, source, selection, system)
    )
