"""The parser of the command line: every command with its help and its arguments."""

import argparse
from typing import Any, NoReturn

from indicators import __version__
from indicators.cli.options import PROGRAM
from indicators.cli.terminal import harmless
from indicators.figures.facets import FACETS


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Ends with the message; nothing in it can move the cursor."""
        super().error(harmless(message))


def parser() -> _Parser:
    """A parser that leaves the name of the command in `command`, and its arguments beside it."""
    version = _Parser(add_help=False)
    version.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    whole = _Parser(prog=PROGRAM, description="Figures of a catalogue, each whole.", parents=[version])
    commands = whole.add_subparsers(required=True, metavar="COMMAND", dest="command")

    def add(name: str, summary: str, *parents: _Parser) -> _Parser:
        return commands.add_parser(name, help=summary, description=f"{summary}.", parents=[version, *parents])

    data, selection, columns = _data(), _selection(), _columns()
    check = add("check", "Check every cell of a catalogue and print every problem")
    check.add_argument("data", nargs="?", metavar="FOLDER", help="folder of the catalogue (else as --data elsewhere)")
    check.add_argument("--format", **_one_of("text", "json"))
    check.add_argument("--watch", action="store_true", help="check again after each change, until Ctrl+C")
    check.add_argument("--upgrade", action="store_true", help="first write the catalogue in the current format")
    new = add("new", "Make an empty catalogue for the figures of a document")
    new.add_argument("folder", metavar="FOLDER", help="new folder for the catalogue")
    new.add_argument("--title", required=True, help="title of the catalogue, as readers see it")
    new.add_argument("--url", required=True, help="address of the document")
    new.add_argument("--publisher", default="", metavar="NAME", help="who published it (else the host of the address)")
    new.add_argument("--published", default="", metavar="DATE", help="when: 2024, 2024-10 or 2024-10-17")
    new.add_argument("--from", dest="text", default="", metavar="TEXT.txt", help="its text: draft rows for its numbers")
    workbook = add(
        "workbook", "Write the tables of a catalogue as a workbook to edit in a spreadsheet, or read it back"
    )
    workbook.add_argument("folder", metavar="FOLDER", help="folder of the catalogue")
    workbook.add_argument("file", metavar="FILE.xlsx", help="the workbook")
    workbook.add_argument("--back", action="store_true", help="write the sheets over the tables of the catalogue")
    listing = add("list", "List the figures of a selection", data, selection, columns)
    listing.add_argument("--format", **_one_of("table", "csv", "json", "xlsx"))
    report = add("report", "Write the whole dashboard as one HTML file", data, selection)
    report.add_argument("file", metavar="FILE.html", help="file to write")
    report.add_argument("--units", **_one_of("printed", "si", "us"))
    report.add_argument("--address", default="", metavar="URL", help="where the dashboard is, for the report to say so")
    pages = add("site", "Write the dashboard as plain files, for any web host", data)
    pages.add_argument("folder", metavar="FOLDER", help="new folder for them")
    pages.add_argument("--server", default="", metavar="URL", help="a dashboard to which what needs a query is linked")
    derive = add("derive", "List what follows from the figures", data, columns)
    derive.add_argument("--format", **_one_of("table", "csv", "json", "xlsx"))
    bundle = add("bundle", "Write the figures of a selection as one data package", data, selection)
    bundle.add_argument("file", metavar="FILE.zip", help="where to write it")
    add("columns", "Print what each column of a download holds, as Markdown", data)
    compare = add("compare", "Say whether two figures may be combined, and why", data)
    compare.add_argument("a", metavar="A", help="a figure, printed or derived")
    compare.add_argument("operation", metavar="OP", help="plus, minus, times, over, percent-change or equals")
    compare.add_argument("b", metavar="B", help="a figure, or ID.period")
    compare.add_argument("--format", **_one_of("text", "json"))
    verdicts = add("verdicts", "Print the verdict on every pair of figures under every operation as CSV", data, columns)
    for command in (derive, verdicts):
        command.add_argument("--record", action="store_true", help="with the figures of the record")
    show = add("show", "Show one figure in full", data, columns)
    show.add_argument("id", metavar="ID", help="a figure, as list names it")
    show.add_argument("--format", **_one_of("text", "json"))
    audit = add("audit", "Set every number of a document's text against the catalogue", data)
    audit.add_argument("text", metavar="DOCUMENT.txt", help="plain text of the document, in UTF-8")
    audit.add_argument(
        "--document", dest="audited", metavar="ID", help="which document of the catalogue it is, where that is open"
    )
    output = audit.add_mutually_exclusive_group()
    output.add_argument("--format", **_one_of("text", "json"))
    output.add_argument("--suggest", action="store_true", help="print a draft of observations.csv")
    output.add_argument("--suggest-dismissed", action="store_true", help="print a draft of dismissed.csv")
    audit.add_argument(
        "--decisions",
        default="",
        metavar="FILE.csv",
        help="with a draft: write what it leaves to decide, one line for each row and question",
    )
    audit.add_argument("--save", action="store_true", help="save the result in audit.json")
    draft = add("quote", "Say of each number in a draft whether it quotes a figure whole", data)
    draft.add_argument("file", metavar="DRAFT", help="the draft, plain text in UTF-8; - reads standard input")
    draft.add_argument("--format", **_one_of("text", "json", "csv", "html"))
    draft.add_argument("--record", action="store_true", help="with the figures of the record")
    draft.add_argument(
        "--fail-on",
        default="loses,unsound",
        metavar="VERDICTS",
        help="verdicts on which the exit status is 1, with commas between them (default: loses,unsound)",
    )
    numbers = add("numbers", "Print the numbers, amounts and dates of any text")
    numbers.add_argument("file", metavar="FILE", help="the text in UTF-8; - reads standard input")
    numbers.add_argument("--lines", action="store_true", help="read each line as a text of its own")
    numbers.add_argument("--units", metavar="FILE", help="definitions of the units to know (else the common ones)")
    numbers.add_argument("--format", **_one_of("table", "json"))
    serve = add("serve", "Start the dashboard; flags of `streamlit run` may follow, as --server.port 8600", data)
    serve.allow_abbrev = False  # a flag of Streamlit is never short for one of ours
    return whole


def _data() -> _Parser:
    data = _Parser(add_help=False)
    data.add_argument("--data", metavar="FOLDER", help="folder of the catalogue (else INDICATORS_DATA, else ./data)")
    return data


def _selection() -> _Parser:
    selection = _Parser(add_help=False)
    for facet in FACETS:
        selection.add_argument(
            f"--{facet}",
            action="append",
            default=[],
            metavar="ID",
            help=f"only of this {facet}; may be repeated",
        )
    selection.add_argument(
        "--search", default="", metavar="TEXT", help="only figures that hold every one of these words"
    )
    selection.add_argument("--record", action="store_true", help="with the figures of the record")
    return selection


def _columns() -> _Parser:
    columns = _Parser(add_help=False)
    versions = _one_of("2", "1")
    versions["help"] = f"version of the columns, but for text; 1 has their earlier names ({versions['help']})"
    columns.add_argument("--column-version", **versions)
    return columns


def _one_of(*formats: str) -> dict[str, Any]:
    """What `add_argument` is told of an option with these values; the first is the default."""
    return {"choices": formats, "default": formats[0], "help": f"default: {formats[0]}"}
