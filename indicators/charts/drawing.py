"""Vega-Lite as SVG and SVG as PNG: drawn by vl-convert, in this process or in one of its own.

vl-convert holds the interpreter's lock while it draws, most of a second when it draws for the first time: nothing else
in a process goes on meanwhile. A server therefore leaves it to another process, which also is the only one that ends
where a drawing ends its process.
"""

import json
import subprocess
import sys
from base64 import b64decode
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

_WORKER = Path(__file__).with_name("drawing_worker.py")
_ATTEMPTS = 2
"""How often a drawing is tried: an idle process ends, which may be when it is asked."""


def to_svg(spec: dict[str, Any], config: dict[str, Any]) -> str:
    """A Vega-Lite specification as SVG; raises ValueError where it cannot be drawn."""
    return _draw("vegalite_to_svg", vl_spec=spec, config=config, allowed_base_urls=[]).decode()


def to_png(image: str, scale: float) -> bytes:
    """An SVG image as PNG, with ``scale`` pixels for each of its own; raises ValueError where it cannot be drawn."""
    return _draw("svg_to_png", svg=image, scale=scale)


class DrawingProcess:
    """A process that draws, one drawing at a time; started when it is needed, it ends when it is idle."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.running: subprocess.Popen[bytes] | None = None
        """None while it is not running, as far as is known."""

    def start(self) -> subprocess.Popen[bytes]:
        """Starts it, without waiting until it is ready; raises OSError where that is impossible."""
        self.running = subprocess.Popen([sys.executable, "-P", _WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self.running

    def end(self) -> None:
        """Ends it, if it is running."""
        process, self.running = self.running, None
        if process is not None:
            with suppress(OSError), process:
                process.kill()

    def draw(self, function: str, arguments: dict[str, Any]) -> bytes:
        """What this function of vl-convert answers; raises ValueError, and OSError where no process can be started."""
        request = json.dumps([function, arguments]).encode() + b"\n"
        with self._lock:
            answers = (self._answer(request) for _ in range(_ATTEMPTS))
            line = next(filter(None, answers), b'{"error": "the drawing takes too long, or ends its process"}')
        answer = json.loads(line)
        if "error" in answer:
            raise ValueError(answer["error"])
        return b64decode(answer["drawn"])

    def _answer(self, request: bytes) -> bytes:
        """A line with the answer; empty where the process ends before it has given one."""
        process = self.running or self.start()
        if process.stdin and process.stdout:
            with suppress(OSError):
                process.stdin.write(request)
                process.stdin.flush()
                if (line := process.stdout.readline()).endswith(b"\n"):
                    return line
        self.end()
        return b""


_process: DrawingProcess | None = None


def use_own_process() -> None:
    """From now on drawings are made in a process of their own."""
    global _process
    _process = DrawingProcess()


def start_own_process() -> None:
    """Starts that process before it is asked: its first drawing takes most of a second."""
    if _process is not None:
        with suppress(OSError):
            _process.start()


def end_own_process() -> None:
    """From now on drawings are made in this process."""
    global _process
    if _process is not None:
        _process.end()
    _process = None


def _draw(function: str, **arguments: Any) -> bytes:
    if _process is not None:
        with suppress(OSError):  # no further process is possible here
            return _process.draw(function, arguments)
    import vl_convert  # a large library, which only images need

    drawn: str | bytes = getattr(vl_convert, function)(**arguments)
    return drawn.encode() if isinstance(drawn, str) else drawn
