"""Revisions in words: by how much a published value was revised, and not a rise or a fall of the thing."""

from pathlib import Path

import pytest

from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from indicators.export.slim_table import slim
from indicators.figures.build import figures_of
from indicators.figures.quotable import quotable_lines
from indicators.figures.revisions import revision_indicators, unlinked_revisions
from indicators.figures.superseded import updated_by
from indicators.quoting.check import check
from tests.support.edits import Edited
from tests.support.places import EXAMPLES
from tests.support.release import make_release

INDICATORS = [
    {"id": "jobs", "title": "Jobs", "statistic": "level"},
    {"id": "gain", "title": "Gain of jobs", "statistic": "change", "change_of": "jobs"},
    {"id": "revision", "title": "Revision of the gain", "statistic": "change", "change_of": "gain"},
]
OBSERVATIONS = [
    {"id": "january-first", "indicator": "gain", "value": "504000", "period": "2024-01"},
    {"id": "january", "indicator": "gain", "value": "472000", "period": "2024-01", "updates": "january-first"},
    {"id": "february-first", "indicator": "gain", "value": "311000", "period": "2024-02", "vintage": "first_published"},
    {"id": "february", "indicator": "gain", "value": "326000", "period": "2024-02", "vintage": "revised"},
    {"id": "lower", "indicator": "revision", "value": "-32000", "period": "2024-01"},
    {"id": "higher", "indicator": "revision", "value": "15000", "period": "2024-02"},
    {"id": "together", "indicator": "revision", "value": "-17000", "period": "2024-01/2024-02"},
    {"id": "none", "indicator": "revision", "value": "0", "period": "2023-12"},
]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder: Path = tmp_path_factory.mktemp("revisions") / "release"
    return make_release(folder, INDICATORS, OBSERVATIONS)


def test_a_revision_is_no_fall(release: Catalogue) -> None:
    figures = figures_of(release, release.rows("lower", "higher", "together", "none"))
    assert [figure.phrase for figure in figures] == [
        "revised down by 32,000 things",
        "revised up by 15,000 things",
        "revised down by 17,000 things",
        "0 things",
    ]
    assert figures[0].parts == ("revised down by", "32,000")
    assert figures[0].statistic == "revision of Gain of jobs"


def test_a_wording_says_what_was_revised(release: Catalogue) -> None:
    told = "Office revised the gain of jobs in January 2024 down by 32,000 things."
    assert quotable_lines(release, "lower").short == told
    row = slim(release, release.rows("lower"), address="").iloc[0]
    assert row["quote"].startswith("Office revised the gain of jobs down by 32,000 things. Status")


def test_two_revisions_add_to_one(release: Catalogue) -> None:
    verdict = compare(release, "lower", "plus", "higher")
    assert (verdict.answer, verdict.meaning) == ("−17,000 things", "Both revisions together.")


@pytest.mark.parametrize(
    ("question", "answer", "meaning"),
    [
        ("january-first plus lower", "472,000 things", "The value as revised."),
        ("january minus lower", "504,000 things", "The value before it was revised."),
        ("february-first plus higher", "326,000 things", "The value as revised."),
    ],
)
def test_an_earlier_value_and_its_revision_make_the_later_one(
    question: str, answer: str, meaning: str, release: Catalogue
) -> None:
    verdict = compare(release, *question.split())
    assert (verdict.verdict, verdict.answer, verdict.meaning) == ("sound", answer, meaning)


def test_what_a_revision_makes_is_set_against_the_printed_later_value(edited: Edited) -> None:
    row = "as-revised,February as revised,sum,gain-2024-02-first,revision-2024-02,,,gain-2024-02,\n"
    jobs = edited(EXAMPLES / "jobs", "derivations.csv", lambda table: table + row)
    assert compare(jobs, "as-revised", "equals", "gain-2024-02").answer.startswith("they agree")


@pytest.mark.parametrize(
    "question",
    ["january plus lower", "january-first minus lower", "january-first plus higher", "january plus together"],
)
def test_a_revision_takes_no_other_value_on(question: str, release: Catalogue) -> None:
    assert compare(release, *question.split()).verdict == "refused"


@pytest.mark.parametrize(
    ("values", "of", "pointed"),
    [
        ({"lower": "-90000"}, {}, '-90000 in "lower"'),
        ({"january": "427000"}, {}, '-32000 in "lower"'),
        ({"lower": "-32000.4"}, {"revision": "gain"}, ""),
        ({"january": "472,000", "updates": ""}, {}, '"revision"'),
    ],
    ids=["change-of-the-month", "a-slip-of-the-value", "to-its-rounding", "no-value-before"],
)
def test_only_what_two_published_values_differ_by_is_a_revision(
    values: dict[str, str], of: dict[str, str], pointed: str, tmp_path: Path
) -> None:
    rows = [{**row, "value": values.get(row["id"], row["value"])} for row in OBSERVATIONS]
    if "updates" in values:
        rows = [
            {name: cell for name, cell in row.items() if name not in ("updates", "vintage")}
            for row in rows
            if "first" not in row["id"]
        ]
        rows = [{**row, "value": row["value"].replace(",", "")} for row in rows]
    made = make_release(tmp_path / "release", INDICATORS, rows)
    assert dict(revision_indicators(made)) == of
    pointed_out = [problem.found.partition(",")[0] for problem in unlinked_revisions(made)]
    assert pointed_out == ([] if of else [pointed])


def test_the_links_are_those_of_updates_and_vintages(release: Catalogue) -> None:
    assert dict(updated_by(release)) == {"january-first": "january", "february-first": "february"}


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("Office revised the gain of jobs in January 2024 down by 32,000 things.", "whole"),
        ("The revision of the gain of jobs in January 2024 was a fall of 32,000 things, Office said.", "whole"),
        ("The gain of jobs in January 2024 was 32,000 things lower than first published, Office said.", "whole"),
        ("The economy lost 32,000 things in January 2024, Office said.", "loses"),
        ("Office revised the gain of jobs in January 2024 up by 32,000 things.", "loses"),
    ],
)
def test_a_draft_tells_a_revision_as_one(draft: str, verdict: str, release: Catalogue) -> None:
    assert [finding.verdict for finding in check(release, draft)] == [verdict]
