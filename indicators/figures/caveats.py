"""What must be known before a figure is used."""

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.text.counted import number_of


@dataclass(frozen=True, kw_only=True)
class Caveat:
    """A sentence to know before using a figure; ``origin`` says whether the document or the editor says it."""

    code: str
    text: str
    origin: str


def caveats_of(catalogue: Catalogue, codes: Iterable[str]) -> tuple[Caveat, ...]:
    """The caveats with these codes."""
    return tuple(
        Caveat(
            code=code,
            text=catalogue.text("caveats", code, "text"),
            origin=catalogue.text("caveats", code, "origin"),
        )
        for code in codes
    )


AT_ADDRESS = "at the last address"
"""Where a picture says that the rest is: the lines above may hold the addresses of documents."""


def further_caveats(count: int, where: str = "") -> str:
    """How many caveats there are besides those that are told: *And 6 more caveats.*; empty if there are none.

    ``where`` says where they are, such as AT_ADDRESS.
    """
    return f"And {number_of(count, 'more caveat')}{f', {where}' if where else ''}." if count > 0 else ""
