"""A catalogue of an earlier format is read as it is, and written anew on request, without losing anything."""

import csv
import json
from pathlib import Path

import pytest

from indicators._load import load
from indicators.catalogue.format_steps import FORMAT, PROPERTY, STEPS
from indicators.catalogue.upgrade import is_earlier, upgrade, version_in
from indicators.cli.main import main
from indicators.errors import CatalogueError


def _rewrite(path: Path, drop: set[str], rename: dict[str, str], cells: dict[str, dict[str, str]]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    kept = [place for place, name in enumerate(header) if name not in drop]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([rename.get(header[place], header[place]) for place in kept])
        for row in rows:
            writer.writerow([cells.get(header[place], {}).get(row[place], row[place]) for place in kept])


@pytest.fixture
def first_format(folder: Path) -> Path:
    """The wards catalogue as the first format had it: without the fields and tables of the later ones."""
    descriptor = json.loads((folder / "datapackage.json").read_text())
    del descriptor[PROPERTY]
    added = {(new.table, new.declared["name"]) for step in STEPS.values() for new in step.fields}
    new_tables = {new.declared["name"] for step in STEPS.values() for new in step.tables}
    tables = {resource["name"]: resource for resource in descriptor["resources"]}
    descriptor["resources"] = [resource for resource in descriptor["resources"] if resource["name"] not in new_tables]
    with (folder / "agents.csv").open(newline="") as file:
        names = {row["id"]: row["name"] for row in csv.DictReader(file)}
    for table, resource in tables.items():
        if table in new_tables:
            continue
        drop = {name for owner, name in added if owner == table}
        if drop:
            schema = resource["schema"]
            schema["fields"] = [field for field in schema["fields"] if field["name"] not in drop]
            keys = [key for key in schema.get("foreignKeys", []) if key["fields"][0] not in drop]
            schema["foreignKeys"] = keys
            _rewrite(folder / resource["path"], drop, {}, {})
    for field in tables["documents"]["schema"]["fields"]:
        if field["name"] == "authors":
            field.clear()
            field.update(name="author", type="string", title="Author", description="Its author, where known.")
    _rewrite(folder / "documents.csv", set(), {"authors": "author"}, {"authors": names})
    for name in new_tables:
        (folder / f"{name}.csv").unlink()
    (folder / "datapackage.json").write_text(json.dumps(descriptor, indent=2))
    return folder


def _texts(folder: Path) -> dict[str, list[list[str]]]:
    files = sorted(folder.glob("*.csv"))
    return {path.name: list(csv.reader(path.read_text(encoding="utf-8").splitlines(keepends=True))) for path in files}


def test_an_earlier_format_is_read_and_stays_as_it_is(first_format: Path) -> None:
    before = {path.name: path.read_bytes() for path in first_format.iterdir()}
    assert version_in(first_format) == 1
    catalogue = load(first_format)
    assert catalogue.folder == first_format
    assert catalogue.text("agents", "n-vale", "name") == "N. Vale"
    assert {path.name: path.read_bytes() for path in first_format.iterdir()} == before


def test_an_upgrade_loses_no_cell_and_no_name(first_format: Path) -> None:
    before = _texts(first_format)
    upgrade(first_format)
    after = _texts(first_format)
    assert version_in(first_format) == FORMAT
    for file, (header, *rows) in before.items():
        named, *upgraded = after[file]
        for row, new in zip(rows, upgraded, strict=True):
            cells = dict(zip(named, new, strict=True))
            for name, cell in zip(header, row, strict=True):
                if name != "author":
                    assert cells[name] == cell
    assert after["agents.csv"][1] == ["n-vale", "", "N. Vale", "", "", "", ""]
    load(first_format)


def test_an_upgrade_is_done_once(first_format: Path) -> None:
    upgrade(first_format)
    written = {path.name: path.read_bytes() for path in first_format.iterdir()}
    upgrade(first_format)
    assert {path.name: path.read_bytes() for path in first_format.iterdir()} == written


def test_what_the_format_does_not_know_stays(first_format: Path) -> None:
    descriptor = json.loads((first_format / "datapackage.json").read_text())
    descriptor["keywords"] = ["wards"]
    (first_format / "datapackage.json").write_text(json.dumps(descriptor))
    upgrade(first_format)
    assert json.loads((first_format / "datapackage.json").read_text())["keywords"] == ["wards"]


def test_several_authors_become_several_agents(first_format: Path) -> None:
    path = first_format / "documents.csv"
    path.write_text(path.read_text().replace("N. Vale", "World Bank; Ursula von der Leyen"))
    catalogue = load(first_format)
    assert catalogue.agents["name"].tolist() == ["World Bank", "Ursula von der Leyen"]
    assert catalogue.text("documents", "winter-2023", "authors") == "world-bank;ursula-von-der-leyen"


def test_problems_of_an_earlier_format_stand_at_their_lines(first_format: Path) -> None:
    path = first_format / "observations.csv"
    path.write_text(path.read_text().replace(",nurse,", ",nurses,"))
    with pytest.raises(CatalogueError) as caught:
        load(first_format)
    assert [problem.line for problem in caught.value.problems] == [20, 21]


def test_a_later_format_is_refused_with_what_to_do(folder: Path) -> None:
    path = folder / "datapackage.json"
    path.write_text(path.read_text().replace(f'"{PROPERTY}": {FORMAT}', f'"{PROPERTY}": {FORMAT + 1}'))
    assert not is_earlier(version_in(folder))
    with pytest.raises(CatalogueError, match="a newer version of this program may read it"):
        load(folder)


def test_check_upgrades_on_request_and_says_so(first_format: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(first_format)]) == 0
    assert f"format 1, read as; `check --upgrade` writes it as format {FORMAT}" in capsys.readouterr().out
    assert main(["check", "--upgrade", str(first_format)]) == 0
    assert f"format 1, written anew as format {FORMAT}" in capsys.readouterr().out
    assert main(["check", str(first_format)]) == 0
    assert "format" not in capsys.readouterr().out
