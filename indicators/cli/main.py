"""Runs a command of the command line and turns every error into a message and an exit status."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence

from indicators.cli.options import PROGRAM, Options
from indicators.cli.parser import parser
from indicators.cli.problem_lines import problem_lines
from indicators.cli.terminal import complain, write_any_character
from indicators.errors import CatalogueError, IndicatorsError
from indicators.text.sentences import in_quotes

USAGE = 2
"""Exit status of a request that cannot be answered as it was made."""
INTERRUPTED = 130
"""Exit status of a command that Ctrl+C ended, as shells have it."""

EXTRAS: Mapping[str, str] = {
    "altair": "images",
    "vl_convert": "images",
    "openpyxl": "spreadsheets",
    "xlsxwriter": "spreadsheets",
    "pypdf": "drafts",
    "streamlit": "dashboard",
}
"""Modules that the program runs without, each with the extra that brings it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; errors go to stderr, a line each or each kind."""
    write_any_character()
    options = _parsed(arguments)
    try:
        status = _function(options.command)(options)
        print(end="", flush=True)  # while an error of the output can still be told
        return status
    except CatalogueError as error:
        for line in problem_lines(error.problems):
            complain(line)
        return 1
    except IndicatorsError as error:
        return _refuse(str(error))
    except ModuleNotFoundError as error:
        extra = EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        extra = "dashboard" if options.command == "serve" else extra
        return _refuse(
            f'`{PROGRAM} {options.command}` needs the extra "{extra}"; type: pip install "{PROGRAM}[{extra}]"'
        )
    except BrokenPipeError:
        # The reader of the output has gone (head, less); nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        what = f"{in_quotes(str(error.filename))} cannot be read or written" if error.filename else "cannot write"
        return _refuse(f"{what}: {error.strerror or error}")
    except UnicodeEncodeError:
        return _refuse("an argument or the name of a file is no text in UTF-8")
    except KeyboardInterrupt:
        return INTERRUPTED


def _refuse(reason: str) -> int:
    complain(f"{PROGRAM}: {reason}")
    return USAGE


def _parsed(arguments: Sequence[str] | None) -> Options:
    """The arguments; what only Streamlit knows is in `flags`, and is an error where the command is not `serve`."""
    whole = parser()
    options = Options()
    _, options.flags = whole.parse_known_args(arguments, options)
    if options.flags and (options.command != "serve" or not options.flags[0].startswith("-")):
        whole.error(f"unrecognized arguments: {' '.join(options.flags)}")
    return options


def _function(command: str) -> Callable[[Options], int]:
    """The function of a command, imported now: pandas and pint take longer to load than `--help` takes to print."""
    if command == "serve":
        from indicators.cli.serve import serve

        return serve
    if command == "numbers":
        from indicators.cli.numbers import print_numbers

        return print_numbers
    if command == "quote":
        from indicators.cli.quote import check_draft

        return check_draft
    if command == "new":
        from indicators.cli.new import make_catalogue

        return make_catalogue
    if command == "workbook":
        from indicators.cli.workbook import exchange

        return exchange
    import pyarrow

    from indicators.cli import check, figures, files

    # Its own handler loses one interrupt in twenty that comes while it reads a small file.
    pyarrow.enable_signal_handlers(False)
    functions: Mapping[str, Callable[[Options], int]] = {
        "check": check.check_catalogue,
        "list": figures.list_figures,
        "show": figures.show_figure,
        "report": files.write_report,
        "site": files.write_site,
        "bundle": files.write_bundle,
        "columns": files.print_columns,
        "derive": figures.derive_figures,
        "compare": figures.compare_figures,
        "verdicts": figures.print_verdicts,
        "audit": files.audit_text,
    }
    return functions[command]
