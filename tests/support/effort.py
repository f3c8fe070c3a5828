"""How much a test tries: a part in `make test`, everything in `make test-all`."""

import os

import pytest

ALL = "INDICATORS_TEST_ALL" in os.environ

VIEWS = [
    pytest.param(1440, "light", id="1440-light"),
    pytest.param(390, "dark", id="390-dark"),
    pytest.param(1440, "dark", id="1440-dark", marks=pytest.mark.external),
    pytest.param(390, "light", id="390-light", marks=pytest.mark.external),
]
"""The width and colour scheme of a page: each width and each scheme once, and all of both."""


def examples(count: int) -> int:
    """The number of examples that Hypothesis tries: `count`, or ten times as many."""
    return 10 * count if ALL else count
