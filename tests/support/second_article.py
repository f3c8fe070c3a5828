"""A catalogue of two articles."""

import shutil
from pathlib import Path

from tests.support.places import ROOT


def add_article(folder: Path) -> None:
    """A copy of the shipped catalogue with a second, made-up article, by lines appended to its files alone."""
    shutil.copytree(ROOT / "data", folder)
    observation = {
        "id": "second-containers", "indicator": "second-containers", "document": "second", "source": "second-port",
        "value": "42", "qualifier": "at_least", "unit": "container", "as_printed": "at least 42 containers",
        "status": "reported", "caveats": "second-made-up",
    }  # fmt: skip
    header = (folder / "observations.csv").read_text().splitlines()[0].split(",")
    appended = {
        "documents.csv": "second,subject,A made-up article,Nobody,,,,,,,,,https://example.org/second,,,no,,",
        "sources.csv": "second-port,Harbour office,Harbour,,government,,yes,,,,,,",
        "indicators.csv": "second-containers,Containers unloaded,Containers unloaded in a made-up harbour.,,,,,"
        "containers,arms,dprk-containers,total,,,,,,level,8",
        "caveats.csv": "second-made-up,It is made up.,editor",
        "observations.csv": ",".join(observation.get(name, "") for name in header),
    }
    for name, line in appended.items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(line + "\n")
