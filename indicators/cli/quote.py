"""The command `quote`: a draft against the figures, as lines, JSON, CSV or a page."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from indicators.audit import text_file
from indicators.cli.options import Options, catalogue
from indicators.cli.terminal import show
from indicators.errors import IndicatorsError, UnknownIdError, nearest
from indicators.export import writers
from indicators.quoting import draft_file
from indicators.quoting.check import check
from indicators.quoting.finding import VERDICTS, DraftVerdict, Finding, findings_table
from indicators.render import draft_marks
from indicators.text.sentences import in_quotes

_SHOWN = (DraftVerdict.LOSES, DraftVerdict.UNSOUND, DraftVerdict.ASK)
"""Verdicts that have a line of their own."""


def check_draft(options: Options) -> int:
    """Prints what is found of each number; returns 1 if a number has one of the verdicts of `--fail-on`."""
    failing = _failing(options.fail_on)
    text = _text(options.file)
    loaded = catalogue(options)
    findings = check(loaded, text, record=options.record)
    if options.format == "json":
        print(writers.to_json([finding.as_json() for finding in findings]))
    elif options.format == "csv":
        sys.stdout.buffer.write(writers.to_csv(findings_table(findings)))
    elif options.format == "html":
        sys.stdout.buffer.write(draft_marks.page(loaded, text, findings).encode())
    else:
        show("\n".join(as_lines(options.file, text, findings)))
    return 1 if any(finding.verdict in failing for finding in findings) else 0


def as_lines(name: str, text: str, findings: Sequence[Finding]) -> list[str]:
    """A line for each number that loses something, does not follow, or is to be asked about; then the counts."""
    lines = []
    for finding in findings:
        if finding.verdict in _SHOWN:
            line = text.count("\n", 0, finding.start) + 1
            what = ", ".join(finding.loses) or finding.pair or finding.figure
            message = " ".join(filter(None, (finding.message, finding.quote and f"Whole: {finding.quote}")))
            lines.append(f"{name}:{line}: {in_quotes(finding.words)}: {finding.verdict}: {what}. {message}".rstrip())
    counts = Counter(finding.verdict for finding in findings)
    told = ", ".join(f"{words} {counts[verdict]}" for verdict, words in VERDICTS.items() if counts[verdict])
    return [*lines, f"{len(findings)} numbers" + (f": {told}" if told else "")]


def _failing(given: str) -> frozenset[str]:
    verdicts = frozenset(filter(None, map(str.strip, given.split(","))))
    for verdict in sorted(verdicts - VERDICTS.keys()):
        raise UnknownIdError("verdict", verdict, nearest(verdict, VERDICTS) or tuple(VERDICTS))
    return verdicts


def _text(name: str) -> str:
    """The draft in a file, or from standard input where the name is a hyphen; raises IndicatorsError."""
    if name != "-" and draft_file.is_plain(name):
        return text_file.read(Path(name)).text
    if name != "-":
        with Path(name).open("rb") as file:
            data = file.read(draft_file.MOST_BYTES + 1)
        try:
            return draft_file.draft_in(name, data)
        except IndicatorsError as error:
            raise IndicatorsError(f"{in_quotes(name, whole=True)}: {error}") from None
    data = sys.stdin.buffer.read(text_file.MOST_BYTES + 1)
    if len(data) > text_file.MOST_BYTES:
        raise IndicatorsError(f"the draft is longer than {text_file.MOST_BYTES // 2**20} MiB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise IndicatorsError("the draft is not UTF-8; save it as plain text in UTF-8") from None
