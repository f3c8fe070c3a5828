"""Charts with a row for each group: bars from zero where the axis has it, and no line through a label."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.figures.selection import Selection, select


@pytest.mark.parametrize("catalogue", ["jobs", "infections"], indirect=True)
def test_rows_are_bars_where_the_axis_begins_at_zero_and_points_elsewhere(catalogue: Catalogue) -> None:
    seen = set()
    for chart in build.charts(catalogue, select(catalogue, Selection())):
        if not chart.name.startswith("groups-"):
            continue
        layers = chart.spec["layer"]
        (axis,) = (layer["encoding"]["x"]["axis"] for layer in layers if "axis" in layer["encoding"].get("x", {}))
        (scale,) = (layer["encoding"]["x"]["scale"] for layer in layers if "scale" in layer["encoding"].get("x", {}))
        assert axis["grid"] is False
        values = [value for data in chart.spec["datasets"].values() for value in data]
        with_interval = any(value.get("interval_low") is not None for value in values)
        has_zero = scale["domain"][0] <= 0 <= scale["domain"][1]
        has_bars = any(layer["mark"]["type"] == "bar" for layer in layers)
        assert has_bars or not has_zero or with_interval
        assert has_zero or not has_bars
        seen.add(has_bars)
    assert seen
