"""What is said of a finding: the words at fault, and what the catalogue has instead."""

from collections.abc import Callable, Iterable, Mapping

from indicators.figures.agents import within_sentence
from indicators.figures.assumed import within_brackets
from indicators.figures.figure import Figure
from indicators.figures.summary import dated, is_replaced
from indicators.measure import bounds
from indicators.measure.period import NOT_STATED
from indicators.quoting.fit import SURE, Fit
from indicators.quoting.quoted import Loss
from indicators.text.first_letter import with_capital


def _bound(figure: Figure, loss: Loss) -> str:
    told, own = bounds.WORDS.get(loss.told, ""), figure.parts[0]
    if own:
        return f"write “{own}” for “{told}”" if told else f"add “{own}”"
    return f"“{told}” is another bound, the figure is {figure.phrase}" if told else f"the figure is {figure.phrase}"


def _unit(figure: Figure, loss: Loss) -> str:
    return f"the unit is {figure.unit}, not “{loss.told}”" if loss.told else f"the figure is {figure.phrase}"


def _kind(figure: Figure, loss: Loss) -> str:
    return f"what is counted: {figure.definition.partition('. ')[0].removesuffix('.')}, not “{loss.told}”"


def _source(figure: Figure, loss: Loss) -> str:
    return "add “reportedly”" if _is_reports(figure) else f"add the source ({_who(figure)})"


def _is_reports(figure: Figure) -> bool:
    """Whether the source is reports that stand for nobody."""
    return not figure.source_named and "source_kind" in figure.missing


def _who(figure: Figure) -> str:
    """The source: *FAO*, *unnamed US officials*."""
    is_unnamed = not figure.source_named and not _is_reports(figure)
    return f"{'unnamed ' if is_unnamed else ''}{within_sentence(figure.source_name)}"


def _wrong_source(figure: Figure, loss: Loss) -> str:
    return f"the source is {_who(figure)}, not “{loss.told}”"


def _status(figure: Figure, loss: Loss) -> str:
    return f"the status is {figure.status}, not “{loss.told}”" if loss.told else f"add the status ({figure.status})"


def _value(figure: Figure, loss: Loss) -> str:
    if loss.told:
        change = figure.phrase if figure.direction else f"a rise of {figure.phrase}"
        return f"“{loss.told}” tells the other direction, the figure is {change}"
    return f"the figure is {figure.phrase} ({_who(figure)})"


def _place(figure: Figure, loss: Loss) -> str:
    if figure.place == NOT_STATED:
        return f"it is about {figure.population}, not “{loss.told}”"
    return f"the place is {figure.place.removeprefix('to or in ')}, not “{loss.told}”"


def _population(figure: Figure, loss: Loss) -> str:
    whom = f"{figure.population}; {figure.groups}" if figure.groups else figure.population
    return f"it is about {whom}, not “{loss.told}”" if loss.told else f"say whom it is about ({whom})"


def _update(figure: Figure, loss: Loss) -> str:
    later = f": {within_brackets(figure.update_words)}" if is_replaced(figure) else ""
    return f"say that a later number has replaced it{later}"


_TEXTS: Mapping[str, Callable[[Figure, Loss], str]] = {
    "value": _value,
    "kind": _kind,
    "unit": _unit,
    "population": _population,
    "place": _place,
    "wrong_source": _wrong_source,
    "wrong_period": lambda figure, loss: f"the period is {dated(figure, 'period')}",
    "status": _status,
    "update": _update,
    "bound": _bound,
    "source": _source,
    "period": lambda figure, loss: f"add the period ({within_brackets(dated(figure, 'period'))})",
}
"""What is to be done about each loss, from the figure and what the draft says: wrong things before missing ones."""


def loss_message(figure: Figure, losses: Iterable[Loss]) -> str:
    """What a quotation is to say, each thing once: *Add “more than”; add the source (the Register).*

    Another value is told with its bound, which is not told again.
    """
    ordered = sorted(losses, key=lambda loss: list(_TEXTS).index(loss.code))
    if any(loss.code == "value" and not loss.told for loss in ordered):
        ordered = [loss for loss in ordered if loss.code != "bound"]
    told = "; ".join(dict.fromkeys(_TEXTS[loss.code](figure, loss) for loss in ordered))
    return f"{with_capital(told).removesuffix('.')}." if told else ""


def nothing_to_correct(figure: Figure) -> str:
    """What is said of a number that is quoted as it is: the figure, and who says so."""
    return f"Nothing to correct. It is {figure.phrase} ({figure.title}; {_who(figure)})."


def question(figure: Figure, losses: Iterable[Loss], *, why: str = "") -> str:
    """What a reader is asked where it cannot be told: ``why`` that is, and what to do if it is the figure."""
    doubts = loss_message(figure, losses)
    asked = f"Is this {figure.phrase} ({figure.title})?"
    return " ".join(filter(None, (asked, why, f"If so: {doubts}" if doubts else "")))


def doubt(figure: Figure, fit: Fit) -> str:
    """Why it cannot be told that a number means a figure, and what would tell it; empty where something else is why."""
    if fit.certain:
        return ""
    if not fit.is_rated:
        return "Nothing near it says per which time it is, or which time it covers: if it is this figure, add that."
    if fit.who < SURE:
        text = "Too little near it says whom it is about and who says so: if it is this figure,"
        return f"{text} add the source ({_who(figure)})."
    return "The words near it tell only a part of what is counted: if it is this figure, name that in full."
