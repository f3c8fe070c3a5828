"""Drafts of rows for the unclaimed numbers of a text, for an editor to complete."""

import re
from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from indicators.audit.claim import Claim
from indicators.audit.claims import AuditedText
from indicators.audit.printed_dates import tells_other_time
from indicators.catalogue.document_fields import STATED_ONCE
from indicators.catalogue.model import Catalogue
from indicators.text.numerals import numbers
from indicators.text.search import QUANTITIES

REASONS: Mapping[str, str] = {
    "date": "date",
    "ordinal": "ordinal",
    "label": "name",
    "no_order": "no_order",
}
"""The usual reason to dismiss an expression, by its kind; for other kinds the editor decides."""

_MOST_DIGITS = 15
"""Digits of the longest number that a cell may hold: a third has no end of them."""

_NUMBERED = r"[a-z]{0,2}-?\d[\w-]*"
_REFERENCE = re.compile(
    r"\b(?:tables?|figures?|pages?|charts?|annex|appendix|resolutions?|footnotes?|sections?) "
    rf"(?:{_NUMBERED}(?:, and |, | and ))*{_NUMBERED}$",
    re.IGNORECASE,
)
"""The end of a text that refers to a table, a page or a resolution."""
_LONGEST_REFERENCE = 200
"""Characters in which it is looked for."""

_DECIMALS = re.compile(r"\d[\d,]*\.\d+")

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


def draft_observations(catalogue: Catalogue, text: str, document: str | None = None) -> pd.DataFrame:
    """A draft of `observations.csv`: a row for each unclaimed number, in the order of the text.

    Filled are the printed words, number, qualifier, locator, the unit if the words name one, and what the document
    states for all its figures, but no period where the sentence tells another time; the rest is left to the editor. All
    cells are text, empty if not filled. Raises what `audit` raises.
    """
    audited = AuditedText(catalogue, text, document)
    taken = set(catalogue.figures["id"])
    rows = [_observation(audited, claim) for claim in audited.unclaimed() if _is_quantity(audited, claim)]
    return _frame(catalogue, "observations", rows, taken)


def draft_dismissals(catalogue: Catalogue, text: str, document: str | None = None) -> pd.DataFrame:
    """A draft of `dismissed.csv`: a row for each unclaimed number, in the order of the text.

    The reason is filled for dates, ordinals, names and magnitudes without an order. All cells are text. Raises what
    `audit` raises.
    """
    audited = AuditedText(catalogue, text, document)
    taken = set(catalogue.dismissed["id"])
    rows = [_dismissal(audited, claim) for claim in audited.unclaimed()]
    return _frame(catalogue, "dismissed", rows, taken)


def _frame(catalogue: Catalogue, table: str, rows: list[dict[str, str]], taken: set[str]) -> pd.DataFrame:
    """The rows with the columns of a table and with new ids."""
    following: dict[str, int] = {}
    for row in rows:
        stem = _NOT_IN_ID.sub("-", row["as_printed"].lower()).strip("-")[:40].strip("-") or "number"
        number, name = following.get(stem, 2), stem
        while name in taken:
            name, number = f"{stem}-{number}", number + 1
        row["id"], following[stem] = name, number
        taken.add(name)
    columns = list(catalogue.descriptor.tables[table].names)
    return pd.DataFrame(rows, columns=columns, dtype="str").fillna("")


def _locator(audited: AuditedText, claim: Claim) -> dict[str, str]:
    passage = audited.passages[claim.passage]
    return {
        "document": audited.document,
        "section": passage.section,
        "paragraph": str(passage.paragraph),
        "fingerprint": audited.passages.fingerprints[claim.passage],
        "as_printed": audited.words(claim),
    }


def _observation(audited: AuditedText, claim: Claim) -> dict[str, str]:
    expression = claim.expression
    if expression.order is not None:
        cells = {"order_of_magnitude": str(expression.order)}
    elif expression.kind == "range":
        cells = {"lower": _plain(expression.low), "upper": _plain(expression.high)}
    else:
        cells = {"value": _plain(expression.value), "significant_figures": _digits_with_zeros(audited, claim)}
    document = {name: audited.catalogue.text("documents", audited.document, name) for name in STATED_ONCE}
    if tells_other_time(audited.passages[claim.passage].text, audited.dates_of(claim.passage), document["period"]):
        document["period"] = ""
    read = {"qualifier": expression.qualifier, "unit": _unit(audited, claim)}
    return {**_locator(audited, claim), **cells, **read, **document}


def _is_quantity(audited: AuditedText, claim: Claim) -> bool:
    """Whether an expression may be a figure, and the words that quote it state its number by themselves."""
    expression = claim.expression
    if expression.kind not in QUANTITIES:
        return False
    stated = numbers(audited.words(claim))
    if any(len(_plain(number).strip("-0").replace(".", "")) > _MOST_DIGITS for number in expression.numbers):
        return False
    return expression.order is not None or (bool(expression.numbers) and stated.issuperset(expression.numbers))


def _digits_with_zeros(audited: AuditedText, claim: Claim) -> str:
    """The significant digits of a number that is printed with zeros at the end of its decimals: 2 of *5.0*; else empty.

    The value in the cell does not show them: 5.0 is 5 there.
    """
    expression = claim.expression
    printed = _DECIMALS.findall(audited.passages[claim.passage].text[expression.start : expression.end])
    if len(printed) != 1 or not printed[0].endswith("0"):
        return ""
    return str(len(printed[0].replace(".", "").replace(",", "").lstrip("0")) or "")


def _plain(value: float) -> str:
    """A number in plain digits, with all of its decimals."""
    return format(Decimal(repr(value)).normalize(), "f")


def _unit(audited: AuditedText, claim: Claim) -> str:
    """The unit that the words name; empty if they name none, or if they may mean several."""
    named = audited.named_units(claim)
    if len(named.units) != 1 or len(named.per) > 1:
        return ""
    listed = [time for time in named.per if time in audited.catalogue.units.names]
    return "/".join((*named.units, *listed))


def _dismissal(audited: AuditedText, claim: Claim) -> dict[str, str]:
    locator = _locator(audited, claim)
    occurrence = audited.occurrence(claim, locator["as_printed"])
    why = REASONS.get(claim.expression.kind, "")
    end = claim.expression.end
    if why == "name" and _REFERENCE.search(audited.passages[claim.passage].text, max(end - _LONGEST_REFERENCE, 0), end):
        why = "reference"
    return {**locator, "occurrence": str(occurrence), "why": why}
