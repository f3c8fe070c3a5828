"""Makes the reference pages of this folder from the code. ``make docs`` runs it, and a test holds the pages to it.

A page has text written by hand, and between two comments a part that is made here: ``<!-- made by docs/generate.py:
NAME -->`` and ``<!-- end -->``. ``columns.md`` is made as a whole.
"""

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from indicators.catalogue import descriptor
from indicators.catalogue.schema import COLUMNS, Field, Table
from indicators.cli.parser import parser
from indicators.combine.rules import TABLE
from indicators.export import dictionary, vocabularies
from indicators.figures.selection import Selection
from indicators.ui.shared import files, query
from indicators.ui.shared.descriptions import ABOUT, PARAMETERS

FOLDER = Path(__file__).parent
DATA = FOLDER.parent / "data"
MADE = re.compile(r"(<!-- made by docs/generate\.py: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "check": ("check data",),
    "new": (),
    "workbook": ("workbook data catalogue.xlsx", "workbook data catalogue.xlsx --back"),
    "list": ("list --source c4ads", "list --search containers --format csv", "list --record --format json"),
    "show": ("show munitions-shipped",),
    "derive": ("derive --format csv",),
    "compare": (
        "compare munitions-shipped over munitions-shipped.period",
        "compare containers-2024-08 plus containers-2024-03",
    ),
    "verdicts": ("verdicts",),
    "columns": ("columns",),
    "report": ("report report.html --source c4ads --units us",),
    "site": (),
    "bundle": ("bundle c4ads.zip --source c4ads",),
    "audit": (),
    "quote": (),
    "numbers": (),
    "serve": (),
}
"""Examples of each command, without the name of the program. A test runs them."""


def pages() -> dict[str, str]:
    """The text of every page with a part that is made here, by its path below ``docs/``."""
    written = {path: path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.md"))}
    made = {
        str(path.relative_to(FOLDER)): MADE.sub(
            lambda match: match[1] + "\n".join(["", *PARTS[match[2]](), match[3]]), text
        )
        for path, text in written.items()
        if MADE.search(text)
    }
    return {**made, "columns.md": dictionary.columns_document(descriptor.read(DATA))}


def _commands() -> Iterator[str]:
    program = parser()
    # argparse has no public way to list what a parser takes.
    (commands,) = (action for action in program._actions if isinstance(action, argparse._SubParsersAction))
    summaries = {choice.dest: choice.help or "" for choice in commands._choices_actions}
    for name, command in commands.choices.items():
        yield from [f"## {name}", "", f"{summaries[name]}.", ""]
        options = list(_options(command))
        yield from _table(("argument", "meaning"), options) if options else []
        if EXAMPLES[name]:
            yield from ["```sh", *(f"python -m indicators {example}" for example in EXAMPLES[name]), "```", ""]


def _options(command: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    for action in command._actions:
        if action.dest in ("help", "version"):
            continue
        values = "|".join(map(str, action.choices)) if action.choices else str(action.metavar or "")
        name = " ".join(filter(None, (*action.option_strings[-1:], values if action.nargs != 0 else "")))
        if not action.option_strings and action.nargs == "?":
            name = f"[{name}]"
        yield f"`{name}`".replace("|", "\\|"), action.help or ""


def _files() -> Iterator[str]:
    rows = []
    for path, file in files.FILES.items():
        shown = re.sub(r"\{\w+\}", "ID" if "figures" in path else "NAME", path)
        parameters = [*(["the selection"] if file.selects else []), *(f"`{name}`" for name in file.options)]
        rows.append(
            (f"`{shown}`", ABOUT[path], ", ".join(parameters) or "none", f"`{file.media_type.partition(';')[0]}`")
        )
    yield from _table(("address", "content", "parameters", "media type"), rows)


def _parameters() -> Iterator[str]:
    names = [*(field.name for field in fields(Selection)), *query.OPTIONS]
    values = {name: ", ".join(f"`{value}`" for value in query.OPTIONS.get(name, ())) for name in names}
    rows = ((f"`{name}`", PARAMETERS[name], values[name]) for name in names)
    yield from _table(("parameter", "meaning", "values"), rows)


def _vocabularies() -> Iterator[str]:
    heads = (f"[{name}]({address})" for name, address in vocabularies.VOCABULARIES.items())
    rows = (
        (f"`{column}`", *(f"`{name}`" if name else "" for name in names))
        for column, names in vocabularies.ELSEWHERE.items()
    )
    yield from _table(("column", *heads), rows)


def _tables() -> Iterator[str]:
    for table in descriptor.read(DATA).tables.values():
        yield from [f"## {table.path}", "", table.description, ""]
        rows = ((f"`{one.name}`", _type(one), _escaped(one.description), _values(one, table)) for one in table.fields)
        yield from _table(("column", "type", "meaning", "values"), rows)


def _type(field: Field) -> str:
    kind = f"list (`{field.delimiter}`)".replace("|", "\\|") if field.type == "list" else field.type
    return f"{kind}, required" if field.required else kind


def _values(field: Field, table: Table) -> str:
    if field.references == COLUMNS:
        return f"columns of `{table.path}`"
    if field.references:
        return f"ids of `{field.references}.csv`"
    if field.type == "boolean":
        return f"`{field.true[0]}`, `{field.false[0]}`"
    return ", ".join(f"`{value}`" for value in field.enum)


def _rules() -> Iterator[str]:
    yield from _table(("rule", "looks at", "result", "example"), (map(_escaped, row) for row in TABLE))


def _decisions() -> Iterator[str]:
    for path in sorted((FOLDER / "decisions").glob("2*.md")):
        title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        yield f"- {path.name[:10]} [{title}]({path.name})"
    yield ""


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    columns = list(head)
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", " ".join(text.split()))


PARTS: Mapping[str, Callable[[], Iterable[str]]] = {
    "commands": _commands,
    "files": _files,
    "parameters": _parameters,
    "vocabularies": _vocabularies,
    "tables": _tables,
    "rules": _rules,
    "decisions": _decisions,
}
"""What makes each part."""


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
