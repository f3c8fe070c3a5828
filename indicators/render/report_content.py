"""What every part of the report is made of: the rows, the figures shown in full, the layout, the limits."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.columns import rows_with
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.render.card_grid import PAPER, grid_classes
from indicators.render.figure_table import positions
from indicators.render.headlines import headline_positions
from indicators.text.counted import number_of

MOST_CARDS, MOST_CHARTS, MOST_ROWS, MOST_IN_FULL, MOST_DERIVED, MOST_CITED = 60, 24, 400, 150, 100, 50
"""Maximum number of each in the report, which says how many it leaves out."""


@dataclass(frozen=True, kw_only=True, eq=False)
class ReportContent:
    """The rows of the report, in one ``system`` of units; with ``record`` it includes what the public record says.

    ``page`` makes the address of the page of a figure from its id; without it, figures are linked where the report
    shows them in full.
    """

    catalogue: Catalogue
    rows: pd.DataFrame
    system: str
    record: bool = False
    page: Callable[[str], str] | None = None

    @cached_property
    def own(self) -> int:
        """Number of rows of the subject, which stand first."""
        return rows_with(self.rows["role"], SUBJECT).size

    @cached_property
    def headlines(self) -> pd.DataFrame:
        """The rows that are headlines, in the order of their cards; four times MOST_CARDS at most."""
        return self.rows.take(headline_positions(self.catalogue, self.rows)[: 4 * MOST_CARDS])

    @cached_property
    def ordered(self) -> pd.DataFrame:
        """The rows in the order of the page Figures: the headlines first, of those the updated last."""
        return self.rows.take(positions(self.catalogue, self.rows, None, slice(None), self.system))

    @cached_property
    def in_full(self) -> tuple[Figure, ...]:
        """The figures that the report shows in full: the first of those ``ordered``."""
        return figures_of(self.catalogue, self.ordered.head(MOST_IN_FULL), self.system)

    @cached_property
    def _ids_in_full(self) -> frozenset[str]:
        return frozenset(figure.id for figure in self.in_full)

    def link_to(self, figure: str, text: str) -> Markup:
        """The text, as a link to the figure of this id where the report shows it in full or it has a page."""
        if self.page is not None:
            return markup.element("a", text, href=self.page(figure))
        if figure not in self._ids_in_full:
            return markup.escape(text)
        return markup.element("a", text, href=f"#figure-{figure}")


def cells(pieces: Iterable[Markup], *, wide: Iterable[Markup] = (), stacked: bool = False) -> Markup:
    """Pieces in columns that leave none alone in the last row, then ``wide`` ones as wide as the page; or empty.

    ``stacked``, for pieces of unequal length, they stand below each other in columns, without rows.
    """
    beside = [markup.element("article", piece) for piece in pieces]
    articles = [*beside, *(markup.element("article", piece, class_="wide-card") for piece in wide)]
    look = ("cells", "stacked") if stacked else ("cells", *grid_classes(len(beside), PAPER))
    return markup.element("div", *articles, class_=" ".join(look)) if articles else markup.EMPTY


def left_out(count: int, noun: str, where: str) -> Markup:
    """A sentence on how many are left out and where they are; empty where none are."""
    if count <= 0:
        return markup.EMPTY
    return markup.paragraph(f"{number_of(count, f'more {noun}')}: {where}.", "quiet")
