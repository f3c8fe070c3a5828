"""The library from a shell: ``check`` a catalogue, ``list`` its figures, ``show`` one in full."""

import argparse
import os
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from indicators import __version__
from indicators.errors import CatalogueError, IndicatorsError

if TYPE_CHECKING:
    from indicators.catalogue.model import Catalogue
    from indicators.figures.figure import Figure
    from indicators.figures.selection import Selection

PROGRAM = "indicators"
USAGE = 2
"""Exit status of a request that cannot be answered as it was made."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; errors go to stderr, a line each."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        status = command(options)
        print(end="", flush=True)  # while an error of the output can still be told
        return status
    except CatalogueError as error:
        print(error, file=sys.stderr)
        return 1
    except IndicatorsError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        # The reader of the output has gone (head, less); nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    version = argparse.ArgumentParser(add_help=False)
    version.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument("--data", metavar="FOLDER", help="folder of the catalogue (else INDICATORS_DATA, else ./data)")
    chosen = argparse.ArgumentParser(add_help=False)
    for facet in ("source", "topic", "document", "status"):
        chosen.add_argument(
            f"--{facet}",
            action="append",
            default=[],
            metavar="ID",
            help=f"only of this {facet}; may be repeated",
        )
    chosen.add_argument("--search", default="", metavar="TEXT", help="only figures that hold every one of these words")
    chosen.add_argument("--record", action="store_true", help="with the figures of the record")
    parser = argparse.ArgumentParser(prog=PROGRAM, description="Figures of a catalogue, each whole.", parents=[version])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(
        name: str,
        function: Callable[[argparse.Namespace], int],
        summary: str,
        *parents: argparse.ArgumentParser,
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary, description=f"{summary}.", parents=[version, *parents])
        added.set_defaults(command=function)
        return added

    check = add("check", _check, "Check every cell of a catalogue and print every problem")
    check.add_argument("data", nargs="?", metavar="FOLDER", help="folder of the catalogue (else as --data elsewhere)")
    listing = add("list", _list, "List the figures of a selection", data, chosen)
    listing.add_argument("--format", choices=("table", "csv", "json"), default="table", help="default: table")
    report = add("report", _report, "Write the whole dashboard as one HTML file", data, chosen)
    report.add_argument("file", metavar="FILE.html", help="file to write")
    report.add_argument("--units", choices=("printed", "si", "us"), default="printed", help="default: printed")
    report.add_argument("--address", default="", metavar="URL", help="where the dashboard is, for the report to say so")
    derive = add("derive", _derive, "List what follows from the figures", data)
    derive.add_argument("--format", choices=("table", "csv", "json"), default="table", help="default: table")
    bundle = add("bundle", _bundle, "Write the figures of a selection as one data package", data, chosen)
    bundle.add_argument("file", metavar="FILE.zip", help="where to write it")
    add("columns", _columns, "Print what each column of a download holds, as Markdown", data)
    compare = add("compare", _compare, "Say whether two figures may be combined, and why", data)
    compare.add_argument("a", metavar="A", help="a figure, printed or derived")
    compare.add_argument("operation", metavar="OP", help="plus, minus, times, over, percent-change or equals")
    compare.add_argument("b", metavar="B", help="a figure, or ID.period")
    compare.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    verdicts = add(
        "verdicts", _verdicts, "Print the verdict on every pair of figures under every operation as CSV", data
    )
    for command in (derive, verdicts):
        command.add_argument("--record", action="store_true", help="with the figures of the record")
    show = add("show", _show, "Show one figure in full", data)
    show.add_argument("id", metavar="ID", help="a figure, as list names it")
    show.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    audit = add("audit", _audit, "Set every number of a document's text against the catalogue", data)
    audit.add_argument("text", metavar="DOCUMENT.txt", help="plain text of the document, in UTF-8")
    audit.add_argument("--document", metavar="ID", help="which document of the catalogue it is, where that is open")
    output = audit.add_mutually_exclusive_group()
    output.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    output.add_argument("--suggest", action="store_true", help="print a draft of observations.csv")
    output.add_argument("--suggest-dismissed", action="store_true", help="print a draft of dismissed.csv")
    audit.add_argument("--record", action="store_true", help="write what it came to into audit.json")
    return parser


def folder(given: str | None) -> Path:
    """The folder of the catalogue: as given, else INDICATORS_DATA, else ./data; IndicatorsError where none is there."""
    name = given or os.environ.get("INDICATORS_DATA") or "data"
    path = Path(name)
    if path.is_dir():
        return path
    raise IndicatorsError(
        f'no folder "{name}" with a catalogue; name one by --data or the environment variable INDICATORS_DATA'
    )


def _load(options: argparse.Namespace) -> "Catalogue":
    # Imported when there is something to read: pandas and pint take longer to import than --help takes to print.
    from indicators._load import load

    return load(folder(options.data))


def _audit(options: argparse.Namespace) -> int:
    from indicators._load import load
    from indicators.audit import text_file
    from indicators.cli import audit as audit_command

    file = text_file.read(Path(options.text))
    return audit_command.run(load(folder(options.data), unfinished=True), file, options)


def _check(options: argparse.Namespace) -> int:
    from indicators.catalogue.model import SUBJECT

    catalogue = _load(options)
    counts = {name: len(getattr(catalogue, name)) for name in ("figures", "indicators", "sources", "documents")}
    record = int((catalogue.figures["role"] != SUBJECT).sum())
    found = ", ".join(f"{count} {name}" for name, count in counts.items())
    print(f"{catalogue.folder}: {found}{f' ({record} figures of the record)' if record else ''}; no problem found")
    return 0


def _selection(catalogue: "Catalogue", options: argparse.Namespace) -> "Selection":
    """What the options select; raises UnknownIdError for the first id that no figure has."""
    from indicators.figures import selection as select

    query = {facet: getattr(options, facet) for facet in select.FACETS}
    record = [select.ON] if options.record else []
    selection, unknown = select.parse(catalogue, {**query, select.SEARCH: [options.search], select.RECORD: record})
    if unknown:
        raise unknown[0]
    return selection


def _list(options: argparse.Namespace) -> int:
    from indicators.export import figure_table, writers
    from indicators.figures import selection as select
    from indicators.figures.figure import figures_of

    catalogue = _load(options)
    rows = select.select(catalogue, _selection(catalogue, options))
    if options.format == "csv":
        sys.stdout.buffer.write(writers.to_csv(figure_table.download(catalogue, rows)))
    elif options.format == "json":
        print(writers.to_json(writers.records(figure_table.download(catalogue, rows))))
    else:
        lines = [("ID", "FIGURE", "WHAT", "SOURCE", "PERIOD")]
        lines += [(one.id, one.phrase, one.title, one.source_short, one.period) for one in figures_of(catalogue, rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    return 0


def _report(options: argparse.Namespace) -> int:
    from indicators.render import report

    catalogue = _load(options)
    selection = _selection(catalogue, options)
    page = report.page(catalogue, selection, system=options.units, address=options.address).encode()
    try:
        Path(options.file).write_bytes(page)
    except OSError as error:
        raise IndicatorsError(f'the report cannot be written to "{options.file}": {error.strerror}') from None
    print(f"{options.file}: {len(page):,} bytes")
    return 0


def _show(options: argparse.Namespace) -> int:
    from indicators.export import figure_table, writers
    from indicators.figures.figure import figures_of

    catalogue = _load(options)
    rows = catalogue.rows(options.id)
    if options.format == "json":
        (record,) = writers.records(figure_table.download(catalogue, rows))
        print(writers.to_json(record))
    else:
        (reading,) = figures_of(catalogue, rows)
        print(_in_full(reading))
    return 0


def _derive(options: argparse.Namespace) -> int:
    from indicators.combine import derived
    from indicators.export import derived_table, writers
    from indicators.figures import selection as select

    catalogue = _load(options)
    rows = select.scope(catalogue, record=options.record)
    shown = derived.selected(catalogue, rows)
    table = derived_table.table(catalogue, rows)
    if options.format == "csv":
        sys.stdout.buffer.write(writers.to_csv(table))
    elif options.format == "json":
        print(writers.to_json(writers.records(table)))
    else:
        for one in shown:
            print("\n".join([f"{one.id}: {one.phrase} ({one.verdict})", *(f"    {line}" for line in one.working), ""]))
        for tempting in derived.tempting(catalogue, rows):
            why = [reason.text for reason in tempting.verdict.reasons if reason.effect == "refuses"]
            print("\n".join([f"{tempting.id}: {tempting.verdict.verdict}", *(f"    {line}" for line in why), ""]))
    return 0


def _bundle(options: argparse.Namespace) -> int:
    from indicators.export import bundle

    catalogue = _load(options)
    content = bundle.make(catalogue, _selection(catalogue, options))
    try:
        Path(options.file).write_bytes(content)
    except OSError as error:
        raise IndicatorsError(f'cannot write "{options.file}" ({error.strerror}); name a file in a folder') from None
    return 0


def _columns(options: argparse.Namespace) -> int:
    from indicators.export import dictionary

    print(dictionary.markdown(_load(options).descriptor), end="")
    return 0


def _compare(options: argparse.Namespace) -> int:
    from indicators.combine import compare, verdict
    from indicators.export import writers

    one = compare.compare(_load(options), options.a, options.operation, options.b)
    if options.format == "json":
        reasons = [
            {"rule": each.rule, "effect": each.effect, "text": each.text, "left": each.left, "right": each.right}
            for each in one.reasons
        ]
        assumptions = [{"id": each.id, "text": each.text} for each in one.assumptions]
        (record,) = writers.records(verdict.table([one]))
        print(writers.to_json({**record, "reasons": reasons, "assumptions": assumptions, "working": list(one.working)}))
        return 0
    print(f"{one.verdict}: {one.answer}" if one.answer else one.verdict)
    for line in one.working:
        print(f"    {line}")
    for reason in one.reasons:
        values = " / ".join(filter(None, (reason.left, reason.right)))
        values = f" ({values})" if values else ""
        print(f"- [{reason.rule}] {reason.text}{values}")
    for assumption in one.assumptions:
        print(f"assumes: {assumption.text}")
    return 0


def _verdicts(options: argparse.Namespace) -> int:
    from indicators.combine import compare
    from indicators.export import writers
    from indicators.figures import selection as select

    catalogue = _load(options)
    rows = select.scope(catalogue, record=options.record)
    sys.stdout.buffer.write(writers.to_csv(compare.every(catalogue, list(rows["id"]))))
    return 0


_SHOW_LABELS = {
    "definition": "counts",
    "as_printed": "printed",
    "kind": "kind",
    "statistic": "statistic",
    "population": "about",
    "source": "source",
    "attribution": "attribution",
    "root": "counted by",
    "via": "relayed by",
    "status": "status",
    "period": "covers",
    "issued": "issued",
    "place": "place",
    "inferred": "inferred",
    "updates": "updates",
    "document": "stands in",
    "note": "note",
    "citation": "cite",
}
"""Fields of a figure that ``show`` prints, in order, each with its short label."""


def _in_full(one: "Figure") -> str:
    from indicators.figures.figure_fields import figure_fields

    texts = {field.name: field.text for field in figure_fields(one)}
    texts |= {
        "via": ", ".join(one.via),
        "document": f"{one.document_title}, {one.locator}",
        "citation": one.citation,
    }
    lines = [one.phrase, one.title, ""]
    for name, label in _SHOW_LABELS.items():
        lines += textwrap.wrap(texts[name], 100, initial_indent=f"{label:<12}", subsequent_indent=" " * 12)
    lines += ["", "Before use:"] if one.caveats else []
    for caveat in one.caveats:
        lines += textwrap.wrap(f"{caveat.text} [{caveat.origin}]", 100, initial_indent="- ", subsequent_indent="  ")
    return "\n".join(lines)
