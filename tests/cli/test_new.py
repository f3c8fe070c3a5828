"""The command `new`: an empty catalogue of one's own, and drafts of the rows that a text needs."""

import csv
import json
from pathlib import Path

import pytest

from indicators._load import load
from indicators.audit.new_text import read_new_text
from indicators.catalogue.new_catalogue import Beginning
from indicators.figures.citation import cite_catalogue
from indicators.ui.shared import addresses
from tests.support.command_line import run
from tests.support.http import ask_here
from tests.support.places import DATA

URL = "https://example.org/ferries"
TEXT = """\
New Ferries for the Sound

Photo: the harbour board

The harbour board has ordered three ferries, it said in May. Each will carry up to 420 passengers.

What They Cost

The ferries cost €18.5 million together. The crossing of 12 miles takes an hour, 15 percent less than in 2019.
"""


def test_an_empty_catalogue_passes_check_and_is_its_editors_own(new: Path) -> None:
    assert run("check", str(new)).stdout.endswith("0 figures, 0 indicators, 0 sources, 1 document; no problem found\n")
    catalogue = load(new)
    assert (catalogue.descriptor.name, catalogue.descriptor.title) == ("ferries-of-the-sound", "Ferries of the Sound")
    assert (catalogue.descriptor.editors, catalogue.descriptor.licence) == ((), "")
    assert cite_catalogue(catalogue).startswith("Ferries of the Sound")
    assert catalogue.documents.iloc[0].to_dict().items() >= {"url": URL, "publisher": "example.org"}.items()


def test_the_form_of_a_new_catalogue_is_that_of_the_shipped_one(new: Path) -> None:
    shipped, made = (json.loads((folder / "datapackage.json").read_text(encoding="utf-8")) for folder in (DATA, new))
    assert made["catalogueFormat"] == shipped["catalogueFormat"]
    assert made["resources"] == [resource for resource in shipped["resources"] if resource["name"] != "audit"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--title", " ", "--url", URL), 'the title is empty; give one, as --title "Ferries of the Sound"'),
        (
            ("--title", "T", "--url", "javascript:alert(1)"),
            '"javascript:alert(1)" is no address of a web page; it begins with https://',
        ),
        (("--title", "T", "--url", URL, "--published", "June 2025"), 'the period "June 2025" is not EDTF'),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_made(
    arguments: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    done = run("new", "mine", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, f"indicators: {message}\n")
    assert not (tmp_path / "mine").exists()


def test_a_text_with_too_many_numbers_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Beds\n\n" + "two " * 10_001, encoding="utf-8")
    done = run("new", "mine", "--title", "Beds", "--url", URL, "--from", "text.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "indicators: the text holds more numbers than are read at once: found number 10,001 in line 3; "
        "expected at most 10,000; give it in parts\n",
    )
    assert not (tmp_path / "mine").exists()


def test_a_folder_with_files_is_left_as_it_is(new: Path) -> None:
    before = {path.name: path.read_bytes() for path in new.iterdir()}
    done = run("new", str(new), "--title", "Another", "--url", URL)
    assert (done.returncode, done.stderr) == (2, f'indicators: "{new}" is not empty; name a new folder\n')
    assert {path.name: path.read_bytes() for path in new.iterdir()} == before


def test_a_text_is_drafted_and_what_is_left_to_decide_is_counted(tmp_path: Path) -> None:
    (tmp_path / "ferries.txt").write_text(TEXT, encoding="utf-8")
    done = run("new", "mine", "--title", "Ferries", "--url", URL, "--from", "ferries.txt", cwd=tmp_path)
    assert done.stderr == ""
    assert done.stdout.splitlines()[1:-1] == [
        "units.txt: the text names EUR, mile, hour, percent; things counted are not among them",
        "documents.csv: 1 lines taken as headings: What They Cost",
        "drafts/observations.csv: 6 rows; to decide: whether it is a figure 6, which id instead of its printed words "
        "6, what is measured 6, who says so 6, in which unit 2, how firmly it is said 6, who counted it 6, of which "
        "groups it is 6, of which time it is 6, by which words it is attributed to its source 1, whether it is a "
        "change, and of what 1, whether a fall is below zero 1",
        "drafts/dismissed.csv: 2 rows; to decide: nothing",
        "units.txt: to decide: a unit for each thing counted: ferries, passengers",
        "documents.csv: to decide, where one holds for all figures: authors, publisher, published, source, issued, "
        "period, season, prices",
        "kinds.csv, topics.csv, populations.csv, indicators.csv, sources.csv, agents.csv, dimensions.csv, caveats.csv, "
        "derivations.csv, temptations.csv: to decide: what the figures need",
        "drafts/decisions.csv: all 85 decisions, each with its row, its column and the words in question",
    ]
    with (tmp_path / "mine" / "drafts" / "decisions.csv").open(encoding="utf-8", newline="") as file:
        decisions = list(csv.DictReader(file))
    assert len(decisions) == 85
    assert {
        "table": "observations",
        "id": "15-percent-less",
        "column": "value",
        "question": "whether a fall is below zero",
        "drafted": "15",
        "words": "The crossing of 12 miles takes an hour, 15 percent less than in 2019.",
    } in decisions
    with (tmp_path / "mine" / "drafts" / "observations.csv").open(encoding="utf-8", newline="") as file:
        drafts = list(csv.DictReader(file))
    assert [(row["value"], row["qualifier"], row["unit"]) for row in drafts] == [
        ("3", "unqualified", ""),
        ("420", "at_most", ""),
        ("18500000", "unqualified", "EUR"),
        ("12", "unqualified", "mile"),
        ("1", "unqualified", "hour"),
        ("15", "unqualified", "percent"),
    ]
    assert not any(row["indicator"] or row["source"] or row["status"] or row["period"] for row in drafts)
    assert load(tmp_path / "mine").documents.iloc[0]["title"] == "New Ferries for the Sound"


def test_a_draft_keeps_what_is_printed_and_fills_nothing_else(tmp_path: Path) -> None:
    text = """\
Pay and Passengers

Pay rose by 9 cents to $28.50, and overtime remained at 3.0 hours. Traffic declined by 6,000. It compares with a mean of
95,000 over the prior 6 months. About 400 passengers cross the Sound a day. Winter was 0.2 °C below the provisional one.
"""
    (tmp_path / "pay.txt").write_text(text, encoding="utf-8")
    run("new", "mine", "--title", "Pay", "--url", URL, "--from", "pay.txt", cwd=tmp_path)
    with (tmp_path / "mine" / "drafts" / "observations.csv").open(encoding="utf-8", newline="") as file:
        drafts = [row for row in csv.DictReader(file) if row["as_printed"] != "6 months"]
    assert [tuple(row[name] for name in ("as_printed", "value", "significant_figures", "unit")) for row in drafts] == [
        ("9 cents", "9", "", "cent"),
        ("$28.50", "28.50", "4", "USD"),
        ("3.0 hours", "3.0", "2", "hour"),
        ("declined by 6,000", "6000", "", ""),
        ("95,000", "95000", "", ""),
        ("About 400 passengers cross the Sound a day", "400", "", ""),
        ("0.2 °C below", "0.2", "", "degree_Celsius"),
    ]
    assert load(tmp_path / "mine").units.factor("cent", "USD") == 0.01


def test_a_text_without_a_title_or_numbers_is_read_too() -> None:
    read = read_new_text("It begins at once. Nothing is counted.\n\nAnd it goes on.\n")
    assert (read.title, read.headings, read.units) == ("", (), ())
    assert read_new_text("It was 3.4 million tonnes, or 7 t/ha.\n").units == ("tonne", "hectare")


@pytest.mark.parametrize("title", ["Überblick", "数字", "A" * 300, "../x"])
def test_any_title_gives_a_name_that_files_and_addresses_can_have(title: str) -> None:
    assert Beginning(title=title, url=URL).name in {"uberblick", "catalogue", "a" * 60, "x"}


def test_every_page_and_address_of_an_empty_catalogue_answers(new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_DATA", str(new))
    named = (
        addresses.FIGURES_CSV, addresses.FIGURES_JSON, addresses.FIGURES_PNG, addresses.DERIVED_CSV,
        addresses.COLUMNS_MD, addresses.CATALOGUE_JSONLD, addresses.CITATIONS_BIB, addresses.CITATIONS_RIS,
        addresses.CITATIONS_CSL, addresses.REPORT, addresses.SITEMAP,
    )  # fmt: skip
    for address in ("/", "/figures", *named):
        assert (ask_here(address).status, address) == (200, address)
    assert ask_here("/data/bundle.zip").status in {400, 404}
