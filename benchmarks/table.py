"""The table of the results: as text, as Markdown between two markers of a file, and as JSON."""

import json
import statistics
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rows import BESIDES, ROWS, Row
from timing import Outcome, p95

START, END = "<!-- results -->", "<!-- end of results -->"
NOT = "not measured"


def record(outcomes: Mapping[str, Outcome], reasons: Mapping[str, str], machine: Mapping[str, str]) -> dict[str, Any]:
    """Everything that was measured, each sample included."""
    return {"machine": dict(machine), "rows": [_entry(row, outcomes, reasons) for row in (*ROWS, *BESIDES)]}


def _entry(row: Row, outcomes: Mapping[str, Outcome], reasons: Mapping[str, str]) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": row.id, "what": row.what, "against": row.against, "at_most": row.at_most}
    outcome = outcomes.get(row.id)
    if outcome is None:
        return entry | {"measured": None, "note": reasons.get(row.id, NOT)}
    holds = None if row.at_most is None else outcome.measured <= row.at_most
    series = {"ours": _series(outcome.ours), "baseline": _series(outcome.baseline)}
    return entry | {
        "measured": round(outcome.measured, 3), "unit": row.unit, "holds": holds,
        "middle_half": outcome.spread and [round(end, 3) for end in outcome.spread],
        "note": outcome.note, "samples_in": outcome.unit, **series,
    }  # fmt: skip


def _series(samples: tuple[float, ...]) -> dict[str, Any]:
    return {
        "median": round(statistics.median(samples), 3),
        "p95": round(p95(samples), 3),
        "samples": [round(sample, 3) for sample in samples],
    }


def markdown(results: Mapping[str, Any]) -> str:
    """Two tables, what is held to a target and what is measured besides, and the machine."""
    held = [entry for entry in results["rows"] if entry["at_most"] is not None]
    besides = [entry for entry in results["rows"] if entry["at_most"] is None]
    return "\n".join(
        [
            "| what | against | at most | measured | middle half | ours, baseline (medians) | |",
            "|---|---|---|---|---|---|---|",
            *map(_line, held),
            "",
            "Held to nothing:",
            "",
            "| what | against | | measured | middle half | ours, baseline (medians) | |",
            "|---|---|---|---|---|---|---|",
            *map(_line, besides),
            "",
            *(f"- {name}: {text}" for name, text in results["machine"].items() if text),
        ]
    )


def _line(entry: Mapping[str, Any]) -> str:
    target = "" if entry["at_most"] is None else _amount(entry["at_most"], entry.get("unit", "×"))
    if entry["measured"] is None:
        return f"| {entry['what']} | {entry['against']} | {target} | – | | | {entry['note']} |"
    measured, half = _amount(entry["measured"], entry["unit"]), entry["middle_half"]
    between = f"{half[0]:.2f} – {half[1]:.2f}" if half else ""
    medians = f"{entry['ours']['median']:,.4g}, {entry['baseline']['median']:,.4g} {entry['samples_in']}"
    verdict = {None: "", True: "holds", False: "**missed**"}[entry["holds"]]
    remark = "; ".join(filter(None, (verdict, entry["note"])))
    return f"| {entry['what']} | {entry['against']} | {target} | {measured} | {between} | {medians} | {remark} |"


def _amount(number: float, unit: str) -> str:
    if unit == "MiB":
        return f"{number:+,.0f} {unit}"
    return f"{number:.2f} {unit}"


def write(results: Mapping[str, Any], folder: Path) -> None:
    """`results.json`, and the tables between the markers of `README.md`, in `folder`."""
    text = json.dumps(results, ensure_ascii=False, indent=1)
    (folder / "results.json").write_text(text + "\n", encoding="utf-8")
    readme = folder / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    readme.write_text(f"{before}{START}\n{markdown(results)}\n{END}{after}", encoding="utf-8")
