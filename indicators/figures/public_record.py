"""The public record beside the figures of the subject: what it has, and how the subject's figures differ from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import Observation
from indicators.columns import rows_with
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.measure import period
from indicators.measure.period import NOT_STATED
from indicators.measure.span import Span
from indicators.text.cardinals import count_in_words

MOST = 8
"""Maximum number of figures that a sentence names."""


class Became(StrEnum):
    """What the subject has made of a field of the public record; the values are the words for it.

    A field that neither states was not kept, as there was nothing to keep. A date or a period is less exact than
    another that it contains.
    """

    KEPT = "kept"
    CHANGED = "changed"
    DROPPED = "left out"
    ADDED = "only here"
    NEITHER = "stated in neither"
    LESS_EXACT = "less exact"
    MORE_EXACT = "more exact"


_STATES = frozenset({"government", "head_of_state", "military", "intelligence"})
"""Kinds of sources that speak for a state."""
_NOUNS = {"running_total": "total", "total": "total", "rate": "rate"}


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A field, named by its label, as the subject prints it and as the public record does."""

    field: str
    subject: str
    record: str
    became: Became


@dataclass(frozen=True, kw_only=True)
class RepeatedFigure:
    """A figure of the subject, the figure of the record that it most likely repeats, and why the editor thinks so.

    ``differences`` compares them field by field.
    """

    subject: Figure
    record: Figure
    ground: str
    differences: tuple[Difference, ...]


class _Stated(NamedTuple):
    """A field of a figure in words, whether the document states it, and of a date or a period its days.

    ``is_bare`` is true of the qualifier of a bare number: that there is none says something, and can be kept.
    """

    words: str
    stated: bool = True
    span: Span | None = None
    is_date: bool = False
    is_bare: bool = False


@kept()
def indicator_families(catalogue: Catalogue) -> Mapping[str, str]:
    """For each indicator the head of its family: the indicator it stands beside, directly or indirectly, or itself."""
    beside = {name: other for name, other in catalogue.indicators["beside"].items() if isinstance(other, str)}

    def head(indicator: str) -> str:
        while indicator in beside:
            indicator = beside[indicator]
        return indicator

    return {str(indicator): head(str(indicator)) for indicator in catalogue.indicators.index}


def figures_of_family(catalogue: Catalogue, indicator: str) -> pd.DataFrame:
    """The rows of ``catalogue.figures`` whose indicator is of the same family as this indicator."""
    return catalogue.figures[_of_family(catalogue, indicator)]


def _of_family(catalogue: Catalogue, indicator: str) -> pd.Series:
    """For each row of ``catalogue.figures`` whether its indicator is of that family."""
    heads = indicator_families(catalogue)
    return catalogue.figures["indicator"].isin([name for name, head in heads.items() if head == heads[indicator]])


@kept(2048)
def record_sentence(catalogue: Catalogue, indicator: str) -> str:
    """A sentence on what the record has beside an indicator of the subject; empty if it has nothing.

    *Published elsewhere: eight totals from two governments, two of them most likely those printed here.* Figures that
    are part of another figure are counted apart, at the end: *and two parts of one of them*.
    """
    figures = catalogue.figures[["id", "indicator", "role", "part_of", "same_as", "statistic", "source"]]
    published = figures[_of_family(catalogue, indicator) & (figures["role"] != SUBJECT)]
    rows = published[published["part_of"].isna()]
    if rows.empty:
        return ""
    nouns = {_NOUNS.get(statistic, "figure") for statistic in rows["statistic"].unique()}
    noun = nouns.pop() if len(nouns) == 1 else "figure"
    own = figures[(figures["indicator"] == indicator) & (figures["role"] == SUBJECT)]
    matched = int((rows["same_as"].isin(own["id"]) | rows["id"].isin(own["same_as"].dropna())).sum())
    count = len(rows)
    if count == 1:
        match = "most likely the one printed here" if matched else "which is not taken to be the one printed here"
    elif matched:
        those = "the one" if matched == 1 else "those"
        match = f"{count_in_words(matched)} of them most likely {those} printed here"
    else:
        match = "none of them taken to be the one printed here"
    found, parts = f"{_counted(count, noun)} from {_speakers(catalogue, rows)}", _parts(published, rows)
    return f"Published elsewhere: {found}, {match}{parts}."


def _parts(published: pd.DataFrame, rows: pd.DataFrame) -> str:
    """How many of the published figures are parts, and of which of the others; empty where none is."""
    wholes = published["part_of"].dropna()
    if wholes.empty:
        return ""
    if not wholes.isin(rows["id"]).all():
        whole = "other figures"
    elif len(rows) == 1:
        whole = "it"
    else:
        whole = "one of them" if wholes.nunique() == 1 else "them"
    return f", and {_counted(len(wholes), 'part')} of {whole}"


def repeated_figures(catalogue: Catalogue, figure_id: str, system: str = "printed") -> tuple[RepeatedFigure, ...]:
    """The pairs of a figure of the subject and a figure of the record that are most likely one publication.

    This figure is in each pair. The judgement and its ground are the editor's; the differences are computed from the
    fields.
    """
    figures = catalogue.figures
    this = catalogue.observation(figure_id)
    linked = figures[(figures["same_as"] == figure_id) | (figures["id"] == this.same_as)]
    pairs = []
    for other in catalogue.observations(linked):
        subject, record = (this, other) if this.role == SUBJECT else (other, this)
        if subject.role == SUBJECT and record.role != SUBJECT:
            ground = record.same_as_ground if record.same_as == subject.id else subject.same_as_ground
            printed, published = figures_of(catalogue, catalogue.rows(subject.id, record.id), system)
            # Only a running total has a start of its count; any other statistic has its period.
            has_start = "running_total" in (subject.statistic, record.statistic)
            ours, theirs = (_compared(*each, has_start) for each in ((subject, printed), (record, published)))
            differences = tuple(_difference(field, ours[field], theirs[field]) for field in ours)
            pairs.append(
                RepeatedFigure(subject=printed, record=published, ground=ground or "", differences=differences)
            )
    return tuple(pairs)


def figures_of_one_root(
    catalogue: Catalogue, figure_id: str, rows: pd.DataFrame, system: str = "printed"
) -> tuple[Figure, ...]:
    """The first MOST of the rows that rest on the same counting as this figure, without the figure itself.

    Only rows of the figure's indicator family, or of its kind, are considered. Such figures do not confirm each other
    independently.
    """
    this = catalogue.observation(figure_id)
    if this.root is None:
        return ()
    heads, kinds = indicator_families(catalogue), catalogue.indicators["kind"].to_dict()
    related = [name for name in heads if heads[name] == heads[this.indicator] or kinds[name] == kinds[this.indicator]]
    same_root = rows_with(rows["root"], this.root)  # few rows of many: the other columns are read for these alone
    keep = rows["indicator"].take(same_root).isin(related) & (rows["id"].take(same_root) != figure_id)
    return figures_of(catalogue, rows.take(same_root[keep][:MOST]), system)


def _compared(observation: Observation, figure: Figure, with_start: bool) -> dict[str, _Stated]:
    """The fields that are compared, by label; ``with_start`` says whether the start of the count is one of them."""
    start = observation.period.text.partition("/")[0]
    has_start = start not in ("", "..")
    words = period.words(start) if has_start else NOT_STATED
    is_bare = observation.qualifier == "unqualified"
    return {
        "Figure": _Stated(figure.phrase),
        "Qualifier": _Stated(figure.qualifier_words, not is_bare, is_bare=is_bare),
        "What is counted": _Stated(figure.definition),
        "Relation to time": _Stated(figure.statistic, observation.statistic != "not_stated"),
        **({"Start of the count": _Stated(words, has_start, _start(observation.period), True)} if with_start else {}),
        "Period": _Stated(figure.period, bool(observation.period.text), observation.period),
        "Issued": _Stated(figure.issued, bool(observation.issued.text), observation.issued, True),
        "Source": _Stated(figure.source_words),
        "Counted by": _Stated(figure.root, observation.root is not None),
        "Status": _Stated(figure.status),
        "Place": _Stated(figure.place, "place" not in figure.missing),
    }


def _difference(field: str, subject: _Stated, record: _Stated) -> Difference:
    if not (subject.stated or record.stated or subject.is_bare):
        became = Became.NEITHER
    elif subject.words == record.words:
        became = Became.KEPT
    elif not subject.stated:
        became = Became.DROPPED
    elif not record.stated:
        became = Became.ADDED
    else:
        became = _exactness(subject, record) or Became.CHANGED
    return Difference(field=field, subject=subject.words, record=record.words, became=became)


def _exactness(subject: _Stated, record: _Stated) -> Became | None:
    """Which of two dates or periods contains the other; None if neither does."""
    if subject.span is None or record.span is None:
        return None
    if subject.span.is_less_exact(record.span, date=subject.is_date):
        return Became.LESS_EXACT
    return Became.MORE_EXACT if record.span.is_less_exact(subject.span, date=subject.is_date) else None


def _start(span: Span) -> Span:
    """The start of a period, as a date."""
    text = span.text.partition("/")[0]
    return replace(span, end_first=span.start_first, end_last=span.start_last, text=text)


def _speakers(catalogue: Catalogue, rows: pd.DataFrame) -> str:
    """*two governments* where every source speaks for a state that is named, else *three sources*."""
    sources = catalogue.sources.loc[list(rows["source"].unique())]
    if sources["kind"].isin(_STATES).all() and sources["country"].notna().all():
        return _counted(sources["country"].nunique(), "government")
    return _counted(len(sources), "source")


def _counted(count: int, noun: str) -> str:
    return f"{count_in_words(count)} {noun}{'' if count == 1 else 's'}"
