"""Prints the packages of a bill of materials in CycloneDX with their licences, as a table in Markdown."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_CLASSIFIER = "License :: "


def table(bill: Mapping[str, Any]) -> str:
    """The components of a bill of materials in Markdown: name, version, licences; *unknown* where it states none."""
    rows = sorted(
        (component["name"], component.get("version", ""), _licences(component)) for component in bill["components"]
    )
    lines = [f"| {name} | {version} | {licences} |" for name, version, licences in rows]
    return "\n".join(["| package | version | licence |", "|---|---|---|", *lines])


def _licences(component: Mapping[str, Any]) -> str:
    return ", ".join(dict.fromkeys(_names(component))) or "unknown"


def _names(component: Mapping[str, Any]) -> Iterator[str]:
    for entry in component.get("licenses", ()):
        licence = entry.get("license", {})
        name = entry.get("expression") or licence.get("id") or licence.get("name", "")
        first, *_ = name.removeprefix(_CLASSIFIER).partition("\n")  # some state the whole text as their name
        if first:
            yield first.rpartition(" :: ")[2][:80].replace("|", "\\|")


if __name__ == "__main__":
    print(table(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
