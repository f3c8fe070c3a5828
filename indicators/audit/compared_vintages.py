"""Compares the vintage of each observation with the words that tell which of several published values it is."""

import re

from indicators.audit.claims import AuditedText

_PUBLISHED = r"(?:publish|report|estimat|announc|releas|stat|giv|put|sa[iy]|figure|reading|count|print|value)\w*"
_TELLS = re.compile(
    r"\bre-?(?:vis|stat|estimat|bas|issu|publish)\w+|\b(?:preliminary|provisional\w*|updat\w+|correct\w+)\b|"
    rf"\b(?:first|(?:initial|original|previous)(?:ly)?|earlier|before|flash|advance|early|new|final) {_PUBLISHED}",
    re.IGNORECASE,
)
"""Words that may tell a value from another one that was published of the same time."""


def report_vintages(audited: AuditedText) -> None:
    """Reports each observation with a vintage, which is no update nor has one, in a paragraph that tells of none."""
    updated = set(audited.catalogue.figures["updates"].dropna())
    for observation, claim in audited.printed:
        linked = observation.updates or observation.id in updated or "vintage" in observation.inferred
        if not observation.vintage or linked or _TELLS.search(audited.passages.paragraph_of(claim.passage)):
            continue
        expected = "none, as its paragraph tells no other value of its time, or vintage among inferred"
        audited.report_misquoted(claim, observation.id, f"vintage: found {observation.vintage}; expected {expected}")
