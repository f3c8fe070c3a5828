"""What is said of a finding, in sentences: what is wrong before what is missing, in the words of the draft."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import nan

from indicators.catalogue.model import Catalogue
from indicators.figures.assumed import within_brackets
from indicators.figures.figure import Figure
from indicators.figures.names import title_within_sentence
from indicators.figures.quotable import titled_within_sentence
from indicators.measure import bounds
from indicators.quoting.fit import SURE
from indicators.quoting.loss_texts import TEXTS, Correction, who_says
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.reader import draft_units
from indicators.quoting.rounding import is_rounding
from indicators.text.first_letter import with_capital
from indicators.text.lexicon import concept
from indicators.text.vocabulary import FUNCTION_WORDS

_DIGITS = 4
"""Significant digits of a figure in another unit, so that a rounded number can be compared with it."""


def loss_message(catalogue: Catalogue, figure: Figure, losses: Iterable[Loss], words: str) -> str:
    """What a quotation of a figure as ``words`` is to say, each thing once: *Add “more than”; add the period (2024).*

    Another value is told with its bound, which is not told again.
    """
    told = "; ".join(_corrections(catalogue, figure, losses, words))
    return f"{with_capital(told)}." if told else ""


def _corrections(catalogue: Catalogue, figure: Figure, losses: Iterable[Loss], words: str) -> Iterator[str]:
    fix = Correction(catalogue=catalogue, figure=figure, words=words)
    ordered = sorted(losses, key=lambda loss: list(TEXTS).index(loss.code))
    if any(loss.code == "value" and not loss.told for loss in ordered):
        ordered = [loss for loss in ordered if loss.code != "bound"]
    yield from dict.fromkeys(TEXTS[loss.code](fix, loss) for loss in ordered)


def conversion(catalogue: Catalogue, figure: Figure, quoted: Quoted) -> str:
    """What is said of a number that tells a figure in another unit, rightly: the figure in both units."""
    observation, fit = quoted.profile.observation, quoted.fit
    ends = (observation.value, observation.lower, observation.upper)
    value, lower, upper = (nan if end is None else end / fit.factor for end in ends)
    number = bounds.phrase(value, observation.qualifier, lower, upper, max(observation.digits or 0, _DIGITS))
    beside = "" if quoted.is_converted else f"; “{quoted.number.words}” is {_beside(quoted, value)}"
    unit = draft_units(catalogue).label(fit.unit, singular=value == 1)
    return f"The figure is {figure.amount}, that is {number} {unit}{beside}."


def _beside(quoted: Quoted, exact: float) -> str:
    """How a told number stands to the ``exact`` one of its unit: its rounding, or a bound that holds all the more."""
    told, own = quoted.number, quoted.profile.observation.qualifier
    if is_rounding(told.value, exact):
        return "that, rounded"
    bound = told.qualifier if told.qualifier in bounds.DIRECTIONS else own
    is_lower = told.value < exact
    if bounds.DIRECTIONS.get(bound) == ("down" if is_lower else "up"):
        return f"{'lower' if is_lower else 'higher'}, so “{bounds.WORDS[bound]}” still holds"
    return "close to that"


def question(catalogue: Catalogue, figure: Figure, losses: Iterable[Loss], words: str, quoted: Quoted | None) -> str:
    """What a reader is asked where it cannot be told: why that is, and what settles it if it is the figure.

    ``quoted`` is the number with the words around it, where these leave the doubt.
    """
    title = titled_within_sentence(catalogue, figure.title, "")
    is_this = "Is this" if title.startswith("the ") else "Does this mean"
    why, remedy = _doubt(catalogue, figure, quoted) if quoted else ("", "")
    todo = "; ".join(filter(None, (remedy, *_corrections(catalogue, figure, losses, words))))
    return " ".join(filter(None, (f"{is_this} {title} ({figure.amount})?", why, f"If so, {todo}." if todo else "")))


def _doubt(catalogue: Catalogue, figure: Figure, quoted: Quoted) -> tuple[str, str]:
    """Why it cannot be told that a number means a figure, and what would tell it; empty where something else is why."""
    fit = quoted.fit
    if fit.certain:
        return "", ""
    if not fit.is_rated:
        return "Nothing near it says per which time it is, or which time it covers.", "add that"
    if fit.who < SURE:
        remedy = f"add the source ({within_brackets(who_says(figure))})"
        return "Too little near it says whom it is about or who says so.", remedy
    missing = _left_out(title_within_sentence(catalogue, figure.measure), quoted)
    if not missing:
        return "The words near it tell only a part of what is counted.", "name that in full"
    return "", f"say “{missing}”"


def _left_out(title: str, quoted: Quoted) -> str:
    """The most words of a title that stand together, without small words, and that the sentence does not have."""
    told = quoted.passage.concepts[quoted.number.sentence]
    words = [word.strip(",;:()") for word in title.split()]
    missing = [word.lower() not in FUNCTION_WORDS and concept(word.lower()) not in told for word in words]
    runs = groupby(zip(words, missing, strict=True), key=lambda each: each[1])
    return max((" ".join(word for word, _ in run) for is_missing, run in runs if is_missing), key=_length, default="")


def _length(words: str) -> int:
    return len(words.split())
