"""Where files lie: those of the package, those that start the dashboard, and the catalogue."""

import os
from pathlib import Path

PACKAGE = Path(__file__).parent
"""The folder `indicators/`."""

_PACKED = PACKAGE / "dashboard"
DASHBOARD = _PACKED if _PACKED.is_dir() else PACKAGE.parent
"""The folder with `app.py`, `pages/` and `.streamlit/`: the checkout, or `dashboard/` in an installed wheel."""

APP = DASHBOARD / "app.py"
"""The file that `streamlit run` is given."""

PAGES = DASHBOARD / "pages"
"""The pages of the dashboard, a Python file each."""

SHIPPED = DASHBOARD / "data"
"""The catalogue of the checkout; a wheel has none."""

DATA_VARIABLE = "INDICATORS_DATA"
"""Environment variable that names the catalogue's folder."""


def catalogue_folder(named: str | None = None, *, default: Path = Path("data")) -> Path:
    """The catalogue's folder, which need not exist: as `named`, else as INDICATORS_DATA says, else the default."""
    return Path(named or os.environ.get(DATA_VARIABLE) or default)
