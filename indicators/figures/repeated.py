"""Figures of the subject that most likely repeat a publication of the record, compared with it field by field."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.assumed import ASSUMED, YEAR_ASSUMED, assumed, with_assumed
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.summary import dated
from indicators.measure import period
from indicators.measure.period import NOT_STATED
from indicators.measure.span import Span


class Became(StrEnum):
    """What the subject has made of a field of the public record; the values are the words for it.

    A field that neither states was not kept, as there was nothing to keep. A date or a period is less exact than
    another that it contains, and a place than one that has it behind a comma: *Eastport, a town on the coast*. A date
    that the editor assumed for one of the two alone is not simply kept.
    """

    KEPT = "kept"
    KEPT_ASSUMED = "kept; assumed here"
    KEPT_YEAR_ASSUMED = "kept; year assumed here"
    KEPT_ASSUMED_ELSEWHERE = "kept; assumed elsewhere"
    CHANGED = "changed"
    DROPPED = "left out"
    ADDED = "only here"
    NEITHER = "stated in neither"
    LESS_EXACT = "less exact"
    MORE_EXACT = "more exact"


_KEPT_HERE = {ASSUMED: Became.KEPT_ASSUMED, YEAR_ASSUMED: Became.KEPT_YEAR_ASSUMED}
"""What became of a field that the editor assumed for the subject alone, by how much of it was assumed."""


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

    ``is_bare`` is true of the qualifier of a bare number: that there is none says something, and can be kept. ``told``
    are the words of a date or a period with what the editor assumed, ``how_far`` says how much that is. ``ends`` are
    the places from, through and to which something goes.
    """

    words: str
    stated: bool = True
    span: Span | None = None
    is_date: bool = False
    is_bare: bool = False
    told: str = ""
    how_far: str = ""
    ends: tuple[str | None, ...] = ()


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


def _compared(observation: Observation, figure: Figure, with_start: bool) -> dict[str, _Stated]:
    """The fields that are compared, by label; ``with_start`` says whether the start of the count is one of them."""
    is_bare = observation.qualifier == "unqualified"
    return {
        "Figure": _Stated(figure.phrase),
        "Source": _Stated(figure.source_words),
        "Qualifier": _Stated(figure.qualifier_words, not is_bare, is_bare=is_bare),
        "What is counted": _Stated(figure.definition),
        "Relation to time": _Stated(figure.statistic, observation.statistic != "not_stated"),
        **({"Start of the count": _start_of_count(figure, observation.period)} if with_start else {}),
        "Period": _dated(figure, "period", observation.period, is_date=False),
        "Issued": _dated(figure, "issued", observation.issued, is_date=True),
        "Counted by": _Stated(figure.root, observation.root is not None),
        "Status": _Stated(figure.status),
        "Place": _Stated(
            figure.place,
            "place" not in figure.missing,
            ends=(observation.place_from, observation.place_through, observation.place_to),
        ),
    }


def _difference(field: str, subject: _Stated, record: _Stated) -> Difference:
    if not (subject.stated or record.stated or subject.is_bare):
        became = Became.NEITHER
    elif subject.words == record.words:
        became = _kept(subject, record)
    elif not subject.stated:
        became = Became.DROPPED
    elif not record.stated:
        became = Became.ADDED
    else:
        became = _exactness(subject, record) or Became.CHANGED
    return Difference(
        field=field, subject=subject.told or subject.words, record=record.told or record.words, became=became
    )


def _kept(subject: _Stated, record: _Stated) -> Became:
    """That a field was kept, and where the editor assumed it for one of the two, which may not be so printed."""
    if subject.how_far == record.how_far:
        return Became.KEPT
    return _KEPT_HERE.get(subject.how_far, Became.KEPT_ASSUMED_ELSEWHERE)


def _exactness(subject: _Stated, record: _Stated) -> Became | None:
    """Which of two dates, periods or places is less exact; None if neither is."""
    if subject.ends and record.ends:
        less, more = _is_less_exact(subject.ends, record.ends), _is_less_exact(record.ends, subject.ends)
    elif subject.span is None or record.span is None:
        return None
    else:
        less = subject.span.is_less_exact(record.span, date=subject.is_date)
        more = record.span.is_less_exact(subject.span, date=subject.is_date)
    return Became.LESS_EXACT if less else Became.MORE_EXACT if more else None


def _is_less_exact(these: tuple[str | None, ...], others: tuple[str | None, ...]) -> bool:
    """Whether at each end that both name these places are the same or the words behind a comma of the others."""
    named = [(this, other) for this, other in zip(these, others, strict=True) if this and other]
    return any(this != other for this, other in named) and all(
        this in (other, *other.split(", ")[1:]) for this, other in named
    )


def _dated(figure: Figure, column: str, span: Span, *, is_date: bool) -> _Stated:
    """The *period* or *issued* of a figure."""
    words: str = getattr(figure, column)
    how_far = assumed(figure.inferred, column)
    return _Stated(words, bool(span.text), span, is_date, told=dated(figure, column), how_far=how_far)


def _start_of_count(figure: Figure, span: Span) -> _Stated:
    """The start of the period of a figure, as a date."""
    text = span.text.partition("/")[0]
    date = replace(span, end_first=span.start_first, end_last=span.start_last, text=text)
    has_start = text not in ("", "..")
    words = period.words(text) if has_start else NOT_STATED
    told = with_assumed(words, figure.inferred, "period") if has_start else ""
    return _Stated(words, has_start, date, is_date=True, told=told, how_far=assumed(figure.inferred, "period"))
