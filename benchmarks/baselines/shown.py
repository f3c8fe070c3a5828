"""What the baselines show: the same headline figures, three charts and table as the first page, from the files."""

import html
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pandas as pd

CHARTS = 3
COLUMNS = ["title", "value", "lower", "upper", "qualifier", "unit_label", "source_name", "status", "period"]


class Shown(NamedTuple):
    """The figures as downloaded, with the place among the headlines as `order`; `charted` indicators have a chart."""

    figures: pd.DataFrame
    sources: list[str]
    charted: list[str]

    @classmethod
    def read(cls, folder: Path) -> "Shown":
        """What a catalogue shows, by way of its own CSV."""
        command = [sys.executable, "-m", "indicators", "list", "--format", "csv", "--data", str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            figures = pd.read_csv(process.stdout)
        order = pd.read_csv(folder / "indicators.csv").set_index("id")["order"]
        figures["order"] = figures["indicator"].map(order)
        counts = figures[figures["order"].notna() & figures["value"].notna()].groupby("title")["order"].min()
        return cls(figures, sorted(figures["source_name"].unique()), counts.sort_values().index[:CHARTS].tolist())

    def of(self, sources: list[str]) -> pd.DataFrame:
        """The figures of these sources; of all where none is chosen."""
        return self.figures[self.figures["source_name"].isin(sources)] if sources else self.figures


def number(row: pd.Series) -> str:
    """The number with its qualifier."""
    value = row["value"] if pd.notna(row["value"]) else row["lower"]
    return f"{str(row['qualifier']).replace('_', ' ')} {value:,.15g}" if pd.notna(value) else "not stated"


def cards(figures: pd.DataFrame) -> list[dict[str, str]]:
    """The headline figures, a card each."""
    heads = figures[figures["order"].notna()].sort_values("order")
    return [
        {
            "title": str(row["title"]), "number": number(row), "unit": str(row["unit_label"]),
            "definition": str(row["definition"]), "source": str(row["source_name"]), "period": str(row["period"]),
            "caveats": str(row["caveats_in_words"]),
        }
        for _, row in heads.iterrows()
    ]  # fmt: skip


def cards_html(figures: pd.DataFrame) -> str:
    """The cards as one text of HTML."""
    return "".join(
        f"<div class='card'><h3>{html.escape(one['title'])}</h3><p class='number'>{html.escape(one['number'])} "
        f"{html.escape(one['unit'])}</p><p>{html.escape(one['definition'])}</p><p>{html.escape(one['source'])}, "
        f"{html.escape(one['period'])}</p><p>{html.escape(one['caveats'])}</p></div>"
        for one in cards(figures)
    )
