"""The rows of a chart of figures of the subject and of the public record: what shares a row, its panel, its label."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.observation import Observation
from indicators.charts.assumed_dates import assumed_in_label
from indicators.charts.row_labels import Line
from indicators.figures.amounts import unit_words
from indicators.figures.assumed import impersonal
from indicators.figures.figure import Figure
from indicators.figures.names import short_source_names
from indicators.figures.summary import HERE, dated, said_and_counted_by
from indicators.measure import period
from indicators.text.first_letter import with_capital
from indicators.text.vocabulary import ANY_MONTH

COUNT_OF = "Count of"
"""Stands in a heading before those whose counting it is."""
_TOTALS = ("level", "period")
"""Charts of totals, which fall or rise from one to the next only where one counted both."""
_SAME = "Probably the same figure, published elsewhere"
_RUNNING_TOTAL, _NOT_STATED = "running_total", "not_stated"
_START_NOT_STATED = "start not stated"
_ABOUT = " (approximate)"
_MONTH = re.compile(rf"\b(?:{ANY_MONTH})\b")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A figure, the ``others`` that are most likely the same publication, and the ``parts`` of which it is made up.

    ``panel`` is the heading under which it stands.
    """

    lead: Observation
    others: tuple[Observation, ...] = ()
    parts: tuple[Observation, ...] = ()
    panel: str = ""

    @property
    def marked(self) -> tuple[Observation, ...]:
        """The figures that have a mark in this row."""
        return (self.lead, *self.others)


def rows_of(catalogue: Catalogue, chart: str, observations: Sequence[Observation]) -> list[Row]:
    """The rows of these observations, in the order given, those of a panel together.

    Observations that are most likely one publication share a row, at the place of the first, and that of the subject
    leads it. One that is part of another of a different kind is no row. By date of issue each issuer has a panel, in
    other charts each kind, and of totals of one kind each who counted. First stand the panels with figures of the
    subject.
    """
    known = {each.id: each for each in observations}
    parts: dict[str, list[Observation]] = {}
    alike: dict[str, list[Observation]] = {}
    for each in observations:
        whole = known.get(each.part_of or "")
        if whole and whole.kind != each.kind:
            parts.setdefault(whole.id, []).append(each)
        else:
            alike.setdefault(_same(known, each), []).append(each)
    rows = []
    for members in alike.values():
        lead, *others = sorted(members, key=lambda each: each.role != SUBJECT)
        own = tuple(part for each in (lead, *others) for part in parts.get(each.id, ()))
        panel = _issuer(catalogue, lead) if chart == "issued" else _kind(catalogue, lead)
        rows.append(Row(lead=lead, others=tuple(others), parts=own, panel=panel))
    if chart in _TOTALS and len({row.panel for row in rows}) == 1:
        rows = _by_counter(catalogue, rows)
    panels = dict.fromkeys(row.panel for row in sorted(rows, key=lambda row: row.lead.role != SUBJECT))
    if len(panels) < 2:
        return [replace(row, panel="") for row in rows]
    return [row for panel in panels for row in rows if row.panel == panel]


def _same(known: Mapping[str, Observation], observation: Observation) -> str:
    """The id of the observation that stands for all those which are most likely the same publication as this."""
    while (same := observation.same_as) and same in known:
        observation = known[same]
    return observation.id


def _by_counter(catalogue: Catalogue, rows: Sequence[Row]) -> list[Row]:
    """The rows with a panel for each who counted, by country, where several did and one of them more than once."""
    counted: dict[str, list[Row]] = {}
    for row in rows:
        counted.setdefault(_issuer(catalogue, row.lead), []).append(row)
    if not 1 < len(counted) < len(rows):
        return list(rows)
    names = short_source_names(catalogue)
    return [
        replace(row, panel=f"{COUNT_OF} {' and '.join(counters)}")
        for own in counted.values()
        if (counters := dict.fromkeys(names[row.lead.root or row.lead.source] for row in own))
        for row in own
    ]


def _issuer(catalogue: Catalogue, observation: Observation) -> str:
    """The country of who counted, or who that is."""
    counting = observation.root or observation.source
    return catalogue.text("sources", counting, "country") or short_source_names(catalogue)[counting]


def _kind(catalogue: Catalogue, observation: Observation) -> str:
    return with_capital(unit_words(catalogue, observation, observation.unit))


def label(catalogue: Catalogue, row: Row, figures: Mapping[str, Figure], chart: str) -> Iterator[Line]:
    """The lines of the label of a row, not wrapped: the number and what it is of, who says it and when."""
    by_issue = chart == "issued"
    for observation in row.marked:
        figure = figures[observation.id]
        own = [figures[part.id].phrase for part in row.parts if part.part_of == observation.id]
        vague = observation.value is None and observation.upper is None
        # An order of magnitude is printed with what it counts.
        number = figure.phrase if vague else figure.number + (f" = {' + '.join(own)}" if own else "")
        what = _stage(catalogue, observation) if chart == "stages" and not vague else ""
        said = _said(figure, observation) if by_issue else ""
        covers = _covered(figure, observation, by_issue=by_issue) if chart != "period" else ""
        told = _claim(catalogue, figure, observation, chart)
        if observation is row.lead:
            place = HERE if observation.role == SUBJECT else ""
            yield Line(text=_joined(number, what, covers, place), beside=said, bold=True)
            yield Line(text=told)
        else:
            yield Line(text=f"{_SAME}: {_joined(number, what, covers, told)}", beside=said)


def _stage(catalogue: Catalogue, observation: Observation) -> str:
    """What a figure counts: as its publication has it, or else its indicator."""
    return (observation.counts or catalogue.text("indicators", observation.indicator, "title")).removesuffix(".")


def _claim(catalogue: Catalogue, figure: Figure, observation: Observation, chart: str) -> str:
    """Who says it, whose counting it is, of when it is, and how firmly it is said.

    In a chart by date of issue that date stands beside it.
    """
    issued = "" if chart == "issued" else _said(figure, observation)
    when = _dated(figure, "period") if chart == "period" and observation.period.text else issued
    return _joined(said_and_counted_by(catalogue, figure), when, figure.status)


def _covered(figure: Figure, observation: Observation, *, by_issue: bool) -> str:
    """The period of a figure in few words; of a running total since when it counts, or up to when.

    A chart by date of issue (``by_issue``) says so of each total whose start is not stated.
    """
    text = observation.period.text
    if observation.statistic == _RUNNING_TOTAL:
        start = text.partition("/")[0]
        if start in ("", ".."):
            return _START_NOT_STATED if by_issue or not text else _dated(figure, "period")
        mark = ", ".join(assumed_in_label(observation, ["period"]))
        return f"since {_short(period.words(start))}{f' ({mark})' if mark else ''}"
    if not text:
        return _START_NOT_STATED if by_issue and observation.statistic == _NOT_STATED else ""
    return _dated(figure, "period")


def _said(figure: Figure, observation: Observation) -> str:
    return _dated(figure, "issued") if observation.issued.text else "no date"


def _dated(figure: Figure, field: str) -> str:
    """Its *period* or *issued* in few words, marked where it is assumed; the key says by whom."""
    return _short(impersonal(dated(figure, field)))


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))


def _short(words: str) -> str:
    """Dates in words with the months in three letters."""
    short = _MONTH.sub(lambda month: month[0][:3], words)
    return f"about {short.replace(_ABOUT, '')}" if _ABOUT in short else short
