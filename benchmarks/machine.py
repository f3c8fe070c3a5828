"""What the measurements were made on and with."""

import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("streamlit", "pandas", "pyarrow", "pint", "duckdb", "panel", "dash", "datasette")


def describe(browser: str) -> dict[str, str]:
    """The machine, the interpreter, the browser and the versions that count, in words."""
    commit = ""
    if shutil.which("git"):
        answer = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False)
        commit = answer.stdout.strip()
    return {
        "processor": f"{_processor()}, {len(os.sched_getaffinity(0))} cores",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "load": f"{os.getloadavg()[1]:.1f} on average over the five minutes before the end",
        "python": platform.python_version(),
        "browser": browser,
        "packages": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
        "commit": commit,
        "command": " ".join(["python", "benchmarks", *sys.argv[1:]]),
    }


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text().splitlines() if file.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
