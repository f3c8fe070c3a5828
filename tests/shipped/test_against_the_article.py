"""The shipped catalogue: complete, valid, nothing in it idle, and true to the text it is taken from."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from indicators.catalogue.model import Catalogue
from indicators.text.normal import normalise
from indicators.text.sentences import Sentence, sentences
from tests.support.places import DATA, ROOT, WARDS

TEXT = os.environ.get("INDICATORS_TEXT")
WORDS_OF_A_QUOTATION = 8

with_the_text = pytest.mark.skipif(TEXT is None, reason="INDICATORS_TEXT does not name a file with the article's text")


@pytest.fixture(scope="module")
def catalogue(shipped: Catalogue) -> Catalogue:
    return shipped


@cache
def article() -> str:
    return Path(TEXT or "").read_text(encoding="utf-8")


def subject(catalogue: Catalogue) -> "pd.Series[str]":
    """The one document that the editor holds as text."""
    (number,) = np.flatnonzero(catalogue.documents["text_held"])
    return catalogue.documents.iloc[number]


def located(catalogue: Catalogue) -> Iterator[Sentence]:
    """Every sentence of the article with its place."""
    document = subject(catalogue)
    headings = catalogue.items(document["headings"], "documents", "headings")
    yield from sentences(article(), title=document["title"], headings=headings)


def items(catalogue: Catalogue, cells: Iterable[object], column: str) -> set[str]:
    return {item for cell in cells for item in catalogue.items(cell, "observations", column)}


@pytest.mark.parametrize("folder", [DATA, WARDS])
def test_any_data_package_tool_finds_it_valid(folder: Path) -> None:
    unreachable = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), "http://127.0.0.1:9")
    command = [sys.executable, "-m", "frictionless", "validate", str(folder / "datapackage.json"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | unreachable)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert report["valid"]
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert report["stats"]["tasks"] == len(resources)


def test_every_catalogue_is_declared_alike(wards: Catalogue) -> None:
    shipped, wards = (json.loads((folder / "datapackage.json").read_bytes()) for folder in (DATA, WARDS))
    assert wards["resources"] == shipped["resources"]


def test_nothing_in_the_lists_is_idle(catalogue: Catalogue) -> None:
    figures, indicators = catalogue.figures, catalogue.indicators
    voices = {*figures["source"], *figures["root"].dropna(), *items(catalogue, figures["via"], "via")}
    said = catalogue.statements
    relays = {one for cell in said["via"] for one in catalogue.items(cell, "statements", "via")}
    absent = set(catalogue.sources.index[catalogue.sources["absent"]])
    used = {
        "indicators": {*figures["indicator"]},
        "documents": {*figures["document"], *said["document"], *items(catalogue, figures["also_in"], "also_in")},
        "caveats": items(catalogue, figures["caveats"], "caveats"),
        "kinds": {*indicators["kind"], *catalogue.kinds["part_of"].dropna()},
        "topics": {*indicators["topic"]},
        "populations": {*indicators["population"]},
        "sources": voices | absent | relays | {*said["source"]},
    }
    assert {name: set(getattr(catalogue, name).index) - ids for name, ids in used.items()} == {
        name: set() for name in used
    }
    assert not voices & absent


def test_no_unit_is_defined_that_nothing_uses(catalogue: Catalogue) -> None:
    text = re.sub("#.*", "", (DATA / "units.txt").read_text())
    cells = " ".join([*catalogue.figures["unit"], *catalogue.kinds["unit"]])
    assert [name for name in catalogue.units.names if len(re.findall(rf"\b{name}\b", text + cells)) < 2] == []


def test_printed_words_are_few(catalogue: Catalogue) -> None:
    printed = catalogue.figures["as_printed"].astype("str")
    assert printed[printed.str.split().str.len() > WORDS_OF_A_QUOTATION].tolist() == []


def test_what_is_inferred_is_filled(catalogue: Catalogue) -> None:
    for figure in catalogue.figures.to_dict("records"):
        for column in catalogue.items(figure["inferred"], "observations", "inferred"):
            assert pd.notna(figure[column.removesuffix(".year")]), f"{figure['id']}: {column}"


@with_the_text
def test_every_figure_stands_where_it_says_in_the_text(catalogue: Catalogue) -> None:
    text = {(one.section, one.paragraph, one.fingerprint): one.text for one in located(catalogue)}
    figures = catalogue.figures[catalogue.figures["document"] == subject(catalogue)["id"]]
    for figure in figures.itertuples():
        place = normalise(figure.section), int(figure.paragraph), figure.fingerprint
        assert place in text, f"{figure.id} does not stand at {place}"
        assert normalise(figure.as_printed) in text[place], f"{figure.id} is not printed so"


@with_the_text
def test_headings_are_those_of_the_text(catalogue: Catalogue) -> None:
    document = subject(catalogue)
    lines = [normalise(line) for line in article().splitlines()]
    headings = [normalise(one) for one in catalogue.items(document["headings"], "documents", "headings")]
    assert [line for line in lines if line in headings] == headings
    assert lines[0] == normalise(document["title"])


@with_the_text
def test_no_sentence_of_the_text_is_in_the_repository(catalogue: Catalogue) -> None:
    known = ("--cached", "--others", "--exclude-standard", "-z")
    listed = subprocess.run(["git", "ls-files", *known], cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name]
    files = {path: _words(path.read_text(encoding="utf-8", errors="ignore")) for path in paths if path.is_file()}
    assert files
    long = {_words(one.text) for one in located(catalogue) if len(one.text.split()) > WORDS_OF_A_QUOTATION}
    assert len(long) > 50
    found = [f"{path.relative_to(ROOT)}: {one}" for path, text in files.items() for one in long if one in text]
    assert found == []


def _words(text: str) -> str:
    """The words of a text, without what stands between them or how they are written."""
    return " ".join(re.findall(r"\w+", normalise(text).casefold()))
