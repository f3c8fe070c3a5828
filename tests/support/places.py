"""Folders that the tests read."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
WARDS = ROOT / "tests" / "catalogues" / "wards"
JOBS = ROOT / "tests" / "catalogues" / "jobs"
EXAMPLES = ROOT / "examples"
"""The example catalogues of made-up documents."""
