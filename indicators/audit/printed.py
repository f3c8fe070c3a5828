"""How a text prints an observation: its number, and the times and dates of its sentence, found once for each."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from indicators.audit.claim import Claim
from indicators.audit.counted_times import CountedTime, counted_times
from indicators.audit.own_dates import is_own_date
from indicators.audit.passages import Passages, Place
from indicators.audit.printed_dates import is_compared
from indicators.audit.unit_words import NamedUnits
from indicators.text.search import Expression, find


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """How the text prints an observation.

    `expression` is the number in `sentence`, `named` the units that the words after it name. Start and end in the
    sentence are `number` of the number with its qualifier and its unit, `span` of the words that the observation
    quotes. `dates` are all dates of the sentence and of the caption of its table, `own_dates` those that belong to the
    number, *63.3 percent in February 2020*, `compared_dates` those of what the sentence compares with, `counted_times`
    what it tells by its length.
    """

    sentence: str
    paragraph: str
    number: tuple[int, int]
    span: tuple[int, int]
    expression: Expression
    named: NamedUnits
    dates: Collection[str]
    own_dates: Collection[str]
    compared_dates: Collection[str]
    counted_times: Collection[CountedTime]


class PrintedNumbers:
    """The numbers of a text as it prints them; `dates_of` gives the dates of a passage, each with its place."""

    def __init__(self, passages: Passages, dates_of: Callable[[int], Mapping[str, tuple[int, int]]]) -> None:
        self._passages, self._dates_of = passages, dates_of
        self._times: dict[int, _Times] = {}

    def of(self, claim: Claim, place: Place, named: NamedUnits) -> Printed:
        """How the text prints the number of a claim, whose words stand at that place and name these units."""
        sentence, times = self._passages[claim.passage].text, self._times_of(claim.passage)
        number = claim.expression.first, max(claim.expression.last, named.end)
        return Printed(
            sentence=sentence,
            paragraph=self._passages.paragraph_of(claim.passage),
            number=number,
            span=(place.start, place.end),
            expression=claim.expression,
            named=named,
            dates=times.dates,
            own_dates={date for date, at in times.places.items() if is_own_date(sentence, number, at)},
            compared_dates=times.compared,
            counted_times=times.counted,
        )

    def _times_of(self, passage: int) -> "_Times":
        if passage not in self._times:
            sentence, places = self._passages[passage].text, self._dates_of(passage)
            self._times[passage] = _Times(
                places=places,
                dates={*places, *(date for found in find(self._passages.caption_of(passage)) for date in found.dates)},
                compared={date for date, (start, _) in places.items() if is_compared(sentence, start)},
                counted=counted_times(sentence, places),
            )
        return self._times[passage]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Times:
    """The times that a passage tells.

    `places` has its dates, each with its start and end; `dates` are these and those of its caption, `compared` those
    that it compares with; `counted` are its times told by their lengths.
    """

    places: Mapping[str, tuple[int, int]]
    dates: Collection[str]
    compared: Collection[str]
    counted: Collection[CountedTime]
