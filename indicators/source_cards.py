"""A source as a card: what it is, what it claims, what rests on its counting; and the voices that are missing."""

from collections.abc import Sequence

import pandas as pd

from indicators import markup
from indicators.catalogue import Catalogue
from indicators.reading import Reading, readings

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


def absent(catalogue: Catalogue) -> list[str]:
    """A card for each voice that the documents lack, with the ground on which the editor says so."""
    missing = catalogue.sources[catalogue.sources["absent"]].fillna("").to_dict("records")
    return [
        "".join(
            [
                markup.paragraph(catalogue.word("sources", "kind", source["kind"]), "kicker"),
                f"<h3>{markup.text(source['name'])}</h3>",
                markup.paragraph(source["description"]),
                markup.terms({"Stake": markup.text(source["stake"])}),
            ]
        )
        for source in missing
    ]


def card(catalogue: Catalogue, rows: pd.DataFrame, one: str, system: str, fold: markup.Fold = markup.folded) -> str:
    """A source: what it is, what it claims among the rows, and what others claim that it counted."""
    source = catalogue.sources.loc[one].fillna("").to_dict()
    kind = catalogue.word("sources", "kind", source["kind"])
    own = rows[rows["source"] == one]
    resting = rows[(rows["root"] == one) & (rows["source"] != one)]

    def claims(title: str, claimed: pd.DataFrame) -> str:
        if claimed.empty:
            return ""
        listed = [_claim(each) for each in readings(catalogue, claimed.head(MOST), system)]
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
                }
            ),
            claims("Claims", own),
            claims("Counted by it, claimed by others", resting),
        ]
    )


def _claim(one: Reading) -> str:
    verb = f"“{markup.text(one.attribution)}”" if one.attribution else "no attribution in the document"
    implied = ", implied" if one.source_implied else ""
    notes = f'<span class="quiet">({verb}{implied}; {markup.text(one.status)})</span>'
    return f"<strong>{markup.text(one.phrase)}</strong> {markup.text(one.title)} {notes}"


def _editor(stake: str) -> str:
    return ' <span class="origin">editor</span>' if stake else ""
