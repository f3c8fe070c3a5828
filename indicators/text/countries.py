"""Countries by their names in English, with their codes (ISO 3166-1)."""

from collections.abc import Mapping
from functools import cache

from indicators.text.word_table import table


@cache
def _codes() -> Mapping[str, str]:
    """The code of each country by its names, in small letters."""
    return {name.casefold(): code for code, names in table("country_codes.txt").items() for name in names}


def country_code(name: str) -> str:
    """The code of a country in three letters (alpha-3); empty where ISO 3166 has none for the name."""
    return _codes().get(name.strip().casefold(), "")
