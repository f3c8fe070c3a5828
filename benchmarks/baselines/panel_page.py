"""A Panel page with the same cards, three charts, table, source filter and download: PORT FOLDER.

What changes is changed in place (the text of a pane, the data of a chart), which is the fastest that Panel has.
"""

import io
import sys
from pathlib import Path

import panel as pn
from bokeh.models import ColumnDataSource
from bokeh.plotting import figure
from shown import COLUMNS, Shown, cards_html

PORT, SHOWN = int(sys.argv[1]), Shown.read(Path(sys.argv[2]))


def _points(title: str, chosen: list[str]) -> dict[str, list[object]]:
    rows = SHOWN.of(chosen)
    rows = rows[(rows["title"] == title) & rows["value"].notna()]
    return {"id": rows["id"].tolist(), "value": rows["value"].tolist()}


def page() -> pn.Column:
    """One visitor's page."""
    source = pn.widgets.MultiSelect(name="Source", options=SHOWN.sources, size=10)
    shown = pn.pane.HTML(cards_html(SHOWN.figures))
    table = pn.pane.DataFrame(SHOWN.figures[COLUMNS], index=False)
    data = {title: ColumnDataSource(_points(title, [])) for title in SHOWN.charted}
    plots = []
    for title, points in data.items():
        plot = figure(title=title, x_range=points.data["id"], height=260, width=420)
        plot.vbar(x="id", top="value", width=0.6, source=points)
        plots.append(plot)

    def chosen(event: object) -> None:
        shown.object = cards_html(SHOWN.of(source.value))
        table.object = SHOWN.of(source.value)[COLUMNS]
        for (title, points), plot in zip(data.items(), plots, strict=True):
            points.data = _points(title, source.value)
            plot.x_range.factors = points.data["id"]

    source.param.watch(chosen, "value")
    download = pn.widgets.FileDownload(
        callback=lambda: io.BytesIO(SHOWN.of(source.value).to_csv(index=False).encode()), filename="figures.csv"
    )
    return pn.Row(pn.Column(source, download), pn.Column(shown, pn.Row(*plots), table))


pn.extension()
pn.serve({"/": page}, port=PORT, address="127.0.0.1", websocket_origin=[f"127.0.0.1:{PORT}"], show=False, verbose=False)
