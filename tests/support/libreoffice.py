"""LibreOffice with a profile of its own; at the end nothing of it is left."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support.programs import program

_SECONDS = 180
"""Seconds that LibreOffice may take for one file."""


@contextmanager
def libreoffice(profile: Path, language: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """LibreOffice without a window, in this language (`en-US`, `de`); `profile` is a folder that nothing else uses.

    It starts further processes, which outlive it where one of them hangs: in the end all of them are killed.
    """
    soffice = program("soffice", "libreoffice-calc-nogui", "libreoffice-l10n-de", "python3-uno")
    office = subprocess.Popen(
        [
            *(soffice, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"),
            *(f"--language={language}", *arguments),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield office
    finally:
        with suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)
        office.wait()


def convert(file: Path, form: str, folder: Path, language: str) -> Path:
    """The file that LibreOffice makes in `folder`, in a form such as *csv:Text - txt - csv (StarCalc):44,34,76*."""
    out = folder / language
    profile = folder / f"profile-{language}"
    with libreoffice(profile, language, "--convert-to", form, "--outdir", str(out), str(file)) as office:
        assert office.wait(_SECONDS) == 0
    (converted,) = out.iterdir()
    return converted


def run_script(script: str, folder: Path, language: str, *arguments: str) -> None:
    """Runs Python code that talks to LibreOffice (UNO): its arguments are the name of the pipe, then `arguments`."""
    pipe = f"{folder.name}-{os.getpid()}-{language}"
    with libreoffice(folder / "profile", language, f"--accept=pipe,name={pipe};urp;"):
        subprocess.run(["/usr/bin/python3", "-c", script, pipe, *arguments], check=True, timeout=_SECONDS)
