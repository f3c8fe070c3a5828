"""A figure told as the broader thing that its catalogue has too."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check

SAID = "the Statistics Office said."


@pytest.mark.parametrize(
    ("text", "verdict", "loses"),
    [
        (f"In Halvern 78,000 people were unemployed in April, {SAID}", "loses", ("kind",)),
        (f"Of these, 0.078 million people were unemployed in Halvern in April, {SAID}", "loses", ("kind",)),
        # A word that is not known may tell that it was for long.
        (f"In Halvern 78,000 people were chronically unemployed in April, {SAID}", "ask", ()),
        (f"In Halvern 78,000 people had been unemployed for a year or longer in April, {SAID}", "whole", ()),
        (f"Long-term unemployment is high in Halvern. 78,000 people were unemployed in April, {SAID}", "whole", ()),
        (f"In Halvern 412,000 people were unemployed in April, {SAID}", "whole", ()),
    ],
)
def test_the_word_that_tells_it_from_the_broader_thing_is_owed(
    jobs: Catalogue, text: str, verdict: str, loses: tuple[str, ...]
) -> None:
    found = [each for each in check(jobs, text) if each.figure]
    assert [(each.verdict, each.loses) for each in found] == [(verdict, loses)]
