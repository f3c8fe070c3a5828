"""Writes anew what follows from other files: the descriptor of the wards and the messages of every fault.

Run it after a change to the schema of the shipped catalogue, to the wards or to the wording of a message; then read
the diff: `python -m tests.support.rewrite`.
"""

import json
import shutil
import tempfile
from pathlib import Path

from indicators._load import load
from indicators.errors import CatalogueError
from tests.support import messages
from tests.support.faults import FAULTS, spoil
from tests.support.places import DATA, WARDS


def write_descriptor() -> None:
    """The tables of the wards are declared like those of the shipped catalogue."""
    wards = json.loads((WARDS / "datapackage.json").read_bytes())
    wards["resources"] = json.loads((DATA / "datapackage.json").read_bytes())["resources"]
    (WARDS / "datapackage.json").write_text(json.dumps(wards, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def found(fault: str) -> list[str]:
    """The messages about the wards with a fault."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(shutil.copytree(WARDS, Path(parent) / "wards"))
        spoil(folder, fault)
        try:
            load(folder)
        except CatalogueError as error:
            return [str(problem) for problem in error.problems]
        raise ValueError(f"nothing is wrong with the catalogue that has the fault {fault}")


if __name__ == "__main__":
    write_descriptor()
    messages.write({fault: found(fault) for fault in sorted(FAULTS)})
