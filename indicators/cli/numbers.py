"""The command `numbers`: the numbers of any text, as a table or as JSON."""

import sys
from collections.abc import Sequence
from pathlib import Path

from indicators.cli.options import Options
from indicators.cli.terminal import json_line, show
from indicators.errors import IndicatorsError
from indicators.text.numbers import NumberFound, as_json, read
from indicators.text.sentences import in_quotes
from indicators.text.unit_names import common, from_definitions


def print_numbers(options: Options) -> int:
    """Reads the text and prints its numbers; with `--lines` each line is a text of its own."""
    units = from_definitions(_content(options.units)) if options.units else common()
    text = _content(options.file)
    texts = text.removesuffix("\n").split("\n") if options.lines else [text]
    found = [read(line.rstrip("\r"), units) for line in texts]
    if options.format == "json":
        print(json_line([[as_json(number) for number in row] for row in found]))
    else:
        show(as_table(texts, found))
    return 0


def as_table(texts: Sequence[str], found: Sequence[Sequence[NumberFound]]) -> str:
    """A line for each number: its words, what it reads, its unit and kind; with several texts, the line of each."""
    several = len(texts) > 1
    rows: list[tuple[str, ...]] = [("LINE", "WORDS", "READS", "UNIT", "KIND")]
    for line, (text, row) in enumerate(zip(texts, found, strict=True), start=1):
        for number in row:
            words = in_quotes(" ".join(text[number.whole_start : number.whole_end].split()))
            rows.append((str(line), words, _reads(number), _unit(number), number.kind))
    if not several:
        rows = [row[1:] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _reads(number: NumberFound) -> str:
    if number.dates:
        return "/".join(number.dates)
    if number.order is not None:
        return f"order 10^{number.order}"
    if number.kind == "range":
        return f"{number.lower:,} to {number.upper:,}"
    if number.value is None:
        return ""
    qualifier = "" if number.qualifier == "unqualified" else f"{number.qualifier.replace('_', ' ')} "
    return f"{qualifier}{number.value:,}"


def _unit(number: NumberFound) -> str:
    unit = " or ".join(number.units[:3])
    return f"{unit}/{number.per}" if number.per else unit


def _content(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise IndicatorsError(f"{in_quotes(name)} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise IndicatorsError(f"{in_quotes(name)} is not UTF-8; save it as plain text in UTF-8") from None
