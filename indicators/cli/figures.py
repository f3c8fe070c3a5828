"""The commands that print figures: `list`, `show`, `derive`, `compare` and `verdicts`. Each returns its exit status."""

import sys
import textwrap
from collections.abc import Iterator

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.cli.options import Options, catalogue, selection
from indicators.cli.terminal import show
from indicators.combine.compare import compare, compare_all
from indicators.combine.derived import derived_among, temptations_among, verdict_against
from indicators.combine.verdict import Verdict, verdict_table
from indicators.errors import IndicatorsError
from indicators.export import derived_table, figure_table, json_rows, workbooks, writers
from indicators.export.figure_columns import in_version
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.figure_fields import figure_fields
from indicators.figures.selection import figures_in_scope, select
from indicators.figures.summary import full_title
from indicators.measure.period import NOT_STATED

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
    "vintage": "vintage",
    "updates": "updates",
    "document": "stands in",
    "note": "note",
    "citation": "cite",
}
"""Fields of a figure that `show` prints, in order, each with its short label."""


def list_figures(options: Options) -> int:
    """Prints the figures of a selection, as a table or as a download."""
    loaded = catalogue(options)
    rows = select(loaded, selection(loaded, options))
    if options.format == "json":
        print(writers.to_json(json_rows.figure_rows(loaded, rows, options.column_version)))
    elif options.format != "table":
        _print_table(options, workbooks.FIGURES, figure_table.table(loaded, rows), rows, loaded)
    else:
        lines = [("ID", "FIGURE", "WHAT", "SOURCE", "PERIOD")]
        lines += [
            (figure.id, figure.phrase, full_title(figure), figure.source_short, figure.period)
            for figure in figures_of(loaded, rows)
        ]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            show("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    return 0


def show_figure(options: Options) -> int:
    """Prints one figure with all its fields."""
    loaded = catalogue(options)
    rows = loaded.rows(options.id)
    if options.format == "json":
        (row,) = json_rows.figure_rows(loaded, rows, options.column_version)
        print(writers.to_json(row))
    else:
        (figure,) = figures_of(loaded, rows)
        show(_in_full(figure))
    return 0


def derive_figures(options: Options) -> int:
    """Prints the derived figures with their working, then the refused combinations with the reasons."""
    loaded = catalogue(options)
    rows = figures_in_scope(loaded, record=options.record)
    if options.format == "json":
        print(writers.to_json(json_rows.derived_rows(loaded, rows, options.column_version)))
    elif options.format != "table":
        _print_table(options, workbooks.DERIVED, derived_table.table(loaded, rows), rows, loaded)
    else:
        for figure in derived_among(loaded, rows):
            lines = (*figure.working, *_against(loaded, figure.id))
            _print_block(f"{figure.id}: {figure.phrase} ({figure.verdict})", lines)
        for temptation in temptations_among(loaded, rows):
            _print_block(f"{temptation.id}: {temptation.verdict.verdict}", temptation.verdict.refusals)
    return 0


def compare_figures(options: Options) -> int:
    """Prints the verdict on two figures, its working and its reasons; a refusal is an answer, with status 0."""
    verdict = compare(catalogue(options), options.a, options.operation, options.b)
    if options.format == "json":
        print(writers.to_json(_as_object(verdict)))
        return 0
    show(f"{verdict.verdict}: {verdict.answer}" if verdict.answer else verdict.verdict)
    for line in verdict.working:
        show(f"    {line}")
    for reason in verdict.reasons:
        values = " / ".join(filter(None, (reason.left, reason.right)))
        values = f" ({values})" if values else ""
        show(f"- [{reason.rule}] {reason.text}{values}")
    for assumption in verdict.assumptions:
        show(f"assumes: {assumption.text}")
    return 0


def print_verdicts(options: Options) -> int:
    """Prints the verdict on every pair of figures as CSV."""
    loaded = catalogue(options)
    rows = figures_in_scope(loaded, record=options.record)
    sys.stdout.buffer.write(writers.to_csv(in_version(options.column_version, compare_all(loaded, list(rows["id"])))))
    return 0


def _print_table(options: Options, sheet: str, table: pd.DataFrame, rows: pd.DataFrame, loaded: Catalogue) -> None:
    """Prints a table of the rows, or of what follows from them, as CSV or as a workbook."""
    table = in_version(options.column_version, table)
    if options.format == "csv":
        content = writers.to_csv(table)
    elif sys.stdout.isatty():
        raise IndicatorsError(f"a workbook is no text; type: indicators {options.command} --format xlsx > figures.xlsx")
    else:
        content = workbooks.workbook(loaded, sheet, lambda: [table], rows)
    sys.stdout.buffer.write(content)


def _against(loaded: Catalogue, derived_id: str) -> Iterator[str]:
    """What a derived figure is set against, whether the two agree, and what that takes."""
    verdict = verdict_against(loaded, derived_id)
    if verdict is not None:
        yield f"set against {verdict.right}; {verdict.answer or ' '.join(verdict.refusals)}"
        yield from (f"only if: {assumption.text}" for assumption in verdict.assumptions)


def _print_block(first: str, lines: tuple[str, ...]) -> None:
    show("\n".join([first, *(f"    {line}" for line in lines), ""]))


def _as_object(verdict: Verdict) -> dict[str, object]:
    (row,) = writers.row_objects(verdict_table([verdict]))
    reasons = [
        {
            "rule": reason.rule,
            "effect": reason.effect,
            "text": reason.text,
            "left": reason.left,
            "right": reason.right,
        }
        for reason in verdict.reasons
    ]
    assumptions = [{"id": assumption.id, "text": assumption.text} for assumption in verdict.assumptions]
    return {**row, "reasons": reasons, "assumptions": assumptions, "working": list(verdict.working)}


def _in_full(figure: Figure) -> str:
    texts = {field.name: field.text for field in figure_fields(figure)}
    texts |= {
        "via": ", ".join(figure.via),
        "updates": f"{figure.update_words} ({figure.updates})" if figure.updates else "",
        "document": f"{figure.document_title}, {figure.locator or NOT_STATED}",
        "citation": figure.citation,
    }
    lines = [figure.phrase, full_title(figure), ""]
    for name, label in _SHOW_LABELS.items():
        lines += textwrap.wrap(texts[name], 100, initial_indent=f"{label:<12}", subsequent_indent=" " * 12)
    lines += ["", "Before you quote this:"] if figure.caveats else []
    for caveat in figure.caveats:
        lines += textwrap.wrap(f"{caveat.text} [{caveat.origin}]", 100, initial_indent="- ", subsequent_indent="  ")
    return "\n".join(lines)
