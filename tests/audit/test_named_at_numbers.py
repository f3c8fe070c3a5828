"""An audit says where the groups or the length of time of a figure are not those that its sentence names."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from indicators._load import load
from indicators.audit.report import audit
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
