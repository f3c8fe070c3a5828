"""Drafts of rows for the numbers of a text that nothing accounts for yet, for an editor to complete."""

import re
from collections.abc import Mapping
from math import isnan

import pandas as pd

from indicators.audit.claims import Claim, Reading
from indicators.catalogue.model import Catalogue
from indicators.measure import bounds
from indicators.text.search import QUANTITIES

REASONS: Mapping[str, str] = {
    "date": "date",
    "decade": "date",
    "ordinal": "ordinal",
    "name": "name",
    "no_order": "no_order",
}
"""Why an expression of a kind is dismissed as a rule; of any other kind the editor decides."""

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


def suggest(catalogue: Catalogue, text: str, document: str | None = None) -> pd.DataFrame:
    """A draft of `observations.csv`: a row for each number that nothing accounts for, in the order of the text.

    What the text itself says is filled: the printed words, number, qualifier, unit where the words name one, and the
    locator; what is measured, and who says so, is left to the editor. Cells are text, empty where not filled. Raises
    what `audit` raises.
    """
    reading = Reading(catalogue, text, document)
    taken = set(catalogue.figures["id"])
    rows = [_observation(reading, claim) for claim in reading.unaccounted() if claim.expression.kind in QUANTITIES]
    return _frame(catalogue, "observations", rows, taken)


def dismissals(catalogue: Catalogue, text: str, document: str | None = None) -> pd.DataFrame:
    """A draft of `dismissed.csv`: a row for each number that nothing accounts for, in the order of the text.

    Why it is no figure is filled for dates, ordinals, names and magnitudes without an order. Cells are text. Raises
    what `audit` raises.
    """
    reading = Reading(catalogue, text, document)
    taken = set(catalogue.dismissed["id"])
    rows = [_dismissal(reading, claim) for claim in reading.unaccounted()]
    return _frame(catalogue, "dismissed", rows, taken)


def _frame(catalogue: Catalogue, table: str, rows: list[dict[str, str]], taken: set[str]) -> pd.DataFrame:
    """The rows with the columns of a table, and ids that it has not got yet."""
    for row in rows:
        stem = _NOT_IN_ID.sub("-", row["as_printed"].lower()).strip("-")[:40].strip("-") or "number"
        names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
        row["id"] = next(name for name in names if name not in taken)
        taken.add(row["id"])
    columns = list(catalogue.descriptor.tables[table].names)
    return pd.DataFrame(rows, columns=columns, dtype="str").fillna("")


def _locator(reading: Reading, claim: Claim) -> dict[str, str]:
    passage = reading.passages[claim.passage]
    return {
        "document": reading.document,
        "section": passage.section,
        "paragraph": str(passage.paragraph),
        "fingerprint": passage.fingerprint,
        "as_printed": reading.words(claim),
    }


def _observation(reading: Reading, claim: Claim) -> dict[str, str]:
    one = claim.expression
    if one.order is not None:
        numbers = {"order_of_magnitude": str(one.order)}
    elif one.kind == "range":
        numbers = {"lower": _plain(one.lower), "upper": _plain(one.upper)}
    else:
        numbers = {"value": _plain(one.lower)}
    return {**_locator(reading, claim), **numbers, "qualifier": one.qualifier, "unit": _unit(reading, claim)}


def _plain(value: float) -> str:
    return "" if isnan(value) else bounds.number(value).replace(",", "")


def _unit(reading: Reading, claim: Claim) -> str:
    """The unit that the words name; nothing where they name none, or leave open which."""
    named = reading.named(claim)
    if len(named.units) != 1 or len(named.per) > 1:
        return ""
    listed = [one for one in named.per if one in reading.catalogue.units.names]
    return "/".join((*named.units, *listed))


def _dismissal(reading: Reading, claim: Claim) -> dict[str, str]:
    locator = _locator(reading, claim)
    occurrence = reading.occurrence(claim, locator["as_printed"])
    return {**locator, "occurrence": str(occurrence), "why": REASONS.get(claim.expression.kind, "")}
