"""Writes `indicators/charts/fonts/widths.json` from the fonts beside it: run it when a font has changed.

The file maps each character of a font, by code point, to its advance width in the font's units.
"""

import json
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "indicators" / "charts" / "fonts"
FILE = FONTS / "widths.json"


def widths(name: str) -> dict[str, Any]:
    """Units per em of a font, and the advance width of each of its characters in these units."""
    with TTFont(FONTS / f"{name}.woff") as font:
        advances = {str(code): font["hmtx"][glyph][0] for code, glyph in sorted(font.getBestCmap().items())}
        return {"units_per_em": font["head"].unitsPerEm, "advances": advances}


def text() -> str:
    """The content of the file."""
    return json.dumps({name: widths(name) for name in ("regular", "bold")}, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
