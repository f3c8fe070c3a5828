"""A made-up release with all that a chart by series and groups has to cope with."""

import math
from collections.abc import Iterator
from pathlib import Path

from indicators.catalogue.model import Catalogue
from tests.support.release import Row, make_release

LONG = (
    "Persons who worked part time for economic reasons and would have preferred to work full time in agriculture, "
    "forestry, fishing and hunting"
)
GROUPS: list[Row] = [
    *({"id": f"region-{number}", "dimension": "region", "title": f"Region {number}"} for number in range(30)),
    *({"id": name, "dimension": "sex", "title": name.title()} for name in ("men", "women")),
    {"id": "retail", "dimension": "industry", "title": "Retail trade"},
    {"id": "furniture", "dimension": "industry", "title": "Furniture shops", "part_of": "retail"},
    {"id": "health", "dimension": "industry", "title": "Health care"},
    {"id": "stated", "dimension": "scenario", "title": "Stated policies", "order": "1"},
    {"id": "net-zero", "dimension": "scenario", "title": "Net zero", "order": "2"},
    *({"id": f"long-{number}", "dimension": "occupation", "title": f"{LONG} {number}"} for number in range(2)),
]
CREDIBLE = {"interval_kind": "credible", "interval_level": "95"}


def value(indicator: str, number: float | str, period: str, groups: str = "", **cells: str) -> Row:
    return {"indicator": indicator, "value": str(number), "period": period, "groups": groups, **cells}


def months(count: int) -> Iterator[str]:
    return (f"{2019 + number // 12}-{number % 12 + 1:02d}" for number in range(count))


VALUES: dict[tuple[str, str], list[Row]] = {
    ("fallen", "change"): [
        value("fallen", -number, "2024-03", f"region-{row}") for row, number in enumerate((9000, 200, 40000))
    ],
    ("rolling", "percent_change"): [
        value("rolling", number, time, unit="percent")
        for number, time in ((5.8, "2022-09/2023-09"), (3.1, "2023-06/2024-06"), (2.7, "2023-09/2024-09"))
    ],
    ("gain", "change"): [
        value("gain", 236000, "2024-03"), value("gain", 236000, "2024-03", id="gain-again"),
        value("gain", -15000, "2024-03", "retail"), value("gain", -9000, "2024-03", "furniture"),
        value("gain", 34000, "2024-03", "health"),
        value("gain", 504000, "2024-01", vintage="first_published", id="january-first"),
        value("gain", 472000, "2024-01", vintage="revised", updates="january-first"),
        value("gain", 326000, "2024-02"),
    ],
    ("planned", "level"): [
        value("planned", 5, "2030", "men", status="forecast"), value("planned", 9, "2050", "men", status="forecast"),
    ],
    ("sixty", "level"): [
        value("sixty", round(1000 + 200 * math.sin(number / 7), 1), month, interval_lower="700",
              interval_upper="1300", **CREDIBLE)
        for number, month in enumerate(months(60)) if number not in (0, 2, 20, 21, 40)
    ],
    ("thirty", "share"): [
        value("thirty", 2 + number / 2, month, f"region-{number}", unit="percent")
        for number in range(30) for month in months(2)
    ],
    ("named", "mean"): [
        value("named", 12 + number, "2024-03", f"long-{number}", interval_lower="10", interval_upper="15", **CREDIBLE)
        for number in range(2)
    ],
    ("centuries", "index"): [value("centuries", year - 1800, str(year), unit="percent") for year in range(1850, 2025)],
    ("days", "level"): [value("days", 10 + day, f"2024-03-{day + 10}") for day in range(4)],
    ("alone", "mean"): [value("alone", 14200, "2024-03", interval_lower="11900", interval_upper="16800", **CREDIBLE)],
    ("unwidened", "mean"): [value("unwidened", 14200, "2024-03")],
    ("season", "level"): [
        value("season", 412, "2024-04", season="adjusted"), value("season", 431, "2024-04", season="unadjusted"),
        value("season", 5, "2024-04", "men", season="adjusted"),
    ],
    ("expected", "mean"): [
        value("expected", 30, "2024-03"), value("expected", 31, "2024-04"),
        {"indicator": "expected", "lower": "30", "upper": "40", "qualifier": "between", "as_printed": "30 to 40",
         "period": "2024-05", "status": "forecast"},
    ],
    ("outlook", "level"): [
        value("outlook", 405, "2023"), value("outlook", 412, "2024"),
        {"indicator": "outlook", "lower": "590", "upper": "840", "qualifier": "between", "as_printed": "590 to 840",
         "period": "2050", "status": "forecast"},
        value("outlook", 486, "2030", "stated", status="forecast"),
        value("outlook", 521, "2030", "net-zero", status="forecast"),
        value("outlook", 798, "2050", "net-zero", status="conditional"),
    ],
    ("nothing", "change"): [value("nothing", 0, "2024-03", "men"), value("nothing", 0, "2024-03", "women")],
}  # fmt: skip


def make_charted_release(folder: Path) -> Catalogue:
    """The catalogue of VALUES, in a new folder."""
    indicators = [
        {"id": name, "title": name.title(), "statistic": statistic, "base": "2000" if statistic == "index" else ""}
        for name, statistic in VALUES
    ]
    return make_release(folder, indicators, [row for values in VALUES.values() for row in values], GROUPS)
