"""Output for people on a terminal."""

import json
import re
import sys
from contextlib import suppress
from typing import Any

from indicators import markup

_CONTROL = re.compile(f"[{markup.CONTROLS}{markup.DIRECTION_MARKS}]")


def show(text: str = "") -> None:
    """Prints the text; nothing in it can move the cursor, or turn round the direction of what stands beside it."""
    print(harmless(text))


def complain(text: str) -> None:
    """Prints the text to the output of errors, as `show` does; nothing where that is closed."""
    with suppress(OSError):
        print(harmless(text), file=sys.stderr)


def json_line(value: Any) -> str:
    """A value in JSON; characters that a terminal would obey are escaped."""
    return _CONTROL.sub(lambda sign: json.dumps(sign[0])[1:-1], json.dumps(value, ensure_ascii=False))


def write_any_character() -> None:
    """Lets outputs in an encoding with few characters, and names of files that are no text, be written at all."""
    for output in (sys.stdout, sys.stderr):
        if reconfigure := getattr(output, "reconfigure", None):
            reconfigure(errors="backslashreplace")


def harmless(text: str) -> str:
    """The text without characters that a terminal obeys."""
    return markup.replace_unprintable(text).replace("\r", markup.REPLACEMENT)
