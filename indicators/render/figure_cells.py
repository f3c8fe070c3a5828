"""The cells of a figure in a table, alike in every table: its number, what it measures, who says it, when, where."""

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.summary import dated_if_known, full_title
from indicators.measure.bounds import DIRECTIONS
from indicators.measure.period import NOT_STATED

_ORDINARY = "unqualified"


def figure_link(figure: Figure, address: str) -> Markup:
    """The figure in words, as a link to its page at this address."""
    return markup.element(
        "a", amount(figure), class_="way within", href=address, aria_label=f"{figure.phrase}, {full_title(figure)}"
    )


def amount(figure: Figure) -> Markup:
    """The number and its unit, between which alone a line may break: *more than 600,000 / dead and wounded*."""
    if not figure.unit or not figure.phrase.endswith(f" {figure.unit}"):
        return markup.escape(figure.phrase)
    number = figure.phrase.removesuffix(f" {figure.unit}")
    return markup.join((markup.element("span", words, class_="whole") for words in (number, figure.unit)), " ")


def measured(catalogue: Catalogue, figure: Figure) -> Markup:
    """What a figure measures, what its document says is counted, and the bound of the whole that it is a part of.

    Two figures that look alike may differ in what is counted; a bare number may be a part of one with a bound.
    """
    further = (catalogue.observation(figure.id).counts, bound_of_whole(catalogue, figure))
    lines = (markup.element("span", words, class_="quiet") for words in further if words)
    return markup.join([full_title(figure), *lines], markup.LINE_BREAK)


def bound_of_whole(catalogue: Catalogue, figure: Figure) -> str:
    """A sentence on the bound of the figure that a bare number is a part of; empty where there is none."""
    observation = catalogue.observation(figure.id)
    if not observation.part_of or observation.qualifier != _ORDINARY:
        return ""
    (whole,) = figures_of(catalogue, catalogue.rows(observation.part_of))
    return f"No bound is stated; it is a part of {whole.phrase}." if whole.qualifier in DIRECTIONS else ""


def date_cell(figure: Figure, field: str) -> Markup:
    """Its *period* or *issued*, marked where the editor assumed it, quiet where it is not stated."""
    known = dated_if_known(figure, field)
    return markup.escape(markup.kept_together(known)) if known else markup.element("span", NOT_STATED, class_="absent")


def place(catalogue: Catalogue, figure: Figure, role: str) -> str:
    """Where a figure is printed: *printed here*, or who published it elsewhere."""
    return "printed here" if role == SUBJECT else catalogue.text("documents", figure.document, "publisher")
