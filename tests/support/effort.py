"""How much a test tries: a part in `make test`, everything in `make test-all`."""

import os
from collections.abc import Sequence
from typing import Any

import pytest

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


def examples(count: int) -> int:
    """The number of examples that Hypothesis tries: `count`, or ten times as many."""
    return 10 * count if ALL else count
