"""A figure as a card, and a figure in full."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup

from indicators import markup
from indicators.figures.figure import STATED, Figure
from indicators.figures.figure_fields import FigureField, figure_fields
from indicators.figures.names import distinct_names
from indicators.figures.summary import dated, dates_told, full_title
from indicators.render import caveat_list

LinkToId = Callable[[str, str], Markup]
"""Makes of the id of a figure and words a link to it with these words, or the words where there is no link."""


def no_link(_: str, words: str) -> Markup:
    """The words alone, for a page without other figures."""
    return markup.escape(words)


def card(figures: Sequence[Figure], footer: Markup | None = None) -> Markup:
    """A card for the figures of one indicator, in the order of their issue; without a footer it lists the caveats.

    What all of them share stands once; what differs stands with the number that it belongs to.
    """
    first, names = figures[0], names_on_card(figures)
    caveats = dict.fromkeys(caveat for figure in figures for caveat in figure.caveats)
    return markup.join(
        [
            markup.paragraph(first.topic, "kicker"),
            markup.heading(3, heading(figures)),
            number(first) if len(figures) == 1 else numbers(figures, names),
            definition_and_terms(figures, names),
            caveat_list.details(caveat_list.of_figures(caveats, figures, names)) if footer is None else footer,
        ]
    )


def heading(figures: Sequence[Figure]) -> str:
    """What the figures of a card measure, with the groups that all are of, and of a single one its vintage."""
    first, *others = figures
    if not others:
        return full_title(first)
    return first.measure if any(figure.groups != first.groups for figure in others) else first.title


def definition_and_terms(figures: Sequence[Figure], names: Mapping[str, str], *, headline: bool = False) -> Markup:
    """What the figures count, their period, their sources with the words that tie the claim to them, their status.

    Also when one that stands alone was issued: of several, that stands beside their numbers. On a card of a
    ``headline`` what that says already is left out: status, date of issue, and a period that all figures share.
    """
    first, *others = figures
    terms = {
        "Period": _of_each(figures, names, lambda figure: _with_inferred(figure, "period")),
        "Issued": _with_inferred(first, "issued") if not others and first.known("issued") else "",
        "Source": _lines(_claims(figures, names)),
        "Status": _of_each(figures, names, lambda figure: markup.escape(figure.status)),
    }
    if headline:
        own = {"Source"} if len({figure.period for figure in figures}) == 1 else {"Period", "Source"}
        terms = {name: words for name, words in terms.items() if name in own}
    definition = _of_each(figures, names, lambda figure: markup.escape(figure.definition))
    return markup.paragraph(definition) + markup.terms(terms)


def names_on_card(figures: Sequence[Figure]) -> Mapping[str, str]:
    """A name for each of the figures by id: its number, with date, period, source or id where numbers repeat."""
    return distinct_names(
        {
            figure.id: (
                figure.number,
                figure.unit,
                figure.groups,
                f"issued {figure.issued}",
                f"covers {figure.period}",
                figure.source_short,
                figure.status,
                figure.document_title,
            )
            for figure in figures
        }
    )


def number(figure: Figure, *, with_issue: bool = False, mark: str = "") -> Markup:
    """The number in large digits, its qualifier above it, its unit beside it, and below it what marks it, if given."""
    qualifier, digits = figure.parts
    issued = markup.join(["issued ", _with_inferred(figure, "issued")])
    return markup.element(
        "p",
        markup.element("span", qualifier, class_="bound"),
        markup.element("span", digits, class_="number"),
        " ",
        markup.element("span", figure.unit, class_="unit"),
        markup.element("span", figure.interval, class_="when") if figure.interval else "",
        markup.element("span", f"converted from {figure.converted}", class_="when") if figure.converted else "",
        markup.element("span", issued, class_="when") if with_issue else "",
        markup.element("span", mark, class_="when") if mark else "",
        class_="figure" if figure.unit else "figure words",
    )


def in_full(figure: Figure, level: int = 1, link: LinkToId = no_link) -> Markup:
    """Every field of a figure, its caveats and its citation, under a heading of this level.

    ``link`` leads to the figure that it is printed as an update of.
    """
    return markup.join(
        [
            markup.paragraph(figure.topic, "kicker"),
            markup.heading(level, full_title(figure)),
            number(figure),
            said_by(figure),
            markup.paragraph(figure.definition),
            markup.heading(level + 1, "Before you quote this") if figure.caveats else "",
            caveat_list.of_figure(figure),
            fields_and_citation(figure, level, link),
        ]
    )


def fields_and_citation(figure: Figure, level: int, link: LinkToId) -> Markup:
    """Every field of a figure but what it counts, and its citation, under headings below this ``level``."""
    return markup.join(
        [
            markup.heading(level + 1, "The figure in full"),
            markup.terms(_terms(figure, link)),
            markup.heading(level + 1, "To cite it"),
            markup.element("blockquote", figure.citation),
        ]
    )


def said_by(figure: Figure, number: str = "") -> Markup:
    """Who says a number, how firmly, and when, on one line, after the ``number`` if that is given."""
    first, *others = filter(None, (number, figure.claimant, figure.status, *dates_told(figure)))
    return markup.element("p", markup.join([markup.element("strong", first), *others], " · "))


def numbers(figures: Sequence[Figure], names: Mapping[str, str]) -> Markup:
    """The numbers beside each other, an arrow from each to the next where that is printed as its update.

    Below each stand its group, its period and its date of issue, where they differ.
    """
    arrow = markup.element("span", "→", class_="arrow", aria_hidden="true")
    of_groups, of_dates, of_periods = (
        len({getattr(figure, name) for figure in figures}) > 1 for name in ("groups", "issued", "period")
    )
    dated = any(figure.known("issued") for figure in figures) and (of_dates or not (of_groups or of_periods))

    def marked(figure: Figure) -> Markup:
        own = _mark(figure, names[figure.id])
        group = figure.groups if of_groups and figure.groups not in own else ""
        period = figure.period if of_periods and figure.period not in own else ""
        return number(figure, with_issue=dated, mark=", ".join(filter(None, (group, own, period))))

    numbers = list(map(marked, figures))
    runs = [numbers[:1]]
    for (earlier, later), later_number in zip(pairwise(figures), numbers[1:], strict=True):
        is_update = later.updates == earlier.id
        # One piece, so that a line never ends with an arrow that points at nothing.
        step = markup.element("div", arrow, later_number, class_="step")
        runs = [*runs[:-1], [*runs[-1], step]] if is_update else [*runs, [later_number]]
    pieces = (markup.element("div", *run, class_="run") if len(run) > 1 else run[0] for run in runs)
    updates = (
        markup.paragraph(f"The document prints {names[figure.id]} as an update of {names[figure.updates]}.", "quiet")
        for figure in figures
        if figure.updates in names
    )
    return markup.element("div", *pieces, class_="figures") + markup.join(updates)


def _mark(figure: Figure, name: str) -> str:
    """What the name of a figure on its card has besides number and date of issue, which stand there anyway."""
    return name.removeprefix(figure.number).replace(f", issued {figure.issued}", "").removeprefix(", ")


def _of_each(figures: Sequence[Figure], names: Mapping[str, str], words: Callable[[Figure], Markup]) -> Markup:
    """The words of all figures where they are the same; else a line for each wording, after the numbers it is of."""
    lines: dict[Markup, list[str]] = {}
    for figure in figures:
        lines.setdefault(words(figure), []).append(names[figure.id])
    if len(lines) == 1:
        return next(iter(lines))
    return _lines(
        markup.join([markup.element("strong", "; ".join(numbers)), ": ", line]) for line, numbers in lines.items()
    )


def _claims(figures: Sequence[Figure], names: Mapping[str, str]) -> Iterator[Markup]:
    """A line for each source, with the words by which the document ties its claims to it, each once."""
    by_source: dict[str, dict[tuple[str, bool], list[str]]] = {}
    for figure in figures:
        verb = (tie_to_source(figure), figure.source_implied)
        by_source.setdefault(figure.source_words, {}).setdefault(verb, []).append(names[figure.id])
    for source, verbs in by_source.items():
        claims = [
            verb
            + (f" for {'; '.join(numbers)}" if len(numbers) < len(figures) else "")
            + (", implied" if implied else "")
            for (verb, implied), numbers in verbs.items()
        ]
        yield markup.escape(f"{source}: {'; '.join(claims)}")


def tie_to_source(figure: Figure) -> str:
    """How the document ties the claim to its source: *attributed with “says”*; *no attribution in the document*."""
    if figure.attribution:
        return f"attributed with {figure.attributed}"
    return figure.attributed if figure.is_attributed or not figure.text_held else "no attribution in the document"


def _lines(pieces: Iterable[Markup]) -> Markup:
    """Each piece once, on a line of its own."""
    return markup.join(dict.fromkeys(pieces), markup.LINE_BREAK)


def _terms(figure: Figure, link: LinkToId) -> dict[str, str]:
    """The fields of a figure by their labels; those that the document does not state stand together at the end."""
    fields = [field for field in figure_fields(figure) if field.text and field.name != "definition"]
    missing = [field.label.lower() for field in fields if field.name in figure.missing]
    stated = {field.label: _field(figure, field, link) for field in fields if field.name not in figure.missing}
    return {**stated, "Not stated": ", ".join(missing)}


def _field(figure: Figure, field: FigureField, link: LinkToId) -> str:
    """The text of a field: the id as code, an earlier figure as a link, dates marked where the editor inferred them."""
    if field.name == "updates":
        return link(figure.updates, figure.update_words)
    if field.name == "id":
        return markup.element("code", field.text)
    return _with_inferred(figure, field.name) if field.name in ("period", "issued") else field.text


def _with_inferred(figure: Figure, field: str) -> Markup:
    """The words of a field, marked where the editor inferred them or the document states them for all its figures."""
    return markup.tagged(dated(figure, field), STATED if field in figure.stated else "")
