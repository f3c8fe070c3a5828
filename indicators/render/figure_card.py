"""A figure as a card, and a figure in full."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from markupsafe import Markup

from indicators import markup
from indicators.figures.figure import Caveat, Figure
from indicators.figures.figure_fields import FigureField, figure_fields


def card(figures: Sequence[Figure], footer: Markup | None = None) -> Markup:
    """A card for the figures of one indicator, in the order of their issue; without a footer it lists the caveats."""
    first = figures[0]
    return markup.join(
        [
            markup.paragraph(first.topic, "kicker"),
            markup.heading(3, first.title),
            number(first) if len(figures) == 1 else _numbers(figures),
            markup.paragraph(first.definition),
            markup.terms(
                {
                    "Covers": _lines(_with_inferred(figure, "period") for figure in figures),
                    "Source": _lines(_claims(figures)),
                    "Status": ", ".join(dict.fromkeys(figure.status for figure in figures)),
                }
            ),
            caveat_details(caveat for figure in figures for caveat in figure.caveats) if footer is None else footer,
        ]
    )


def number(figure: Figure, *, with_issue: bool = False) -> Markup:
    """The number in large digits, its qualifier above it and its unit beside it."""
    qualifier, digits = figure.parts
    issued = markup.join(["issued ", _with_inferred(figure, "issued")])
    return markup.element(
        "p",
        markup.element("span", qualifier, class_="bound"),
        markup.element("span", digits, class_="number"),
        " ",
        markup.element("span", figure.unit, class_="unit"),
        markup.element("span", f"converted from {figure.converted}", class_="when") if figure.converted else "",
        markup.element("span", issued, class_="when") if with_issue else "",
        class_="figure" if figure.unit else "figure words",
    )


def caveat_details(caveats: Iterable[Caveat]) -> Markup:
    """Each caveat once, with who says it, behind a click."""
    items = [_caveat(caveat) for caveat in dict.fromkeys(caveats)]
    if not items:
        return markup.paragraph("No caveat is recorded.", "quiet")
    return markup.details(f"{len(items)} {'caveat' if len(items) == 1 else 'caveats'}", markup.bullet_list(items))


def in_full(figure: Figure, level: int = 1) -> Markup:
    """Every field of a figure, its caveats and its citation, under a heading of this level."""
    if figure.caveats:
        caveats = markup.heading(level + 1, "Before use") + markup.bullet_list(map(_caveat, figure.caveats))
    else:
        caveats = markup.paragraph("No caveat is recorded.", "quiet")
    return markup.join(
        [
            markup.paragraph(figure.topic, "kicker"),
            markup.heading(level, figure.title),
            number(figure),
            markup.terms({field.label: _field(figure, field) for field in figure_fields(figure)}),
            caveats,
            markup.heading(level + 1, "To cite it"),
            markup.element("blockquote", figure.citation),
        ]
    )


def _numbers(figures: Sequence[Figure]) -> Markup:
    """The numbers beside each other, an arrow from each to the next where that is printed as its update."""
    arrow = markup.element("span", "→", class_="arrow", aria_hidden="true")
    pieces = [number(figures[0], with_issue=True)]
    for earlier, later in pairwise(figures):
        pieces += [arrow] if later.updates == earlier.id else []
        pieces.append(number(later, with_issue=True))
    row = markup.element("div", *pieces, class_="figures")
    if {figure.id for figure in figures}.isdisjoint(figure.updates for figure in figures):
        return row
    return row + markup.paragraph("The document prints the later number as an update of the earlier.", "quiet")


def _claims(figures: Sequence[Figure]) -> Iterator[Markup]:
    """Each source once, with the words by which the document ties its claims to it."""
    for source, group in groupby(figures, key=lambda figure: figure.source_words):
        verbs = [
            figure.attributed.replace("none", "no attribution")
            + (f" for {figure.number}" if len(figures) > 1 else "")
            + (", implied" if figure.source_implied else "")
            for figure in group
        ]
        yield markup.escape(f"{source}: {'; '.join(verbs)}")


def _lines(pieces: Iterable[Markup]) -> Markup:
    """Each piece once, on a line of its own."""
    return markup.join(dict.fromkeys(pieces), markup.LINE_BREAK)


def _caveat(caveat: Caveat) -> Markup:
    return markup.join([caveat.text, " ", markup.element("span", caveat.origin, class_="origin")])


def _field(figure: Figure, field: FigureField) -> str:
    """The text of a field: ids as code, dates marked where the editor inferred them."""
    if field.name in ("id", "updates"):
        return markup.element("code", field.text) if field.text else ""
    return _with_inferred(figure, field.name) if field.name in ("period", "issued") else field.text


def _with_inferred(figure: Figure, field: str) -> Markup:
    """The words of a field, marked where the editor inferred them."""
    words: str = getattr(figure, field)
    if field not in figure.inferred:
        return markup.escape(words)
    return markup.join([words, " ", markup.element("span", "inferred", class_="origin")])
