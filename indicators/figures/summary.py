"""A figure in a few lines: what must stay with its number wherever it is passed on."""

from collections.abc import Iterator, Mapping

from indicators.catalogue.model import Catalogue
from indicators.figures.agents import marked_if_unnamed
from indicators.figures.assumed import with_assumed
from indicators.figures.caveats import further_caveats
from indicators.figures.figure import Figure
from indicators.figures.names import short_source_names

HERE, ELSEWHERE = "printed here", "published elsewhere"
"""Where a figure stands: in a document of the subject, or in one of the record."""
FROM = "from"
"""Stands before whose counting a source relays."""
USUAL_STATUS = "reported"
"""Code of the status that a title and a picture need not name beside the number."""
_ORIGINS: Mapping[str, str] = {"editor": "editor's note", "document": "from the document"}


def title(figure: Figure) -> str:
    """The number with how firmly it is said, and what it measures: *7,000 containers (estimate): Containers sent*."""
    status = "" if figure.status_code == USUAL_STATUS else f" ({figure.status})"
    return f"{figure.phrase}{status}: {full_title(figure)}"


def full_title(figure: Figure) -> str:
    """What it measures, how it is adjusted if others are not, and its vintage: *Change in jobs (first published)*.

    A value that has been replaced looks current without these, and two values of one thing look alike.
    """
    apart = "; ".join(filter(None, (figure.told_apart, figure.vintage)))
    return f"{figure.title} ({apart})" if apart else figure.title


def said_and_counted_by(catalogue: Catalogue, figure: Figure) -> str:
    """Who says a figure, and who counted where it is somebody else, each marked where nobody is named."""
    says = marked_if_unnamed(catalogue, figure.source, figure.source_short)
    root = catalogue.observation(figure.id).root
    if root in (None, figure.source):
        return says
    return f"{says}, {FROM} {marked_if_unnamed(catalogue, root, short_source_names(catalogue)[root])}"


def dated(figure: Figure, field: str) -> str:
    """Its *period* or *issued* in words, marked where the editor assumed it, or that it is not stated."""
    words: str = getattr(figure, field)
    return words if field in figure.missing else with_assumed(words, figure.inferred, field)


def dated_if_known(figure: Figure, field: str) -> str:
    """Its *period* or *issued* in words, marked where the editor assumed it; empty where it is not stated."""
    return dated(figure, field) if figure.known(field) else ""


def dates_told(figure: Figure) -> tuple[str, ...]:
    """What it covers and when it was issued, each if that is stated: *covers September 2024*, *issued 10 October*."""
    told = (("covers", dated_if_known(figure, "period")), ("issued", dated_if_known(figure, "issued")))
    return tuple(f"{verb} {date}" for verb, date in told if date)


def is_replaced(figure: Figure) -> bool:
    """Whether the document prints a later figure in its place."""
    return bool(figure.update_words) and not figure.updates


def summary_terms(figure: Figure) -> Iterator[tuple[str, str]]:
    """What is counted, then who says, counted and printed it, how firmly, and when; each with a label."""
    yield "Counts", figure.definition
    yield "Said by", figure.claimant
    if figure.known("root") not in (figure.source_marked, ""):
        yield "Counted by", figure.root
    yield "Printed in", figure.publication
    yield "Status", figure.status
    if figure.adjustment:
        yield "Adjustment", figure.adjustment
    yield "Period", dated(figure, "period")
    yield "Issued", dated(figure, "issued")
    if figure.update_words:
        label, which = ("Replaced by", "later") if is_replaced(figure) else ("Replaces", "earlier")
        yield label, f"the {which} figure of {figure.update_words}; the two must not be added"


def caveat_lines(figure: Figure, most: int, where: str = "") -> Iterator[str]:
    """The first ``most`` caveats, each with its origin, how many more there are, and ``where`` those are."""
    for caveat in figure.caveats[:most]:
        yield f"{caveat.text} [{_ORIGINS[caveat.origin]}]"
    if more := further_caveats(len(figure.caveats) - most, where):
        yield more


def description(figure: Figure) -> str:
    """What stands under its `title` in the preview of a link, and for those who do not see its picture, in sentences.

    Who says it stands before what it counts, as programs that show links cut long descriptions.
    """
    counts, *others = summary_terms(figure)
    sentences = [f"{label}: {text.removesuffix('.')}." for label, text in (*others, counts)]
    caveats = " ".join(caveat_lines(figure, 1))
    return " ".join([*sentences, *([f"Caveat: {caveats}"] if caveats else [])])
