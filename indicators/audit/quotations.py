"""The words that rows of the catalogue quote from a text, each with its locator."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from indicators.catalogue.observation import Observation
from indicators.text.normal import normalise


class Quotation(NamedTuple):
    """The words that a row of the catalogue quotes, and its locator."""

    id: str
    section: str
    paragraph: int
    fingerprint: str
    words: str

    @property
    def locator(self) -> tuple[str, int]:
        """Section and paragraph."""
        return normalise(self.section), self.paragraph


def quotation_of(observation: Observation) -> Quotation:
    """The words that an observation quotes."""
    return Quotation(
        id=observation.id,
        section=observation.section or "",
        paragraph=observation.paragraph or 0,
        fingerprint=observation.fingerprint or "",
        words=observation.as_printed or "",
    )


def quotations_of(rows: pd.DataFrame) -> Iterator[Quotation]:
    """The words that the rows of another table quote."""
    columns = (rows[name] for name in ("id", "section", "paragraph", "fingerprint", "as_printed"))
    for identity, section, paragraph, fingerprint, words in zip(*columns, strict=True):
        yield Quotation(identity, section, int(paragraph), fingerprint, words)
