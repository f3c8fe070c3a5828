"""Memory of the server while it answers each address of a file: ``python benchmarks/download_memory.py N …``.

A server shows a generated catalogue of N figures. For each address it prints the status, the megabytes of the answer,
the seconds until it was whole, and the most memory that the server had meanwhile, above the idle server. Linux only.
"""

import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from scale import generated
from servers import running

ADDRESSES = (
    *(f"data/{name}" for name in (
        "figures.csv", "figures.csv?excel=1", "figures.csv?columns=slim", "figures.csv?status=reported",
        "figures.json", "figures.parquet", "figures.xlsx", "figures.png?size=opengraph", "catalogue.jsonld",
        "dcat.jsonld", "croissant.jsonld", "citations.bib", "citations.ris", "citations.json", "bundle.zip",
        "derived.csv", "derived.json", "derived.xlsx", "datapackage.json", "openapi.json",
    )),
    "sitemap.xml",
    "report",
)  # fmt: skip


def measure(rows: int, folder: Path) -> None:
    """Prints a line of the table in `docs/performance.md` for each address."""
    with running("ours", folder) as server:
        address, process = server.url, server.process.pid
        while not _answers(f"{address}/readyz"):
            time.sleep(1)
        idle = _idle(process)
        print(f"{rows:,} figures; idle {idle:,.0f} MB")
        for name in ADDRESSES:
            Path(f"/proc/{process}/clear_refs").write_text("5")  # the peak begins anew
            start = time.perf_counter()
            status, size = _ask(f"{address}/{name}")
            seconds = time.perf_counter() - start
            above = _megabytes(process, "VmHWM") - idle
            print(f"| `{name}` | {status} | {size / 2**20:,.1f} | {seconds:,.1f} | {above:,.0f} |", flush=True)


def _idle(process: int) -> float:
    """The memory of the server when it has not changed for a while: the warm-up has ended."""
    before, now = 0.0, _megabytes(process, "VmRSS")
    while abs(now - before) > 1:
        time.sleep(20)
        before, now = now, _megabytes(process, "VmRSS")
    return now


def _answers(address: str) -> bool:
    try:
        return _ask(address)[0] == 200
    except OSError:
        return False


def _ask(address: str) -> tuple[int, int]:
    """The status of the answer, and the number of its bytes."""
    try:
        with urllib.request.urlopen(address, timeout=3600) as answer:
            return answer.status, sum(map(len, iter(lambda: answer.read(2**20), b"")))
    except urllib.error.HTTPError as error:
        return error.code, len(error.read())


def _megabytes(process: int, name: str) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


if __name__ == "__main__":
    with generated(*map(int, sys.argv[1:])) as folders:
        for size, made in folders.items():
            measure(size, made)
