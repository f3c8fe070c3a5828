"""A source as a card: what it is, its claims, the claims of others that rest on its counting."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.columns import rows_with
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.names import source_names
from indicators.figures.selection import figures_in_scope
from indicators.figures.statements import statements_by
from indicators.figures.summary import ELSEWHERE, dated, full_title
from indicators.render import figure_cells
from indicators.render.figure_card import LinkToId, no_link, tie_to_source
from indicators.text.counted import number_of

MOST = 25
"""Maximum number of sources, and of figures of one source, that are listed."""
_MOST_BESIDE = 4
"""Maximum number of figures of a source whose card stands beside others: a longer one would leave a gap below those."""


def speaking(rows: pd.DataFrame, catalogue: Catalogue) -> list[str]:
    """Ids of the sources that make the claims of the rows: those that make most first, else in the order of their file.

    So cards that stand beside each other are about as long. The author of a document, who quotes the others, is last.
    """
    claims = rows["source"].value_counts()
    claiming = [source for source in catalogue.sources.index if claims.get(source, 0)]
    kinds = catalogue.sources["kind"]
    return sorted(claiming, key=lambda source: (kinds[source] == "author", -int(claims[source])))


def is_long(rows: pd.DataFrame, source: str) -> bool:
    """Whether the card of a source lists so many claims that it has the width of the page."""
    return rows_with(rows["source"], source).size > _MOST_BESIDE


def summary(rows: pd.DataFrame, ids: Sequence[str]) -> str:
    """A sentence: how many sources make how many claims, and how many claims come from an unnamed source."""
    unnamed = int((~rows["named"]).sum())
    which = f"{unnamed:,} of the figures" if unnamed else "none"
    return f"{number_of(len(rows), 'figure')} from {number_of(len(ids), 'source')}; {which} without a named source."


def absent(catalogue: Catalogue, *, record: bool = False) -> list[Markup]:
    """A card for each voice that the documents lack, with the number of figures that come from it all the same.

    With ``record``, the figures of the record count too, and the statements that it has of the voice are listed.
    """
    rows = figures_in_scope(catalogue, record=record)
    return [
        markup.join(
            [
                _heading(catalogue, source),
                markup.terms({"Interest": catalogue.text("sources", source, "stake"), "Figures": _count(rows, source)}),
                _statements(catalogue, source) if record else "",
            ]
        )
        for source in catalogue.sources.index[catalogue.sources["absent"]]
    ]


def card(
    catalogue: Catalogue,
    rows: pd.DataFrame,
    source: str,
    system: str,
    *,
    record: bool = False,
    link: LinkToId = no_link,
) -> Markup:
    """A card for a source: what it is, its claims among the rows, and those of others that rest on its counting.

    With ``record`` also its statements on figures of the record, which give no figure. ``link`` leads to a figure.
    """
    is_party = catalogue.sources.at[source, "party"]
    own = rows_with(rows["source"], source)
    counted = np.setdiff1d(rows_with(rows["root"], source), own, assume_unique=True)

    def claims(title: str, positions: npt.NDArray[np.intp]) -> Markup:
        if not positions.size:
            return markup.EMPTY
        figures = figures_of(catalogue, rows.take(positions[:MOST]), system)
        seen = Counter((figure.phrase, figure.title) for figure in figures)
        items = [_claim(catalogue, figure, link, alike=seen[figure.phrase, figure.title] > 1) for figure in figures]
        if len(positions) > MOST:
            items.append(markup.escape(f"and {len(positions) - MOST:,} more"))
        return markup.labelled(f"{title} ({len(positions):,})", markup.bullet_list(items))

    return markup.join(
        [
            _heading(catalogue, source, named=bool(catalogue.sources.at[source, "named"])),
            markup.terms(
                {
                    "Country": catalogue.text("sources", source, "country"),
                    "Interest": _by_editor(catalogue.text("sources", source, "stake")),
                    "In the conflict": "a party to it, or part of one" if is_party else "",
                }
            ),
            claims("Claims", own),
            claims("Counted by it, claimed by others", counted),
            _statements(catalogue, source) if record else "",
        ]
    )


def _heading(catalogue: Catalogue, source: str, *, named: bool = True) -> Markup:
    """Kind, whether it is named, name and description of a source."""
    kind, description = (catalogue.text("sources", source, column) for column in ("kind", "description"))
    words = (
        catalogue.word("sources", "kind", kind) if named or kind != "not_stated" else "",
        "" if named else "not named",
    )
    return markup.join(
        [
            markup.paragraph(" · ".join(filter(None, words)), "kicker"),
            markup.heading(3, source_names(catalogue)[source]),
            markup.paragraph(description) if description else "",
        ]
    )


def _count(rows: pd.DataFrame, source: str) -> str:
    """How many of the figures a source claims or counted."""
    own = int(((rows["source"] == source) | (rows["root"] == source)).sum())
    return f"{own:,} of {len(rows):,} come from it"


def _claim(catalogue: Catalogue, figure: Figure, link: LinkToId, *, alike: bool) -> Markup:
    """A figure, when it was said and how firmly; where another one is ``alike``, also what is counted."""
    is_tied = figure.is_attributed and (figure.text_held or figure.attribution)
    implied = "implied" if figure.source_implied else ""
    issued = f"issued {dated(figure, 'issued')}" if figure.known("issued") or not figure.text_held else ""
    covers = f"covers {dated(figure, 'period')}" if figure.known("period") else ""
    tie = ", ".join(filter(None, (tie_to_source(figure) if is_tied else "", implied, issued, covers)))
    counts = (catalogue.observation(figure.id).counts or "") if alike else ""
    further = (words.removesuffix(".") for words in (counts, figure_cells.bound_of_whole(catalogue, figure)))
    note = markup.element("span", f"· {'; '.join(filter(None, (*further, tie, figure.status)))}", class_="quiet")
    name = f"\N{EM SPACE}{full_title(figure)}\N{NO-BREAK SPACE}"
    claim = markup.join([markup.element("strong", link(figure.id, figure.phrase)), name, note])
    return markup.tagged(claim, ELSEWHERE if figure.elsewhere else "")


def _statements(catalogue: Catalogue, source: str) -> Markup:
    sentences = statements_by(catalogue, source)
    return markup.labelled("Also said", markup.bullet_list(sentences)) if sentences else markup.EMPTY


def _by_editor(words: str) -> Markup:
    """The words, marked as the editor's; empty where there are none."""
    if not words:
        return markup.EMPTY
    return markup.tagged(words, "editor")
