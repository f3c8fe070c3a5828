"""The command `audit`: prints its report as text or JSON, prints drafts of rows, saves the result."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from indicators import whole_files
from indicators.audit.claim import DOCUMENT, STATEMENT, AuditFinding
from indicators.audit.decisions import counted, decisions_of_catalogue, decisions_of_drafts, to_csv
from indicators.audit.drafts import Drafts
from indicators.audit.passages import HEADING
from indicators.audit.report import Report, audit
from indicators.audit.saved_audit import save, summarise
from indicators.audit.text_file import TextFile
from indicators.catalogue.model import Catalogue
from indicators.cli.options import Options
from indicators.cli.terminal import complain, show
from indicators.export import writers
from indicators.text.sentences import in_quotes


def run(catalogue: Catalogue, file: TextFile, options: Options) -> int:
    """Runs the command and returns its exit status: 1 if the audit has findings."""
    for remark in file.remarks:
        complain(f"note: {remark}")
    if options.suggest or options.suggest_dismissed:
        return _suggest(catalogue, file.text, options)
    report = audit(catalogue, file.text, options.audited)
    if options.save:
        save(catalogue.folder, summarise(catalogue, report, date.today()))
    if options.format == "json":
        print(writers.to_json(to_object(report)))
    else:
        show(to_text(report))
    return 1 if report.findings else 0


def _suggest(catalogue: Catalogue, text: str, options: Options) -> int:
    """Prints a draft as CSV, says beside it what it leaves to decide, and writes each decision where it is asked to."""
    drafts = Drafts(catalogue, text, options.audited)
    table, rows = ("observations", drafts.observations) if options.suggest else ("dismissed", drafts.all_dismissals)
    decisions = list(decisions_of_drafts(drafts, all_dismissals=not options.suggest))
    if options.decisions:
        listed = to_csv([*decisions_of_catalogue(drafts, text), *decisions])
        whole_files.write({Path(options.decisions): listed.encode()})
    print(rows.to_csv(index=False, lineterminator="\n"), end="")
    asked = [decision for decision in decisions if decision.table == table]
    complain(f"{len(rows)} rows; to decide: {counted(asked)}")
    return 0


def to_object(report: Report) -> dict[str, Any]:
    """The report for JSON: its expressions, findings and numbers of findings by kind."""
    return {
        "document": report.document,
        "text_sha256": report.text_sha256,
        "expressions": report.expressions.to_dict("records"),
        "findings": [asdict(finding) for finding in report.findings],
        "counts": report.counts,
    }


def to_text(report: Report) -> str:
    """The report in words: every expression with the row that claims it, by paragraph; then the findings."""
    lines = [f"{report.document}, text {report.text_sha256[:12]}"]
    rows = report.expressions.to_dict("records")
    for (section, paragraph), group in groupby(rows, lambda row: (row["section"], row["paragraph"])):
        lines += ["", _locator(section, paragraph)]
        lines += [f"  {in_quotes(row['expression']):<44}  {_claim(row)}" for row in group]
    lines += ["", *map(_finding, report.findings)] if report.findings else [""]
    carried = int((report.expressions["observation"] != "").sum())
    stated = int((report.expressions["why"] == STATEMENT).sum())
    of_document = int((report.expressions["why"] == DOCUMENT).sum())
    dismissed = int((report.expressions["dismissed"] != "").sum()) - stated - of_document
    total = f"{len(rows)} numeric expressions, {carried} carried by observations, "
    total += f"{stated} by statements, {dismissed} dismissed" if stated else f"{dismissed} dismissed"
    total += f", {of_document} stated by the document" if of_document else ""
    counts = ", ".join(f"{count} {kind}" for kind, count in report.counts.items() if count)
    return "\n".join([*lines, f"{total}; {counts or 'no finding'}"])


def _locator(section: str, paragraph: int) -> str:
    where = "heading" if paragraph == HEADING else f"paragraph {paragraph}"
    return f"{section}, {where}"


def _claim(row: Mapping[Any, Any]) -> str:
    claims = [f"observation {row['observation']}"] if row["observation"] else []
    if row["why"] == STATEMENT:
        claims.append(f"statement {row['dismissed']}")
    elif row["why"] == DOCUMENT:
        claims.append("stated by the document")
    elif row["dismissed"]:
        claims.append(f"dismissed as {row['why'].replace('_', ' ')}: {row['dismissed']}")
    finding = [row["finding"].upper()] if row["finding"] else []
    return ", ".join([*claims, *finding])


def _finding(finding: AuditFinding) -> str:
    row = f" {finding.id}:" if finding.id else ""
    where = _locator(finding.section, finding.paragraph)
    return f"{finding.kind}:{row} {where}: {in_quotes(finding.expression)}: {finding.message}"
