"""The data of the marks of a chart by series and groups, with their labels."""

from collections.abc import Iterator, Mapping, Sequence

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.charts import typeface
from indicators.charts.axes import Value
from indicators.charts.chart import milliseconds, tooltip
from indicators.charts.series import Series, is_expected, segments, time_of
from indicators.combine.groups import alternatives
from indicators.figures.figure import Figure
from indicators.figures.names import short_source_names
from indicators.figures.statistics import group_titles
from indicators.measure import period
from indicators.text.first_letter import with_capital

MOST_VALUES = 400
"""Maximum number of values of a series in a chart over time: the latest."""
LABEL_SIZE, LABEL_LINE = 12, 15
"""Size of the letters of a label, and height of its lines, in pixels."""
_LABEL_WIDTH = 310
"""Room for a label on a phone, in pixels."""


def drawn_values(series: Series, *, over_time: bool) -> tuple[Observation, ...]:
    """The values of a series that a chart shows: over time the last MOST_VALUES with dates, else the latest."""
    if not over_time:
        return (series.latest,)
    current = [value for value in series.current if time_of(value).dated][-MOST_VALUES:]
    first = time_of(current[0]).start_first
    superseded = (value for value in series.superseded if time_of(value).dated)
    return (*(value for value in superseded if time_of(value).start_first >= first), *current)


def values_of(
    series: Series,
    drawn: Sequence[Observation],
    name: str,
    figures: Mapping[str, Figure],
    factors: Mapping[str, float],
    *,
    dated: bool,
) -> list[Value]:
    """The data of these values of a series called ``name``, by figures and factors of their units.

    Their labels say the time if they are ``dated``; otherwise the title of the chart says it for all.

    Times are in milliseconds since 1970. ``segment`` names the run of values to which it belongs, ``alone`` says that
    it is the only one of that.
    """
    current = [value for value in series.current if value in drawn and time_of(value).dated]
    runs = {
        value.id: (f"{name} {number}", len(run) == 1) for number, run in enumerate(segments(current)) for value in run
    }
    return [
        {
            **numbers_of(observation, factors[observation.unit]),
            **_look(figures[observation.id], observation, name, dated=dated),
            "current": observation not in series.superseded,
            "segment": runs.get(observation.id, ("", True))[0],
            "alone": runs.get(observation.id, ("", True))[1],
        }
        for observation in drawn
    ]


def series_names(catalogue: Catalogue, series: Sequence[Series]) -> list[str]:
    """A name for each series: its groups, and whatever else tells it apart from the others.

    The series for all is called so where others are for groups; beside scenarios it is what was observed.
    """
    scenarios = [alternatives(catalogue, frozenset(each.groups)) for each in series]
    grouped = any(set(each.groups) - own for each, own in zip(series, scenarios, strict=True))
    facets = [_facets(catalogue, each) for each in series]
    varying = [len(set(column)) > 1 for column in zip(*facets, strict=True)]
    names = []
    for each, own, scenario in zip(series, facets, scenarios, strict=True):
        group = group_titles(catalogue, each.groups) or ("All" if grouped else "")
        of_none = any(scenarios) and not scenario
        seen = ("expected" if is_expected(each.latest) else "observed") if of_none else ""
        told = own[:-1] if seen == "expected" else own  # what is expected stands beside what is observed
        words = [word for word, varies in zip(told, varying, strict=False) if varies and word]
        names.append(with_capital(", ".join(filter(None, (group, seen, *words)))))
    return names


def extremes(values: Sequence[Value]) -> Iterator[tuple[str, Value]]:
    """The latest, the highest and the lowest current value of a series, each with that word, none twice.

    What is expected counts only where nothing was observed; then the latest is the last.
    """
    current = [value for value in values if value["current"] and value["value"] is not None]
    current = [value for value in current if not value["expected"]] or current
    if not current:
        return
    found = {"Last" if current[-1]["expected"] else "Latest": current[-1]}
    if len(current) > 2:
        found["Highest"] = max(current, key=lambda value: float(value["value"]))
        found["Lowest"] = min(current, key=lambda value: float(value["value"]))
    seen = set()
    for word, value in found.items():
        if value["id"] not in seen:
            seen.add(value["id"])
            yield word, value


def in_lines(text: str) -> list[str]:
    """A label in lines for which a phone has room."""
    return list(typeface.lines(text, LABEL_SIZE, _LABEL_WIDTH))


def differences(series: Sequence[Series]) -> list[str]:
    """What besides groups tells these series apart, as nouns."""
    facets = (
        ("seasonal adjustment", {each.season for each in series}),
        ("prices", {each.prices for each in series}),
        ("source", {each.source for each in series}),
    )
    return [noun for noun, values in facets if len(values) > 1]


def _facets(catalogue: Catalogue, series: Series) -> tuple[str, ...]:
    """What may tell a series apart from others of its groups, in words."""
    season = {"adjusted": "adjusted for the season", "unadjusted": "not adjusted for the season"}
    prices = {"nominal": "nominal", "real": "real"}
    kind, _, base = series.prices.partition(" ")
    return (
        season.get(series.season, ""),
        " ".join(filter(None, (prices.get(kind, ""), base and f"at prices of {period.words(base)}"))),
        "annualised" if series.annualised else "",
        short_source_names(catalogue)[series.source],
        "published besides" if series.lane else "",
    )


def _look(figure: Figure, observation: Observation, name: str, *, dated: bool) -> Value:
    """Label, tooltip and what the look of a mark depends on."""
    time = time_of(observation)
    when = period.words(time.text)
    label = ", ".join(filter(None, (name, when if dated else "")))
    start, end = milliseconds(time.start_first), milliseconds(time.end_last, end=True)
    return {
        **tooltip(figure),
        "when": when,
        "label": "\n".join(in_lines(": ".join(filter(None, (label, figure.amount))))),
        "above": observation.qualifier in ("more_than", "at_least"),
        "below": observation.qualifier in ("less_than", "at_most", "nearly"),
        "about": observation.qualifier == "approximate",
        "named": observation.named,
        "expected": is_expected(observation),
        "start": start,
        "end": end,
        "middle": None if start is None or end is None else (start + end) / 2,
        "marked": False,
    }


def numbers_of(observation: Observation, factor: float) -> Value:
    """The numbers of a mark, multiplied by ``factor``: a range has both ends and no value."""
    is_range = observation.qualifier == "between"
    cells = {
        "value": None if is_range else observation.value,
        "low": observation.lower if is_range else None,
        "high": observation.upper if is_range else None,
        "interval_low": observation.interval_lower,
        "interval_high": observation.interval_upper,
    }
    return {name: None if cell is None else cell * factor for name, cell in cells.items()}
