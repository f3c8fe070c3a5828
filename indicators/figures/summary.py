"""A figure in a few lines: what must stay with its number wherever it is passed on."""

from collections.abc import Iterator

from indicators.figures.figure import Figure
from indicators.measure.period import NOT_STATED


def summary_terms(figure: Figure) -> Iterator[tuple[str, str]]:
    """What is counted, who claims and who counted it, how firmly, and when; each with a label."""
    yield "Counts", figure.definition
    yield "Claimed by", figure.source_words + (", implied" if figure.source_implied else "")
    if figure.root not in (figure.source_name, NOT_STATED):
        yield "Counted by", figure.root
    yield "Status", figure.status
    if figure.adjustment:
        yield "Adjustment", figure.adjustment
    yield "Period", figure.period
    if figure.issued != NOT_STATED:
        yield "Issued", figure.issued


def caveat_lines(figure: Figure, most: int) -> Iterator[str]:
    """The first ``most`` caveats, each with its origin, and how many more there are."""
    for caveat in figure.caveats[:most]:
        yield f"{caveat.text} [{caveat.origin}]"
    more = len(figure.caveats) - most
    if more > 0:
        yield f"And {more} more {'caveat' if more == 1 else 'caveats'}."


def description(figure: Figure) -> str:
    """The figure in sentences: for the preview of a link, and for those who do not see its picture."""
    terms = ((figure.title, figure.phrase), *summary_terms(figure))
    sentences = [f"{label}: {text.removesuffix('.')}." for label, text in terms]
    return " ".join([*sentences, *caveat_lines(figure, 1)])
