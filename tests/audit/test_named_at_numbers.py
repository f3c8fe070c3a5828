"""An audit says where groups, indicator or vintage of a figure are not those that its sentence names."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from indicators._load import load
from indicators.audit.report import audit
from indicators.catalogue.model import Catalogue
from indicators.text.sentences import fingerprint
from tests.support.audits import about, changed
from tests.support.places import ROOT

_GROUPS = "which its sentence names, or groups among inferred"


@pytest.mark.parametrize(
    ("sentence", "cells", "expected"),
    [
        (
            "The rate in the North Valley rose to 4 percent.",
            {},
            [f"groups: found none; expected north-valley, {_GROUPS}"],
        ),
        (
            "The rate in the North Valley rose to 4 percent.",
            {"groups": "lake-valley"},
            [f"groups: found lake-valley; expected north-valley, {_GROUPS}"],
        ),
        ("The rate in the North Valley rose to 4 percent.", {"groups": "north-valley"}, []),
        ("The rate in the North Valley rose to 4 percent.", {"inferred": "groups;period"}, []),
        (
            "It is 4 percent in the North Valley and 5 percent in the Lake Valley.",
            {"groups": "lake-valley"},
            [f"groups: found lake-valley; expected north-valley, {_GROUPS}"],
        ),
        ("The North Valley made up 4 percent of all.", {}, [f"groups: found none; expected north-valley, {_GROUPS}"]),
        (
            "It is 3 for the Lake Valley.[1] The North Valley made up 4 percent.",
            {"groups": "north-valley"},
            [],
        ),
        (
            "The Lake Valley had 5 cases, the North Valley 4 percent and the town for 3.",
            {},
            [f"groups: found none; expected north-valley, {_GROUPS}"],
        ),
        (
            "It compares with 4 percent over the prior 6 months.",
            {"period": "2024-03"},
            ["period: found 2024-03; expected the months that its sentence counts: the prior 6 months"],
        ),
        (
            "It compares with 4 percent over the prior 6 months.",
            {"period": "2023-09/2024-02", "inferred": "period"},
            [],
        ),
    ],
)
def test_groups_and_lengths_of_time_that_a_sentence_names_are_those_of_its_figure(
    sentence: str, cells: Mapping[str, str], expected: list[str]
) -> None:
    folder = ROOT / "examples" / "infections"
    catalogue, text = load(folder), (folder / "text.txt").read_text(encoding="utf-8")
    documents = catalogue.documents.assign(period="2024-03" if "period" in cells else None)
    row = {"as_printed": "4 percent", "fingerprint": fingerprint(sentence), "section": "lead", "paragraph": 1.0}
    row |= {"groups": None, "value": 4.0, "unit": "percent"}
    row |= {"inferred": None if "period" in cells else "period", **cells}
    one = changed(replace(catalogue, documents=documents), "infected-share", **row)
    found = about(audit(one, f"{text}\n\n{sentence}\n"), "infected-share")
    named = [message for message in found if message.startswith(("groups", "period"))]
    assert named == expected


@pytest.mark.parametrize(
    ("sentence", "indicator", "expected"),
    [
        ("The unemployment rate was 4 percent.", "participation", "rate"),
        ("The unemployment rate was 4 percent.", "rate", ""),
        ("The unemployment rate of men fell from 5 percent, to 4 percent.", "participation", "rate"),
        ("The participation rate and the unemployment rate fell to 4 percent.", "participation", ""),
        ("The unemployment rate fell; in the valley 4 percent took part.", "participation", ""),
        ("The participation rate was 64 percent, the unemployment rate 4 percent.", "participation", ""),
        ("The share of the long-term unemployed was 4 percent.", "rate", "long-term-share"),
        ("Of the unemployed, 4 percent were abroad.", "participation", ""),
        ("The labour force grew by 4 percent.", "participation", ""),
    ],
)
def test_the_whole_name_of_another_indicator_before_a_number_is_reported(
    jobs: Catalogue, sentence: str, indicator: str, expected: str
) -> None:
    title = jobs.text("indicators", expected, "title")
    message = f'indicator: found {indicator}; expected {expected} ("{title}"), which its sentence names'
    found = _about_rate(jobs, sentence, indicator=indicator)
    assert [each for each in found if each.startswith("indicator")] == ([message] if expected else [])


def test_a_synonym_of_another_indicator_may_be_the_name_of_a_comparison(jobs: Catalogue) -> None:
    indicators = jobs.indicators.copy()
    indicators.loc["jobs-since-2020-percent", "synonyms"] = "level before the flood"
    sentence = "They stay below the level before the flood, 4 percent."
    found = _about_rate(replace(jobs, indicators=indicators), sentence, indicator="participation")
    assert not [each for each in found if each.startswith("indicator")]


@pytest.mark.parametrize(
    ("sentence", "cells", "reported"),
    [
        ("The rate was 4 percent.", {"vintage": "revised"}, True),
        ("The rate was 4 percent.", {"vintage": "first_published"}, True),
        ("The rate was 4 percent.", {"vintage": "revised", "inferred": "vintage"}, False),
        ("The rate was 4 percent, after restated books.", {"vintage": "revised"}, False),
        ("The rate was 4 percent, more than previously reported.", {"vintage": "revised"}, False),
        ("The rate of those who worked previously was 4 percent.", {"vintage": "revised"}, True),
        ("The rate was 4 percent.", {"vintage": "revised", "updates": "rate-2024-03"}, False),
    ],
)
def test_a_vintage_that_no_words_tell_is_reported(
    jobs: Catalogue, sentence: str, cells: Mapping[str, str], reported: bool
) -> None:
    found = _about_rate(jobs, sentence, **cells)
    assert any(each.startswith("vintage") for each in found) is reported


@pytest.mark.parametrize(
    ("sentence", "groups", "reported"),
    [
        ("Retail trade lost 4 percent.", "department-stores", True),
        ("Retail trade lost 4 percent, most of it department stores.", "department-stores", False),
        ("Retail trade lost 4 percent.", "retail-trade", False),
        ("The unemployment rate for men was 4 percent.", "women", True),  # its title has *men* only within a word
        ("The unemployment rate for men was 4 percent.", "", True),
        ("The unemployment rate for men was 4 percent.", "men", False),
    ],
)
def test_the_group_that_a_sentence_names_is_that_of_the_figure_or_a_named_part_of_it_is(
    jobs: Catalogue, sentence: str, groups: str, reported: bool
) -> None:
    found = _about_rate(jobs, sentence, groups=groups or None)
    assert any(each.startswith("groups") for each in found) is reported


def _about_rate(jobs: Catalogue, sentence: str, **cells: str | None) -> list[str]:
    """What an audit says of the rate of a release, printed as 4 percent in this sentence, with these cells."""
    text = (ROOT / "examples" / "jobs" / "text.txt").read_text(encoding="utf-8")
    place = {"fingerprint": fingerprint(sentence), "section": "Outlook", "paragraph": 2.0}
    one = changed(jobs, "rate-2024-04", as_printed="4 percent", value=4.0, **place, **cells)
    return about(audit(one, f"{text}\n\n{sentence}\n"), "rate-2024-04")
