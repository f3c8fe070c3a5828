"""The units of a catalogue in the code lists that other programs read: UCUM and UN/CEFACT Recommendation 20."""

import re

from indicators.catalogue.model import Catalogue

UCUM, UNCEFACT = "ucum", "uncefact"
"""Columns of ``unit_codes.csv``."""


def ucum(catalogue: Catalogue, unit: str) -> str:
    """The UCUM code of a unit, its own or made from the codes of its parts (*{bed}/d*); empty if a part has none."""
    if own := catalogue.text("unit_codes", unit, UCUM):
        return own
    match catalogue.units.parts(unit):
        case (name, operator, other):
            left, right = (catalogue.text("unit_codes", part, UCUM) for part in (name, other))
            if operator == "/" and re.search(r"[./]", right):
                right = f"({right})"
            return f"{left}{'.' if operator == '*' else '/'}{right}" if left and right else ""
    return ""


def uncefact(catalogue: Catalogue, unit: str) -> str:
    """The common code of UN/CEFACT for a unit; empty if the catalogue has none for the unit as a whole."""
    return catalogue.text("unit_codes", unit, UNCEFACT)
