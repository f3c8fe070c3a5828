"""Contributions to growth, weights, and the growth of twelve months from month to month, on made-up prices."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from tests.combine.conftest import Rows, extend
from tests.combine.test_other_releases import figure, indicator
from tests.support.places import JOBS

MARCH, APRIL = "2024-03/2025-03", "2024-04/2025-04"
ROWS: Rows = {
    "kinds": [{"id": "price-level", "title": "prices", "unit": "percent"}],
    "dimensions": [{"id": "basket", "title": "Group of goods", "exhaustive": "yes"}],
    "groups": [{"id": name, "dimension": "basket", "title": name.title()} for name in ("energy", "food", "other")],
    "indicators": [
        indicator("cpi", "index", "price-level", base="2015"),
        indicator("rate", "percent_change", "price-level", change_of="cpi"),
        indicator("contribution", "change", "price-level"),
        indicator("weight", "share", "price-level"),
    ],
    "observations": [
        figure("march", "rate", 2.4, "percent", MARCH),
        figure("april", "rate", 2.6, "percent", APRIL),
        figure("energy-march", "rate", 8.9, "percent", MARCH, groups="energy"),
        figure("from-energy", "contribution", 0.8, "percentage_point", MARCH, groups="energy"),
        figure("from-food", "contribution", 0.5, "percentage_point", MARCH, groups="food"),
        figure("weight-of-energy", "weight", 9.1, "percent", "2024", groups="energy"),
        figure("weight-of-food", "weight", 12, "percent", "2024", groups="food"),
    ],
}
ANSWERS = {
    "from-energy plus from-food": ("sound", "1.3 percentage points", ()),
    "from-energy over march": ("illustrative", "about 0.33", ("contributes",)),
    "march minus from-energy": ("illustrative", "1.6 percentage points", ("contributes",)),
    # 8.9 percent of 9.1 percent
    "energy-march times weight-of-energy": ("illustrative", "about 0.81 percentage points", ("weight-of-base",)),
    "april minus march": ("sound", "0.2 percentage points", ()),
    "april plus march": ("refused", "", ()),
    "energy-march times weight-of-food": ("refused", "", ()),
    "from-energy over april": ("refused", "", ()),
    "from-energy over energy-march": ("refused", "", ()),
}


@pytest.fixture(scope="module")
def prices(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return extend(tmp_path_factory.mktemp("prices"), ROWS, JOBS)


@pytest.mark.parametrize("question", ANSWERS)
def test_what_contributes_to_growth(question: str, prices: Catalogue) -> None:
    given = compare(prices, *question.split())
    assumed = tuple(assumption.id for assumption in given.assumptions)
    assert (given.verdict, given.answer, assumed) == ANSWERS[question], given.reasons


def test_growth_of_twelve_months_tells_what_both_cover(prices: Catalogue) -> None:
    given = compare(prices, "april", "minus", "march")
    assert "is in both" in " ".join(reason.text for reason in given.reasons)
