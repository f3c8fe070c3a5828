"""The values of a series as a small drawing: a bar or a dot for each period, zero at its place, the latest marked."""

from collections.abc import Sequence

from markupsafe import Markup

from indicators.catalogue.observation import Observation
from indicators.charts.choice import FLOWS
from indicators.charts.series import time_of
from indicators.measure import period
from indicators.render.inline_marks import drawing, placed

MOST = 60
"""Maximum number of values in a drawing: the latest."""
_LOWEST, _HEIGHT, _LEFT, _WIDTH = 8, 80, 2, 96
"""Place and size of the values in the drawing, in percent."""


def sparkline(series: Sequence[Observation]) -> Markup:
    """The drawing of a series in the order of time; changes and totals are bars from zero, all else dots.

    Every value stands at its place in time, so that a gap is a gap. Empty for fewer than two numbers with a date.
    """
    shown = [value for value in series if value.value is not None and time_of(value).dated][-MOST:]
    if len(shown) < 2:
        return Markup()
    times = [time_of(value).start_first.timestamp() for value in shown]
    numbers = [value.value or 0.0 for value in shown]
    bars = shown[0].statistic in FLOWS
    low, high = min(numbers), max(numbers)
    if bars or low <= 0 <= high:
        low, high = min(low, 0.0), max(high, 0.0)
    span = (high - low) or 1.0

    def height(number: float) -> float:
        return _LOWEST + _HEIGHT * (number - low) / span

    pieces = [placed("zero", left=0, bottom=height(0.0), width=100)] if low <= 0 <= high else []
    for time, number in zip(times, numbers, strict=True):
        look = "latest" if time == times[-1] else ""
        left = _LEFT + _WIDTH * (time - times[0]) / (times[-1] - times[0] or 1.0)
        if bars:
            bottom, top = sorted((height(0.0), height(number)))
            pieces.append(placed(f"column {look}", left=left, bottom=bottom, height=top - bottom))
        else:
            pieces.append(placed(f"point {look}", left=left, bottom=height(number)))
    ends = [period.words(time_of(value).text) for value in (shown[0], shown[-1])]
    caption = dict.fromkeys(f"{end}: {shown[place].number()}" for end, place in zip(ends, (0, -1), strict=True))
    return drawing("spark", _in_words(shown, ends), *pieces, caption=tuple(caption))


def _in_words(shown: Sequence[Observation], ends: Sequence[str]) -> str:
    """*5 values, April 2023 to April 2024; lowest 4.8, highest 5.1, latest 4.8.*"""
    ordered = sorted(shown, key=lambda value: value.value or 0.0)
    extremes = (("lowest", ordered[0]), ("highest", ordered[-1]), ("latest", shown[-1]))
    words = ", ".join(f"{word} {value.number()}" for word, value in extremes)
    return f"{len(shown)} values, {ends[0]} to {ends[1]}; {words}."
