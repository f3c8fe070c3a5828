"""Which units fit a kind and a statistic."""

import pytest

from indicators.catalogue.check_units import fits_statistic
from indicators.measure.units import Units

UNITS = Units(
    "day = [time]\nliter = [volume] = _ = liters\nhousehold = [household]\npatient = [patient]\npercent = [share]\n"
    "percentage_point = [point]\nper_100 = percent = _ = per_100"
)


@pytest.mark.parametrize(
    ("unit", "of", "fits"),
    [
        ("per_100", "ratio", True),
        ("percentage_point", "ratio", True),
        ("patient", "ratio", True),
        ("per_100", "level", False),
    ],
)
def test_a_change_of_a_ratio_is_in_its_unit(unit: str, of: str, fits: bool) -> None:
    assert fits_statistic(UNITS, unit, "patient", "change", of) is fits


@pytest.mark.parametrize(
    ("unit", "main", "statistic", "fits"),
    [
        ("liter/day", "liter", "rate", True),
        ("liter", "liter", "rate", False),
        ("liter/day", "liter/day", "rate", True),
        ("liter", "liter/day", "rate", False),
        ("liter/household", "liter/household", "level", True),
        ("liter/household", "liter", "rate", False),
    ],
)
def test_a_rate_is_per_time_once(unit: str, main: str, statistic: str, fits: bool) -> None:
    assert fits_statistic(UNITS, unit, main, statistic, "") is fits
