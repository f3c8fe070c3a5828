"""What a figure says, as a clause of the catalogue with its number: *the harbour received 300 containers*."""

import re

from indicators.catalogue.clause_fields import CLAUSES, GROUPS, NUMBER, PHRASE, PLACE
from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import CHANGE_STATISTICS, EXPECTED, Observation
from indicators.figures.agents import is_author, is_unnamed_reports, speaker_of_clause
from indicators.figures.amounts import FALL, is_fall, number_and_unit
from indicators.figures.assumed import as_printed, within_brackets
from indicators.figures.names import title_within_sentence
from indicators.figures.revisions import revision_indicators
from indicators.figures.statistics import group_titles, interval_words
from indicators.measure import period
from indicators.measure.bounds import VAGUE

_CLAIMS = re.compile(r"\bclaim(?:s|ed|ing)?\b", re.IGNORECASE)
_REPORTED = re.compile(r"\breportedly\b", re.IGNORECASE)
_SAYS = ("said", "says")
_ONE_MONTH = re.compile(r"from (\d+) (\w+ \d{4}) to (\d+) \2")
_ONE_YEAR = re.compile(r"from ((?:\d+ )?[A-Z]\w+) (\d{4}) to ((?:\d+ )?[A-Z]\w+) \2")
"""Dates of a period that have their month or their year in common."""
_VERBS = {
    "allegation": ("alleged", "alleges"),
    "estimate": ("estimated", "estimates"),
    "provisional": ("said in provisional figures", "says in provisional figures"),
    "forecast": ("forecast", "forecasts"),
}
"""The verb before *that* by the id of the status, of somebody who has spoken and of a text that speaks."""


@kept()
def has_clauses(catalogue: Catalogue) -> bool:
    """Whether any indicator has a clause."""
    return bool(catalogue.indicators[list(CLAUSES)].notna().any(axis=None))


def clause_words(catalogue: Catalogue, observation: Observation) -> str:
    """The clause of an observation with its number, groups and places; empty where the catalogue has none for it.

    A change has one for a rise and one for a fall, and none where it is neither. What is expected has its own.
    """
    pattern = _pattern(catalogue, observation)
    is_vague = observation.qualifier == VAGUE
    if not pattern or (is_vague and NUMBER in pattern):
        return ""
    number, unit, _ = number_and_unit(catalogue, observation, observation.unit)
    number = f"“{number}”" if is_vague else number.removeprefix(f"{FALL} ")
    groups, interval = _groups(catalogue, observation), interval_words(catalogue, observation)
    if GROUPS in pattern:
        pattern, groups = pattern.replace(GROUPS, f"({groups})" if groups else ""), ""
    pattern = pattern.replace(PLACE, _places(observation))
    further = "; ".join(filter(None, (groups, interval)))
    in_brackets = f"({further})" if further else ""
    if NUMBER in pattern:
        filled = f"{pattern.replace(NUMBER, number)} {in_brackets}"
    else:
        filled = pattern.replace(PHRASE, " ".join(filter(None, (number, unit, in_brackets))))
    return " ".join(filled.split()).replace(" ,", ",")


def opening(catalogue: Catalogue, source: str, name: str, authors: str, status: str, attribution: str) -> str:
    """What stands before the clause of an undated sentence: *reportedly,*, *the Office estimated that*.

    ``name`` is that of the source, ``authors`` are those of the document as `author_names` gives them, ``attribution``
    is in the words of the document, which alone may call something a claim.
    """
    if status == "reported" and is_unnamed_reports(catalogue, source) and _REPORTED.search(attribution):
        return "reportedly,"
    return dated_opening(catalogue, source, name, authors, status, attribution)


def dated_opening(catalogue: Catalogue, source: str, name: str, authors: str, status: str, attribution: str) -> str:
    """The same behind a date, with a speaker and a verb in any case: *unnamed reports said that*."""
    past, present = ("claimed", "claims") if _CLAIMS.search(attribution) else _VERBS.get(status, _SAYS)
    speaker = speaker_of_clause(catalogue, source, name, authors)
    verb = present if is_author(catalogue, source) else past
    return f"{speaker}{',' if ',' in speaker else ''} {verb} that"


def clause_period(catalogue: Catalogue, observation: Observation) -> str:
    """What a clause covers, with its preposition: *from August 2023 to January 2024*, *in September*; may be empty.

    An end that is not stated is left out: *up to May*, and of a running total or what is to come *by May*. A whole
    period that the editor assumed is left out where it lacks an end and nothing says when the number was said, and
    where the number is itself a length of time.
    """
    text = observation.period.text
    words = as_printed(period.during(text), observation.inferred, "period").partition(" (its ")[0]
    words = _ONE_YEAR.sub(r"from \1 to \3 \2", _ONE_MONTH.sub(r"from \1 to \3 \2", words))
    is_length = observation.statistic == "level" and catalogue.units.is_time(observation.unit)
    has_date = observation.issued.text or not (text.startswith("/") or text.endswith("/"))
    if "period" in observation.inferred and (is_length or not has_date):
        return ""
    is_deadline = observation.status in EXPECTED or observation.statistic == "running_total"
    return f"by {words.removeprefix('up to ')}" if is_deadline and words.startswith("up to ") else words


def _pattern(catalogue: Catalogue, observation: Observation) -> str:
    """The clause of an observation as the catalogue has it; empty without one that fits."""
    column = "clause"
    if observation.statistic in CHANGE_STATISTICS and observation.qualifier != VAGUE:
        ends = [end for end in (observation.value, observation.lower) if end is not None]
        if observation.indicator in revision_indicators(catalogue) or not ends:
            return ""
        if is_fall(observation):
            column = "clause_fall"
        elif min(ends) <= 0:
            return ""
    if observation.status in EXPECTED:
        column = "clause_expected" if column == "clause" else ""
    return catalogue.text("indicators", observation.indicator, column) if column else ""


def _groups(catalogue: Catalogue, observation: Observation) -> str:
    """The groups of an observation within a sentence, without brackets: *men, born abroad*."""
    titles = (group_titles(catalogue, [group]).split(" (of ") for group in observation.groups)
    return within_brackets(
        ", ".join(" (of ".join(title_within_sentence(catalogue, title) for title in each) for each in titles)
    )


def _places(observation: Observation) -> str:
    """From where, to where and through where, as far as that is stated."""
    parts = (
        ("from", observation.place_from),
        ("to", observation.place_to),
        ("through", observation.place_through),
    )
    return " ".join(f"{word} {place}" for word, place in parts if place)
