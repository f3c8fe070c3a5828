"""Rows of any release for `make_release`: statistics, groups, series, intervals, vintages and negative values."""

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

Row = dict[str, str]

_LONG = "Persons who worked part time and would have preferred to work full time in agriculture, forestry and fishing"
_STATISTICS = (
    "total running_total level change percent_change share ratio index mean median quantile not_stated".split()
)
_IN_PERCENT = ("share", "percent_change", "index", "ratio")
_NEGATIVE = ("change", "percent_change", "mean", "level")
_GROUPS: tuple[Row, ...] = (
    {"id": "men", "dimension": "sex", "title": "Men", "order": "1"},
    {"id": "women", "dimension": "sex", "title": "Women", "order": "2"},
    {"id": "young-women", "dimension": "sex", "title": _LONG, "part_of": "women"},
    {"id": "north", "dimension": "region", "title": "North", "code": "NV-N"},
    {"id": "islands", "dimension": "region", "title": "Islands"},
    {"id": "stated", "dimension": "scenario", "title": "Stated policies"},
    {"id": "net-zero", "dimension": "scenario", "title": "Net zero"},
)
_CELLS = st.lists(
    st.sampled_from(
        ["", "men", "women", "young-women", "north", "islands", "men;north", "women;islands", "stated", "net-zero",
         "men;net-zero", "women;net-zero"]
    ),
    min_size=1, max_size=4, unique=True,
)  # fmt: skip
_SERIES = st.sampled_from(
    [
        [""],
        ["2024-03"],
        ["2024-03-15"],
        [f"2024-{month:02d}" for month in (1, 2, 3, 5, 6)],
        [str(year) for year in range(1850, 2025, 29)],
        ["2023-01/2023-03", "2023-04/2023-06", "2023-07/2023-09"],
        ["2024-03-01", "2024-03-02"],
        ["2024-01", "2024", "../2024", "2022~"],
        ["9999"],
    ]
)
_NUMBERS = st.one_of(
    st.integers(-3, 3), st.sampled_from([0.0001, -0.05, 12.5, 99.9, -1200, 40_000, 1_250_000, 7_000_000_000_000])
)
_QUALIFIERS = st.sampled_from(
    ["unqualified"] * 6 + "exact approximate more_than at_least less_than at_most nearly between vague".split()
)
_KINDS = st.sampled_from(["", "", "confidence", "credible", "scenarios", "margin", "rounding"])
_OF_VALUE = (
    "value lower upper order_of_magnitude as_printed interval_lower interval_upper interval_kind interval_level".split()
)
_SEASONS = st.sampled_from(["", "", "adjusted", "unadjusted"])


@dataclass(frozen=True, kw_only=True)
class AnyRelease:
    """The arguments of `make_release` after the folder."""

    indicators: list[Row]
    observations: list[Row]
    groups: list[Row]


@st.composite
def any_release(draw: st.DrawFn) -> AnyRelease:
    """A release of one to four indicators, each with its groups, its series and its way of saying values."""
    indicators: list[Row] = []
    observations: list[Row] = []
    for number in range(draw(st.integers(1, 4))):
        indicator = _indicator(draw, number, indicators)
        indicators.append(indicator)
        observations.extend(_observations(draw, indicator, len(observations)))
    named = {group for row in observations for group in row["groups"].split(";")}
    named |= {group["part_of"] for group in _GROUPS if group["id"] in named and "part_of" in group}
    groups = [group for group in _GROUPS if group["id"] in named]
    return AnyRelease(indicators=indicators, observations=observations, groups=groups)


def _indicator(draw: st.DrawFn, number: int, before: list[Row]) -> Row:
    statistic = draw(st.sampled_from(_STATISTICS))
    row = {"id": f"indicator-{number}", "title": draw(st.sampled_from([f"Things {number}", "Things", _LONG]))}
    row |= {"statistic": statistic, "order": draw(st.sampled_from(["", str(number + 1)]))}
    row["chart"] = draw(st.sampled_from(["", "", "issued", "period", "level", "stages"]))
    if statistic == "index":
        row["base"] = "2020"
    if before:
        other = draw(st.sampled_from(before))["id"]
        of = {"share": "share_of", "change": "change_of", "percent_change": "change_of", "mean": "change_of"}
        for column in (of.get(statistic, "part_of"), "beside"):
            row[column] = draw(st.sampled_from(["", other]))
    return row


def _observations(draw: st.DrawFn, indicator: Mapping[str, str], count: int) -> list[Row]:
    statistic = indicator["statistic"]
    unit = "thing"
    if statistic in _IN_PERCENT:
        unit = "percent"
    elif statistic == "change" and indicator.get("change_of"):
        unit = draw(st.sampled_from(["thing", "percentage_point"]))
    fixed = {
        "indicator": indicator["id"], "unit": unit, "season": draw(_SEASONS),
        "status": draw(st.sampled_from(["reported", "estimate", "provisional", "forecast"])),
    }  # fmt: skip
    prices = draw(st.sampled_from(["", "", "nominal", "real"]))
    fixed |= {"prices": prices, "price_base": "2020" if prices == "real" else ""}
    fixed["annualised"] = draw(st.sampled_from(["", "", "yes"]))
    kind, revised = draw(_KINDS), draw(st.booleans())
    rows: list[Row] = []
    periods = draw(_SERIES)
    for groups in draw(_CELLS):
        for period in periods:
            row = {**fixed, "groups": groups, "period": period, "id": f"value-{count + len(rows)}"}
            rows.append(row | _value(draw, kind, negative=statistic in _NEGATIVE))
        if revised:
            first = rows[-1]
            first["vintage"] = "first_published"
            again = {"id": f"value-{count + len(rows)}", "vintage": "revised", "updates": first["id"]}
            rows.append(first | again | _value(draw, kind, negative=statistic in _NEGATIVE))
    return rows


def _value(draw: st.DrawFn, kind: str, *, negative: bool) -> Row:
    number = draw(_NUMBERS)
    number = number if negative else abs(number)
    qualifier = draw(_QUALIFIERS)
    size = abs(number) or 1
    row: Row = dict.fromkeys(_OF_VALUE, "") | {"qualifier": qualifier}
    if qualifier == "vague":
        return row | {"order_of_magnitude": "3", "as_printed": "thousands"}
    if kind:
        row |= {"interval_lower": _digits(number - size), "interval_upper": _digits(number + 2 * size)}
        row |= {"interval_kind": kind}
        row["interval_level"] = "95" if kind in ("confidence", "credible", "margin", "scenarios") else ""
    if qualifier == "between":
        return row | {"lower": _digits(number), "upper": _digits(number + size)}
    return row | {"value": _digits(number)}


def _digits(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")
