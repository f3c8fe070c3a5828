"""Makes the catalogue of a made-up release: indicators with their values, in a new folder."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.catalogue.new_catalogue import Beginning, write_new

Row = Mapping[str, str]


def make_release(
    folder: Path, indicators: Sequence[Row], observations: Sequence[Row], groups: Sequence[Row] = (), units: str = ""
) -> Catalogue:
    """The catalogue of these rows, in a new folder, with ``units`` besides; cells that they lack as `write_release`."""
    write_release(folder, indicators, observations, groups)
    with (folder / "units.txt").open("a", encoding="utf-8") as file:
        file.write(units)
    return load(folder)


def write_release(
    folder: Path, indicators: Sequence[Row], observations: Sequence[Row], groups: Sequence[Row] = ()
) -> None:
    """Writes these rows; cells that they lack are those of a count of things by an invented office."""
    write_new(folder, Beginning(title="A made-up release", url="https://release.example.org"), date(2026, 1, 1))
    (document,) = _rows(folder / "documents.csv")
    with (folder / "units.txt").open("a", encoding="utf-8") as file:
        file.write("percent = [share]\none = 100 * percent = _ = ones\nthing = [thing] = _ = things\n")
    tables: dict[str, Sequence[Row]] = {
        "kinds": [{"id": "things", "title": "things", "unit": "thing"}],
        "topics": [{"id": "topic", "title": "Topic"}],
        "populations": [{"id": "everything", "title": "Everything"}],
        "sources": [{"id": "office", "name": "Office", "short_name": "Office", "kind": "monitor", "named": "yes"}],
        "dimensions": [
            {"id": each, "title": each.title(), "alternatives": "yes" if each == "scenario" else ""}
            for each in {row["dimension"]: "" for row in groups}
        ],
        "groups": groups,
        "indicators": [
            {"definition": "Things.", "kind": "things", "topic": "topic", "population": "everything", **row}
            for row in indicators
        ],
        "observations": [
            {
                "document": document["id"], "source": "office", "status": "reported", "qualifier": "unqualified",
                "unit": "thing", "as_printed": row.get("value", ""), "id": f"value-{number}", **row,
            }
            for number, row in enumerate(observations)
        ],
    }  # fmt: skip
    for name, rows in tables.items():
        path = folder / f"{name}.csv"
        header = path.read_text(encoding="utf-8").splitlines()[0].split(",")
        with path.open("a", encoding="utf-8", newline="") as file:
            csv.DictWriter(file, header, restval="", lineterminator="\n").writerows(rows)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
