"""The browser of the browser tests: found here, and installed when this file is run as a script."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
ABSENT = (
    "The browser tests need Chromium or Chrome: none that runs was found and none could be installed. "
    "Put one on PATH, or its path in the environment variable CHROMIUM."
)
NO_DRIVER = (
    "The browser tests need Playwright's driver, which does not start; "
    "on Debian and Ubuntu it wants apt-get install libatomic1."
)
SECONDS_TO_ANSWER = 60
SECONDS_TO_INSTALL = 600


def find() -> str | None:
    """Path of a browser that runs: what CHROMIUM names and nothing else, or on PATH, or Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named if _runs(named) else None
    present = [*filter(None, map(shutil.which, NAMES)), *filter(os.path.exists, APPLICATIONS)]
    return next(filter(_runs, present), None) or _playwrights_own()


def _runs(*program: str) -> bool:
    """Whether it answers; Ubuntu's package of the browser is a stand-in that asks for a snap."""
    try:
        answer = subprocess.run([*program, "--version"], timeout=SECONDS_TO_ANSWER, capture_output=True, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _driver_runs() -> bool:
    return _runs(sys.executable, "-m", "playwright")


def _playwrights_own() -> str | None:
    if not _driver_runs():
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() and _runs(path) else None


def install() -> None:
    """Install what is missing: the system's packages where that is allowed, else Playwright's own browser."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        _try("apt-get", "update", "-qq")
        _try("apt-get", "install", "-y", "-qq", "chromium", "libatomic1")
    if not find():
        _try(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")


def _try(*command: str) -> None:
    """Run to its end or its time; whether it helped shows in what is found afterwards."""
    print("For the browser tests:", *command, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, timeout=SECONDS_TO_INSTALL, env=environment, stdout=subprocess.DEVNULL, check=False)
    except subprocess.TimeoutExpired:
        print(f"not finished within {SECONDS_TO_INSTALL} seconds", file=sys.stderr)


def main() -> str | None:
    """What is still missing after it was looked for and, unless CHROMIUM names a browser, installed."""
    if not (_driver_runs() and find()) and "CHROMIUM" not in os.environ:
        install()
    if not _driver_runs():
        return NO_DRIVER
    return None if find() else ABSENT


if __name__ == "__main__":
    sys.exit(main())
