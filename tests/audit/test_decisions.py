"""What drafts leave to decide: each question with its row, its column and the words of the text."""

import csv
from pathlib import Path

import pytest

from indicators.audit.decisions import Decision, decisions_of_catalogue, decisions_of_drafts
from indicators.audit.drafts import Drafts
from indicators.audit.open_questions import CHANGE, FALL, SHARE, things_counted
from indicators.catalogue.model import Catalogue
from tests.support.command_line import run
from tests.support.edits import without_rows
from tests.support.places import WARDS

OPENING = "Beds for the Winter\n\n"


@pytest.fixture(scope="module")
def bare(wards: Catalogue) -> Catalogue:
    return without_rows(wards)


def test_questions_that_no_empty_cell_asks_name_their_row_and_its_words(bare: Catalogue) -> None:
    text = (
        "It rose by 3%, or 2 points, to 61%. It fell by 40 beds. Of 64 beds, 1 in 4 is old; 9 came (+5).\n\n"
        "The rate was revised from 0.4 percent to 0.3 percent, and 64 beds came."
    )
    decisions = list(decisions_of_drafts(Drafts(bare, f"{OPENING}{text}\n", "winter-2023")))
    asked = {
        question: [each.id for each in decisions if each.question == question] for question in (SHARE, CHANGE, FALL)
    }
    assert asked == {
        SHARE: ["61", "1-in-4", "0-4-percent", "0-3-percent"],
        CHANGE: ["3", "2-points", "fell-by-40-beds", "5"],
        FALL: ["fell-by-40-beds"],
    }
    about = [each for each in decisions if each.question in ("whether it repeats one before", FALL)]
    assert about == [
        Decision(
            table="observations",
            id="fell-by-40-beds",
            column="value",
            question=FALL,
            drafted="40",
            words="It fell by 40 beds.",
        ),
        Decision(
            table="observations",
            id="64-beds-2",
            question="whether it repeats one before",
            drafted="64-beds",
            words="… from 0.4 percent to 0.3 percent, and 64 beds came.",
        ),
    ]
    earlier = [each.column for each in decisions if each.id == "0-4-percent" and each.column in ("issued", "vintage")]
    assert earlier == ["issued", "vintage"]


def test_every_empty_cell_of_a_row_to_decide_is_a_decision(bare: Catalogue) -> None:
    drafts = Drafts(bare, f"{OPENING}It has 61 wards.\n", "winter-2023")
    asked = [(each.column, each.question) for each in decisions_of_drafts(drafts)]
    assert asked == [
        ("", "whether it is a figure"),
        ("id", "which id instead of its printed words"),
        ("indicator", "what is measured"),
        ("source", "who says so"),
        ("unit", "in which unit"),
        ("status", "how firmly it is said"),
        ("root", "who counted it"),
        ("groups", "of which groups it is"),
        ("period", "of which time it is"),
    ]
    text = "The number of wards and the number of beds"  # beds are in the units of the catalogue
    of_catalogue = list(decisions_of_catalogue(drafts, text, ("On Wards",)))
    assert [(each.table, each.column, each.drafted) for each in of_catalogue if each.drafted] == [
        ("documents", "headings", "On Wards"),
        ("units.txt", "", "wards"),
    ]
    assert all(
        not drafts.catalogue.text("documents", each.id, each.column)
        for each in of_catalogue
        if each.id and not each.drafted
    )


def test_rows_whose_sentence_somebody_says_ask_by_which_words(bare: Catalogue) -> None:
    text = "The mayor said that 40 beds came. 61 wards opened, 3 more than previously reported."
    decisions = list(decisions_of_drafts(Drafts(bare, f"{OPENING}{text}\n", "winter-2023")))
    asked = [(each.id, each.words) for each in decisions if each.column == "attribution"]
    assert asked == [("40-beds", "The mayor said that 40 beds came.")]


def test_parts_inferred_cells_and_figures_in_words_alone_are_asked_once(bare: Catalogue) -> None:
    text = (
        "40 beds came, the same as the usual gain over the prior 6 months. The rate was unchanged at 61 percent. "
        "The price showed no change, and 30 wards opened. "
        "The rate has returned to its May level. It went back to the coast."
    )

    def asked(text: str) -> list[tuple[str, str, str]]:
        drafts = Drafts(bare, f"{OPENING}{text}\n", "winter-2023")
        listed = decisions_of_catalogue(drafts, text)
        return [
            (each.table, each.column, each.words)
            for each in listed
            if each.column in ("part_of", "inferred") or (each.words and each.table == "observations")
        ]

    assert asked(text) == [
        ("indicators", "part_of", ""),
        ("observations", "part_of", ""),
        ("observations", "inferred", ""),
        ("observations", "", "40 beds came, the same as the usual gain over the prior 6 months."),
        ("observations", "", "The price showed no change, and 30 wards opened."),
        ("observations", "", "The rate has returned to its May level."),
    ]
    assert asked("It has 61 wards.") == [("observations", "inferred", "")]
    assert asked("It has wards.") == []
    by_groups = asked("Beds rose by 4.9 percent for men and 4.7 percent for women.")
    assert [table for table, column, _ in by_groups if column == "part_of"] == ["indicators", "observations", "groups"]


def test_a_draft_of_dismissals_counts_each_that_lacks_its_reason(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(f"{OPENING}It rose by 7,777 ferries and 888 tugs.\n", encoding="utf-8")
    arguments = ("--data", str(WARDS), "--document", "winter-2023", "--suggest-dismissed")
    done = run("audit", str(tmp_path / "text.txt"), *arguments)
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [row["why"] for row in rows] == ["", ""]
    assert "2 rows; to decide: why it is no figure 2" in done.stderr


def test_things_counted_are_named_once_by_the_words_of_their_numbers() -> None:
    words = [
        "11 districts",
        "the remaining eight districts",
        "6,000 planned latrines",
        "2.4 times",
        "Three quarters",
        "40",
        "9 children",
    ]
    text = "The number of jobless persons, at 5 million, rose; 60 is the number of the long-term unemployed."
    assert things_counted(words, text) == {
        "districts": "11 districts",
        "latrines": "6,000 planned latrines",
        "children": "9 children",
        "persons": "number of jobless persons",
    }


def test_an_audit_writes_the_decisions_of_its_drafts_beside_them(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(f"{OPENING}It rose by 7,777 ferries.\n", encoding="utf-8")
    file = tmp_path / "decisions.csv"
    arguments = ("--data", str(WARDS), "--document", "winter-2023", "--suggest", "--decisions", str(file))
    done = run("audit", str(tmp_path / "text.txt"), *arguments)
    assert "whether it is a change, and of what 1" in done.stderr
    with file.open(encoding="utf-8", newline="") as rows:
        decisions = [row for row in csv.DictReader(rows) if row["table"] == "observations"]
    assert {row["id"] for row in decisions} == {"", "7-777-ferries"}
    assert next(row["words"] for row in decisions if row["id"]) == "It rose by 7,777 ferries."
