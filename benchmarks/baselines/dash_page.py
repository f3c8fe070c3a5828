"""A Dash page with the same cards, three charts, table, source filter and download: PORT FOLDER."""

import sys
from pathlib import Path
from typing import Any

import dash
from dash import Input, Output, State, dcc, html
from shown import COLUMNS, Shown, cards

PORT, SHOWN = int(sys.argv[1]), Shown.read(Path(sys.argv[2]))
app = dash.Dash(__name__, serve_locally=True)
app.layout = html.Div(
    [
        dcc.Checklist(SHOWN.sources, [], id="source"),
        html.Button("Download", id="button"),
        dcc.Download(id="download"),
        html.Div(id="cards"),
        html.Div([dcc.Graph(id=f"chart-{one}") for one in range(len(SHOWN.charted))]),
        html.Div(id="table"),
    ]
)


@app.callback(
    Output("cards", "children"),
    Output("table", "children"),
    *(Output(f"chart-{one}", "figure") for one in range(len(SHOWN.charted))),
    Input("source", "value"),
)
def show(chosen: list[str]) -> list[Any]:
    """The page for the sources that are chosen."""
    figures = SHOWN.of(chosen)
    shown = [
        html.Div(
            [
                html.H3(one["title"]),
                html.P(f"{one['number']} {one['unit']}", className="number"),
                html.P(one["definition"]),
                html.P(f"{one['source']}, {one['period']}"),
                html.P(one["caveats"]),
            ]
        )
        for one in cards(figures)
    ]
    head = html.Tr([html.Th(name) for name in COLUMNS])
    body = [html.Tr([html.Td(str(cell)) for cell in row]) for row in figures[COLUMNS].itertuples(index=False)]
    charts = []
    for title in SHOWN.charted:
        rows = figures[figures["title"] == title]
        bars = {"type": "bar", "x": rows["id"].tolist(), "y": rows["value"].tolist()}
        charts.append({"data": [bars], "layout": {"title": {"text": title}, "height": 260}})
    return [shown, html.Table([head, *body]), *charts]


@app.callback(
    Output("download", "data"), Input("button", "n_clicks"), State("source", "value"), prevent_initial_call=True
)
def download(clicks: int, chosen: list[str]) -> dict[str, Any]:
    """The CSV of what is chosen."""
    return dcc.send_data_frame(SHOWN.of(chosen).to_csv, "figures.csv", index=False)


app.run(host="127.0.0.1", port=PORT, debug=False)
