"""A bundle holds what its selection needs and no more, loads again as the same figures, and other tools accept it."""

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import csvw
import frictionless
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators._load import load
from indicators.audit import saved_audit
from indicators.catalogue import audit_file
from indicators.catalogue.model import Catalogue
from indicators.catalogue.schema import Field, Table
from indicators.errors import IndicatorsError
from indicators.export import bundle, derived_table, figure_table, subset, writers
from indicators.figures.facets import FACETS
from indicators.figures.selection import Selection, select, selectable_ids
from indicators.markup import markdown
from tests.support.command_line import run
from tests.support.effort import examples
from tests.support.places import WARDS

EVERYTHING = Selection(document=("winter-2023", "record-2024"))
SELECTIONS = [
    ("shipped", Selection(topic=("losses",), record=True)),
]
FURTHER_SELECTIONS = [
    ("wards", EVERYTHING),
    ("shipped", Selection()),
    ("wards", Selection(source=("author", "courier"), topic=("patients",))),
    ("shipped", Selection(source=("rok-military",))),
    ("shipped", Selection(topic=("losses", "troops"), status=("allegation", "provisional"))),
    ("shipped", Selection(search="containers 13000")),
    ("shipped", Selection(record=True)),
    ("wards", Selection()),
    ("wards", Selection(document=("record-2024",))),
]


def unpacked(content: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return folder


def files(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def ids(content: bytes, name: str) -> list[str]:
    return [row[0] for row in csv.reader(io.StringIO(files(content)[f"{name}.csv"].decode(), newline=""))][1:]


def same_figures(catalogue: Catalogue, selection: Selection, again: Catalogue) -> None:
    rows = select(catalogue, selection)
    for narrow in (selection, bundle.narrowed(catalogue, selection, rows)):
        loaded = select(again, narrow)
        assert writers.to_csv(figure_table.table(again, loaded)) == writers.to_csv(figure_table.table(catalogue, rows))
        assert writers.to_csv(derived_table.table(again, loaded)) == writers.to_csv(
            derived_table.table(catalogue, rows)
        )


@st.composite
def selections(draw: st.DrawFn, catalogue: Catalogue) -> Selection:
    record = draw(st.booleans())
    chosen = {
        facet: tuple(draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)))
        for facet in FACETS
        if (ids := selectable_ids(catalogue, facet, record=record))
    }
    return Selection(**chosen, record=record, search=draw(st.sampled_from(["", "a", "more", "north"])))


@settings(max_examples=examples(2), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
def test_a_bundle_loads_again_and_gives_the_same_figures(
    catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    selection = data.draw(selections(catalogue))
    if select(catalogue, selection).empty:
        with pytest.raises(IndicatorsError, match="the selection holds no figure"):
            bundle.make(catalogue, selection)
        return
    folder = unpacked(bundle.make(catalogue, selection), tmp_path_factory.mktemp("bundle"))
    same_figures(catalogue, selection, load(folder))


@pytest.mark.parametrize(
    ("catalogue", "selection"),
    [*SELECTIONS, *(pytest.param(*chosen, marks=pytest.mark.external) for chosen in FURTHER_SELECTIONS)],
    indirect=["catalogue"],
)
def test_other_tools_find_it_valid(
    catalogue: Catalogue, selection: Selection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    folder = unpacked(bundle.make(catalogue, selection), tmp_path)
    same_figures(catalogue, selection, load(folder))
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.to_summary()
    declared = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    on_disk = {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")}
    assert {resource["path"] for resource in declared} == on_disk
    for name in ("figures", "derived"):
        table = csvw.Table.from_file(folder / "flat" / f"{name}.csv-metadata.json")
        rows = list(table)
        assert table.check_primary_key()
        assert len(rows) == len(pd.read_csv(folder / "flat" / f"{name}.csv"))


def test_checksums_are_those_of_every_other_file(wards: Catalogue) -> None:
    content = files(bundle.make(wards, Selection()))
    listed = dict(reversed(line.split("  ")) for line in content.pop("SHA256SUMS").decode().splitlines())
    assert listed == {name: hashlib.sha256(each).hexdigest() for name, each in content.items()}


def test_it_is_the_same_bytes_for_the_same_catalogue_and_selection(wards: Catalogue) -> None:
    one = bundle.make(wards, Selection(source=("register", "author")), address="https://example.org/figures")
    other = bundle.make(
        load(WARDS),
        Selection(source=("author", "register")),
        address="https://example.org/figures",
    )
    assert one == other
    assert bundle.make(wards, Selection(source=("author",))) != one


def test_it_holds_what_its_figures_need_and_no_more(shipped: Catalogue) -> None:
    content = bundle.make(shipped, Selection(search="containers 13000"))
    assert {
        name: ids(content, name) for name in ("observations", "indicators", "kinds", "sources", "topics", "unit_codes")
    } == {
        "observations": ["containers-2024-08", "containers-2024-03"],  # the one updates the other
        "indicators": ["containers-delivered"],
        "kinds": ["containers"],
        "sources": ["rok-military"],
        "topics": ["arms"],
        "unit_codes": ["container"],
    }
    for name in ("derivations", "assumptions", "dismissed"):
        assert ids(content, name) == []
    assert "audit.json" not in files(content)
    read = json.loads(files(content)["selection.json"])
    assert (read["figures"], read["query"]) == (["containers-2024-08"], "search=containers+13000")
    assert len(files(content)["flat/figures.csv"].decode().splitlines()) == 2


def test_whole_figures_roots_parents_and_what_is_repeated_are_kept(wards: Catalogue) -> None:
    died = bundle.make(wards, Selection(search="died-2023-10"))
    assert ids(died, "observations") == ["left-2023-10", "died-2023-10"]
    assert {"departures", "deaths"} <= set(ids(died, "kinds"))
    assert "register" in ids(died, "sources")
    record = bundle.make(wards, Selection(search="record-beds", document=("record-2024",)))
    assert ids(record, "observations") == ["beds-staffed", "record-beds"]
    assert ids(record, "documents") == ["winter-2023", "record-2024"]


def test_a_table_of_statements_on_figures_goes_with_the_figures_and_brings_who_made_them(wards: Catalogue) -> None:
    remarks = pd.DataFrame(
        {
            "id": ["one", "other", "none"],
            "source": ["st-annes", "courier", "courier"],
            "about": ["died-2023-10;left-2023-10", "died-2023-10;distance-next", None],
        },
        dtype="str",
    )
    fields = (
        Field(name="id"),
        Field(name="source", references="sources"),
        Field(name="about", type="list", delimiter=";", references="observations"),
    )
    table = Table(name="remarks", path="remarks.csv", key="id", fields=fields)
    about = replace(wards.descriptor, tables={**wards.descriptor.tables, "remarks": table})
    catalogue = replace(wards, descriptor=about)
    object.__setattr__(catalogue, "remarks", remarks)
    kept = subset.needed_rows(catalogue, catalogue.rows("died-2023-10"))
    assert list(remarks["id"][kept["remarks"]]) == ["one"]
    assert list(wards.sources.index[kept["sources"]]) == ["register", "author", "st-annes"]


def test_a_bundle_of_a_bundle_is_the_same(tmp_path: Path, wards: Catalogue) -> None:
    selection = Selection(source=("author",))
    content = bundle.make(wards, selection)
    assert bundle.make(load(unpacked(content, tmp_path)), selection) == content


def test_the_audit_goes_with_a_document_that_is_whole(tmp_path: Path, wards: Catalogue) -> None:
    folder = unpacked(bundle.make(wards, Selection()), tmp_path)
    again = load(folder)
    (state,) = audit_file.read(folder)
    assert saved_audit.is_current(again, state)
    assert len(again.dismissed) == len(wards.dismissed)
    assert again.sources["absent"].any()
    assert "audit.json" not in files(bundle.make(wards, Selection(topic=("patients",))))


def test_numbers_of_any_size_are_written_in_plain_digits(tmp_path: Path, wards: Catalogue) -> None:
    folder = tmp_path / "wards"
    folder.mkdir()
    for path in wards.folder.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    file = folder / "observations.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace(",84,,,,,,at_least", ",0.000000084,,,,,,at_least").replace(",37500,", f",375{'0' * 20},")
    )
    catalogue = load(folder)
    again = load(unpacked(bundle.make(catalogue, EVERYTHING), tmp_path / "again"))
    values = again.figures.set_index("id")["value"]
    assert (values["record-died"], values["record-oxygen"]) == (0.000000084, 375e20)
    same_figures(catalogue, EVERYTHING, again)


def test_text_of_a_catalogue_is_no_markup_in_the_readme(wards: Catalogue) -> None:
    assert markdown("# <b>x</b> | [a](b) *c* `d`\n\n1. e") == (
        "\\# \\<b\\>x\\</b\\> \\| \\[a\\](b) \\*c\\* \\`d\\` 1. e"
    )
    assert markdown("1. one") == "1\\. one"
    hostile = replace(wards.descriptor, title="<script>alert(1)</script>\n# x")
    catalogue = replace(wards, descriptor=hostile)
    text = files(bundle.make(catalogue, Selection(), address="https://example.org/figures?a=<b>"))["README.md"].decode()
    assert text.startswith("# \\<script\\>alert(1)\\</script\\> # x\n")
    assert "<https://example.org/figures?a=%3Cb%3E>" in text


def test_the_readme_names_every_file_and_how_to_load_it(wards: Catalogue) -> None:
    content = files(bundle.make(wards, Selection(source=("author", "courier"), search="St. Anne's")))
    text = content["README.md"].decode()
    for name in content.keys() - {"README.md"}:
        assert f"| `{name}` |" in text
    assert "python -m indicators list --data . --source author --search 'St. Anne'\"'\"'s'" in text


def test_the_command_writes_the_bundle_of_its_selection(tmp_path: Path, shipped: Catalogue) -> None:
    path = tmp_path / "losses.zip"
    done = run("bundle", str(path), "--topic", "losses")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert path.read_bytes() == bundle.make(shipped, Selection(topic=("losses",)))
    refused = run("bundle", str(tmp_path / "no" / "where.zip"))
    assert refused.returncode == 2
    assert "(No such file or directory); name a file in a folder" in refused.stderr
    empty = run("bundle", str(path), "--topic", "losses", "--source", "c4ads")
    assert (empty.returncode, empty.stderr) == (
        2,
        "indicators: the selection holds no figure, so there is nothing to bundle; choose less narrowly\n",
    )
