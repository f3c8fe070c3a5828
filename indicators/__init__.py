"""A catalogue of published figures, each kept with its bound, unit, source, period and caveats."""

__version__ = "0.1.0"
