"""What is said of a finding: the words at fault, and what the catalogue has instead."""

from collections.abc import Callable, Iterable, Mapping

from indicators.figures.agents import within_sentence
from indicators.figures.figure import Figure
from indicators.measure import bounds
from indicators.measure.period import NOT_STATED
from indicators.quoting.quoted import Loss


def _bound(figure: Figure, loss: Loss) -> str:
    told = bounds.WORDS.get(loss.told, "")
    found = f"“{told}” is another bound" if told else "The bound is missing"
    return f"{found}: the figure is {figure.phrase}."


def _kind(figure: Figure, loss: Loss) -> str:
    caveat = figure.caveats[0].text if figure.caveats else ""
    return f"“{loss.told}” says something else than what is counted: {figure.definition} {caveat}".strip()


def _source(figure: Figure, loss: Loss) -> str:
    return f"Nobody is named who says so. It is {within_sentence(figure.source_words)}."


def _wrong_source(figure: Figure, loss: Loss) -> str:
    return f"“{loss.told}” did not say so. It is {within_sentence(figure.source_words)}."


def _status(figure: Figure, loss: Loss) -> str:
    if loss.told:
        return f"“{loss.told}” is more than is known: {figure.status}."
    return f"Told as a fact. Its status is {figure.status}."


def _period(figure: Figure, loss: Loss) -> str:
    return f"The time is missing. It covers {figure.period}."


def _value(figure: Figure, loss: Loss) -> str:
    if loss.told:
        change = figure.phrase if figure.is_fall else f"a rise of {figure.phrase}"
        return f"“{loss.told}” tells the other direction: the figure is {change}."
    return f"The value is another: the figure is {figure.phrase}."


def _place(figure: Figure, loss: Loss) -> str:
    says = (
        f"The figure is about: {figure.population}"
        if figure.place == NOT_STATED
        else f"The figure says: {figure.place}"
    )
    return f"“{loss.told}” is another place. {says}."


def _population(figure: Figure, loss: Loss) -> str:
    whom = f"{figure.population}; {figure.groups}" if figure.groups else figure.population
    found = f"“{loss.told}” is somebody else." if loss.told else "Whom it is about is missing."
    return f"{found} The figure is about: {whom}."


_TEXTS: Mapping[str, Callable[[Figure, Loss], str]] = {
    "bound": _bound,
    "unit": lambda figure, loss: f"“{loss.told}” is another unit: the figure is {figure.phrase}.",
    "kind": _kind,
    "source": _source,
    "wrong_source": _wrong_source,
    "status": _status,
    "period": _period,
    "wrong_period": lambda figure, loss: f"Another time is named. It covers {figure.period}.",
    "value": _value,
    "update": lambda *_: "It is an earlier number; there is a later one.",
    "place": _place,
    "population": _population,
}
"""The sentence on each loss, from the figure and what the draft says."""


def loss_message(figure: Figure, losses: Iterable[Loss]) -> str:
    """The sentences on what a quotation loses, each once."""
    return " ".join(dict.fromkeys(_TEXTS[loss.code](figure, loss) for loss in losses))


def question(figure: Figure, losses: Iterable[Loss]) -> str:
    """What a reader is asked where it cannot be told."""
    doubts = loss_message(figure, losses)
    return f"Is this {figure.phrase} ({figure.title})?" + (f" If so: {doubts}" if doubts else "")
