"""How much a test tries: a part in `make test`, everything in `make test-all`."""

import os
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

import pytest

T = TypeVar("T")

ALL = "INDICATORS_TEST_ALL" in os.environ

_VIEWS = ((1440, "light"), (390, "dark"), (1440, "dark"), (390, "light"))
VIEWS = [pytest.param(*view, marks=[pytest.mark.external] if view in _VIEWS[2:] else []) for view in _VIEWS]
"""The width and colour scheme of a page: each width and each scheme once, and all of both."""


def in_views(pages: Sequence[str]) -> list[Any]:
    """Each page with width and colour scheme: wide and light or narrow and dark by turns, and all of both."""
    return [
        pytest.param(page, *view, marks=[] if view == _VIEWS[number % 2] else [pytest.mark.external])
        for number, page in enumerate(pages)
        for view in _VIEWS
    ]


def part(cases: Iterable[T], count: int) -> list[T]:
    """The cases that a test tries: the first, the last and others evenly between them, `count` in all; or every one."""
    every = list(cases)
    if ALL or len(every) <= count:
        return every
    return [every[number * (len(every) - 1) // (count - 1)] for number in range(count)]


def one_of_each(cases: Iterable[T], kind: Callable[[T], Hashable]) -> list[Any]:
    """The cases as parameters: the first of each kind, and all of them."""
    seen: set[Hashable] = set()
    parameters = []
    for case in cases:
        marks = [pytest.mark.external] if kind(case) in seen else []
        seen.add(kind(case))
        parameters.append(pytest.param(case, marks=marks))
    return parameters


def examples(count: int) -> int:
    """The number of examples that Hypothesis tries: `count`, or ten times as many."""
    return 10 * count if ALL else count
