"""The unit in which ratios are drawn."""

from pathlib import Path

import altair as alt
import pytest

from indicators.charts import build
from indicators.charts.axes import numbers
from indicators.figures.selection import Selection, select
from tests.support.release import make_release


@pytest.mark.parametrize(
    ("unit", "values", "drawn"),
    [
        ("per_100000", ("5.8", "6.1"), [5.8, 6.1]),
        ("per_100", ("5.8", "6.1"), [5.8, 6.1]),
        ("one", ("0.02", "0.04"), [2, 4]),  # told as *1 in 50*
    ],
)
def test_a_rate_is_drawn_per_what_it_is_printed_per(
    unit: str, values: tuple[str, str], drawn: list[float], tmp_path: Path
) -> None:
    folder = tmp_path / "release"
    rows = [
        {"indicator": "rate", "value": value, "unit": unit, "period": year}
        for value, year in zip(values, ("2023", "2024"), strict=True)
    ]
    units = "per_100000 = 0.001 * percent = _ = per_100000\nper_100 = percent = _ = per_100\n"
    release = make_release(folder, [{"id": "rate", "title": "Rate", "statistic": "ratio"}], rows, units=units)
    (chart,) = build.charts(release, select(release, Selection()))
    data = [datum["value"] for rows in chart.spec["datasets"].values() for datum in rows if "value" in datum]
    assert sorted({round(value, 6) for value in data if value is not None}) == drawn


def test_an_axis_of_billions_says_so_in_words() -> None:
    def axis(end: float) -> dict[str, object]:
        made: dict[str, object] = numbers(alt.X, "value", "crowns", (0, end)).to_dict()["axis"]
        return made

    assert "' billion'" in str(axis(40e9)["labelExpr"])
    assert "labelExpr" not in axis(4e9 / 1000)
