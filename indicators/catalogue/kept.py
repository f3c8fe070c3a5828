"""Results that are kept in the catalogue they are of, and go when it goes.

A cache of a module would keep every catalogue alive that a server has ever shown, up to the number of its entries.
"""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import cached_property, lru_cache, partial, wraps
from threading import Lock
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar


class KeepsResults:
    """What keeps results of functions of itself."""

    @cached_property
    def results(self) -> dict[Callable[..., Any], Callable[..., Any]]:
        """For each function the same function of this object, with its results."""
        return {}


_Owner = TypeVar("_Owner", bound=KeepsResults)
_Rest = ParamSpec("_Rest")
_Result = TypeVar("_Result")
_Function = Callable[Concatenate[_Owner, _Rest], _Result]


def kept(most: int | None = None) -> Callable[[_Function[_Owner, _Rest, _Result]], _Function[_Owner, _Rest, _Result]]:
    """Decorator of a function of a catalogue that keeps its last results there, ``most`` at most.

    The arguments have to be hashable. A result is made once, however many threads ask for it.
    """

    def keep(function: _Function[_Owner, _Rest, _Result]) -> _Function[_Owner, _Rest, _Result]:
        @wraps(function)
        def with_results(owner: _Owner, /, *arguments: _Rest.args, **named: _Rest.kwargs) -> _Result:
            known = owner.results.get(function)
            if known is None:
                make = _Once(partial(function, owner))
                known = owner.results.setdefault(function, lru_cache(maxsize=most)(make))
            result: _Result = known(*arguments, **named)
            return result

        return with_results

    return keep


class _Once(Generic[_Result]):
    """A function that runs once for all threads that ask for the same at the same time."""

    def __init__(self, function: Callable[..., _Result]) -> None:
        self._function = function
        self._running: dict[Hashable, Future[_Result]] = {}
        self._lock = Lock()

    def __call__(self, *arguments: Hashable, **named: Hashable) -> _Result:
        key = arguments, tuple(named.items())
        with self._lock:
            running = self._running.get(key)
            future = self._running.setdefault(key, Future())
        if running is None:
            try:
                future.set_result(self._function(*arguments, **named))
            except BaseException as error:
                future.set_exception(error)
            finally:
                del self._running[key]
        return future.result()
