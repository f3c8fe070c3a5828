"""A wording that quotes a figure whole, in three lengths, made from the catalogue alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

from indicators.catalogue.model import Catalogue
from indicators.figures.agents import author_names, speaker_with_authors
from indicators.figures.amounts import REVISED
from indicators.figures.assumed import as_printed, with_assumed, within_brackets
from indicators.figures.build import figures_of
from indicators.figures.clauses import clause_period, clause_words, dated_opening, opening
from indicators.figures.figure import Figure
from indicators.figures.names import indicator_titles, population_within_sentence, title_within_sentence
from indicators.figures.revisions import revision_indicators
from indicators.figures.superseded import updated_by
from indicators.measure import period
from indicators.measure.bounds import VAGUE
from indicators.text.first_letter import with_capital

_TOLD: Mapping[str, tuple[str, str]] = {
    "allegation": ("put", ", an alleged figure"),
    "estimate": ("estimated", ""),
    "provisional": ("put", ", a provisional figure"),
    "conditional": ("put", ", a conditional figure"),
    "planned": ("put", ", a planned figure"),
    "forecast": ("forecast", ""),
}
"""The verb of a sentence by the id of the status, and the words that follow the number."""
_HEDGES: Mapping[str, str] = {
    "estimate": ", an estimate",
    "provisional": ", a provisional figure",
    "forecast": ", a forecast",
}
"""The words behind a number whose verb does not tell the status."""
_NOUNS: Mapping[str, str] = {"estimate": "estimate", "forecast": "forecast", "provisional": "provisional figure"}
"""What a number is called by the id of its status; any other is a figure."""
_PREPOSITIONS = frozenset(
    "about above among at before behind below between by during for from in into of on per since than through to under"
    " until with within without".split()
)
_LONGEST_SMALL_WORD = 3
"""Letters of the longest articles and prepositions that a title need not share with a population: *the*, *by*."""
_FEW_DIGITS = 2
_NUMBER_AND_UNIT = re.compile(r"(.*?\d[\d,.]*)(?: (\D[^()\d]*?))?( \(.+\))?")


@dataclass(frozen=True, kw_only=True)
class QuotableLines:
    """Three wordings of one figure, each with its bound, unit, thing, source, time and status.

    ``short`` fits a caption, ``medium`` a sentence, ``long`` stands alone: it has the definition and the citation too.
    ``assumed`` is for the reader of a wording, not part of it: the dates that it has without a part that the editor
    assumed. It is empty where there are none.
    """

    short: str
    medium: str
    long: str
    assumed: str


def quotable_lines(catalogue: Catalogue, figure_id: str) -> QuotableLines:
    """The wordings of a figure; raises UnknownIdError if there is none."""
    observation = catalogue.observation(figure_id)
    (figure,) = figures_of(catalogue, catalogue.rows(figure_id))
    further = ", ".join(filter(None, (figure.adjustment, _replaced(catalogue, figure))))
    authors = author_names(catalogue, observation.document)
    is_dated = figure.known("issued") and "issued" not in figure.inferred
    issued = as_printed(period.when(observation.issued.text), figure.inferred, "issued") if is_dated else ""
    if clause := clause_words(catalogue, observation):
        speech = observation.source, figure.source_name, authors, observation.status, figure.attribution
        told = f"{clause} {clause_period(catalogue, observation)}".strip()
        told = f"{told}, {further}." if further else f"{told}."
        short = f"{opening(catalogue, *speech)} {told}"
        dated = f"{issued}, {dated_opening(catalogue, *speech)} {told}"
    else:
        short = wording_within_sentence(
            title=told_of(catalogue, observation.indicator, figure.groups),
            phrase=figure.phrase,
            claimant=speaker_with_authors(catalogue, observation.source, figure.source_name, authors),
            status=observation.status,
            is_vague=figure.qualifier == VAGUE,
            further=further,
            period=as_printed(period.during(observation.period.text), figure.inferred, "period"),
        )
        dated = f"{issued}, {short}"
    medium = with_capital(dated if issued else short)
    counted = population_within_sentence(catalogue, figure.population)
    about = "" if _has_words(figure.title, counted) else f"What is counted: {counted}."
    long = " ".join(filter(None, (medium, about, figure.definition, figure.citation)))
    return QuotableLines(short=with_capital(short), medium=medium, long=long, assumed=_assumed(figure))


def _replaced(catalogue: Catalogue, figure: Figure) -> str:
    """That a later figure has replaced it, which and when: *an earlier estimate, since replaced by 13,000 in May*."""
    later = updated_by(catalogue).get(figure.id)
    if later is None:
        return ""
    (by,) = figures_of(catalogue, catalogue.rows(later))
    number = by.number if by.unit == figure.unit else by.amount
    is_dated = by.known("issued") and "issued" not in by.inferred
    when = as_printed(period.when(catalogue.observation(later).issued.text), by.inferred, "issued") if is_dated else ""
    return f"an earlier {_NOUNS.get(figure.status_code, 'figure')}, since replaced by {number} {when}".strip()


def _assumed(figure: Figure) -> str:
    """What the editor assumed of the period, and the year that the editor assumed of the issue, in sentences."""
    dates = (("period", figure.period), ("issued", figure.issued))
    return " ".join(
        f"{name.capitalize()}: {with_assumed(words, figure.inferred, name)}."
        for name, words in dates
        if f"{name}.year" in figure.inferred or (name == "period" and name in figure.inferred)
    )


def wording_within_sentence(
    *,
    title: str,
    phrase: str,
    claimant: str,
    status: str,
    is_vague: bool,
    further: str,
    period: str,
) -> str:
    """The short wording, from within a sentence: *the Office estimated the rate at 4 percent from March to April.*

    ``title`` and ``claimant`` are as within a sentence; ``phrase`` is the number with its bound and unit, or the
    printed words where it is vague; ``status`` is an id; ``further`` says how the figure is adjusted, that it has been
    replaced, or that it replaces another; ``period`` has its preposition. Each of the last two may be empty.
    """
    verb, tail = _TOLD.get(status, ("put", ""))
    if phrase.startswith(f"{REVISED} ") and not is_vague:
        # What was revised is that of the period; the revision was not made in it.
        tail = tail or _HEDGES.get(status, "")
        verb, number, period = REVISED, " ".join(filter(None, (period, phrase.removeprefix(f"{REVISED} ")))), ""
    elif is_vague:
        verb, number = "gave", f"as “{phrase}”"
    elif phrase.startswith("at "):  # no *at at least*
        verb, number = verb.replace("put", "gave"), f"as {_without_unit(phrase, title)}"
    else:
        number = f"at {_without_unit(phrase, title)}"
    comma = "," if "," in claimant else ""
    tail += f", {further}" if further else ""
    return " ".join(filter(None, (f"{claimant}{comma}", verb, title, number, period))) + f"{tail}."


def told_of(catalogue: Catalogue, indicator: str, groups: str) -> str:
    """What a sentence tells the number of: what is measured, of a revision what was revised; with its groups."""
    measured = revision_indicators(catalogue).get(indicator, indicator)
    return titled_within_sentence(catalogue, indicator_titles(catalogue)[measured], groups)


def titled_within_sentence(catalogue: Catalogue, measure: str, groups: str) -> str:
    """What is measured as it stands within a sentence: *the unemployment rate (men)*; a plural takes no article."""
    title = title_within_sentence(catalogue, measure)
    head = _head(title)
    takes_article = head and not any(_is_plural(word) or "'s" in word or "’s" in word for word in head)
    named = f"the {title}" if takes_article and head[0].lower() not in ("the", "a", "an") else title
    of_groups = within_brackets(title_within_sentence(catalogue, groups))
    return f"{named} ({of_groups})" if groups else named


def _without_unit(phrase: str, title: str) -> str:
    """A number without the unit that is what the title counts: *persons at 412,000*, not *at 412,000 persons*.

    A number of few digits keeps its unit: alone it may be the number of anything.
    """
    parts = _NUMBER_AND_UNIT.fullmatch(phrase)
    if parts is None or not parts[2] or sum(map(str.isdigit, parts[1])) <= _FEW_DIGITS:
        return phrase
    counted = {word.casefold() for word in _head(title)}
    return f"{parts[1]}{parts[3] or ''}" if counted.issuperset(parts[2].casefold().split()) else phrase


def _head(title: str) -> list[str]:
    """The words of a title before its first preposition."""
    return list(takewhile(lambda word: word.casefold() not in _PREPOSITIONS, title.split()))


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))


def _has_words(title: str, population: str) -> bool:
    """Whether a title has every word of a population but for articles and prepositions: it need not be said again."""
    words = {word for word in population.casefold().split() if len(word) > _LONGEST_SMALL_WORD}
    return words <= {*title.casefold().split()}
