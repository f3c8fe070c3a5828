"""The audit of a text against its catalogue: a document written for the tests, and the article where it is present."""

import csv
import dataclasses
import io
import json
import os
import re
import shutil
import tracemalloc
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from indicators._load import load
from indicators.audit import claim, saved_audit, text_file
from indicators.audit.drafts import Drafts
from indicators.audit.printed_dates import compare_dates
from indicators.audit.report import COLUMNS, FINDINGS, Report, audit
from indicators.catalogue import audit_file
from indicators.catalogue.model import Catalogue
from indicators.cli import main as cli
from indicators.errors import CatalogueError, IndicatorsError, UnknownIdError
from indicators.figures.build import figures_of
from indicators.measure import bounds
from indicators.render.figure_card import card
from indicators.text.normal import normalise
from indicators.text.sentences import fingerprint, sentences
from tests.support.audits import about, changed
from tests.support.edits import Edited, without_rows
from tests.support.effort import part
from tests.support.places import DATA, WARDS
from tests.support.work import calls, run_within

TEXT = (WARDS / "text.txt").read_text(encoding="utf-8")

# Every number of the text, listed by hand, and the observation or the reason that accounts for it.
BY_HAND = """
    ten years ago | date
    exactly 1,240 staffed beds | beds-staffed
    three hospitals | idiom
    150 more | beds-planned
    a further 60 | beds-if-frost
    the three | idiom
    nearly 60 kilometres away | distance-next
    at least two hours | time-lost
    October | date
    4,200 admissions | season-2023-10
    1 September | date
    A month later | date
    provisionally, at 6,900 | season-2023-11
    first spoken | ordinal
    4,000 admissions | season-board-first
    October | date
    corrected that to 4,200 | season-board
    November | date
    about 90 patients a day | daily-officials
    91 a day | daily-nurses
    September | date
    2,050 admissions | month-2023-09
    October | date
    October 2,150 | month-2023-10
    September | date
    October | date
    3,700 had left | left-2023-10
    October | date
    3,610 of them went home | home-2023-10
    fewer than 90 died | died-2023-10
    more than 36 metric tons | oxygen-2023
    September | date
    November | date
    at most €2.5 million a year | winter-fund
    between 120 and 180 nurses | nurses-missing
    Hundreds more | nurses-leaving
    40 beds empty | beds-empty
"""


def _held() -> Iterator[Any]:
    yield pytest.param(("wards", WARDS / "text.txt"), id="wards")
    article = os.environ.get("INDICATORS_TEXT")
    absent = pytest.mark.skipif(not article, reason="INDICATORS_TEXT names no file with the text of the article")
    yield pytest.param(("shipped", Path(article or "")), id="shipped", marks=absent)


@pytest.fixture(scope="module", params=_held())
def held(request: pytest.FixtureRequest) -> tuple[Catalogue, str]:
    """A catalogue and the text that it is of."""
    catalogue, text = request.param
    return request.getfixturevalue(catalogue), text.read_text(encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the wards catalogue to change."""
    return Path(shutil.copytree(WARDS, tmp_path / "wards"))


def without(catalogue: Catalogue, one: str, table: str = "figures") -> Catalogue:
    frame: pd.DataFrame = getattr(catalogue, table)
    return dataclasses.replace(catalogue, **{table: frame[(frame["id"] != one).to_numpy()]})


def messages(report: Report) -> list[str]:
    return [
        f"{one.kind}: {one.section}, {one.paragraph}: {one.expression}: {one.id}: {one.message}"
        for one in report.findings
    ]


# What is found


def test_nothing_is_found_where_the_catalogue_and_the_text_agree(held: tuple[Catalogue, str]) -> None:
    report = audit(*held)
    assert messages(report) == []
    assert report.counts == dict.fromkeys(FINDINGS, 0)
    assert (report.expressions["finding"] == "").all()


def test_every_observation_of_the_document_carries_one_expression(held: tuple[Catalogue, str]) -> None:
    catalogue, text = held
    report = audit(catalogue, text)
    figures = catalogue.figures
    mine = figures.loc[(figures["document"] == report.document).to_numpy(), "id"]
    carried = report.expressions.loc[report.expressions["observation"] != "", "observation"]
    assert sorted(carried) == sorted(mine)


def test_the_numbers_of_the_text_are_those_listed_by_hand(wards: Catalogue) -> None:
    rows = audit(wards, TEXT).expressions
    found = [f"{row['expression']} | {row['observation'] or row['why']}" for row in rows.to_dict("records")]
    assert found == [line.strip() for line in BY_HAND.strip().splitlines()]


def test_every_digit_of_a_text_is_in_its_report(held: tuple[Catalogue, str]) -> None:
    catalogue, text = held
    bare = [without_rows(catalogue)]
    reported = "".join(audit(bare[0], text, audit(catalogue, text).document).expressions["expression"])
    assert re.sub(r"\D", "", reported) == re.sub(r"\D", "", normalise(text))


def test_a_report_has_its_columns_and_the_fingerprint_of_the_text(wards: Catalogue) -> None:
    report = audit(wards, TEXT)
    assert tuple(report.expressions.columns) == COLUMNS
    assert report.document == "winter-2023"
    assert report.text_sha256 == fingerprint(TEXT)


def test_typography_alone_changes_nothing(wards: Catalogue) -> None:
    other = TEXT.replace("’", "'").replace("“", '"').replace("”", '"').replace(" 60 ", "\u00a060  ")
    assert messages(audit(wards, other.replace("\n", "\r\n"))) == []


def test_numbers_in_title_headings_captions_and_footer_are_found(wards: Catalogue) -> None:
    text = TEXT.replace("Photograph:", "Photograph 1:") + "\n\n5 Review Street\n"
    documents = wards.documents.assign(
        title=wards.documents["title"].astype(str).replace("Beds for the Winter", "7 Beds"),
        headings=wards.documents["headings"].astype(str).replace("A Full House|What It Takes", "8 Wards|What It Takes"),
    )
    catalogue = dataclasses.replace(wards, documents=documents)
    text = text.replace("Beds for the Winter", "7 Beds").replace("A Full House", "8 Wards")
    found = [one for one in messages(audit(catalogue, text)) if one.startswith("unaccounted")]
    assert found == [
        "unaccounted: lead, 0: 7 Beds: : a number that nothing accounts for",
        "unaccounted: lead, 1: 1: : a number that nothing accounts for",
        "unaccounted: 8 Wards, 0: 8: : a number that nothing accounts for",
        "unaccounted: What It Takes, 3: 5: : a number that nothing accounts for",
    ]


def test_a_number_that_nobody_claims_is_unaccounted(wards: Catalogue) -> None:
    report = audit(without(without(wards, "beds-empty"), "october-5", "dismissed"), TEXT)
    # October is the period of a figure of its sentence, which accounts for it.
    assert messages(report) == ["unaccounted: What It Takes, 2: 40 beds: : a number that nothing accounts for"]
    assert list(report.expressions.loc[report.expressions["finding"] != "", "expression"]) == ["40 beds"]


def test_a_sentence_that_changed_beside_the_quoted_words_is_reworded(wards: Catalogue) -> None:
    text = TEXT.replace("keeps 40 beds empty", "has 40 beds empty")
    [now] = [each.fingerprint for each in sentences(text) if "has 40 beds" in each.text]
    expected = (
        "reworded: What It Takes, 2: 40 beds empty: beds-empty: its sentence is worded differently now; the words "
        "quoted from it are not; the sentence has the fingerprint "
    )
    assert messages(audit(wards, text)) == [f"{expected}{now}"]
    unknown = changed(wards, "beds-empty", fingerprint="0" * 64)  # of a row that was entered without it
    assert messages(audit(unknown, text)) == [f"{expected}{now}"]


def test_an_observation_whose_words_are_not_in_its_sentence_is_missing(wards: Catalogue) -> None:
    assert messages(audit(changed(wards, "beds-empty", as_printed="40 empty beds"), TEXT)) == [
        "missing: What It Takes, 2: 40 empty beds: beds-empty: its words are not in its sentence",
        "unaccounted: What It Takes, 2: 40 beds: : a number that nothing accounts for",
    ]


def test_words_that_stand_elsewhere_than_the_locator_says_are_misplaced(wards: Catalogue) -> None:
    report = audit(changed(wards, "beds-empty", section="A Full House", paragraph=1.0), TEXT)
    assert messages(report) == [
        'misplaced: A Full House, 1: 40 beds empty: beds-empty: it stands in section "What It Takes", paragraph 2'
    ]
    assert list(report.expressions.loc[report.expressions["finding"] == "misplaced", "observation"]) == ["beds-empty"]


@pytest.mark.parametrize(
    ("one", "cells", "expected"),
    [
        ("beds-staffed", {"value": 1420.0}, ["value: found 1,420; expected 1,240"]),
        ("nurses-missing", {"lower": 20.0}, ["lower: found 20; expected 120"]),
        ("nurses-missing", {"upper": 108.0}, ["upper: found 108; expected 180"]),
        (
            "nurses-leaving",
            {"order_of_magnitude": 3.0},
            ["order_of_magnitude: found 3 in nurse; expected 2 in nurse"],
        ),
        ("oxygen-2023", {"qualifier": "unqualified"}, ["qualifier: found unqualified; expected more_than"]),
        ("left-2023-10", {"qualifier": "nearly"}, ["qualifier: found nearly; expected unqualified"]),
        ("oxygen-2023", {"unit": "short_ton"}, ["unit: found short_ton; expected metric_ton"]),
        ("distance-next", {"unit": "mile"}, ["unit: found mile; expected kilometer"]),
        ("daily-nurses", {"unit": "admission/month"}, ["unit: found admission/month; expected admission/day"]),
        ("winter-fund", {"unit": "EUR/day"}, ["unit: found EUR/day; expected EUR/year"]),
        ("beds-empty", {"unit": "nurse"}, ["unit: found nurse; expected a unit of the kind beds"]),
        (
            "oxygen-2023",
            {"as_printed": "36 metric tons"},
            ['as_printed: found "36 metric tons"; expected words that hold "more than 36 metric tons"'],
        ),
        (
            "oxygen-2023",
            {"as_printed": "more than 36 metric"},
            ['as_printed: found "more than 36 metric"; expected words that hold "more than 36 metric tons"'],
        ),
        ("season-2023-10", {"as_printed": "admissions since"}, ["its words hold no number whole"]),
        (
            "oxygen-2023",
            {"inferred": None},
            [
                "period: found 2023-09; expected dates that the sentence prints, or period among inferred",
                "period: found 2023-11; expected dates that the sentence prints, or period among inferred",
            ],
        ),
    ],
)
def test_an_observation_that_differs_from_the_words_is_misquoted(
    wards: Catalogue, one: str, cells: dict[str, object], expected: list[str]
) -> None:
    report = audit(changed(wards, one, **cells), TEXT)
    assert about(report, one) == expected
    assert {finding.kind for finding in report.findings if finding.id} == {"misquoted"}


def test_an_inferred_unit_may_go_unprinted_but_may_not_contradict_the_words(wards: Catalogue) -> None:
    unprinted = "The store holds 30 already."
    text = f"{TEXT}\n\n{unprinted}\n"
    where = {"as_printed": "30", "fingerprint": fingerprint(unprinted), "section": "What It Takes", "paragraph": 3.0}
    said = changed(wards, "oxygen-2023", value=30.0, qualifier="unqualified", inferred="period", **where)
    assert about(audit(said, text), "oxygen-2023") == [
        "unit: found metric_ton; expected a unit that the words name, or unit among inferred"
    ]
    assert about(audit(changed(said, "oxygen-2023", inferred="period;unit"), text), "oxygen-2023") == []
    contradicting = changed(wards, "distance-next", unit="mile", inferred="unit")
    assert about(audit(contradicting, TEXT), "distance-next") == ["unit: found mile; expected kilometer"]


def test_an_inferred_qualifier_is_not_compared_with_the_words(wards: Catalogue) -> None:
    preposition = changed(wards, "distance-next", qualifier="unqualified", inferred="qualifier")
    assert messages(audit(preposition, TEXT)) == []


@pytest.mark.parametrize(
    ("one", "cells", "expected"),
    [
        ("daily-officials", {"period": "2023-10"}, "period: found 2023-10; expected {}: November"),
        ("left-2023-10", {"period": "2023-08/2023-10"}, "period: found 2023-08; expected {}: September, October"),
        ("season-2023-10", {"period": "2023-09-02/2023-10-31"}, "period: found 2023-09-02; expected {}: September 1"),
        ("daily-officials", {"period": "2022-11"}, ""),
        ("daily-nurses", {"period": "2023-10"}, ""),
        ("season-2023-11", {"period": "2023-09-02/2023-10-31"}, ""),
    ],
)
def test_an_inferred_year_excuses_no_other_month(
    wards: Catalogue, one: str, cells: dict[str, object], expected: str
) -> None:
    fits = "a date that fits those that the sentence prints"
    found = about(audit(changed(wards, one, **cells), TEXT), one)
    assert len(found) == bool(expected)
    assert all(message.startswith(expected.replace("{}", fits)) for message in found)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [("about 90 a day in November", 1), ("In November it is compared with about 90 a day over the prior month", 0)],
)
def test_an_inferred_period_may_be_counted_from_the_month_that_is_printed(
    wards: Catalogue, sentence: str, found: int
) -> None:
    observation = changed(wards, "daily-officials", period="2023-10").observation("daily-officials")
    assert len(list(compare_dates(observation, sentence, ["--11"], {}))) == found


@pytest.mark.parametrize(("printed", "found"), [(["--11"], 0), (["--10"], 1), (["2022-10"], 1), ([], 1)])
def test_where_the_year_alone_is_inferred_the_month_is_printed(
    wards: Catalogue, printed: list[str], found: int
) -> None:
    cells = {"period": "2023-11", "inferred": "period.year"}
    observation = changed(wards, "daily-officials", **cells).observation("daily-officials")
    assert len(list(compare_dates(observation, "about 90 a day", printed, {}))) == found


def test_what_the_document_states_once_is_neither_inferred_nor_printed(edited: Edited) -> None:
    """The year of the months, the date of issue and the source are fields of the document."""

    def state(table: str) -> str:
        return table.replace("2023-12-04,,,", "2023-12-04,register,2023-12-04,2023")

    stated = edited(WARDS, "documents.csv", state)
    month = changed(stated, "month-2023-10", inferred="unit", issued="2023-12-04", attribution=None)
    assert about(audit(month, TEXT), "month-2023-10") == []
    assert about(audit(changed(month, "month-2023-10", period="2023-08"), TEXT), "month-2023-10") == [
        "period: found 2023-08; expected dates that the sentence prints, or period among inferred"
    ]
    assert about(audit(changed(month, "month-2023-10", issued="2023-12-05"), TEXT), "month-2023-10") == [
        "issued: found 2023-12-05; expected dates that the sentence prints, or issued among inferred"
    ]
    (figure,) = figures_of(month, month.rows("month-2023-10"))
    assert figure.stated == ("source", "issued")
    assert figure.attributed == "stated by the document"
    assert ": stated by the document" in card([figure])


def test_a_draft_has_what_the_document_states(edited: Edited) -> None:
    stated = edited(WARDS, "documents.csv", lambda table: table.replace("04,,,", "04,register,2023-12-04,2023"))
    draft = Drafts(without_rows(stated), TEXT, "winter-2023").observations
    assert set(draft["issued"]) == {"2023-12-04"}
    # Where the sentence names another source, the source is to decide.
    assert set(draft["source"]) == {"register", ""}
    source = dict(zip(draft["as_printed"], draft["source"], strict=True))
    assert (source["2,050 admissions"], source["40 beds"], source["91 a day"]) == ("register", "register", "")
    # Where the sentence tells a month, or counts a time from another, the period is to be decided.
    assert set(draft["period"]) == {"2023", ""}
    decide = set(draft["as_printed"][draft["period"] == ""])
    assert {"6,900", "4,200 admissions", "2,050 admissions"} <= decide
    assert decide.isdisjoint({"150 more", "91 a day", "40 beds"})


def test_a_draft_quotes_the_words_of_a_fall_that_is_told_twice(wards: Catalogue) -> None:
    sentence = "Admissions were below their level of 2019 by 400, or 5.5 percent."
    draft = Drafts(wards, TEXT.replace("Nobody has answered her.", sentence), "winter-2023").observations
    assert list(draft["as_printed"]) == [
        "below their level of 2019 by 400",
        "below their level of 2019 by 400, or 5.5 percent",
    ]


@pytest.mark.parametrize(
    ("words", "unit", "is_found"),
    [
        ("Average hourly pay was €18.50.", "EUR/hour", False),
        ("Average pay was €18.50.", "EUR/hour", True),
        ("Average daily pay was €18.50.", "EUR/hour", True),
    ],
)
def test_what_an_amount_is_per_may_stand_before_it(wards: Catalogue, words: str, unit: str, is_found: bool) -> None:
    text = TEXT.replace("The winter fund may spend at most €2.5 million a year.", words)
    cells = {"unit": unit, "as_printed": "€18.50", "fingerprint": fingerprint(words), "attribution": None}
    numbers = {"value": 18.5, "lower": 18.5, "upper": 18.5, "qualifier": "unqualified"}
    messages = about(audit(changed(wards, "winter-fund", **cells, **numbers), text), "winter-fund")
    assert any(message.startswith("unit: ") for message in messages) == is_found


@pytest.mark.parametrize(
    ("sentence", "period", "is_found"),
    [
        ("In November 2023, the board counted exactly 1,240 staffed beds.", "2023-11", False),
        ("The board counted exactly 1,240 staffed beds in November 2023.", "2023-11", False),
        ("The board counted exactly 1,240 staffed beds in November 2023.", "2023-01", True),
        ("There were exactly 1,240 staffed beds in use during November 2023.", "2023-01", True),
        ("In November 2023, exactly 1,240 staffed beds were in use.", "2023-01", True),
        ("Its November 2023 level of exactly 1,240 staffed beds was low.", "2023-01", True),
        ("The board counted exactly 1,240 staffed beds in November 2023.", "2023-01/2023-12", False),
        ("The board counted exactly 1,240 staffed beds more than in November 2023.", "2023-01", False),
        ("Exactly 1,240 staffed beds were below the number in November 2023.", "2023-01", False),
        ("The board counted exactly 1,240 staffed beds in November.", "2023", False),
    ],
)
def test_the_month_printed_with_a_number_is_that_of_its_period(
    edited: Edited, sentence: str, period: str, is_found: bool
) -> None:
    stated = edited(WARDS, "documents.csv", lambda table: table.replace("04,,,", "04,,,2023-01/2023-12"))
    text = TEXT.replace("The health board counts exactly 1,240 staffed beds in its three hospitals.", sentence)
    cells = {"period": period, "attribution": None, "fingerprint": fingerprint(sentence)}
    cells["as_printed"] = next(
        words for words in ("exactly 1,240 staffed beds", "Exactly 1,240 staffed beds") if words in text
    )
    messages = about(audit(changed(stated, "beds-staffed", **cells), text), "beds-staffed")
    assert any("a period that fits the date of the number" in message for message in messages) == is_found


def test_a_date_that_is_no_date_of_the_figure_is_dismissed_for_another_reason(wards: Catalogue) -> None:
    other = changed(wards, "daily-officials", period="2023-10")
    assert about(audit(changed(other, "november", "dismissed", why="reference"), TEXT), "daily-officials") == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"occurrence": 3.0}, "missing: its words stand 2 times in its sentence, not 3"),
        ({"as_printed": "Octobers"}, "missing: its words are not in its sentence"),
        ({"as_printed": "had left by the end", "occurrence": None}, "missing: its words hold no number whole"),
        ({"fingerprint": "0" * 64}, "missing: its sentence is not in the text"),
        ({"paragraph": 2.0}, 'misplaced: it stands in section "What It Takes", paragraph 1'),
        ({"as_printed": "3,700 had left", "occurrence": 1.0}, "misquoted: it dismisses what left-2023-10 accounts for"),
        ({"occurrence": 1.0}, "misquoted: it dismisses what october-4 accounts for"),
    ],
)
def test_a_dismissal_that_dismisses_nothing_is_found(wards: Catalogue, cells: dict[str, object], expected: str) -> None:
    report = audit(changed(wards, "october-5", "dismissed", **cells), TEXT)
    assert [f"{one.kind}: {one.message}" for one in report.findings if one.id == "october-5"] == [expected]


# Nothing that matters can be changed unseen


def _digits_changed(text: str) -> list[str]:
    return [
        f"{text[:place]}{(int(char) + 1) % 10}{text[place + 1 :]}" for place, char in enumerate(text) if char.isdigit()
    ]


def _changes(catalogue: Catalogue, row: dict[Any, Any]) -> Iterator[tuple[str, object]]:
    """Every digit of the numbers, the words and the locator in turn; every other qualifier; every other unit."""
    ends = ("lower", "upper") if row["qualifier"] == "between" else ("value", "order_of_magnitude")
    for column in (*ends, "paragraph"):
        if pd.notna(row[column]):
            for number in _digits_changed(bounds.number(row[column]).replace(",", "")):
                yield column, float(number)
    for column in ("as_printed", "fingerprint"):
        for text in _digits_changed(row[column])[:6]:
            yield column, text
    for qualifier in bounds.QUALIFIERS:
        if qualifier != row["qualifier"]:
            yield "qualifier", qualifier
    name, _, per = row["unit"].partition("/")
    for other in catalogue.units.names:
        if other != name:
            yield "unit", f"{other}/{per}" if per else other
    yield "unit", name if per else f"{name}/day"


def test_a_change_to_any_observation_is_found(held: tuple[Catalogue, str]) -> None:
    catalogue, text = held
    document = audit(catalogue, text).document
    rows = catalogue.figures[(catalogue.figures["document"] == document).to_numpy()].to_dict("records")
    plain = dataclasses.replace(catalogue, figures=catalogue.figures.astype(object))
    unseen = []
    # The first change to each observation is made at once in all of them, then the second, and so on.
    for changes in part(zip_longest(*(_changes(catalogue, row) for row in rows)), 8):
        figures = plain.figures.copy()
        made = {row["id"]: change for row, change in zip(rows, changes, strict=True) if change}
        for one, (column, value) in made.items():
            figures.loc[figures["id"] == one, column] = value
        report = audit(dataclasses.replace(catalogue, figures=figures), text, document)
        unseen += [(one, change) for one, change in made.items() if not about(report, one)]
    assert unseen == []


def test_a_change_to_any_sentence_with_an_observation_is_found(held: tuple[Catalogue, str]) -> None:
    catalogue, text = held
    row = catalogue.documents.loc[audit(catalogue, text).document]
    headings = catalogue.items(row["headings"], "documents", "headings")
    text = "\n\n".join(normalise(line) for line in text.splitlines() if line.strip())
    standing = {one.fingerprint: one.text for one in sentences(text, title=row["title"], headings=headings)}
    unseen = []
    for one in catalogue.figures[(catalogue.figures["document"] == row["id"]).to_numpy()].to_dict("records"):
        sentence, words = standing[one["fingerprint"]], normalise(one["as_printed"])
        digits = part(_digits_changed(words), 2)
        others = [*(sentence.replace(words, other, 1) for other in digits), sentence[:-1] + "!", ""]
        for other in others:
            report = audit(catalogue, text.replace(sentence, other, 1), row["id"])
            said = about(report, one["id"]) if words not in other else report.findings
            if not said:
                unseen.append((one["id"], len(other)))
    assert unseen == []


# Which document


def test_the_document_is_the_one_whose_title_opens_the_text(wards: Catalogue) -> None:
    documents = pd.concat([wards.documents, wards.documents.iloc[:1].assign(id="other", title="Other")])
    several = dataclasses.replace(wards, documents=documents.set_index("id", drop=False))
    assert audit(several, TEXT).document == "winter-2023"
    with pytest.raises(IndicatorsError) as raised:
        audit(several, "Another text.")
    assert str(raised.value) == "name the document by --document; the catalogue has winter-2023, other"


def test_a_document_that_is_not_there_or_whose_text_is_not_held_is_refused(wards: Catalogue) -> None:
    with pytest.raises(UnknownIdError) as unknown:
        audit(wards, TEXT, "winter-2032")
    assert str(unknown.value) == 'no document "winter-2032"; did you mean "winter-2023"?'
    with pytest.raises(IndicatorsError) as unheld:
        audit(wards, TEXT, "record-2024")
    assert str(unheld.value) == 'the text of "record-2024" is not held: there is nothing to set this one against'


# Speed and size


@pytest.mark.parametrize("piece", ["1x", "five "])
def test_the_work_of_an_audit_and_of_its_drafts_grows_with_the_text_and_not_faster(
    piece: str, wards: Catalogue
) -> None:
    def work(pieces: int) -> int:
        text = piece * pieces
        return calls(lambda: (audit(wards, text, "winter-2023"), Drafts(wards, text, "winter-2023").all_dismissals))

    some = work(1)  # what does not depend on the text
    assert work(160) - some < 8 * (work(40) - some)


def test_a_text_with_more_numbers_than_any_report_is_refused(wards: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claim, "MOST_AUDITED", 40)
    text = "Numbers\n\n" + "two " * 20 + "\n\n" + "1,2,3 " * 7
    assert len(audit(wards, text[:-5], "winter-2023").expressions) == 39
    with pytest.raises(IndicatorsError) as raised:
        audit(wards, text, "winter-2023")
    assert str(raised.value) == (
        "the text holds more numbers than are read at once: found number 41 in lead, paragraph 2; "
        "expected at most 40; give it in parts"
    )


@pytest.mark.external
def test_a_text_of_a_megabyte_is_audited_with_little_work() -> None:
    # It takes a few seconds; where the work grew with the square of the length, it would take an hour.
    program = (
        "from pathlib import Path; from indicators._load import load; from indicators.audit.report import audit\n"
        f"folder = Path({str(WARDS)!r}); text = (folder / 'text.txt').read_text(encoding='utf-8') + '\\n\\n'\n"
        "text *= 2**20 // len(text.encode())\n"
        "print(len(audit(load(folder), text, 'winter-2023').expressions))"
    )
    assert int(run_within(60, program)) > 10_000


def test_a_file_of_200_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    tracemalloc.start()
    try:
        with pytest.raises(IndicatorsError) as raised:
            text_file.read(path)
        assert tracemalloc.get_traced_memory()[1] < 10 * 2**20
    finally:
        tracemalloc.stop()
    assert str(raised.value) == f'"{path}" is longer than 2 MiB; no document is so long'


# The command


def run(*arguments: object) -> int:
    return cli.main(["audit", *map(str, arguments)])


def test_the_command_prints_every_expression_and_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(WARDS / "text.txt", "--data", WARDS) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[:5] == [
        f"winter-2023, text {fingerprint(TEXT)[:12]}",
        "",
        "lead, paragraph 2",
        '  "ten years ago"                               dismissed as date: ten-years-ago',
        '  "exactly 1,240 staffed beds"                  observation beds-staffed',
    ]
    assert lines[-1] == "37 numeric expressions, 21 carried by observations, 16 dismissed; no finding"


def test_the_command_ends_with_1_where_something_is_found(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = copy / "text.txt"
    text.write_text(TEXT.replace("keeps 40", "keeps 41"), encoding="utf-8")
    assert run(text, "--data", copy) == 1
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "",
        'misquoted: beds-empty: What It Takes, paragraph 2: "40 beds empty": "40" became "41"',
        "37 numeric expressions, 21 carried by observations, 16 dismissed; 1 misquoted",
    ]


def test_the_command_prints_the_report_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(WARDS / "text.txt", "--data", WARDS, "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    assert list(report) == ["document", "text_sha256", "expressions", "findings", "counts"]
    assert report["counts"] == {
        "unaccounted": 0,
        "missing": 0,
        "misplaced": 0,
        "misquoted": 0,
        "untitled": 0,
        "reworded": 0,
    }
    assert report["expressions"][1] == {
        "section": "lead",
        "paragraph": 2,
        "expression": "exactly 1,240 staffed beds",
        "kind": "number",
        "observation": "beds-staffed",
        "dismissed": "",
        "why": "",
        "finding": "",
    }


BAD = {
    "empty": (b"", "{} holds no text"),
    "blank": (b" \r\n\t\n", "{} holds no text"),
    "a byte order mark alone": (b"\xef\xbb\xbf", "{} holds no text"),
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "{} is UTF-16 or no text at all; save it as plain text in UTF-8"),
    "UTF-16": ("Seven ships.".encode("utf-16"), "{} is UTF-16 or no text at all; save it as plain text in UTF-8"),
    "Latin-1": (
        "Seven ships.\nSept navires à Genève.".encode("latin-1"),
        "{} is not UTF-8 (line 2); save it as plain text in UTF-8",
    ),
    "control characters": (b"\x01\x02\x03\x04 ships", "{} is no text: one character in 2 is a control character"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_without_a_text_to_read_ends_with_2(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, message = BAD[name]
    path = tmp_path / "text.txt"
    path.write_bytes(content)
    assert run(path, "--data", WARDS) == 2
    assert capsys.readouterr() == ("", "indicators: " + message.format(f'"{path}"') + "\n")


def test_a_file_that_does_not_open_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "none.txt", "--data", WARDS) == 2
    assert run(tmp_path, "--data", WARDS) == 2
    assert capsys.readouterr().err.splitlines() == [
        f'indicators: "{tmp_path}/none.txt" cannot be read: No such file or directory',
        f'indicators: "{tmp_path}" cannot be read: Is a directory',
    ]


ODD = {
    "no numbers": ("Nothing is counted here.", 0, ""),
    "another language": (
        "Im Hafen lagen sieben Schiffe, die niemand gezählt hatte, und am Ufer stand ein Mann, der wartete, bis 12 von "
        "ihnen wieder ausliefen.",
        1,
        "note: the text does not look English; numbers in words are found in English only\n",
    ),
    "a control character": (
        "One line.\nThe port has 12\x07 cranes.",
        2,
        "note: 1 control character in the text, the first U+0007 on line 2; a number that holds one is not read\n",
    ),
    "a table with tabs": (
        "Fish by kind.\n\nKind\tTonnes\nCod\t12\n",
        1,
        "note: line 3 and the next look like a table with tabs between its cells; with | before, between and behind "
        "the cells of each line its numbers are read by the head and the label\n",
    ),
    "a very long line": ("the ship of " * 50_000 + "12", 1, ""),
    "a very long word": ("x" * 500_000 + " 12", 1, ""),
    "a very long number": ("1" * 500_000, 1, ""),
    "many full stops": ("." * 200_000 + " 12", 1, ""),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_is_audited_like_any_other(
    name: str, tmp_path: Path, wards: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    text, expressions, note = ODD[name]
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    assert run(path, "--data", WARDS) == 1  # the observations of the wards are missing
    out, err = capsys.readouterr()
    assert err == note
    assert out.splitlines()[-1].startswith(f"{expressions} numeric expressions, 0 carried")
    assert all(line.isprintable() for line in out.splitlines())


# Bringing in another text, as the README tells it

FERRIES = """\
New Ferries for the Sound

The harbour board has ordered three ferries, it said in May. Each will carry up to 420 passengers.

What They Cost

The ferries cost €18.5 million together, according to the board. Critics speak of thousands of commuters who will go \
on waiting.
"""

SUGGESTED = """\
three-ferries,,,,ferries,,,,,,,3,,,,,,unqualified,,,,three ferries,,,,,,,,,,,,,,,,,,,lead,1,{0},,
up-to-420-passengers,,,,ferries,,,,,,,420,,,,,,at_most,,,,up to 420 passengers,,,,,,,,,,,,,,,,,,,lead,1,{1},,
18-5-million,,,,ferries,,,,,,,18500000,,,,,,unqualified,,,EUR,€18.5 million,,,,,,,,,,,,,,,,,,,What They Cost,1,{2},,
thousands-of-commuters,,,,ferries,,,,,,,,,,,,,vague,3,,,thousands of commuters,,,,,,,,,,,,,,,,,,,What They Cost,1,{3},,
"""


def append(path: Path, *rows: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{row}\n" for row in rows)


def output(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    assert run(*arguments) == 0
    return capsys.readouterr().out.splitlines()


def test_a_new_text_is_brought_in_with_the_drafts(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = copy / "ferries.txt"
    text.write_text(FERRIES, encoding="utf-8")
    row = "ferries,subject,New Ferries for the Sound,Review,,2025-06,,,,,,,https://a.example/f,,,yes,What They Cost,"
    append(copy / "documents.csv", row)

    header, *drafted = output(capsys, text, "--data", copy, "--suggest")
    names = (copy / "observations.csv").read_text(encoding="utf-8").splitlines()[0]
    marks = [one.fingerprint for one in sentences(FERRIES, title=FERRIES[:25], headings=["What They Cost"])]
    assert header == names
    assert "\n".join([*drafted, ""]) == SUGGESTED.format(*marks)

    append(copy / "units.txt", "ferry = [ferry] = _ = ferries", "passenger = [passenger] = _ = passengers")
    append(copy / "kinds.csv", "ferries,ferries,,ferry,", "people,people,,passenger,")
    append(copy / "topics.csv", "traffic,Traffic,")
    append(
        copy / "indicators.csv",
        "ordered,Ferries ordered,Ferries that are ordered.,,,,,ferries,traffic,northvale,total,,,,,,,",
        "places,Places,Passengers that a ferry carries.,,,,,people,traffic,northvale,level,,,,,,,",
        "price,Price,Price of the ferries ordered.,,,,,money,traffic,northvale,total,,,,,,,",
        "waiting,Commuters waiting,Commuters who go on waiting for a ferry.,,,,,people,traffic,northvale,level,,,,,,,",
    )
    columns = names.split(",")
    completed = []
    for line, indicator, unit in zip(
        drafted, ("ordered", "places", "price", "waiting"), ("ferry", "passenger", "", "passenger"), strict=True
    ):
        cells = dict(zip(columns, next(csv.reader([line])), strict=True))
        cells |= {"indicator": indicator, "source": "author", "status": "reported", "unit": unit or cells["unit"]}
        completed.append(",".join(cells[name] for name in columns))
    append(copy / "observations.csv", *completed)

    header, *dismissed = output(capsys, text, "--data", copy, "--suggest-dismissed")
    assert header == (copy / "dismissed.csv").read_text(encoding="utf-8").splitlines()[0]
    assert dismissed == [f"may,ferries,lead,1,1,May,{marks[0]},date,"]
    append(copy / "dismissed.csv", *dismissed)

    assert cli.main(["check", str(copy)]) == 0
    assert run(text, "--data", copy) == 0
    assert run(WARDS / "text.txt", "--data", copy) == 0
    assert capsys.readouterr().err == ""


def test_a_draft_names_the_row_of_each_number_differently(wards: Catalogue) -> None:
    bare = without_rows(wards)
    drafts = Drafts(bare, TEXT, "winter-2023")
    for draft in (drafts.observations, drafts.all_dismissals):
        assert draft["id"].is_unique
        assert draft["id"].str.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*").all()


def test_the_drafts_account_for_every_number_once_completed(held: tuple[Catalogue, str]) -> None:
    catalogue, text = held
    document = audit(catalogue, text).document
    bare = without_rows(catalogue)
    draft = Drafts(bare, text, document).all_dismissals.replace({"why": {"": "idiom"}})
    numbers = draft.astype({"paragraph": float, "occurrence": float})
    assert messages(audit(dataclasses.replace(bare, dismissed=numbers), text, document)) == []


def test_a_draft_quotes_no_sentence(held: tuple[Catalogue, str]) -> None:
    catalogue, text = held
    document = audit(catalogue, text).document
    bare = without_rows(catalogue)
    assert Drafts(bare, text, document).all_dismissals["as_printed"].str.split().str.len().max() <= 8


# The record


def test_the_record_of_an_audit_is_read_as_it_was_written(copy: Path, wards: Catalogue) -> None:
    (copy / audit_file.FILE).unlink()
    assert audit_file.read(copy) == ()
    state = saved_audit.summarise(wards, audit(wards, TEXT), date(2024, 1, 8))
    saved_audit.save(copy, state)
    saved_audit.save(copy, dataclasses.replace(state, document="another", day="2023-12-31"))
    saved_audit.save(copy, state)
    another, read = audit_file.read(copy)
    assert (another.document, read) == ("another", state)
    assert (read.day, read.carried, read.dismissed) == ("2024-01-08", 21, 16)
    assert read.findings == dict.fromkeys(FINDINGS, 0)
    assert sum(read.expressions.values()) == 37


def test_a_record_is_current_until_what_was_audited_changes(wards: Catalogue) -> None:
    state = saved_audit.summarise(wards, audit(wards, TEXT), date(2024, 1, 8))
    assert saved_audit.is_current(wards, state)
    assert saved_audit.is_current(changed(wards, "beds-empty", note="Another remark."), state)
    assert not saved_audit.is_current(changed(wards, "beds-empty", value=41.0), state)
    assert not saved_audit.is_current(without(wards, "october-5", "dismissed"), state)
    assert not saved_audit.is_current(wards, dataclasses.replace(state, document="another"))


SAVED = {
    "document": "a", "day": "2024-01-08", "version": "1", "text_sha256": "0", "catalogue_sha256": "0",
    "expressions": {"number": 1}, "carried": 1, "dismissed": 0, "findings": {},
}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", ": found no saved audit"),
        ("[]", ": found no saved audit"),
        ('{"a": 1}', ':1: found "document" of the audit of "a", which is missing or of another type'),
        (
            json.dumps({"a": SAVED | {"expressions": {"number": "many"}}}, indent=1),
            ':2: found "expressions" of the audit of "a", which is missing or of another type',
        ),
        (
            json.dumps({"a": SAVED | {"day": 2024}}),
            ':1: found "day" of the audit of "a", which is missing or of another type',
        ),
        (
            json.dumps({"a": SAVED | {"carried": True}}),
            ':1: found "carried" of the audit of "a", which is missing or of another type',
        ),
        (
            json.dumps({"a": SAVED | {"more": 1}}),
            ':1: found "more" of the audit of "a", which is missing or of another type',
        ),
    ],
)
def test_a_record_that_is_none_is_a_problem_of_the_catalogue(content: str, found: str, copy: Path) -> None:
    (copy / "audit.json").write_text(content, encoding="utf-8")
    with pytest.raises(CatalogueError) as raised:
        load(copy)
    assert str(raised.value) == (
        f"audit.json{found}; expected what the command audit --save writes; delete the file, and run that command again"
    )


def test_the_command_records_the_audit(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / audit_file.FILE).unlink()
    assert run(copy / "text.txt", "--data", copy, "--save") == 0
    (state,) = audit_file.read(copy)
    assert (state.document, state.text_sha256) == ("winter-2023", fingerprint(TEXT))


def test_the_shipped_record_is_of_the_shipped_catalogue(shipped: Catalogue) -> None:
    (state,) = audit_file.read(DATA)
    assert saved_audit.is_current(shipped, state)
    assert state.findings == dict.fromkeys(FINDINGS, 0)


def test_a_record_is_of_the_text_where_that_is_present(held: tuple[Catalogue, str]) -> None:
    catalogue, text = held
    for state in audit_file.read(catalogue.folder):
        assert state == saved_audit.summarise(catalogue, audit(catalogue, text), date.fromisoformat(state.day))


def test_the_shipped_dismissals_quote_a_few_words_only(shipped: Catalogue) -> None:
    words = shipped.dismissed["as_printed"].astype(str)
    assert words.str.split().str.len().max() <= 4
    assert io.StringIO("\n".join(words)).read().count(".") == 0
