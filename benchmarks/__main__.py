"""Measures everything and writes the table: ``make bench``, or ``python benchmarks`` with its options."""

import argparse
import os
import signal
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))
os.environ["PYTHONPATH"] = str(FOLDER.parent)  # the processes that are measured import the library from here
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # and keep their bytecode, as everyone's do

import clicks  # noqa: E402
import commands  # noqa: E402
import machine  # noqa: E402
import memory  # noqa: E402
import reading  # noqa: E402
import scale  # noqa: E402
import scale_pages  # noqa: E402
import table  # noqa: E402
import viewers  # noqa: E402
import visits  # noqa: E402
from browser import chrome  # noqa: E402
from timing import Outcome, Run  # noqa: E402

GROUPS = {
    module.__name__: module for module in (commands, reading, visits, memory, viewers, clicks, scale, scale_pages)
}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("--quick", action="store_true", help="few rounds, and no catalogue of 1,000,000 observations")
    parser.add_argument("--large", action="store_true", help="of 1,000,000 observations too, however quick")
    parser.add_argument("--only", action="append", choices=GROUPS, help="only these measurements; nothing is written")
    options = parser.parse_args()
    run = Run(quick=options.quick, large=options.large or not options.quick)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers end with it
    outcomes: dict[str, Outcome] = {}
    reasons: dict[str, str] = {}
    for name in options.only or GROUPS:
        begin = time.monotonic()
        print(f"{name} …", end=" ", file=sys.stderr, flush=True)
        failed, found = "", {}
        try:
            found = GROUPS[name].measure(run)
        except Exception as error:  # a measurement that fails must not lose the others; the table says why
            failed = f"failed: {str(error).splitlines()[0]}"
        outcomes |= found
        reasons |= {
            row: failed or ("not in a quick run" if row.endswith("1000000") else "the server has no such page")
            for row in GROUPS[name].ROWS
            if row not in found
        }
        said = ", ".join(f"{row} {outcome.measured:.2f}" for row, outcome in found.items())
        print(f"{time.monotonic() - begin:.0f} s: {said or failed}", file=sys.stderr)
    with chrome() as browser:
        described = machine.describe(f"Chromium {browser.version}")
    results = table.record(outcomes, reasons, described)
    if not options.only:
        table.write(results, FOLDER)
    print(table.markdown(results))


if __name__ == "__main__":
    main()
