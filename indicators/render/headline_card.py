"""A card for the figures of one indicator, and one for several stages of the same thing.

Number, what it counts, a drawing, who says so, the caveats that matter most, what follows from it; the rest is one
click away.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.observation import Observation
from indicators.combine.recipe import Derived
from indicators.figures.assumed import assumed_part
from indicators.figures.caveats import Caveat
from indicators.figures.figure import Figure
from indicators.figures.summary import dated_if_known
from indicators.render import caveat_list, figure_card
from indicators.render.inline_marks import inline_mark, months_of
from indicators.render.sparkline import sparkline
from indicators.text.counted import number_of

_SELF_EVIDENT = ("author", "not_stated")
"""Kinds of sources whose name says whether they are named: the author of the text, reports that nobody is named for."""
_CAVEATS_OF_ONE = 2
"""Number of caveats that stand unfolded on a card of one figure, which is shorter than a card of several figures."""


@dataclass(frozen=True, kw_only=True)
class CardFigures:
    """The figures of one indicator, in the order of their issue, and what its card says of them.

    ``derived`` follow from these figures alone; ``beside`` is a sentence on the public record, ``more`` the number of
    further figures of the indicator, which the card leaves out. ``history`` are the values of the series whose latest
    the card shows.
    """

    figures: tuple[Figure, ...]
    observations: tuple[Observation, ...]
    derived: tuple[Derived, ...] = ()
    beside: str = ""
    more: int = 0
    history: tuple[Observation, ...] = ()

    @property
    def names(self) -> Mapping[str, str]:
        """A name for each figure by id, which no other on the card has."""
        return figure_card.names_on_card(self.figures)


Links = Callable[[CardFigures], tuple[Markup, Markup]]
"""Makes the links of a card: to what follows from its figures or stands beside them, and to the figures themselves."""


def no_links(_: CardFigures) -> tuple[Markup, Markup]:
    """No links, for a page without other pages."""
    return markup.EMPTY, markup.EMPTY


def headline_card(shown: CardFigures, links: Links = no_links) -> Markup:
    """The card of an indicator."""
    return _card(shown, links, told=frozenset())


def stage_card(topic: str, stages: Sequence[CardFigures], links: Links = no_links) -> Markup:
    """One card for several indicators of one kind and topic, a column for each.

    The first caveat that all of them have stands once, above them.
    """
    of_all = set.intersection(*(set(_caveats(stage.figures)) for stage in stages))
    told = [caveat for caveat in _caveats(stages[0].figures) if caveat in of_all][:1]
    units = {observation.unit for stage in stages for observation in stage.observations}
    numbers = [observation.value or 0 for stage in stages for observation in stage.observations]
    longest = max(numbers) if len(units) == 1 else 0
    columns = (
        markup.element("section", _card(stage, links, frozenset(told), level=4, longest=longest)) for stage in stages
    )
    return markup.join(
        [
            markup.heading(3, topic),
            *(caveat_list.line(caveat.text) for caveat in told),
            markup.element("div", *columns, class_="stages"),
        ]
    )


def _card(shown: CardFigures, links: Links, told: frozenset[Caveat], level: int = 3, longest: float = 0) -> Markup:
    """A card without the caveats that are ``told`` already; ``longest`` is the number that fills a drawing."""
    figures, names = shown.figures, shown.names
    untold = [caveat for caveat in _caveats(shown.figures) if caveat not in told]
    further, own = links(shown)
    definition = figure_card.definition_and_terms(figures, names, headline=True)
    count = _CAVEATS_OF_ONE if len(figures) == 1 and level == 3 else 1
    rest = markup.details(_rest(len(untold) - count), definition + _listed(untold[count:], shown))
    return markup.join(
        [
            _numbers(shown),
            markup.heading(level, figure_card.heading(figures)),
            sparkline(shown.history) or inline_mark(figures, shown.observations, longest),
            _about(shown),
            markup.element("p", *_sources(shown), class_="who"),
            *(caveat_list.line(caveat.text, _whose(caveat, figures, names)) for caveat in untold[:count]),
            further,
            markup.element("div", rest, own, class_="foot"),
        ]
    )


def _numbers(shown: CardFigures) -> Markup:
    """The numbers in large digits; a number and its update on one line, with the arrow between them."""
    figures = shown.figures
    if len(figures) == 1:
        return figure_card.number(figures[0])
    if len(figures) > 2 or figures[1].updates != figures[0].id or figures[0].unit != figures[1].unit:
        return figure_card.numbers(figures, shown.names)
    earlier, later = (
        markup.join([markup.element("span", bound, class_="bound"), markup.element("span", digits, class_="number")])
        for bound, digits in (figure.parts for figure in figures)
    )
    arrow = markup.element("span", "→", class_="arrow", role="img", aria_label="updated to")
    unit = markup.element("span", figures[0].unit, class_="unit")
    letters = sum(len(figure.number) for figure in figures)
    # The style sheet makes the numbers as small as one line takes.
    pair = markup.element("span", earlier, " ", arrow, " ", later, class_="pair", style=f"--letters:{letters}")
    return markup.element("p", pair, " ", unit, class_="figure")


def _caveats(figures: Sequence[Figure]) -> list[Caveat]:
    """Each caveat once, the weightiest first: those that all figures have, in the order of the catalogue, the others.

    The catalogue's order is that of the cell: what must be known first comes first.
    """
    having = Counter(caveat for figure in figures for caveat in set(figure.caveats))
    ordered = dict.fromkeys(caveat for figure in figures for caveat in figure.caveats)
    return sorted(ordered, key=lambda caveat: having[caveat] < len(figures))


def _whose(caveat: Caveat, figures: Sequence[Figure], names: Mapping[str, str]) -> str:
    """The figures that have this caveat; empty where all have it."""
    having = [names[figure.id] for figure in figures if caveat in figure.caveats]
    return "; ".join(having) if len(having) < len(figures) else ""


def _rest(count: int) -> str:
    """What a click on the rest of the card shows."""
    if count <= 0:
        return "What is counted"
    return f"What is counted, {number_of(count, 'more caveat')}"


def _listed(caveats: Sequence[Caveat], shown: CardFigures) -> Markup:
    items = caveat_list.of_figures(caveats, shown.figures, shown.names)
    return markup.bullet_list(items) if items else markup.EMPTY


def _about(shown: CardFigures) -> Markup:
    """That a number is printed as the update of another; when a single one was issued; and the period of all.

    The period is left out where the drawing has it.
    """
    figures, ids, said = shown.figures, {figure.id for figure in shown.figures}, []
    if any(figure.updates in ids for figure in figures):
        said.append("Printed as an update: the two are not to be added.")
    if len(figures) == 1 and (issued := dated_if_known(figures[0], "issued")):
        said.append(f"Issued {issued}.")
    periods = {figure.period for figure in figures}
    drawn = len(figures) == 1 and len(shown.history) < 2 and months_of(shown.observations[0].period)
    if len(periods) == 1 and not drawn:
        (words,) = periods
        said.append(f"Period: {words}.")
    said += _assumed(shown)
    return markup.paragraph(" ".join(said), "quiet") if said else markup.EMPTY


def _assumed(shown: CardFigures) -> Iterator[str]:
    """A sentence for each date, end or year of a date that the editor assumed, with whose it is where not of all."""
    names, whose = shown.names, dict[str, list[str]]()
    for figure, observation in zip(shown.figures, shown.observations, strict=True):
        for column in ("period", "issued"):
            part = assumed_part(figure.inferred, column, observation.period)
            if column == "issued" and len(shown.figures) == 1:
                continue  # said with the date
            if part and names[figure.id] not in whose.setdefault(part, []):
                whose[part].append(names[figure.id])
    for name, having in whose.items():
        of = f" of {'; '.join(having)}" if len(having) < len(shown.figures) else ""
        yield f"The {name}{of} is assumed by the editor."


def _sources(shown: CardFigures) -> Iterator[Markup]:
    """Each source with whether it is named and how it stands to the number, after the figures that it is for."""
    lines: dict[Markup, list[str]] = {}
    for figure, observation in zip(shown.figures, shown.observations, strict=True):
        lines.setdefault(_source(figure, observation), []).append(shown.names[figure.id])
    for number, (line, names) in enumerate(lines.items()):
        if number:
            yield markup.LINE_BREAK
        yield line if len(lines) == 1 else markup.join(["; ".join(names), ": ", line])


def _source(figure: Figure, observation: Observation) -> Markup:
    """*The Institute, named · reported*; *officials, unnamed · provisional*; *the author · reported*."""
    named = "" if observation.source_kind in _SELF_EVIDENT else ", named" if figure.source_named else ", unnamed"
    status = f"\N{NO-BREAK SPACE}· {figure.status}"
    return markup.join([markup.element("strong", figure.source_name), named, status])
