"""Drafts of rows for the unclaimed numbers of a text, for an editor to complete."""

import re
from functools import cached_property
from itertools import pairwise

import pandas as pd

from indicators.audit.claim import Claim
from indicators.audit.claims import AuditedText
from indicators.audit.drafted_claims import drafted_claims
from indicators.audit.drafted_number import plain, value_cells
from indicators.audit.drafted_units import unit_of
from indicators.audit.named_groups import groups_in
from indicators.audit.named_sources import NamedSources
from indicators.audit.own_dates import own_period
from indicators.audit.printed_dates import is_compared_value
from indicators.audit.stated_groups import known_groups, stated_groups
from indicators.audit.stated_in_words import is_annualised, vintages_of
from indicators.audit.told_of_all import ToldOfAll, told_of_all
from indicators.catalogue.document_fields import STATED_ONCE
from indicators.catalogue.model import Catalogue
from indicators.text.first_letter import with_capital

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_THAN_A_KNOWN = re.compile(r"\b(?:above|below|over|under|than) the $", re.IGNORECASE)
"""What compares with a value that is told elsewhere, or gives a bound: *above the* 4.7% recorded before."""


class Drafts:
    """The drafts of a text, which is compared with the catalogue once; all cells are text, empty if not filled.

    Raises what `audit` raises, and IndicatorsError where the text holds more numbers than are drafted at once.
    """

    def __init__(self, catalogue: Catalogue, text: str, document: str | None = None) -> None:
        self.catalogue = catalogue
        self.audited = AuditedText(catalogue, text, document)
        self._drafted = drafted_claims(self.audited)
        self.claims = [self._drafted.claims[place] for place in self._drafted.figures]
        """The numbers that may be figures, one for each row of `observations`."""
        self.tables = self._drafted.tables

    @cached_property
    def observations(self) -> pd.DataFrame:
        """A draft of `observations.csv`: a row for each number that may be a figure, in the order of the text.

        Filled are the printed words, number, qualifier, locator, the unit if the words name one, an interval, season,
        prices and revision that they state, groups of the catalogue that they name, and what the document states for
        all its figures, but no period where the sentence tells another time than that at the number, and no source
        where it names another. Numbers whose words say that they are no figure have no row, nor have those of titles
        and headings.
        """
        audited, figures = self.audited, self._drafted.figures
        sources = NamedSources(self.catalogue, audited.document)
        told = {number: told_of_all(audited, number, sources) for number in {claim.passage for claim in self.claims}}
        document = {name: self.catalogue.text("documents", audited.document, name) for name in STATED_ONCE}
        groups = stated_groups(audited)
        delimiter = self.catalogue.descriptor.tables["observations"].field("groups").delimiter
        rows = [
            {
                **_observation(audited, claim, told[claim.passage], document),
                **self._of_table(claim, told[claim.passage]),
                **cells,
                "groups": delimiter.join(groups.get(claim.place, ())),
            }
            for claim, cells in zip(self.claims, figures.values(), strict=True)
        ]
        updates = _say_vintages(audited, self.claims, rows)
        frame = _frame(self.catalogue, "observations", rows, set(self.catalogue.figures["id"]))
        ids = frame["id"].tolist()
        return frame.assign(updates=[ids[updates[row]] if row in updates else "" for row in range(len(ids))])

    def _of_table(self, claim: Claim, told: ToldOfAll) -> dict[str, str]:
        """The unit and the period of a number in a table, as its own cell, the head or the caption say; else none."""
        cell = self.tables.cell_of(claim)
        if cell is None:
            return {}
        unit = unit_of(self.audited, claim) or self.tables.unit_of(claim, cell)
        period = self.tables.period_of(claim, cell, told.dates)
        return {"unit": unit} | ({"period": period} if period else {})

    @cached_property
    def groups(self) -> pd.DataFrame:
        """A draft of `groups.csv`: a row for each group that the words name beside a number and the catalogue has not.

        Their dimensions are left to the editor.
        """
        named, known = groups_in(self.audited), known_groups(self.catalogue)
        names = (named.get(claim.place, "") for claim in self.claims)
        titles = {name.casefold(): name for name in names if name and name.casefold() not in known}
        rows = [{"as_printed": name, "title": with_capital(name)} for name in titles.values()]
        return _frame(self.catalogue, "groups", rows, set(self.catalogue.groups.index))

    @cached_property
    def all_dismissals(self) -> pd.DataFrame:
        """A draft of `dismissed.csv`: a row for each unclaimed number, in the order of the text.

        The reason is filled where the words say it: see `reason_of`; the numbers of an interval are a part of its
        figure.
        """
        reasons, claims = self._drafted.reasons, self._drafted.claims
        rows = [_dismissal(self.audited, claim, reasons.get(place, "")) for place, claim in enumerate(claims)]
        return _frame(self.catalogue, "dismissed", rows, set(self.catalogue.dismissed["id"]))

    @cached_property
    def dismissals(self) -> pd.DataFrame:
        """The rows of `all_dismissals` whose numbers have no row in `observations`."""
        rows = self.all_dismissals
        return rows[[place not in self._drafted.figures for place in range(len(rows))]]


def _say_vintages(audited: AuditedText, claims: list[Claim], rows: list[dict[str, str]]) -> dict[int, int]:
    """Maps each row that the text calls revised to the row that it updates, by their places; fills `vintage`.

    What it updates was issued before this document, at a time that the words leave open.
    """
    updates = {}
    for place, (claim, other) in enumerate(pairwise(claims)):
        sentence = audited.passages[claim.passage].text
        vintages = (
            vintages_of(sentence, claim.expression, other.expression) if claim.passage == other.passage else ("", "")
        )
        if any(vintages):
            rows[place]["vintage"], rows[place + 1]["vintage"] = vintages
            revised = vintages.index("revised")
            updates[place + revised] = place + 1 - revised
            rows[place + 1 - revised]["issued"] = ""
    return updates


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


def _observation(audited: AuditedText, claim: Claim, told: ToldOfAll, stated: dict[str, str]) -> dict[str, str]:
    """The cells of a row; `told` is what its sentence says of all its numbers, `stated` what the document says once."""
    expression, sentence = claim.expression, audited.passages[claim.passage].text
    if expression.order is not None:
        cells = {"order_of_magnitude": str(expression.order)}
    elif expression.kind == "range":
        cells = {"lower": plain(expression.low), "upper": plain(expression.high)}
    else:
        printed = sentence[expression.start : expression.end]
        cells = value_cells(expression.value, printed)
    document = dict(stated)
    if told.tells_other_time or is_compared_value(sentence, expression.first, expression.whole_end):
        document["period"] = ""
    if told.names_other_source:
        document["source"] = ""
    if expression.kind == "money" and told.prices:
        document |= {"prices": "", "price_base": ""} | told.prices
    place = (expression.first, expression.whole_end)
    if own := own_period(sentence, told.dates, place, stated["period"]):
        document["period"] = own
    document["season"] = told.season or document["season"]
    annualised = "yes" if is_annualised(sentence, expression) else ""
    qualifier = "" if _THAN_A_KNOWN.search(sentence, 0, expression.start) else expression.qualifier
    read = {"qualifier": qualifier, "unit": unit_of(audited, claim), "annualised": annualised}
    return {**_locator(audited, claim), **cells, **read, **document}


def _dismissal(audited: AuditedText, claim: Claim, why: str) -> dict[str, str]:
    locator = _locator(audited, claim)
    return {**locator, "occurrence": str(audited.occurrence(claim, locator["as_printed"])), "why": why}
