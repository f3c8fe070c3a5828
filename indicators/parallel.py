"""Work on columns done side by side: Arrow and NumPy let other threads work while they do."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")

MANY = 10_000
"""Rows from which on threads are worth their start."""


def side_by_side(make: Callable[[_Item], _Made], items: Iterable[_Item], *, many: bool) -> list[_Made]:
    """What is made of each item, in order; by several threads where there is `many` to do."""
    if not many:
        return list(map(make, items))
    with ThreadPoolExecutor() as pool:
        return list(pool.map(make, items))
