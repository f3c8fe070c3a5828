"""A catalogue of published figures, each kept with its bound, unit, source, period and caveats.

The names of `__all__` are the library. Each is imported when it is first used, so that `import indicators` alone
imports no pandas.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indicators.api.answers import Verdict, compare, derive
    from indicators.api.audit import audit_text
    from indicators.api.catalogue import Catalogue, check, load
    from indicators.api.draft import quote
    from indicators.api.figures import Figure, Figures
    from indicators.errors import CatalogueError, IndicatorsError, UnitError, UnknownIdError
    from indicators.quoting.finding import Finding
    from indicators.text.numbers import NumberFound, numbers

__version__ = "0.2.0"

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Figure",
    "Figures",
    "Finding",
    "IndicatorsError",
    "NumberFound",
    "UnitError",
    "UnknownIdError",
    "Verdict",
    "__version__",
    "audit_text",
    "check",
    "compare",
    "derive",
    "load",
    "numbers",
    "quote",
]

_MODULES = {
    "indicators.api.answers": ("Verdict", "compare", "derive"),
    "indicators.api.audit": ("audit_text",),
    "indicators.api.catalogue": ("Catalogue", "check", "load"),
    "indicators.api.draft": ("quote",),
    "indicators.api.figures": ("Figure", "Figures"),
    "indicators.errors": ("CatalogueError", "IndicatorsError", "UnitError", "UnknownIdError"),
    "indicators.quoting.finding": ("Finding",),
    "indicators.text.numbers": ("NumberFound", "numbers"),
}
"""The names of each module."""


def __getattr__(name: str) -> Any:
    """A public name, imported now (PEP 562)."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
