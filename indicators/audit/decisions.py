"""What the drafts of a text leave to an editor to decide: a question for each row and cell, with words of the text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from urllib.parse import urlsplit

import pandas as pd

from indicators.audit.claim import Claim
from indicators.audit.drafted_tables import tells_change
from indicators.audit.drafts import Drafts
from indicators.audit.open_questions import attribution_in, questions_of, things_counted, told_in_words, told_today
from indicators.catalogue.model import Catalogue
from indicators.catalogue.schema import FILE, UNITS

_CELLS = {
    "indicator": "what is measured",
    "source": "who says so",
    "root": "who counted it",
    "qualifier": "whether it is a bound, or a value with which another is compared",
    "unit": "in which unit",
    "status": "how firmly it is said",
    "groups": "of which groups it is",
    "period": "of which time it is",
    "interval_kind": "what kind of interval it has",
    "issued": "when the earlier value was issued",
    "vintage": "whether the earlier value is the first published",
    "dimension": "what its groups are told apart by",
    "why": "why it is no figure",
}
"""The question of an empty cell, by its column; of any other one it is *which* and the column."""
_ASKED_WHEN_EMPTY = ("root", "groups", "period")
"""Columns of observations that a row may leave empty, and that are to be decided nevertheless."""
_NUMBER = ["lower", "value", "upper", "qualifier", "unit"]
_OF_THE_DOCUMENT = {
    "authors": "who wrote it",
    "publisher": "who published it, so far the host of its address",
    "published": "when it was published",
    "source": "who says all of it",
    "issued": "when all of it was issued",
    "period": "of which time all of it is",
    "season": "whether all of it is adjusted for the season",
    "prices": "whether all of its prices are nominal or real",
}
_TABLES = {
    "kinds": "which kinds of things are measured",
    "topics": "which topics they belong to",
    "populations": "what the figures are about",
    "indicators": "which indicators there are, each with its title, definition, kind, topic, population and statistic",
    "sources": "who the sources are",
    "agents": "how a bibliography names authors and sources",
    "dimensions": "what groups are told apart by, and whether they make up the whole",
    "caveats": "what a reader must know beside a figure",
    "derivations": "which calculations follow from the figures",
    "temptations": "which calculations seem to follow and do not",
}
"""The question of each table without a row."""
_OF_INDICATORS = {
    "clause": "what the figures of each say, as a clause",
    "clause_fall": "what those below zero say, as a clause",
    "clause_expected": "what those that are expected say, as a clause",
    "synonyms": "by which other words readers look for each",
    "order": "which have a card, and in which order",
}
"""The question of each column of indicators that no row of the catalogue fills and the figures can do without."""
_OF_SEVERAL = "which of them are parts of others"
"""The question of a table with two rows or more."""
_INFERRED = "which years, periods and other cells are inferred, as the text does not print them"
_ATTRIBUTED = "by which words it is attributed to its source"
_IN_WORDS = "whether a figure is told in words alone"
_DESCRIBED = {
    "description": "what the catalogue holds",
    "contributors": "who edits it",
    "licenses": "under which licence it is",
}
_ON_WHICH_DAY = "which day it calls today"
_AROUND = 40
"""Characters of the sentence before and behind the printed words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """A question for the editor: about the row `id` of a table and one of its columns, or the whole row or table.

    `drafted` is what the draft has there; `words` are those of the text that leave the question open.
    """

    table: str
    id: str = ""
    column: str = ""
    question: str
    drafted: str = ""
    words: str = ""


COLUMNS = tuple(field.name for field in fields(Decision))
"""Columns of a file of decisions."""


def decisions_of_drafts(drafts: Drafts, *, all_dismissals: bool = False) -> Iterator[Decision]:
    """The decisions of each row of the drafts, in their order.

    With `all_dismissals` also those of the dismissals of numbers that have a row in the draft of observations.
    """
    yield from _of_observations(drafts)
    dismissals = drafts.all_dismissals if all_dismissals else drafts.dismissals
    for row in _with_open_cells(drafts.catalogue, "dismissed", dismissals):
        yield from row
    for (_, group), cells in zip(
        drafts.groups.iterrows(), _with_open_cells(drafts.catalogue, "groups", drafts.groups), strict=True
    ):
        yield Decision(
            table="groups", id=group["id"], question="whether it is a group", drafted=group["id"], words=group["title"]
        )
        yield from cells


def decisions_of_catalogue(drafts: Drafts, text: str, headings: Sequence[str] = ()) -> Iterator[Decision]:
    """The decisions that are no row's: of the document, with the headings taken from its text, of units and tables.

    Of tables with several rows, and of several figures, they ask for what is a part of another; of figures what is
    inferred; of sentences whether they tell a figure without a number; of a text that says *today* which day it is.
    """
    catalogue, document = drafts.catalogue, drafts.audited.document
    host = urlsplit(catalogue.text("documents", document, "url")).hostname
    for column, question in _OF_THE_DOCUMENT.items():
        stated = catalogue.text("documents", document, column)
        if not stated or (column == "publisher" and stated == host):
            yield Decision(table="documents", id=document, column=column, question=question, drafted=stated)
    for passage, start, end in told_today(drafts.audited):
        words = _excerpt(drafts.audited.passages[passage].text, start, end)
        yield Decision(table="documents", id=document, column="published", question=_ON_WHICH_DAY, words=words)
    for heading in headings:
        question = "whether it is a heading"
        yield Decision(table="documents", id=document, column="headings", question=question, drafted=heading)
    rows = drafts.observations
    listed = {word for name in catalogue.units.names for word in (name, catalogue.units.label(name))}
    for thing, words in things_counted(rows.loc[rows["unit"] == "", "as_printed"], text).items():
        if thing not in listed:
            yield Decision(table=UNITS, question="a unit for each thing counted", drafted=thing, words=words)
    for table, question in _TABLES.items():
        if getattr(catalogue, table).empty:
            yield Decision(table=table, question=question)
    for column, question in _OF_INDICATORS.items():
        if len(rows) and catalogue.indicators[column].isna().all():
            yield Decision(table="indicators", column=column, question=question)
    several = {"indicators": rows, "observations": rows, "groups": drafts.groups}
    for table in (table for table, drafted in several.items() if len(drafted) > 1):
        yield Decision(table=table, column="part_of", question=_OF_SEVERAL)
    if len(rows):
        yield Decision(table="observations", column="inferred", question=_INFERRED)
    if len(rows) and not catalogue.caveats.empty:
        yield Decision(table="observations", column="caveats", question=_TABLES["caveats"])
    for passage, start, end in told_in_words(drafts.audited, drafts.claims):
        sentence = drafts.audited.passages[passage].text
        yield Decision(table="observations", question=_IN_WORDS, words=_excerpt(sentence, start, end))
    described = catalogue.descriptor
    held = {"description": described.description, "contributors": described.editors, "licenses": described.licence}
    for name, question in _DESCRIBED.items():
        if not held[name]:
            yield Decision(table=FILE, column=name, question=question)


def to_csv(decisions: Iterable[Decision]) -> str:
    """The decisions as CSV with the columns COLUMNS."""
    frame = pd.DataFrame([asdict(each) for each in decisions], columns=list(COLUMNS))
    return frame.to_csv(index=False, lineterminator="\n")


def counted(decisions: Iterable[Decision]) -> str:
    """How often each question is asked, in words: *whether it is a figure 12, who says so 12*."""
    counts = Counter(each.question for each in decisions)
    return ", ".join(f"{question} {count}" for question, count in counts.items()) or "nothing"


def _of_observations(drafts: Drafts) -> Iterator[Decision]:
    rows = drafts.observations
    repeated = _repeated(rows)
    earlier = set(rows["updates"]) - {""}
    open_cells = _with_open_cells(drafts.catalogue, "observations", rows, _ASKED_WHEN_EMPTY)
    for claim, row, cells in zip(drafts.claims, rows.to_dict("records"), open_cells, strict=True):
        about = {"table": "observations", "id": row["id"], "words": _around(drafts, claim)}
        yield Decision(**about, question="whether it is a figure", drafted=row["as_printed"])
        if row["id"] in repeated:
            yield Decision(**about, question="whether it repeats one before", drafted=repeated[row["id"]])
        yield Decision(**about, column="id", question="which id instead of its printed words", drafted=row["id"])
        yield from (replace(cell, words=about["words"]) for cell in cells)
        if row["interval_lower"] and not row["interval_kind"]:
            yield Decision(**about, column="interval_kind", question=_CELLS["interval_kind"])
        for column in ("issued", "vintage") if row["id"] in earlier else ():
            if not row[column]:
                yield Decision(**about, column=column, question=_CELLS[column])
        table_cell = drafts.tables.cell_of(claim)
        sentence = drafts.audited.passages[claim.passage].text
        if table_cell is None and (said := attribution_in(sentence)):
            words = _excerpt(sentence, *said)
            yield Decision(**about | {"words": words}, column="attribution", question=_ATTRIBUTED)
        in_changes = table_cell is not None and tells_change(table_cell)
        for column, question in questions_of(drafts.audited, claim, row["unit"], in_changes=in_changes):
            yield Decision(**about, column=column, question=question, drafted=row[column])


def _repeated(rows: pd.DataFrame) -> dict[str, str]:
    """Maps each row with the number and unit of an earlier one to the first of these, by their ids."""
    named = rows[rows["order_of_magnitude"] == ""]
    first = named.groupby(_NUMBER)["id"].transform("first")
    return {name: before for name, before in zip(named["id"], first, strict=True) if name != before}


def _with_open_cells(
    catalogue: Catalogue, table: str, rows: pd.DataFrame, further: Sequence[str] = ()
) -> Iterator[list[Decision]]:
    """For each row the decisions of its empty cells that may not stay empty, and of those of the `further` columns."""
    required = [field.name for field in catalogue.descriptor.tables[table].fields if field.required]
    for row in rows.to_dict("records"):
        yield [
            Decision(
                table=table,
                id=row["id"],
                column=column,
                question=_CELLS.get(column, f"which {column}"),
                words=row.get("as_printed", ""),
            )
            for column in (*required, *further)
            if not row[column]
        ]


def _around(drafts: Drafts, claim: Claim) -> str:
    """The printed words of a number and a few words of its sentence on both sides; in a table its label and head."""
    if cell := drafts.tables.cell_of(claim):
        return " | ".join(filter(None, (drafts.tables.caption_of(claim), cell.head, cell.label, cell.text)))
    sentence = drafts.audited.passages[claim.passage].text
    start = claim.quoted_from
    return _excerpt(sentence, start, start + len(drafts.audited.words(claim)))


def _excerpt(sentence: str, start: int, end: int) -> str:
    """The words of a sentence between two places, and a few words on both sides."""
    first, last = max(0, start - _AROUND), min(len(sentence), end + _AROUND)
    first = sentence.find(" ", first, start) + 1 or start if first else 0
    last = sentence.rfind(" ", end, last) if last < len(sentence) else last
    last = end if last < 0 else last
    return f"{'… ' if first else ''}{sentence[first:last]}{' …' if last < len(sentence) else ''}"
