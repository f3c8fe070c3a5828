"""Programs of other projects that a test of `make test-all` needs: found, or installed where that is allowed."""

import os
import shutil
import subprocess

import pytest

_SECONDS = 900


def program(name: str, *packages: str) -> str:
    """Path of a program, which Debian has in these packages; without them the test is skipped and says why."""
    if not shutil.which(name) and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
            subprocess.run(
                ["apt-get", "-qq", *arguments], env=environment, timeout=_SECONDS, capture_output=True, check=False
            )
    if not (found := shutil.which(name)):
        pytest.skip(f"{name} is missing; on Debian and Ubuntu: apt-get install {' '.join(packages)}")
    return found
