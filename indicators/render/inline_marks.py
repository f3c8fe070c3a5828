"""Small drawings of one figure, or of one and its updates: the bound, the period that it covers, the change.

They are HTML with positions in percent, not SVG: Streamlit takes SVG out of the HTML that it is given, and words in
HTML keep their size on any screen. Colours are those of the style sheet.
"""

from collections.abc import Sequence

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.observation import Observation
from indicators.charts.series import is_expected
from indicators.figures.figure import Figure
from indicators.measure.span import Span

MOST_MONTHS = 24
"""Maximum number of months that are drawn as cells."""
_MONTHS_OF_A_YEAR = 12
_AT_EDGE = 3
"""Number of months at each end of a year whose names stand at that end; the next leaves no room for that of the end."""
_EXACT = ("exact", "A bar that ends at the number.")
_BARS = (
    (("more_than", "at_least"), "least", "A bar that goes on beyond the number: a lower bound."),
    (("less_than", "at_most", "nearly"), "most", "A bar that may end before the number: an upper bound."),
    (("approximate",), "about", "A bar with an end blurred to both sides of the number: approximate."),
    (("between",), "range", "A bar from the lower to the upper end of a range."),
)
"""For qualifiers the class of a bar in the style sheet, and the bar in words."""
_UNNAMED = " unnamed"
"""Class of a dot that is hollow, as in the charts: its source is not named."""


def inline_mark(figures: Sequence[Figure], observations: Sequence[Observation], longest: float = 0) -> Markup:
    """The drawing that says most about these figures of one indicator, in the order of their issue.

    Numbers at their dates of issue for several, or in their periods where they were issued at once; else the months
    that the figure covers, else its bound: against the number ``longest`` where drawings are to be compared. Empty
    where a bare number or a vague magnitude says it all, and for several groups, which the charts compare.
    """
    if len({figure.groups for figure in figures}) > 1:
        return markup.EMPTY
    for date, said_before in (("issued", "issued "), ("period", "covers ")):
        dated = [
            (figure, observation)
            for figure, observation in zip(figures, observations, strict=True)
            if observation.value is not None and getattr(observation, date).dated
        ]
        if len({_middle(getattr(observation, date)) for _, observation in dated}) > 1:
            return _steps(dated, date, said_before)
    (figure, *_), (observation, *_) = figures, observations
    if len(figures) == 1 and (months := months_of(observation.period)):
        return _cells(figure, observation, months)
    return _bound(figure, observation, longest) if len(figures) == 1 else markup.EMPTY


def drawing(kind: str, words: str, *pieces: Markup, caption: Sequence[str] = (), style: str | None = None) -> Markup:
    """A drawing with words for those who do not see it, and a caption below it from left to right.

    ``style`` are variables of the style sheet.
    """
    below = markup.element("div", *(markup.element("span", text) for text in caption), class_="scale")
    drawn = markup.element("div", *pieces, class_=kind, role="img", aria_label=words)
    return markup.element("div", drawn, below if caption else "", class_="mark", style=style)


def _steps(dated: Sequence[tuple[Figure, Observation]], date: str, said_before: str) -> Markup:
    """A dot for each number at its ``date``; from a figure to its update a line that rises or falls in one step.

    ``date`` is the name of a field, of which not all are the same, and ``said_before`` what is said before it. No line
    joins other numbers, for it would be read as a trend.
    """
    middles = [_middle(getattr(observation, date)) for _, observation in dated]
    first, last = min(middles), max(middles)
    # A factor of the catalogue's unit would be the same for all: the figures of one indicator share their kind.
    values = [observation.value or 0 for _, observation in dated]
    low, high = min(0, *values), max(0, *values)
    places = {
        figure.id: (
            4 + 92 * (middle - first) / (last - first),
            8 + 80 * ((observation.value or 0) - low) / ((high - low) or 1),
        )
        for (figure, observation), middle in zip(dated, middles, strict=True)
    }
    pieces: list[Markup] = []
    for figure, _ in dated:
        if figure.updates in places:
            (left, before), (right, after) = places[figure.updates], places[figure.id]
            pieces.append(placed("run", left=left, bottom=before, width=right - left))
            pieces.append(placed("rise", left=right, bottom=min(before, after), height=abs(after - before)))
    for figure, _ in dated:
        left, bottom = places[figure.id]
        pieces.append(placed("dot" if figure.source_named else f"dot{_UNNAMED}", left=left, bottom=bottom))
    said = "; ".join(f"{figure.phrase}, {said_before}{getattr(figure, date)}" for figure, _ in dated)
    in_time = sorted(zip(middles, (getattr(figure, date) for figure, _ in dated), strict=True))
    ends = dict.fromkeys(words for _, words in (in_time[0], in_time[-1]))
    prefix = said_before if date == "issued" else ""  # without it months look like those that are covered
    return drawing("steps", f"{said}.", *pieces, caption=(prefix + next(iter(ends)), *[*ends][1:]))


def _cells(figure: Figure, observation: Observation, months: range) -> Markup:
    """A cell for each month that the period covers; a period within one year in the twelve cells of that year.

    A single month is named below its cell, and the ends of its year where there is room for them.
    """
    year = months[0] // _MONTHS_OF_A_YEAR
    in_one_year = year == months[-1] // _MONTHS_OF_A_YEAR
    shown = range(year * _MONTHS_OF_A_YEAR, (year + 1) * _MONTHS_OF_A_YEAR) if in_one_year else months
    look = "on about" if observation.period.marked else "on"
    pieces = (markup.element("span", class_=look if month in months else None) for month in shown)
    words = f"Covers {figure.period}."
    if not in_one_year:
        return drawing("months", words, *pieces, caption=figure.period.split(" to "))
    if len(months) > 1 or (month := months[0] % _MONTHS_OF_A_YEAR) < _AT_EDGE:
        return drawing("months", words, *pieces, caption=(figure.period,))
    if month >= _MONTHS_OF_A_YEAR - _AT_EDGE:
        return drawing("months late", words, *pieces, caption=(figure.period,))
    middle = f"--middle:{100 * (month + 0.5) / _MONTHS_OF_A_YEAR:.3g}%"
    none = "\N{NO-BREAK SPACE}"  # keeps the others in their places
    first = "Jan" if month > _AT_EDGE else none
    last = "Dec" if month < _MONTHS_OF_A_YEAR - _AT_EDGE - 1 else none
    return drawing("months mid", words, *pieces, caption=(first, figure.period, last), style=middle)


def _bound(figure: Figure, observation: Observation, longest: float) -> Markup:
    """A bar on a scale from zero that shows how the number bounds the quantity, as long as it is of the longest number.

    The ends of the scale are written below it: a size looks like no period.
    """
    number = observation.upper if observation.value is None else observation.value
    if observation.qualifier == "vague" or number is None or (observation.qualifier == "unqualified" and not longest):
        return markup.EMPTY
    look, words = next((mark for qualifiers, *mark in _BARS if observation.qualifier in qualifiers), _EXACT)
    share = f"--share:{number / longest:.3g}" if longest > 0 else None
    kind = f"bar {look}"
    if is_expected(observation):
        kind, words = f"{kind} expected", f"{words} Dashed: a forecast, a plan, or under a condition."
    ends = (figure.parts[1],) if observation.qualifier == "between" else ("0", figure.parts[1])
    return drawing(kind, words, markup.element("span"), markup.element("span"), caption=ends, style=share)


def months_of(span: Span) -> range | None:
    """The months of a period, counted from the year 0, where both its ends name a month and they are few."""
    if not span.dated or any(len(end.rstrip("?~%")) < len("2024-01") for end in span.text.split("/")):
        return None
    first, last = (day.year * _MONTHS_OF_A_YEAR + day.month - 1 for day in (span.start_first, span.end_last))
    return range(first, last + 1) if last - first < MOST_MONTHS else None


def _middle(span: Span) -> float:
    """The middle of a dated period, in seconds since 1970."""
    return float(span.start_first.timestamp() + span.end_last.timestamp()) / 2


def placed(kind: str, **places: float) -> Markup:
    """A piece of a drawing at these places, in percent of its width or height."""
    style = "".join(f"{name}:{round(percent, 1):g}%;" for name, percent in places.items())
    return markup.element("span", class_=kind, style=style)
