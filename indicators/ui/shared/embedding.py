"""Who may show a figure or a chart in a frame of a page of their own, and the line of HTML that does it."""

import logging
import os
import re
from functools import cache

from indicators import markup
from indicators.text.sentences import in_quotes

EMBED = "INDICATORS_EMBED"
"""Environment variable: *on* (any page may embed), *off*, or the origins of the pages that may, with blanks between."""

_LOG = logging.getLogger("indicators")
_ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9.-]+(:[0-9]{1,5})?", re.IGNORECASE)


def ancestors() -> str:
    """The pages that may embed, as `frame-ancestors` of a Content-Security-Policy names them; empty where none may."""
    return _ancestors(os.environ.get(EMBED, "on"))


@cache
def _ancestors(setting: str) -> str:
    if setting.strip().lower() in ("on", "off"):
        return "*" if setting.strip().lower() == "on" else ""
    named = setting.replace(",", " ").split()
    wrong = [name for name in named if not _ORIGIN.fullmatch(name)]
    if wrong:
        _LOG.warning("%s: %s is no origin such as https://example.org.", EMBED, ", ".join(map(in_quotes, wrong)))
    return " ".join(name for name in named if name not in wrong)


def frame(address: str, title: str, width: int, height: int) -> str:
    """The HTML of a frame that shows the page at an address, never wider than its surroundings."""
    return str(
        markup.element(
            "iframe",
            src=address,
            title=title,
            width=str(width),
            height=str(height),
            style="border:1px solid #ccc;max-width:100%",
            loading="lazy",
        )
    )
