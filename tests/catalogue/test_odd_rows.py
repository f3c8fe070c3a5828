"""Rows that pass the check and are pointed out: a fall above zero, two values of one thing."""

from collections.abc import Mapping

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.catalogue.odd_rows import odd_rows
from tests.support.audits import changed
from tests.support.places import DATA, EXAMPLES, JOBS, WARDS


def found_in(catalogue: Catalogue) -> list[str]:
    return [problem.found for problem in odd_rows(catalogue)]


@pytest.mark.parametrize(
    "folder", [DATA, JOBS, WARDS, EXAMPLES / "jobs", EXAMPLES / "infections"], ids=lambda at: at.name
)
def test_nothing_is_odd_in_catalogues_that_are_right(folder: object) -> None:
    assert found_in(load(folder)) == []


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"value": 6000.0}, ['6000 in "returned-change", whose words "declined by 6,000" say a fall']),
        ({"value": 6000.0, "as_printed": "declined less and rose by 6,000"}, []),
        ({"value": 6000.0, "as_printed": "6,000"}, []),
        ({"value": 6000.0, "statistic": "total"}, []),
    ],
)
def test_a_change_whose_words_say_a_fall_is_below_zero(cells: Mapping[str, object], found: list[str]) -> None:
    jobs = load(EXAMPLES / "jobs")
    (identity,) = jobs.figures.loc[jobs.figures["as_printed"] == "declined by 6,000", "id"]
    named = [text.replace("returned-change", identity) for text in found]
    assert found_in(changed(jobs, identity, **cells)) == named


@pytest.mark.parametrize(
    ("cells", "count"),
    [
        ({"groups": None}, 1),
        ({"groups": None, "value": 4.8}, 0),
        ({"groups": None, "period": "2024-05"}, 0),
        ({"groups": None, "updates": "rate-all"}, 0),
    ],
)
def test_two_values_of_one_thing_are_pointed_out(cells: Mapping[str, object], count: int) -> None:
    jobs = load(EXAMPLES / "jobs")
    assert len(found_in(changed(jobs, "rate-15-24", **cells))) == count
