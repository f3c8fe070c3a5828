"""What changed in a text is named: one finding for one change. Drafts of rows that the check accepts."""

import dataclasses
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indicators._load import load
from indicators.audit.drafts import Drafts
from indicators.audit.report import Report, audit
from indicators.catalogue.model import Catalogue
from indicators.text.normal import normalise
from indicators.text.numerals import hold
from tests.support.edits import without_rows
from tests.support.effort import examples
from tests.support.places import WARDS

TEXT = (WARDS / "text.txt").read_text(encoding="utf-8")


@cache
def wards() -> Catalogue:
    return load(WARDS)


def named(report: Report) -> list[str]:
    return [f"{finding.kind}: {finding.id}: {finding.message}" for finding in report.findings]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("about 90 patients", "nearly 90 patients", 'misquoted: daily-officials: "about" became "nearly"'),
        ("4,200 admissions", "2,400 admissions", 'misquoted: season-2023-10: "4,200" became "2,400"'),
        ("exactly 1,240 staffed", "1,240 staffed", 'misquoted: beds-staffed: "exactly" is no longer there'),
        ("60 kilometres away", "60 miles away", 'misquoted: distance-next: "kilometres" became "miles"'),
        ("fewer than 90 died", "no fewer than 90 died", "misquoted: died-2023-10: "),
        ("nurses are missing", "doctors are missing", 'misquoted: nurses-missing: "nurses" became "doctors"'),
        ("at least two hours", "at least three hours", 'misquoted: time-lost: "two" became "three"'),
        ("40 beds empty", "40 rooms empty", 'misquoted: beds-empty: "beds" became "rooms"'),
        ("€2.5 million a year", "€2.5 million a month", 'misquoted: winter-fund: "year" became "month"'),
        ("36 metric tons", "36 short tons", 'misquoted: oxygen-2023: "metric" became "short"'),
        ("on 1 September", "on 1 August", 'misquoted: 1-september: "September" became "August"'),
        ("it stood, provisionally", "it stood, finally",
         'misquoted: provisional: the caveat provisional rests on it: "provisionally" became "finally"'),
        ("give notice, it fears", "give notice, it hopes", 'missing: nurses-leaving: attribution "fears": '),
        ("since the season began", "since the year began",
         "misquoted: admissions-season-defined: the definition of admissions-season rests on it: "),
        ("nurses estimates that", "nurses proves that", 'missing: nurses-missing: attribution "estimates": '),
        ("keeps 40 beds", "has 40 beds", "reworded: beds-empty: its sentence is worded differently now"),
    ],
)  # fmt: skip
def test_one_change_is_one_finding_that_says_what_changed(before: str, after: str, found: str) -> None:
    assert TEXT.count(before) == 1
    findings = named(audit(wards(), TEXT.replace(before, after)))
    assert any(finding.startswith(found) for finding in findings), findings
    assert len(findings) <= 3


def test_an_attribution_in_another_sentence_is_looked_for_there() -> None:
    said = (
        wards()
        .passages.loc[["feared"]]
        .assign(id="fears", caveat=None, figure="beds-empty", as_printed="could give notice, it fears")
    )
    said.index = pd.Index(["fears"])
    figures = wards().figures
    figures = figures.assign(attribution=figures["attribution"].astype("str").replace("alleges", "it fears"))
    elsewhere = dataclasses.replace(wards(), figures=figures)
    assert named(audit(elsewhere, TEXT)) == [
        'missing: beds-empty: attribution "it fears": its words are not in its sentence'
    ]
    passages = pd.concat([wards().passages, said])
    assert named(audit(dataclasses.replace(elsewhere, passages=passages), TEXT)) == []


def test_what_the_document_states_needs_no_dismissal_and_a_table_is_a_reference() -> None:
    text = f"{TEXT}\n\nIn December it was so. (See tables A-1, A-2, and A-3.) The F-16 came in May.\n"
    documents = wards().documents.assign(issued="2023-12-04", period="2023-11/2023-12")
    stated = dataclasses.replace(wards(), documents=documents)
    assert [finding.expression for finding in audit(stated, text).findings] == ["A-1", "A-2", "A-3", "F-16", "May"]
    drafted = Drafts(stated, text).all_dismissals
    assert drafted["why"].tolist() == ["reference"] * 3 + ["name", "date"]


def test_a_title_that_differs_is_one_finding_and_shifts_no_paragraph() -> None:
    other = TEXT.replace("Beds for the Winter", "Beds for Winter", 1)
    assert named(audit(wards(), other, "winter-2023")) == [
        'untitled: winter-2023: the title in documents.csv is "Beds for the Winter"'
    ]


PIECES = (
    "about half a two hundred thousands of more than 7 10-12 1,240 beds in one 2½ million £3–4k 45,000³ 3x 12abc 1.2.3 "
    "5% May 2024 COVID-19 ± minus €2.5m a year 1 in 5 per 100,000 nearly , . ; ( ) 31°C aged 40 third ½ men k the of "
    "0.5 1/3 F-16 S&P 500 2–0 60s twice decades May June 4 2023 2023-05-12½ Q3½ COVID-19½ x½x 12½th to"
).split(" ")


def completed(catalogue: Catalogue, drafted: pd.DataFrame) -> pd.DataFrame:
    """The drafted rows with what an editor decides; without those of a unit that no kind of the catalogue has."""
    drafted = drafted[~drafted["as_printed"].str.contains(r"\bper (?:\d|hundred|thousand|million)")]
    fitting: dict[str, str] = {}
    for one in catalogue.indicators.to_dict("records"):
        main = catalogue.text("kinds", one["kind"], "unit")
        for unit in {unit for unit in drafted["unit"] if unit}:
            if catalogue.units.measures(unit, main, rate=one["statistic"] == "rate"):
                fitting.setdefault(unit, one["id"])
    open_unit = drafted["unit"] == ""
    done = drafted.assign(
        indicator=drafted["unit"].map(fitting).where(~open_unit, "beds-staffed"),
        inferred=open_unit.map({True: "unit", False: ""}),
        unit=drafted["unit"].where(~open_unit, "bed"),
        source="author",
        status="reported",
    )
    return done[done["indicator"].notna()]


@settings(deadline=None, max_examples=examples(4))
@given(words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
@example(words=["twice", "±", "about", "half"])
@example(words=["million", "about", "±", "1/3"])
@example(words=["half", "per", "million"])
def test_a_completed_draft_is_accepted_by_check_and_right_in_the_audit(words: list[str]) -> None:
    """Whatever a text says, no draft has to be mended."""
    text = f"Beds for the Winter\n\nThe board said {' '.join(words)} today.\n"
    rows = completed(wards(), Drafts(without_rows(wards()), text, "winter-2023").observations)
    with TemporaryDirectory() as temporary:
        folder = Path(shutil.copytree(WARDS, Path(temporary) / "wards"))
        (folder / "audit.json").unlink()
        own = rows.assign(id="drafted-" + rows["id"])
        with (folder / "observations.csv").open("a", encoding="utf-8") as file:
            own.to_csv(file, index=False, header=False)
        catalogue = load(folder)
    assert len(catalogue.figures) == len(wards().figures) + len(rows)
    drafted = catalogue.figures[catalogue.figures["id"].str.startswith("drafted-")]
    report = audit(dataclasses.replace(without_rows(catalogue), figures=drafted), text, "winter-2023")
    assert [finding for finding in named(report) if not finding.startswith("unaccounted")] == []
    assert set(";".join(report.expressions["observation"]).split(";")) >= set(drafted["id"])


@settings(deadline=None, max_examples=examples(8))
@given(words=st.lists(st.sampled_from(PIECES), max_size=14))
@example(words=["half", "per", "half"])
@example(words=["half", "twice", "beds"])
def test_a_draft_quotes_words_that_state_its_number(words: list[str]) -> None:
    bare = without_rows(wards())
    text = f"Beds for the Winter\n\nThe board said {' '.join(words)} today.\n"
    draft = Drafts(bare, text, "winter-2023").observations
    for column in ("value", "lower", "upper"):
        filled = draft[draft[column] != ""]
        assert hold(filled["as_printed"], filled[column].astype(float)).all()
    dismissed = Drafts(bare, text, "winter-2023").all_dismissals
    sentence = normalise(text.splitlines()[2])
    assert all(normalise(quoted) in sentence for quoted in [*draft["as_printed"], *dismissed["as_printed"]])
    rows = dismissed.replace({"why": {"": "idiom"}}).astype({"paragraph": float, "occurrence": float})
    report = audit(dataclasses.replace(bare, dismissed=rows), text, "winter-2023")
    assert named(report) == []
    assert len(report.expressions) == len(pd.unique(dismissed["id"]))
