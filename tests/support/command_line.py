"""The command line as a process."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.places import ROOT


def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name != "INDICATORS_DATA"}
    return subprocess.run(
        [sys.executable, "-m", "indicators", *arguments],
        cwd=cwd,
        env=known | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
