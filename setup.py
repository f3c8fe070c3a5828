"""Adds to a wheel what stands beside the package: `app.py`, `pages/` and `.streamlit/`.

They are copied to `indicators/dashboard/`, where `indicators/paths.py` looks for them. An editable installation uses
those of the checkout.
"""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

DASHBOARD = Path("indicators", "dashboard")


class BuildWithDashboard(build_py):
    """Builds the package, and for a wheel adds the files that start the dashboard."""

    def run(self) -> None:
        """Copy all files into the build."""
        super().run()
        if not self.editable_mode:
            for path in (Path("app.py"), Path(".streamlit", "config.toml"), *sorted(Path("pages").glob("*.py"))):
                target = self.build_lib / DASHBOARD / path
                self.mkpath(str(target.parent))
                self.copy_file(str(path), str(target))


setup(cmdclass={"build_py": BuildWithDashboard})
