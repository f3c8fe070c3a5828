"""What arrives of the figures in the programs that people use; it writes ``docs/tools.md``.

Everything that is needed is installed by the test: packages of Python into a folder of its own, programs by
`tests/support/programs.py`.
"""

import csv
import io
import json
import subprocess
import venv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.dashboard import Server
from tests.support.http import ask
from tests.support.libreoffice import convert
from tests.support.places import ROOT
from tests.support.programs import program
from tests.tools import readers

PAGE = ROOT / "docs" / "tools.md"
WHOLE = "whole"
SHAPES = ROOT / "tests" / "export" / "dcat_shapes.ttl"
OPTIONS = "44,34,76,1,,0,false,false,false,false,false,1"
"""LibreOffice's CSV of the first sheet: commas, quotes, UTF-8, and cells as they are, not as they are shown."""

pytestmark = [pytest.mark.external, pytest.mark.timeout(2400)]


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Python in an environment of its own that has every package of these tests."""
    folder = tmp_path_factory.mktemp("tools")
    venv.create(folder, with_pip=True)
    every = (*readers.PYTHON.values(), *readers.VALIDATORS.values())
    packages = sorted({name for _, names, _ in every for name in names.split()} | {"schemathesis"})
    path = folder / "bin" / "python"
    subprocess.run([path, "-m", "pip", "install", "--quiet", *packages], check=True, capture_output=True)
    return str(path)


def run(*command: str | Path, **options: Any) -> str:
    """What a program prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900, **options)
    assert done.returncode == 0, f"{command[0]}: {done.stdout[-500:]}{done.stderr[-2000:]}"
    return done.stdout


def saved(server: Server, path: str, folder: Path) -> Path:
    """The file at an address."""
    file = folder / path.rpartition("/")[2].partition("?")[0]
    file.write_bytes(ask(server, path).body)
    return file


def number(text: str) -> float | None:
    return float(text.replace(",", ".")) if text not in ("", "NaN", "nan") else None


def cells(printed: str, expected: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What arrived of the rows, of the numbers, of the dates and of the words: whole, or how much differs."""
    rows = list(csv.DictReader(io.StringIO(printed, newline="")))
    if [row["id"] for row in rows] != [row["id"] for row in expected]:
        return (f"{len(rows)} of {len(expected)} rows", "", "", "")
    found = [WHOLE]
    for column in readers.COLUMNS[1:]:
        read = number if column == "value" else str
        wanted = [row[column] if row[column] is not None else (None if column == "value" else "") for row in expected]
        wrong = sum(read(row[column]) != one for row, one in zip(rows, wanted, strict=True))
        found.append(WHOLE if not wrong else f"{wrong} of {len(rows)} differ")
    return tuple(found)


def tables(server: Server, python: str, folder: Path) -> Iterable[tuple[str, ...]]:
    """A row of the page for each program that reads the table of figures."""
    expected = ask(server, "/data/figures.json").json()
    for name, (path, _, script) in readers.PYTHON.items():
        code = f"{readers.BEFORE}{script}"
        printed = run(python, "-c", code, f"{server.url}{path}", *readers.COLUMNS, cwd=folder)
        yield name, f"`{path}`", *cells(printed, expected)
    rscript = program("Rscript", "r-base-core")
    printed = run(rscript, "-e", readers.R, f"{server.url}/data/figures.csv", *readers.COLUMNS)
    yield "R", "`/data/figures.csv`", *cells(printed, expected)
    file = saved(server, "/data/figures.csv", folder)
    script = readers.SQLITE.format(file=file)
    printed = run(program("sqlite3", "sqlite3"), ":memory:", input=script)
    yield "SQLite, value cast to REAL", "`/data/figures.csv`", *cells(printed, expected)
    for name, language in (("LibreOffice, English", "en-US"), ("LibreOffice, German", "de")):
        workbook = saved(server, "/data/figures.xlsx", folder)
        converted = convert(workbook, f"csv:Text - txt - csv (StarCalc):{OPTIONS}", folder, language)
        header, _, rest = converted.read_text(encoding="utf-8").partition("\n")
        yield name, "`/data/figures.xlsx`", *cells(f"{header}\n{rest}", expected)


def citations(server: Server, folder: Path) -> Iterable[tuple[str, ...]]:
    """A row of the page for each program and file of citations: author, title and who said it."""
    pandoc, biber = program("pandoc", "pandoc"), program("biber", "biber")
    named = {"csljson": "citations.json", "biblatex": "citations.bib", "bibtex": "citations.bib"}
    for form, name in named.items():
        query = "?bibtex=classic" if form == "bibtex" else ""
        file = saved(server, f"/data/{name}{query}", folder)
        items = json.loads(run(pandoc, "--from", form, "--to", "csljson", str(file)))
        yield "pandoc", f"`/data/{name}{query}`", *cited(items)
    file = saved(server, "/data/citations.bib", folder)
    run(biber, "--tool", "--output-format=biblatexml", "--output-file", str(folder / "out.xml"), str(file), cwd=folder)
    written = (folder / "out.xml").read_text(encoding="utf-8")
    arrived = ("DePetris" in written, "Strategic Partnership" in written, "As attributed to" in written)
    yield "biber", "`/data/citations.bib`", *(WHOLE if one else "missing" for one in arrived)


def cited(items: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What arrived of a figure's authors, title and note."""
    found = next(item for item in items if item["id"] == "containers-2024-08")
    authors = [one.get("family") for one in found.get("author", ())]
    return (
        WHOLE if authors == ["DePetris"] and "editor" not in found else f"authors {authors}",
        WHOLE if "Strategic Partnership or Opportunistic Alliance?" in found["title"] else found["title"],
        WHOLE if "unnamed South Korean military officials" in found.get("note", "") else "no note",
    )


def descriptions(server: Server, python: str) -> Iterable[tuple[str, ...]]:
    """A row of the page for each description that a validator reads."""
    for name, (path, packages, script) in readers.VALIDATORS.items():
        run(python, "-c", f"{readers.BEFORE}{script}", f"{server.url}{path}", str(SHAPES))
        yield name, f"`{path}`", packages.split()[0], WHOLE


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(line)} |" for line in lines]


def test_each_program_gets_the_figures_whole(server: Server, python: str, tmp_path: Path) -> None:
    read, named, described = (
        list(rows)
        for rows in (tables(server, python, tmp_path), citations(server, tmp_path), descriptions(server, python))
    )
    text = "\n".join(
        [
            "# What arrives in other programs",
            "",
            "A test of `make test-all` installs these programs, opens what the addresses give in each of them, and "
            "writes this page. *Whole*: what the",
            "program has afterwards is what the figures say.",
            "",
            "## Tables",
            "",
            *table(("program", "reads", "rows", "numbers", "dates", "words"), read),
            "",
            "## Citations",
            "",
            *table(("program", "reads", "authors", "title", "who said it"), named),
            "",
            "## Descriptions",
            "",
            *table(("description", "address", "validator", "answer"), described),
            "",
        ]
    )
    assert {cell for row in (*read, *named) for cell in row[2:]} | {row[3] for row in described} == {WHOLE}, text
    PAGE.write_text(text, encoding="utf-8")


def test_schemathesis_finds_nothing_in_the_openapi(server: Server, python: str, tmp_path: Path) -> None:
    tested = (
        r"(figures\.csv$|figures\.json|derived|figures/\{id\}\.(json|html)|charts/\{id\}\.csv|jsonld|metadata|check)"
    )
    printed = run(
        *(str(Path(python).with_name("schemathesis")), "run", f"{server.url}/data/openapi.json"),
        *("--phases=examples,fuzzing", "--max-examples=10", "--continue-on-failure", "--include-path-regex", tested),
        cwd=tmp_path,
    )
    assert "passed" in printed
