"""An audit knows the unit of a number that the caption of its table or another number of its sentence tells."""

import shutil
from pathlib import Path

import pytest

from indicators._load import load
from indicators.audit.report import audit
from indicators.text.sentences import fingerprint
from tests.support.audits import about, changed
from tests.support.places import ROOT

INFECTIONS = ROOT / "examples" / "infections"


def with_units(tmp_path: Path, lines: str) -> Path:
    """A copy of the catalogue with further units."""
    folder = Path(shutil.copytree(INFECTIONS, tmp_path / "data"))
    with (folder / "units.txt").open("a", encoding="utf-8") as file:
        file.write(lines)
    return folder


def has_wrong_unit(folder: Path, one: str, paragraphs: str, sentence: str, **cells: object) -> bool:
    """Whether the audit finds a unit that is not that of the words, of a figure in a sentence behind the text."""
    row = {"fingerprint": fingerprint(sentence), "inferred": "period;issued", "attribution": None, **cells}
    text = f"{(folder / 'text.txt').read_text(encoding='utf-8')}\n\n{paragraphs}\n"
    found = about(audit(changed(load(folder), one, **row), text), one)
    return any(message.startswith("unit") for message in found)


@pytest.mark.parametrize(("scale", "is_wrong"), [("thousands", False), ("millions", True)])
def test_a_thousand_of_something_is_the_unit_of_a_table_in_thousands(
    scale: str, is_wrong: bool, tmp_path: Path
) -> None:
    folder = with_units(tmp_path, "thousand_people = 1000 * people = _ = thousand_people\n")
    table = "| Valley | Infected |\n|---|---|\n| All | 12.4 |"
    cells = {"value": 12.4, "unit": "thousand_people", "as_printed": "12.4"}
    paragraphs = f"Infected, in {scale}\n\n{table}"
    assert has_wrong_unit(folder, "infected-05-12", paragraphs, table.replace("\n", " "), **cells) == is_wrong


@pytest.mark.parametrize(("size", "is_wrong"), [("100,000", False), ("1,000", True)])
def test_a_rate_per_100_000_may_be_told_at_another_number(size: str, is_wrong: bool, tmp_path: Path) -> None:
    folder = with_units(tmp_path, "per_100000 = 0.001 * percent\n")
    sentence = f"It fell to 4.1 per {size} inhabitants, from 4.5."
    cells = {"value": 4.5, "unit": "per_100000", "as_printed": "4.5"}
    assert has_wrong_unit(folder, "infected-ratio", sentence, sentence, **cells) == is_wrong
