"""A catalogue in which names repeat: two sources, topics, documents, indicators and figures of one name each."""

import csv
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.support.places import WARDS

_UNLOCATED = {"section": "", "paragraph": "", "fingerprint": ""}

TWINS: Mapping[str, tuple[tuple[str, Mapping[str, str]], ...]] = {
    "sources": (("officials", {"id": "officials-south", "country": "Southland"}),),
    "topics": (("supplies", {"id": "supplies-south"}),),
    "documents": (
        ("winter-2023", {"id": "winter-2024", "published": "2024-12-04", "text_held": "no", "headings": ""}),
    ),
    "indicators": (
        (
            "oxygen-used",
            {
                "id": "oxygen-south",
                "topic": "supplies-south",
                "order": "9",
                "definition": "Mass of oxygen that ambulances drew.",
            },
        ),
    ),
    "observations": (
        ("oxygen-2023", {"id": "oxygen-officials", "source": "officials", "period": "2023-09"}),
        ("oxygen-2023", {"id": "oxygen-later", "source": "officials", "period": "2023-10", "counts": "In tanks only."}),
        (
            "oxygen-2023",
            {
                "id": "oxygen-southland",
                "indicator": "oxygen-south",
                "source": "officials-south",
                "document": "winter-2024",
                "value": "50",
                "as_printed": "more than 50 metric tons",
                "status": "estimate",
                **_UNLOCATED,
            },
        ),
    ),
}
"""By table: the row that is repeated, and the cells in which its twin differs."""


def add_twins(folder: Path) -> Path:
    """A copy of the wards with these twins, in this folder."""
    shutil.copytree(WARDS, folder)
    for table, twins in TWINS.items():
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        by_id = {row["id"]: row for row in rows}
        rows += [{**by_id[original], **cells} for original, cells in twins]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder
