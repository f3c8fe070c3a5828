"""Dates of a text that need no row of their own, as the document or a figure of their sentence accounts for them."""

from collections.abc import Iterable, Sequence

from indicators.audit.claim import DOCUMENT, Claim
from indicators.audit.fitting_dates import any_fits, ends_of
from indicators.catalogue.observation import Observation


def leave_to_document(unclaimed: Iterable[Claim], document: str, stated: Sequence[str]) -> None:
    """Lets the document with this id account for the dates that it states once for all its figures, in EDTF."""
    for claim in unclaimed:
        if _are_ends(claim, stated):
            claim.dismissed, claim.why = document, DOCUMENT


def leave_to_figures(claims: Sequence[Sequence[Claim]], printed: Iterable[tuple[Observation, Claim]]) -> None:
    """Lets each observation account for the dates of its sentence that are ends of its period or its date of issue.

    `claims` are those of each passage, `printed` the observations with the claims of their numbers.
    """
    found: dict[tuple[int, str, str], list[Claim]] = {}
    for observation, own in printed:
        key = own.passage, observation.period.text, observation.issued.text
        if key not in found:
            found[key] = [each for each in claims[own.passage] if not each.dismissed and _are_ends(each, key[1:])]
        for claim in found[key]:
            claim.observations.append(observation.id)


def _are_ends(claim: Claim, periods: Sequence[str]) -> bool:
    """Whether it is a date, or several, and each an end of one of these periods."""
    dates = claim.expression.dates
    if not dates:
        return False
    ends = [end for text in periods for end in ends_of(text)]
    return all(any_fits(date, ends) for date in dates)
