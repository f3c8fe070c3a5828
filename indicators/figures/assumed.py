"""What the editor inferred of a date that the document does not print whole."""

from collections.abc import Collection

ASSUMED = "assumed"
YEAR_ASSUMED = "year assumed"


def assumed(inferred: Collection[str], column: str) -> str:
    """How much of a date is not printed: *assumed*, *year assumed*, or nothing.

    ``inferred`` is that of the row, ``column`` the name of the date.
    """
    if column in inferred:
        return ASSUMED
    return YEAR_ASSUMED if f"{column}.year" in inferred else ""
