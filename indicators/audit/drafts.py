"""Drafts of rows for the unclaimed numbers of a text, for an editor to complete."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import pandas as pd

from indicators.audit.claim import Claim
from indicators.audit.claims import AuditedText
from indicators.audit.dismissal_grounds import reason_of
from indicators.audit.drafted_intervals import DraftedInterval, interval_behind
from indicators.audit.drafted_number import plain, value_cells
from indicators.audit.drafted_units import unit_of
from indicators.audit.named_groups import groups_in
from indicators.audit.open_questions import open_questions
from indicators.audit.passages import HEADING
from indicators.audit.printed_dates import is_compared_value, own_period
from indicators.audit.stated_groups import known_groups, stated_groups
from indicators.audit.stated_in_words import is_annualised, vintages_of
from indicators.audit.told_of_all import ToldOfAll, told_of_all
from indicators.catalogue.document_fields import STATED_ONCE
from indicators.catalogue.model import Catalogue
from indicators.measure.bounds import MOST_DIGITS
from indicators.text.expression import Expression
from indicators.text.flood import MOST_DRAFTED, too_many
from indicators.text.numerals import values_in
from indicators.text.search import QUANTITIES

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


@dataclass(kw_only=True)
class _Drafts:
    """Of the unclaimed numbers of a text those that may be figures, each with the cells of its interval, and the rest.

    `reasons` are those that the words of the others give, by the place of the claim among all unclaimed ones.
    """

    claims: list[Claim]
    figures: dict[int, dict[str, str]] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)


def draft_observations(catalogue: Catalogue, text: str, document: str | None = None) -> pd.DataFrame:
    """A draft of `observations.csv`: a row for each unclaimed number, in the order of the text.

    Filled are the printed words, number, qualifier, locator, the unit if the words name one, an interval, season,
    prices and revision that they state, groups of the catalogue that they name, and what the document states for all
    its figures, but no period where the sentence tells another time than that at the number. Numbers whose words say
    that they are no figure have no row, nor have those of titles and headings. All cells are text, empty if not filled.
    Raises what `audit` raises.
    """
    audited = AuditedText(catalogue, text, document)
    drafts = _drafts(audited)
    claims = [drafts.claims[place] for place in drafts.figures]
    told = {passage: told_of_all(audited, passage) for passage in {claim.passage for claim in claims}}
    rows = [
        _observation(audited, claim, told[claim.passage]) | cells
        for claim, cells in zip(claims, drafts.figures.values(), strict=True)
    ]
    groups, delimiter = stated_groups(audited), catalogue.descriptor.tables["observations"].field("groups").delimiter
    for claim, row in zip(claims, rows, strict=True):
        row["groups"] = delimiter.join(groups.get(claim.place, ()))
    updates = _say_vintages(audited, claims, rows)
    frame = _frame(catalogue, "observations", rows, set(catalogue.figures["id"]))
    ids = frame["id"].tolist()
    return frame.assign(updates=[ids[updates[row]] if row in updates else "" for row in range(len(ids))])


def draft_questions(catalogue: Catalogue, text: str, document: str | None = None) -> Mapping[str, int]:
    """How many of the rows of `draft_observations` leave each question of `open_questions` open."""
    audited = AuditedText(catalogue, text, document)
    drafts = _drafts(audited)
    return open_questions(audited, [drafts.claims[place] for place in drafts.figures])


def draft_groups(catalogue: Catalogue, text: str, document: str | None = None) -> pd.DataFrame:
    """A draft of `groups.csv`: a row for each group that the words name beside a number and the catalogue has not.

    Their dimensions are left to the editor. All cells are text. Raises what `audit` raises.
    """
    audited = AuditedText(catalogue, text, document)
    drafts = _drafts(audited)
    named, known = groups_in(audited), known_groups(catalogue)
    names = (named.get(drafts.claims[place].place, "") for place in drafts.figures)
    titles = {name.casefold(): name for name in names if name and name.casefold() not in known}
    rows = [{"as_printed": name, "title": name[:1].upper() + name[1:]} for name in titles.values()]
    return _frame(catalogue, "groups", rows, set(catalogue.groups.index))


def draft_dismissals(catalogue: Catalogue, text: str, document: str | None = None) -> pd.DataFrame:
    """A draft of `dismissed.csv`: a row for each unclaimed number, in the order of the text.

    The reason is filled where the words say it: see `reason_of`; the numbers of an interval are a part of its figure.
    All cells are text. Raises what `audit` raises.
    """
    audited = AuditedText(catalogue, text, document)
    drafts = _drafts(audited)
    rows = [_dismissal(audited, claim, drafts.reasons.get(place, "")) for place, claim in enumerate(drafts.claims)]
    return _frame(catalogue, "dismissed", rows, set(catalogue.dismissed["id"]))


def _drafts(audited: AuditedText) -> _Drafts:
    drafts = _Drafts(claims=list(audited.unclaimed()))
    if len(drafts.claims) > MOST_DRAFTED:
        passage = audited.passages[drafts.claims[MOST_DRAFTED].passage]
        raise too_many(MOST_DRAFTED, f"{passage.section}, paragraph {passage.paragraph}")
    expressions = [claim.expression for claim in drafts.claims]
    is_date = [expression.kind == "date" for expression in expressions]
    parts: set[int] = set()
    last: tuple[int, DraftedInterval | None] = (-1, None)
    for place, claim in enumerate(drafts.claims):
        sentence = audited.passages[claim.passage].text
        reason = "part" if place in parts else reason_of(sentence, claim.expression)
        if reason or not _is_quantity(audited, claim):
            drafts.reasons[place] = reason
            continue
        near = range(place, min(place + 4, len(expressions)))
        own = [at for at in near if at == place or (drafts.claims[at].passage == claim.passage and not is_date[at])]
        alike = last[1] if last[0] == claim.passage else None
        interval = interval_behind(sentence, [expressions[at] for at in own], alike)
        last = (claim.passage, interval or alike)
        drafts.figures[place] = dict(interval.cells) if interval else {}
        parts.update(own[1 : 1 + interval.length] if interval else ())
    return drafts


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


def _observation(audited: AuditedText, claim: Claim, told: ToldOfAll) -> dict[str, str]:
    expression, sentence = claim.expression, audited.passages[claim.passage].text
    if expression.order is not None:
        cells = {"order_of_magnitude": str(expression.order)}
    elif expression.kind == "range":
        cells = {"lower": plain(expression.low), "upper": plain(expression.high)}
    else:
        printed = sentence[expression.start : expression.end]
        cells = value_cells(expression.value, printed)
    period = audited.catalogue.text("documents", audited.document, "period")
    document = {name: audited.catalogue.text("documents", audited.document, name) for name in STATED_ONCE}
    if told.tells_other_time or is_compared_value(sentence, expression.first, _end_of(expression)):
        document["period"] = ""
    if expression.kind == "money" and told.prices:
        document |= {"prices": "", "price_base": ""} | told.prices
    if own := own_period(sentence, audited.dates_of(claim.passage), (expression.first, _end_of(expression)), period):
        document["period"] = own
    document["season"] = told.season or document["season"]
    annualised = "yes" if is_annualised(sentence, expression) else ""
    read = {"qualifier": expression.qualifier, "unit": unit_of(audited, claim), "annualised": annualised}
    return {**_locator(audited, claim), **cells, **read, **document}


def _end_of(expression: Expression) -> int:
    """Where the words of an expression end, its unit among them."""
    return max(expression.last, expression.unit_end)


def _is_quantity(audited: AuditedText, claim: Claim) -> bool:
    """Whether an expression may be a figure, and the words that quote it state its number by themselves.

    What stands in the title or a heading mostly repeats a number of the text, and no figure has its place there.
    """
    expression = claim.expression
    if expression.kind not in QUANTITIES or audited.passages[claim.passage].paragraph == HEADING:
        return False
    stated = values_in(audited.words(claim))
    if any(len(plain(number).replace(".", "").strip("-0")) > MOST_DIGITS for number in expression.numbers):
        return False
    return expression.order is not None or (bool(expression.numbers) and stated.issuperset(expression.numbers))


def _dismissal(audited: AuditedText, claim: Claim, why: str) -> dict[str, str]:
    locator = _locator(audited, claim)
    return {**locator, "occurrence": str(audited.occurrence(claim, locator["as_printed"])), "why": why}
