"""Problems of a catalogue as lines for a terminal: those of one column and kind together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from indicators.errors import Problem
from indicators.text.counted import number_of

_MOST_OF_A_KIND = 10
"""Lines for one column and one expectation; the format JSON of `check` has every problem."""
_MOST_NAMED = 4
"""Rows of a line that are named by their ids."""


def problem_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """A line for each problem with its line and row, one for all of the same message in a column, at last their number.

    *observations.csv: indicator: found an empty cell; expected a value, in 66 rows (2 to 67)*.
    """
    alike: dict[tuple[str, str | None, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.file, problem.column, problem.message), []).append(problem)
    shown: Counter[tuple[str, str | None, str]] = Counter()
    left: Counter[tuple[str, str | None, str]] = Counter()
    for same in alike.values():
        kind = (same[0].file, same[0].column, same[0].expected)
        shown[kind] += 1
        if shown[kind] > _MOST_OF_A_KIND:
            left[kind] += len(same)
        else:
            yield _line(same)
    for (file, column, _), count in left.items():
        more = number_of(count, "more problem")
        yield f"{file}:{f' {column}:' if column else ''} {more} of this kind; `check --format json` lists all of them"
    total = sum(map(len, alike.values()))
    if total > 1:
        yield f"{total:,} problems"


def problem_line(problem: Problem) -> str:
    """A problem with its line and, in brackets, the id of its row: *observations.csv:18 (beds): unit: found …*."""
    line = f":{problem.line}" if problem.line is not None else ""
    row = f" ({problem.row})" if problem.row else ""
    return f"{problem.file}{line}{row}:{_column(problem)} {problem.message}"


def _line(same: Sequence[Problem]) -> str:
    first = same[0]
    if len(same) == 1 or first.line is None:
        return problem_line(first)
    named = [f"{problem.line} {problem.row}".strip() for problem in same]
    rows = ", ".join(named if len(same) <= _MOST_NAMED else _ranges([problem.line or 0 for problem in same]))
    return f"{first.file}:{_column(first)} {first.message}, in {len(same):,} rows ({rows})"


def _column(problem: Problem) -> str:
    return f" {problem.column}:" if problem.column is not None else ""


def _ranges(lines: Sequence[int]) -> list[str]:
    """Lines in words, those in a row together: *2 to 67*, *70*."""
    runs: list[list[int]] = []
    for line in sorted(lines):
        if runs and line <= runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    words = [str(first) if first == last else f"{first} to {last}" for first, last in runs]
    return words if len(words) <= _MOST_OF_A_KIND else [*words[:_MOST_OF_A_KIND], "and others"]
