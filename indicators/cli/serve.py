"""The command `serve`: the dashboard, in this process, until it is stopped."""

import importlib.util
import os
import runpy
import sys
from pathlib import Path

from indicators.cli.options import Options, folder
from indicators.paths import APP, DATA_VARIABLE


def serve(options: Options) -> int:
    """Runs `streamlit run` on the dashboard with the flags that were given.

    Settings come from `.streamlit/config.toml` beside `app.py`. Raises ModuleNotFoundError where the extra for the
    dashboard is not installed.
    """
    for module in ("streamlit", "altair", "vl_convert"):
        if importlib.util.find_spec(module) is None:
            raise ModuleNotFoundError(name=module)
    try:
        Path.home()
    except RuntimeError:  # no HOME, and a user without a name: Streamlit would not start
        os.environ["HOME"] = str(APP.parent)
    os.environ[DATA_VARIABLE] = str(folder(options).resolve())
    sys.argv = ["streamlit", "run", str(APP), *options.flags]
    runpy.run_module("streamlit", run_name="__main__")
    return 0
