"""Problems of a catalogue and the exceptions of the library; their text says what to do."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

_MOST_CHARACTERS = 1_000
"""Of each part of a problem: what was found, what was expected, what to do."""
_SIMILAR = 0.65  # with difflib's own default of 0.6, "count" would be a suggestion for "month"


def nearest(word: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Up to `limit` known words similar to the given word, the most similar first.

    A known word is similar if most of its letters are the same, whatever their case, or if it contains the given word
    (*ton* in *metric_ton*); a given word of two letters has to stand at its start. Each call compares every known word:
    call it once for each distinct unknown word, not for each row.
    """
    given = word.casefold()
    matcher = difflib.SequenceMatcher(b=given, autojunk=False)
    scores: dict[str, float] = {}
    for candidate in known:
        folded = candidate.casefold()
        matcher.set_seq1(folded)
        contained = given in folded if len(given) >= 3 else len(given) == 2 and folded.startswith(given)
        if contained or (matcher.real_quick_ratio() >= _SIMILAR and matcher.quick_ratio() >= _SIMILAR):
            score = matcher.ratio()
            if contained or score >= _SIMILAR:
                scores[candidate] = score
    return tuple(nlargest(limit, scores, key=lambda candidate: scores[candidate]))


def did_you_mean(suggestions: Iterable[str]) -> str:
    """'did you mean "a", "b" or "c"?'; empty without suggestions."""
    quoted = [f'"{suggestion}"' for suggestion in suggestions]
    if not quoted:
        return ""
    *others, last = quoted
    return f"did you mean {', '.join(others)} or {last}?" if others else f"did you mean {last}?"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One problem in a catalogue: its place, what was found there and what was expected.

    `line` counts from 1, the header being line 1; `line` and `column` are None if the problem concerns a whole file.
    `row` is the id of the row, empty where it has none.
    """

    file: str
    line: int | None = None
    column: str | None = None
    found: str
    expected: str
    advice: str = ""
    row: str = ""

    def __post_init__(self) -> None:
        for name in ("found", "expected", "advice"):
            text = getattr(self, name)
            if len(text) > _MOST_CHARACTERS:
                object.__setattr__(self, name, f"{text[:_MOST_CHARACTERS]}…")

    @property
    def message(self) -> str:
        """'found …; expected …; advice', without the place."""
        advice = f"; {self.advice}" if self.advice else ""
        return f"found {self.found}; expected {self.expected}{advice}"

    def __str__(self) -> str:
        line = f":{self.line}" if self.line is not None else ""
        column = f" {self.column}:" if self.column is not None else ""
        return f"{self.file}{line}:{column} {self.message}"


class IndicatorsError(Exception):
    """Base class of all errors that this library raises on purpose; the text is one sentence for the user."""


class CatalogueError(IndicatorsError):
    """A catalogue with `problems`; the text has one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class UnknownIdError(IndicatorsError):
    """An unknown id: `what` it should name ("source"), the id as `given`, and the `nearest` known ids."""

    def __init__(self, what: str, given: str, nearest: Iterable[str] = ()) -> None:
        self.what = what
        self.given = given
        self.nearest = tuple(nearest)
        super().__init__(self.what, self.given, self.nearest)

    def __str__(self) -> str:
        advice = did_you_mean(self.nearest)
        return f'no {self.what} "{self.given}"' + (f"; {advice}" if advice else "")


class DamagedListError(UnknownIdError):
    """A list of ids, written short, that names no ids of this catalogue: `what` they are ("source") and the `given`."""

    def __init__(self, what: str, given: str) -> None:
        super().__init__(what, given)

    def __str__(self) -> str:
        return (
            f"the list of {self.what}s in this address is damaged, or one of them is no longer there; choose them again"
        )


class UnitError(IndicatorsError):
    """A unit that cannot be used: the `reason`, the `unit` as given, and the `nearest` listed units."""

    def __init__(self, reason: str, unit: str, nearest: Iterable[str] = ()) -> None:
        self.reason = reason
        self.unit = unit
        self.nearest = tuple(nearest)
        super().__init__(self.reason, self.unit, self.nearest)

    def __str__(self) -> str:
        advice = did_you_mean(self.nearest)
        return self.reason + (f"; {advice}" if advice else "")
