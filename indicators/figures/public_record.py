"""How the record stands to the figures of the subject: what it has beside them, and what became of what it repeats."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.columns import rows_with
from indicators.figures.figure import Figure, figures_of
from indicators.measure import period
from indicators.measure.period import NOT_STATED

MOST = 8
"""As many figures as a sentence names."""
KEPT, CHANGED, DROPPED, ADDED = "kept", "changed", "dropped", "added"

_STATES = frozenset({"government", "head_of_state", "military", "intelligence"})
"""Kinds of sources that speak for a state."""
_NOUNS = {"running_total": "total", "total": "total", "rate": "rate"}
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A field as the subject prints it and as the public record first published it.

    ``became`` is KEPT, CHANGED, DROPPED or ADDED.
    """

    field: str
    subject: str
    record: str
    became: str


@dataclass(frozen=True, kw_only=True)
class RepeatedFigure:
    """A figure of the subject, the figure of the record that it most likely repeats, and why the editor thinks so.

    ``differences`` compares them field by field.
    """

    subject: Figure
    record: Figure
    ground: str
    differences: tuple[Difference, ...]


@lru_cache(maxsize=4)
def indicator_families(catalogue: Catalogue) -> Mapping[str, str]:
    """For each indicator the one beside which it is set, at whatever remove; itself where there is none."""
    beside = {one: other for one, other in catalogue.indicators["beside"].items() if isinstance(other, str)}

    def first(one: str) -> str:
        while one in beside:
            one = beside[one]
        return one

    return {str(one): first(str(one)) for one in catalogue.indicators.index}


def figures_of_family(catalogue: Catalogue, indicator: str) -> pd.DataFrame:
    """The figures of every indicator that is set beside the same one, this one among them."""
    known = indicator_families(catalogue)
    family = [one for one, first in known.items() if first == known[indicator]]
    return catalogue.figures[catalogue.figures["indicator"].isin(family)]


@lru_cache(maxsize=2048)
def record_sentence(catalogue: Catalogue, indicator: str) -> str:
    """One sentence on what the record has beside an indicator of the subject; nothing where it has nothing.

    *The record has eight totals from two governments, two of them most likely those printed here.* A part of
    another figure is not counted.
    """
    rows = figures_of_family(catalogue, indicator)
    rows = rows[(rows["role"] != SUBJECT).to_numpy() & rows["part_of"].isna().to_numpy()]
    if rows.empty:
        return ""
    nouns = {_NOUNS.get(one, "figure") for one in rows["statistic"].unique()}
    noun = nouns.pop() if len(nouns) == 1 else "figure"
    own = catalogue.figures[(catalogue.figures["indicator"] == indicator) & (catalogue.figures["role"] == SUBJECT)]
    matched = int((rows["same_as"].isin(own["id"]) | rows["id"].isin(own["same_as"].dropna())).sum())
    count = len(rows)
    if count == 1:
        match = "most likely the one printed here" if matched else "which is not taken to be the one printed here"
    elif matched:
        those = "the one" if matched == 1 else "those"
        match = f"{_number(matched)} of them most likely {those} printed here"
    else:
        match = "none of them taken to be the one printed here"
    return f"The record has {_counted(count, noun)} from {_speakers(catalogue, rows)}, {match}."


def repeated_figures(catalogue: Catalogue, one: str, system: str = "printed") -> tuple[RepeatedFigure, ...]:
    """Each pair of a figure of the subject and one of the record that are most likely one publication, ``one`` in it.

    The judgement and its ground are the editor's; the differences are computed from the fields.
    """
    figures = catalogue.figures
    row = catalogue.rows(one).iloc[0]
    linked = figures[(figures["same_as"] == one) | (figures["id"] == row["same_as"])]
    found = []
    for other in linked.to_dict("records"):
        here, first = (row, other) if row["role"] == SUBJECT else (other, row)
        if here["role"] == SUBJECT and first["role"] != SUBJECT:
            ground = first["same_as_ground"] if first["same_as"] == here["id"] else here["same_as_ground"]
            read = figures_of(catalogue, catalogue.rows(here["id"], first["id"]), system)
            # What is no running total covers a period, which has no start of a count.
            counted = "running_total" in (here["statistic"], first["statistic"])
            starts = (_start(here["period"]), _start(first["period"])) if counted else None
            differences = tuple(_differences(read[0], read[1], starts))
            found.append(RepeatedFigure(subject=read[0], record=read[1], ground=ground, differences=differences))
    return tuple(found)


def figures_of_one_root(
    catalogue: Catalogue, one: str, rows: pd.DataFrame, system: str = "printed"
) -> tuple[Figure, ...]:
    """Those of the rows that rest on the same counting as this figure and stand beside it, without the figure itself.

    They do not confirm each other independently.
    """
    own = catalogue.rows(one)
    root, indicator = own["root"].iloc[0], own["indicator"].iloc[0]
    if not isinstance(root, str):
        return ()
    known, kinds = indicator_families(catalogue), catalogue.indicators["kind"].to_dict()
    alike = [name for name in known if known[name] == known[indicator] or kinds[name] == kinds[indicator]]
    resting = rows_with(rows["root"], root)  # few of many rows, whose other cells are not looked at
    keep = rows["indicator"].take(resting).isin(alike) & (rows["id"].take(resting) != one)
    return figures_of(catalogue, rows.take(resting[keep][:MOST]), system)


def statements_about(catalogue: Catalogue, ids: Iterable[str]) -> tuple[str, ...]:
    """What was said of these figures without giving one, in words: who denied what, when, and where it is printed."""
    wanted = set(ids)
    said = []
    for row in catalogue.statements.to_dict("records"):
        about = catalogue.items(row["about"], "statements", "about")
        if wanted & {*about}:
            said.append(_statement(catalogue, row))
    return tuple(said)


def statements_by(catalogue: Catalogue, source: str) -> tuple[str, ...]:
    """What this source said of figures without giving one."""
    rows = catalogue.statements[catalogue.statements["source"] == source]
    return tuple(_statement(catalogue, row) for row in rows.to_dict("records"))


def _statement(catalogue: Catalogue, row: Mapping[Any, Any]) -> str:
    who = catalogue.text("sources", row["source"], "name")
    said = catalogue.word("statements", "said", row["said"])
    via = [catalogue.text("sources", each, "name") for each in catalogue.items(row["via"], "statements", "via")]
    when = period.words(row["issued"]) if isinstance(row["issued"], str) else "day not stated"
    inferred = ", inferred" if "issued" in catalogue.items(row["inferred"], "statements", "inferred") else ""
    through = f", through {', then '.join(via)}" if via else ""
    where = catalogue.text("documents", row["document"], "publisher")
    return f"{who} {said} {row['what']} ({when}{inferred}{through}; {where})."


def _differences(here: Figure, first: Figure, starts: tuple[str, str] | None) -> Iterator[Difference]:
    pairs = {
        "Figure": (here.phrase, first.phrase),
        "Qualifier": (here.qualifier_words, first.qualifier_words),
        "What is counted": (here.definition, first.definition),
        "Relation to time": (here.statistic, first.statistic),
        **({"Start of the count": starts} if starts else {}),
        "Covers": (here.period, first.period),
        "Issued": (here.issued, first.issued),
        "Source": (here.source_words, first.source_words),
        "Counted by": (here.root, first.root),
        "Status": (here.status, first.status),
        "Place": (here.place, first.place),
    }
    for field, (mine, theirs) in pairs.items():
        if mine == theirs:
            became = KEPT
        elif mine in (NOT_STATED, "unqualified"):
            became = DROPPED
        else:
            became = ADDED if theirs in (NOT_STATED, "unqualified") else CHANGED
        yield Difference(field=field, subject=mine, record=theirs, became=became)


def _start(text: object) -> str:
    """The start of a period in words; not stated where it has none."""
    first = text.partition("/")[0] if isinstance(text, str) else ""
    return period.words(first) if first not in ("", "..") else NOT_STATED


def _speakers(catalogue: Catalogue, rows: pd.DataFrame) -> str:
    """*two governments* where every source speaks for a state that is named, else *three sources*."""
    sources = catalogue.sources.loc[list(rows["source"].unique())]
    if sources["kind"].isin(_STATES).all() and sources["country"].notna().all():
        return _counted(sources["country"].nunique(), "government")
    return _counted(len(sources), "source")


def _counted(count: int, noun: str) -> str:
    return f"{_number(count)} {noun}{'' if count == 1 else 's'}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
