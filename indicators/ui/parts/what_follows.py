"""Parts of the page of derived figures: cards with working, and the combinations that are refused."""

import streamlit as st

from indicators import markup
from indicators.combine.derived import derived_among, temptations_among
from indicators.export import derived_table, writers
from indicators.render import figure_card, verdict_card
from indicators.ui.parts import show as styled
from indicators.ui.shared.site import View


def introduction() -> None:
    """What the page shows."""
    styled.show(
        markup.paragraph(
            "Arithmetic that holds is shown with its working; arithmetic that does not is refused with its reasons.",
            "deck",
        )
    )


def derived(view: View) -> None:
    """A card for each derived figure whose inputs are selected, sound ones first."""
    shown = derived_among(view.catalogue, view.rows)
    if not shown:
        st.info("Nothing is derived from the figures of this selection.")
    for verdict, (title, deck) in verdict_card.GROUPS.items():
        group = [one for one in shown if one.verdict == verdict]
        if group:
            st.header(title)
            styled.show(markup.paragraph(deck, "quiet"))
            grid = st.grid("auto", min_column_width=320, border=True)
            for one in group:
                with grid.cell():
                    styled.show(verdict_card.derived(view.catalogue, one, figure_card.caveats(one.caveats)))
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
    tempting = temptations_among(view.catalogue, view.rows)
    if not tempting:
        return
    st.header("Not computed, and why")
    styled.show(verdict_card.refusals(tempting))


def _file(view: View, ids: list[str]) -> bytes:
    table = derived_table.table(view.catalogue)
    return writers.to_csv(table[table["id"].isin(ids)], spreadsheet=True)
