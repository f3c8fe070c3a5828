"""Every code block of every document runs, with the output that the document shows; every link leads somewhere.

The word after the fence is the language. A block of ``sh`` or ``python`` runs, unless ``not run:`` and a reason follow
the language. A block of ``text`` directly after it is its whole output. The blocks of a document run in their order, in
one temporary folder that holds a copy of ``data/``.
"""

import ast
import io
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from indicators.cli.main import main
from tests.support.command_line import loading_once
from tests.support.documents import FENCE, RUN, blocks
from tests.support.places import ROOT

OWN = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md")
DOCUMENTS = [*(ROOT / name for name in OWN), *sorted((ROOT / "docs").rglob("*.md"))]
SERVER = "http://127.0.0.1:8501"
SHOWN = ("text", "bibtex", "csv", "html")
COMMAND = ["python", "-m", "indicators"]

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:indicators|pages|tests|docs|data|benchmarks|tools|\.streamlit|\.github)/[\w./-]*)`")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


WITH_CODE = [path for path in DOCUMENTS if any(block.language in RUN and not block.remark for block in blocks(path))]


@pytest.mark.parametrize("document", WITH_CODE, ids=[str(path.relative_to(ROOT)) for path in WITH_CODE])
def test_every_code_block_runs(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INDICATORS_DATA", raising=False)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    names: dict[str, Any] = {}
    for block in blocks(document):
        if block.remark or block.language not in RUN:
            continue
        served = SERVER in block.code
        code = block.code.replace(SERVER, request.getfixturevalue("server").url) if served else block.code
        output = python(code, names) if block.language == "python" else shell(code)
        if block.output is not None:
            assert output == block.output, f"line {block.line}"


def python(code: str, names: dict[str, Any]) -> str:
    """What the lines print, then the value of the last one, as an interactive session shows it."""
    lines = ast.parse(code)
    last = lines.body.pop() if isinstance(lines.body[-1], ast.Expr) else None
    with redirect_stdout(io.StringIO()) as output:
        exec(compile(lines, "document", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "document", "eval"), names)
            print(end="" if value is None else f"{value!r}\n")
    return output.getvalue()


def shell(code: str) -> str:
    """The output of the lines. Those that only call the library run in this process, which is quicker."""
    if not re.search(r"[|<>]", code):
        commands = [shlex.split(line, comments=True) for line in code.splitlines()]
        if all(command[:3] in (COMMAND, []) for command in commands):
            return "".join(library(command[3:]) for command in commands if command)
    if "curl" in code and not shutil.which("curl"):
        pytest.skip("curl is not installed")
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), code
    return done.stdout


def library(arguments: list[str]) -> str:
    """The output of one command, which succeeds."""
    written, errors = io.BytesIO(), io.StringIO()
    with (
        redirect_stdout(io.TextIOWrapper(written, encoding="utf-8")) as output,
        redirect_stderr(errors),
        loading_once(),
    ):
        status = main(arguments)
        output.flush()
    assert (status, errors.getvalue()) == (0, ""), arguments
    return written.getvalue().decode()


def test_every_code_block_names_its_language_and_why_it_is_not_run() -> None:
    wrong = []
    for document in DOCUMENTS:
        outside = FENCE.sub("", document.read_text(encoding="utf-8"))
        wrong += [f"{document}: an indented code block" for _ in re.findall(r"\n\n {4}\S", outside)]
        for block in blocks(document):
            runs = block.language in RUN and re.fullmatch(r"(not run: \S.*)?", block.remark)
            if not (runs or (block.language in SHOWN and not block.remark)):
                wrong.append(f"{document} line {block.line}: {block.language} {block.remark}")
    assert wrong == []


def test_every_link_leads_somewhere() -> None:
    wrong = []
    for document in DOCUMENTS:
        for target in LINK.findall(FENCE.sub("", document.read_text(encoding="utf-8"))):
            name, _, anchor = target.partition("#")
            found = (document.parent / name).resolve() if name else document
            there = found.exists() and (not anchor or anchor in anchors(found))
            wrong += [] if "://" in target or there else [f"{document}: {target}"]
    assert wrong == []


def anchors(document: Path) -> set[str]:
    """The anchors that a forge gives the headings."""
    headings = HEADING.findall(document.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_path_of_the_project_that_a_document_names_exists() -> None:
    named = {
        (document, path)
        for document in DOCUMENTS
        if document.name != "CHANGELOG.md"
        for path in PATH.findall(document.read_text(encoding="utf-8"))
    }
    assert sorted(f"{document}: {path}" for document, path in named if not (ROOT / path).exists()) == []


def test_every_function_that_the_architecture_names_exists() -> None:
    packages = "|".join(path.stem for path in (ROOT / "indicators").iterdir() if path.suffix in ("", ".py"))
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(rf"`((?:{packages})(?:\.\w+)+)`", text)
    assert named
    for name in named:
        pkgutil.resolve_name(f"indicators.{name}")


def test_a_decision_has_its_date_what_was_decided_why_and_what_was_rejected() -> None:
    for path in (ROOT / "docs" / "decisions").glob("2*.md"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[2].startswith(f"Date: {path.name[:10]}"), path
        assert {"## Decision", "## Why", "## Rejected"} <= {*lines}, path


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120
