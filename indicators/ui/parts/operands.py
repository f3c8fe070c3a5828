"""The lists of the page Compare: which figures they offer, under which names, and what is not in them and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from indicators import markup
from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue, IdColumn
from indicators.combine.compare import find_operand
from indicators.combine.derived import all_derived, derived_among
from indicators.errors import IndicatorsError
from indicators.figures.assumed import impersonal, within_brackets
from indicators.figures.build import figures_of
from indicators.figures.names import distinct_names
from indicators.figures.selection import figures_in_scope, has_record, select
from indicators.figures.summary import dated_if_known, full_title
from indicators.text.counted import number_of
from indicators.ui.shared.query import COMPARISON
from indicators.ui.shared.site import View

MOST = 400
"""Maximum number of printed figures in a list of options; a search finds the others."""

_PARTS = {"period": "its period", "issued": "its date of issue"}


@dataclass(frozen=True, kw_only=True)
class Offer:
    """The ids that the two lists offer, each with its name, and in sentences what they do not offer and why."""

    first: Mapping[str, str]
    second: Mapping[str, str]
    left_out: tuple[str, ...]


def offer(view: View) -> Offer:
    """What the lists offer: the figures of the selection, what is derived from them, and what is chosen already.

    Of more than MOST printed figures they offer the first MOST that a search finds.
    """
    left, right = (_chosen(view.catalogue, name) for name in (COMPARISON[0], COMPARISON[2]))
    rows, notes = _found(view)
    derived = tuple(figure.id for figure in derived_among(view.catalogue, view.rows))
    figures = [*rows["id"], *derived]
    periods = [f"{identity}.period" for identity in rows["id"][rows["period"].notna()]]
    chosen = list(dict.fromkeys(filter(None, (left, right))))
    names = operand_names(view.catalogue, [*figures, *periods, *chosen])
    return Offer(
        first={name: names[name] for name in (*figures, *([left] if left else []))},
        second={name: names[name] for name in (*figures, *periods, *([right] if right else []))},
        left_out=(*notes, *_left_out(view, len(derived)), *_outside(view, chosen, derived, names)),
    )


def _chosen(catalogue: Catalogue, key: str) -> str:
    """The operand that is chosen in the list of this key; empty where none is, or none that the catalogue has."""
    name = st.session_state.get(key)
    try:
        return find_operand(catalogue, name).id if name else ""
    except IndicatorsError:
        return ""


def _found(view: View) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """The printed figures to offer; of more than MOST the first MOST that a search finds, which a sentence says."""
    if len(view.rows) <= MOST:
        return view.rows, ()
    words = st.text_input("Find figures", key="_find", type="search", placeholder="words in a figure, or its id")
    found = view.rows
    if words:
        search = f"{view.selection.search} {words}".strip()
        found = select(view.catalogue, replace(view.selection, search=search))
    if len(found) <= MOST:
        return found, ()
    return found.head(MOST), (f"The lists offer the first {MOST} of {len(found):,} figures; find others above.",)


def _left_out(view: View, derived: int) -> Iterator[str]:
    """Sentences on the figures that the selection leaves out of the lists."""
    catalogue, selection = view.catalogue, view.selection
    everything = figures_in_scope(catalogue, record=selection.record)
    if selection.narrowed:
        text = f"The lists have the {len(view.rows):,} of {len(everything):,} figures of the filter"
        total = len(derived_among(catalogue, everything))
        yield text + (f", and the {derived:,} of {total:,} derived figures that follow from them." if total else ".")
    if has_record(catalogue) and not (selection.record or selection.document):
        count = len(catalogue.figures) - len(everything)
        others = number_of(count, "other published figure")
        yield f"To choose among {others} as well, open Filter and turn on the switch “Compare with {others}”."


def _outside(view: View, chosen: Sequence[str], derived: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    """A sentence on each choice that is not in the selection."""
    selected = IdColumn(view.rows["id"])
    for name in chosen:
        figure = name.partition(".")[0]
        if figure in selected or figure in derived:
            continue
        is_printed = figure in view.catalogue.figure_ids
        of_record = is_printed and view.catalogue.observation(figure).role != SUBJECT and not view.selection.record
        reason = "was published elsewhere" if of_record else "is not among the figures of the filter"
        yield f"“{names[name]}” {reason}. It is compared all the same, because it is chosen."


def operand_names(catalogue: Catalogue, operands: Sequence[str]) -> Mapping[str, str]:
    """A name for each of these operands, which no other operand of the catalogue has.

    It does not depend on what else is offered: a widget of Streamlit knows its choice by this name alone. Of more than
    MOST figures not all are read: each name has the id.
    """
    if len(catalogue.figures) <= MOST:
        return _names_of_all(catalogue)
    printed = catalogue.rows(
        *dict.fromkeys(name.partition(".")[0] for name in operands if name.partition(".")[0] in catalogue.figure_ids)
    )
    words = _words(catalogue, printed)
    return {name: f"{words[name][0]}, id {name}" for name in operands}


@kept()
def _names_of_all(catalogue: Catalogue) -> Mapping[str, str]:
    return distinct_names(_words(catalogue, catalogue.figures))


def _words(catalogue: Catalogue, rows: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Words for the printed figures of the rows, for their parts and for every derived figure, for distinct_names."""
    words: dict[str, tuple[str, ...]] = {}
    for figure in figures_of(catalogue, rows):
        title, source = markup.label(full_title(figure)), markup.label(figure.source_short)
        # The number first: a narrow screen cuts the end of what is chosen.
        period = within_brackets(impersonal(dated_if_known(figure, "period")))
        covers = f", {period}" if period else ""
        text = f"{markup.label(figure.phrase)}, {title}{covers} ({source})"
        further = (
            markup.label(figure.population),
            figure.status,
            f"issued {figure.issued}",
            markup.label(figure.document_title),
        )
        words[figure.id] = (text, *further)
        words |= {f"{figure.id}.{part}": (f"{text}: {name}", *further) for part, name in _PARTS.items()}
    words |= {
        derived.id: (f"{derived.phrase}, {markup.label(derived.title)} (derived)", derived.formula)
        for derived in all_derived(catalogue)
    }
    return words
