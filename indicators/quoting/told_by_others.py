"""Numbers of a draft that others published, where a draft is checked against the subject alone."""

from collections.abc import Sequence

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.figures.selection import figures_in_scope
from indicators.quoting.check import check
from indicators.quoting.finding import DraftVerdict, Finding
from indicators.text.search import find


def told_by_others(catalogue: Catalogue, text: str, findings: Sequence[Finding]) -> list[Finding]:
    """What is found of numbers from elsewhere once the figures of the public record count: those that mean one.

    ``findings`` are those of ``text`` without the record. It is read again only if a number has the value of such a
    figure.
    """
    values = _values(catalogue)
    starts = {
        finding.start
        for finding in findings
        if finding.verdict == DraftVerdict.ELSEWHERE and any(each.value in values for each in find(finding.words))
    }
    if not starts:
        return []
    own = frozenset(figures_in_scope(catalogue)["id"])
    return [
        finding
        for finding in check(catalogue, text, record=True)
        if finding.start in starts and finding.figure and finding.figure not in own
    ]


@kept()
def _values(catalogue: Catalogue) -> frozenset[float]:
    """The values of the figures of the public record."""
    own = figures_in_scope(catalogue)["id"]
    others = catalogue.figures.loc[~catalogue.figures["id"].isin(own), "value"]
    return frozenset(others.dropna())
