"""Caveats as a list: of a figure, and of the figures of a card."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from indicators import markup
from indicators.figures.caveats import Caveat
from indicators.figures.figure import Figure
from indicators.text.counted import number_of


def once(caveats: Iterable[Caveat]) -> Markup:
    """Each caveat once, with who says it, behind a click."""
    return details([item(caveat) for caveat in dict.fromkeys(caveats)])


def details(items: Sequence[Markup]) -> Markup:
    """The caveats and how many they are, behind a click; a sentence where there is none."""
    if not items:
        return markup.paragraph("No caveat is recorded.", "quiet")
    return markup.details(number_of(len(items), "caveat"), markup.bullet_list(items))


def of_figure(figure: Figure) -> Markup:
    """The caveats of a figure as a list, or that there is none."""
    if not figure.caveats:
        return markup.paragraph("No caveat is recorded.", "quiet")
    return markup.bullet_list(map(item, figure.caveats))


def of_figures(caveats: Iterable[Caveat], figures: Sequence[Figure], names: Mapping[str, str]) -> list[Markup]:
    """Each of these caveats; one that not all of the figures have, after the numbers it is of."""
    items = []
    for caveat in caveats:
        having = [names[figure.id] for figure in figures if caveat in figure.caveats]
        text = item(caveat)
        items.append(
            text
            if len(having) == len(figures)
            else markup.join([markup.element("strong", "; ".join(having)), ": ", text])
        )
    return items


def line(text: str, whose: str = "") -> Markup:
    """The text of a caveat with a sign before it, after the figures that it is of, if given."""
    sign = markup.element("span", "!", class_="sign", aria_hidden="true")
    name = markup.join([markup.element("strong", whose), ": "]) if whose else ""
    return markup.element("p", sign, markup.element("span", name, text), class_="caveat")


def item(caveat: Caveat) -> Markup:
    """The caveat, and who says it."""
    return markup.tagged(caveat.text, caveat.origin)
