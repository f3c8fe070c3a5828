"""The command `audit`: its report in text and JSON, its drafts, its record."""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from itertools import groupby
from typing import Any

from indicators.audit import drafts, state, text_file
from indicators.audit.claims import HEADING, Finding
from indicators.audit.report import Report, audit
from indicators.catalogue.model import Catalogue
from indicators.export import writers
from indicators.text.sentences import quote


def run(catalogue: Catalogue, file: text_file.TextFile, given: argparse.Namespace) -> int:
    """Runs the command as asked for and returns its exit status: 1 where the audit found something."""
    for remark in file.remarks:
        print(f"note: {remark}", file=sys.stderr)
    if given.suggest or given.suggest_dismissed:
        draft = (drafts.suggest if given.suggest else drafts.dismissals)(catalogue, file.text, given.document)
        print(draft.to_csv(index=False, lineterminator="\n"), end="")
        return 0
    report = audit(catalogue, file.text, given.document)
    if given.record:
        state.write(catalogue.folder, state.of(catalogue, report, date.today()))
    print(writers.to_json(as_object(report)) if given.format == "json" else as_text(report))
    return 1 if report.findings else 0


def as_object(report: Report) -> dict[str, Any]:
    """The report for JSON: its expressions, its findings and its counts."""
    return {
        "document": report.document,
        "text_sha256": report.text_sha256,
        "expressions": report.expressions.to_dict("records"),
        "findings": [asdict(finding) for finding in report.findings],
        "counts": report.counts,
    }


def as_text(report: Report) -> str:
    """The report for people: every expression with what accounts for it, paragraph by paragraph; then the findings."""
    lines = [f"{report.document}, text {report.text_sha256[:12]}"]
    rows = report.expressions.to_dict("records")
    for (section, paragraph), group in groupby(rows, lambda row: (row["section"], row["paragraph"])):
        lines += ["", _place(section, paragraph)]
        lines += [f"  {quote(row['expression']):<44}  {_account(row)}" for row in group]
    lines += ["", *map(_finding, report.findings)] if report.findings else [""]
    carried = int((report.expressions["observation"] != "").sum())
    dismissed = int((report.expressions["dismissed"] != "").sum())
    total = f"{len(rows)} numeric expressions, {carried} carried by observations, {dismissed} dismissed"
    counts = ", ".join(f"{count} {kind}" for kind, count in report.counts.items() if count)
    return "\n".join([*lines, f"{total}; {counts or 'no finding'}"])


def _place(section: str, paragraph: int) -> str:
    where = "heading" if paragraph == HEADING else f"paragraph {paragraph}"
    return f"{section}, {where}"


def _account(row: Mapping[Any, Any]) -> str:
    claimed = [f"observation {row['observation']}"] if row["observation"] else []
    claimed += [f"dismissed as {row['why'].replace('_', ' ')}: {row['dismissed']}"] if row["dismissed"] else []
    found = [row["finding"].upper()] if row["finding"] else []
    return ", ".join([*claimed, *found])


def _finding(one: Finding) -> str:
    row = f" {one.id}:" if one.id else ""
    return f"{one.kind}:{row} {_place(one.section, one.paragraph)}: {quote(one.expression)}: {one.message}"
