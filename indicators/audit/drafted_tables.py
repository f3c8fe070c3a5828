"""What the head, the label and the caption of a table say of the number in one of its cells: unit, time, change."""

import re
from collections.abc import Mapping

from indicators.audit.claim import Claim
from indicators.audit.claims import AuditedText
from indicators.audit.fitting_dates import is_period
from indicators.audit.printed_tables import Cell, PrintedTable, scales_in, table_of
from indicators.text.search import find

_IN_BRACKETS = re.compile(r"\((?:in )?([^()]+)\)")
_COMPARES = re.compile(
    r"\b(?:change|difference|increase|decrease|growth|since|from|than|over|compared|previous|versus|vs)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"\b(?:changes?|differences?|increases?|decreases?|growth|revisions?)\b", re.IGNORECASE)


class DraftedTables:
    """The tables of a text, by their passages."""

    def __init__(self, audited: AuditedText) -> None:
        self._audited = audited
        self._tables: dict[int, PrintedTable] = {}
        for number, passage in enumerate(audited.passages.sentences):
            if table := table_of(passage.text):
                self._tables[number] = table

    def cell_of(self, claim: Claim) -> Cell | None:
        """The cell in which a number stands; None outside of tables."""
        table = self._tables.get(claim.passage)
        return table.cell_at(claim.expression.start) if table else None

    def caption_of(self, claim: Claim) -> str:
        """The words of the paragraph or heading before a table, if they are few; empty where there are none."""
        return self._audited.passages.caption_of(claim.passage)

    def unit_of(self, claim: Claim, cell: Cell) -> str:
        """The unit that the head names, else the caption; empty where it is told in thousands, or of several units.

        Parts of a hundred are told as they are, also in a table in thousands.
        """
        head, caption = cell.head, self.caption_of(claim)
        if scales_in(head):
            return ""
        units, scaled = self._named(head), bool(scales_in(caption))
        if scaled and not units <= {"percent", "percentage_point"}:
            return ""
        units = units or (set() if scaled else self._named(caption))
        return units.pop() if len(units) == 1 else ""

    def period_of(self, claim: Claim, cell: Cell, dates: Mapping[str, tuple[int, int]]) -> str:
        """The one date that the head or the label prints, else the caption; empty where these tell a comparison.

        `dates` are those of the table, with the place of each.
        """
        if _COMPARES.search(cell.head):
            return ""
        places = (cell.head_place, cell.label_place)
        own = {date for date, (start, _) in dates.items() if any(first <= start < last for first, last in places)}
        caption = self.caption_of(claim)
        if not own and not _COMPARES.search(caption):
            own = {date for found in find(caption) for date in found.dates}
        date = own.pop() if len(own) == 1 else ""
        return "" if date.startswith("--") or not is_period(date) else date

    def _named(self, words: str) -> set[str]:
        """The listed units in brackets in these words, else that which the words are."""
        units: set[str] = set()
        for part in _IN_BRACKETS.findall(words) or [words]:
            text = f"1 {part.strip()}"
            for expression in find(text, self._audited.unit_words.names):
                if expression.start == 0 and expression.unit_end == len(text) and not expression.per:
                    units |= set(expression.units) & self._audited.unit_words.names.names
        return units


def tells_change(cell: Cell) -> bool:
    """Whether the head of a cell says that its column has changes."""
    return bool(_CHANGE.search(cell.head))
