"""The settings of the theme, which Streamlit reads from its configuration for the first message of every run.

There are two hundred of them in six sections: reading them takes a quarter of what a run costs the thread that serves
all readers.
"""

import importlib
from collections.abc import Callable
from functools import cache
from typing import Any

from indicators.ui.shared.hooks import Hook, has

THEME = Hook(
    name="streamlit.runtime.app_session._populate_theme_msg and streamlit.config.on_config_parsed",
    purpose="reading the settings of the theme once, instead of at each run of a page",
    without="each run of a page takes the server a little longer",
    is_there=lambda: (
        has("streamlit.runtime.app_session", "_populate_theme_msg") and has("streamlit.config", "on_config_parsed")
    ),
)


def keep() -> None:
    """Has Streamlit read the settings of the theme once, and again when its file of settings has changed."""
    if not THEME.available():
        return
    session: Any = importlib.import_module("streamlit.runtime.app_session")
    read = session._populate_theme_msg

    @cache
    def known(kind: Callable[[], Any], section: str) -> Any:
        theme = kind()
        read(theme, section)
        return theme

    def fill(theme: Any, section: str = "theme") -> None:
        settings = known(theme.__class__, section)
        if settings.ByteSize():  # to merge an empty message would say that there is one
            theme.MergeFrom(settings)

    session._populate_theme_msg = fill
    importlib.import_module("streamlit.config").on_config_parsed(known.cache_clear, force_connect=True)
