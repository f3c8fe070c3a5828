"""What each setting of the process buys: programs with all settings against programs without one of them.

`python benchmarks/process_tricks.py` prints the table and writes nothing; `make bench` does not run it. The programs
take turns in every round. A ratio below 1 is a gain. Processor time is that of the whole process, user and system:
other work on the machine disturbs it less than the time on a clock.
"""

import argparse
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))
os.environ["PYTHONPATH"] = str(FOLDER.parent)  # the processes that are measured import the library from here

from browser import chrome, visitor  # noqa: E402
from scale import generated  # noqa: E402
from servers import ROOT, running  # noqa: E402
from timing import Outcome  # noqa: E402

ALL = "all settings"
LARGE = 1_000_000
"""Observations of the generated catalogue on which memory is measured."""

_MAIN = "from indicators.cli.main import main"
COMMAND_LINE = {
    ALL: f"import gc, os; gc.disable(); {_MAIN}; os._exit(main(['list']))",
    "gc.disable": f"import os; {_MAIN}; os._exit(main(['list']))",
    "os._exit": f"import gc; gc.disable(); {_MAIN}; raise SystemExit(main(['list']))",
}
"""`indicators list`."""

_WARM_UP = """
import gc, logging, time
logging.disable()
time.sleep = lambda seconds: None
from indicators.ui.server import warm_up
{without}
warm_up.warm_up()
"""
_RUNS = """
from pathlib import Path
from streamlit.testing.v1 import AppTest
page = AppTest.from_file(Path("indicators/ui/main.py").resolve(), default_timeout=120).run()
started = time.process_time()
for _ in range(40): page.run()
print((time.process_time() - started) * 1000)
"""
_DISABLE, _FREEZE = "gc.disable = lambda: None", "gc.freeze = lambda: None"
WARM_UP = {
    ALL: _WARM_UP.format(without=""),
    "gc.disable": _WARM_UP.format(without=_DISABLE),
    "gc.freeze": _WARM_UP.format(without=_FREEZE),
}
"""The warm-up of the server, without its pause."""
RUNS = {name: program + _RUNS for name, program in WARM_UP.items() if name != "gc.disable"}
"""Forty runs of the first page after the warm-up."""

THREADS = {
    ALL: "import os; os.environ['OPENBLAS_NUM_THREADS'] = '1'; import pyarrow",
    "OPENBLAS_NUM_THREADS": f"import os; os.environ['OPENBLAS_NUM_THREADS'] = '{os.cpu_count()}'; import pyarrow",
}
"""The import of numpy and pyarrow."""

_LOAD = """
import ctypes, sys
libc = ctypes.CDLL("libc.so.6")
if {mallopt}: libc.mallopt(-3, 2**20)  # M_MMAP_THRESHOLD
from indicators import _load
import pyarrow
catalogue = _load.load(sys.argv[1])
if {malloc_trim}: pyarrow.default_memory_pool().release_unused(); libc.malloc_trim(0)
{then}
lines = [line.split() for line in open("/proc/self/smaps_rollup") if line.startswith("Private")]
print(sum(int(kilobytes) for _, kilobytes, _ in lines) / 1024)
"""
_DOWNLOAD = """
from indicators.export import figure_table, writers
from indicators.figures.selection import Selection, select
for status in ("reported", "estimate"):
    writers.to_csv(figure_table.table(catalogue, select(catalogue, Selection(status=(status,)))))
"""
LOADED = {
    ALL: _LOAD.format(mallopt=True, malloc_trim=True, then=""),
    "mallopt": _LOAD.format(mallopt=False, malloc_trim=True, then=""),
    "malloc_trim": _LOAD.format(mallopt=True, malloc_trim=False, then=""),
}
"""Loading a large catalogue; prints the memory of the process in MiB."""
DOWNLOADED = {
    ALL: _LOAD.format(mallopt=True, malloc_trim=True, then=_DOWNLOAD),
    "mallopt": _LOAD.format(mallopt=False, malloc_trim=True, then=_DOWNLOAD),
}
"""The same and two downloads, of seven tenths of the figures."""

START = """
import sys; sys.argv[0] = "streamlit"
from indicators.ui.server import middleware
{without}
from streamlit.web.cli import main; main()
"""
STARTS = {
    ALL: START.format(without=""),
    "early pyarrow": START.format(without="middleware.load_number_libraries = lambda: None"),
}
"""The server."""

Samples = dict[str, dict[str, list[float]]]
"""Samples by measure and by the setting that is left out."""


def _processor_time(program: str) -> float:
    """Milliseconds of a processor that the program takes; raises SystemExit where it fails."""
    process = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"a program ended with status {process.returncode}:\n{program}")
    return (used.ru_utime + used.ru_stime) * 1000


def _printed(program: str, *arguments: str) -> float:
    """The number that the program prints."""
    command = [sys.executable, "-c", program, *arguments]
    return float(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout)


def _in_turn(rounds: int, programs: Mapping[str, str], measure: Callable[[str], float]) -> dict[str, list[float]]:
    """Samples of each program, without a first round, which warms the cache of files."""
    samples: dict[str, list[float]] = defaultdict(list)
    for number in range(rounds + 1):
        for name, program in programs.items():
            taken = measure(program)
            if number:
                samples[name].append(taken)
    return samples


def _memory(rounds: int) -> Samples:
    with generated(LARGE) as made:
        measure = partial(_with_argument, str(made[LARGE]))
        return {
            f"memory of {LARGE:,} observations, MiB": _in_turn(rounds, LOADED, measure),
            f"memory of {LARGE:,} observations after downloads, MiB": _in_turn(rounds, DOWNLOADED, measure),
        }


def _with_argument(argument: str, program: str) -> float:
    return _printed(program, argument)


def _visits(rounds: int) -> Samples:
    """First visits with a browser; of use only on a machine that does nothing else."""

    def command(program: str, port: int, data: Path) -> tuple[Sequence[str], Path]:
        flags = ("run", "app.py", "--server.port", str(port), "--server.headless", "true")
        return (sys.executable, "-c", program, *flags), ROOT

    samples: Samples = defaultdict(lambda: defaultdict(list))
    with chrome() as browser:
        with running("ours") as server, visitor(browser) as reader:
            _, finished = reader.settled(server.url)
        states = {"figures": finished.same("numbers"), "charts": finished.same("numbers", "charts")}
        for _ in range(rounds):
            for name, program in STARTS.items():
                with running(name, command=partial(command, program)) as server, visitor(browser) as reader:
                    samples["start of the server, ms"][name].append(server.seconds * 1000)
                    _, times = reader.open(server.url, states)
                    for state, milliseconds in times.items():
                        samples[f"first visit, {state}, ms"][name].append(milliseconds)
    return samples


GROUPS: Mapping[str, Callable[[int], Samples]] = {
    "list": lambda rounds: {"list, processor ms": _in_turn(rounds, COMMAND_LINE, _processor_time)},
    "threads": lambda rounds: {"import of pyarrow, processor ms": _in_turn(rounds, THREADS, _processor_time)},
    "warm-up": lambda rounds: {"warm-up, processor ms": _in_turn(rounds, WARM_UP, _processor_time)},
    "runs": lambda rounds: {"40 runs of the page, processor ms": _in_turn(rounds, RUNS, _printed)},
    "memory": _memory,
    "visits": _visits,
}


def table(samples: Samples) -> str:
    """Markdown: a row for each setting and measure."""
    lines = [
        "| setting | measure | with : without | middle half | with, without (medians) | pairs |",
        "|---|---|---|---|---|---|",
    ]
    for measured, by_setting in samples.items():
        for setting in by_setting.keys() - {ALL}:
            outcome = Outcome(ours=tuple(by_setting[ALL]), baseline=tuple(by_setting[setting]), unit="")
            half = " – ".join(f"{end:.2f}" for end in outcome.spread or ())
            medians = f"{outcome.statistic(outcome.ours):,.0f}, {outcome.statistic(outcome.baseline):,.0f}"
            lines.append(
                f"| `{setting}` | {measured} | {outcome.measured:.2f} | {half} | {medians} | {len(outcome.ours)} |"
            )
    return "\n".join(lines)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--only", action="append", choices=GROUPS)
    options = parser.parse_args()
    for name in options.only or GROUPS:
        print(table(GROUPS[name](options.rounds)), flush=True)
        print(f"\nload over the last five minutes: {os.getloadavg()[1]:.1f}\n", flush=True)


if __name__ == "__main__":
    main()
