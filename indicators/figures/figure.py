"""A figure as the reader sees it: every id resolved to words, the number in the chosen system of units."""

from dataclasses import dataclass

from indicators.figures.caveats import Caveat
from indicators.measure import bounds

STATED = "stated by the document"
"""Of a field that a document states once for all its figures."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure in words.

    ``measure`` is what is measured, ``title`` the same with the ``groups`` that it is of. ``interval`` is the one
    published beside the number, and no bound. A change below zero reads as a fall, with the size of the fall as its
    number: *a fall of 182,000*; ``direction`` are the words before it. That of a revision is *revised down by*.

    ``definition`` says what is counted, in the document's own terms where the catalogue has them. ``number`` is the
    number with its qualifier (*more than 74,000*), or the printed words of a vague magnitude; ``unit`` is its unit in
    words. ``converted`` is the number and unit as printed if they were converted, else empty. Dates are in words.
    Fields that the document does not state are ``missing`` and read *not stated*; ``stated`` are those that it states
    once for all its figures. ``root`` is the name of who counted, ``via`` are those of who relayed it, both marked
    where nobody is named, as ``source_marked`` is. ``updates`` is the id of the figure that this one updates;
    ``update_words`` tell it, or the one that updates this, ``vintage`` whether this is first published or revised, and
    to what. ``told_apart`` is as much of its ``adjustment`` as others of its indicator do not have.
    ``status_code`` is the id of ``status``. A figure of the record stands ``elsewhere``.
    """

    id: str
    title: str
    measure: str
    definition: str
    groups: str
    number: str
    unit: str
    converted: str
    interval: str
    qualifier: str
    direction: str
    as_printed: str
    kind: str
    statistic: str
    topic: str
    population: str
    source: str
    source_name: str
    source_short: str
    source_marked: str
    source_kind: str
    source_named: bool
    source_implied: bool
    attribution: str
    root: str
    via: tuple[str, ...]
    status: str
    status_code: str
    adjustment: str
    told_apart: str
    vintage: str
    period: str
    issued: str
    inferred: tuple[str, ...]
    stated: tuple[str, ...]
    missing: frozenset[str]
    place: str
    updates: str
    update_words: str
    document: str
    document_title: str
    document_citation: str
    publication: str  # the document in a few words
    elsewhere: bool
    text_held: bool
    section: str
    paragraph: str
    locator: str  # where in the document it stands, in words
    caveats: tuple[Caveat, ...]
    note: str
    citation: str

    def known(self, field: str) -> str:
        """The words of a field; empty where the document does not state it."""
        return "" if field in self.missing else str(getattr(self, field))

    @property
    def amount(self) -> str:
        """Qualifier, number and unit: *more than 74,000 metric tons*."""
        return f"{self.number} {self.unit}" if self.unit else self.number

    @property
    def phrase(self) -> str:
        """The amount, and the interval that is published beside it: *70 percent (95 % credible interval 61 to 78)*."""
        return f"{self.amount} ({self.interval})" if self.interval else self.amount

    @property
    def parts(self) -> tuple[str, str]:
        """The words of the qualifier, empty for a bare number, and the number without them."""
        bound = bounds.WORDS[self.qualifier]
        bound = f"{self.direction} {bound}".strip()
        if self.unit and bound:
            return bound, self.number.removeprefix(bound).strip()
        return "", self.number

    @property
    def qualifier_words(self) -> str:
        """The qualifier in words: *more than*; *none, a bare number*."""
        return "none, a bare number" if self.qualifier == "unqualified" else self.qualifier.replace("_", " ")

    @property
    def source_words(self) -> str:
        """Name and kind of the source: *US officials (government, unnamed)*; without a kind that its name tells."""
        known = "source_kind" not in self.missing
        told = self.source_kind.casefold() in self.source_name.casefold()
        kind = [self.source_kind] if known and not told else []
        unnamed = ["unnamed"] if known and not self.source_named else []
        about = ", ".join([*kind, *unnamed])
        return f"{self.source_name} ({about})" if about else self.source_name

    @property
    def claimant(self) -> str:
        """The source in words, and whether it is the editor who infers it from the context."""
        return f"{self.source_words}, as the editor reads the text" if self.source_implied else self.source_words

    @property
    def is_attributed(self) -> bool:
        """Whether words of its own, or the document for all its figures, tie the claim to its source."""
        return bool(self.attribution) or "source" in self.stated

    @property
    def attributed(self) -> str:
        """The words that tie the claim to its source, in quotation marks, or why there are none."""
        if self.attribution:
            return f"“{self.attribution}”"
        if "source" in self.stated:
            return STATED
        return "none in the document" if self.text_held else "not recorded, as the text is not held"
