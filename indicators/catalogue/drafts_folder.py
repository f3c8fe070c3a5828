"""The folder of a catalogue that holds drafts of its rows, which nothing reads but the editor and the workbook."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

DRAFTS = "drafts"
"""Its name in the folder of the catalogue; no table is looked for in it."""
DECISIONS = "decisions.csv"
"""The file in it that lists what the drafts leave to decide."""


def open_questions(folder: Path, table: str, key: str) -> Mapping[tuple[str, str], str]:
    """The questions that the decisions of a catalogue ask of the drafts of a table, by the id of a row and the column.

    Those of a whole row stand at its `key`. Empty where there is no file of decisions or it has other columns.
    """
    path = folder / DRAFTS / DECISIONS
    if not path.is_file():
        return {}
    asked = defaultdict[tuple[str, str], list[str]](list)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row.get("table") == table and (question := row.get("question")):
                asked[row.get("id") or "", row.get("column") or key].append(f"to decide: {question}")
    return {cell: "\n".join(questions) for cell, questions in asked.items()}
