"""Where the files of the package lie."""

from pathlib import Path

PACKAGE = Path(__file__).parent
"""The folder `indicators/`."""

CHECKOUT = PACKAGE.parent
"""The folder that holds `app.py`, `pages/` and `data/`."""
