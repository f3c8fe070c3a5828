"""Labelled drafts, with one thing of them changed: what is owed is found, what is not owed changes nothing."""

import re
from collections.abc import Iterator

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES, Finding
from tests.support.effort import part
from tools.drafts import DRAFTS, ROOT, catalogue_in, drafts_in

FILES = [("examples/jobs", "jobs-eleventh.json"), ("examples/infections", "infections-eleventh.json")]


def _whole(folder: str, file: str) -> Iterator[tuple[str, str]]:
    """The texts of some drafts, each with the words of a number that quotes a figure whole."""
    for draft in part(drafts_in(DRAFTS / file), 12):
        for label in draft["numbers"]:
            is_whole = label["verdict"] == "whole" and label["certain"]
            if is_whole and _found(folder, draft["text"], label["words"]).verdict == "whole":
                yield draft["text"], label["words"]


def _found(folder: str, text: str, words: str) -> Finding:
    """What is found of a number of a text."""
    start = text.index(words)
    found = check(catalogue_in(ROOT / folder), text)
    return next(one for one in found if one.start < start + len(words) and start < one.end)


@pytest.mark.parametrize(("folder", "file"), FILES)
def test_capital_letters_change_nothing(folder: str, file: str) -> None:
    for text, words in _whole(folder, file):
        found, told = _found(folder, text, words), _found(folder, text.upper(), words.upper())
        assert (told.verdict, told.figure) == (found.verdict, found.figure), text


@pytest.mark.parametrize(("folder", "file"), FILES)
def test_another_value_of_what_is_told_in_full_is_found(folder: str, file: str) -> None:
    tried = found = 0
    for text, words in _whole(folder, file):
        if re.fullmatch(r"[1-7]\d,\d{3}|\d{2}\.\d .*", words):
            other = f"{int(words[1]) + 1 if words[1] < '9' else 7}".join((words[0], words[2:]))
            tried += 1
            found += _found(folder, text.replace(words, other), other).verdict in ACCUSES
    assert tried
    assert 2 * found >= tried


@pytest.mark.parametrize(
    "text",
    [
        "In Ostmark the unemployment rate was 5.6 percent in April; in Halvern, says the Statistics Office, less.",
        "The unemployment rate of graduates in Halvern was 3.1 percent in April, the Statistics Office says.",
        "The Statistics Office said 398,000 unemployed persons in Halvern drew benefits in April.",
        "The unemployment rate of Halvern excluding students was 4.2 percent in April, says the Statistics Office.",
        "The broader unemployment rate of Halvern was 7.2 percent in April, by the Statistics Office.",
        "Employers in Halvern posted 19,800 new jobs online in April, the Statistics Office said.",
        "In the months of February and March employers in Halvern added 54,000 jobs, the Statistics Office said.",
        "Retail trade in Halvern lost 5,300 jobs in April, the Statistics Office said; shops in Karrow lost 4,400.",
    ],
)
def test_another_value_of_something_else_is_no_wrong_one(jobs: Catalogue, text: str) -> None:
    assert not [one for one in check(jobs, text) if one.verdict in ACCUSES]


@pytest.mark.parametrize(
    "text",
    [
        "About 1 in 70 people in the East Valley had reed fever in the week to 12 May, the Valley Health Service says.",
        "The Valley Health Service says 1.2% of people vaccinated had reed fever in the week to 12 May.",
        "In the week to 12 May 7 patients with reed fever left the hospital of Port Ellan, says the Health Service.",
    ],
)
def test_another_valley_treatment_or_fate_is_no_wrong_value(infections: Catalogue, text: str) -> None:
    assert not [one for one in check(infections, text) if one.verdict in ACCUSES]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("An estimated 14,200 households had reed fever in the week to 12 May, says the Health Service.", ("kind",)),
        (
            "Between 16,000 and 31,000 people will have reed fever in the week to 2 June, says the Health Service.",
            ("value",),
        ),
        ("1.6% of the whole population tested positive in the week to 12 May, says the Health Service.", ("kind",)),
        (
            "An estimated 11,600 people had reed fever in the week to 5 May and 14,200 in the week to 12 May, the "
            "Health Service says.",
            ("bound",),
        ),
        ("An estimated 14,200 inhabitants had reed fever in the week to 12 May, says the Health Service.", None),
        (
            "About 14,200 people in private households had reed fever in the week to 12 May, says the Health Service.",
            None,
        ),
        ("1.6% of the people who were tested were positive in the week to 12 May, says the Health Service.", None),
        (
            "12,400 people had reed fever in the week to 12 May (11,900 to 16,800), says the Health Service.",
            ("bound", "value"),
        ),
    ],
)
def test_what_is_counted_and_the_ends_of_ranges_are_owed(
    infections: Catalogue, text: str, lost: tuple[str, ...] | None
) -> None:
    assert [one.loses for one in check(infections, text) if one.verdict in ACCUSES] == ([lost] if lost else [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In the city of Karrow 412,000 people were unemployed in April, says Halvern's Statistics Office.", True),
        (
            "Halvern's Statistics Office said in the city of Karrow: 412,000 people were unemployed in April.",
            False,
        ),
        (
            "Halvern's Statistics Office says 412,000 people were unemployed in April, some in the town of Elm.",
            False,
        ),
        ("In households in Halvern 412,000 people were unemployed in April, the Statistics Office said.", False),
    ],
)
def test_a_town_with_which_a_sentence_begins_is_another_place(jobs: Catalogue, text: str, *, place: bool) -> None:
    assert [one.loses for one in check(jobs, text) if one.verdict in ACCUSES] == ([("place",)] if place else [])


def test_a_result_whose_figures_are_not_quoted_owes_its_source(jobs: Catalogue) -> None:
    text = "In April 78,000 people in Halvern were unemployed for a year, or 18.9 percent of the unemployed."
    assert [one.loses for one in check(jobs, text) if one.figure == "long-term-share"] == [("source",)]
