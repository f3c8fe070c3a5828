"""Parts of the page Calculations: derived figures with their working, and the combinations that are refused."""

from functools import partial

import streamlit as st

from indicators import markup
from indicators.combine.derived import derived_among, temptations_among
from indicators.export import derived_table, writers
from indicators.render import caveat_list, verdict_card
from indicators.render.card_grid import card_grid
from indicators.ui.parts.html import show_html
from indicators.ui.shared import served_catalogue
from indicators.ui.shared.site import View


def introduction() -> None:
    """What the page shows."""
    show_html(
        markup.paragraph(
            "What may be computed from these figures, step by step, and what may not, with the reasons.",
            "deck",
        )
    )


def derived(view: View) -> None:
    """A card for each derived figure whose inputs are selected, sound ones first, and their table as CSV."""
    figures = derived_among(view.catalogue, view.rows)
    if not figures:
        recorded = len(view.catalogue.derivations)
        why = "No calculation rests on the selected figures alone" if recorded else "No calculation is recorded"
        st.info(f"{why}. The page Compare says of any two figures what may be done with them.")
        return
    for verdict, (title, deck) in verdict_card.GROUPS.items():
        group = [figure for figure in figures if figure.verdict == verdict]
        if group:
            cards = [
                verdict_card.derived_card(view.catalogue, figure, caveat_list.once(figure.caveats)) for figure in group
            ]
            show_html(markup.section_heading(title), markup.paragraph(deck, "quiet"), card_grid(cards))
    st.download_button(
        f"CSV of the calculations ({len(figures):,})",
        data=partial(_csv, [figure.id for figure in figures]),
        file_name=f"{view.catalogue.descriptor.name}-derived.csv",
        mime="text/csv",
        on_click="ignore",
    )


def refused(view: View) -> None:
    """The tempting combinations that are refused, with every reason."""
    temptations = temptations_among(view.catalogue, view.rows)
    if not temptations:
        return
    show_html(markup.section_heading(verdict_card.temptations_title(temptations)), verdict_card.refusals(temptations))


def _csv(ids: list[str]) -> bytes:
    table = derived_table.table(served_catalogue.current().catalogue())
    return writers.to_csv(table[table["id"].isin(ids)], spreadsheet=True)
