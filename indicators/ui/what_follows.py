"""Parts of the page of derived figures: cards with working, and the combinations that are refused."""

import streamlit as st

from indicators import cards, compare, derive, export, markup, verdict_cards
from indicators.catalogue import Catalogue
from indicators.pair import REFUSES
from indicators.recipes import Derived
from indicators.ui import html
from indicators.ui.site import View

_GROUPS = {
    "sound": (
        "Follows from what is stated",
        "Each keeps the bounds, the caveats and the sources of what it is made of.",
    ),
    "illustrative": ("Holds only under an assumption", "Each is true only if what it assumes is granted."),
}


def introduction() -> None:
    """What the page shows."""
    html.show(
        markup.paragraph(
            "Arithmetic that holds is shown with its working; arithmetic that does not is refused with its reasons.",
            "deck",
        )
    )


def derived(view: View) -> None:
    """A card for each derived figure whose inputs are selected, sound ones first."""
    shown = derive.selected(view.catalogue, view.rows)
    if not shown:
        st.info("Nothing is derived from the figures of this selection.")
    for verdict, (title, deck) in _GROUPS.items():
        group = [one for one in shown if one.verdict == verdict]
        if group:
            st.header(title)
            html.show(markup.paragraph(deck, "quiet"))
            grid = st.grid("auto", min_column_width=320, border=True)
            for one in group:
                with grid.cell():
                    html.show(_card(view.catalogue, one))
    if shown:
        st.download_button(
            f"CSV of what follows ({len(shown):,})",
            data=lambda: _file(view, [one.id for one in shown]),
            file_name=f"{view.catalogue.descriptor.name}-derived.csv",
            mime="text/csv",
            on_click="ignore",
        )


def refused(view: View) -> None:
    """The tempting combinations that are refused, with every reason."""
    tempting = derive.tempting(view.catalogue, view.rows)
    if not tempting:
        return
    st.header("Not computed, and why")
    html.show(
        markup.table(
            ("What tempts", "Verdict", "Why"),
            (
                (
                    f"<strong>{markup.text(one.title)}</strong><br>"
                    f"<span class='quiet'>{markup.text(one.formula)}</span>",
                    verdict_cards.badge(one.verdict.verdict),
                    (markup.paragraph(one.note) if one.note else "") + verdict_cards.reasons(one.verdict, REFUSES),
                )
                for one in tempting
            ),
        )
    )


def _file(view: View, ids: list[str]) -> bytes:
    table = derive.table(view.catalogue)
    return export.to_csv(table[table["id"].isin(ids)], spreadsheet=True)


def _card(catalogue: Catalogue, one: Derived) -> str:
    return "".join(
        [
            f"<p>{verdict_cards.badge(one.verdict)}</p>",
            f"<h3>{markup.text(one.title)}</h3>",
            f'<p class="figure words"><span class="number">{markup.text(one.phrase)}</span></p>',
            markup.paragraph(one.note) if one.note else "",
            verdict_cards.working(one.working),
            markup.folded("Assumed", markup.items(markup.text(each.text) for each in one.assumptions), opened=True)
            if one.assumptions
            else "",
            markup.terms({"Formula": f"<code>{markup.text(one.formula)}</code>"}),
            _against(catalogue, one),
            cards.caveats(one.caveats),
        ]
    )


def _against(catalogue: Catalogue, one: Derived) -> str:
    """What the result is set against, and whether the two agree."""
    other = catalogue.text("derivations", one.id, "against")
    if not other:
        return ""
    given = compare.compare(catalogue, one.id, "equals", other)
    said = [given.answer, given.meaning] if given.answer else [verdict_cards.why(given)]
    return (
        f"<p>{verdict_cards.badge(given.verdict)} Set against {markup.text(given.right)}: "
        f"{markup.text('. '.join(each.rstrip('.') for each in said if each))}.</p>"
    )
