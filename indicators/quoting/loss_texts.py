"""What is said of each loss, as a part of a sentence: the words at fault, and what the catalogue has instead."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.errors import IndicatorsError
from indicators.figures.agents import is_unnamed_reports, source_within_sentence
from indicators.figures.assumed import ASSUMED, YEAR_ASSUMED, as_printed, assumed, impersonal, within_brackets
from indicators.figures.figure import Figure
from indicators.figures.names import population_within_sentence
from indicators.figures.quotable import titled_within_sentence
from indicators.figures.summary import dated, is_replaced
from indicators.measure import bounds, period
from indicators.measure.period import NOT_STATED
from indicators.quoting.direction_losses import FROM_TO
from indicators.quoting.quoted import Loss
from indicators.text.vocabulary import FUNCTION_WORDS, MONTHS

_STATUS: Mapping[str, str] = {
    "allegation": "alleged",
    "provisional": "provisional",
    "conditional": "conditional (“if”, “would”)",
    "planned": "planned",
    "forecast": "a forecast",
}
"""What a number of each status is; of a status that a draft need not tell, its twin's is at fault: provisional."""
_YEAR = re.compile(r"\d{4}")
_DAY_OR_MONTH = re.compile(r"--(\d\d)(?:-(\d\d))?")
_END_UNKNOWN = re.compile(r", its (?:start|end) not stated$")
"""What a period says of an end that nobody states; a text need not say it."""
_AT_REST = "to or in "
"""How the place of a figure begins that names one place and no way."""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A figure that a draft tells with a loss, and the number as the draft has it."""

    catalogue: Catalogue
    figure: Figure
    words: str

    @property
    def who(self) -> str:
        """The source within a sentence, as `who_says` has it."""
        return who_says(self.figure)

    @property
    def what(self) -> str:
        """What the figure stands for, within a sentence: *the number of containers that …*."""
        first = self.figure.definition.partition(". ")[0].partition(";")[0].removesuffix(".")
        return titled_within_sentence(self.catalogue, first, "")

    @property
    def whom(self) -> str:
        """Whom or what it concerns, within a sentence: *persons in the households of Halvern*, *“Women”* of them."""
        if self.figure.groups:
            return f"“{self.figure.groups}”"
        return population_within_sentence(self.catalogue, self.figure.population)

    def period(self, told: str = "") -> str:
        """What it covers, as a text may take it over; a year that is assumed beside another year that is told."""
        inferred = self.figure.inferred
        if assumed(inferred, "period") == YEAR_ASSUMED and not _YEAR.search(told):
            return as_printed(self.figure.period, inferred, "period")
        return _END_UNKNOWN.sub("", impersonal(dated(self.figure, "period")))


def _value(fix: Correction, loss: Loss) -> str:
    figure = fix.figure
    if loss.told.endswith(FROM_TO):
        return f"“{loss.told}” is the wrong direction: see which of the two numbers is the higher one"
    if loss.told:
        change = figure.amount if figure.direction else f"a rise of {figure.amount}"
        return f"“{loss.told}” is the wrong direction: the figure is {change}"
    wrong = f", not “{fix.words}”" if fix.words and not loss.beyond else ""
    more = f"; “{fix.words}” claims more" if loss.beyond else ""
    return f"the figure is {figure.amount}{wrong} (source: {within_brackets(fix.who)}){more}"


def _kind(fix: Correction, loss: Loss) -> str:
    told = _without_end(loss.told)
    is_said = told != fix.words and any(map(str.isalpha, told))
    wrong = f"“{told}” says something else: " if is_said else ""
    return f"{wrong}the number stands for {fix.what}"


def _unit(fix: Correction, loss: Loss) -> str:
    if not loss.told:
        return f"the figure is {fix.figure.amount}"
    unit = fix.catalogue.units.label(fix.catalogue.observation(fix.figure.id).unit)
    return f"the figure is in {unit}, not “{loss.told}”"


def _population(fix: Correction, loss: Loss) -> str:
    return f"the number concerns {fix.whom}, not “{loss.told}”" if loss.told else f"say that it concerns {fix.whom}"


def _place(fix: Correction, loss: Loss) -> str:
    place = fix.figure.place
    if place == NOT_STATED:
        population = population_within_sentence(fix.catalogue, fix.figure.population)
        return f"the number concerns {population}, not “{loss.told}”"
    is_one = place.startswith(_AT_REST)
    return f"the {'place' if is_one else 'route'} is {place.removeprefix(_AT_REST)}, not “{loss.told}”"


def _wrong_source(fix: Correction, loss: Loss) -> str:
    return f"the source is {fix.who}, not “{loss.told}”"


def _source(fix: Correction, loss: Loss) -> str:
    if is_unnamed_reports(fix.catalogue, fix.figure.source):
        return "add “reportedly”"
    return f"add the source ({within_brackets(fix.who)})"


def _wrong_period(fix: Correction, loss: Loss) -> str:
    return f"the period is {fix.period(loss.told)}, not “{_date(loss.told)}”"


def _period(fix: Correction, loss: Loss) -> str:
    return f"add the period ({within_brackets(fix.period())})"


def _status(fix: Correction, loss: Loss) -> str:
    status = _STATUS.get(fix.figure.status_code, _STATUS["provisional"])
    return f"“{loss.told}” says too much: the number is {status}" if loss.told else f"say that it is {status}"


def _update(fix: Correction, loss: Loss) -> str:
    if not is_replaced(fix.figure):
        return f"say that it is of an earlier time ({within_brackets(fix.period())})"
    return f"say that a later number has replaced it ({within_brackets(impersonal(fix.figure.update_words))})"


def _bound(fix: Correction, loss: Loss) -> str:
    told, own = bounds.WORDS.get(loss.told, ""), bounds.WORDS[fix.figure.qualifier]
    if fix.figure.qualifier in ("between", "vague") or not (told or own):
        return f"the figure is {fix.figure.amount}"
    if own:
        return f"write “{own}” for “{told}”" if told else f"add “{own}”"
    return f"leave out “{told}”: the figure is {fix.figure.amount}"


def who_says(figure: Figure) -> str:
    """The source of a figure within a sentence, in words of its document: *the FAO*, *US officials (assumed)*."""
    name = source_within_sentence(figure.source_name)
    return f"{name} ({ASSUMED})" if assumed(figure.inferred, "source") else name


TEXTS: Mapping[str, Callable[[Correction, Loss], str]] = {
    "value": _value,
    "kind": _kind,
    "unit": _unit,
    "population": _population,
    "place": _place,
    "wrong_source": _wrong_source,
    "wrong_period": _wrong_period,
    "status": _status,
    "update": _update,
    "bound": _bound,
    "source": _source,
    "period": _period,
}
"""What is to be done about each loss: wrong things before missing ones."""


def _without_end(told: str) -> str:
    """Words of a draft without the small words at their end, which belong to what follows: *the labour force in*."""
    words = told.split()
    while len(words) > 1 and words[-1].lower() in FUNCTION_WORDS:
        words.pop()
    return " ".join(words)


def _date(told: str) -> str:
    """A time that a draft names, in words: *28 April* of *--04-28*; words stay as they are."""
    if day_or_month := _DAY_OR_MONTH.fullmatch(told):
        month, day = day_or_month.groups()
        return f"{int(day)} {MONTHS.split()[int(month) - 1]}" if day else MONTHS.split()[int(month) - 1]
    try:
        return period.words(told)
    except IndicatorsError:
        return told
