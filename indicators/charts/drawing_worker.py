"""The program of a drawing process: reads what to draw, a line of JSON each, and answers each with a line of JSON.

It is run as a file and imports vl-convert alone, so that it is ready soon. It ends when nobody can ask any more, when
nobody has asked for IDLE seconds, which gives 80 MB back, and when a drawing takes longer than DRAWING seconds.
"""

import json
import os
import signal
import sys
from base64 import b64encode

IDLE, DRAWING = 300, 20

_SMALLEST = {"data": {"values": [{}]}, "mark": "point"}


def main() -> None:
    """Draws until the standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to every process: the one that asks decides
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what the library prints is no answer

    import vl_convert

    vl_convert.vegalite_to_svg(_SMALLEST)  # the first drawing takes most of a second, and nobody waits yet
    _end_after(IDLE)
    for line in sys.stdin.buffer:
        _end_after(DRAWING)
        function, arguments = json.loads(line)
        try:
            drawn = getattr(vl_convert, function)(**arguments)
        except ValueError as error:
            answer = {"error": str(error)}
        else:
            content = drawn.encode() if isinstance(drawn, str) else drawn
            answer = {"drawn": b64encode(content).decode()}
        json.dump(answer, answers)
        answers.write("\n")
        answers.flush()
        _end_after(IDLE)


def _end_after(seconds: int) -> None:
    """Ends the process after so many seconds, unless called again before: even where the library does not return."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        os._exit(0)  # whoever asked is gone, and what is left in the buffer has nowhere to go
