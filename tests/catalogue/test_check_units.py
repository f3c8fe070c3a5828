"""Which units fit a kind and a statistic."""

import pytest

from indicators.catalogue.check_units import fits_statistic
from indicators.measure.units import Units

UNITS = Units("day = [time]\nliter = [volume] = _ = liters\nhousehold = [household]")


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
