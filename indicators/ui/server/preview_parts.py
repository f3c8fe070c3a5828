"""What the preview consists of: the cards of a selection, and its charts."""

from collections.abc import Mapping

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.ui.shared import cached_cards
from indicators.ui.shared.query import Query, parse_leniently


def part(catalogue: Catalogue, parameters: Mapping[str, list[str]], widths: tuple[int, int] | None) -> str:
    """The cards of the selection in the parameters, or with ``widths`` in pixels its charts; an empty text without any.

    The second width is that of a chart that has a row for itself.
    """
    query, _ = parse_leniently(catalogue, parameters)
    return _charts(catalogue, query, *widths) if widths else _cards(catalogue, query)


def _cards(catalogue: Catalogue, query: Query) -> str:
    masthead, cards = cached_cards.masthead_and_cards(catalogue, query.selection, query.units)
    if not cards:
        return ""
    title = markup.heading(1, catalogue.descriptor.title)
    return markup.element("main", title, markup.element("div", masthead, cards, class_="ind"))


def _charts(catalogue: Catalogue, query: Query, width: int, width_alone: int) -> str:
    _cards(catalogue, query)  # before the charts: what these import would share the processor with them
    from indicators.ui.shared import cached_charts, chart_section

    drawn = cached_charts.drawings(catalogue, query.selection, query.units, width, width_alone)
    return chart_section.section(catalogue, drawn, query.selection, query.units) if drawn else ""
