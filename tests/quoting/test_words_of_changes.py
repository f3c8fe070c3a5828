"""Changes of groups by the words that tell them, long names of groups, and revisions that lead to a replaced value."""

import shutil

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES, DraftVerdict
from tools.drafts import ROOT, catalogue_in

SAID = "The Statistics Office said that"
JOBS = "examples/jobs"


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The jobs, with a group whose long name ends with another's, and a title that does not count jobs."""
    folder = tmp_path_factory.mktemp("renamed") / "jobs"
    shutil.copytree(ROOT / JOBS, folder)
    for name, old, new in (
        ("groups.csv", "Retail trade,retailers,", "Retail trade,retailers;shops,"),
        ("groups.csv", "industry,Furniture shops,", 'industry,"Furniture, carpet and lamp shops",'),
        ("indicators.csv", "gain,Gain of payroll jobs,", "gain,Change in payroll employment,"),
    ):
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")
    return load(folder)


def _lost(catalogue: Catalogue, text: str) -> dict[str, tuple[str, ...]]:
    return {one.words: one.loses for one in check(catalogue, text) if one.verdict in ACCUSES}


def test_the_longer_name_of_a_group_is_meant_before_the_one_at_its_end(renamed: Catalogue) -> None:
    text = f"{SAID} shops lost 5,300 jobs in April 2024, furniture, carpet and lamp shops 1,700 of them."
    found = check(renamed, text)
    assert [(one.figure, one.verdict) for one in found] == [
        ("gain-retail", DraftVerdict.WHOLE),
        ("gain-furniture-shops", DraftVerdict.WHOLE),
    ]
    assert _lost(renamed, f"{SAID} furniture, carpet and lamp shops lost 5,300 jobs in April 2024.") == {
        "5,300": ("population",)
    }


def test_a_wrong_number_of_a_group_is_found_where_the_verb_tells_the_change(renamed: Catalogue) -> None:
    assert _lost(renamed, f"{SAID} construction added 5,100 jobs in April 2024.") == {"5,100": ("value",)}


@pytest.mark.parametrize(
    "told",
    [
        "construction has added 5,100 jobs since April 2024",
        "by April 2024 construction had added 5,100 jobs",
        "by the end of April 2024 construction had added 5,100 jobs",
        "construction in the capital added 5,100 jobs in April 2024",
        "construction added 5,100 jobs in March and April 2024",
        "construction added 5,100 part-time jobs in April 2024",
        "construction added 5,100 jobs over the year to April 2024",
        "construction hoped to add 5,100 jobs in April 2024",
    ],
)
def test_the_number_of_another_time_or_sort_is_no_wrong_one(renamed: Catalogue, told: str) -> None:
    assert _lost(renamed, f"{SAID} {told}.") == {}


@pytest.mark.parametrize(
    "told",
    [
        "the gain of February 2024 was revised down by 4,200 to 31,500",
        "it revised the gain of February 2024 from 27,300 to 31,500",
        "the gain of February 2024 was corrected to 31,500",
    ],
)
def test_a_revision_that_leads_to_the_replaced_value_is_no_update(told: str) -> None:
    assert _lost(catalogue_in(JOBS), f"{SAID} {told}.") == {"31,500": ("update",)}


@pytest.mark.parametrize(
    "told",
    [
        "the gain of February 2024 was revised from 31,500 to 27,300",
        "the gain of February 2024 was revised down to 27,300 from 31,500",
        "the gain of February 2024, first put at 31,500, was revised down by 4,200 to 27,300",
        "the gain of February 2024 had been revised to 31,500 before it was lowered to 27,300",
        "the gain of February 2024 was not revised to 31,500",
        "it revised down, by 4,200 to 27,300, the gain of February 2024",
    ],
)
def test_a_revision_that_leads_from_the_replaced_value_is_whole(told: str) -> None:
    assert _lost(catalogue_in(JOBS), f"{SAID} {told}.") == {}


def test_the_group_that_a_draft_names_is_named_or_its_sign_is_what_is_wrong(renamed: Catalogue) -> None:
    catalogue = catalogue_in(JOBS)
    (women,) = check(catalogue, f"{SAID} the unemployment rate of women was 11.6 percent in April 2024.")
    assert women.message == "The number concerns “Aged 15 to 24”, not “Women”."
    (shops,) = check(renamed, f"{SAID} retail trade gained 5,300 jobs in April 2024.")
    assert (shops.figure, shops.loses) == ("gain-retail", ("value",))


PAY = "In Halvern average hourly pay rose to 24.31 crowns in April 2024, the Statistics Office said."


@pytest.mark.parametrize(
    "told",
    [
        "Over the past 12 months, it rose by 0.5 percent.",
        "Over the past twelve months average hourly pay increased by 0.5 percent.",
        "Average hourly pay rose by 0.5 percent over the past 12 months.",
    ],
)
def test_a_change_of_a_month_is_not_one_over_twelve(told: str) -> None:
    assert _lost(catalogue_in(JOBS), f"{PAY} {told}") == {"0.5": ("wrong_period",)}


@pytest.mark.parametrize(
    "told",
    [
        "Over the past twelve months it rose by 4.4 percent, and by 0.5 percent in April.",
        "In the past 12 months the smallest rise was 0.5 percent.",
        "Average hourly pay rose by 0.5 percent in April for the first time in the past 12 months.",
        "Average hourly pay rose over the past 12 months, and by 0.5 percent in April.",
        "Average hourly pay, which had stagnated over the past 12 months, rose by 0.5 percent in April.",
        "Average hourly pay rose in each of the past 12 months, in April by 0.5 percent.",
    ],
)
def test_a_change_beside_a_longer_time_keeps_its_own(told: str) -> None:
    assert _lost(catalogue_in(JOBS), f"{PAY} {told}") == {}
