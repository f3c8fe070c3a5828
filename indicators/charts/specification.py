"""The Vega-Lite specification of a chart, composed of its layers."""

from typing import Any

import altair as alt

from indicators import markup
from indicators.charts import typeface
from indicators.charts.axes import Spec, Value
from indicators.charts.marks import INK, Layers

TOOLTIP_FIELDS = ("figure", "what", "qualifier", "source", "status", "covers", "issued", "caveats")
"""Fields of a value that the tooltip of its mark shows."""
UPWARDS = "axisY"
"""The part of a specification's ``config`` on the axis that goes up.

It gives the labels of the axis the same room on a page, which has a narrower typeface, as in the preview of the page.
"""
_LINE_BELOW: Spec = {
    "domain": True, "domainColor": INK, "domainOpacity": 0.5,
    "ticks": True, "tickSize": 5, "tickColor": INK, "tickOpacity": 0.5, "labelPadding": 11,
}  # fmt: skip
_LETTERS, _BESIDE_LABELS = 12, 17
"""Size of the letters of an axis, and the space beside them, in pixels."""
_TOOLTIP = {"expr": "{" + ", ".join(f"{name}: datum.{name}" for name in TOOLTIP_FIELDS) + "}"}
"""One expression for the whole tooltip: as a channel for each field it took the browser a third of a chart's time."""


def specification(layers: Layers, height: int) -> Spec:
    """The layers as one chart as wide as its container, ``height`` pixels high; not validated here, but by a test.

    ``alt.layer`` would give the same and copy the data of every layer four times. Marks and axes are hidden from
    screen readers, which read the description of the whole chart instead.
    """
    datasets: dict[str, list[Value]] = {}
    composed = [layer.to_dict(validate=False, context={"top_level": False, "datasets": datasets}) for layer in layers]
    with_axis: set[str] = set()
    for layer in composed:
        layer["mark"]["tooltip"] = _TOOLTIP
        for name, channel in layer["encoding"].items():
            if name in ("x", "y") and channel.get("type") == "quantitative":
                if name in with_axis:  # only the first layer declares an axis; Vega-Lite would compare all of them
                    channel.pop("axis", None)
                    channel.pop("scale", None)
                with_axis.add(name)
    config: Spec = {
        "mark": {"aria": False},
        # Each label stands at the middle of its place, and a tick says where that is.
        "axis": {"aria": False, "labelColor": INK, "titleColor": INK, "labelFlush": False},
        "axisX": _LINE_BELOW,
        "legend": {"disable": True},
        UPWARDS: _room_beside(composed),
    }
    spec: Spec = {
        "$schema": alt.SCHEMA_URL,
        "config": config,
        "width": "container",
        "height": height,
        "layer": composed,
        "datasets": datasets,
    }
    return {name: _printable(part) for name, part in spec.items()}


def _room_beside(layers: list[Spec]) -> Spec:
    """The least room for the labels of the axis that goes up: that of its largest number in the wider typeface."""
    ends = (layer["encoding"].get("y", {}).get("scale", {}).get("domain", [])[1:] for layer in layers)
    numbers = [f"{end:,.0f}" for (end,) in filter(None, ends) if isinstance(end, int | float)]
    widest = max((typeface.width(number, _LETTERS) for number in numbers), default=0)
    return {"minExtent": round(widest) + _BESIDE_LABELS} if widest else {}


def _printable(part: Any) -> Any:
    """A part of a specification, in which no text can turn round what stands beside it."""
    if isinstance(part, str):
        return markup.replace_unprintable(part)
    if isinstance(part, dict):
        return {name: _printable(value) for name, value in part.items()}
    return [_printable(value) for value in part] if isinstance(part, list) else part
