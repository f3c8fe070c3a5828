"""What changed in a text is named: one finding for one change. Drafts of rows that the check accepts."""

import dataclasses
from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators._load import load
from indicators.audit.drafts import draft_dismissals, draft_observations
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


@settings(deadline=None, max_examples=examples(20))
@given(words=st.lists(st.sampled_from(PIECES), max_size=14))
def test_a_draft_quotes_words_that_state_its_number(words: list[str]) -> None:
    bare = without_rows(wards())
    text = f"Beds for the Winter\n\nThe board said {' '.join(words)} today.\n"
    draft = draft_observations(bare, text, "winter-2023")
    for column in ("value", "lower", "upper"):
        filled = draft[draft[column] != ""]
        assert hold(filled["as_printed"], filled[column].astype(float)).all()
    dismissed = draft_dismissals(bare, text, "winter-2023")
    sentence = normalise(text.splitlines()[2])
    assert all(normalise(quoted) in sentence for quoted in [*draft["as_printed"], *dismissed["as_printed"]])
    rows = dismissed.replace({"why": {"": "idiom"}}).astype({"paragraph": float, "occurrence": float})
    report = audit(dataclasses.replace(bare, dismissed=rows), text, "winter-2023")
    assert named(report) == []
    assert len(report.expressions) == len(pd.unique(dismissed["id"]))
