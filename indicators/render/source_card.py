"""A source as a card: what it is, what it claims, what rests on its counting; and the voices that are missing."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.columns import rows_with
from indicators.figures.figure import Figure, figures_of
from indicators.figures.public_record import statements_by

MOST = 25
"""As many sources, and figures of each, as are listed."""


def speaking(rows: pd.DataFrame, catalogue: Catalogue) -> list[str]:
    """The sources that make the claims of the rows, in the order of their file."""
    claiming = frozenset(rows["source"].unique())
    return [one for one in catalogue.sources.index if one in claiming]


def summary(rows: pd.DataFrame, ids: Sequence[str]) -> str:
    """How many sources make how many claims, and how many of these come from a source that is not named."""
    unnamed = int((~rows["named"]).sum())
    return (
        f"{len(ids)} {'source makes' if len(ids) == 1 else 'sources make'} the {len(rows):,} figures shown; "
        f"{unnamed:,} of them come from a source that is not named."
    )


def absent(catalogue: Catalogue, *, record: bool = False, fold: markup.Fold = markup.folded) -> list[str]:
    """A card for each voice that the documents lack, with the ground; with ``record``, what the record has it say."""
    missing = catalogue.sources[catalogue.sources["absent"]].fillna("").to_dict("records")
    return [
        "".join(
            [
                markup.paragraph(catalogue.word("sources", "kind", source["kind"]), "kicker"),
                f"<h3>{markup.text(source['name'])}</h3>",
                markup.paragraph(source["description"]),
                markup.terms({"Stake": markup.text(source["stake"])}),
                _said(catalogue, source["id"], fold) if record else "",
            ]
        )
        for source in missing
    ]


def card(
    catalogue: Catalogue,
    rows: pd.DataFrame,
    one: str,
    system: str,
    *,
    record: bool = False,
    fold: markup.Fold = markup.folded,
) -> str:
    """A source: what it is, what it claims among the rows, and what others claim that it counted.

    With ``record`` also what it said of figures of the record without giving one.
    """
    source = catalogue.sources.loc[one].fillna("").to_dict()
    kind = catalogue.word("sources", "kind", source["kind"])
    own = rows_with(rows["source"], one)
    resting = np.setdiff1d(rows_with(rows["root"], one), own, assume_unique=True)

    def claims(title: str, claimed: npt.NDArray[np.intp]) -> str:
        """The figures in these rows."""
        if not claimed.size:
            return ""
        listed = [_claim(each) for each in figures_of(catalogue, rows.take(claimed[:MOST]), system)]
        if len(claimed) > MOST:
            listed.append(f"and {len(claimed) - MOST:,} more")
        return fold(f"{title} ({len(claimed):,})", markup.items(listed), opened=True)

    return "".join(
        [
            markup.paragraph(kind + ("" if source["named"] else " · not named"), "kicker"),
            f"<h3>{markup.text(source['name'])}</h3>",
            markup.paragraph(source["description"]),
            markup.terms(
                {
                    "Country": markup.text(source["country"]),
                    "Stake": markup.text(source["stake"]) + _editor(source["stake"]),
                    "Party": "a party to the conflict, or a body of one" if source["party"] else "",
                }
            ),
            claims("Claims", own),
            claims("Counted by it, claimed by others", resting),
            _said(catalogue, one, fold) if record else "",
        ]
    )


def _claim(one: Figure) -> str:
    told = one.attributed.replace("none", "no attribution")
    verb = markup.text(told if one.text_held or one.attribution else f"issued {one.issued}")
    implied = ", implied" if one.source_implied else ""
    notes = f'<span class="quiet">({verb}{implied}; {markup.text(one.status)})</span>'
    return f"<strong>{markup.text(one.phrase)}</strong> {markup.text(one.title)} {notes}"


def _said(catalogue: Catalogue, source: str, fold: markup.Fold) -> str:
    said = statements_by(catalogue, source)
    return fold("Said in the record", markup.items(map(markup.text, said)), opened=True) if said else ""


def _editor(stake: str) -> str:
    return ' <span class="origin">editor</span>' if stake else ""
