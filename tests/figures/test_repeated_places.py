"""Places of a figure and of the publication that it repeats."""

import pytest

from indicators.figures.repeated import Became, repeated_figures
from tests.support.edits import Edited
from tests.support.places import DATA


@pytest.mark.parametrize(
    ("place", "became"),
    [("Najin", Became.CHANGED), ('"the port in Rason, Najin"', Became.CHANGED)],
)
def test_a_place_is_less_exact_only_than_one_that_has_it_behind_a_comma(
    place: str, became: Became, edited: Edited
) -> None:
    catalogue = edited(DATA, "observations.csv", lambda csv: csv.replace('"Najin, the port in Rason"', place))
    (pair,) = repeated_figures(catalogue, "containers-2024-08")
    assert [each.became for each in pair.differences if each.field == "Place"] == [became]
