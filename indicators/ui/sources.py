"""Parts of the page of sources: who speaks, with what, and who does not."""

import numpy as np
import numpy.typing as npt
import streamlit as st

from indicators import markup
from indicators.codes import rows_of
from indicators.reading import Reading, readings
from indicators.ui import html
from indicators.ui.site import View

MOST = 25
"""As many sources, and figures of each, as the page lists."""


def speaking(view: View) -> None:
    """A card for each source of the selection: what it is, what it claims, what rests on its counting."""
    claims = view.rows["source"].value_counts(sort=False)
    claims = claims[claims > 0]
    ids = [one for one in view.catalogue.sources.index if one in claims.index]
    named = view.catalogue.sources.loc[ids, "named"]
    html.show(
        markup.paragraph(
            f"{len(ids)} {'source makes' if len(ids) == 1 else 'sources make'} the {len(view.rows):,} figures shown; "
            f"{int(claims[named[~named].index].sum()):,} of them come from a source that is not named.",
            "deck",
        )
    )
    grid = st.grid("auto", min_column_width=340, border=True)
    for one in ids[:MOST]:
        with grid.cell():
            html.show(_card(view, one))
    if len(ids) > MOST:
        st.write(f"{len(ids) - MOST:,} more sources are not listed here; choose by source to see them.")


def missing(view: View) -> None:
    """The voices that the documents lack, and on what ground the editor says so."""
    absent = view.catalogue.sources[view.catalogue.sources["absent"]]
    if absent.empty:
        return
    st.header("Whose voice is missing")
    grid = st.grid("auto", min_column_width=300, border=True)
    for source in absent.fillna("").to_dict("records"):
        with grid.cell():
            html.show(
                markup.paragraph(view.catalogue.word("sources", "kind", source["kind"]), "kicker"),
                f"<h3>{markup.text(source['name'])}</h3>",
                markup.paragraph(source["description"]),
                markup.terms({"Stake": markup.text(source["stake"])}),
            )


def _card(view: View, one: str) -> str:
    source = view.catalogue.sources.loc[one].fillna("").to_dict()
    kind = view.catalogue.word("sources", "kind", source["kind"])
    own = rows_of(view.rows["source"], one)
    resting = np.setdiff1d(rows_of(view.rows["root"], one), own, assume_unique=True)
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
            _claims("Claims", view, own),
            _claims("Counted by it, claimed by others", view, resting),
        ]
    )


def _claims(title: str, view: View, rows: npt.NDArray[np.intp]) -> str:
    """The figures in these rows of the selection."""
    if not rows.size:
        return ""
    listed = [_claim(one) for one in readings(view.catalogue, view.rows.take(rows[:MOST]), view.system)]
    if len(rows) > MOST:
        listed.append(f"and {len(rows) - MOST:,} more")
    return markup.folded(f"{title} ({len(rows):,})", markup.items(listed), opened=True)


def _claim(one: Reading) -> str:
    verb = f"“{markup.text(one.attribution)}”" if one.attribution else "no attribution in the document"
    implied = ", implied" if one.source_implied else ""
    notes = f'<span class="quiet">({verb}{implied}; {markup.text(one.status)})</span>'
    return f"<strong>{markup.text(one.phrase)}</strong> {markup.text(one.title)} {notes}"


def _editor(stake: str) -> str:
    return ' <span class="origin">editor</span>' if stake else ""
