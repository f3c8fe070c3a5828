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
    # the only board is named by its last word, a mean told as one is no total
    "In 2024, 97 pedestrians and 61 cyclists were killed on Kellmark's roads, by the Board's count.",
    "Between 2014 and 2023 a mean of 471 people died on Kellmark's roads each year, the Road Safety Board reports.",
    # the time of the definition, and a time that is none of it
    "In 2024, 412 people died on Kellmark's roads within 30 days of a crash, the Road Safety Board says.",
    "In 2024, 412 people died on Kellmark's roads, the Road Safety Board said within 5 days of the new year.",
    # the whole of a share by another name, and behind a word for another thing
    "Men made up 73.1 percent of the fatalities on the roads of Kellmark in 2024, the Road Safety Board reports.",
    "Men made up 73.1 percent of crash deaths on the roads of Kellmark in 2024, the Road Safety Board reports.",
]
LOSES = [
    # another whole of a share, by its title or by its kind; another board
    ("Men were 73.1 percent of the seriously injured on Kellmark's roads in 2024 (Safety Board).", "73.1", "kind"),
    ("About 8 percent of deaths in Kellmark in 2024, the police estimate, had a driver on the phone.", "8", "kind"),
    ("In 2024, 97 pedestrians were killed on Kellmark's roads, the Board of Trade says.", "97", "wrong_source"),
    # another length of time than that within which the definition counts
    ("In 2024, 412 people died on Kellmark's roads within 7 days of a crash, the Safety Board says.", "412", "kind"),
    # a mean told as the number of its last year
    ("In 2023, 471 people were killed on Kellmark's roads, the Road Safety Board says.", "471", "kind"),
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


def test_the_heading_of_a_list_tells_what_happened_to_those_in_all_of_its_lines() -> None:
    text = "Killed on Kellmark's roads in 2024 (Road Safety Board):\nPedestrians: 79\nCyclists: 61\nIn cars: 188"
    found = {finding.words: (finding.verdict, finding.loses) for finding in check(catalogue_in(ROADS), text)}
    assert found == {"79": ("loses", ("value",)), "61": ("whole", ()), "188": ("whole", ())}


def test_the_rows_of_a_table_are_read_with_its_caption() -> None:
    text = (
        "Road deaths in Kellmark, 2024 (Road Safety Board)\n| Pedestrians | 79 |\n| Cyclists | 61 |\n| In cars | 188 |"
    )
    found = {finding.words: (finding.verdict, finding.loses) for finding in check(catalogue_in(ROADS), text)}
    assert found == {"79": ("loses", ("value",)), "61": ("whole", ()), "188": ("whole", ())}
