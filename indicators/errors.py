"""What can go wrong with a catalogue or a request, in words a reader can act on."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

_LIKE = 0.65  # difflib's own 0.6 takes "count" for a misspelt "month"


def nearest(word: str, known: Iterable[str], n: int = 3) -> tuple[str, ...]:
    """The known words most like this one, best first; none where none is like it.

    A word is like when most of its letters are, in any case, when it begins with the given word, or when it
    holds it (*ton* in *metric_ton*). One pass over `known`: ask once for an unknown word, not for each row.
    """
    given = word.casefold()
    matcher = difflib.SequenceMatcher(b=given, autojunk=False)
    scores: dict[str, float] = {}
    for candidate in known:
        folded = candidate.casefold()
        matcher.set_seq1(folded)
        holds = given in folded if len(given) >= 3 else len(given) == 2 and folded.startswith(given)
        if holds or (matcher.real_quick_ratio() >= _LIKE and matcher.quick_ratio() >= _LIKE):
            score = matcher.ratio()
            if holds or score >= _LIKE:
                scores[candidate] = score
    return tuple(nlargest(n, scores, key=lambda candidate: scores[candidate]))


def did_you_mean(suggestions: Iterable[str]) -> str:
    """'did you mean "a", "b" or "c"?', or nothing where there is no suggestion."""
    quoted = [f'"{suggestion}"' for suggestion in suggestions]
    if not quoted:
        return ""
    *others, last = quoted
    return f"did you mean {', '.join(others)} or {last}?" if others else f"did you mean {last}?"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One fault in a catalogue: where it stands, what was found and what was expected.

    `line` counts from 1, the header being line 1; `line` and `column` are None where a fault has none.
    """

    file: str
    line: int | None
    column: str | None
    found: str
    expected: str
    advice: str = ""

    @property
    def message(self) -> str:
        """'found …; expected …; advice', without where it stands."""
        advice = f"; {self.advice}" if self.advice else ""
        return f"found {self.found}; expected {self.expected}{advice}"

    def __str__(self) -> str:
        line = f":{self.line}" if self.line is not None else ""
        column = f" {self.column}:" if self.column is not None else ""
        return f"{self.file}{line}:{column} {self.message}"


class IndicatorsError(Exception):
    """Any error this library raises on purpose; its text is one clear sentence for the reader."""


class CatalogueError(IndicatorsError):
    """A catalogue that has problems, all of them; its text has one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class UnknownIdError(IndicatorsError):
    """An id that names nothing: `what` it should name ("source"), as `given`, and the `nearest` known ids."""

    def __init__(self, what: str, given: str, nearest: Iterable[str] = ()) -> None:
        self.what = what
        self.given = given
        self.nearest = tuple(nearest)
        super().__init__(self.what, self.given, self.nearest)

    def __str__(self) -> str:
        advice = did_you_mean(self.nearest)
        return f'no {self.what} "{self.given}"' + (f"; {advice}" if advice else "")


class UnitError(IndicatorsError):
    """A unit that cannot be used: why (`reason`), the `unit` as given, and the `nearest` listed names."""

    def __init__(self, reason: str, unit: str, nearest: Iterable[str] = ()) -> None:
        self.reason = reason
        self.unit = unit
        self.nearest = tuple(nearest)
        super().__init__(self.reason, self.unit, self.nearest)

    def __str__(self) -> str:
        advice = did_you_mean(self.nearest)
        return self.reason + (f"; {advice}" if advice else "")
