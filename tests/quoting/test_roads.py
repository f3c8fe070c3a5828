"""Drafts on the road deaths of a country by road user: a catalogue with no text, which nothing else is tested on."""

import pytest

from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES
from tools.drafts import catalogue_in

ROADS = "tests/catalogues/roads"

CLEAN = [
    # a verb behind a number names no thing that is counted
    "Of those killed on Kellmark's roads in 2024, the Road Safety Board says, 188 sat in cars.",
    # the first number of a change is of an earlier time
    "Road deaths in Kellmark were down by 26 in 2024, from 438 to 412, says the Road Safety Board.",
    # the total of a year is one a year
    "By 2030 the Road Safety Board wants road deaths in Kellmark to be below 300 a year.",
    # the words of what changes are those of its change
    "Kellmark's road toll fell by 26 in 2024, the Road Safety Board says.",
    # a year before what is counted is no number
    "In 2024 drivers and others reported 36,800 crashes to the police of Kellmark, the police say.",
]
LOSES = [
    ("About 5,900 people died on Kellmark's roads in 2024 (Road Safety Board).", "5,900", "kind"),
    ("Crashes in 2024 cost Kellmark about 1.9 million crowns, estimates the Safety Board.", "1.9 million", "value"),
    ("In the year 2024 about 5,900 people a month were seriously injured on Kellmark's roads, the Road Safety Board "
     "says.", "5,900", "unit"),
]  # fmt: skip


@pytest.mark.parametrize("text", CLEAN)
def test_a_draft_that_tells_figures_whole_is_not_accused(text: str) -> None:
    accused = [finding for finding in check(catalogue_in(ROADS), text) if finding.verdict in ACCUSES]
    assert accused == []


@pytest.mark.parametrize(("text", "words", "code"), LOSES)
def test_what_a_draft_loses_is_found(text: str, words: str, code: str) -> None:
    found = {finding.words: finding.loses for finding in check(catalogue_in(ROADS), text)}
    assert found[words] == (code,)
